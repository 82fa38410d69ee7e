import { App, Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { minutesText } from '../../../platform/web/format.ts'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { ConflictDialog, ProblemAlert, Section } from '../../../platform/web/console-kit/index.ts'
import { setWeek } from '../contract.ts'
import type { Enterprise } from '../contract.ts'
import { gapKinds, weekProblems } from '../domain/index.ts'
import type { GapKind, WeekProblem } from '../domain/index.ts'
import { gapKindHints, gapKindNames, weekdaysText, weekProblemTexts } from '../gap-names.zh.ts'
import { useEdit } from './use-enterprise.ts'
import type { EnterpriseAt } from './use-enterprise.ts'
import { draftOf, patternsOf } from './week-draft.ts'
import type { DraftGap } from './week-draft.ts'
import { WeekGrid } from './week-grid.tsx'
import { WeekRows } from './week-rows.tsx'

const weekText = (patterns: Enterprise['patterns']): string =>
  patterns
    .map((it) => `${weekdaysText(it.weekdays)} ${minutesText(it.from, it.to)} ${gapKindNames[it.kind]}`)
    .join('；') || '没有时间缝隙'

/** The week's gaps: grid and rows over one draft, saved as a whole. */
export const WeekSection = (props: { readonly at: EnterpriseAt; readonly mayEdit: boolean }) => {
  const { at } = props
  const { enterprise } = at
  const { message } = App.useApp()
  // The draft remembers the version it was begun on, so that what others save meanwhile is met as a conflict.
  const [edited, setEdited] = useState<{ draft: DraftGap[]; begun: number }>()
  const read = useMemo(() => draftOf(enterprise.patterns), [enterprise.patterns])
  const draft = edited?.draft ?? read
  const [kind, setKind] = useState<GapKind>('break')
  const [selected, setSelected] = useState<{ key: number; day: number }>()
  const edit = useEdit(
    at,
    (patterns: Enterprise['patterns'], version) =>
      call(setWeek, { params: { id: enterprise.id }, body: { patterns }, version }),
    () => {
      setEdited(undefined)
      setSelected(undefined)
      void message.success('这一周的时间缝隙已保存')
    },
  )
  const change = (next: DraftGap[]): void => {
    if (edit.error) edit.clear()
    setEdited({ draft: next, begun: edited?.begun ?? enterprise.version })
  }
  const said =
    edit.error instanceof ApiProblem && edit.error.code === 'WEEK_INVALID'
      ? ((edit.error.problem['problems'] ?? []) as readonly WeekProblem[])
      : undefined
  const problems = new Map(
    (said ?? weekProblems(draft)).flatMap((it) => {
      const gap = draft[it.at]
      return gap ? [[gap.key, weekProblemTexts[it.problem]] as const] : []
    }),
  )
  const shared = {
    draft,
    onChange: change,
    kind,
    selected,
    onSelect: setSelected,
    problems,
    readOnly: !props.mayEdit,
  }
  return (
    <Section
      title="一周的时间缝隙"
      extra={
        props.mayEdit && (
          <>
            {edited && (
              <Button
                onClick={() => {
                  setEdited(undefined)
                  edit.clear()
                }}
              >
                放弃改动
              </Button>
            )}
            <Button
              type="primary"
              disabled={!edited}
              loading={edit.busy}
              onClick={() => edited && edit.save(patternsOf(edited.draft), edited.begun)}
            >
              保存这一周
            </Button>
          </>
        )
      }
    >
      <ProblemAlert error={edit.error} />
      {props.mayEdit && (
        <div className="e-week-bar">
          <Segmented
            aria-label="新画的一段是"
            value={kind}
            options={gapKinds.map((one) => ({
              value: one,
              label: (
                <span className={`e-kind-mark e-kind-mark-${one}`} title={gapKindHints[one]}>
                  {gapKindNames[one]}
                </span>
              ),
            }))}
            onChange={(value) => setKind(value as GapKind)}
          />
          <span className="q-lead">
            在空白处拖出一段，可以跨几天；拖动色块改时间，拖上下边改长短，5 分钟一格。也可以在右边逐行填写。
          </span>
        </div>
      )}
      <div className="e-week-both">
        <WeekGrid {...shared} />
        <WeekRows {...shared} />
      </div>
      <ConflictDialog
        problem={edit.conflict}
        labels={{ patterns: '一周的时间缝隙' }}
        format={(_, value) => weekText(value as Enterprise['patterns'])}
        onCancel={edit.clear}
        onResolve={(choices, version) => {
          edit.clear()
          if (edited && version !== undefined && choices['patterns'] !== 'theirs')
            edit.saveOn(patternsOf(edited.draft), version)
          else {
            setEdited(undefined)
            at.reload()
          }
        }}
      />
    </Section>
  )
}
