import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import { listEnterprises } from '../../enterprises/contract.ts'

export interface Employer {
  readonly name: string
  /** Of the register, where it is in there. */
  readonly enterpriseId?: string
}

/** An employer as told, or one of the register: chosen from what the name finds. */
export const EmployerPick = (props: {
  readonly id?: string
  /** Read to those who see no label beside it. */
  readonly label?: string
  readonly value?: Employer
  readonly onChange?: (next: Employer) => void
}) => {
  const [search, setSearch] = useState('')
  const found = useQuery({
    queryKey: ['enterprises', 'search', search],
    queryFn: () => call(listEnterprises, { query: { search, limit: 10 } }),
    enabled: search.trim().length > 1,
  })
  const rows = search.trim().length > 1 ? (found.data?.rows ?? []) : []
  return (
    <AutoComplete
      id={props.id}
      aria-label={props.label}
      style={{ minWidth: 220 }}
      value={props.value?.name}
      placeholder="写名称；在企业库里的，从下面选"
      showSearch={{ filterOption: false, onSearch: setSearch }}
      options={rows.map((it) => ({ value: it.name, enterpriseId: it.id }))}
      onChange={(name: string, option) =>
        props.onChange?.({ name, enterpriseId: (option as { enterpriseId?: string } | undefined)?.enterpriseId })
      }
    />
  )
}
