/** @jsxImportSource preact */
import { Card } from '../../../platform/web/phone-kit/index.ts'
import type { Received } from '../contract.ts'

const Part = (props: { readonly title: string; readonly lines: readonly string[] }) => (
  <>
    <h3 class="p-sub">{props.title}</h3>
    <ol>
      {props.lines.map((it) => (
        <li key={it}>{it}</li>
      ))}
    </ol>
  </>
)

/** What the letter says, in short; the whole is in the document. */
export const ContentCard = ({ letter }: { readonly letter: Received }) => {
  const { content } = letter
  return (
    <Card title="说了什么">
      {content.kind === 'reminder' ? (
        <>
          <Part title="发现的风险" lines={content.risks.map((it) => `${it.fact}（${it.articles}）`)} />
          <p>{content.advice}</p>
          <Part title="建议措施" lines={content.measures} />
        </>
      ) : (
        <>
          <Part title="查明的事实" lines={content.findings.map((it) => `${it.fact}（${it.articles}）`)} />
          <Part title="整改要求" lines={content.findings.map((it) => `${it.demand}；${it.byWhen}`)} />
        </>
      )}
    </Card>
  )
}
