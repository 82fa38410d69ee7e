import type { Role } from '../base/operation.ts'

/** What `GET /api/me` answers to a signed-in person; 401 to nobody. */
export interface Me {
  readonly person: { readonly id: string; readonly name: string }
  readonly roles: readonly Role[]
  /** `today` is the civil date the server works by, YYYY-MM-DD: a demo county may stand still. */
  readonly org: { readonly id: string; readonly name: string; readonly demo: boolean; readonly today: string }
  readonly enterpriseId?: string | null
  readonly teamIds: readonly string[]
}

/** `GET /api/demo`: who can be tried with one tap; an empty list outside the demo county. */
export interface DemoRoles {
  readonly demo: boolean
  /** Nobody has an account yet. */
  readonly empty?: boolean
  /** `where` says which face the role works at. */
  readonly roles: readonly {
    readonly role: string
    readonly name: string
    readonly label: string
    readonly where: string
  }[]
}

/** Where a demo role starts: a path as given, otherwise the phone or the console. */
export const startOf = (where: string): string =>
  where.startsWith('/') ? where : where === 'phone' ? '/m' : '/console'

export const roleNames: Record<Role, string> = {
  admin: '管理员',
  chair: '主席',
  staff: '工会干部',
  leader: '小队长',
  member: '队员',
  contact: '企业联络人',
  worker: '职工',
}

/** True where one of the person's roles is among `wanted`; no list means every signed-in person. */
export const mayEnter = (me: Pick<Me, 'roles'>, wanted: readonly Role[] | undefined): boolean =>
  wanted === undefined || wanted.some((role) => me.roles.includes(role))
