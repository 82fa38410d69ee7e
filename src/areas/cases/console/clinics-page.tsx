import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal, Space } from 'antd'
import { useState } from 'react'
import type { BodyIn, Problem } from '../../../platform/base/operation.ts'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  ConflictDialog,
  DataTable,
  EmptyState,
  Figure,
  Figures,
  Page,
  ProblemAlert,
  Section,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { listClinics, recordClinic, type Clinic } from '../contract.ts'
import { useCaseStep } from './use-case.ts'

type Values = BodyIn<typeof recordClinic>

/** 加班 问 7 答 6、工伤 问 3 答 3: one side of a conflict. */
const told = (field: string, value: unknown): string => {
  const rows =
    field === 'questions'
      ? (value as Clinic['questions']).map((it) => `${it.topic} 问 ${it.asked} 答 ${it.answered}`)
      : (value as Clinic['pamphlets']).map((it) => `${it.title} ${it.copies} 份`)
  return rows.join('、') || '（空）'
}

/** By topic what was asked and answered, by title what was given out; sums are added up, never typed. */
const RecordDialog = (props: { readonly clinic: Clinic; readonly onClose: () => void }) => {
  const { clinic } = props
  const [form] = Form.useForm<Values>()
  // The version the dialog was opened on: a volunteer may count on their phone meanwhile.
  const [version] = useState(clinic.version)
  const [sent, setSent] = useState<Values>()
  const saving = useCaseStep(
    (to: { body: Values; version: number }) => call(recordClinic, { params: { id: clinic.visitId }, ...to }),
    props.onClose,
  )
  const conflict: Problem | undefined =
    saving.error instanceof ApiProblem && saving.error.code === 'STALE' ? saving.error.problem : undefined
  return (
    <Modal
      title={`${clinic.enterpriseName} 咨询情况`}
      open
      width={620}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ loading: saving.isPending }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ questions: clinic.questions, pamphlets: clinic.pamphlets }}
        onFinish={(it) => {
          const body = { questions: it.questions ?? [], pamphlets: it.pamphlets ?? [] }
          setSent(body)
          saving.mutate({ body, version })
        }}
      >
        <Form.List name="questions">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <Space key={key} align="baseline">
                  <Form.Item name={[name, 'topic']} label="主题" rules={[{ required: true, message: '请填' }]}>
                    <Input maxLength={30} />
                  </Form.Item>
                  <Form.Item name={[name, 'asked']} label="问了几人" rules={[{ required: true, message: '请填' }]}>
                    <InputNumber min={1} precision={0} />
                  </Form.Item>
                  <Form.Item name={[name, 'answered']} label="当场答了" rules={[{ required: true, message: '请填' }]}>
                    <InputNumber min={0} precision={0} />
                  </Form.Item>
                  <Button type="text" aria-label="去掉" icon={<MinusCircleOutlined />} onClick={() => remove(name)} />
                </Space>
              ))}
              <Form.Item>
                <Button icon={<PlusOutlined />} onClick={() => add()}>
                  加一个主题
                </Button>
              </Form.Item>
            </>
          )}
        </Form.List>
        <Form.List name="pamphlets">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <Space key={key} align="baseline">
                  <Form.Item name={[name, 'title']} label="资料" rules={[{ required: true, message: '请填' }]}>
                    <Input maxLength={60} />
                  </Form.Item>
                  <Form.Item name={[name, 'copies']} label="发了几份" rules={[{ required: true, message: '请填' }]}>
                    <InputNumber min={1} precision={0} />
                  </Form.Item>
                  <Button type="text" aria-label="去掉" icon={<MinusCircleOutlined />} onClick={() => remove(name)} />
                </Space>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add()}>
                加一种资料
              </Button>
            </>
          )}
        </Form.List>
      </Form>
      {saving.error && !conflict && <ProblemAlert error={saving.error} />}
      <ConflictDialog
        problem={conflict}
        labels={{ questions: '提问和答复', pamphlets: '资料' }}
        format={told}
        onCancel={() => saving.reset()}
        onResolve={(choices, now) => {
          const theirs = (conflict?.differs ?? []).filter((it) => choices[it.field] === 'theirs')
          const body = { ...sent!, ...Object.fromEntries(theirs.map((it) => [it.field, it.theirs])) }
          saving.mutate({ body, version: now ?? version })
        }}
      />
    </Modal>
  )
}

/** 普法咨询: clinics held, what was asked, what was given out, which cases came of it. */
const ClinicsPage = () => {
  const me = useMe()
  const year = me.org.today.slice(0, 4)
  const [open, setOpen] = useState<Clinic>()
  const list = useQuery({ queryKey: ['cases', 'clinics', year], queryFn: () => call(listClinics, { query: { year } }) })
  const rows = list.data?.rows
  const sum = (of: (it: Clinic) => number): number | undefined => rows?.reduce((total, it) => total + of(it), 0)
  const may = me.roles.some((it) => it === 'admin' || it === 'staff' || it === 'leader')
  const columns: Columns<Clinic> = [
    { title: '日期', key: 'date', render: (_, it) => <CivilDate date={it.date} /> },
    { title: '企业', dataIndex: 'enterpriseName' },
    { title: '小分队', dataIndex: 'teamName' },
    { title: '提问', dataIndex: 'asked', align: 'right' },
    { title: '答复', dataIndex: 'answered', align: 'right' },
    { title: '资料（份）', dataIndex: 'copies', align: 'right' },
    { title: '立案', dataIndex: 'cases', align: 'right' },
    {
      title: '',
      key: 'record',
      render: (_, it) =>
        may && (
          <Button size="small" onClick={() => setOpen(it)}>
            {it.recorded ? '修改' : '登记'}
          </Button>
        ),
    },
  ]
  return (
    <Page title="普法咨询" lead="办过的咨询从上门活动里来；这里登记问了什么、答了多少、发了什么。">
      <Figures>
        <Figure label={`${year} 年场次`} value={rows?.length} unit="场" definition="已到场的普法咨询" />
        <Figure label="提问" value={sum((it) => it.asked)} unit="人次" definition="各主题提问相加" />
        <Figure
          label="当场答复"
          value={sum((it) => it.answered)}
          of={sum((it) => it.asked)}
          unit="人次"
          definition="各主题答复相加"
        />
        <Figure label="资料" value={sum((it) => it.copies)} unit="份" definition="各种资料相加" />
      </Figures>
      <Section flush>
        <DataTable
          label="普法咨询"
          rows={rows}
          rowKey="visitId"
          columns={columns}
          loading={list.isPending}
          error={list.error}
          empty={<EmptyState title="今年还没有办过普法咨询" hint="在菜单里点单，排期后上门。" />}
        />
      </Section>
      {open && <RecordDialog clinic={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

export default ClinicsPage
