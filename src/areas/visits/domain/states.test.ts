import { describe, expect, it } from 'vitest'
import { decide, lacking, visitStates, type VisitAction } from './states.ts'

const allowed: Record<VisitAction, string[]> = {
  dispatch: ['planned'],
  accept: ['dispatched'],
  decline: ['dispatched', 'accepted'],
  arrive: ['dispatched', 'accepted', 'arrived'],
  record: ['dispatched', 'accepted', 'arrived', 'delivered'],
  answer: ['delivered', 'answered'],
  settle: ['answered', 'settled'],
  reopen: ['settled'],
  cancel: ['planned', 'dispatched', 'accepted'],
  move: ['planned', 'dispatched', 'accepted'],
}

describe('the states of a visit', () => {
  for (const [action, from] of Object.entries(allowed))
    it(`${action} is possible from ${from.join(', ')} only`, () => {
      for (const state of visitStates)
        expect([state, decide(state, action as VisitAction).ok]).toEqual([state, from.includes(state)])
    })

  it('a moved visit has to be accepted anew', () => {
    expect(decide('accepted', 'move')).toMatchObject({ value: 'dispatched' })
  })

  it('names what is missing for settling', () => {
    expect(lacking({ delivered: true, answered: true, openFollowUps: 0 })).toEqual([])
    expect(lacking({ delivered: false, answered: false, openFollowUps: 2 })).toEqual(['RECORD', 'ANSWER', 'FOLLOW_UPS'])
  })
})
