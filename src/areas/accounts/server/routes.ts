import { fail, ok } from '../../../platform/base/result.ts'
import type { Role } from '../../../platform/base/operation.ts'
import { implement, type Route } from '../../../platform/server/http/implement.ts'
import * as contract from '../contract.ts'
import { roleNames } from '../texts.zh.ts'
import { demoUsername } from './demo-usernames.ts'
import * as queries from './queries.ts'

/** Roles that work at a desk; the others open the phone pages. */
const AT_CONSOLE: readonly Role[] = ['admin', 'chair', 'staff', 'leader']
const whereOf = (roles: readonly Role[]): 'console' | 'phone' =>
  roles.some((role) => AT_CONSOLE.includes(role)) ? 'console' : 'phone'
const DEMO_ORDER: readonly Role[] = ['staff', 'chair', 'leader', 'contact', 'member', 'worker', 'admin']

export const routes: readonly Route[] = [
  implement(contract.readMe, async (context) => {
    const { scope } = context
    const org = await queries.orgOf(context)
    return ok({
      person: { id: scope.personId!, name: (await queries.personName(context, scope.personId!)) ?? '' },
      roles: [...scope.roles],
      org: { ...org, today: scope.today },
      enterpriseId: scope.enterpriseIds[0] ?? null,
      teamIds: [...scope.teamIds],
      where: whereOf(scope.roles),
    })
  }),

  implement(contract.signIn, async (_context, { body }, services, reply) => {
    const cookies = await services.auth.signIn(body.username, body.password)
    if (!cookies) return fail('SIGN_IN_REFUSED')
    reply.cookies.push(...cookies)
    return ok(undefined)
  }),

  implement(contract.signOut, async (_context, { headers }, services, reply) => {
    reply.cookies.push(...(await services.auth.signOut(headers)))
    return ok(undefined)
  }),

  implement(contract.readDemo, async (context, _call, services) => {
    const demo = context.scope.demo && services.loopback
    const names = demo
      ? await queries.namesBehind(services.database, context.scope.orgId, DEMO_ORDER.map(demoUsername))
      : new Map<string, string>()
    return ok({
      demo,
      empty: (await queries.countGrants(context)) === 0,
      roles: DEMO_ORDER.flatMap((role) => {
        const name = names.get(demoUsername(role))
        return name ? [{ role, name, label: roleNames[role], where: whereOf([role]) }] : []
      }),
    })
  }),

  implement(contract.startDemoSession, async ({ scope }, { body }, services, reply) => {
    if (!scope.demo || !services.loopback) return fail('DEMO_ONLY')
    const cookies = await services.auth.signInDemo(demoUsername(body.role))
    if (!cookies) return fail('NOT_FOUND')
    reply.cookies.push(...cookies)
    return ok({ role: body.role, where: whereOf([body.role]) })
  }),

  implement(contract.moveDemoDate, async ({ scope }, { body }, services) => {
    if (!scope.demo) return fail('DEMO_ONLY')
    await queries.setDemoDate(services.database, scope.orgId, body.date)
    return ok({ today: body.date })
  }),

  implement(contract.createFirstAdmin, async (context, { body }, services) => {
    if (!services.loopback) return fail('LOOPBACK_ONLY')
    // Two at once would both find nobody.
    await queries.lockSetUp(context)
    if ((await queries.countGrants(context)) > 0) return fail('ALREADY_SET_UP')
    const personId = await queries.insertPerson(context, body.name)
    await queries.insertGrant(context, { personId, role: 'admin' })
    await services.auth.createAccount({ orgId: context.scope.orgId, personId, ...body })
    return ok(undefined)
  }),

  implement(contract.listAccounts, async (context, { query }, services) => {
    const { total, rows } = await queries.accountsPage(context, query)
    const usernames = await queries.usernamesOf(
      services.database,
      rows.map((row) => row.personId),
    )
    return ok({ total, rows: rows.map((row) => ({ ...row, username: usernames.get(row.personId) ?? null })) })
  }),

  implement(contract.createAccount, async (context, { body }, services) => {
    if (await queries.usernameExists(services.database, body.username)) return fail('USERNAME_TAKEN')
    if (body.personId && !(await queries.personName(context, body.personId))) return fail('NOT_FOUND')
    const personId = body.personId ?? (await queries.insertPerson(context, body.name))
    await queries.insertGrant(context, { ...body, personId })
    await services.auth.createAccount({ orgId: context.scope.orgId, personId, ...body })
    return ok({ personId })
  }),

  implement(contract.resetPassword, async (context, { params, body }, services) => {
    if (!(await queries.personName(context, params.personId))) return fail('NOT_FOUND')
    return (await services.auth.setPassword(params.personId, body.password)) ? ok(undefined) : fail('NOT_FOUND')
  }),

  implement(contract.revokeRole, async (context, { params }) => {
    if (params.role === 'admin' && (await queries.countGrants(context, 'admin')) <= 1) return fail('LAST_ADMIN')
    return (await queries.revokeGrants(context, params.personId, params.role)) ? ok(undefined) : fail('NOT_FOUND')
  }),
]
