/** @jsxImportSource preact */
import type { Me } from '../../platform/web/me.ts'
import { PhoneFrame } from '../../platform/web/phone-kit/frame.tsx'
import type { PhonePage } from '../../platform/web/phone-kit/page-type.ts'
import { entriesOf, tabsOf } from './matching.ts'
import { pages } from './pages.ts'

/** All that a phone needs to draw the page once more over the server's drawing; travels as JSON in the page. */
export interface PhoneState {
  /** Without the query. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly me?: Me
  readonly data: unknown
}

/** What the window is called: of a discreet page nothing that tells what it is about. */
export const windowTitleOf = (page: PhonePage, data: unknown): string =>
  page.discreet?.windowTitle ?? titleOf(page, data)

export const titleOf = (page: PhonePage, data: unknown): string =>
  typeof page.title === 'string' ? page.title : page.title(data)

/** A page in its frame: the same on the server and on the phone. */
export const PhoneApp = (props: { readonly page: PhonePage; readonly state: PhoneState }) => {
  const { page, state } = props
  const View = page.view
  const entries = entriesOf(pages, state.me, state.path)
  return (
    <PhoneFrame
      title={titleOf(page, state.data)}
      county={state.me?.org.name}
      demo={state.me?.org.demo}
      tabs={tabsOf(pages, state.me)}
      current={state.path}
      back={page.back}
      discreet={page.discreet !== undefined}
    >
      {entries.length > 0 && (
        <nav class="p-entries" aria-label="更多">
          {entries.map((it) => (
            <a key={it.path} href={it.path}>
              {it.label}
            </a>
          ))}
        </nav>
      )}
      <View data={state.data} params={state.params} query={state.query} me={state.me} />
    </PhoneFrame>
  )
}
