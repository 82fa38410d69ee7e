/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import { Button, Buttons, ProblemNotice, useAction } from '../../../platform/web/phone-kit/index.ts'
import { lineNames, type Entitlements } from '../../../engines/entitlements/model.ts'
import type { CaseDetail } from '../contract.ts'
import { readEntitlements } from '../contract.ts'

/** What the law computes from the person's facts, when asked for. */
export const Owed = (props: { readonly caseId: string; readonly person: CaseDetail['persons'][number] }) => {
  const { caseId, person } = props
  const [found, setFound] = useState<{ entitlements: Entitlements; warnings: readonly string[] }>()
  const asking = useAction()
  if (Object.keys(person.claim).length === 0) return null
  const ask = async (): Promise<void> => {
    const it = await call(readEntitlements, { params: { id: caseId, claimantId: person.id } })
    setFound({ entitlements: it.entitlements as Entitlements, warnings: it.warnings })
  }
  if (!found)
    return (
      <>
        {asking.problem && <ProblemNotice problem={asking.problem} />}
        <Buttons>
          <Button busy={asking.busy} onClick={() => void asking.run(ask)}>
            看应得各项
          </Button>
        </Buttons>
      </>
    )
  const lines = found.entitlements.lines.flatMap((line) => {
    const amount = line.balance ?? line.claimable ?? line.amount
    return amount === undefined ? [] : [{ ...line, yuan: amount.toFixed(2) }]
  })
  return (
    <>
      {lines.length === 0 && <p class="p-hint">按现有的事实还算不出金额。</p>}
      <ul class="k-owed">
        {lines.map((line) => (
          <li key={line.code}>
            {lineNames[line.code]} {line.yuan} 元（{line.articles.map((it) => `《${it.law}》${it.article}`).join('、')}
            ）
          </li>
        ))}
      </ul>
      {found.entitlements.unverified.length > 0 && (
        <p class="p-hint">未核实的标准：{found.entitlements.unverified.join('、')}</p>
      )}
      {found.warnings.map((it) => (
        <p key={it} class="p-hint">
          {it}
        </p>
      ))}
    </>
  )
}
