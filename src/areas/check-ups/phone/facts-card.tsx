/** @jsxImportSource preact */
import { samplingPlan } from '../../../engines/checkup/sampling.ts'
import { Card, Field } from '../../../platform/web/phone-kit/index.ts'
import type { Draft, Kit } from './kit.ts'

/** Whose papers to look at, by the head count that was found. */
const sampleText = (kit: Kit, headcount: number): string => {
  const { everybody, size, places } = samplingPlan(kit.instrument, headcount, kit.sampling.seed)
  return everybody
    ? `抽样：${kit.instrument.sampling.allUpTo} 人以内的全部查`
    : `抽样 ${size} 人：名册第 ${places.join('、')} 位`
}

/** The day, the head count with its sample, and what decides which items apply. */
export const FactsCard = (props: {
  readonly kit: Kit
  readonly draft: Draft
  readonly today: string
  readonly change: (step: (draft: Draft) => Draft) => void
}) => {
  const { kit, draft, today, change } = props
  return (
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
      <Field label="在册职工人数" hint={draft.headcount > 0 ? sampleText(kit, draft.headcount) : '填了人数，才好抽样'}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            value={draft.headcount || ''}
            onInput={(event) =>
              change((it) => ({
                ...it,
                headcount: Math.min(1_000_000, Math.max(0, Math.trunc(Number(event.currentTarget.value)) || 0)),
              }))
            }
          />
        )}
      </Field>
      {kit.instrument.facts.map((fact) => (
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
  )
}
