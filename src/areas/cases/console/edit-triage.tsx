import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import type { BodyIn, Problem } from '../../../platform/base/operation.ts'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { ConflictDialog, ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { editCase, type CaseDetail } from '../contract.ts'
import { pathNames, topicNames } from '../names.zh.ts'
import { EmployerPick, type Employer } from './employer-pick.tsx'

type Body = BodyIn<typeof editCase>

interface Values extends Omit<Body, 'employer' | 'enterpriseId'> {
  readonly who: Employer
}

const labels: Readonly<Record<string, string>> = {
  topic: '是什么事',
  path: '办理路径',
  employer: '用人单位',
  enterpriseId: '企业库里的企业',
  stillEmployed: '还在职吗',
  leftOn: '什么时候离开的',
  writtenContract: '签了书面合同吗',
  injured: '工伤',
  pregnant: '怀孕',
  peopleUnpaid: '被欠薪几人',
}

const shown = (field: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  const names: Readonly<Record<string, string>> = field === 'topic' ? topicNames : field === 'path' ? pathNames : {}
  return field === 'enterpriseId' ? '已选' : (names[String(value)] ?? String(value))
}

const yesNo = [
  { value: true, label: '是' },
  { value: false, label: '否' },
]

const named = async (_: unknown, it: Employer | undefined): Promise<void> => {
  if (!it?.name.trim()) throw new Error('请填用人单位')
  if (it.name.trim().length > 80) throw new Error('不超过 80 个字')
}

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** What was asked at the intake, and the path, as they turn out later. */
export const EditTriage = ({ it }: { readonly it: CaseDetail }) => {
  const cache = useQueryClient()
  const [form] = Form.useForm<Values>()
  // The version that the form was opened on.
  const [version, setVersion] = useState<number>()
  const [sent, setSent] = useState<Body>()
  const stillEmployed = Form.useWatch('stillEmployed', form)
  const saving = useMutation({
    mutationFn: (to: { body: Body; version: number }) => call(editCase, { params: { id: it.id }, ...to }),
    onSuccess: async () => {
      setVersion(undefined)
      await cache.invalidateQueries({ queryKey: ['cases'] })
    },
  })
  const conflict: Problem | undefined =
    saving.error instanceof ApiProblem && saving.error.code === 'STALE' ? saving.error.problem : undefined
  const bodyOf = ({ who, ...values }: Values): Body => ({
    ...values,
    leftOn: values.stillEmployed === false ? values.leftOn || null : values.stillEmployed ? null : it.leftOn,
    employer: who.name,
    enterpriseId: who.enterpriseId ?? (who.name === it.employer ? it.enterpriseId : null),
  })
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          saving.reset()
          setVersion(it.version)
        }}
      >
        修改
      </Button>
      <Modal
        title="情况和办理路径"
        open={version !== undefined}
        destroyOnHidden
        okText="保存"
        cancelText="取消"
        okButtonProps={{ loading: saving.isPending }}
        onOk={() => form.submit()}
        onCancel={() => setVersion(undefined)}
      >
        <Form<Values>
          name="triage"
          form={form}
          layout="vertical"
          preserve={false}
          initialValues={{ ...it, path: it.path ?? undefined, who: { name: it.employer } }}
          onFinish={(values) => {
            const body = bodyOf(values)
            setSent(body)
            saving.mutate({ body, version: version! })
          }}
        >
          {it.status === 'open' && (
            <Form.Item name="path" label="办理路径">
              <Select options={optionsOf(pathNames)} />
            </Form.Item>
          )}
          <Form.Item name="topic" label="是什么事">
            <Select options={optionsOf(topicNames)} />
          </Form.Item>
          <Form.Item name="who" label="用人单位" rules={[{ required: true, validator: named }]}>
            <EmployerPick />
          </Form.Item>
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
          <Form.Item name="peopleUnpaid" label="被欠薪几人（没有来的也算）">
            <InputNumber min={0} max={10_000} precision={0} />
          </Form.Item>
          <Form.Item name="injured" valuePropName="checked" noStyle>
            <Checkbox>工伤</Checkbox>
          </Form.Item>
          <Form.Item name="pregnant" valuePropName="checked" noStyle>
            <Checkbox>怀孕、产期、哺乳期</Checkbox>
          </Form.Item>
        </Form>
        {saving.error && !conflict && <ProblemAlert error={saving.error} />}
      </Modal>
      <ConflictDialog
        problem={conflict}
        labels={labels}
        format={shown}
        onCancel={() => saving.reset()}
        onResolve={(choices, now) => {
          const kept = Object.entries(sent ?? {}).filter(([field]) => choices[field] !== 'theirs')
          saving.mutate({ body: Object.fromEntries(kept), version: now ?? it.version })
        }}
      />
    </>
  )
}
