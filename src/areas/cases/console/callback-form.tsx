import { Button, Form, Input, Radio } from 'antd'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, useMe } from '../../../platform/web/console-kit/index.ts'
import { callBack } from '../contract.ts'
import { useCaseStep, type Person } from './use-case.ts'

interface Values {
  readonly calledOn: string
  readonly result: 'yes' | 'no' | 'unreached'
  readonly note?: string
}

const results = [
  { value: 'yes', label: '解决了' },
  { value: 'no', label: '没有解决（案件重新打开）' },
  { value: 'unreached', label: '没有联系上' },
]

/** The call after the closing: is it settled? */
export const CallbackForm = (props: { readonly caseId: string; readonly person: Person }) => {
  const { caseId, person } = props
  const { today } = useMe().org
  const saving = useCaseStep((it: Values) =>
    call(callBack, {
      params: { id: caseId, claimantId: person.id },
      body: {
        calledOn: it.calledOn,
        reached: it.result !== 'unreached',
        ...(it.result === 'unreached' ? {} : { settled: it.result === 'yes' }),
        note: it.note ?? '',
      },
    }),
  )
  return (
    <Form<Values>
      key={person.callbacks.length}
      name={`call-${person.id}`}
      layout="vertical"
      initialValues={{ calledOn: today }}
      onFinish={(it) => saving.mutate(it)}
    >
      {person.callbacks.map((it) => (
        <p key={`${it.calledOn} ${it.note}`}>
          {it.calledOn} 回访：{it.settled === null ? '没有联系上' : it.settled ? '解决了' : '没有解决'} {it.note}
        </p>
      ))}
      <Form.Item
        name="calledOn"
        label={`回访日期${person.callbackDueOn ? `（应在 ${person.callbackDueOn} 前后）` : ''}`}
      >
        <Input type="date" max={today} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="result" label="事情解决了吗" rules={[{ required: true, message: '请选' }]}>
        <Radio.Group options={results} />
      </Form.Item>
      <Form.Item name="note" label="记录">
        <Input maxLength={500} />
      </Form.Item>
      {saving.error && <ProblemAlert error={saving.error} />}
      <Button htmlType="submit" loading={saving.isPending}>
        保存回访
      </Button>
    </Form>
  )
}
