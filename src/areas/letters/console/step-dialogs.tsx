import { UploadOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Input, Modal, Radio, Select, Upload } from 'antd'
import dayjs from 'dayjs'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import {
  closeLetter,
  deliverLetter,
  deliveryWays,
  escalateLetter,
  recordAnswer,
  returnLetter,
  verifyAnswer,
  withdrawLetter,
  type Letter,
} from '../contract.ts'
import { terms } from '../domain/index.ts'
import { deliveryWayNames } from '../texts.zh.ts'
import { uploadAll, useStep } from './use-letter.ts'

interface Given {
  readonly letter: Letter
  readonly today: string
  readonly onClose: () => void
}

interface Picked {
  readonly fileList?: { readonly originFileObj?: File }[]
}

const filesOf = (picked: Picked | undefined): File[] => (picked?.fileList ?? []).flatMap((it) => it.originFileObj ?? [])

const FilePick = (props: { readonly name: string; readonly label: string; readonly many: boolean }) => (
  <Form.Item name={props.name} label={props.label}>
    <Upload accept="image/*,.pdf" beforeUpload={() => false} maxCount={props.many ? 10 : 1} multiple={props.many}>
      <Button icon={<UploadOutlined />}>选照片或 PDF</Button>
    </Upload>
  </Form.Item>
)

const Dialog = (props: {
  readonly title: string
  readonly ok: string
  readonly step: { readonly isPending: boolean; readonly error: unknown }
  readonly onOk: () => void
  readonly onClose: () => void
  readonly children: React.ReactNode
}) => (
  <Modal
    open
    title={props.title}
    okText={props.ok}
    cancelText="取消"
    confirmLoading={props.step.isPending}
    onOk={props.onOk}
    onCancel={props.onClose}
  >
    <ProblemAlert error={props.step.error} />
    {props.children}
  </Modal>
)

export const DeliverDialog = ({ letter, today, onClose }: Given) => {
  const [form] = Form.useForm<{
    deliveredOn: dayjs.Dayjs
    way: (typeof deliveryWays)[number]
    receivedBy: string
    note?: string
    receipt?: Picked
  }>()
  const step = useStep(async () => {
    const { deliveredOn, way, receivedBy, note = '', receipt } = await form.validateFields()
    const [receiptId] = await uploadAll(letter.id, 'receipt', filesOf(receipt))
    await call(deliverLetter, {
      params: { id: letter.id },
      body: { deliveredOn: deliveredOn.format('YYYY-MM-DD'), way, receivedBy, note, receiptId },
    })
  }, onClose)
  const term = terms[letter.kind]
  return (
    <Dialog title="登记送达" ok="登记" step={step} onOk={() => step.mutate(undefined)} onClose={onClose}>
      <p className="q-lead">
        答复期为送达次日起 {term.workdays} 个工作日（{term.basis}
        ）。数到放假安排还没公布的年份也照样登记，公布后自动算出。
      </p>
      <Form form={form} layout="vertical" initialValues={{ deliveredOn: dayjs(today), way: 'direct' }}>
        <div className="l-pair">
          <Form.Item name="deliveredOn" label="送达日期" rules={[{ required: true, message: '请选日期' }]}>
            <DatePicker
              minDate={letter.issuedOn ? dayjs(letter.issuedOn) : undefined}
              maxDate={dayjs(today)}
              style={{ width: '100%' }}
            />
          </Form.Item>
          <Form.Item name="way" label="方式">
            <Select options={deliveryWays.map((value) => ({ value, label: deliveryWayNames[value] }))} />
          </Form.Item>
        </div>
        <Form.Item name="receivedBy" label="收件人" rules={[{ required: true, message: '请填收件人' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="note" label="备注">
          <Input maxLength={300} />
        </Form.Item>
        <FilePick name="receipt" label="送达回证" many={false} />
      </Form>
    </Dialog>
  )
}

export const AnswerDialog = ({ letter, today, onClose }: Given) => {
  const [form] = Form.useForm<{ answeredOn: dayjs.Dayjs; text: string; files?: Picked }>()
  const step = useStep(async () => {
    const { answeredOn, text, files } = await form.validateFields()
    const fileIds = await uploadAll(letter.id, 'answer', filesOf(files))
    await call(recordAnswer, {
      params: { id: letter.id },
      body: { answeredOn: answeredOn.format('YYYY-MM-DD'), text, fileIds },
    })
  }, onClose)
  return (
    <Dialog title="登记书面答复" ok="登记" step={step} onOk={() => step.mutate(undefined)} onClose={onClose}>
      <Form form={form} layout="vertical" initialValues={{ answeredOn: dayjs(today) }}>
        <Form.Item name="answeredOn" label="答复日期" rules={[{ required: true, message: '请选日期' }]}>
          <DatePicker maxDate={dayjs(today)} />
        </Form.Item>
        <Form.Item name="text" label="答复内容" rules={[{ required: true, whitespace: true, message: '请填内容' }]}>
          <Input.TextArea maxLength={4000} autoSize={{ minRows: 4, maxRows: 12 }} />
        </Form.Item>
        <FilePick name="files" label="附件" many />
      </Form>
    </Dialog>
  )
}

export const VerifyDialog = ({ letter, onClose }: Given) => {
  const [form] = Form.useForm<{ obeyed: boolean; verdict: string }>()
  const step = useStep(
    async () => call(verifyAnswer, { params: { id: letter.id }, body: await form.validateFields() }),
    onClose,
  )
  return (
    <Dialog title="核实答复" ok="记下结论" step={step} onOk={() => step.mutate(undefined)} onClose={onClose}>
      <Form form={form} layout="vertical">
        <Form.Item name="obeyed" label="办理情况" rules={[{ required: true, message: '请选一项' }]}>
          <Radio.Group
            options={[
              { value: true, label: '已按要求办理' },
              { value: false, label: '没有按要求办理' },
            ]}
          />
        </Form.Item>
        <Form.Item name="verdict" label="怎样核实的" rules={[{ required: true, whitespace: true, message: '请写明' }]}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 3 }} placeholder="看了什么、问了谁、结果怎样" />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

const reasonSteps = {
  return: { title: '退回修改', label: '退回的理由', operation: returnLetter },
  withdraw: { title: '撤回函书', label: '撤回的理由（企业会看到）', operation: withdrawLetter },
  close: { title: '办结', label: '办结的情况', operation: closeLetter },
  escalate: { title: '移送或转入下一步', label: '移送到哪里、因为什么', operation: escalateLetter },
} as const
export type ReasonStep = keyof typeof reasonSteps

export const ReasonDialog = (props: Given & { readonly action: ReasonStep }) => {
  const { title, label, operation } = reasonSteps[props.action]
  const [form] = Form.useForm<{ reason: string }>()
  const step = useStep(
    async () =>
      call(operation as typeof closeLetter, { params: { id: props.letter.id }, body: await form.validateFields() }),
    props.onClose,
  )
  return (
    <Dialog title={title} ok="确定" step={step} onOk={() => step.mutate(undefined)} onClose={props.onClose}>
      <Form form={form} layout="vertical">
        <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true, message: '请写明' }]}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
