/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import { Button, Buttons, Field, ProblemNotice, TextField, useAction } from '../../../platform/web/phone-kit/index.ts'
import type { CaseDetail } from '../contract.ts'
import { setOutcome } from '../contract.ts'
import { amountKindNames, outcomeNames, payerNames } from '../names.zh.ts'
import { options } from './options.tsx'

type Person = CaseDetail['persons'][number]
type Amount = Omit<Person['amounts'][number], 'id' | 'amountFen'> & { readonly yuan: string }

/** Yuan as written to fen, or undefined where it is no amount; at most two places, no binary fractions. */
export const fenOf = (text: string): number | undefined => {
  const parts = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!parts) return undefined
  const fen = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return fen > 0 ? fen : undefined
}

const textOf = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

const AmountFields = (props: {
  readonly at: number
  readonly it: Amount
  readonly today: string
  readonly set: (part: Partial<Amount>) => void
  readonly drop: () => void
}) => {
  const { at, it, set, today } = props
  const name = `第${at + 1}笔`
  return (
    <fieldset class="k-amount">
      <legend>{name}</legend>
      <Field label={`${name}种类`}>
        {(control) => (
          <select
            {...control}
            value={it.kind}
            onChange={(event) => set({ kind: event.currentTarget.value as Amount['kind'] })}
          >
            {options(amountKindNames)}
          </select>
        )}
      </Field>
      <Field label={`${name}谁付`}>
        {(control) => (
          <select
            {...control}
            value={it.payer}
            onChange={(event) => set({ payer: event.currentTarget.value as Amount['payer'] })}
          >
            {options(payerNames)}
          </select>
        )}
      </Field>
      <TextField
        label={`${name}金额（元）`}
        inputMode="decimal"
        required
        pattern="\d{1,9}(\.\d{1,2})?"
        value={it.yuan}
        set={(text) => set({ yuan: text })}
      />
      <TextField
        label={`${name}约定或裁判日`}
        type="date"
        required
        max={today}
        value={it.agreedOn}
        set={(text) => set({ agreedOn: text })}
      />
      <TextField
        label={`${name}到账日`}
        hint="还没有到账的空着。"
        type="date"
        max={today}
        value={it.paidOn ?? ''}
        set={(text) => set({ paidOn: text || null })}
      />
      <Buttons>
        <Button onClick={props.drop}>{`去掉${name}`}</Button>
      </Buttons>
    </fieldset>
  )
}

/** How it ended for one person, with the amounts by kind, or why there are none. */
export const OutcomeForm = (props: {
  readonly caseId: string
  readonly person: Person
  readonly today: string
  readonly reload: () => Promise<void>
}) => {
  const { person, today } = props
  const [outcome, setResult] = useState<Person['outcome'] | ''>(person.outcome ?? '')
  const [reason, setReason] = useState(person.noAmountReason ?? '')
  const [amounts, setAmounts] = useState<readonly Amount[]>(
    person.amounts.map(({ kind, payer, amountFen, basis, agreedOn, paidOn }) => ({
      kind,
      payer,
      basis,
      agreedOn,
      paidOn,
      yuan: textOf(amountFen),
    })),
  )
  const sending = useAction()
  const save = (): void => {
    if (outcome === '' || outcome === null) return
    const written = amounts.map(({ yuan, ...it }) => ({ ...it, amountFen: fenOf(yuan) ?? 0 }))
    void sending
      .run((key) =>
        call(setOutcome, {
          params: { id: props.caseId, claimantId: person.id },
          version: person.version,
          body: { outcome, noAmountReason: reason || null, amounts: written },
          idempotencyKey: key,
        }),
      )
      .then((through) => (through ? props.reload() : undefined))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Field label="结果">
        {(control) => (
          <select
            {...control}
            required
            value={outcome ?? ''}
            onChange={(event) => setResult(event.currentTarget.value as NonNullable<Person['outcome']>)}
          >
            <option value="">还没有结果</option>
            {options(outcomeNames)}
          </select>
        )}
      </Field>
      {amounts.map((it, at) => (
        <AmountFields
          // Their order is all that tells unsaved amounts apart.
          key={at}
          at={at}
          it={it}
          today={today}
          set={(part) => setAmounts(amounts.map((one, index) => (index === at ? { ...one, ...part } : one)))}
          drop={() => setAmounts(amounts.filter((_, index) => index !== at))}
        />
      ))}
      <Buttons>
        <Button
          onClick={() =>
            setAmounts([
              ...amounts,
              { kind: 'wages', payer: 'employer', yuan: '', basis: '', agreedOn: today, paidOn: null },
            ])
          }
        >
          加一笔金额
        </Button>
      </Buttons>
      {amounts.length === 0 && <TextField label="没有金额的原因" maxLength={300} value={reason} set={setReason} />}
      {sending.problem && <ProblemNotice problem={sending.problem} />}
      <Buttons>
        <Button type="submit" busy={sending.busy}>
          保存结果
        </Button>
      </Buttons>
    </form>
  )
}
