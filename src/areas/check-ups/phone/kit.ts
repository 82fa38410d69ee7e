import type { Instrument } from '../../../engines/checkup/index.ts'
import type { CheckUpView } from '../contract.ts'
import type { Outcome } from '../names.zh.ts'

/** What the page needs of an instrument's item; the whole of it is in docs/checkup.md. */
export interface KitItem {
  readonly id: string
  readonly group: string
  readonly title: string
  readonly question: string
  readonly severity: 'red_line' | 'major' | 'general'
  readonly weight: number
  readonly evidence: readonly string[]
  readonly sampled: boolean
  readonly scoring: { readonly full: string; readonly partial: string | null; readonly zero: string }
  readonly notApplicableWhen: { readonly text: string; readonly fact: string } | null
  readonly articles: readonly { readonly law: string; readonly article: string; readonly recalled?: boolean }[]
}

export interface Kit {
  readonly checkUp: CheckUpView
  readonly instrument: {
    readonly version: string
    readonly title: string
    readonly statement: string
    readonly facts: readonly { readonly key: string; readonly question: string }[]
    readonly groups: readonly { readonly name: string }[]
    readonly items: readonly KitItem[]
    readonly sampling: Instrument['sampling']
  }
  readonly sampling: { readonly seed: string }
}

export interface DraftItem {
  readonly outcome?: Outcome
  readonly sampled?: number
  readonly conforming?: number
  readonly reason?: string
  readonly findings?: string
  /** Of what the item says to look at: what was looked at. */
  readonly evidence?: readonly string[]
}

/** What has been filled in on this phone. */
export interface Draft {
  readonly checkedOn: string
  readonly headcount: number
  readonly facts: Readonly<Record<string, boolean>>
  readonly items: Readonly<Record<string, DraftItem>>
}

export const draftOf = ({ checkUp }: Kit, today: string): Draft => ({
  checkedOn: checkUp.checkedOn ?? today,
  headcount: checkUp.headcount,
  facts: checkUp.facts,
  items: Object.fromEntries(
    checkUp.items.map(({ id, outcome, sampled, conforming, reason, findings, evidence }) => [
      id,
      { outcome, sampled, conforming, reason, findings, evidence },
    ]),
  ),
})

/** True where the enterprise's facts take the item out. */
export const isOut = (item: KitItem, facts: Draft['facts']): boolean =>
  item.notApplicableWhen !== null && facts[item.notApplicableWhen.fact] === false

/** What an item still lacks, in words; undefined where it is whole. */
export const lackOf = (item: KitItem, draft: DraftItem | undefined, facts: Draft['facts']): string | undefined => {
  if (isOut(item, facts)) return undefined
  if (!draft?.outcome) return '还没有选'
  if (draft.outcome === 'not_applicable' && !draft.reason?.trim()) return '请写明为什么不适用'
  if (draft.outcome === 'not_verified' && !draft.reason?.trim()) return '请写明为什么没有核实'
  if ((draft.outcome === 'partial' || draft.outcome === 'zero') && !draft.findings?.trim()) return '请写明看到了什么'
  if ((draft.sampled === undefined) !== (draft.conforming === undefined)) return '抽查数和合格数要一起填'
  if ((draft.conforming ?? 0) > (draft.sampled ?? 0)) return '合格数不能多于抽查数'
  return undefined
}

/** Whether something was looked at and found to be so. */
export const isJudged = (outcome: Outcome | undefined): boolean =>
  outcome === 'full' || outcome === 'partial' || outcome === 'zero'

/** The draft as it is handed in: every item, those taken out by a fact with their reason. */
export const bodyOf = (kit: Kit, draft: Draft) => ({
  checkedOn: draft.checkedOn,
  headcount: draft.headcount,
  facts: draft.facts,
  items: kit.instrument.items.flatMap((item) => {
    if (isOut(item, draft.facts))
      return [{ id: item.id, outcome: 'not_applicable' as const, reason: item.notApplicableWhen!.text }]
    const { outcome, reason, findings, evidence = [], ...counts } = draft.items[item.id] ?? {}
    if (!outcome) return []
    const judged = isJudged(outcome)
    return [
      {
        id: item.id,
        outcome,
        ...(item.sampled && judged ? counts : {}),
        ...(judged && evidence.length > 0 ? { evidence: [...evidence] } : {}),
        ...(reason?.trim() && (outcome === 'not_applicable' || outcome === 'not_verified')
          ? { reason: reason.trim() }
          : {}),
        ...(findings?.trim() && (outcome === 'partial' || outcome === 'zero') ? { findings: findings.trim() } : {}),
      },
    ]
  }),
})
