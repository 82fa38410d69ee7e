import type { BodyOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import { checkWebhookAddress } from '../../../platform/server/notify/webhook-address.ts'
import type { Services } from '../../../platform/server/services.ts'
import type * as contract from '../contract.ts'
import type { Robot } from '../contract.ts'
import * as queries from './robot-queries.ts'

const SHOWN_SIGNS = 4

/** The host and the last signs: enough to tell groups apart, too little to write to one. */
export const addressHint = (address: string): string => {
  const url = new URL(address)
  const tail = url.search || url.pathname
  // A short key would be given away by its end.
  return tail.length < 4 * SHOWN_SIGNS ? url.host : `${url.host} …${tail.slice(-SHOWN_SIGNS)}`
}

export const shownRobot = (row: queries.RobotRow): Robot => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  addressHint: addressHint(row.address),
  hasSecret: row.secret !== null,
  squadKind: row.squad_kind,
  noticeKinds: row.notice_kinds as Robot['noticeKinds'],
  active: row.active,
  version: row.version,
})

type RobotCodes = 'WEBHOOK_ADDRESS_REFUSED' | 'SECRET_NOT_USED' | 'ROBOT_NAME_TAKEN'

export const createRobot = async (
  context: Context,
  body: BodyOf<typeof contract.createRobot>,
  { webhookHosts }: Services,
): Promise<Result<{ id: string }, RobotCodes>> => {
  const checked = checkWebhookAddress(body.kind, body.address, webhookHosts)
  if (!checked.ok) return checked
  if (body.kind === 'wecom' && body.secret) return fail('SECRET_NOT_USED')
  const id = await queries.insertRobot(context, {
    kind: body.kind,
    name: body.name,
    address: body.address,
    secret: body.secret ?? null,
    squad_kind: body.squadKind,
    notice_kinds: body.noticeKinds,
  })
  return id ? ok({ id }) : fail('ROBOT_NAME_TAKEN')
}

export const editRobot = async (
  context: Context,
  id: string,
  version: number,
  body: BodyOf<typeof contract.editRobot>,
  { webhookHosts }: Services,
): Promise<Result<{ version: number }, RobotCodes | 'NOT_FOUND' | 'STALE'>> => {
  const before = await queries.robotById(context, id)
  if (!before) return fail('NOT_FOUND')
  if (body.address !== undefined) {
    const checked = checkWebhookAddress(before.kind, body.address, webhookHosts)
    if (!checked.ok) return checked
  }
  if (before.kind === 'wecom' && body.secret) return fail('SECRET_NOT_USED')
  if (body.name !== undefined && (await queries.robotNamed(context, body.name, id))) return fail('ROBOT_NAME_TAKEN')
  const { address, secret, ...shown } = body
  const { name, active, squadKind, noticeKinds } = shown
  const changes = { name, active, address, secret, squad_kind: squadKind, notice_kinds: noticeKinds }
  if (await queries.updateRobot(context, id, version, changes)) return ok({ version: version + 1 })
  // Webhook and secret are not compared: the answer would give them out.
  return stale(shown, shownRobot(before))
}
