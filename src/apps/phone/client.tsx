/** @jsxImportSource preact */
import '../../platform/web/older-browsers.ts'
import { hydrate } from 'preact'
import '../../platform/web/phone-kit/phone.css'
import { matchPhone } from './matching.ts'
import { pages } from './pages.ts'
import { PhoneApp } from './phone-app.tsx'
import type { PhoneState } from './phone-app.tsx'

// The server has drawn the page; here it comes alive with the same data. Pages of refusal carry no state.
const said = document.getElementById('state')?.textContent
const root = document.getElementById('app')
if (said && root) {
  const state = JSON.parse(said) as PhoneState
  const match = matchPhone(pages, state.path)
  if (match) hydrate(<PhoneApp page={match.page} state={state} />, root)
}
