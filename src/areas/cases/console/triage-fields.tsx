import { Checkbox, Form, Input, InputNumber, Radio, Select, Space } from 'antd'
import type { ReactNode } from 'react'
import { topicNames } from '../names.zh.ts'
import { EmployerPick, type Employer } from './employer-pick.tsx'

const EMPLOYER_MOST = 80

const named = async (_: unknown, it: Employer | undefined): Promise<void> => {
  if (!it?.name.trim()) throw new Error('请填用人单位')
  if (it.name.trim().length > EMPLOYER_MOST) throw new Error(`不超过 ${EMPLOYER_MOST} 个字`)
}

/** The rules of a field that holds an employer. */
export const employerRules = [{ required: true, validator: named }]

const yesNo = [
  { value: true, label: '是' },
  { value: false, label: '否' },
]

/** What unions ask first; stands in a form whose fields are named as in the contract, `employer` being a pick. */
export const TriageFields = ({ children }: { readonly children?: ReactNode }) => {
  const stillEmployed: unknown = Form.useWatch('stillEmployed')
  return (
    <>
      <Form.Item name="stillEmployed" label="还在职吗">
        <Radio.Group options={yesNo} />
      </Form.Item>
      {stillEmployed === false && (
        <Form.Item name="leftOn" label="什么时候离开的">
          <Input type="date" />
        </Form.Item>
      )}
      <Form.Item name="writtenContract" label="签了书面合同吗">
        <Radio.Group options={yesNo} />
      </Form.Item>
      <Form.Item name="topic" label="是什么事">
        <Select options={Object.entries(topicNames).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="employer" label="用人单位" rules={employerRules}>
        <EmployerPick />
      </Form.Item>
      {children}
      <Form.Item name="peopleUnpaid" label="被欠薪的一共几人" extra="没有来的也算；3 人以上列为急件（内部阈值）。">
        <InputNumber min={0} max={10_000} precision={0} />
      </Form.Item>
      <Space>
        <Form.Item name="injured" valuePropName="checked">
          <Checkbox>涉及工伤</Checkbox>
        </Form.Item>
        <Form.Item name="pregnant" valuePropName="checked">
          <Checkbox>孕期、产期、哺乳期</Checkbox>
        </Form.Item>
      </Space>
    </>
  )
}
