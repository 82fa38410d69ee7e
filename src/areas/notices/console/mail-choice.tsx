import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Switch } from 'antd'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, Section } from '../../../platform/web/console-kit/index.ts'
import { readMailChoice, setMailChoice } from '../contract.ts'

interface Values {
  readonly email?: string
  readonly wantsMail: boolean
}

/** Whether notices come by mail too, and where to. */
export const MailChoice = () => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const choice = useQuery({ queryKey: ['notices', 'mail'], queryFn: () => call(readMailChoice) })
  const saving = useMutation({
    mutationFn: ({ email, wantsMail }: Values) =>
      call(setMailChoice, { body: { email: email || null, wantsMail }, version: choice.data!.version }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['notices', 'mail'] })
      void message.success('已保存')
    },
  })
  const it = choice.data
  return (
    <Section title="同时发到我的邮箱">
      <ProblemAlert error={choice.error ?? saving.error} onRetry={() => void choice.refetch()} />
      {it && !it.mailReady && <p className="n-note">服务器还没有设置发信，填好后等开通即可收到。</p>}
      {it && (
        <Form<Values>
          // Another version is another form.
          key={it.version}
          layout="vertical"
          initialValues={{ email: it.email ?? '', wantsMail: it.wantsMail }}
          onFinish={(values) => saving.mutate(values)}
        >
          <Form.Item
            name="email"
            label="邮箱"
            rules={[{ type: 'email', message: '请填邮箱地址，例如 name@example.cn' }]}
          >
            <Input maxLength={254} autoComplete="email" inputMode="email" placeholder="不填就只在这里看" />
          </Form.Item>
          <Form.Item name="wantsMail" label="发邮件通知" valuePropName="checked" layout="horizontal" colon={false}>
            <Switch />
          </Form.Item>
          <Button htmlType="submit" loading={saving.isPending}>
            保存
          </Button>
        </Form>
      )}
    </Section>
  )
}
