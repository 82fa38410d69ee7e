import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { Problem } from '../../base/operation.ts'

const shown = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export type Choice = 'mine' | 'theirs'

/**
 * For a 409 on an edit: each differing field with both values; nothing is lost until the person has chosen.
 * `onResolve` gets the choice per field and the version to save on; `labels` names fields in Chinese.
 */
export const ConflictDialog = (props: {
  readonly problem: Problem | undefined
  readonly labels?: Readonly<Record<string, string>>
  readonly format?: (field: string, value: unknown) => string
  readonly onResolve: (choices: Readonly<Record<string, Choice>>, version: number | undefined) => void
  readonly onCancel: () => void
}) => {
  const differs = props.problem?.differs ?? []
  // Choices belong to one conflict: a later one begins anew.
  const [made, setMade] = useState<{ problem: Problem | undefined; choices: Record<string, Choice> }>()
  const choices = made?.problem === props.problem ? (made?.choices ?? {}) : {}
  const setChoices = (next: Record<string, Choice>): void => setMade({ problem: props.problem, choices: next })
  const chosen = (field: string): Choice => choices[field] ?? 'mine'
  const all = (choice: Choice): void => setChoices(Object.fromEntries(differs.map((one) => [one.field, choice])))
  const text = (field: string, value: unknown): string => props.format?.(field, value) ?? shown(value)
  return (
    <Modal
      open={props.problem !== undefined}
      title="别人刚刚改过这条记录"
      okText="按所选保存"
      cancelText="先不保存"
      width={720}
      onCancel={props.onCancel}
      onOk={() =>
        props.onResolve(
          Object.fromEntries(differs.map((one) => [one.field, chosen(one.field)])),
          props.problem?.version,
        )
      }
    >
      <p>您填写的内容还在。下面是不一样的地方，请逐项选择留哪一个。</p>
      <div className="q-actions q-conflict-all">
        <Button size="small" onClick={() => all('mine')}>
          全部留我的
        </Button>
        <Button size="small" onClick={() => all('theirs')}>
          全部用对方的
        </Button>
      </div>
      <table className="q-conflict">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">我的</th>
            <th scope="col">对方的</th>
          </tr>
        </thead>
        <tbody>
          {differs.map((one) => (
            <tr key={one.field}>
              <th scope="row">{props.labels?.[one.field] ?? one.field}</th>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side} className={chosen(one.field) === side ? 'q-chosen' : ''}>
                  <Radio
                    name={`conflict-${one.field}`}
                    checked={chosen(one.field) === side}
                    onChange={() => setChoices({ ...choices, [one.field]: side })}
                  >
                    {text(one.field, side === 'mine' ? one.yours : one.theirs)}
                  </Radio>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
