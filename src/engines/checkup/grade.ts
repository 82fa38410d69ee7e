import { compare, ratio, type Ratio } from '../../platform/base/ratio.ts'
import { colorNames, type Band, type Instrument } from './model.ts'

export interface GradeStep {
  readonly rule: 'red_line' | 'band' | 'nothing_applicable'
  /** Of the grade that the step asks about. */
  readonly grade: string | null
  /** True in the step that decided. */
  readonly decides: boolean
  readonly text: string
}

export interface Grading {
  readonly band: Band | null
  readonly steps: readonly GradeStep[]
}

const nameOf = (band: Band): string => `${colorNames[band.color]}（${band.grade}）`

const stepOf = (band: Band, score: Ratio, shown: string, majorZeros: number): GradeStep => {
  const enough = compare(score, ratio(band.least)) >= 0
  const few = band.mostMajorZeros === null || majorZeros <= band.mostMajorZeros
  const reasons = [
    enough ? `得分 ${shown}，达到 ${band.least}` : `得分 ${shown}，未达到 ${band.least}`,
    band.mostMajorZeros === null
      ? '不限重大项'
      : `重大项不符合 ${majorZeros} 项，${few ? '不超过' : '超过'} ${band.mostMajorZeros} 项`,
  ]
  return {
    rule: 'band',
    grade: band.grade,
    decides: enough && few,
    text: `${nameOf(band)}：${reasons.join('；')}，${enough && few ? '定为此等' : '不定此等'}`,
  }
}

/**
 * The grade, with every step asked on the way to it; the last one decided. The score is compared as the exact fraction,
 * so rounding lifts nobody. `shown` is how the score is written.
 */
export const gradeOf = (
  { bands }: Instrument,
  facts: { score: Ratio | null; shown: string; majorZeros: number; redLines: readonly string[] },
): Grading => {
  const { score, shown, majorZeros, redLines } = facts
  const worst = bands.at(-1)!
  if (redLines.length > 0)
    return {
      band: worst,
      steps: [
        {
          rule: 'red_line',
          grade: worst.grade,
          decides: true,
          text: `红线项 ${redLines.join('、')} 不符合，不论得分，定为${nameOf(worst)}`,
        },
      ],
    }
  if (score === null)
    return {
      band: null,
      steps: [{ rule: 'nothing_applicable', grade: null, decides: true, text: '没有适用的项目，不评分、不定等' }],
    }
  const steps: GradeStep[] = [
    { rule: 'red_line', grade: worst.grade, decides: false, text: '没有红线项不符合，按得分和重大项定等' },
  ]
  for (const band of bands) {
    const step = stepOf(band, score, shown, majorZeros)
    steps.push(step)
    if (step.decides) return { band, steps }
  }
  throw new Error('the last band takes every score')
}
