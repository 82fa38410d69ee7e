import type { Entitlements } from '../../../engines/entitlements/index.ts'
import * as contract from '../../../areas/cases/contract.ts'
import { cases } from '../../../areas/cases/server/index.ts'
import { instantOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import type { AnyOperation, BodyIn, OutputOf } from '../../../platform/base/operation.ts'
import { withScope, type Context } from '../../../platform/server/db/scope.ts'
import type { Call } from '../../../platform/server/http/implement.ts'
import type { Services } from '../../../platform/server/services.ts'
import { DEMO_TODAY, type DemoCounty } from './make-county.ts'

/** Half past nine in the morning. */
const MORNING = 570

/** Takes the way of any other write: the operation's form, its use case, the gate, the rows' own wall. */
type Act = <Op extends AnyOperation>(
  on: CivilDate,
  operation: Op,
  call: { readonly params?: object; readonly version?: number; readonly body?: BodyIn<Op> },
) => Promise<OutputOf<Op>>

const actAs =
  (context: Context, services: Services, personId: string): Act =>
  async (on, operation, { params = {}, version = 0, body }) => {
    const scope = { personId, roles: ['staff'] as const, today: on, now: instantOf(on, MORNING) }
    const route = cases.routes.find((it) => it.operation.name === operation.name)!
    const call = { params, query: {}, body: operation.body?.parse(body ?? {}), version, headers: new Headers() }
    const result = await route.handler(withScope(context, scope), call as unknown as Call<AnyOperation>, services, {
      cookies: [],
    })
    if (!result.ok) throw new Error(`the demo's ${operation.name} is refused: ${result.code}`)
    return result.value as OutputOf<typeof operation>
  }

const region = '321324'

/** Advice on a contract that was never signed: answered, told by telephone, closed. */
const advice = async (act: Act): Promise<void> => {
  const { id } = await act('2026-11-03', contract.createCase, {
    body: {
      channel: 'paper',
      topic: 'contract',
      employer: '青禾包装有限公司（虚构）',
      message: '演示，内容虚构：入职五个月没有签合同，想知道能不能要求补签。',
      stillEmployed: true,
      writtenContract: false,
      persons: [{ name: '演示人甲（虚构）', claim: { region, employment: { start: '2026-06-01' } } }],
    },
  })
  await act('2026-11-03', contract.acceptCase, { params: { id }, body: { path: 'advice' } })
  const { persons } = await act('2026-11-04', contract.readCase, { params: { id } })
  const params = { id, claimantId: persons[0]!.id }
  await act('2026-11-04', contract.setOutcome, {
    params,
    version: persons[0]!.version,
    body: { outcome: 'advised', noAmountReason: '只咨询，暂不主张' },
  })
  await act('2026-11-05', contract.answerClaimant, {
    params,
    body: {
      text: '满一个月不签书面合同的，从第二个月起可以要二倍工资差额；先书面要求补签，留好工资和考勤记录（虚构）。',
      deliveredOn: '2026-11-05',
      deliveredBy: 'phone',
    },
  })
  await act('2026-11-12', contract.closeCase, { params: { id } })
}

/** Five people whose wages are unpaid, in mediation whose last day is near; with two of them it is settled. */
const groupWage = async (act: Act, lawyerId: string): Promise<void> => {
  const claim = (monthly: number) => ({
    region,
    employment: { start: '2025-03-01' },
    arrears: [{ monthly, months: 2 }],
  })
  const { id } = await act('2026-11-10', contract.createCase, {
    body: {
      channel: 'clinic',
      topic: 'wages',
      employer: '云帆塑业有限公司（虚构）',
      message: '演示，内容虚构：车间五个人九月、十月的工资没有发。',
      stillEmployed: true,
      peopleUnpaid: 5,
      persons: [4_800, 5_200, 4_600, 5_000, 5_400].map((monthly, at) => ({
        name: `演示人${'乙丙丁戊己'[at]!}（虚构）`,
        claim: claim(monthly),
      })),
    },
  })
  await act('2026-11-12', contract.acceptCase, { params: { id }, body: { path: 'mediation' } })
  await act('2026-11-12', contract.assignPerson, { params: { id }, body: { personId: lawyerId, duty: 'lawyer' } })
  await act('2026-11-17', contract.addStep, {
    params: { id },
    body: { kind: 'mediation_asked', on: '2026-11-17', note: '向镇调解委员会提出（虚构）' },
  })
  await act('2026-11-13', contract.addEvidence, {
    params: { id },
    body: { state: 'have', item: '银行流水和考勤表（虚构）', note: '' },
  })
  const { persons } = await act('2026-11-25', contract.readCase, { params: { id } })
  for (const [at, it] of persons.slice(0, 2).entries()) {
    const params = { id, claimantId: it.id }
    const { entitlements } = await act('2026-11-25', contract.readEntitlements, { params })
    const line = (entitlements as Entitlements).lines.find((one) => one.code === 'wage_arrears')!
    const amount = {
      kind: 'wages',
      payer: 'employer',
      amountFen: Math.round(line.balance! * 100),
      basis: '协商一致，按欠发数额（虚构）',
      agreedOn: '2026-11-25',
      paidOn: at === 0 ? '2026-11-27' : null,
    } as const
    await act('2026-11-27', contract.setOutcome, {
      params,
      version: it.version,
      body: { outcome: 'settled', amounts: [amount] },
    })
  }
}

/** An injury before the arbitration commission, waiting for the award. */
const injury = async (act: Act, lawyerId: string): Promise<void> => {
  const { id } = await act('2026-10-12', contract.createCase, {
    body: {
      channel: 'paper',
      topic: 'injury',
      employer: '百川机械有限公司（虚构）',
      message: '演示，内容虚构：操作时压伤手指，鉴定为九级，离职后待遇没有结清。',
      stillEmployed: false,
      leftOn: '2026-09-30',
      injured: true,
      persons: [
        {
          name: '演示人庚（虚构）',
          claim: {
            region,
            employment: { start: '2021-04-01', end: '2026-09-30' },
            injury: { grade: 9, ownWage: 5_600, date: '2026-01-20', relationEnded: true },
          },
        },
      ],
    },
  })
  await act('2026-10-14', contract.acceptCase, { params: { id }, body: { path: 'arbitration' } })
  await act('2026-10-14', contract.assignPerson, { params: { id }, body: { personId: lawyerId, duty: 'lawyer' } })
  const way = [
    ['arbitration_asked', '2026-11-18'],
    ['arbitration_docketed', '2026-11-23'],
    ['copy_served', '2026-11-26'],
  ] as const
  for (const [kind, on] of way) await act(on, contract.addStep, { params: { id }, body: { kind, on, note: '' } })
}

/**
 * A handful of cases as they might have gone. Every person, employer and amount in them is invented and says so.
 * @param county for whose office they are written
 */
export const actCases = async (context: Context, services: Services, county: DemoCounty): Promise<void> => {
  const { rows, accounts } = county
  const act = actAs(context, services, accounts.find((it) => it.role === 'staff')!.personId)
  const kinds = rows.activity_kinds.filter((it) => it.counts_as === 'clinic').map((it) => it.id)
  const clinic = rows.visits
    .filter((it) => kinds.includes(it.activity_kind_id) && it.status === 'settled')
    .toSorted((one, other) => (String(one.date) < String(other.date) ? 1 : -1))[0]!
  // Somebody of the team that held the clinic, but none of those whose place a visitor takes.
  const taken = accounts.map((it) => it.personId)
  const lawyer = rows.members.find((it) => it.team_id === clinic.team_id && !taken.includes(it.person_id))!
  await injury(act, lawyer.person_id)
  await advice(act)
  await groupWage(act, lawyer.person_id)
  await act(DEMO_TODAY, contract.recordClinic, {
    params: { id: clinic.id },
    body: {
      questions: [
        { topic: '拖欠工资', asked: 9, answered: 8 },
        { topic: '工伤', asked: 4, answered: 4 },
        { topic: '没签劳动合同', asked: 6, answered: 6 },
      ],
      pamphlets: [{ title: '劳动合同法问答', copies: 40 }],
    },
  })
}
