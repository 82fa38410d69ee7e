/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { OutputOf, Problem } from '../../../platform/base/operation.ts'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { ProblemNotice } from '../../../platform/web/phone-kit/index.ts'
import { readCode } from '../contract.ts'

/** Milliseconds until the next try where the network is away. */
const RETRY = 3_000

/** The sign-in code, fetched anew when its time is up; the screen stays awake where the browser allows it. */
export const CodeSheet = ({ id }: { readonly id: string }) => {
  const [code, setCode] = useState<OutputOf<typeof readCode>>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let closed = false
    const fetchCode = async (): Promise<void> => {
      let wait = RETRY
      try {
        const next = await call(readCode, { params: { id } })
        if (closed) return
        setCode(next)
        setProblem(undefined)
        wait = next.expiresInMs
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        if (closed) return
        setCode(undefined)
        setProblem(error.problem)
      }
      timer = setTimeout(() => void fetchCode(), wait)
    }
    void fetchCode()
    const awake = navigator.wakeLock?.request('screen').catch(() => undefined)
    return () => {
      closed = true
      clearTimeout(timer)
      void awake?.then((lock) => lock?.release())
    }
  }, [id])
  return (
    <div class="v-code">
      <ProblemNotice problem={problem} />
      {code && (
        <>
          <div
            class="v-qr"
            role="img"
            aria-label="签到二维码"
            data-address={code.address}
            // Drawn by our own server from an address of our own.
            dangerouslySetInnerHTML={{ __html: code.svg }}
          />
          <p class="v-signed">已签到 {code.signedIn} 人</p>
          <p class="p-hint">二维码每 20 秒换一次，截图无效。扫码不用登录，不记姓名。</p>
        </>
      )}
    </div>
  )
}
