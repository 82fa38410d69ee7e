/** The worker that serves kept pages without a network; it serves nothing outside /m/check-ups/. */
const WORKER = '/m/check-up-worker.js'
const SCOPE = '/m/check-ups/'

/**
 * Keeps this page on the phone, so that it opens without a network.
 * @returns whether it is kept; false where the browser has no such worker (old WebViews, plain http)
 */
export const keepPage = async (): Promise<boolean> => {
  if (!('serviceWorker' in navigator)) return false
  try {
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE })
    const registration = await navigator.serviceWorker.ready
    const files = [
      ...[...document.querySelectorAll<HTMLScriptElement>('script[src]')].map((it) => it.src),
      ...[...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"], link[rel="icon"]')].map(
        (it) => it.href,
      ),
      ...performance
        .getEntriesByType('resource')
        .map((it) => it.name)
        .filter((name) => new URL(name).pathname.startsWith('/assets/phone/')),
    ]
    return await new Promise<boolean>((keep) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => keep(data === 'kept')
      setTimeout(() => keep(false), 15_000)
      registration.active?.postMessage({ keep: [location.href, ...new Set(files)] }, [port2])
    })
  } catch {
    return false
  }
}

/** Takes the page off the phone again. */
export const dropPage = async (): Promise<void> => {
  const registration = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration(SCOPE) : undefined
  registration?.active?.postMessage({ drop: [location.href] })
}
