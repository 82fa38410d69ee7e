/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { newKey } from '../../../platform/web/client.ts'
import { Button, Buttons, Card, Field, Sheet } from '../../../platform/web/phone-kit/index.ts'
import { CodeSheet } from './code-sheet.tsx'
import type { VisitCardProps } from './visit-page.tsx'

const HeadsForm = ({ visit, queue, onDone }: VisitCardProps & { readonly onDone: () => void }) => {
  const [heads, setHeads] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const key = newKey()
        void queue.add({ key, path: `/api/visits/${visit.id}/heads`, body: { key, heads: Number(heads) } }).then(onDone)
      }}
    >
      <Field label="这次数到的人数" hint="只记没有扫码的人；可以分几次记，合计在一起。">
        {(control) => (
          <input
            {...control}
            type="number"
            inputMode="numeric"
            required
            min={1}
            max={5000}
            value={heads}
            onInput={(event) => setHeads(event.currentTarget.value)}
          />
        )}
      </Field>
      <Buttons>
        <Button kind="main" type="submit">
          记下
        </Button>
      </Buttons>
    </form>
  )
}

/** In the enterprise: arrival, the changing code, heads counted by hand. Works without a network but for the code. */
export const SiteCard = (props: VisitCardProps) => {
  const { visit, today, queue, reload } = props
  const [open, setOpen] = useState<'code' | 'heads'>()
  const onSite = visit.can.includes('arrive') || (visit.status === 'delivered' && visit.date === today)
  if (!onSite) return null
  const path = `/api/visits/${visit.id}/arrive`
  const arriving = queue.waiting.some((it) => it.path === path)
  const there = visit.status !== 'dispatched' && visit.status !== 'accepted'
  const { byCode, byHand } = visit.signedIn
  return (
    <Card title="到场和签到" note={there ? `已到 ${byCode + byHand} 人` : undefined}>
      {there && (
        <p class="p-hint">
          扫码 {byCode} 人，手工登记 {byHand} 人
        </p>
      )}
      <Buttons>
        {!there && (
          <Button
            kind="main"
            busy={arriving}
            disabled={!queue.ready}
            onClick={() => {
              const key = newKey()
              void queue.add({ key, path, body: { key, at: new Date().toISOString() } })
            }}
          >
            我们到了
          </Button>
        )}
        {there && visit.phonesAllowed && (
          <Button kind="main" onClick={() => setOpen('code')}>
            出示签到码
          </Button>
        )}
        {there && <Button onClick={() => setOpen('heads')}>手工记人数</Button>}
      </Buttons>
      <Sheet open={open === 'heads'} title="手工记人数" onClose={() => setOpen(undefined)}>
        {open === 'heads' && <HeadsForm {...props} onDone={() => setOpen(undefined)} />}
      </Sheet>
      <Sheet
        open={open === 'code'}
        title="请用微信扫一扫"
        onClose={() => {
          setOpen(undefined)
          void reload().catch(() => {})
        }}
      >
        {open === 'code' && <CodeSheet id={visit.id} />}
      </Sheet>
    </Card>
  )
}
