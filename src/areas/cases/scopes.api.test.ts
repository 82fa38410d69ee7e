import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../platform/base/ids.ts'
import type { AnyOperation } from '../../platform/base/operation.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import * as contract from './contract.ts'

// Each caller is a stranger to the case: the member is a lawyer who is not on it.
const callers = ['nobody', 'worker', 'contact', 'member', 'leader', 'chair'] as const
type Caller = (typeof callers)[number]
const row = (nobody: number, worker: number, contact: number, member: number, leader: number, chair: number) =>
  ({ nobody, worker, contact, member, leader, chair }) satisfies Record<Caller, number>

const clerksOnly = row(401, 403, 403, 403, 403, 403)
const notOnIt = row(401, 403, 403, 404, 403, 403)
const officeReads = row(401, 403, 403, 403, 200, 200)
const anybody = (status: number) => row(status, status, status, status, status, status)

/** What every operation answers a stranger. The chair and leaders see figures, never a case. */
const expected: Readonly<Record<string, Record<Caller, number>>> = {
  'cases.takeIn': anybody(200),
  'cases.followCase': anybody(404),
  'cases.objectToClosure': anybody(404),
  'cases.listCases': row(401, 403, 403, 200, 403, 403),
  'cases.createCase': clerksOnly,
  'cases.readCase': notOnIt,
  'cases.editCase': notOnIt,
  'cases.acceptCase': clerksOnly,
  'cases.assignPerson': clerksOnly,
  'cases.removePerson': clerksOnly,
  'cases.addStep': notOnIt,
  'cases.addEvidence': notOnIt,
  'cases.editEvidence': notOnIt,
  'cases.addEvidenceFile': notOnIt,
  'cases.readEvidenceFile': notOnIt,
  'cases.closeCase': clerksOnly,
  'cases.closeCases': clerksOnly,
  'cases.readViews': clerksOnly,
  'cases.addClaimant': notOnIt,
  'cases.editClaimant': notOnIt,
  'cases.readEntitlements': notOnIt,
  'cases.setOutcome': notOnIt,
  'cases.answerClaimant': notOnIt,
  'cases.callBack': clerksOnly,
  'cases.listClinics': row(401, 403, 403, 200, 200, 200),
  'cases.readClinic': row(401, 403, 403, 404, 200, 200),
  'cases.recordClinic': row(401, 403, 403, 404, 200, 403),
  'cases.readFigures': officeReads,
  'cases.downloadTemplate': clerksOnly,
  'cases.readEffects': row(401, 403, 403, 403, 403, 404),
  'cases.readPaper': notOnIt,
  'cases.importCases': clerksOnly,
  'cases.listTies': clerksOnly,
  'cases.addTie': clerksOnly,
  'cases.removeTie': clerksOnly,
}

let server: TestServer
let clients: Record<Caller, Client>
let ids: { case: string; claimant: string; evidence: string; person: string; clinic: string }

/** Sound bodies: what is refused is refused for who asks, not for what is asked. */
const bodies: Readonly<Record<string, () => object>> = {
  'cases.takeIn': () => ({ channel: 'phone', topic: 'wages', phone: '13900000000', consent: true }),
  'cases.objectToClosure': () => ({ note: '没有解决' }),
  'cases.createCase': () => ({ channel: 'paper', topic: 'wages', employer: '某厂' }),
  'cases.editCase': () => ({ topic: 'leave' }),
  'cases.acceptCase': () => ({ path: 'advice' }),
  'cases.assignPerson': () => ({ personId: ids.person, duty: 'clerk' }),
  'cases.addStep': () => ({ kind: 'note', on: '2026-11-30' }),
  'cases.addEvidence': () => ({ state: 'have', item: '工资条' }),
  'cases.editEvidence': () => ({ state: 'have' }),
  'cases.closeCases': () => ({ ids: [ids.case] }),
  'cases.addClaimant': () => ({ name: '某人' }),
  'cases.editClaimant': () => ({ name: '某人' }),
  'cases.setOutcome': () => ({ outcome: 'advised' }),
  'cases.answerClaimant': () => ({ text: '已答复' }),
  'cases.callBack': () => ({ calledOn: '2026-11-30', reached: false }),
  'cases.recordClinic': () => ({ questions: [], pamphlets: [] }),
  'cases.addTie': () => ({ personId: ids.person, employer: '某厂' }),
}
const queries: Readonly<Record<string, string>> = { 'cases.readFigures': '?year=2026' }

const operations = Object.values(contract).filter(
  (it): it is (typeof contract)['readCase'] & AnyOperation => typeof it === 'object' && 'access' in it,
) as readonly AnyOperation[]

beforeAll(async () => {
  server = await startTestServer()
  const staff = await server.as('staff')
  clients = {
    nobody: server.nobody,
    worker: await server.as('worker'),
    contact: await server.as('contact'),
    member: await server.as('member'),
    leader: await server.as('leader'),
    chair: await server.as('chair'),
  }
  const made = expectOk(
    await staff.post<{ id: string }>('/api/cases', {
      channel: 'paper',
      topic: 'wages',
      employer: '某厂（虚构）',
      persons: [{ name: '某人' }],
    }),
  )
  const detail = expectOk(await staff.get<contract.CaseDetail>(`/api/cases/${made.id}`)) as contract.CaseDetail
  const item = expectOk(
    await staff.post<{ id: string }>(`/api/cases/${made.id}/evidence`, { state: 'have', item: '工资条' }),
  )
  const form = new FormData()
  form.append('file', new Blob(['x']), 'a.txt')
  expectOk(await staff.call('POST', `/api/cases/${made.id}/evidence/${item.id}/file`, { form }))
  const me = expectOk(await staff.get<{ person: { id: string } }>('/api/me'))
  const { teamIds } = expectOk(await clients.member.get<{ teamIds: string[] }>('/api/me'))
  const clinic = await server.rows(({ tx, scope }) =>
    tx
      .selectFrom('visits')
      .innerJoin('activity_kinds', 'activity_kinds.id', 'visits.activity_kind_id')
      .select('visits.id')
      .where('visits.org_id', '=', scope.orgId)
      .where('activity_kinds.counts_as', '=', 'clinic')
      .where('visits.status', '=', 'settled')
      .where('visits.team_id', 'not in', [...teamIds!, newId()])
      .executeTakeFirstOrThrow(),
  )
  ids = {
    case: made.id!,
    claimant: detail.persons[0]!.id,
    evidence: item.id!,
    person: me.person!.id,
    clinic: clinic.id,
  }
})
afterAll(() => server.close())

const pathOf = (operation: AnyOperation): string =>
  operation.path
    .replace(':claimantId', ids.claimant)
    .replace(':evidenceId', ids.evidence)
    .replace(':personId', ids.person)
    .replace(':kind', 'complaint')
    .replace(':code', '0'.repeat(26))
    .replace(':id', operation.path.startsWith('/api/clinics') ? ids.clinic : ids.case) + (queries[operation.name] ?? '')

const stateNow = () =>
  server.rows(async ({ tx }) => {
    const tables = [
      'cases',
      'case_claimants',
      'case_answers',
      'case_people',
      'case_steps',
      'case_evidence',
      'lawyer_ties',
      'clinics',
    ]
    const parts = tables.map((it) => `(SELECT concat(count(*), ' ', max(t::text)) FROM ${it} t)`)
    return (await sql.raw(`SELECT concat_ws(' ', ${parts.join(', ')}) AS state`).execute(tx)).rows
  })

it('says of every operation what strangers get', () => {
  expect(Object.keys(expected).toSorted()).toEqual(operations.map((it) => it.name).toSorted())
  for (const it of operations)
    expect([it.name, it.body === undefined || it.upload !== undefined || it.name in bodies]).toEqual([it.name, true])
})

describe.each(operations.map((it) => [it.name, it] as const))('%s', (name, operation) => {
  it.each(callers)('as %s', async (caller) => {
    const before = operation.method === 'GET' ? undefined : await stateNow()
    const form = new FormData()
    form.append('file', new Blob(['x']), 'a.txt')
    const answer = await clients[caller].call(operation.method, pathOf(operation), {
      key: newId(),
      ...(operation.edits ? { version: 1 } : {}),
      ...(operation.upload ? { form } : { body: bodies[name]?.() }),
    })
    expect(answer.status).toBe(expected[name]![caller])
    if (before && answer.status >= 400) expect(await stateNow()).toEqual(before)
  })
})

it('shows a lawyer on no case an empty list', async () => {
  expect(expectOk(await clients.member.get<{ total: number }>('/api/cases'))).toMatchObject({ total: 0, rows: [] })
})
