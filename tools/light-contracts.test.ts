import { expect, test } from 'vitest'
import { z } from 'zod'
import { operation } from '../src/platform/base/operation.ts'
import { lightSource } from './light-contracts.ts'

test('an operation keeps what a call needs and loses its schemas', () => {
  const acceptVisit = operation({
    name: 'visits.acceptVisit',
    method: 'POST',
    path: '/api/visits/:id/acceptance',
    summary: '接单',
    access: ['member'],
    params: z.object({ id: z.string() }),
    errors: ['visit-taken'],
    edits: true,
  })
  const source = lightSource({
    acceptVisit,
    reasons: ['ill', 'busy'],
    names: { ill: '生病' },
    body: z.object({ note: z.string() }),
    all: [acceptVisit],
  })
  expect(source).toBe(
    [
      'export const acceptVisit = {"method":"POST","path":"/api/visits/:id/acceptance"}',
      'export const reasons = ["ill","busy"]',
      'export const names = {"ill":"生病"}',
      '',
    ].join('\n'),
  )
})
