import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { call } from '../../../platform/web/client.ts'
import { DataTable, EmptyState, Section } from '../../../platform/web/console-kit/index.ts'
import { readViews } from '../contract.ts'

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'short',
})
const whatNames: Readonly<Record<string, string>> = { case: '案件', file: '证据原件', document: '文书' }

/** 谁看过: every look at the case, also those refused, newest first. */
export const ViewsSection = ({ id }: { readonly id: string }) => {
  const read = useQuery({ queryKey: ['case-views', id], queryFn: () => call(readViews, { params: { id } }) })
  return (
    <Section title="谁看过" flush>
      <DataTable
        label="谁看过"
        rows={read.data?.rows.map((it, at) => ({ ...it, key: String(at) }))}
        rowKey="key"
        columns={[
          { title: '谁', dataIndex: 'personName' },
          {
            title: '看了什么',
            key: 'what',
            render: (_, it) => (
              <>
                {whatNames[it.what] ?? it.what} {it.refused && <Tag color="error">没有让看</Tag>}
              </>
            ),
          },
          { title: '什么时候', key: 'at', render: (_, it) => moment.format(new Date(it.at)) },
        ]}
        loading={read.isPending}
        error={read.error}
        empty={<EmptyState title="还没有人看过" />}
      />
    </Section>
  )
}
