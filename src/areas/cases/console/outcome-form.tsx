import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber, Select, Space } from 'antd'
import type { BodyIn } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { ConflictDialog, ProblemAlert, useMe } from '../../../platform/web/console-kit/index.ts'
import { answerClaimant, setOutcome } from '../contract.ts'
import { amountKindNames, deliveryNames, outcomeNames, payerNames } from '../names.zh.ts'
import { yuan } from './case-tags.tsx'
import { useCaseStep, usePersonEdit, type OwnSteps, type Person } from './use-case.ts'

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

interface AmountValues {
  readonly kind: Person['amounts'][number]['kind']
  readonly payer: Person['amounts'][number]['payer']
  readonly yuan: number
  readonly agreedOn: string
  readonly paidOn?: string
  readonly basis?: string
}
interface OutcomeValues {
  readonly outcome: NonNullable<Person['outcome']>
  readonly amounts?: readonly AmountValues[]
  readonly noAmountReason?: string
}

interface FormProps {
  readonly caseId: string
  readonly person: Person
}

const labels = { outcome: '结果', amounts: '金额', noAmountReason: '没有金额的原因' }

type Body = BodyIn<typeof setOutcome>
type AmountsIn = NonNullable<Body['amounts']>

const conflictText = (field: string, value: unknown): string => {
  if (field === 'outcome') return value ? (outcomeNames[String(value)] ?? '') : '（空）'
  if (field !== 'amounts') return String(value ?? '') || '（空）'
  const list = (value as AmountsIn).map((it) => `${amountKindNames[it.kind]} ${yuan(it.amountFen)} 元`)
  return list.length > 0 ? list.join('；') : '没有'
}

/** Outcome and amounts by kind, or why there is none. */
export const OutcomeForm = ({ caseId, person, own }: FormProps & { readonly own: OwnSteps }) => {
  const { today } = useMe().org
  const edit = usePersonEdit<OutcomeValues>(person, own, (it, version, after) => {
    const mine: Body = {
      outcome: it.outcome,
      noAmountReason: it.noAmountReason || null,
      amounts: (it.amounts ?? []).map(({ yuan: amount, paidOn, basis, ...one }) => ({
        ...one,
        amountFen: Math.round(amount * 100),
        paidOn: paidOn || null,
        basis: basis ?? '',
      })),
    }
    const theirs = Object.fromEntries(
      after ? Object.keys(mine).flatMap((field) => (after.mine(field) ? [] : [[field, after.theirs(field)]])) : [],
    )
    return call(setOutcome, {
      params: { id: caseId, claimantId: person.id },
      version,
      body: { ...mine, ...theirs },
    })
  })
  return (
    <Form<OutcomeValues>
      key={edit.formKey}
      name={`outcome-${person.id}`}
      layout="vertical"
      onValuesChange={edit.touch}
      initialValues={{
        outcome: person.outcome ?? undefined,
        noAmountReason: person.noAmountReason ?? undefined,
        amounts: person.amounts.map(({ amountFen, paidOn, ...it }) => ({
          ...it,
          yuan: amountFen / 100,
          paidOn: paidOn ?? undefined,
        })),
      }}
      onFinish={edit.save}
    >
      <Form.Item name="outcome" label="结果" rules={[{ required: true, message: '请选结果' }]}>
        <Select style={{ width: 200 }} options={options(outcomeNames)} />
      </Form.Item>
      <Form.List name="amounts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Space key={key} wrap align="baseline">
                <Form.Item name={[name, 'kind']} label="种类" rules={[{ required: true, message: '请选种类' }]}>
                  <Select style={{ width: 190 }} options={options(amountKindNames)} />
                </Form.Item>
                <Form.Item name={[name, 'payer']} label="谁付" initialValue="employer">
                  <Select style={{ width: 140 }} options={options(payerNames)} />
                </Form.Item>
                <Form.Item name={[name, 'yuan']} label="金额（元）" rules={[{ required: true, message: '请填金额' }]}>
                  <InputNumber min={0.01} precision={2} />
                </Form.Item>
                <Form.Item name={[name, 'agreedOn']} label="约定或裁判日" initialValue={today}>
                  <Input type="date" max={today} />
                </Form.Item>
                <Form.Item name={[name, 'paidOn']} label="到账日">
                  <Input type="date" max={today} />
                </Form.Item>
                <Form.Item name={[name, 'basis']} label="依据">
                  <Input placeholder="如：调解书、裁决书文号" maxLength={200} />
                </Form.Item>
                <Button
                  type="text"
                  aria-label={`去掉第${name + 1}笔`}
                  icon={<MinusCircleOutlined />}
                  onClick={() => remove(name)}
                />
              </Space>
            ))}
            <Form.Item>
              <Button icon={<PlusOutlined />} onClick={() => add()}>
                加一笔金额
              </Button>
            </Form.Item>
          </>
        )}
      </Form.List>
      <Form.Item name="noAmountReason" label="没有金额的，写明原因">
        <Input maxLength={300} />
      </Form.Item>
      {edit.error && <ProblemAlert error={edit.error} />}
      <Button htmlType="submit" loading={edit.busy}>
        保存结果
      </Button>
      <ConflictDialog
        problem={edit.conflict}
        labels={labels}
        format={conflictText}
        onResolve={edit.resolve}
        onCancel={edit.cancel}
      />
    </Form>
  )
}

interface AnswerValues {
  readonly text: string
  readonly deliveredOn?: string
  readonly deliveredBy?: 'in_person' | 'phone' | 'letter' | 'message'
}

/** The answer of the present round, and how it reached the person. */
export const AnswerForm = ({ caseId, person }: FormProps) => {
  const { today } = useMe().org
  const now = person.answers.find((it) => it.round === person.round)
  const saving = useCaseStep((it: AnswerValues) =>
    call(answerClaimant, {
      params: { id: caseId, claimantId: person.id },
      body: { text: it.text, deliveredOn: it.deliveredOn || null, deliveredBy: it.deliveredBy ?? null },
    }),
  )
  return (
    <Form<AnswerValues>
      key={`${person.round} ${now?.deliveredOn}`}
      name={`answer-${person.id}`}
      layout="vertical"
      initialValues={{
        text: now?.text,
        deliveredOn: now?.deliveredOn ?? undefined,
        deliveredBy: now?.deliveredBy ?? undefined,
      }}
      onFinish={(it) => saving.mutate(it)}
    >
      {person.answers
        .filter((it) => it.round < person.round)
        .map((it) => (
          <p key={it.round}>
            第 {it.round} 次答复：{it.text}
          </p>
        ))}
      <Form.Item name="text" label="答复" rules={[{ required: true, message: '请写答复' }]}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Space wrap>
        <Form.Item name="deliveredOn" label="哪天送到">
          <Input type="date" max={today} />
        </Form.Item>
        <Form.Item name="deliveredBy" label="怎样送到">
          <Select allowClear style={{ width: 140 }} options={options(deliveryNames)} />
        </Form.Item>
      </Space>
      {saving.error && <ProblemAlert error={saving.error} />}
      <Button htmlType="submit" loading={saving.isPending}>
        保存答复
      </Button>
    </Form>
  )
}
