import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import type { BodyIn, Problem } from '../../../platform/base/operation.ts'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { ConflictDialog, ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { editCase, type CaseDetail } from '../contract.ts'
import { pathNames, topicNames } from '../names.zh.ts'
import type { Employer } from './employer-pick.tsx'
import { TriageFields } from './triage-fields.tsx'

type Body = BodyIn<typeof editCase>

interface Values extends Omit<Body, 'employer' | 'enterpriseId'> {
  readonly employer: Employer
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

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** What was asked at the intake, and the path, as they turn out later. */
export const EditTriage = ({ it }: { readonly it: CaseDetail }) => {
  const cache = useQueryClient()
  const [form] = Form.useForm<Values>()
  // The version that the form was opened on.
  const [version, setVersion] = useState<number>()
  const [sent, setSent] = useState<Body>()
  const saving = useMutation({
    mutationFn: (to: { body: Body; version: number }) => call(editCase, { params: { id: it.id }, ...to }),
    onSuccess: async () => {
      setVersion(undefined)
      await cache.invalidateQueries({ queryKey: ['cases'] })
    },
  })
  const conflict: Problem | undefined =
    saving.error instanceof ApiProblem && saving.error.code === 'STALE' ? saving.error.problem : undefined
  const bodyOf = ({ employer, ...values }: Values): Body => ({
    ...values,
    leftOn: values.stillEmployed === false ? values.leftOn || null : values.stillEmployed ? null : it.leftOn,
    employer: employer.name,
    enterpriseId: employer.enterpriseId ?? (employer.name === it.employer ? it.enterpriseId : null),
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
          initialValues={{ ...it, path: it.path ?? undefined, employer: { name: it.employer } }}
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
          <TriageFields />
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
