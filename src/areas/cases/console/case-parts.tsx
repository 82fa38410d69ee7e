import { Link } from '@tanstack/react-router'
import { Section } from '../../../platform/web/console-kit/index.ts'

interface Part {
  readonly key: string
  readonly name: string
  readonly cases: number
  readonly to?: string
  readonly search?: object
}

/** Parts of the year's cases, each opening to the cases that it counts. */
export const Parts = (props: {
  readonly title: string
  readonly parts: readonly Part[] | undefined
  readonly hidden: boolean
}) => (
  <Section title={props.title}>
    {props.hidden && <p className="q-lead">其中有少于 5 件的，不显示。</p>}
    {props.parts?.length === 0 && <p className="q-lead">这一年没有收案。</p>}
    <dl className="k-part-list">
      {props.parts?.map((it) => (
        <div key={it.key}>
          <dt>{it.name}</dt>
          <dd>
            {it.to ? (
              <Link to={it.to as never} search={it.search as never}>
                {it.cases} 件
              </Link>
            ) : (
              `${it.cases} 件`
            )}
          </dd>
        </div>
      ))}
    </dl>
  </Section>
)
