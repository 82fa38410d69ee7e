/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { dateText, minutesText } from '../../../platform/web/format.ts'
import { Button, Buttons, Card, Notice, ProblemNotice, useAction } from '../../../platform/web/phone-kit/index.ts'
import { removeException, removeQuiet } from '../contract.ts'
import type { addQuiet, Enterprise } from '../contract.ts'
import { exceptionEffectNames, gapKindNames, quietKindNames } from '../gap-names.zh.ts'
import { ExceptionSheet } from './exception-sheet.tsx'
import { FreezeSheet } from './freeze-sheet.tsx'

/** Frozen dates, busy seasons and single dates that differ. */
export const DatesCard = (props: {
  readonly enterprise: Enterprise
  readonly today: CivilDate
  readonly reload: () => Promise<void>
}) => {
  const { enterprise, today, reload } = props
  const { id } = enterprise
  const [sheet, setSheet] = useState<'freeze' | 'exception'>()
  const [standing, setStanding] = useState<OutputOf<typeof addQuiet>['visits']>()
  const removing = useAction()
  const quiet = enterprise.quiet.filter((one) => one.to >= today)
  const exceptions = enterprise.exceptions.filter((one) => one.date >= today)
  const undo = (act: (idempotencyKey: string) => Promise<unknown>): void => {
    void removing.run(async (idempotencyKey) => {
      await act(idempotencyKey)
      setStanding(undefined)
      await reload()
    })
  }
  return (
    <Card title="哪几天不方便">
      {standing && (
        <Notice tone={standing.length > 0 ? 'warning' : 'success'} title="日期已登记，新的活动不会排进来">
          {standing.length > 0 ? (
            <>
              <p>这几场已经约好，不会自动取消。要改期，请给县总工会打电话：</p>
              <ul class="e-standing">
                {standing.map((visit) => (
                  <li key={visit.id}>
                    {dateText(visit.date, today)} {visit.activity}
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p>这段日期里没有已经约好的活动。</p>
          )}
        </Notice>
      )}
      {quiet.length === 0 && exceptions.length === 0 && (
        <p class="p-hint">还没有登记。赶货、验厂、检修前先说一声，轻骑兵就不来打扰。</p>
      )}
      <ul class="e-list">
        {quiet.map((one) => {
          const text = `${dateText(one.from, today)}${one.to === one.from ? '' : ` 至 ${dateText(one.to, today)}`}`
          return (
            <li key={one.id}>
              <span>
                <b>{text}</b>
                <small>
                  {quietKindNames[one.kind]}
                  {one.reason && ` · ${one.reason}`}
                </small>
              </span>
              <button
                type="button"
                class="p-plain-button"
                aria-label={`撤销 ${text}`}
                disabled={removing.busy}
                onClick={() =>
                  undo((idempotencyKey) => call(removeQuiet, { params: { id, quietId: one.id }, idempotencyKey }))
                }
              >
                撤销
              </button>
            </li>
          )
        })}
        {exceptions.map((one) => (
          <li key={one.id}>
            <span>
              <b>{dateText(one.date, today)}</b>
              <small>
                {exceptionEffectNames[one.effect]}
                {one.kind && one.from !== null && one.to !== null
                  ? ` ${gapKindNames[one.kind]} ${minutesText(one.from, one.to)}`
                  : ''}
                {one.note && ` · ${one.note}`}
              </small>
            </span>
            <button
              type="button"
              class="p-plain-button"
              aria-label={`撤销 ${dateText(one.date, today)} 的例外`}
              disabled={removing.busy}
              onClick={() =>
                undo((idempotencyKey) => call(removeException, { params: { id, exceptionId: one.id }, idempotencyKey }))
              }
            >
              撤销
            </button>
          </li>
        ))}
      </ul>
      <ProblemNotice problem={removing.problem} />
      <Buttons>
        <Button kind="main" onClick={() => setSheet('freeze')}>
          冻结日期
        </Button>
        <Button onClick={() => setSheet('exception')}>某天例外</Button>
      </Buttons>
      <FreezeSheet
        id={id}
        today={today}
        open={sheet === 'freeze'}
        onClose={() => setSheet(undefined)}
        onDone={async (visits) => {
          setStanding(visits)
          setSheet(undefined)
          await reload()
        }}
      />
      <ExceptionSheet
        id={id}
        today={today}
        open={sheet === 'exception'}
        onClose={() => setSheet(undefined)}
        onDone={async () => {
          setStanding(undefined)
          setSheet(undefined)
          await reload()
        }}
      />
    </Card>
  )
}
