import { Tag } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { amountKindNames, deliveryNames, lackNames, outcomeNames, payerNames } from '../names.zh.ts'
import { CallbackForm } from './callback-form.tsx'
import { yuan } from './case-tags.tsx'
import { EntitlementList } from './entitlement-list.tsx'
import { FactsForm } from './facts-form.tsx'
import { AnswerForm, OutcomeForm } from './outcome-form.tsx'
import type { Person } from './use-case.ts'

export type Part = 'outcome' | 'answer'
/** Where what is lacking is filled in. */
export const partOf = (lack: string): Part => (lack === 'OUTCOME' || lack === 'AMOUNTS' ? 'outcome' : 'answer')

/** A part of one person's panel; comes into view with the keyboard in it each time `wanted` takes a new number. */
const PanelPart = (props: { readonly title: string; readonly wanted?: number; readonly children: ReactNode }) => {
  const box = useRef<HTMLElement>(null)
  const { wanted } = props
  useEffect(() => {
    if (wanted === undefined) return
    box.current?.scrollIntoView({ block: 'center' })
    box.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
  }, [wanted])
  return (
    <section ref={box}>
      <h3>{props.title}</h3>
      {props.children}
    </section>
  )
}

/** What this person still lacks, or that nothing does. */
export const PersonLabel = ({ person, closed }: { readonly person: Person; readonly closed: boolean }) => (
  <>
    第{person.ordinal}位　{person.name || '没有写姓名'}　{person.outcome ? outcomeNames[person.outcome] : ''}
    {!closed && person.lacks.length === 0 && <Tag color="success">齐了</Tag>}
    {!closed && person.lacks.map((it) => <Tag key={it}>{lackNames[it]}</Tag>)}
  </>
)

/** What a closed case holds of one person, to be read before the call. */
const PersonRecord = ({ person }: { readonly person: Person }) => (
  <ul className="k-list">
    <li>电话：{person.phone || '没有留'}</li>
    <li>结果：{person.outcome ? outcomeNames[person.outcome] : '没有'}</li>
    {person.amounts.map((it) => (
      <li key={it.id}>
        {amountKindNames[it.kind]} {yuan(it.amountFen)} 元，{payerNames[it.payer]}付，{it.agreedOn} 定
        {it.paidOn ? `，${it.paidOn} 到账` : '，还没有到账'}
        {it.basis && `（${it.basis}）`}
      </li>
    ))}
    {person.noAmountReason && <li>没有金额：{person.noAmountReason}</li>}
    {person.answers.map((it) => (
      <li key={it.round}>
        第 {it.round} 次答复：{it.text}
        {it.deliveredOn && it.deliveredBy && `（${it.deliveredOn} ${deliveryNames[it.deliveredBy]}送达）`}
      </li>
    ))}
  </ul>
)

/** One person: facts, what is owed, how it ended, what they were told; after the closing what they say of it. */
export const PersonPanel = (props: {
  readonly caseId: string
  readonly person: Person
  readonly closed: boolean
  /** The part to bring into view, with a number that grows by each wish. */
  readonly wanted?: { readonly part: Part; readonly at: number }
}) => {
  const { caseId, person, wanted } = props
  const own = useRef(new Map<number, number>())
  const at = (part: Part): number | undefined => (wanted?.part === part ? wanted.at : undefined)
  if (props.closed)
    return (
      <div className="k-person">
        <PanelPart title="办理结果">
          <PersonRecord person={person} />
        </PanelPart>
        <PanelPart title="应得各项">
          <EntitlementList caseId={caseId} person={person} />
        </PanelPart>
        <PanelPart title="回访">
          <CallbackForm caseId={caseId} person={person} />
        </PanelPart>
      </div>
    )
  return (
    <div className="k-person">
      <PanelPart title="事实">
        <FactsForm caseId={caseId} person={person} own={own} />
      </PanelPart>
      <PanelPart title="应得各项">
        <EntitlementList caseId={caseId} person={person} />
      </PanelPart>
      <PanelPart title="结果和金额" wanted={at('outcome')}>
        <OutcomeForm caseId={caseId} person={person} own={own} />
      </PanelPart>
      <PanelPart title="答复和送达" wanted={at('answer')}>
        <AnswerForm caseId={caseId} person={person} />
      </PanelPart>
    </div>
  )
}
