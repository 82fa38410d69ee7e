/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import type { Me } from '../../../platform/web/me.ts'
import { Button, Buttons, Card, ProblemNotice, useAction } from '../../../platform/web/phone-kit/index.ts'
import { createFeed } from '../contract.ts'

/** An address that the phone's own calendar subscribes to. Shown once: it is not kept in readable form. */
export const FeedCard = ({ me }: { readonly me: Me }) => {
  const [address, setAddress] = useState<string>()
  const making = useAction()
  const body = me.roles.includes('contact')
    ? { of: 'enterprise' as const, ...(me.enterpriseId ? { id: me.enterpriseId } : {}) }
    : { of: 'member' as const }
  return (
    <Card title="加到手机日历">
      <p class="p-hint">生成一个订阅地址，改期、取消会自动更新。地址只给您自己用；重新生成，旧地址就失效。</p>
      <ProblemNotice problem={making.problem} />
      {address && (
        <p class="v-address">
          <a href={address.replace(/^https?:/, 'webcal:')}>打开日历订阅</a>
          <input
            class="v-copy"
            readOnly
            value={address}
            aria-label="订阅地址"
            onFocus={(it) => it.currentTarget.select()}
          />
        </p>
      )}
      <Buttons>
        <Button
          busy={making.busy}
          onClick={() =>
            void making.run(async (idempotencyKey) =>
              setAddress((await call(createFeed, { body, idempotencyKey })).address),
            )
          }
        >
          {address ? '重新生成' : '生成订阅地址'}
        </Button>
      </Buttons>
    </Card>
  )
}
