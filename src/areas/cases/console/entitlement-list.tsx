import { useQuery } from '@tanstack/react-query'
import { Alert, Collapse, Spin, Tag } from 'antd'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { lineNames, type Entitlements, type Line } from '../../../engines/entitlements/index.ts'
import { readEntitlements } from '../contract.ts'
import type { Person } from './use-case.ts'

const statusNames: Readonly<Record<string, string>> = {
  needs_input: '还缺事实',
  time_barred: '时效可能已过',
  not_applicable: '不适用',
  excluded_by: '与另一项不能同时要',
  no_rule: '当地或当时没有收录规定',
}

const amountOf = (line: Line): number | undefined => line.balance ?? line.claimable ?? line.amount

/** Each amount with its articles beside it and the way it was computed. */
export const EntitlementList = (props: { readonly caseId: string; readonly person: Person }) => {
  const { caseId, person } = props
  const read = useQuery({
    queryKey: ['cases', caseId, 'entitlements', person.id, person.version],
    queryFn: () => call(readEntitlements, { params: { id: caseId, claimantId: person.id } }),
    enabled: Object.keys(person.claim).length > 0,
    retry: false,
  })
  if (Object.keys(person.claim).length === 0) return <p>还没有登记事实，填了上面的事实就能算。</p>
  if (read.error) return <ProblemAlert error={read.error} />
  if (!read.data) return <Spin />
  const { lines, unverified } = read.data.entitlements as Entitlements
  return (
    <>
      <Collapse
        size="small"
        items={lines.map((line) => ({
          key: line.code,
          label: (
            <>
              {lineNames[line.code]}　
              <b>{amountOf(line) === undefined ? statusNames[line.status] : `${amountOf(line)!.toFixed(2)} 元`}</b>
              {amountOf(line) !== undefined && line.status !== 'ok' && (
                <Tag color="warning">{statusNames[line.status]}</Tag>
              )}
              　{line.articles.map((it) => `《${it.law}》${it.article}`).join('、')}
            </>
          ),
          children: (
            <ol>
              {line.steps?.map((it) => (
                <li key={`${it.label}${it.expression}`}>
                  {it.label}：{it.expression}
                  {it.value !== '' && ` ＝ ${it.value}`}
                </li>
              ))}
              {line.missing?.map((it) => (
                <li key={it}>还缺：{it}</li>
              ))}
            </ol>
          ),
        }))}
      />
      {unverified.length > 0 && <Alert type="warning" showIcon title={`未核实的标准：${unverified.join('、')}`} />}
      {read.data.warnings.map((it) => (
        <p key={it}>{it}</p>
      ))}
    </>
  )
}
