import { parameterSet, type AnyParameter } from './model.ts'
import { jiangsuBesides } from './jiangsu-besides.ts'
import { nationBesides } from './nation-besides.ts'
import { lineParameters } from './of-lines.ts'

/** Every parameter that comes with the program. */
export const shippedParameters: readonly AnyParameter[] = [...lineParameters, ...nationBesides, ...jiangsuBesides]

/** They are all as of this day. */
export const parametersAsOf = '2026-11-22'

export const shipped = parameterSet(shippedParameters)
