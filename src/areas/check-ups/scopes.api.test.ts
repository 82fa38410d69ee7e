import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedInstruments } from '../../engines/checkup/index.ts'
import { newId } from '../../platform/base/ids.ts'
import type { AnyOperation } from '../../platform/base/operation.ts'
import { keepFile, PDF } from '../../platform/server/files/keep-file.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import * as contract from './contract.ts'
import { insertProofFile } from './server/finding-queries.ts'

// Each caller is a stranger: a contact of another enterprise, a member and a leader who do not inspect there.
const callers = ['nobody', 'worker', 'contact', 'member', 'leader', 'chair'] as const
type Caller = (typeof callers)[number]
const row = (nobody: number, worker: number, contact: number, member: number, leader: number, chair: number) =>
  ({ nobody, worker, contact, member, leader, chair }) satisfies Record<Caller, number>

const staffOnly = row(401, 403, 403, 403, 403, 403)
const officeReads = row(401, 403, 403, 403, 200, 200)
const ownOnly = row(401, 403, 404, 404, 200, 200)
const ofOtherInspectors = row(401, 403, 403, 404, 404, 403)
const ofOtherEnterprise = row(401, 403, 404, 403, 403, 403)
const lists = row(401, 403, 200, 200, 200, 200)

/** What every operation answers a stranger. 404 where the role may do it elsewhere: ids of others tell nothing. */
const expected: Readonly<Record<string, Record<Caller, number>>> = {
  'checkUps.listInstruments': officeReads,
  'checkUps.readInstrumentVersion': officeReads,
  'checkUps.downloadInstrument': officeReads,
  'checkUps.addInstrument': staffOnly,
  'checkUps.withdrawInstrument': staffOnly,
  'checkUps.drawCheckUps': staffOnly,
  'checkUps.listCandidates': staffOnly,
  'checkUps.listDraws': officeReads,
  'checkUps.readDraw': officeReads,
  'checkUps.listCheckUps': lists,
  'checkUps.readCheckUp': ownOnly,
  'checkUps.assignInspectors': staffOnly,
  'checkUps.startCheckUp': ofOtherInspectors,
  'checkUps.readKit': ofOtherInspectors,
  'checkUps.saveAnswers': ofOtherInspectors,
  'checkUps.submitCheckUp': ofOtherInspectors,
  'checkUps.readSelfCheck': ofOtherEnterprise,
  'checkUps.saveSelfCheck': ofOtherEnterprise,
  'checkUps.reportCheckUp': staffOnly,
  'checkUps.addPhoto': ofOtherInspectors,
  'checkUps.readPhoto': ownOnly,
  'checkUps.downloadReport': ownOnly,
  'checkUps.downloadPrescription': ownOnly,
  'checkUps.printDocument': ownOnly,
  'checkUps.listFindings': lists,
  'checkUps.addProofPhoto': ofOtherEnterprise,
  'checkUps.addProofFile': ofOtherEnterprise,
  'checkUps.readProofFile': ownOnly,
  'checkUps.submitProof': ofOtherEnterprise,
  'checkUps.recheckFinding': ofOtherInspectors,
  'checkUps.readYear': officeReads,
}

const isOperation = (it: unknown): it is AnyOperation =>
  typeof it === 'object' && it !== null && 'method' in it && 'access' in it
const operations = (Object.values(contract) as unknown[]).filter(isOperation)

let server: TestServer
let clients: Record<Caller, Client>
let ids: { draw: string; checkUp: string; photo: string; finding: string; file: string; person: string }

const answers = () => ({
  checkedOn: '2026-11-30',
  headcount: 80,
  items: shippedInstruments[0]!.items.map(({ id }) => ({ id, outcome: id === 'C1' ? 'zero' : 'full' })),
})
const photoForm = async (fields: Readonly<Record<string, string>>): Promise<FormData> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const jpeg = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#33b' } })
    .jpeg()
    .toBuffer()
  form.append('file', new Blob([new Uint8Array(jpeg)]), 'a.jpg')
  return form
}

/** Sound bodies: what is refused is refused for who asks, not for what is asked. */
const bodies: Readonly<Record<string, () => object>> = {
  'checkUps.addInstrument': () => ({ instrument: { ...shippedInstruments[0]!, version: 'own' } }),
  'checkUps.withdrawInstrument': () => ({ withdrawn: true }),
  'checkUps.drawCheckUps': () => ({ size: 3 }),
  'checkUps.assignInspectors': () => ({
    plannedOn: '2026-12-01',
    inspectors: [
      { personId: ids.person, certificate: '虚构证03' },
      { personId: newId(), certificate: '虚构证04' },
    ],
  }),
  'checkUps.saveAnswers': answers,
  'checkUps.submitCheckUp': answers,
  'checkUps.saveSelfCheck': () => ({ answers: { C1: 'full' } }),
  'checkUps.submitProof': () => ({ proof: '已整改' }),
  'checkUps.recheckFinding': () => ({ passed: true, remark: '已看' }),
}
const queries: Readonly<Record<string, string>> = {
  'checkUps.readYear': '?year=2026',
  'checkUps.printDocument': '?document=report',
}

beforeAll(async () => {
  server = await startTestServer()
  // The demo county's own check-ups would be counted along.
  await server.rows(({ tx, scope }) => tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).execute())
  const staff = await server.as('staff')
  clients = {
    nobody: server.nobody,
    worker: await server.as('worker'),
    contact: await server.as('contact'),
    member: await server.as('member'),
    leader: await server.as('leader'),
    chair: await server.as('chair'),
  }
  const { enterpriseId } = expectOk(await clients.contact.get<{ enterpriseId: string }>('/api/me'))
  const strangers = await Promise.all(
    (['member', 'leader'] as const).map(async (caller) => {
      const headers = new Headers({ cookie: clients[caller].cookie })
      return (await server.app.services.auth.sessionOf(headers))!.personId
    }),
  )
  const inspectors = await server.rows(({ tx, scope }) =>
    tx
      .selectFrom('role_grants')
      .innerJoin('people', 'people.id', 'role_grants.person_id')
      .select('role_grants.person_id as personId')
      .distinctOn('people.name')
      .where('role_grants.org_id', '=', scope.orgId)
      .where('role_grants.role', '=', 'member')
      .where('role_grants.person_id', 'not in', strangers)
      .limit(2)
      .execute(),
  )
  const draw = expectOk(await staff.post<{ id: string }>('/api/check-up-draws', { size: 6 }))
  const { rows } = expectOk(await staff.get<{ rows: contract.CheckUpRow[] }>('/api/check-ups'))
  const { id, version } = rows!.find((it) => it.enterpriseId !== enterpriseId)!
  const path = `/api/check-ups/${id}`
  const body = {
    plannedOn: '2026-11-30',
    inspectors: inspectors.map((it, at) => ({ ...it, certificate: `虚构证0${at + 1}` })),
  }
  expectOk(await staff.call('PUT', `${path}/inspectors`, { version, body }))
  expectOk(await staff.post(`${path}/start`))
  const form = await photoForm({ itemId: 'C1' })
  const photo = expectOk(await staff.call<{ id: string }>('POST', `${path}/photos`, { form }))
  expectOk(await staff.post(`${path}/submit`, answers()))
  expectOk(await staff.post(`${path}/report`))
  const found = expectOk(await staff.get<{ rows: contract.FindingView[] }>('/api/check-up-findings')).rows!
  const finding = found[0]!.id
  const pdf = { name: '清单.pdf', mediaType: PDF, bytes: Buffer.from('%PDF-1.7') }
  const file = await server.rows(async (context) =>
    insertProofFile(context, finding, await keepFile(context, server.app.services.files, pdf)),
  )
  ids = { draw: draw.id!, checkUp: id, photo: photo.id!, finding, file, person: inspectors[0]!.personId }
})
afterAll(() => server.close())

const pathOf = (operation: AnyOperation): string => {
  const [, , subject] = operation.path.split('/')
  const by: Readonly<Record<string, string>> = {
    'check-up-draws': ids.draw,
    'check-ups': ids.checkUp,
    'check-up-findings': ids.finding,
  }
  const path = operation.path
    .replace(':photoId', ids.photo)
    .replace(':fileId', ids.file)
    .replace(':version', shippedInstruments[0]!.version)
    .replace(':id', by[subject!] ?? '')
  return path + (queries[operation.name] ?? '')
}

const stateNow = () =>
  server.rows(async ({ tx }) => {
    const tables = [
      'check_up_instruments',
      'check_up_draws',
      'check_ups',
      'check_up_inspectors',
      'check_up_self_checks',
      'check_up_findings',
      'check_up_rechecks',
      'check_up_photos',
      'check_up_proof_files',
      'notices',
      'audit_entries',
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
    const answer = await clients[caller].call(operation.method, pathOf(operation), {
      key: newId(),
      ...(operation.edits ? { version: 1 } : {}),
      ...(operation.upload
        ? { form: await photoForm(name === 'checkUps.addPhoto' ? { itemId: 'C1' } : {}) }
        : { body: bodies[name]?.() }),
    })
    expect(answer.status).toBe(expected[name]![caller])
    if (before && answer.status >= 400) expect(await stateNow()).toEqual(before)
  })
})

it('shows lists to strangers without the rows of others', async () => {
  for (const caller of ['contact', 'member'] as const)
    for (const path of ['/api/check-ups', '/api/check-up-findings'])
      expect(expectOk(await clients[caller].get<{ total: number }>(path)).total).toBe(0)
})
