import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Form, Input, Modal, Select, Space, message } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  Page,
  ProblemAlert,
  Section,
  SquadTag,
  StateTag,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { listEnterprises } from '../../enterprises/contract.ts'
import {
  createRequest,
  listKinds,
  listRequests,
  raiseNeeds,
  refuseRequest,
  withdrawRequest,
  type RequestRow,
} from '../contract.ts'

const states = { open: '待安排', planned: '已安排', served: '已上门', withdrawn: '已撤回', refused: '未受理' } as const
const stateTones = {
  open: 'info',
  planned: 'success',
  served: 'success',
  withdrawn: 'neutral',
  refused: 'warning',
} as const
const sources = { enterprise: '企业点单', staff: '工会代点', standing: '覆盖需求', follow_up: '后期跟踪' } as const

/** An order for an enterprise by staff. */
const OrderDialog = (props: { readonly onClose: () => void; readonly onDone: () => Promise<void> }) => {
  const me = useMe()
  const [search, setSearch] = useState('')
  const [error, setError] = useState<unknown>()
  const [form] = Form.useForm<{
    enterpriseId: string
    activityKindId: string
    days: [dayjs.Dayjs, dayjs.Dayjs]
    wish?: string
  }>()
  const found = useQuery({
    queryKey: ['enterprises', 'search', search],
    queryFn: () => call(listEnterprises, { query: { search: search || undefined, limit: 20 } }),
  })
  const kinds = useQuery({ queryKey: ['kinds'], queryFn: () => call(listKinds) })
  const today = dayjs(me.org.today)
  const save = async (): Promise<void> => {
    const { days, ...it } = await form.validateFields()
    try {
      await call(createRequest, {
        body: { ...it, earliestOn: days[0].format('YYYY-MM-DD'), latestOn: days[1].format('YYYY-MM-DD') },
      })
      await props.onDone()
      props.onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Modal open title="代企业点单" okText="点单" cancelText="取消" onOk={() => void save()} onCancel={props.onClose}>
      <Form form={form} layout="vertical" initialValues={{ days: [today.add(1, 'day'), today.add(30, 'day')] }}>
        <Form.Item name="enterpriseId" label="企业" rules={[{ required: true, message: '请选企业' }]}>
          <Select
            showSearch={{ filterOption: false, onSearch: setSearch }}
            placeholder="输入名称查找"
            options={found.data?.rows.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Form.Item>
        <Form.Item name="activityKindId" label="活动" rules={[{ required: true, message: '请选活动' }]}>
          <Select
            options={kinds.data
              ?.filter((it) => it.active)
              .map((it) => ({ value: it.id, label: `${it.name}（${it.minutes + it.setupMinutes} 分钟）` }))}
          />
        </Form.Item>
        <Form.Item name="days" label="哪几天之间都可以" rules={[{ required: true, message: '请选日期' }]}>
          <DatePicker.RangePicker minDate={today} />
        </Form.Item>
        <Form.Item name="wish" label="具体想要什么">
          <Input.TextArea maxLength={300} rows={2} />
        </Form.Item>
      </Form>
      {error !== undefined && <ProblemAlert error={error} />}
    </Modal>
  )
}

const RequestsPage = () => {
  const me = useMe()
  const client = useQueryClient()
  const [toast, holder] = message.useMessage()
  const [page, setPage] = useState({ page: 1, size: 20 })
  const [status, setStatus] = useState<RequestRow['status'] | undefined>('open')
  const [search, setSearch] = useState('')
  const [ordering, setOrdering] = useState(false)
  const [refusing, setRefusing] = useState<RequestRow>()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const query = { status, search: search || undefined, limit: page.size, offset: (page.page - 1) * page.size }
  const list = useQuery({ queryKey: ['requests', query], queryFn: () => call(listRequests, { query }) })
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['requests'] })
  const run = async (act: () => Promise<unknown>): Promise<void> => {
    setError(undefined)
    try {
      await act()
      await refresh()
    } catch (problem) {
      setError(problem)
    }
  }
  const month = dayjs(me.org.today).add(1, 'month').format('YYYY-MM')
  const columns: Columns<RequestRow> = [
    { title: '企业', dataIndex: 'enterpriseName' },
    {
      title: '活动',
      key: 'activity',
      render: (_, it) => (
        <Space>
          <SquadTag squad={it.squadKind} />
          {it.activityName}
        </Space>
      ),
    },
    {
      title: '哪几天',
      key: 'days',
      render: (_, it) => (
        <>
          <CivilDate date={it.earliestOn} /> — <CivilDate date={it.latestOn} />
        </>
      ),
    },
    { title: '来源', key: 'source', render: (_, it) => sources[it.source] },
    { title: '具体想要', dataIndex: 'wish', ellipsis: true },
    {
      title: '状态',
      key: 'status',
      render: (_, it) => (
        <>
          <StateTag tone={stateTones[it.status]}>{states[it.status]}</StateTag>
          {it.visitOn && <CivilDate date={it.visitOn} />}
          {it.refusal && <div>{it.refusal}</div>}
        </>
      ),
    },
    {
      title: '',
      key: 'actions',
      render: (_, it) =>
        it.status === 'open' && (
          <Space>
            <Button size="small" onClick={() => setRefusing(it)}>
              不受理
            </Button>
            <Button size="small" onClick={() => void run(() => call(withdrawRequest, { params: { id: it.id } }))}>
              撤回
            </Button>
          </Space>
        ),
    },
  ]
  return (
    <Page
      title="点单"
      lead="企业想要什么、工会代点了什么、到期该覆盖什么，都在这里等排期。"
      actions={
        <Space wrap>
          <Button
            onClick={() =>
              void run(async () => toast.success(`已列入 ${(await call(raiseNeeds, { body: { month } })).created} 单`))
            }
          >
            把 {Number(month.slice(5))} 月到期的覆盖需求列为点单
          </Button>
          <Button type="primary" onClick={() => setOrdering(true)}>
            代企业点单
          </Button>
        </Space>
      }
    >
      {holder}
      {error !== undefined && <ProblemAlert error={error} />}
      <Section flush>
        <DataTable
          label="点单"
          rows={list.data?.rows}
          total={list.data?.total}
          rowKey="id"
          columns={columns}
          paging={page}
          onPaging={setPage}
          loading={list.isPending}
          error={list.error}
          filters={
            <>
              <Select
                allowClear
                aria-label="状态"
                placeholder="全部状态"
                value={status}
                style={{ width: 120 }}
                onChange={(it) => {
                  setStatus(it)
                  setPage({ ...page, page: 1 })
                }}
                options={Object.entries(states).map(([value, label]) => ({ value, label }))}
              />
              <Input.Search
                allowClear
                aria-label="企业名称"
                placeholder="企业名称"
                style={{ width: 200 }}
                onSearch={(it) => {
                  setSearch(it)
                  setPage({ ...page, page: 1 })
                }}
              />
            </>
          }
          empty={<EmptyState title="没有点单" hint="可以代企业点单，或请企业在手机上点。" />}
        />
      </Section>
      {ordering && <OrderDialog onClose={() => setOrdering(false)} onDone={refresh} />}
      <Modal
        open={refusing !== undefined}
        title="不受理的理由（企业会看到）"
        okText="不受理"
        cancelText="取消"
        okButtonProps={{ disabled: reason.trim().length < 2 }}
        onCancel={() => setRefusing(undefined)}
        onOk={() =>
          void run(() => call(refuseRequest, { params: { id: refusing!.id }, body: { reason } })).then(() =>
            setRefusing(undefined),
          )
        }
      >
        <Input.TextArea
          aria-label="理由"
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </Page>
  )
}

export default RequestsPage
