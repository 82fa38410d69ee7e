import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Input, Radio, Select, Space } from 'antd'
import { useState } from 'react'
import type { BodyIn } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, useMe } from '../../../platform/web/console-kit/index.ts'
import { createCase, listClinics } from '../contract.ts'
import type { Employer } from './employer-pick.tsx'
import { TriageFields } from './triage-fields.tsx'
import { useCaseStep } from './use-case.ts'

type Values = Omit<BodyIn<typeof createCase>, 'employer' | 'enterpriseId'> & { readonly employer: Employer }

/** The clinic somebody came to, of this year's. */
const ClinicPick = (props: {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (id: string) => void
}) => {
  const year = useMe().org.today.slice(0, 4)
  const found = useQuery({
    queryKey: ['cases', 'clinics', year],
    queryFn: () => call(listClinics, { query: { year } }),
  })
  return (
    <Select
      id={props.id}
      allowClear
      placeholder="哪一场；不知道可以不选"
      value={props.value}
      onChange={props.onChange}
      options={found.data?.rows.map((it) => ({ value: it.visitId, label: `${it.date} ${it.enterpriseName}` }))}
    />
  )
}

/** Takes a case in, by the questions that unions ask first. Shows the code once. */
export const CaseForm = (props: { readonly open: boolean; readonly onClose: () => void }) => {
  const [form] = Form.useForm<Values>()
  const [made, setMade] = useState<{ number: string; followCode: string }>()
  const channel = Form.useWatch('channel', form)
  const creating = useCaseStep(async ({ employer, ...it }: Values) =>
    setMade(
      await call(createCase, {
        body: { ...it, leftOn: it.leftOn || null, employer: employer.name, enterpriseId: employer.enterpriseId },
      }),
    ),
  )
  const close = (): void => {
    setMade(undefined)
    form.resetFields()
    props.onClose()
  }
  return (
    <Drawer
      title="登记求助"
      size={560}
      open={props.open}
      onClose={close}
      extra={
        made ? (
          <Button type="primary" onClick={close}>
            好了
          </Button>
        ) : (
          <Button type="primary" loading={creating.isPending} onClick={() => form.submit()}>
            登记
          </Button>
        )
      }
    >
      {made ? (
        <Alert
          type="success"
          showIcon
          title={`案号 ${made.number}`}
          description={
            <>
              <p>请把查询码交给当事人。它只显示这一次，凭它在手机上看办到哪一步，结案后没有解决也凭它重新打开：</p>
              <p>
                <code>{made.followCode}</code>
              </p>
            </>
          }
        />
      ) : (
        <Form
          name="taken"
          form={form}
          layout="vertical"
          initialValues={{ channel: 'console', topic: 'wages', persons: [{ name: '', phone: '' }], peopleUnpaid: 0 }}
          onFinish={(it) => creating.mutate(it)}
        >
          <Form.Item name="channel" label="从哪里来">
            <Radio.Group
              options={[
                { value: 'console', label: '来访' },
                { value: 'clinic', label: '巡回点' },
                { value: 'paper', label: '纸质' },
              ]}
            />
          </Form.Item>
          {channel === 'clinic' && (
            <Form.Item name="clinicVisitId" label="哪一场咨询">
              <ClinicPick />
            </Form.Item>
          )}
          <TriageFields>
            <Form.Item name="message" label="事情经过" extra="加密保存，只有经办的人看得到。">
              <Input.TextArea rows={4} maxLength={2000} />
            </Form.Item>
          </TriageFields>
          <Form.List name="persons">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <Space key={key} align="baseline">
                    <Form.Item name={[name, 'name']} label={`第${name + 1}位当事人`}>
                      <Input placeholder="姓名" maxLength={30} />
                    </Form.Item>
                    <Form.Item name={[name, 'phone']} label="电话">
                      <Input maxLength={30} />
                    </Form.Item>
                    {fields.length > 1 && (
                      <Button
                        type="text"
                        aria-label={`去掉第${name + 1}位`}
                        icon={<MinusCircleOutlined />}
                        onClick={() => remove(name)}
                      />
                    )}
                  </Space>
                ))}
                <Button icon={<PlusOutlined />} onClick={() => add({ name: '', phone: '' })}>
                  再加一位
                </Button>
              </>
            )}
          </Form.List>
          {creating.error && <ProblemAlert error={creating.error} />}
        </Form>
      )}
    </Drawer>
  )
}
