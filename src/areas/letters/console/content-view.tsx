import type { Letter } from '../contract.ts'

const Breaches = (props: { readonly list: readonly { readonly fact: string; readonly articles: string }[] }) => (
  <ol className="l-list">
    {props.list.map((it) => (
      <li key={it.fact}>
        {it.fact}
        <small>依据：{it.articles}</small>
      </li>
    ))}
  </ol>
)

/** What the letter says, by the columns of its document. */
export const ContentView = ({ content }: { readonly content: Letter['content'] }) => {
  switch (content.kind) {
    case 'reminder':
      return (
        <div className="l-block">
          <h3>发现的风险</h3>
          <Breaches list={content.risks} />
          <h3>提示</h3>
          <p>{content.advice}</p>
          <h3>建议措施</h3>
          <ol className="l-list">
            {content.measures.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ol>
        </div>
      )
    case 'opinion':
      return (
        <div className="l-block">
          <h3>监督时间和人员</h3>
          <p>
            {content.inspectedFrom} 至 {content.inspectedTo}；
            {content.inspectors.map((it) => `${it.name}（${it.certificate}）`).join('、')}
          </p>
          <h3>查明的事实和整改要求</h3>
          <ol className="l-list">
            {content.findings.map((it) => (
              <li key={it.fact}>
                {it.fact}
                <small>证据：{it.evidence}</small>
                <small>违反条款：{it.articles}</small>
                <small>整改要求：{it.demand}</small>
                <small>
                  整改标准：{it.standard}；期限：{it.byWhen}
                </small>
              </li>
            ))}
          </ol>
        </div>
      )
    case 'recommendation':
      return (
        <div className="l-block">
          <h3>未改正的情形</h3>
          <Breaches list={content.unremedied} />
          <h3>处理建议</h3>
          <p>{content.proposal}</p>
          {content.evidence.length > 0 && (
            <>
              <h3>附件</h3>
              <ol className="l-list">
                {content.evidence.map((it) => (
                  <li key={it}>{it}</li>
                ))}
              </ol>
            </>
          )}
        </div>
      )
  }
}
