/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { call, newKey } from '../../../platform/web/client.ts'
import {
  Button,
  Buttons,
  Notice,
  ProblemNotice,
  QueueNotice,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import type { SubjectQueue } from '../../../platform/web/phone-kit/index.ts'
import { submitCheckUp } from '../contract.ts'
import type { Outcome } from '../names.zh.ts'
import { FactsCard } from './facts-card.tsx'
import { ItemCard } from './item-card.tsx'
import { dropPage, keepPage } from './keep-offline.ts'
import { bodyOf, lackOf, type Kit } from './kit.ts'
import { shareAnswers } from './share-answers.ts'
import { useDraft } from './use-draft.ts'

const keptText = (kept: boolean | undefined, lasting: boolean): string => {
  if (!lasting) return '这部手机存不住，请不要关掉本页，填完马上交。'
  if (kept === undefined) return '正在把本页存到手机…'
  return kept
    ? '本页已存到手机：没有网络也能打开、接着填。'
    : '填写会存在手机里，但这个浏览器不能离线打开本页，请不要关掉。'
}

/** The check-up as it is filled in on site, with or without a network; handed in once. */
export const KitForm = (props: {
  readonly kit: Kit
  readonly owner: string
  readonly today: string
  readonly queue: SubjectQueue
  readonly reload: () => Promise<void>
}) => {
  const { kit, queue, today } = props
  const { checkUp, instrument } = kit
  const { draft, ready, lasting, stored, full, change, forget } = useDraft(props.owner, kit, today)
  const [kept, setKept] = useState<boolean>()
  const [showLacks, setShowLacks] = useState(false)
  const [photoLost, setPhotoLost] = useState(false)
  const [others, setOthers] = useState<Readonly<Record<string, Outcome>>>()
  const sharing = useAction()
  const handingIn = useAction()
  useEffect(() => {
    void keepPage().then(setKept)
  }, [])
  const path = `/api/check-ups/${checkUp.id}`
  const handing = queue.waiting.some((it) => it.path === `${path}/submit`)
  const lacking = instrument.items.filter((it) => lackOf(it, draft.items[it.id], draft.facts) !== undefined)
  const filled = instrument.items.length - lacking.length
  const self = checkUp.selfCheck?.answers ?? {}
  const open = ready && queue.ready
  const submit = async (): Promise<void> => {
    if (lacking.length > 0 || draft.headcount < 1) {
      setShowLacks(true)
      document.getElementById(`item-${lacking[0]?.id}`)?.scrollIntoView({ block: 'center' })
      return
    }
    const body = bodyOf(kit, draft)
    const key = newKey()
    try {
      await queue.add({ key, path: `${path}/submit`, body })
    } catch {
      // The phone is full: what cannot wait on it is sent at once, under the same key.
      const sent = await handingIn.run(() =>
        call(submitCheckUp, { params: { id: checkUp.id }, body, idempotencyKey: key }),
      )
      if (!sent) return
      await props.reload()
    }
    await forget()
    await dropPage()
  }
  const share = (): void =>
    void sharing.run(async () => {
      const shared = await shareAnswers(kit, draft)
      change(() => shared.draft)
      setOthers(shared.others)
    })
  const addPhoto = async (itemId: string, photo: Blob): Promise<void> => {
    try {
      await queue.add({ path: `${path}/photos`, body: { itemId, caption: '' }, photo })
      setPhotoLost(false)
    } catch {
      setPhotoLost(true)
    }
  }
  if (handing)
    return (
      <>
        <QueueNotice queue={queue} />
        <Notice tone="success" title="已交到手机，连上网就送出">
          只送一次，送到后会显示得分。可以关掉本页，下次打开再送。
        </Notice>
      </>
    )
  return (
    <fieldset class="c-whole" disabled={!open}>
      <QueueNotice queue={queue} />
      <Notice
        tone={kept === false || !lasting ? 'warning' : 'info'}
        title={`已填 ${filled} / ${instrument.items.length} 项`}
      >
        {keptText(kept, lasting)}
        {open && !stored && !full && ' 正在保存…'}
      </Notice>
      {full && (
        <Notice tone="danger" title="手机存满了，刚填的还没有存下">
          请不要关掉本页；删掉手机里不用的照片或应用后再改一处，就会重新存。
        </Notice>
      )}
      <FactsCard kit={kit} draft={draft} today={today} change={change} />
      {instrument.groups.map((group) => {
        const items = instrument.items.filter((it) => it.group === group.name)
        const left = items.filter((it) => lackOf(it, draft.items[it.id], draft.facts) !== undefined).length
        return (
          <details class="c-group" key={group.name} open={showLacks && left > 0}>
            <summary>
              {group.name}
              <span class="p-card-note">{left === 0 ? '已填完' : `还有 ${left} 项`}</span>
            </summary>
            {items.map((item) => (
              <ItemCard
                key={item.id}
                item={item}
                draft={draft}
                self={self[item.id]}
                photos={checkUp.photos.filter((it) => it.itemId === item.id && it.findingId === null).length}
                waiting={
                  queue.waiting.filter((it) => it.path === `${path}/photos` && it.body?.['itemId'] === item.id).length
                }
                showLack={showLacks}
                other={others?.[item.id] === draft.items[item.id]?.outcome ? undefined : others?.[item.id]}
                onChange={(own) => change((it) => ({ ...it, items: { ...it.items, [item.id]: own } }))}
                onPhoto={(photo) => addPhoto(item.id, photo)}
              />
            ))}
          </details>
        )
      })}
      {photoLost && (
        <Notice tone="danger" title="手机存满了，刚拍的照片没有存下">
          请先删掉手机里不用的照片或应用，再拍一次。已填的内容不受影响。
        </Notice>
      )}
      {showLacks && lacking.length > 0 && (
        <Notice tone="warning" title={`还有 ${lacking.length} 项没有填完`}>
          {lacking
            .slice(0, 6)
            .map((it) => `${it.id} ${it.title}`)
            .join('、')}
          {lacking.length > 6 && ' 等'}
        </Notice>
      )}
      {showLacks && draft.headcount < 1 && <Notice tone="warning" title="还没有填在册职工人数" />}
      {others && (
        <Notice
          tone={Object.keys(others).length > 0 ? 'warning' : 'success'}
          title={
            Object.keys(others).length > 0
              ? `已和同伴合并，${Object.keys(others).length} 项两人填的不同，已标出`
              : '已和同伴合并'
          }
        />
      )}
      <ProblemNotice problem={sharing.problem ?? handingIn.problem} />
      <Buttons>
        <Button busy={sharing.busy} onClick={share}>
          与同伴合并
        </Button>
        <Button kind="main" busy={handingIn.busy} onClick={() => void submit()}>
          交体检结果
        </Button>
      </Buttons>
      <p class="p-hint">
        两人分头填的，有网络时各点一次「与同伴合并」：取来对方填的，留下自己填的；由一人交。{instrument.statement}
      </p>
    </fieldset>
  )
}
