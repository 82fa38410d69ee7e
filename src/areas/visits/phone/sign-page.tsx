/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { call, newKey } from '../../../platform/web/client.ts'
import {
  Button,
  Buttons,
  Field,
  Notice,
  phonePage,
  ProblemNotice,
  useAction,
  useQueue,
} from '../../../platform/web/phone-kit/index.ts'
import { addWorkerLine } from '../contract.ts'
import './visits.css'

/** One key a visit on this phone, so that scanning twice counts once. Kept no longer than the browser keeps it. */
const keyOf = (visitId: string): string => {
  const name = `qingqi-sign-${visitId}`
  try {
    const known = localStorage.getItem(name)
    if (known) return known
    const key = newKey()
    localStorage.setItem(name, key)
    return key
  } catch {
    return newKey()
  }
}

const LineForm = ({ id, signKey }: { readonly id: string; readonly signKey: string }) => {
  const [line, setLine] = useState('')
  const [sent, setSent] = useState(false)
  const sending = useAction()
  if (sent) return <Notice tone="success" title="收到，谢谢您的话" />
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void sending.run(async (idempotencyKey) => {
          await call(addWorkerLine, { params: { id }, body: { key: signKey, line }, idempotencyKey })
          setSent(true)
        })
      }}
    >
      <Field label="想说一句吗（可不填）" hint="不记名。小分队和工会都看得到。">
        {(control) => (
          <textarea
            {...control}
            rows={2}
            required
            minLength={2}
            maxLength={140}
            value={line}
            onInput={(event) => setLine(event.currentTarget.value)}
          />
        )}
      </Field>
      <ProblemNotice problem={sending.problem} />
      <Buttons>
        <Button type="submit" busy={sending.busy}>
          说这一句
        </Button>
      </Buttons>
    </form>
  )
}

/** What a worker's scan opens: signs in at once, needs no account, asks for no name. */
export const signPage = phonePage<null>({
  path: '/m/sign/:id',
  roles: 'public',
  title: '现场签到',
  load: () => Promise.resolve(null),
  view: ({ params, query }) => {
    const id = params['id']!
    const code = query['code']
    const [signKey, setSignKey] = useState<string>()
    const [added, setAdded] = useState(false)
    const queue = useQueue('worker', id, () => Promise.resolve())
    useEffect(() => setSignKey(keyOf(id)), [id])
    const startedRef = useRef(false)
    useEffect(() => {
      if (!queue.ready || !code || !signKey || startedRef.current) return
      startedRef.current = true
      const body = { key: signKey, code, scannedAt: new Date().toISOString() }
      // A refused try of an earlier scan gives way to this one.
      void Promise.all(queue.refused.map((it) => queue.dismiss(it.key)))
        .then(() => queue.add({ key: newKey(), path: `/api/visits/${id}/sign-ins`, body }))
        .then(() => {
          setAdded(true)
          // The code is spent; a page opened again must not hand it in with a later time.
          history.replaceState(null, '', location.pathname)
        })
    }, [queue, signKey, code, id])
    const refused = added ? queue.refused[0]?.refused : undefined
    if (!code)
      return (
        <Notice tone="info" title="请重新扫码">
          请用微信扫一扫，对着现场屏幕上的二维码签到。
        </Notice>
      )
    if (refused)
      return (
        <Notice tone="danger" title="没有签上">
          {refused.detail || '请对着现场屏幕重新扫一次。'}
        </Notice>
      )
    if (!added || !signKey) return <Notice tone="info" title="正在签到…" />
    if (queue.waiting.length > 0)
      return (
        <Notice tone="warning" title="网络不好，已存在手机里">
          {queue.lasting ? '连上网再打开本页就会自动补交，不会重复计。' : '请不要关掉本页，连上网会自动补交。'}
        </Notice>
      )
    return (
      <>
        <div class="v-welcome" role="status">
          <svg viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">
            <circle cx="32" cy="32" r="30" fill="var(--success)" />
            <path d="M18 33l10 10 19-20" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" />
          </svg>
          <p>签到成功</p>
        </div>
        <LineForm id={id} signKey={signKey} />
      </>
    )
  },
})
