/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { z } from 'zod'
import type { Operation } from '../../platform/base/operation.ts'
import { countUnread } from '../../areas/notices/contract.ts'
import { InboxEntryCard } from '../../areas/notices/phone/index.ts'
import { callPath } from '../../platform/web/client.ts'
import { roleNames } from '../../platform/web/me.ts'
import {
  Button,
  Buttons,
  Card,
  Fact,
  Facts,
  phonePage,
  ProblemNotice,
  useAction,
} from '../../platform/web/phone-kit/index.ts'
import { setTextSize, textSizeOf } from './text-size.ts'
import type { TextSize } from './text-size.ts'

type SignOut = Operation<z.ZodNever, z.ZodNever, z.ZodNever, z.ZodNever>

/** Pages kept for use without a network belong to who was signed in. */
const forgetKeptPages = async (): Promise<void> => {
  if ('caches' in window) for (const name of await caches.keys()) await caches.delete(name)
}

/** 我的: who is signed in, the way to the inbox, the size of text, signing out. */
export const minePage = phonePage<{ readonly unread: number }>({
  path: '/m/mine',
  roles: 'signed-in',
  title: '我的',
  tab: { label: '我的', icon: 'person', order: 100 },
  load: (ask) => ask(countUnread),
  view: ({ data, me }) => {
    const [size, setSize] = useState<TextSize>()
    const leaving = useAction()
    useEffect(() => setSize(textSizeOf(document.cookie)), [])
    const choose = (next: TextSize): void => {
      setTextSize(next)
      setSize(next)
    }
    const leave = (): Promise<boolean> =>
      leaving.run((idempotencyKey) =>
        callPath<SignOut>({ method: 'DELETE', path: '/api/session' }, { idempotencyKey })
          .then(forgetKeptPages)
          .then(() => location.assign('/m/sign-in')),
      )
    return (
      <>
        <Card title={me?.person.name ?? ''}>
          <Facts>
            <Fact label="身份">{(me?.roles ?? []).map((role) => roleNames[role]).join('、')}</Fact>
            <Fact label="单位">{me?.org.name ?? ''}</Fact>
          </Facts>
        </Card>
        <InboxEntryCard unread={data.unread} />
        <Card title="文字大小">
          <div class="p-buttons" role="group" aria-label="文字大小">
            {(['usual', 'elder'] as const).map((one) => (
              <button
                key={one}
                type="button"
                class={`p-button ${size === one ? 'p-button-main' : ''}`}
                aria-pressed={size === one}
                onClick={() => choose(one)}
              >
                {one === 'usual' ? '标准' : '大字'}
              </button>
            ))}
          </div>
        </Card>
        <ProblemNotice problem={leaving.problem} />
        <Buttons>
          <Button busy={leaving.busy} onClick={() => void leave()}>
            退出登录
          </Button>
        </Buttons>
      </>
    )
  },
})
