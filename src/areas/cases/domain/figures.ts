/** Numbers of people below this could point at somebody, and are hidden from those who may not see cases. */
export const SMALLEST_SHOWN = 5

export interface AmountOfCase {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly payer: string
  readonly amountFen: number
  readonly paidFen: number
  readonly people: number
  /** Of the people those who were paid something. */
  readonly paidPeople: number
}

export interface AmountFigure<It extends AmountOfCase> {
  readonly kind: It['kind']
  readonly payer: It['payer']
  readonly amountFen: number | null
  readonly paidFen: number | null
  readonly people: number | null
  readonly cases: readonly {
    readonly id: string
    readonly number: string
    readonly amountFen: number
    readonly people: number
  }[]
}

/** A count as it may be shown: none is none, few are hidden. */
export const shownCount = (count: number, mayOpen: boolean): number | null =>
  mayOpen || count === 0 || count >= SMALLEST_SHOWN ? count : null

/** A count that is a part of another: hidden too where what is left of the other could point at somebody. */
export const shownPart = (count: number, all: number, mayOpen: boolean): number | null =>
  shownCount(all - count, mayOpen) === null ? null : shownCount(count, mayOpen)

/** Parts that make up a whole which is shown: all of them or none, for one hidden alone could be taken back. */
export const shownParts = <Part extends { readonly cases: number }>(
  parts: readonly Part[],
  mayOpen: boolean,
): readonly Part[] | null => (parts.every((it) => shownCount(it.cases, mayOpen) !== null) ? parts : null)

/**
 * Adds up by kind and payer. Who may open cases gets each sum with its cases; for others a sum of fewer than five
 * people is hidden, and so is the total then, from which it could be taken back; what was paid is hidden where fewer
 * than five were paid, or are not yet.
 */
export const addAmounts = <It extends AmountOfCase>(
  rows: readonly It[],
  mayOpen: boolean,
): { readonly amounts: AmountFigure<It>[]; readonly totalFen: number | null; readonly hidden: boolean } => {
  const groups = Map.groupBy(rows, (it) => `${it.kind} ${it.payer}`)
  const sum = (list: readonly It[], of: 'amountFen' | 'paidFen' | 'people' | 'paidPeople'): number =>
    list.reduce((total, it) => total + it[of], 0)
  const amounts = [...groups.values()].map((list) => {
    const shown = mayOpen || sum(list, 'people') >= SMALLEST_SHOWN
    return {
      kind: list[0]!.kind as It['kind'],
      payer: list[0]!.payer as It['payer'],
      amountFen: shown ? sum(list, 'amountFen') : null,
      paidFen:
        shown && shownPart(sum(list, 'paidPeople'), sum(list, 'people'), mayOpen) !== null
          ? sum(list, 'paidFen')
          : null,
      people: shown ? sum(list, 'people') : null,
      cases: mayOpen ? list.map(({ id, number, amountFen, people }) => ({ id, number, amountFen, people })) : [],
    }
  })
  const few = amounts.some((it) => it.amountFen === null)
  return {
    amounts,
    totalFen: few ? null : sum(rows, 'amountFen'),
    hidden: few || amounts.some((it) => it.paidFen === null),
  }
}
