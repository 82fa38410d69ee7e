import {
  checkUpOf,
  drawPlaces,
  shippedInstruments,
  type Answers,
  type ItemAnswer,
  type Recheck,
} from '../../../engines/checkup/index.ts'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { DemoEnterprise } from './enterprises.ts'
import type { CountyRows } from './rows.ts'
import type { Seeded } from './seeded.ts'

const instrument = shippedInstruments[0]!
const DRAWN = 3

interface Made {
  readonly checkedOn: CivilDate
  readonly changed: Readonly<Record<string, Omit<ItemAnswer, 'id'>>>
  /** What became of a finding; those not named are open. */
  readonly repairs: Readonly<Record<string, 'submitted' | { readonly passedOn: CivilDate }>>
}

/** Two check-ups as they might have gone. Enterprises, people, certificates and findings are invented. */
const MADE: readonly Made[] = [
  {
    checkedOn: '2026-11-05',
    changed: {
      C2: { outcome: 'zero', sampled: 20, conforming: 17, findings: '抽查20人，3人入职满一个月未签合同（虚构）' },
      C1: { outcome: 'partial', findings: '名册缺合同起止日期（虚构）' },
      H5: { outcome: 'partial', findings: '有台账，6人上年未休未补（虚构）' },
      W7: { outcome: 'not_applicable', reason: '制造业，没有工程建设' },
      S2: { outcome: 'not_verified', reason: '申报明细当日没有导出' },
    },
    repairs: { C2: { passedOn: '2026-11-18' }, H5: 'submitted' },
  },
  {
    checkedOn: '2026-11-20',
    changed: {
      W1: { outcome: 'zero', findings: '9月、10月工资未发，涉及12人（虚构）' },
      W4: { outcome: 'partial', findings: '有工资表，没有给职工清单（虚构）' },
    },
    repairs: {},
  },
]

const answered = (changed: Made['changed']): ItemAnswer[] =>
  instrument.items.map(({ id }) => ({ id, outcome: 'full', evidence: ['查看原件（虚构）'], ...changed[id] }))

/**
 * A draw with two check-ups that were reported and, of the enterprise whose contact can be tried, one that is to come.
 * @param inspectors ids and names of two people who may inspect
 */
export const makeCheckUps = (
  random: Seeded,
  rows: CountyRows,
  enterprises: readonly DemoEnterprise[],
  at: {
    readonly ownEnterpriseId: string
    readonly inspectors: readonly { readonly personId: string; readonly name: string }[]
    readonly drawnOn: CivilDate
    readonly plannedOn: CivilDate
  },
): void => {
  const drawId = random.id()
  const others = enterprises.map((it) => it.id).filter((id) => id !== at.ownEnterpriseId)
  const seedOf = (n: number): string => `演示 ${n}`
  const candidates = [at.ownEnterpriseId, ...others].toSorted()
  // The first seed whose draw holds the enterprise that can be tried.
  let seed = 1
  const drawn = (): string[] => drawPlaces(candidates.length, DRAWN, seedOf(seed)).map((it) => candidates[it - 1]!)
  while (!drawn().includes(at.ownEnterpriseId)) seed++
  const ids = drawn()
  rows.check_up_instruments.push({
    version: instrument.version,
    body: JSON.stringify(instrument),
    shipped: true,
  })
  rows.check_up_draws.push({ id: drawId, seed: seedOf(seed), candidates, size: DRAWN, drawn_on: at.drawnOn })
  const inspectors = at.inspectors.map(({ name }, place) => ({ name, certificate: `虚构证${place + 1}号` }))
  const inspect = (checkUpId: string): void => {
    for (const [place, { personId }] of at.inspectors.entries())
      rows.check_up_inspectors.push({
        check_up_id: checkUpId,
        person_id: personId,
        certificate: inspectors[place]!.certificate,
        place: place === 0 ? 1 : 2,
      })
  }
  const made = [...MADE]
  for (const enterpriseId of ids) {
    const id = random.id()
    const it = enterpriseId === at.ownEnterpriseId ? undefined : made.shift()
    if (!it) {
      rows.check_ups.push({
        id,
        enterprise_id: enterpriseId,
        draw_id: drawId,
        status: 'planned',
        planned_on: at.plannedOn,
      })
      inspect(id)
      continue
    }
    const { name, headcount } = rows.enterprises.find((row) => row.id === enterpriseId)!
    const rechecks = Object.entries(it.repairs).flatMap(([itemId, how]): Recheck[] =>
      how === 'submitted'
        ? []
        : [
            {
              date: how.passedOn,
              inspectors,
              items: [{ id: itemId, outcome: 'full', evidence: ['补签的合同（虚构）'] }],
            },
          ],
    )
    const answers: Answers = {
      instrument: instrument.version,
      date: it.checkedOn,
      enterprise: { name, ref: enterpriseId, headcount },
      inspectors,
      seed: id,
      items: answered(it.changed),
    }
    const first = checkUpOf(instrument, answers)
    const result = checkUpOf(instrument, { ...answers, rechecks })
    rows.check_ups.push({
      id,
      enterprise_id: enterpriseId,
      draw_id: drawId,
      status: 'reported',
      planned_on: it.checkedOn,
      instrument_version: instrument.version,
      checked_on: it.checkedOn,
      headcount,
      answers: JSON.stringify(answers.items),
      result: JSON.stringify(result),
      score: result.score,
      grade: result.grade,
      color: result.color,
      submitted_at: `${it.checkedOn}T16:00:00+08:00`,
      reported_at: `${it.checkedOn}T17:30:00+08:00`,
    })
    inspect(id)
    for (const [place, finding] of first.findings.entries()) {
      const how = it.repairs[finding.itemId]
      const passedOn = typeof how === 'object' ? how.passedOn : null
      const findingId = random.id()
      rows.check_up_findings.push({
        id: findingId,
        check_up_id: id,
        enterprise_id: enterpriseId,
        item_id: finding.itemId,
        place,
        title: finding.title,
        detail: JSON.stringify({ finding, prescription: first.prescriptions[place] }),
        severity: finding.severity,
        status: passedOn ? 'passed' : how === 'submitted' ? 'submitted' : 'open',
        due_on: first.prescriptions[place]!.dueOn,
        proof: how ? '已整改，证明见附（虚构）' : null,
        passed_on: passedOn,
      })
      if (passedOn)
        rows.check_up_rechecks.push({
          id: random.id(),
          finding_id: findingId,
          check_up_id: id,
          item_id: finding.itemId,
          rechecked_on: passedOn,
          passed: true,
          remark: '补签的合同（虚构）',
          rechecked_by: at.inspectors[0]!.personId,
        })
    }
  }
}
