/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { mark } from '../mark.ts'
import { light } from '../tokens.ts'
import { Icon } from './icons.tsx'
import { LeaveButton } from './leave-button.tsx'
import type { IconName } from './icons.tsx'

export interface Tab {
  readonly path: string
  readonly label: string
  readonly icon: IconName
}

/** The mark, `size` px wide. */
export const Mark = (props: { readonly size: number }) => (
  <svg viewBox="0 0 64 64" width={props.size} height={props.size} aria-hidden="true">
    <rect width="64" height="64" rx="14" fill={light.red} />
    <g transform={mark.lean}>
      <path fill="#fff7ea" d={mark.head} />
      {mark.mane.map((stroke) => (
        <path key={stroke} d={stroke} fill="none" stroke="#efc46a" stroke-width="4.5" stroke-linecap="round" />
      ))}
    </g>
  </svg>
)

/** Title above, tabs below. `current` is the page's path; a page that is no tab shows the way back. */
export const PhoneFrame = (props: {
  readonly title: string
  readonly county?: string
  readonly demo?: boolean
  readonly tabs: readonly Tab[]
  readonly current: string
  /** Where the way back leads, where that is not the page's tab. */
  readonly back?: string
  /** Shows the way out at once. */
  readonly discreet?: boolean
  readonly children: ComponentChildren
}) => {
  const isTab = props.tabs.some((tab) => tab.path === props.current)
  // The tab a deeper page belongs to stays marked.
  const home = props.tabs
    .filter((tab) => [props.current, props.back].some((at) => at === tab.path || at?.startsWith(`${tab.path}/`)))
    .toSorted((one, other) => other.path.length - one.path.length)[0]
  return (
    <div class="p-frame">
      <header class="p-top">
        {isTab || props.tabs.length === 0 ? (
          <Mark size={28} />
        ) : (
          <a class="p-back" href={props.back ?? home?.path ?? '/m'} aria-label="返回">
            <Icon name="back" />
          </a>
        )}
        <h1>{props.title}</h1>
        {props.discreet === true ? (
          <LeaveButton />
        ) : (
          props.county !== undefined && <span class="p-county">{props.county}</span>
        )}
      </header>
      {props.demo === true && <p class="p-demo">演示县：人员和业务数据都是虚构的</p>}
      <main class="p-main" id="main">
        {props.children}
      </main>
      {props.tabs.length > 0 && (
        <nav class="p-tabs" aria-label="主菜单">
          {props.tabs.map((tab) => (
            <a key={tab.path} href={tab.path} aria-current={tab.path === home?.path ? 'page' : undefined}>
              <Icon name={tab.icon} />
              {tab.label}
            </a>
          ))}
        </nav>
      )}
    </div>
  )
}
