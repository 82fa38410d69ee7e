import { useState } from 'react'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import type { Choice } from '../../../platform/web/console-kit/index.ts'
import { editEnterprise } from '../contract.ts'
import { useEdit } from './use-enterprise.ts'
import type { EnterpriseAt } from './use-enterprise.ts'

export type Fields = BodyOf<typeof editEnterprise>

/**
 * Some fields of the enterprise while they are edited. Only what differs from what was read when the edit began is
 * sent; what was typed stays until it is saved or given up.
 */
export const useFieldsEdit = (at: EnterpriseAt, saved: () => void) => {
  const { enterprise } = at
  const [edited, setEdited] = useState<{ fields: Fields; base: Fields; begun: number }>()
  const edit = useEdit(
    at,
    (body: Fields, version) => call(editEnterprise, { params: { id: enterprise.id }, body, version }),
    () => {
      setEdited(undefined)
      saved()
    },
  )
  const begin = (fields: Fields): void => setEdited({ fields, base: fields, begun: enterprise.version })
  const giveUp = (): void => {
    setEdited(undefined)
    edit.clear()
  }
  const changed = (): Fields =>
    Object.fromEntries(
      Object.entries(edited?.fields ?? {}).filter(([name, value]) => edited?.base[name as keyof Fields] !== value),
    )
  return {
    edited: edited?.fields,
    begin,
    giveUp,
    /** Begins the edit where it has not begun, with `from` as what was read. */
    set: (part: Fields, from?: Fields) =>
      setEdited((before) =>
        before
          ? { ...before, fields: { ...before.fields, ...part } }
          : { fields: { ...from, ...part }, base: from ?? {}, begun: enterprise.version },
      ),
    save: () => {
      const body = changed()
      if (Object.keys(body).length === 0) giveUp()
      else if (edited) edit.save(body, edited.begun)
    },
    resolve: (choices: Readonly<Record<string, Choice>>, version: number | undefined) => {
      const body = Object.fromEntries(Object.entries(changed()).filter(([name]) => choices[name] === 'mine')) as Fields
      edit.clear()
      if (Object.keys(body).length > 0 && version !== undefined) edit.saveOn(body, version)
      else {
        setEdited(undefined)
        at.reload()
      }
    },
    busy: edit.busy,
    error: edit.error,
    conflict: edit.conflict,
    clear: edit.clear,
  }
}
