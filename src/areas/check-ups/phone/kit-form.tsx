/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { Button, Buttons, Card, Field, Notice, QueueNotice } from '../../../platform/web/phone-kit/index.ts'
import type { SubjectQueue } from '../../../platform/web/phone-kit/index.ts'
import { ItemCard } from './item-card.tsx'
import { dropPage, keepPage } from './keep-offline.ts'
import { bodyOf, lackOf, type Kit } from './kit.ts'
import { useDraft } from './use-draft.ts'

/** The check-up as it is filled in on site, with or without a network; handed in once. */
export const KitForm = (props: {
  readonly kit: Kit
  readonly owner: string
  readonly today: string
  readonly queue: SubjectQueue
}) => {
  const { kit, queue, today } = props
  const { checkUp, instrument, sampling } = kit
  const { draft, ready, lasting, stored, change, forget } = useDraft(props.owner, kit, today)
  const [kept, setKept] = useState<boolean>()
  const [showLacks, setShowLacks] = useState(false)
  useEffect(() => {
    void keepPage().then(setKept)
  }, [])
  const path = `/api/check-ups/${checkUp.id}`
  const handing = queue.waiting.some((it) => it.path === `${path}/submit`)
  const lacking = instrument.items.filter((it) => lackOf(it, draft.items[it.id], draft.facts) !== undefined)
  const filled = instrument.items.length - lacking.length
  const self = checkUp.selfCheck?.answers ?? {}
  const submit = async (): Promise<void> => {
    if (lacking.length > 0 || draft.headcount < 1) {
      setShowLacks(true)
      document.getElementById(`item-${lacking[0]?.id}`)?.scrollIntoView({ block: 'center' })
      return
    }
    await queue.add({ path: `${path}/submit`, body: bodyOf(kit, draft) })
    await forget()
    await dropPage()
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
    <>
      <QueueNotice queue={queue} />
      <Notice
        tone={kept === false || !lasting ? 'warning' : 'info'}
        title={`已填 ${filled} / ${instrument.items.length} 项`}
      >
        {!lasting
          ? '这部手机存不住，请不要关掉本页，填完马上交。'
          : kept === false
            ? '填写会存在手机里，但这个浏览器不能离线打开本页，请不要关掉。'
            : kept
              ? '本页已存到手机：没有网络也能打开、接着填。'
              : '正在把本页存到手机…'}
        {ready && !stored && ' 正在保存…'}
      </Notice>
      <Card title="企业情况">
        <Field label="检查日期">
          {(control) => (
            <input
              {...control}
              type="date"
              max={today}
              value={draft.checkedOn}
              onInput={(event) => change((it) => ({ ...it, checkedOn: event.currentTarget.value }))}
            />
          )}
        </Field>
        <Field
          label="在册职工人数"
          hint={`抽样 ${sampling.everybody ? '全部' : `${sampling.size} 人`}：${sampling.everybody ? '不足三十人的全部查' : `名册第 ${sampling.places.join('、')} 位`}`}
        >
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              value={draft.headcount || ''}
              onInput={(event) =>
                change((it) => ({ ...it, headcount: Math.trunc(Number(event.currentTarget.value)) || 0 }))
              }
            />
          )}
        </Field>
        {instrument.facts.map((fact) => (
          <fieldset class="c-fact" key={fact.key}>
            <legend>{fact.question}</legend>
            {([true, false] as const).map((value) => (
              <label key={String(value)}>
                <input
                  type="radio"
                  name={`fact-${fact.key}`}
                  checked={draft.facts[fact.key] === value}
                  onChange={() => change((it) => ({ ...it, facts: { ...it.facts, [fact.key]: value } }))}
                />
                <span>{value ? '有' : '没有'}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </Card>
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
                onChange={(own) => change((it) => ({ ...it, items: { ...it.items, [item.id]: own } }))}
                onPhoto={(photo) =>
                  queue.add({ path: `${path}/photos`, body: { itemId: item.id, caption: '' }, photo })
                }
              />
            ))}
          </details>
        )
      })}
      {showLacks && lacking.length > 0 && (
        <Notice tone="warning" title={`还有 ${lacking.length} 项没有填完`}>
          {lacking
            .slice(0, 6)
            .map((it) => `${it.id} ${it.title}`)
            .join('、')}
          {lacking.length > 6 && ' 等'}
        </Notice>
      )}
      <Buttons>
        <Button kind="main" disabled={!ready} onClick={() => void submit()}>
          交体检结果
        </Button>
      </Buttons>
      <p class="p-hint">{instrument.statement}</p>
    </>
  )
}
