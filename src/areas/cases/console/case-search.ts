import { caseStates, paths, topics, type CaseState, type Path, type Topic } from '../domain/index.ts'
import { caseStateNames, pathNames, topicNames } from '../names.zh.ts'

/** A figure of a year leads to the list of cases: those that it counts. */
export interface CaseSearch {
  readonly year?: number
  readonly status?: CaseState
  readonly topic?: Topic
  readonly path?: Path | 'none'
  readonly groupWage?: true
}

const oneOf = <Value extends string>(values: readonly Value[], it: unknown): Value | undefined =>
  values.find((value) => value === it)

/** What the address asks for; without a year it asks for nothing. */
export const parseCaseSearch = (raw: Readonly<Record<string, unknown>>): CaseSearch | undefined =>
  Number.isInteger(raw['year'])
    ? {
        year: Number(raw['year']),
        status: oneOf(caseStates, raw['status']),
        topic: oneOf(topics, raw['topic']),
        path: oneOf([...paths, 'none'], raw['path']),
        groupWage: raw['groupWage'] === true ? true : undefined,
      }
    : undefined

/** 「2026 年收案，已结案」 */
export const caseSearchText = ({ year, status, topic, path, groupWage }: CaseSearch): string =>
  [
    `${year} 年收案`,
    topic && topicNames[topic],
    path && (path === 'none' ? '还没有定路径' : pathNames[path]),
    status && caseStateNames[status],
    groupWage && '3 人以上讨薪',
  ]
    .filter(Boolean)
    .join('，')

/** The same for the list's operation. */
export const caseSearchQuery = ({ year, groupWage, ...rest }: CaseSearch) => ({
  ...rest,
  year: String(year),
  groupWage: groupWage && 'true',
})
