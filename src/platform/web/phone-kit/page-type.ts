import type { ComponentChildren } from 'preact'
import type { Role } from '../../base/operation.ts'
import type { Call } from '../client.ts'
import type { Me } from '../me.ts'
import type { IconName } from './icons.tsx'

/** What a page is asked for. `params` are the `:name` parts of its path, `query` what follows the question mark. */
export interface PhoneAt {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Absent only on pages for 'public'. */
  readonly me?: Me
}

export interface PhoneView<Data> extends PhoneAt {
  readonly data: Data
}

/** One page of the phone. An area exports `pages: PhonePage[]` from phone/index.ts(x), each made by `phonePage`. */
export interface PhonePage<Data = unknown> {
  /** Under /m, with `:name` parts: /m/visits/:id. */
  readonly path: string
  /** 'public' is seen without a session, as when a worker opens a link from WeChat. */
  readonly roles: readonly Role[] | 'signed-in' | 'public'
  readonly title: string | ((data: Data) => string)
  /** For pages that nobody beside the reader may wonder at: what the window is called, and a way out of it at once. */
  readonly discreet?: { readonly windowTitle: string }
  /** Given where the page is one of the tabs at the bottom; ascending order, four fit besides 我的. */
  readonly tab?: { readonly label: string; readonly icon: IconName; readonly order: number }
  /** Given where the reader's first page leads here although it is no tab; ascending order. */
  readonly entry?: { readonly label: string; readonly order: number }
  /** Where the way back leads; the page's tab, or the first one, where left out. */
  readonly back?: string
  /**
   * Runs on the server before the page is drawn; `call` stays in the process and carries the reader's session.
   * A thrown ApiProblem becomes the page that says so. Data must survive JSON.
   */
  readonly load: (call: Call, at: PhoneAt) => Promise<Data>
  /** Drawn on the server, then alive on the phone with the same data. */
  readonly view: (props: PhoneView<Data>) => ComponentChildren
}

/** Fixes the page's data type, then forgets it, so that pages of many areas stand in one list. */
export const phonePage = <Data>(page: PhonePage<Data>): PhonePage => page as unknown as PhonePage
