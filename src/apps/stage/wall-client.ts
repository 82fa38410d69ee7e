import './wall.css'

const REFRESH_MS = 120_000

// Asked first, loaded then: while the server is away the hall keeps the last picture instead of an error page.
const refresh = async (): Promise<void> => {
  const answer = await fetch(location.href, { method: 'HEAD' }).catch(() => undefined)
  if (answer?.ok) location.reload()
}
setInterval(() => void refresh(), REFRESH_MS)
