import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import pg from 'pg'
import { newId } from '../../base/ids.ts'
import type { Database } from '../db/database.ts'
import { hashPassword, verifyPassword } from './password.ts'

const HOUR = 3600

/** Who a session belongs to. */
export interface SessionPerson {
  readonly accountId: string
  readonly orgId: string
  readonly personId: string
}

export interface NewAccount {
  readonly orgId: string
  readonly personId: string
  readonly name: string
  readonly username: string
  readonly password: string
}

export interface Auth {
  /** The person of a request's session cookie, or undefined. */
  sessionOf(headers: Headers): Promise<SessionPerson | undefined>
  /** Set-Cookie lines of a new session, or undefined where name and password do not fit. */
  signIn(username: string, password: string): Promise<string[] | undefined>
  /** Set-Cookie lines that end the session of these headers. */
  signOut(headers: Headers): Promise<string[]>
  /** Set-Cookie lines of a new session without a password; for the demo county on a loopback address. */
  signInDemo(username: string): Promise<string[] | undefined>
  createAccount(account: NewAccount): Promise<void>
  /** Sets the password and ends all sessions; false where the person has no account. */
  setPassword(personId: string, password: string): Promise<boolean>
  close(): Promise<void>
}

export interface AuthOptions {
  readonly database: Database
  readonly secret: string
  readonly publicAddress: string
  /** The password of the demo county's invented accounts, never of a real one. */
  readonly demoPassword?: string
}

/** The library wants an address; nothing is ever sent to this one. */
const emailOf = (personId: string): string => `${personId}@accounts.invalid`

/**
 * Accounts and sessions by better-auth on a pool of its own, since it wants Date values.
 * Names and passwords only; a second factor comes as a plugin of the same library.
 */
export const createAuth = ({ database, secret, publicAddress, demoPassword }: AuthOptions): Auth => {
  const pool = new pg.Pool({ ...database.config, max: 4 })
  pool.on('error', () => {})
  const it = betterAuth({
    database: pool,
    secret,
    baseURL: publicAddress,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(password, hash) },
    },
    plugins: [username({ maxUsernameLength: 64, usernameValidator: (name) => /^[\p{L}\p{N}_.-]+$/u.test(name) })],
    user: {
      modelName: 'auth_users',
      additionalFields: {
        orgId: { type: 'string', required: true },
        personId: { type: 'string', required: true },
      },
    },
    session: { modelName: 'auth_sessions', expiresIn: 12 * HOUR, updateAge: HOUR },
    account: { modelName: 'auth_accounts' },
    verification: { modelName: 'auth_verifications' },
    advanced: {
      cookiePrefix: 'qingqi',
      useSecureCookies: publicAddress.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: newId },
    },
  })
  const signIn: Auth['signIn'] = async (name, password) => {
    const answer = await it.api.signInUsername({ body: { username: name, password }, asResponse: true })
    return answer.ok ? answer.headers.getSetCookie() : undefined
  }
  return {
    sessionOf: async (headers) => {
      if (!headers.get('cookie')?.includes('qingqi.')) return undefined
      const session = await it.api.getSession({ headers })
      if (!session) return undefined
      const user = session.user as typeof session.user & { orgId: string; personId: string }
      return { accountId: user.id, orgId: user.orgId, personId: user.personId }
    },
    signIn,
    signOut: async (headers) => {
      const answer = await it.api.signOut({ headers, asResponse: true })
      return answer.headers.getSetCookie()
    },
    signInDemo: async (name) => (demoPassword ? signIn(name, demoPassword) : undefined),
    createAccount: async ({ orgId, personId, name, username: login, password }) => {
      await it.api.signUpEmail({
        body: { name, email: emailOf(personId), username: login, password, orgId, personId } as never,
      })
    },
    setPassword: async (personId, password) => {
      const { internalAdapter } = await it.$context
      const found = await internalAdapter.findUserByEmail(emailOf(personId))
      if (!found) return false
      await internalAdapter.updatePassword(found.user.id, await hashPassword(password))
      await internalAdapter.deleteUserSessions(found.user.id)
      return true
    },
    close: () => pool.end(),
  }
}
