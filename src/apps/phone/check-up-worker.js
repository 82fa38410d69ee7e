// Serves check-ups that a phone keeps when there is no network; everything else goes to the network as always.
const CACHE = 'qingqi-check-ups-1'

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

const keep = async (urls) => {
  const cache = await caches.open(CACHE)
  for (const url of urls) {
    const answer = await fetch(url, { credentials: 'same-origin' })
    // A sign-in page in place of the form must not be kept as the form.
    if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`)
    await cache.put(url, answer)
  }
}
const drop = async (urls) => {
  const cache = await caches.open(CACHE)
  for (const url of urls) await cache.delete(url)
}

self.addEventListener('message', (event) => {
  const { data, ports } = event
  if (data.keep)
    event.waitUntil(
      keep(data.keep).then(
        () => ports[0]?.postMessage('kept'),
        () => ports[0]?.postMessage('not kept'),
      ),
    )
  if (data.drop) event.waitUntil(drop(data.drop))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  const mine = request.mode === 'navigate' || pathname.startsWith('/assets/phone/') || pathname === '/favicon.svg'
  if (request.method !== 'GET' || origin !== self.location.origin || !mine) return
  event.respondWith(
    fetch(request).catch(async (error) => {
      const kept = await caches.match(request.url)
      if (kept) return kept
      throw error
    }),
  )
})
