import { BlockList, isIP } from 'node:net'
import { fail, ok, type Result } from '../../base/result.ts'
import type { RobotKind } from './message.ts'

/** Host and path of each robot's webhook, as its service documents them. */
const known: Readonly<Record<RobotKind, { readonly host: string; readonly path: string }>> = {
  wecom: { host: 'qyapi.weixin.qq.com', path: '/cgi-bin/webhook/send' },
  dingtalk: { host: 'oapi.dingtalk.com', path: '/robot/send' },
  feishu: { host: 'open.feishu.cn', path: '/open-apis/bot/v2/hook/' },
}

export interface WebhookAddress {
  readonly url: URL
  /** True for a host from the allow-list: it may lie in a private network and speak http. */
  readonly allowed: boolean
}

/**
 * The address a robot's webhook may have: https on port 443 at the service's own host and path, without user info;
 * or any http(s) address at a host of the allow-list (`host` or `host:port`).
 */
export const checkWebhookAddress = (
  kind: RobotKind,
  address: string,
  allowList: readonly string[] = [],
): Result<WebhookAddress, 'WEBHOOK_ADDRESS_REFUSED'> => {
  if (!URL.canParse(address)) return fail('WEBHOOK_ADDRESS_REFUSED', { reason: 'NO_ADDRESS' })
  const url = new URL(address)
  url.hash = ''
  if (url.username || url.password) return fail('WEBHOOK_ADDRESS_REFUSED', { reason: 'USER_INFO' })
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  if (web && (allowList.includes(url.host) || allowList.includes(url.hostname))) return ok({ url, allowed: true })
  if (url.protocol !== 'https:') return fail('WEBHOOK_ADDRESS_REFUSED', { reason: 'NOT_HTTPS' })
  const { host, path } = known[kind]
  if (url.host !== host) return fail('WEBHOOK_ADDRESS_REFUSED', { reason: 'HOST' })
  const fits = path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path
  return fits ? ok({ url, allowed: false }) : fail('WEBHOOK_ADDRESS_REFUSED', { reason: 'PATH' })
}

// IANA special-purpose registries: everything that is not reachable for the whole internet.
const notPublic4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
const notPublic = new BlockList()
for (const [net, prefix] of notPublic4) notPublic.addSubnet(net, prefix, 'ipv4')

// 2000::/3 is the only unicast space handed out; the rest of it is taken back below.
const unicast6 = new BlockList()
unicast6.addSubnet('2000::', 3, 'ipv6')
// Teredo and 6to4 carry an IPv4 address inside; documentation and benchmarking lead nowhere.
notPublic.addSubnet('2001::', 23, 'ipv6')
notPublic.addSubnet('2001:db8::', 32, 'ipv6')
notPublic.addSubnet('2002::', 16, 'ipv6')
notPublic.addSubnet('3fff::', 20, 'ipv6')

/** True for an IP address of the public internet. IPv4 in IPv6 (::ffff:…) counts as not public. */
export const isPublicAddress = (ip: string): boolean => {
  if (isIP(ip) === 4) return !notPublic.check(ip, 'ipv4')
  return isIP(ip) === 6 && unicast6.check(ip, 'ipv6') && !notPublic.check(ip, 'ipv6')
}
