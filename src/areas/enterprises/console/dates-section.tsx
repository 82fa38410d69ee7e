import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import { CivilDate, ProblemAlert, Section, StateTag, useMe } from '../../../platform/web/console-kit/index.ts'
import { dateText, minutesText } from '../../../platform/web/format.ts'
import { removeException, removeQuiet } from '../contract.ts'
import type { addQuiet } from '../contract.ts'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { exceptionEffectNames, gapKindNames, quietKindNames } from '../gap-names.zh.ts'
import { ExceptionDialog } from './exception-dialog.tsx'
import { QuietDialog } from './quiet-dialog.tsx'
import type { EnterpriseAt } from './use-enterprise.ts'

type Standing = OutputOf<typeof addQuiet>['visits']

/** Single dates that differ, and spans that are barred. */
export const DatesSection = (props: { readonly at: EnterpriseAt; readonly mayEdit: boolean }) => {
  const { at, mayEdit } = props
  const { id, exceptions, quiet } = at.enterprise
  const { today } = useMe().org
  const { message } = App.useApp()
  const [adding, setAdding] = useState<'exception' | 'quiet'>()
  const [standing, setStanding] = useState<Standing>()
  const remove = useMutation({
    mutationFn: (which: { exceptionId: string } | { quietId: string }) =>
      'exceptionId' in which
        ? call(removeException, { params: { id, ...which } })
        : call(removeQuiet, { params: { id, ...which } }),
    onSuccess: () => {
      at.reload()
      void message.success('已撤销')
    },
  })
  const undo = (what: string, which: Parameters<typeof remove.mutate>[0]) =>
    mayEdit && (
      <Popconfirm title={`撤销${what}？`} okText="撤销" cancelText="不撤" onConfirm={() => remove.mutate(which)}>
        <Button size="small" type="text" aria-label={`撤销${what}`}>
          撤销
        </Button>
      </Popconfirm>
    )
  return (
    <Section
      title="日期安排"
      extra={
        mayEdit && (
          <>
            <Button onClick={() => setAdding('exception')}>某天例外</Button>
            <Button onClick={() => setAdding('quiet')}>冻结或繁忙期</Button>
          </>
        )
      }
    >
      <ProblemAlert error={remove.error} />
      {standing && standing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="q-problem"
          title={`这段日期里还有 ${standing.length} 场活动`}
          closable={{ onClose: () => setStanding(undefined), 'aria-label': '知道了' }}
          description={
            <>
              <p>日期已经登记，活动不会自动取消。要改期的，请到排期里处理：</p>
              <ul>
                {standing.map((visit) => (
                  <li key={visit.id}>
                    {dateText(visit.date, today)} {visit.activity}
                  </li>
                ))}
              </ul>
            </>
          }
        />
      )}
      <h3 className="e-sub">冻结和繁忙期</h3>
      {quiet.length === 0 ? (
        <p className="q-lead">没有。有客户验厂、赶货、检修时先登记，排期就会避开。</p>
      ) : (
        <ul className="e-dates">
          {quiet.map((one) => (
            <li key={one.id}>
              <StateTag tone={one.kind === 'freeze' ? 'danger' : 'warning'}>{quietKindNames[one.kind]}</StateTag>
              <span>
                <CivilDate date={one.from} today={today} />
                {one.to !== one.from && (
                  <>
                    {' '}
                    至 <CivilDate date={one.to} today={today} />
                  </>
                )}
              </span>
              <span className="q-lead">{one.reason}</span>
              {undo(`${dateText(one.from, today)}起的${quietKindNames[one.kind]}`, { quietId: one.id })}
            </li>
          ))}
        </ul>
      )}
      <h3 className="e-sub">某一天的例外</h3>
      {exceptions.length === 0 ? (
        <p className="q-lead">没有。某一天停产、加开或改了时间，在这里登记。</p>
      ) : (
        <ul className="e-dates">
          {exceptions.map((one) => (
            <li key={one.id}>
              <StateTag tone={one.effect === 'closed' ? 'danger' : 'info'}>{exceptionEffectNames[one.effect]}</StateTag>
              <span>
                <CivilDate date={one.date} today={today} />{' '}
                {one.kind && one.from !== null && one.to !== null && (
                  <span className="q-number">
                    {gapKindNames[one.kind]} {minutesText(one.from, one.to)}
                  </span>
                )}
              </span>
              <span className="q-lead">{one.note}</span>
              {undo(`${dateText(one.date, today)}的例外`, { exceptionId: one.id })}
            </li>
          ))}
        </ul>
      )}
      <ExceptionDialog id={id} open={adding === 'exception'} onClose={() => setAdding(undefined)} onDone={at.reload} />
      <QuietDialog
        id={id}
        open={adding === 'quiet'}
        onClose={() => setAdding(undefined)}
        onDone={(visits) => {
          setStanding(visits)
          at.reload()
        }}
      />
    </Section>
  )
}
