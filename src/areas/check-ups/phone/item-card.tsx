/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { Field, shrinkPhoto } from '../../../platform/web/phone-kit/index.ts'
import { citation } from '../domain/wording.ts'
import { isJudged, isOut, lackOf, type Draft, type DraftItem, type KitItem } from './kit.ts'
import { outcomeNames, selfCheckNames, severityNames, type Outcome } from '../names.zh.ts'

const outcomesOf = (item: KitItem): readonly Outcome[] =>
  (Object.keys(outcomeNames) as Outcome[]).filter((it) => it !== 'partial' || item.scoring.partial !== null)

const standardOf = (item: KitItem, outcome: Outcome): string | null =>
  outcome === 'full' || outcome === 'partial' || outcome === 'zero' ? item.scoring[outcome] : null

/** Two whole numbers, of which the second is not above the first. */
const Counts = ({ draft, onChange }: { readonly draft: DraftItem; readonly onChange: (it: DraftItem) => void }) => {
  const number = (text: string): number | undefined => (text === '' ? undefined : Math.max(0, Math.trunc(Number(text))))
  return (
    <div class="c-counts">
      <Field label="抽查几份">
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            value={draft.sampled ?? ''}
            onInput={(event) => onChange({ ...draft, sampled: number(event.currentTarget.value) })}
          />
        )}
      </Field>
      <Field label="合格几份">
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            value={draft.conforming ?? ''}
            onInput={(event) => onChange({ ...draft, conforming: number(event.currentTarget.value) })}
          />
        )}
      </Field>
    </div>
  )
}

/** What was looked at, ticked off from what the item names; it stands in the report beside the answer. */
const Evidence = (props: {
  readonly item: KitItem
  readonly draft: DraftItem
  readonly onChange: (it: DraftItem) => void
}) => {
  const { item, draft } = props
  const seen = draft.evidence ?? []
  return (
    <fieldset class="c-evidence">
      <legend>查看的材料</legend>
      {item.evidence.map((it) => (
        <label key={it}>
          <input
            type="checkbox"
            checked={seen.includes(it)}
            onChange={(event) => {
              const without = seen.filter((other) => other !== it)
              props.onChange({ ...draft, evidence: event.currentTarget.checked ? [...without, it] : without })
            }}
          />
          <span>{it}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** One item: what is asked, what to look at, the answer and what it needs. */
export const ItemCard = (props: {
  readonly item: KitItem
  readonly draft: Draft
  readonly self: string | undefined
  readonly photos: number
  readonly waiting: number
  readonly showLack: boolean
  readonly onChange: (it: DraftItem) => void
  /** What the other inspector answered otherwise. */
  readonly other: Outcome | undefined
  readonly onPhoto: (photo: Blob) => Promise<void>
}) => {
  const { item, draft, self } = props
  const [busy, setBusy] = useState(false)
  const own = draft.items[item.id] ?? {}
  const out = isOut(item, draft.facts)
  const lack = props.showLack ? lackOf(item, own, draft.facts) : undefined
  const differs = self !== undefined && self !== 'unsure' && own.outcome !== undefined && self !== own.outcome
  const take = async (files: FileList | null): Promise<void> => {
    setBusy(true)
    try {
      for (const file of files ?? []) await props.onPhoto(await shrinkPhoto(file))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section class={`p-card c-item ${lack ? 'c-lacks' : ''}`} id={`item-${item.id}`}>
      <div class="c-item-head">
        <span class={`c-severity c-${item.severity}`}>{severityNames[item.severity]}</span>
        <h3>
          {item.id} {item.title}
        </h3>
        <span class="c-weight">{item.weight} 分</span>
      </div>
      <p>{item.question}</p>
      <details class="c-look">
        <summary>看什么、依据哪条</summary>
        <ul>
          {item.evidence.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
        <p class="p-hint">{citation(item.articles)}</p>
      </details>
      {out ? (
        <p class="p-hint">已按企业情况列为不适用：{item.notApplicableWhen!.text}</p>
      ) : (
        <>
          <fieldset class="c-outcomes">
            <legend class="c-hidden">{item.title}</legend>
            {outcomesOf(item).map((outcome) => (
              <label key={outcome}>
                <input
                  type="radio"
                  name={`outcome-${item.id}`}
                  checked={own.outcome === outcome}
                  onChange={() => props.onChange({ ...own, outcome })}
                />
                <span>
                  <b>{outcomeNames[outcome]}</b>
                  {standardOf(item, outcome) !== null && <small>{standardOf(item, outcome)}</small>}
                </span>
              </label>
            ))}
          </fieldset>
          {isJudged(own.outcome) && <Evidence item={item} draft={own} onChange={props.onChange} />}
          {item.sampled && isJudged(own.outcome) && <Counts draft={own} onChange={props.onChange} />}
          {(own.outcome === 'partial' || own.outcome === 'zero') && (
            <Field label="看到了什么">
              {(control) => (
                <textarea
                  {...control}
                  rows={3}
                  maxLength={2000}
                  value={own.findings ?? ''}
                  onInput={(event) => props.onChange({ ...own, findings: event.currentTarget.value })}
                />
              )}
            </Field>
          )}
          {(own.outcome === 'not_applicable' || own.outcome === 'not_verified') && (
            <Field label={own.outcome === 'not_applicable' ? '为什么不适用' : '为什么没有核实'}>
              {(control) => (
                <textarea
                  {...control}
                  rows={2}
                  maxLength={500}
                  value={own.reason ?? ''}
                  onInput={(event) => props.onChange({ ...own, reason: event.currentTarget.value })}
                />
              )}
            </Field>
          )}
          {props.other !== undefined && (
            <p class="c-differs">同伴填的是「{outcomeNames[props.other]}」，与这里不同，请商量好再交</p>
          )}
          {self !== undefined && (
            <p class={differs ? 'c-differs' : 'p-hint'}>
              企业自查：{selfCheckNames[self]}
              {differs && '，与检查结果不同'}
            </p>
          )}
          <div class="c-foot">
            <label class={`p-button c-photo ${busy ? 'c-busy' : ''}`}>
              {busy ? '正在存到手机…' : '拍照'}
              <input
                type="file"
                accept="image/jpeg,image/png,image/webp"
                capture="environment"
                multiple
                disabled={busy}
                onChange={(event) => {
                  void take(event.currentTarget.files)
                  event.currentTarget.value = ''
                }}
              />
            </label>
            {props.photos + props.waiting > 0 && (
              <span class="p-hint">
                {props.photos + props.waiting} 张{props.waiting > 0 && `，${props.waiting} 张等网络`}
              </span>
            )}
          </div>
          {lack !== undefined && <p class="p-hint p-wrong">{lack}</p>}
        </>
      )}
    </section>
  )
}
