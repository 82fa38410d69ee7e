import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Input, Space } from 'antd'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, Section, useMe } from '../../../platform/web/console-kit/index.ts'
import { lineNames } from '../../../engines/entitlements/index.ts'
import { effectReaders, readEffects } from '../../cases/contract.ts'
import { confirmParameter, figureKeepers, withdrawParameter, type OwnVersion } from '../contract.ts'
import { parameterWithUnit, regionNames, trustNames } from './parameter-text.ts'

const lineName = (code: string): string => (lineNames as Readonly<Record<string, string>>)[code] ?? code

const yuan = (amount: number | null): string =>
  amount === null ? '算不出' : `${amount.toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`

/** The open cases whose figures would change; who may not open cases sees how many. */
const Effects = ({ id }: { readonly id: string }) => {
  const read = useQuery({
    queryKey: ['parameters', 'effects', id],
    queryFn: () => call(readEffects, { params: { id } }),
    retry: false,
  })
  if (read.isLoading) return <p className="q-lead">正在算哪些未结案的数额会变…</p>
  if (!read.data) return <p className="q-lead">没有算出哪些未结案的数额会变，请刷新再看，看过再确认。</p>
  const { computed, changed, rows } = read.data
  if (changed === 0) return <p className="q-lead">算过 {computed} 位未结案当事人，没有数额会变。</p>
  return (
    <>
      <p>
        算过 {computed} 位未结案当事人，{changed} 位的数额会变：
      </p>
      <ul>
        {rows.map((it) => (
          <li key={`${it.caseId} ${it.ordinal}`}>
            <Link to={`/cases/${it.caseId}` as never}>
              {it.number} 第{it.ordinal}位
            </Link>
            ：{it.lines.map((line) => `${lineName(line.code)} ${yuan(line.before)} → ${yuan(line.after)}`).join('；')}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Proposals and withdrawals that wait for a second person; who began one is not offered to finish it. */
export const PendingSection = (props: { readonly rows: readonly OwnVersion[] }) => {
  const me = useMe()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const keeps = me.roles.some((role) => figureKeepers.some((one) => one === role))
  const counts = me.roles.some((role) => effectReaders.some((one) => one === role))
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['parameters'] })
      void message.success('已办好')
    },
  })
  const withdraw = (it: OwnVersion): void => {
    let reason = ''
    void modal.confirm({
      title: `撤回「${it.label}」${it.effective} 起的版本？`,
      content: (
        <Input
          aria-label="撤回的原因"
          placeholder="写明原因"
          maxLength={300}
          onChange={(event) => (reason = event.target.value)}
        />
      ),
      okText: '撤回',
      onOk: () => act.mutate(() => call(withdrawParameter, { params: { id: it.id }, body: { reason } })),
    })
  }
  if (props.rows.length === 0) return null
  return (
    <Section title={`等第二个人确认（${props.rows.length}）`}>
      <ProblemAlert error={act.error} />
      <ul className="n-pending">
        {props.rows.map((it) => {
          const leaving = it.status === 'withdrawal-asked'
          const beganIt = me.person.id === (leaving ? it.withdrawalById : it.proposedById)
          return (
            <li key={it.id}>
              <div>
                <b>
                  {it.label} · {regionNames[it.region] ?? it.region}
                </b>
                <p>
                  {leaving ? '要撤回的：' : ''}
                  {parameterWithUnit(it.value, it.unit)}，{it.effective} 起 · {trustNames[it.trust]}
                </p>
                <p className="q-lead">
                  来源：{it.source}
                  {it.link !== '' && (
                    <>
                      {' '}
                      <a className="n-link" href={it.link} target="_blank" rel="noreferrer">
                        网址
                      </a>
                    </>
                  )}
                </p>
                <p className="q-lead">
                  {leaving ? `${it.withdrawalBy ?? ''} 提出撤回：${it.withdrawalReason}` : `${it.proposedBy} 提出`}
                </p>
                {counts && <Effects id={it.id} />}
              </div>
              {keeps && (
                <Space wrap>
                  {beganIt ? (
                    <span className="q-lead">要由另一个人确认</span>
                  ) : (
                    <Button
                      type="primary"
                      loading={act.isPending}
                      onClick={() =>
                        act.mutate(() =>
                          leaving
                            ? call(withdrawParameter, { params: { id: it.id }, body: { reason: '同意撤回' } })
                            : call(confirmParameter, { params: { id: it.id } }),
                        )
                      }
                    >
                      {leaving ? '同意撤回' : '核对无误，确认'}
                    </Button>
                  )}
                  {!leaving && <Button onClick={() => withdraw(it)}>撤回</Button>}
                </Space>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
