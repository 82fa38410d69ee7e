import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  ProblemAlert,
  Section,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { listFindings, recheckFinding, type FindingView } from '../contract.ts'
import { escalationNames } from '../texts.zh.ts'
import { FindingTag, SeverityTag } from './tags.tsx'

const RecheckDialog = (props: { readonly finding: FindingView; readonly onClose: () => void }) => {
  const { finding } = props
  const [remark, setRemark] = useState('')
  const cache = useQueryClient()
  const deciding = useMutation({
    mutationFn: (passed: boolean) =>
      call(recheckFinding, { params: { id: finding.id }, version: finding.version, body: { passed, remark } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['check-ups'] })
      props.onClose()
    },
  })
  const short = remark.trim().length < 2
  return (
    <Modal
      title={`复查：${finding.itemId} ${finding.title}`}
      open
      onCancel={props.onClose}
      footer={
        <Space>
          <Button disabled={short} loading={deciding.isPending} onClick={() => deciding.mutate(false)}>
            退回
          </Button>
          <Button type="primary" disabled={short} loading={deciding.isPending} onClick={() => deciding.mutate(true)}>
            复查通过
          </Button>
        </Space>
      }
    >
      <p>{finding.proof ?? '企业还没有提交整改，可以当场看过后复查通过。'}</p>
      <label htmlFor="recheck-remark">复查记录：看了什么、怎样核对的；退回的写明还差什么</label>
      <Input.TextArea
        id="recheck-remark"
        rows={3}
        maxLength={500}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      {deciding.error && <ProblemAlert error={deciding.error} />}
    </Modal>
  )
}

/** What was found and how far its repair is. */
export const FindingsSection = ({ checkUpId }: { readonly checkUpId: string }) => {
  const me = useMe()
  const [open, setOpen] = useState<FindingView>()
  const query = { checkUpId, limit: 500 }
  const list = useQuery({
    queryKey: ['check-ups', checkUpId, 'findings'],
    queryFn: () => call(listFindings, { query }),
  })
  const mayRecheck = me.roles.some((it) => it === 'admin' || it === 'staff' || it === 'leader')
  const columns: Columns<FindingView> = [
    { title: '问题', key: 'title', render: (_, it) => `${it.itemId} ${it.title}` },
    { title: '轻重', key: 'severity', render: (_, it) => <SeverityTag severity={it.severity} /> },
    { title: '期限', key: 'due', render: (_, it) => (it.dueOn ? <CivilDate date={it.dueOn} /> : '未公布') },
    { title: '状态', key: 'status', render: (_, it) => <FindingTag {...it} /> },
    { title: '整改', dataIndex: 'proof' },
    { title: '下一步', key: 'escalation', render: (_, it) => escalationNames[it.escalation] },
    {
      title: '',
      key: 'recheck',
      render: (_, it) =>
        mayRecheck &&
        it.status !== 'passed' && (
          <Button size="small" onClick={() => setOpen(it)}>
            复查
          </Button>
        ),
    },
  ]
  return (
    <Section title="问题与整改" flush>
      <DataTable
        label="问题与整改"
        rows={list.data?.rows}
        rowKey="id"
        columns={columns}
        loading={list.isPending}
        error={list.error}
        empty={<EmptyState title="没有要整改的问题" />}
      />
      {open && <RecheckDialog finding={open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}
