import sharp from 'sharp'
import { afterAll, beforeAll } from 'vitest'
import type { CheckUpRow, CheckUpView } from '../../src/areas/check-ups/contract.ts'
import { shippedInstruments } from '../../src/engines/checkup/index.ts'
import { newId } from '../../src/platform/base/ids.ts'
import { startTestServer, type Client, type TestServer } from './server.ts'
import { expectOk } from './visit-steps.ts'

export const TODAY = '2026-11-30'
export const instrument = shippedInstruments[0]!

export let server: TestServer
export let staff: Client
export let admin: Client
export let member: Client
export let contact: Client
export let chair: Client
export let enterpriseId: string
export let memberId: string
export let leaderId: string

/** A county with everybody signed in, its check-ups those of the demo; for the file that calls it. */
export const useCheckUpCounty = (): void => {
  beforeAll(async () => {
    server = await startTestServer()
    staff = await server.as('staff')
    admin = await server.as('admin')
    member = await server.as('member')
    contact = await server.as('contact')
    chair = await server.as('chair')
    enterpriseId = expectOk(await contact.get<{ enterpriseId: string }>('/api/me')).enterpriseId!
    const personOf = async (client: Client): Promise<string> =>
      (await server.app.services.auth.sessionOf(new Headers({ cookie: client.cookie })))!.personId
    memberId = await personOf(member)
    leaderId = await personOf(await server.as('leader'))
  })
  afterAll(() => server.close())
}

export const moveTo = async (date: string): Promise<void> => {
  expectOk(await staff.post('/api/demo/date', { date }))
}
/** Long enough that nobody guesses it. */
export const salt = `${newId()}${newId()}`
export const two = () => [
  { personId: memberId, certificate: '虚构证0001' },
  { personId: leaderId, certificate: '虚构证0002' },
]
export const read = async (client: Client, id: string): Promise<CheckUpView> =>
  expectOk(await client.get<CheckUpView>(`/api/check-ups/${id}`)) as CheckUpView
export const draw = async (body: object): Promise<string> =>
  expectOk(await staff.post<{ id: string }>('/api/check-up-draws', { ...body, salt })).id!
export const checkUpOfContact = async (): Promise<CheckUpRow> =>
  expectOk(await staff.get<{ rows: CheckUpRow[] }>(`/api/check-ups?limit=500&enterpriseId=${enterpriseId}`)).rows!.find(
    (it) => it.status !== 'reported',
  )!

/** Everything in order but what is named, for the form. */
export const answers = (changed: Readonly<Record<string, object>> = {}, more: object = {}) => ({
  checkedOn: TODAY,
  headcount: 120,
  facts: {},
  items: instrument.items.map(({ id }) => ({ id, outcome: 'full', evidence: ['查看原件'], ...changed[id] })),
  ...more,
})
export const photoForm = async (fields: Readonly<Record<string, string>>): Promise<FormData> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#3b3' } })
    .jpeg()
    .toBuffer()
  form.append('file', new Blob([new Uint8Array(jpeg)]), 'a.jpg')
  return form
}

/** A check-up of the contact's enterprise, drawn, assigned, begun. */
export const begun = async (): Promise<string> => {
  await draw({ size: 10, include: [enterpriseId] })
  const { id, version } = await checkUpOfContact()
  expectOk(
    await staff.call('PUT', `/api/check-ups/${id}/inspectors`, {
      key: newId(),
      version,
      body: { plannedOn: TODAY, inspectors: two() },
    }),
  )
  expectOk(await member.post(`/api/check-ups/${id}/start`))
  return id
}
