import type { ComponentType, LazyExoticComponent } from 'react'
import type { Role } from '../../base/operation.ts'

/** Groups of the side menu, in the order shown. */
export const menuGroups = ['work', 'squads', 'show', 'settings'] as const
export type MenuGroup = (typeof menuGroups)[number]

/** One page of the console. An area exports `pages: ConsolePage[]` from console/index.ts(x). */
export interface ConsolePage {
  /** Under /console, starting with '/'; parts are written `$id` and read with `usePart('id')`. */
  readonly path: string
  /** Of the browser tab and, where `menu` is given, of the menu entry. */
  readonly title: string
  readonly menu?: {
    /** Ascending within the group. */
    readonly order: number
    readonly icon: ComponentType
    readonly group: MenuGroup
  }
  /** Who sees it; absent means every signed-in person. The server decides again on every call. */
  readonly roles?: readonly Role[]
  readonly component: LazyExoticComponent<ComponentType> | ComponentType
}
