/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { Button, Buttons } from '../../../platform/web/phone-kit/index.ts'
import { differencesOf, merged, textOf, type Line } from './clinic-draft.ts'

/** Somebody else has saved other counts meanwhile: each line with both values, one of them to be kept. */
export const ClinicConflict = (props: {
  readonly mine: readonly Line[]
  readonly theirs: readonly Line[]
  readonly onResolve: (lines: readonly Line[]) => void
}) => {
  const { mine, theirs } = props
  const differences = differencesOf(mine, theirs)
  // What only the other side counted is kept unless refused.
  const [taken, setTaken] = useState(differences.filter((it) => !it.mine).map((it) => it.key))
  return (
    <>
      <p>您数的还在。不一样的，请逐项选留哪一个：</p>
      {differences.map(({ key, ...it }) => (
        <fieldset key={key} class="k-choice">
          <legend>{(it.mine ?? it.theirs)?.name}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side}>
              <input
                type="radio"
                name={key}
                checked={taken.includes(key) === (side === 'theirs')}
                onChange={() => setTaken([...taken.filter((one) => one !== key), ...(side === 'theirs' ? [key] : [])])}
              />
              {side === 'mine' ? '您的' : '对方的'}：{textOf(it[side])}
            </label>
          ))}
        </fieldset>
      ))}
      <Buttons>
        <Button kind="main" onClick={() => props.onResolve(merged(mine, theirs, taken))}>
          按所选保存
        </Button>
      </Buttons>
    </>
  )
}
