import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select, Space } from 'antd'
import type dayjs from 'dayjs'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, Section } from '../../../platform/web/console-kit/index.ts'
import { listEnterprises } from '../../enterprises/contract.ts'
import { listLetters } from '../contract.ts'
import type { LetterContent, LetterKind } from '../domain/index.ts'
import { letterKindNames, letterTitles } from '../texts.zh.ts'
import { ContentFields } from './content-fields.tsx'

export interface LetterValues {
  readonly enterpriseId: string
  readonly opinionId?: string
  readonly subject: string
  readonly content: LetterContent
  readonly inspected?: [dayjs.Dayjs, dayjs.Dayjs]
  readonly contactName: string
  readonly contactPhone: string
  readonly copies?: string[]
}

/** What is sent, of what was filled in. */
export const textsOf = (kind: LetterKind, values: LetterValues) => {
  const { subject, contactName, contactPhone, copies = [], inspected } = values
  const content = {
    ...values.content,
    kind,
    ...(inspected
      ? { inspectedFrom: inspected[0].format('YYYY-MM-DD'), inspectedTo: inspected[1].format('YYYY-MM-DD') }
      : {}),
  } as never
  return { subject, contactName, contactPhone, copies, content }
}

const EnterprisePick = (props: { readonly value?: string; readonly onChange?: (id: string) => void }) => {
  const [search, setSearch] = useState('')
  const found = useQuery({
    queryKey: ['enterprises', 'search', search],
    queryFn: () => call(listEnterprises, { query: { search: search || undefined, limit: 20 } }),
  })
  return (
    <Select
      aria-label="企业"
      showSearch={{ filterOption: false, onSearch: setSearch }}
      placeholder="输入名称查找"
      value={props.value}
      onChange={props.onChange}
      options={found.data?.rows.map((it) => ({ value: it.id, label: it.name }))}
    />
  )
}

/** Opinions to this enterprise that were sent; the server says whether a recommendation may follow. */
const OpinionPick = (props: {
  readonly enterpriseId: string | undefined
  readonly value?: string
  readonly onChange?: (id: string) => void
}) => {
  const { enterpriseId } = props
  const found = useQuery({
    queryKey: ['letters', 'opinions', enterpriseId],
    queryFn: () => call(listLetters, { query: { kind: 'opinion', enterpriseId, limit: 50 } }),
    enabled: enterpriseId !== undefined,
  })
  return (
    <Select
      aria-label="对应的意见书"
      placeholder={enterpriseId ? '选已送达、逾期未复或未改正的意见书' : '先选企业'}
      disabled={!enterpriseId}
      value={props.value}
      onChange={props.onChange}
      options={found.data?.rows
        .filter((it) => it.deliveredOn && it.state !== 'withdrawn')
        .map((it) => ({ value: it.id, label: `${it.number}　${it.subject}` }))}
    />
  )
}

/** The form of a draft; for an existing one the enterprise and the opinion stay as they are. */
export const LetterForm = (props: {
  readonly kind: LetterKind
  readonly initial: object
  readonly fixed: boolean
  /** The enterprise, where it is settled by what the letter is written from. */
  readonly enterprise?: { readonly id: string; readonly name: string }
  readonly saving: boolean
  readonly error: unknown
  readonly onSave: (values: LetterValues) => void
  readonly onCancel: () => void
}) => {
  const { kind } = props
  const [form] = Form.useForm<LetterValues>()
  const picked = Form.useWatch('enterpriseId', form)
  const enterpriseId = props.enterprise?.id ?? picked
  const name = letterKindNames[kind]
  return (
    <Section title={letterTitles[kind]}>
      <Form<LetterValues>
        className="l-form"
        form={form}
        layout="vertical"
        initialValues={props.initial}
        onFinish={props.onSave}
        scrollToFirstError
      >
        {!props.fixed && !props.enterprise && (
          <Form.Item name="enterpriseId" label="企业" rules={[{ required: true, message: '请选企业' }]}>
            <EnterprisePick />
          </Form.Item>
        )}
        {!props.fixed && kind === 'recommendation' && (
          <Form.Item name="opinionId" label="对应的意见书" rules={[{ required: true, message: '请选意见书' }]}>
            <OpinionPick enterpriseId={enterpriseId} />
          </Form.Item>
        )}
        <Form.Item
          name="subject"
          label="事由"
          extra={`标题会是“关于……的${letterTitles[kind]}”`}
          rules={[{ required: true, whitespace: true, message: '请填事由' }]}
        >
          <Input maxLength={60} placeholder="如 规范加班工资支付" />
        </Form.Item>
        <ContentFields kind={kind} />
        <div className="l-pair">
          <Form.Item name="contactName" label="工会联系人" rules={[{ required: true, message: '请填联系人' }]}>
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="contactPhone" label="联系电话" rules={[{ required: true, message: '请填电话' }]}>
            <Input maxLength={30} inputMode="tel" />
          </Form.Item>
        </div>
        <Form.Item name="copies" label="抄送" extra="输入单位全称后按回车，如 泗洪县人民检察院">
          <Select mode="tags" open={false} tokenSeparators={['、', '，', ',']} placeholder="没有可不填" />
        </Form.Item>
        <ProblemAlert error={props.error} />
        <Space>
          <Button type="primary" htmlType="submit" loading={props.saving}>
            存为{name}草稿
          </Button>
          <Button onClick={props.onCancel}>取消</Button>
        </Space>
      </Form>
    </Section>
  )
}
