import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, StateTag, useMe } from '../../../platform/web/console-kit/index.ts'
import {
  figureKeepers,
  readParameterHistory,
  withdrawParameter,
  type OwnVersion,
  type ParameterRow,
} from '../contract.ts'
import { parameterWithUnit, regionNames, trustNames } from './parameter-text.ts'

const states: Readonly<
  Record<OwnVersion['status'], readonly [tone: 'info' | 'success' | 'warning' | 'neutral', text: string]>
> = {
  proposed: ['info', '等待确认'],
  confirmed: ['success', '已确认'],
  'withdrawal-asked': ['warning', '等待撤回'],
  withdrawn: ['neutral', '已撤回'],
}

const day = (instant: string | null): string => (instant === null ? '' : instant.slice(0, 10))

const Withdraw = ({ version }: { readonly version: OwnVersion }) => {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => call(withdrawParameter, { params: { id: version.id }, body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['parameters'] }),
  })
  return (
    <>
      <ProblemAlert error={send.error} />
      <Space.Compact>
        <Input
          aria-label={`撤回 ${version.effective} 起的版本，原因`}
          placeholder="撤回的原因"
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button disabled={reason.trim().length < 2} loading={send.isPending} onClick={() => send.mutate()}>
          提出撤回
        </Button>
      </Space.Compact>
    </>
  )
}

/** All versions of one parameter: the county's own with who did what, and those that come with the program. */
export const HistoryDrawer = (props: { readonly row: ParameterRow; readonly onClose: () => void }) => {
  const { concept, region, label, unit } = props.row
  const me = useMe()
  const keeps = me.roles.some((role) => figureKeepers.some((one) => one === role))
  const history = useQuery({
    queryKey: ['parameters', 'history', concept, region],
    queryFn: () => call(readParameterHistory, { query: { concept, region } }),
  })
  return (
    <Drawer open size="large" title={`${label} · ${regionNames[region] ?? region}`} onClose={props.onClose}>
      <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />
      <h3>县里录入的</h3>
      {history.data?.own.length === 0 && <p className="q-lead">还没有。</p>}
      <ul className="n-versions">
        {history.data?.own.map((it) => (
          <li key={it.id}>
            <b>{it.effective} 起</b> {parameterWithUnit(it.value, unit)}{' '}
            <StateTag tone={states[it.status][0]}>{states[it.status][1]}</StateTag>
            <p className="q-lead">
              {it.proposedBy} {day(it.proposedAt)} 提出
              {it.confirmedBy !== null && `；${it.confirmedBy} ${day(it.confirmedAt)} 确认`}
              {it.withdrawalBy !== null && `；${it.withdrawalBy} 提出撤回：${it.withdrawalReason}`}
              {it.withdrawnBy !== null && `；${it.withdrawnBy} ${day(it.withdrawnAt)} 撤回`}
            </p>
            <p className="q-lead">
              来源：{it.source} · {trustNames[it.trust]}
            </p>
            {keeps && it.status === 'confirmed' && <Withdraw version={it} />}
          </li>
        ))}
      </ul>
      <h3>随程序带来的</h3>
      {history.data?.builtIn.length === 0 && <p className="q-lead">没有收录，须由县里附来源录入。</p>}
      <ul className="n-versions">
        {history.data?.builtIn.map((it) => (
          <li key={it.effective}>
            <b>{it.effective} 起</b> {parameterWithUnit(it.value, unit)}
            {it.trust === 'UNVERIFIED' && <StateTag tone="warning">未核实</StateTag>}
            <p className="q-lead">
              来源：{it.source}
              {it.note !== '' && `；${it.note}`}
            </p>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
