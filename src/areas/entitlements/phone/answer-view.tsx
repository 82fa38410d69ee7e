/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button, Buttons, Card, Notice } from '../../../platform/web/phone-kit/index.ts'
import { answerText, type Path } from '../domain/questions.ts'
import type { At } from '../domain/question.ts'
import type { Reckoned } from '../domain/reckon.ts'
import { LineCard, yuan } from './line-card.tsx'
import { forget, readSaved, save } from './saved.ts'
import { SendCard } from './send-card.tsx'

const unknowable = [
  '您说的事有没有证据：合同、工资条、打卡、聊天记录都要留好。',
  '是不是违法辞退，最后由仲裁或者法院认定。',
  '单位和您另有约定、规章制度另有规定的，可能不一样。',
]

const beyondForm = ['heatMonths', 'lowMonths', 'lowPaid']

const KeepCard = ({ path, at }: { readonly path: Path; readonly at: At }) => {
  const [kept, setKept] = useState<boolean>()
  const [refused, setRefused] = useState(false)
  useEffect(() => setKept(readSaved(at) !== undefined), [at])
  return (
    <Card title="留着下次看">
      <p>{kept ? '答案存在这台手机上。别人也用这台手机的，看完请删掉。' : '没有存下任何东西，关掉这一页就没有了。'}</p>
      {refused && <p class="p-wrong">这个浏览器不让存，可以打印或者截图。</p>}
      <Buttons>
        {kept ? (
          <Button
            kind="danger"
            onClick={() => {
              forget()
              setKept(false)
            }}
          >
            从手机上删掉
          </Button>
        ) : (
          <Button
            onClick={() => {
              const done = save(path.said, at)
              setKept(done)
              setRefused(!done)
            }}
          >
            保存在这台手机
          </Button>
        )}
        <Button onClick={() => window.print()}>打印</Button>
      </Buttons>
    </Card>
  )
}

/** What the answers come to, line by line. */
export const AnswerView = (props: {
  readonly path: Path
  readonly at: At
  readonly reckoned: Reckoned
  /** Leads back to a question by its place on the path. */
  readonly onChange: (step: number) => void
  readonly onAgain: () => void
}) => {
  const { path, at, reckoned } = props
  const headRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    headRef.current?.focus({ preventScroll: true })
  }, [])
  const facts = path.questions.map((question, step) => ({
    id: question.id,
    step,
    title: question.title,
    text: answerText(question, path.said[question.id], at),
  }))
  const funds = reckoned.lines.filter((it) => it.payer === 'fund' && (it.line.balance ?? 0) > 0)
  return (
    <div class="o-answer">
      <h2 ref={headRef} tabIndex={-1}>
        按您说的，大约是这些
      </h2>
      <Notice tone="info">这是按法律条文做的估算，供您心里有数，不是裁决。金额以仲裁、法院或者双方协议为准。</Notice>
      {reckoned.total !== undefined && (
        <div class="o-total">
          <p>单位一共还该付</p>
          <p class="o-amount-big">{yuan(reckoned.total)}</p>
          {reckoned.open && <p>还有算不出的项目，没有加进来。</p>}
          {funds.length > 0 && <p>工伤保险基金付的另算，没有加进来。</p>}
        </div>
      )}
      {reckoned.lines.length === 0 && (
        <Notice tone="warning" title="算不出什么">
          按您说的情形，没有可以算的项目。不放心的，请到工会问。
        </Notice>
      )}
      {reckoned.lines.map((shown) => (
        <LineCard key={shown.line.code} shown={shown} />
      ))}
      {reckoned.warnings.length > 0 && (
        <Card title="要留意的">
          <ul class="o-list">
            {reckoned.warnings.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="这一页不知道的">
        <ul class="o-list">
          {unknowable.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      </Card>
      <Card title="您说的">
        <ul class="o-said">
          {facts.map((it) => (
            <li key={it.id}>
              <span>
                {it.title}
                <b>{it.text}</b>
              </span>
              <button
                type="button"
                class="p-plain-button"
                aria-label={`改：${it.title}`}
                onClick={() => props.onChange(it.step)}
              >
                改
              </button>
            </li>
          ))}
        </ul>
      </Card>
      <div class="o-actions">
        <KeepCard path={path} at={at} />
        <SendCard
          said={path.said}
          claim={reckoned.claim}
          lines={facts.map((it) => `${it.title}${it.text}`)}
          besides={facts.filter((it) => beyondForm.includes(it.id)).map((it) => `${it.title}${it.text}`)}
        />
        <Buttons>
          <Button onClick={props.onAgain}>从头再算</Button>
        </Buttons>
      </div>
    </div>
  )
}
