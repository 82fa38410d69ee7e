/** @jsxImportSource preact */
import { Mark } from '../../platform/web/phone-kit/frame.tsx'
import { numberText } from '../../platform/web/format.ts'
import type { SquadTone } from '../../platform/web/tokens.ts'

/** A public figure: counted by the reports, never typed. `note` says what is counted. */
export interface PublicFigure {
  readonly label: string
  readonly value: number
  readonly unit: string
  /** Shown as 「/ 136」. */
  readonly of?: number
  readonly note?: string
}

export interface StageProps {
  readonly org: { readonly name: string; readonly demo: boolean }
  /** Which year the figures are of. */
  readonly year: number
  readonly figures: readonly PublicFigure[]
}

const squads: readonly { tone: SquadTone; glyph: string; name: string; text: string; brings: readonly string[] }[] = [
  {
    tone: 'culture',
    glyph: '文',
    name: '文化轻骑兵',
    text: '把宣讲、演出和好书送到车间班组，劳模讲自己的故事。',
    brings: ['微宣讲', '车间演出', '读书分享'],
  },
  {
    tone: 'skills',
    glyph: '技',
    name: '技能轻骑兵',
    text: '专家和工匠到机台边看问题，帮职工把点子做成项目。',
    brings: ['现场指导', '五小项目', '名师带徒'],
  },
  {
    tone: 'rights',
    glyph: '维',
    name: '维权轻骑兵',
    text: '律师和监督员给企业做法治体检，替职工把难事办到底。',
    brings: ['普法咨询', '法治体检', '法律援助'],
  },
]

const steps = [
  { name: '点单', text: '企业说哪天有空、想要什么' },
  { name: '派单', text: '工会排好谁去、几点去' },
  { name: '接单', text: '队员在手机上应下来' },
  { name: '评单', text: '企业答两句话，后续跟到办结' },
] as const

/** The front page: what the light cavalry is, the year so far, and where to sign in. */
export const Stage = (props: StageProps) => (
  <div class="s-page">
    <header class="s-top">
      <a class="s-brand" href="/">
        <Mark size={36} />
        <b>轻骑</b>
        <span>{props.org.name}</span>
      </a>
      <nav aria-label="登录">
        <a href="/m">手机版</a>
        <a href="/console">工会后台</a>
      </nav>
    </header>
    {props.org.demo && <p class="s-demo">演示县：这里的人员和业务数据都是虚构的</p>}
    <main>
      <section class="s-hero">
        <div>
          <p class="s-kicker">产改轻骑兵</p>
          <h1>
            小队上门，
            <br />
            赶在您<em>有空</em>的时候
          </h1>
          <p class="s-lead">
            午休半小时、交接班的间隙，都可以约。文化、技能、维权三支小队走进企业，来得少打扰，事情有着落。
          </p>
          <p class="s-doors">
            <a class="s-door s-door-main" href="/m">
              企业、职工、队员进入
            </a>
            <a class="s-door" href="/console">
              工会干部登录
            </a>
            <a class="s-door" href="/m/owed">
              我该得多少（不用登录）
            </a>
          </p>
        </div>
        <svg class="s-strokes" viewBox="0 0 420 300" aria-hidden="true">
          <g fill="none" stroke-linecap="round" stroke-width="14">
            <path d="M30 92 250 52" stroke="var(--culture)" />
            <path d="M14 170 290 120" stroke="var(--skills)" />
            <path d="M58 242 262 205" stroke="var(--rights)" />
          </g>
          <g transform="translate(190 20) scale(4)">
            <g transform="matrix(1 0 -.14 1 5.5 0)">
              <path
                fill="var(--red)"
                d="M38 9l3.5 7.5C48 20 53 27 57 35.5c1.2 2.6-.3 5.5-3 6l-3.5.6c-1.7.3-3.4-.3-4.5-1.6l-3-3.5c-1.3 6 1.5 11 7 18L23 55c0-13 2-23 8-32.5z"
              />
              <circle cx="43" cy="25.5" r="2" fill="var(--ground)" />
            </g>
          </g>
        </svg>
      </section>

      <section class="s-year" aria-labelledby="year">
        <h2 id="year">{props.year} 年到今天</h2>
        {props.figures.length === 0 ? (
          <p class="s-quiet">今年的活动还没有开始登记，办过之后数字会出现在这里。</p>
        ) : (
          <dl>
            {props.figures.map((figure) => (
              <div key={figure.label}>
                <dt>{figure.label}</dt>
                <dd>
                  <b>{numberText(figure.value)}</b>
                  {figure.of !== undefined && <span> / {numberText(figure.of)}</span>}
                  <span> {figure.unit}</span>
                  {figure.note !== undefined && <small>{figure.note}</small>}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>

      <section class="s-squads" aria-label="三支小队">
        {squads.map((squad) => (
          <article key={squad.tone} class={`s-squad s-squad-${squad.tone}`}>
            <h3>
              <i aria-hidden="true">{squad.glyph}</i>
              {squad.name}
            </h3>
            <p>{squad.text}</p>
            <ul>
              {squad.brings.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </article>
        ))}
      </section>

      <section class="s-steps" aria-labelledby="steps">
        <h2 id="steps">一次上门怎么来的</h2>
        <ol>
          {steps.map((step) => (
            <li key={step.name}>
              <b>{step.name}</b>
              {step.text}
            </li>
          ))}
        </ol>
        <p class="s-quiet">每家企业都有打扰上限，几支小队合起来算；满了就不再安排，企业随时看得到。</p>
      </section>
    </main>
    <footer class="s-foot">{props.org.name} · 轻骑</footer>
  </div>
)
