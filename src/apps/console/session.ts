import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Operation } from '../../platform/base/operation.ts'
import { ApiProblem, callPath } from '../../platform/web/client.ts'
import type { DemoRoles, Me } from '../../platform/web/me.ts'

type Reads<Value> = Operation<z.ZodNever, z.ZodNever, z.ZodNever, z.ZodType<Value>>
type Takes<Body> = Operation<z.ZodNever, z.ZodNever, z.ZodType<Body, Body>, z.ZodNever>

/** The signed-in person, or null for nobody. Other failures are thrown. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 60_000,
  queryFn: async (): Promise<Me | null> => {
    try {
      return await callPath<Reads<Me>>({ method: 'GET', path: '/api/me' })
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null
      throw error
    }
  },
})

/** Who can be tried with one tap; nobody where the server has no demo county. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  staleTime: Infinity,
  queryFn: async (): Promise<DemoRoles> => {
    try {
      return await callPath<Reads<DemoRoles>>({ method: 'GET', path: '/api/demo' })
    } catch (error) {
      if (error instanceof ApiProblem && (error.status === 404 || error.status === 403))
        return { demo: false, roles: [] }
      throw error
    }
  },
})

/** Throws ApiProblem where name and password do not fit. */
export const signIn = (username: string, password: string): Promise<undefined> =>
  callPath<Takes<{ username: string; password: string }>>(
    { method: 'POST', path: '/api/session' },
    { body: { username, password } },
  )

/** Throws ApiProblem where somebody has been faster, or the browser is not on the server's own machine. */
export const createFirstAdmin = (body: { name: string; username: string; password: string }): Promise<undefined> =>
  callPath<Takes<typeof body>>({ method: 'POST', path: '/api/first-admin' }, { body })

export const signInAs = (role: string): Promise<undefined> =>
  callPath<Takes<{ role: string }>>({ method: 'POST', path: '/api/demo/session' }, { body: { role } })

export const signOut = (): Promise<undefined> => callPath<Takes<never>>({ method: 'DELETE', path: '/api/session' })

/** Where to go after signing in: only a path of the console itself, never another site. */
export const nextPath = (wanted: unknown): string =>
  typeof wanted === 'string' && /^\/console(?:\/[^/\\]|$)/.test(wanted) ? wanted : '/console'
