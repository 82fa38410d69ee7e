/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import {
  Button,
  Buttons,
  Card,
  Field,
  Notice,
  ProblemNotice,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import { setMailChoice } from '../contract.ts'

export interface MailChoice {
  readonly email: string | null
  readonly wantsMail: boolean
  readonly mailReady: boolean
  readonly version: number
}

/** Whether notices come by mail too, and where to. */
export const MailCard = (props: { readonly choice: MailChoice }) => {
  const [choice, setChoice] = useState(props.choice)
  const [email, setEmail] = useState(choice.email ?? '')
  const [wantsMail, setWantsMail] = useState(choice.wantsMail)
  const [saved, setSaved] = useState(false)
  const saving = useAction()
  return (
    <Card title="同时发到我的邮箱">
      {!choice.mailReady && <p class="p-hint">服务器还没有设置发信，填好后等开通即可收到。</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setSaved(false)
          void saving.run(async (idempotencyKey) => {
            const body = { email: email.trim() || null, wantsMail }
            const { version } = await call(setMailChoice, { body, version: choice.version, idempotencyKey })
            setChoice({ ...choice, ...body, version })
            setSaved(true)
          })
        }}
      >
        <Field label="邮箱" hint="不填就只在这里看">
          {(control) => (
            <input
              {...control}
              type="email"
              autocomplete="email"
              maxLength={254}
              value={email}
              onInput={(event) => setEmail(event.currentTarget.value)}
            />
          )}
        </Field>
        <label class="n-check">
          <input type="checkbox" checked={wantsMail} onChange={(event) => setWantsMail(event.currentTarget.checked)} />
          发邮件通知我
        </label>
        <ProblemNotice problem={saving.problem} />
        {saved && <Notice tone="success">已保存</Notice>}
        <Buttons>
          <Button type="submit" busy={saving.busy}>
            保存
          </Button>
        </Buttons>
      </form>
    </Card>
  )
}
