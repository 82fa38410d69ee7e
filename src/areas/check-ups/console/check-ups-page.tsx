import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, InputNumber, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  Page,
  ProblemAlert,
  Section,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { drawCheckUps, listCheckUps, type CheckUpRow } from '../contract.ts'
import { checkUpStateNames } from '../texts.zh.ts'
import { CheckUpState, Grade } from './tags.tsx'

const columns: Columns<CheckUpRow> = [
  { title: '企业', dataIndex: 'enterpriseName' },
  { title: '乡镇街道', dataIndex: 'townshipName' },
  { title: '约定日期', key: 'planned', render: (_, it) => it.plannedOn && <CivilDate date={it.plannedOn} /> },
  { title: '检查日期', key: 'checked', render: (_, it) => it.checkedOn && <CivilDate date={it.checkedOn} /> },
  { title: '状态', key: 'status', render: (_, it) => <CheckUpState status={it.status} /> },
  { title: '得分与等级', key: 'grade', render: (_, it) => <Grade {...it} /> },
]

const DrawDialog = (props: { readonly open: boolean; readonly onClose: () => void }) => {
  const [size, setSize] = useState<number | null>(10)
  const cache = useQueryClient()
  const drawing = useMutation({
    mutationFn: () => call(drawCheckUps, { body: { size: size ?? 1, include: [] } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['check-ups'] })
      props.onClose()
    },
  })
  return (
    <Modal
      title="随机抽取体检企业"
      open={props.open}
      okText="抽取"
      cancelText="取消"
      okButtonProps={{ disabled: !size, loading: drawing.isPending }}
      onOk={() => drawing.mutate()}
      onCancel={props.onClose}
    >
      <p>从今年还没有体检、也没有在排队的试点企业里抽。种子和候选名单会留档，谁都可以照着重抽一遍核对。</p>
      <Form layout="vertical">
        <Form.Item label="抽几家" htmlFor="draw-size">
          <InputNumber id="draw-size" min={1} max={500} precision={0} value={size} onChange={setSize} />
        </Form.Item>
      </Form>
      {drawing.error && <ProblemAlert error={drawing.error} />}
    </Modal>
  )
}

const states = ['planned', 'in_progress', 'submitted', 'reported'] as const
type View = (typeof states)[number] | 'all'

/** 法治体检: drawn, under way, reported. */
const CheckUpsPage = () => {
  const navigate = useNavigate()
  const me = useMe()
  const [view, setView] = useState<View>('all')
  const [page, setPage] = useState({ page: 1, size: 20 })
  const [drawing, setDrawing] = useState(false)
  const query = {
    ...(view === 'all' ? {} : { status: view }),
    limit: page.size,
    offset: (page.page - 1) * page.size,
  }
  const list = useQuery({ queryKey: ['check-ups', query], queryFn: () => call(listCheckUps, { query }) })
  const mayDraw = me.roles.includes('admin') || me.roles.includes('staff')
  return (
    <Page
      title="法治体检"
      lead="随机抽取，两人持证检查，出报告和处方，整改到复查通过。服务性评估，不具行政处罚效力。"
      actions={
        <>
          <Link to={'/check-ups/year' as never}>
            <Button>看全年</Button>
          </Link>
          {mayDraw && (
            <Button type="primary" onClick={() => setDrawing(true)}>
              抽取企业
            </Button>
          )}
        </>
      }
    >
      <Section flush>
        <DataTable
          label="法治体检"
          rows={list.data?.rows}
          total={list.data?.total}
          rowKey="id"
          columns={columns}
          paging={page}
          onPaging={setPage}
          loading={list.isPending}
          error={list.error}
          onOpen={(it) => void navigate({ to: `/check-ups/${it.id}` } as never)}
          filters={
            <Segmented
              aria-label="看哪些"
              value={view}
              options={[
                { value: 'all', label: '全部' },
                ...states.map((value) => ({ value, label: checkUpStateNames[value] })),
              ]}
              onChange={(it) => {
                setView(it as View)
                setPage({ ...page, page: 1 })
              }}
            />
          }
          empty={<EmptyState title="还没有法治体检" hint="先抽取企业，再给每家指派两名持证检查人员。" />}
        />
      </Section>
      <DrawDialog open={drawing} onClose={() => setDrawing(false)} />
    </Page>
  )
}

export default CheckUpsPage
