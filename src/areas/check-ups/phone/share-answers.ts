import { ApiProblem, call } from '../../../platform/web/client.ts'
import { readKit, saveAnswers } from '../contract.ts'
import type { Outcome } from '../names.zh.ts'
import { bodyOf, draftOf, isOut, type Draft, type DraftItem, type Kit } from './kit.ts'

const isAnswered = (it: DraftItem | undefined): it is DraftItem & { outcome: Outcome } => it?.outcome !== undefined

/** What I entered, filled up with what the other inspector entered; where both did, mine stands. */
export const mergeDrafts = (mine: Draft, theirs: Draft, headcountAtFirst: number): Draft => ({
  checkedOn: mine.checkedOn,
  headcount: mine.headcount === headcountAtFirst ? theirs.headcount : mine.headcount,
  facts: { ...theirs.facts, ...mine.facts },
  items: {
    ...theirs.items,
    ...Object.fromEntries(
      Object.entries(mine.items).filter(([id, it]) => isAnswered(it) || !isAnswered(theirs.items[id])),
    ),
  },
})

/** Items that both answered, each otherwise, with the other's answer. */
export const contradictions = (mine: Draft, theirs: Draft): Record<string, Outcome> =>
  Object.fromEntries(
    Object.entries(theirs.items).flatMap(([id, it]) => {
      const own = mine.items[id]
      return isAnswered(it) && isAnswered(own) && own.outcome !== it.outcome ? [[id, it.outcome]] : []
    }),
  )

export interface Shared {
  readonly draft: Draft
  readonly others: Readonly<Record<string, Outcome>>
}

/**
 * Takes what the other inspector has left on the server and leaves there what is entered here.
 * @throws ApiProblem, also where there is no network
 */
export const shareAnswers = async (kit: Kit, mine: Draft): Promise<Shared> => {
  const { id, headcount } = kit.checkUp
  for (let tries = 0; ; tries++) {
    const now = (await call(readKit, { params: { id } })) as Kit
    const theirs = draftOf(now, mine.checkedOn)
    const draft = mergeDrafts(mine, theirs, headcount)
    const body = bodyOf(kit, draft)
    // What a fact takes out is no answer of anybody's.
    const items = body.items.filter(
      (it) =>
        !isOut(
          kit.instrument.items.find((item) => item.id === it.id)!,
          draft.facts,
        ),
    )
    try {
      await call(saveAnswers, { params: { id }, version: now.checkUp.version, body: { ...body, items } })
      return { draft, others: contradictions(mine, theirs) }
    } catch (error) {
      // The other one saved in between.
      if (!(error instanceof ApiProblem) || error.problem.code !== 'STALE' || tries > 2) throw error
    }
  }
}
