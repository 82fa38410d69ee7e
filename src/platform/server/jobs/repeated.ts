import type { Log } from '../log.ts'
import type { Services } from '../services.ts'

/** Work that comes back by itself, every `seconds` on each server; it must bear running on two servers at once. */
export interface Repeated {
  readonly name: string
  readonly seconds: number
  /** Called once, when the server starts. */
  readonly start: (services: Services) => Rounds
}

export interface Rounds {
  /** One round; it should end soon after `stopping` is aborted. */
  readonly round: (stopping: AbortSignal) => Promise<void>
  /** Called once, after the last round. */
  readonly close?: () => void
}

/** Starts the rounds; a round that is still running when its time comes is not started twice. Returns the stop. */
export const startRepeated = (list: readonly Repeated[], services: Services, log: Log): (() => Promise<void>) => {
  const stopping = new AbortController()
  const running = new Map<string, Promise<void>>()
  const started = list.map(({ name, seconds, start }) => {
    const rounds = start(services)
    const timer = setInterval(() => {
      if (running.has(name)) return
      running.set(
        name,
        rounds
          .round(stopping.signal)
          .catch((error) => log.error(`repeated ${name}`, error))
          .finally(() => running.delete(name)),
      )
    }, seconds * 1000)
    return { rounds, timer }
  })
  return async () => {
    stopping.abort()
    for (const { timer } of started) clearInterval(timer)
    await Promise.all(running.values())
    for (const { rounds } of started) rounds.close?.()
  }
}
