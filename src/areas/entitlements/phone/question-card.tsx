/** @jsxImportSource preact */
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Button, Buttons } from '../../../platform/web/phone-kit/index.ts'
import { faultOf, type Answer, type Answers, type At, type Question } from '../domain/question.ts'
import { CheckField } from './check-field.tsx'

interface Given {
  readonly question: Question
  readonly answer: Answer | undefined
  readonly said: Answers
  readonly at: At
  readonly onAnswer: (answer: Answer) => void
}

const Choice = (props: Given) => {
  const { question, at } = props
  if (question.kind !== 'choice') return null
  return (
    <div class="o-options" role="group" aria-label={question.title}>
      {question.options(at).map((it) => (
        <button
          key={it.value}
          type="button"
          class="o-option"
          aria-pressed={props.answer === it.value}
          onClick={() => props.onAnswer(it.value)}
        >
          <b>{it.label}</b>
          {it.hint !== undefined && <span>{it.hint}</span>}
        </button>
      ))}
    </div>
  )
}

const Choices = (props: {
  readonly given: Given
  readonly value: readonly string[]
  readonly onChange: (next: string[]) => void
}) => {
  const { question, at } = props.given
  if (question.kind !== 'choices') return null
  return (
    <div class="o-options" role="group" aria-label={question.title}>
      {question.options(at).map((it) => {
        const on = props.value.includes(it.value)
        return (
          <CheckField
            key={it.value}
            label={it.label}
            hint={it.hint}
            checked={on}
            onChange={() =>
              props.onChange(on ? props.value.filter((one) => one !== it.value) : [...props.value, it.value])
            }
          />
        )
      })}
    </div>
  )
}

const Months = (props: { readonly texts: readonly string[]; readonly onChange: (next: string[]) => void }) => (
  <div class="o-months">
    {props.texts.map((text, index) => (
      <label key={index}>
        <span>{index === 0 ? '最后一个月' : `往前第 ${index} 个月`}</span>
        <input
          inputMode="decimal"
          autocomplete="off"
          value={text}
          onInput={(event) => {
            const { value } = event.currentTarget
            props.onChange(props.texts.map((it, at) => (at === index ? value : it)))
          }}
        />
        <span>元</span>
      </label>
    ))}
    {props.texts.length < 12 && <Button onClick={() => props.onChange([...props.texts, ''])}>再加一个月</Button>}
  </div>
)

/** A number as people write it: full-width digits and separators too; undefined where it is none. */
const numberOf = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').replaceAll(/[,，\s元]/g, '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

const textOf = (answer: Answer | undefined): string => (answer === null || answer === undefined ? '' : String(answer))

/** One question with its control; the answer is judged before it is taken. */
export const QuestionCard = (
  props: Given & { readonly step: number; readonly left: number; readonly onBack?: () => void },
) => {
  const { question, answer, said, at } = props
  const id = useId()
  const headRef = useRef<HTMLHeadingElement>(null)
  const [text, setText] = useState(textOf(answer))
  const [picked, setPicked] = useState<readonly string[]>(Array.isArray(answer) ? answer.map(String) : [])
  const [texts, setTexts] = useState<readonly string[]>(
    question.kind === 'months' && Array.isArray(answer) ? answer.map(String) : ['', '', ''],
  )
  const [onlyMonth, setOnlyMonth] = useState(textOf(answer).length === 7)
  const [fault, setFault] = useState<string>()
  useEffect(() => {
    if (props.step > 0) headRef.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [question.id, props.step])
  const valueOf = (): Answer | undefined => {
    switch (question.kind) {
      case 'choices':
        return picked
      case 'yuan':
      case 'count':
        return numberOf(text)
      case 'months': {
        const filled = texts.filter((it) => it.trim() !== '').map(numberOf)
        return filled.every((it) => it !== undefined) ? filled : undefined
      }
      default:
        return text === '' ? undefined : text
    }
  }
  const take = (): void => {
    const value = valueOf()
    const wrong =
      value === undefined && question.kind === 'months' ? '请填数字，单位是元' : faultOf(question, value, said, at)
    setFault(wrong)
    if (wrong === undefined && value !== undefined) props.onAnswer(value)
  }
  const described = `${id}-why${fault === undefined ? '' : ` ${id}-fault`}`
  const monthWillDo = question.kind === 'date' && question.monthWillDo === true
  return (
    <form
      class="o-question"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <p class="o-progress">
        {props.step === 0 ? '不用登录，在手机上就能算' : `第 ${props.step + 1} 题，大约还有 ${props.left} 题`}
      </p>
      <h2 id={id} ref={headRef} tabIndex={-1}>
        {question.title}
      </h2>
      <p id={`${id}-why`} class="o-why">
        {question.why}
      </p>
      {question.kind === 'choice' && <Choice {...props} />}
      {question.kind === 'choices' && <Choices given={props} value={picked} onChange={setPicked} />}
      {question.kind === 'months' && <Months texts={texts} onChange={setTexts} />}
      {question.kind === 'date' && (
        <>
          <input
            class="o-input"
            type={onlyMonth ? 'month' : 'date'}
            aria-labelledby={id}
            aria-describedby={described}
            aria-invalid={fault !== undefined}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          {monthWillDo && (
            <CheckField
              label="只记得是哪一个月"
              checked={onlyMonth}
              onChange={() => {
                setOnlyMonth(!onlyMonth)
                setText(onlyMonth ? '' : text.slice(0, 7))
              }}
            />
          )}
        </>
      )}
      {(question.kind === 'yuan' || question.kind === 'count') && (
        <div class="o-amount">
          <input
            class="o-input"
            inputMode="decimal"
            autocomplete="off"
            aria-labelledby={id}
            aria-describedby={described}
            aria-invalid={fault !== undefined}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <span>{question.kind === 'yuan' ? '元' : question.unit}</span>
        </div>
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} class="p-wrong" role="alert">
          {fault}
        </p>
      )}
      <Buttons>
        {question.kind !== 'choice' && (
          <Button kind="main" type="submit">
            下一步
          </Button>
        )}
        {question.unknown !== undefined && <Button onClick={() => props.onAnswer(null)}>不清楚</Button>}
        {props.onBack && <Button onClick={props.onBack}>上一题</Button>}
      </Buttons>
      {question.unknown !== undefined && <p class="p-hint">不清楚也可以往下走：{question.unknown}。</p>}
    </form>
  )
}
