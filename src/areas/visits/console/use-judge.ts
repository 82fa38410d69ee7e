import { useCallback, useRef, useState } from 'react'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { judgeMove } from '../contract.ts'

export type Judgement = OutputOf<typeof judgeMove>
export interface Place {
  readonly requestId: string
  readonly teamId: string
  readonly date: string
  readonly startMinute: number
}

// A hand moves over several cells a second; the server is asked when it rests this long.
const REST_MS = 100

/** Asks what a place would break while a visit is dragged; the answer of an older place is dropped. */
export const useJudge = (planId: string) => {
  const [judgement, setJudgement] = useState<Judgement>()
  const asked = useRef<AbortController>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const judge = useCallback(
    (place: Place) => {
      clearTimeout(timer.current)
      asked.current?.abort()
      setJudgement(undefined)
      timer.current = setTimeout(() => {
        const controller = new AbortController()
        asked.current = controller
        call(judgeMove, { params: { id: planId }, body: place, signal: controller.signal })
          .then(setJudgement)
          .catch(() => {})
      }, REST_MS)
    },
    [planId],
  )
  const forget = useCallback(() => {
    clearTimeout(timer.current)
    asked.current?.abort()
    setJudgement(undefined)
  }, [])
  return { judgement, judge, forget }
}
