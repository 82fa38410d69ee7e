import type { LetterKind } from './kinds.ts'

/** What a reminder says: risks found, what is pointed out, what could be done. */
export interface ReminderContent {
  readonly kind: 'reminder'
  readonly risks: readonly { readonly fact: string; readonly articles: string }[]
  readonly advice: string
  readonly measures: readonly string[]
}

/** What an opinion says: who looked when, what was found by which evidence, what is to be put right by when. */
export interface OpinionContent {
  readonly kind: 'opinion'
  readonly inspectedFrom: string
  readonly inspectedTo: string
  readonly inspectors: readonly { readonly name: string; readonly certificate: string }[]
  readonly findings: readonly {
    readonly fact: string
    readonly evidence: string
    readonly articles: string
    readonly demand: string
    readonly standard: string
    readonly byWhen: string
  }[]
}

/** What a recommendation says: to which department, what was not put right, what it is asked to do. */
export interface RecommendationContent {
  readonly kind: 'recommendation'
  readonly department: string
  readonly unremedied: readonly { readonly fact: string; readonly articles: string }[]
  readonly proposal: string
  /** Names of the evidence handed over with it. */
  readonly evidence: readonly string[]
}

export type LetterContent = ReminderContent | OpinionContent | RecommendationContent

/** The opinion that a recommendation cites. */
export interface CitedOpinion {
  readonly number: string
  /** Civil dates. */
  readonly issuedOn: string
  readonly deliveredOn: string
  /** What became of it. */
  readonly outcome: 'unanswered' | 'not-obeyed'
}

/**
 * All that is printed: a letter's own fields and nothing else. There is no place for the people behind it: no
 * complaining worker, no case.
 */
export interface PrintedLetter {
  readonly kind: LetterKind
  /** Absent on a draft. */
  readonly number?: string
  readonly unionName: string
  readonly enterpriseName: string
  readonly creditCode: string
  readonly subject: string
  readonly content: LetterContent
  readonly contactName: string
  readonly contactPhone: string
  readonly copies: readonly string[]
  /** Civil date of issue; of the draft's day where it is a draft. */
  readonly date: string
  readonly opinion?: CitedOpinion
}

/** 监督由二人以上进行，出示《监督证》: 江苏省工会劳动法律监督条例 第十八条. */
export const INSPECTORS_AT_LEAST = 2
