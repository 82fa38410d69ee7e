import { Button, Form, Input } from 'antd'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { addClaimant } from '../contract.ts'
import { useCaseStep } from './use-case.ts'

/** One more person joins the case. */
export const AddClaimant = ({ caseId }: { readonly caseId: string }) => {
  const [form] = Form.useForm<{ name: string; phone: string }>()
  const adding = useCaseStep(
    (it: { name: string; phone: string }) =>
      call(addClaimant, { params: { id: caseId }, body: { name: it.name ?? '', phone: it.phone ?? '' } }),
    () => form.resetFields(),
  )
  return (
    <div className="k-add">
      <Form name="joining" form={form} layout="inline" onFinish={(it) => adding.mutate(it)}>
        <Form.Item name="name">
          <Input aria-label="新当事人姓名" placeholder="姓名" maxLength={30} />
        </Form.Item>
        <Form.Item name="phone">
          <Input aria-label="新当事人电话" placeholder="电话" maxLength={30} />
        </Form.Item>
        <Button htmlType="submit" loading={adding.isPending}>
          加一位当事人
        </Button>
      </Form>
      {adding.error && <ProblemAlert error={adding.error} />}
    </div>
  )
}
