/** @jsxImportSource preact */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { AnyParameter } from '../../../engines/entitlements/index.ts'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { Button, Buttons, Notice, phonePage } from '../../../platform/web/phone-kit/index.ts'
import { readOwnParameters } from '../contract.ts'
import type { Answer, Answers, At } from '../domain/question.ts'
import { pathOf, type Path } from '../domain/questions.ts'
import type * as Reckoning from '../domain/reckon.ts'
import { AnswerView } from './answer-view.tsx'
import { QuestionCard } from './question-card.tsx'
import { forget, readSaved, type Saved } from './saved.ts'
import './owed.css'

type Data = OutputOf<typeof readOwnParameters>
type Engine = typeof Reckoning

/** The place in the browser's history holds the number of the question only: answers stay in memory. */
const stepOf = (state: unknown): number => {
  const step = (state as { owed?: unknown } | null)?.owed
  return typeof step === 'number' ? step : 0
}

const Answered = (props: {
  readonly path: Path
  readonly at: At
  readonly own: readonly AnyParameter[]
  readonly engine: Engine | undefined
  readonly failed: boolean
  readonly onRetry: () => void
  readonly onChange: (step: number) => void
  readonly onAgain: () => void
}) => {
  const { engine, path, at } = props
  if (props.failed)
    return (
      <>
        <Notice tone="danger" title="没能打开计算部分">
          网络不好。您的答案还在，连上网再试一次。
        </Notice>
        <Buttons>
          <Button kind="main" onClick={props.onRetry}>
            再试一次
          </Button>
        </Buttons>
      </>
    )
  if (!engine) return <Notice tone="info" title="正在算…" />
  const reckoned = engine.reckon(path.said, at, props.own)
  return <AnswerView path={path} at={at} reckoned={reckoned} onChange={props.onChange} onAgain={props.onAgain} />
}

const Owed = ({ data }: { readonly data: Data }) => {
  const at: At = useMemo(() => ({ today: data.today }), [data.today])
  const [answers, setAnswers] = useState<Answers>({})
  const [step, setStep] = useState(0)
  const [saved, setSaved] = useState<Saved>()
  const [engine, setEngine] = useState<Engine>()
  const [failed, setFailed] = useState(false)
  const loadingRef = useRef(false)
  const load = useCallback((): void => {
    if (loadingRef.current) return
    loadingRef.current = true
    setFailed(false)
    import('../domain/reckon.ts')
      .then((module) => setEngine(module))
      .catch(() => {
        loadingRef.current = false
        setFailed(true)
      })
  }, [])
  useEffect(() => {
    history.replaceState({ owed: 0 }, '')
    setSaved(readSaved(at))
    const follow = (event: PopStateEvent): void => setStep(stepOf(event.state))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [at])
  // The engine comes after the page stands, so that the rest also works where the network goes away.
  useEffect(load, [load])
  const go = (next: number): void => {
    history.pushState({ owed: next }, '')
    setStep(next)
  }
  const path = pathOf(answers, at)
  const reached = path.open ? path.questions.indexOf(path.open) : path.questions.length
  const shown = Math.min(step, reached)
  const question = path.questions[shown]
  const answer = (value: Answer): void => {
    if (!question) return
    setAnswers({ ...answers, [question.id]: value })
    go(shown + 1)
  }
  if (!question)
    return (
      <Answered
        path={path}
        at={at}
        own={data.parameters as unknown as readonly AnyParameter[]}
        engine={engine}
        failed={failed}
        onRetry={load}
        onChange={go}
        onAgain={() => {
          setAnswers({})
          go(0)
        }}
      />
    )
  return (
    <>
      {shown === 0 && saved && (
        <Notice tone="info" title={`这台手机上存有 ${saved.on} 的答案`}>
          <Buttons>
            <Button
              onClick={() => {
                setAnswers(saved.answers)
                const kept = pathOf(saved.answers, at)
                go(kept.open ? kept.questions.indexOf(kept.open) : kept.questions.length)
              }}
            >
              接着用
            </Button>
            <Button
              kind="danger"
              onClick={() => {
                forget()
                setSaved(undefined)
              }}
            >
              删掉
            </Button>
          </Buttons>
        </Notice>
      )}
      <QuestionCard
        key={question.id}
        question={question}
        answer={answers[question.id]}
        said={path.said}
        at={at}
        step={shown}
        left={Math.max(1, path.questions.length - shown)}
        onAnswer={answer}
        onBack={shown > 0 ? () => history.back() : undefined}
      />
      {shown === 0 && <p class="p-hint">您填的只在这台手机上算，不会发出去；不点「保存」也不会存下来。</p>}
    </>
  )
}

/** 我该得多少: a worker answers a few questions and sees what the law gives, without an account. */
export const owedPage = phonePage<Data>({
  path: '/m/owed',
  roles: 'public',
  title: '我该得多少',
  discreet: { windowTitle: '算一算' },
  load: (ask) => ask(readOwnParameters),
  view: ({ data }) => <Owed data={data} />,
})
