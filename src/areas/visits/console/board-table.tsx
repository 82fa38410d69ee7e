import { PushpinFilled } from '@ant-design/icons'
import { useState } from 'react'
import { formatMinute, weekdayOf } from '../../../platform/base/civil-date.ts'
import type { Board, PlanVisit } from '../contract.ts'
import { useJudge, type Place } from './use-judge.ts'
import './board.css'

const WEEK = ['一', '二', '三', '四', '五', '六', '日']

/** Short enough for a cell: without the county's name and the legal form. */
const shortName = (name: string): string => name.replace(/^泗洪县?/, '').replace(/(股份)?有限公司$/, '')

interface Dragged {
  readonly visit: PlanVisit
  readonly x: number
  readonly y: number
}

/** Team × day; a visit is dragged to another cell and keeps its minute. What the cell would break is named beside the pointer. */
export const BoardTable = (props: {
  readonly board: Board
  readonly editable: boolean
  readonly onOpen: (visit: PlanVisit) => void
  readonly onDrop: (visit: PlanVisit, place: Place) => void
}) => {
  const { board, editable } = props
  const [dragged, setDragged] = useState<Dragged>()
  const [over, setOver] = useState('')
  const { judgement, judge, forget } = useJudge(board.id)
  // Against no plan in force everything is new, which tells nothing.
  const differs = board.planned.some((it) => it.change !== 'new')
  const byCell = Map.groupBy(board.planned, (it) => `${it.teamId} ${it.date}`)
  const end = (): void => {
    setDragged(undefined)
    setOver('')
    forget()
  }
  return (
    <div
      className={differs ? 'v-board v-changes' : 'v-board'}
      role="region"
      aria-label="小分队与日期的排期表"
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">小分队</th>
            {board.days.map((day) => (
              <th key={day.date} scope="col" className={day.kind === 'workday' || day.kind === 'makeup' ? '' : 'v-off'}>
                {Number(day.date.slice(8))} 日 周{WEEK[weekdayOf(day.date) - 1]}
                {day.kind === 'makeup' && ' 班'}
                {day.kind === 'holiday' && ' 休'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.teams.map((team) => {
            const shifts = new Map(team.shifts.map((it) => [it.date, it]))
            return (
              <tr key={team.id}>
                <th scope="row">{team.name}</th>
                {board.days.map((day) => {
                  const cell = `${team.id} ${day.date}`
                  const shift = shifts.get(day.date)
                  return (
                    <td
                      key={day.date}
                      data-cell={cell}
                      className={[shift ? '' : 'v-off', over === cell ? 'v-over' : ''].join(' ')}
                      title={shift ? `出勤 ${formatMinute(shift.from)}–${formatMinute(shift.to)}` : '不出勤'}
                      onDragOver={(event) => {
                        if (!dragged) return
                        event.preventDefault()
                        if (Math.abs(dragged.x - event.clientX) + Math.abs(dragged.y - event.clientY) > 2)
                          setDragged({ ...dragged, x: event.clientX, y: event.clientY })
                        if (over === cell) return
                        setOver(cell)
                        const { requestId, startMinute } = dragged.visit
                        judge({ requestId, startMinute, teamId: team.id, date: day.date })
                      }}
                      onDrop={(event) => {
                        event.preventDefault()
                        if (!dragged) return
                        const { visit } = dragged
                        end()
                        const { requestId, startMinute } = visit
                        if (visit.teamId !== team.id || visit.date !== day.date)
                          props.onDrop(visit, { requestId, startMinute, teamId: team.id, date: day.date })
                      }}
                    >
                      {(byCell.get(cell) ?? []).map((visit) => (
                        <button
                          key={visit.requestId}
                          type="button"
                          draggable={editable}
                          data-request={visit.requestId}
                          className={`v-visit v-${visit.squadKind} v-${visit.change}`}
                          title={`${formatMinute(visit.startMinute)}–${formatMinute(visit.endMinute)} ${visit.enterpriseName} ${visit.activityName}`}
                          onClick={() => props.onOpen(visit)}
                          onDragStart={(event) => {
                            event.dataTransfer.setData('text/plain', visit.requestId)
                            setDragged({ visit, x: event.clientX, y: event.clientY })
                          }}
                          onDragEnd={end}
                        >
                          {visit.pinned && <PushpinFilled aria-label="已锁定" />} {formatMinute(visit.startMinute)}{' '}
                          {shortName(visit.enterpriseName)}
                        </button>
                      ))}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
      {dragged && over !== '' && judgement && (
        <div
          className="v-judge"
          role="status"
          style={{ left: Math.min(dragged.x + 14, window.innerWidth - 340), top: dragged.y + 14 }}
        >
          {judgement.broken.length === 0 ? (
            <>
              可以放这里，得分 {judgement.scoreChange >= 0 ? '+' : ''}
              {judgement.scoreChange}
            </>
          ) : (
            <ul>
              {judgement.broken.map((it) => (
                <li key={it.code + it.requestId}>{it.text}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
