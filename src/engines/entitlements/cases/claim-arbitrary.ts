import fc from 'fast-check'
import { eventKinds, grounds, lineNames, overtimeKinds, type Claim } from '../model.ts'

const yuan = fc.integer({ min: 0, max: 5_000_000 }).map((cents) => cents / 100)
const months = fc.integer({ min: 0, max: 80 }).map((halves) => halves / 2)
const days = fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2)
const day = fc
  .integer({ min: 0, max: 11_000 })
  .map((after) => new Date(Date.UTC(1998, 0, 1) + after * 86_400_000).toISOString().slice(0, 10))
const some = <Fields extends Record<string, fc.Arbitrary<unknown>>>(fields: Fields) =>
  fc.record(fields, { requiredKeys: [] })
const sums = fc.array(
  fc.record({ code: fc.constantFrom(...Object.keys(lineNames), 'reinstatement', 'other'), amount: yuan }),
  {
    maxLength: 3,
  },
)

/** Any claim that the form allows. */
export const anyClaim: fc.Arbitrary<Claim> = fc
  .record(
    {
      region: fc.constantFrom('000000', '110000', '320000', '321300', '321324', '330200'),
      employment: some({
        start: day,
        end: day,
        precision: fc.constantFrom('day', 'month'),
        serviceYears: fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2),
      }).map(({ start, end, ...rest }) =>
        typeof start === 'string' && typeof end === 'string' && end < start
          ? { start: end, end: start, ...rest }
          : { start, end, ...rest },
      ),
      termination: fc.record(
        {
          ground: fc.constantFrom(...grounds),
          noticeGiven: fc.boolean(),
          noticePayAsked: fc.boolean(),
          lastMonthWage: yuan,
        },
        { requiredKeys: ['ground'] },
      ),
      wages: some({
        averageMonthly: yuan,
        monthly: fc.array(yuan, { maxLength: 13 }),
        minimumWage: yuan,
        localAverageMonthly: yuan.map((it) => it + 1),
        aboveThreeTimes: fc.boolean(),
      }),
      unsignedContract: some({
        signedOn: fc.option(day),
        monthly: yuan,
        monthlyDue: fc.array(fc.record({ month: day.map((it) => it.slice(0, 7)), amount: yuan }), { maxLength: 12 }),
        workdaysInPartMonth: fc.integer({ min: 0, max: 23 }),
        months,
      }),
      annualLeave: some({
        totalServiceYears: months,
        entitledDays: fc.integer({ min: 0, max: 15 }),
        takenDays: days,
        unusedDays: days,
        elapsedDaysInYear: fc.integer({ min: 0, max: 366 }),
      }),
      overtime: fc.array(
        fc.record(
          {
            kind: fc.constantFrom(...overtimeKinds),
            baseMonthly: yuan,
            hours: days,
            days,
            timeOffDays: days,
            date: day,
          },
          { requiredKeys: ['kind', 'baseMonthly'] },
        ),
        { maxLength: 4 },
      ),
      arrears: fc.array(some({ due: yuan, monthly: yuan, months, workdays: days, paid: yuan }), { maxLength: 3 }),
      probation: some({
        contractMonths: fc.option(months),
        agreedMonths: months,
        servedMonths: months,
        regularWage: yuan,
      }),
      injury: some({
        grade: fc.integer({ min: 1, max: 10 }),
        ownWage: yuan,
        localAverageMonthly: yuan.map((it) => it + 1),
        date: day,
        death: fc.boolean(),
        occupationalDisease: fc.boolean(),
        relationEnded: fc.boolean(),
        monthsToRetirement: fc.integer({ min: -5, max: 300 }),
        suspensionMonths: months,
        suspensionMonthly: yuan,
        suspensionPaid: yuan,
      }),
      training: some({ cost: yuan, servicePeriodMonths: months.map((it) => it + 1), unservedMonths: months }),
      paid: sums,
      claimed: sums,
      filedOn: day,
      events: fc.array(fc.record({ date: day, kind: fc.constantFrom(...eventKinds) }), { maxLength: 3 }),
    },
    { requiredKeys: ['region'] },
  )
  // Absent, not undefined: as it comes from JSON.
  .map((claim) => JSON.parse(JSON.stringify(claim)) as Claim)
