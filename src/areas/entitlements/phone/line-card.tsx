/** @jsxImportSource preact */
import { Card, Notice } from '../../../platform/web/phone-kit/index.ts'
import type { ShownLine } from '../domain/reckon.ts'

const yuan = (amount: number): string => `${amount.toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`

const payers = {
  employer: '由单位付',
  fund: '由工伤保险基金付；单位没有参保的，由单位付',
  worker: '由您付给单位，这是上限',
} as const

/** The amount, marked where it rests on a figure that is not verified, and how it comes about in one sentence. */
const Figure = ({ shown, amount }: { readonly shown: ShownLine; readonly amount: number }) => (
  <>
    <p>
      <span class="o-amount-big">{yuan(amount)}</span>
      {shown.unverified && <span class="o-mark">用到未核实的标准</span>}
    </p>
    <p class="o-plain">{shown.plain}</p>
  </>
)

const Amount = ({ shown }: { readonly shown: ShownLine }) => {
  const { status, amount, claimable, balance, steps = [] } = shown.line
  const why = steps.findLast((it) => it.label === '说明')?.expression
  switch (status) {
    case 'time_barred':
      return (
        <>
          <Figure shown={shown} amount={amount ?? 0} />
          <p class="o-payer">按法律算的数；可能过了时效，没有加进合计</p>
          <Notice tone="warning" title="可能过了时效">
            从该付的时候起一年没有要，可能要不回来了；单位在仲裁时不提时效的，仍然可以得到。这一年里要过、投诉过、单位答应过，并且有凭证的，请到工会问。
          </Notice>
        </>
      )
    case 'ok':
      return (
        <>
          <Figure shown={shown} amount={balance ?? 0} />
          <p class="o-payer">{payers[shown.payer]}</p>
          {claimable !== amount && (
            <p>
              按法律算是 {yuan(amount ?? 0)}，扣除过了时效的，还可以要 {yuan(claimable ?? 0)}。
            </p>
          )}
          {balance !== claimable && <p>减去已经付的，还差 {yuan(balance ?? 0)}。</p>}
        </>
      )
    case 'needs_input':
      return (
        <Notice tone="warning" title="还算不出">
          缺这些：{shown.needs.join('；')}。没有用别的数代替。
        </Notice>
      )
    case 'excluded_by':
      return <p>这一项不另算：{why}</p>
    case 'not_applicable':
      return <p>没有这一项：{why}</p>
    case 'no_rule':
      return <p>算不出：{why}。没有标准的，不猜。</p>
  }
}

/** One line of the answer: what it comes to, how, by which article and which figures. */
export const LineCard = ({ shown }: { readonly shown: ShownLine }) => {
  const { line, articles, parameters } = shown
  const steps = shown.steps.filter((it) => line.status === 'ok' || line.status === 'time_barred' || it.label !== '说明')
  return (
    <Card title={shown.name}>
      <div class="o-line">
        <Amount shown={shown} />
        {steps.length > 0 && (
          <details open>
            <summary>怎么算的</summary>
            <ol class="o-steps">
              {steps.map((step, at) => (
                <li key={at}>
                  <b>{step.label}</b>：{step.text}
                </li>
              ))}
            </ol>
          </details>
        )}
        {articles.map((article) => (
          <details key={article.name}>
            <summary>{article.name}</summary>
            {article.text !== '' && <p>{article.text}</p>}
            <p class="p-hint">
              {article.date}
              {article.text !== '' && '。以上是大意，以法律原文为准。'}
            </p>
          </details>
        ))}
        {parameters.length > 0 && (
          <details>
            <summary>
              用了哪些标准
              {parameters.some((it) => it.unverified) && <span class="o-mark">有未核实的</span>}
            </summary>
            <ul class="o-parameters">
              {parameters.map((it) => (
                <li key={`${it.label}${it.effective}${it.value}`}>
                  {it.label}：{it.value} {it.value === '见原文' ? '' : it.unit}，{it.effective} 起
                  {it.unverified && <span class="o-mark">未核实</span>}
                  <span class="o-source">来源：{it.source}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  )
}

export { yuan }
