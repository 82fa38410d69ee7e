import type { Log } from '../log.ts'
import type { Services } from '../services.ts'

/** Work that comes back by itself, every `seconds` on each server; it must bear running on two servers at once. */
export interface Repeated {
  readonly name: string
  readonly seconds: number
  readonly work: (services: Services) => Promise<void>
}

/** Starts the rounds; a round that is still running when its time comes is not started twice. Returns the stop. */
export const startRepeated = (list: readonly Repeated[], services: Services, log: Log): (() => Promise<void>) => {
  const running = new Map<string, Promise<void>>()
  const timers = list.map(({ name, seconds, work }) =>
    setInterval(() => {
      if (running.has(name)) return
      running.set(
        name,
        work(services)
          .catch((error) => log.error(`repeated ${name}`, error))
          .finally(() => running.delete(name)),
      )
    }, seconds * 1000),
  )
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(running.values())
  }
}
