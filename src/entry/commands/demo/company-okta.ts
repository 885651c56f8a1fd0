// The example company's Okta: its people, its groups, and the service app that Daypass works as.

import { generateKeyPairSync } from 'node:crypto'
import type { Settings } from '../../../core/model/settings.ts'
import { OPERATIONS } from '../../../modes/okta-group/calls.ts'
import { type GroupDraft, okta, type UserDraft } from '../../../sandbox/okta/build.ts'
import type { Client } from '../../../sandbox/okta/world.ts'
import type { World } from '../../../sandbox/world.ts'

/** What Okta has before Daypass comes; people by handle. */
export interface OktaMore {
  readonly groups?: readonly GroupDraft[]
  /** Handle, or the e-mail of somebody whom no file names → what differs. */
  readonly people?: Readonly<Record<string, Partial<UserDraft>>>
  readonly client?: Partial<Client>
}

const CLIENT = '0oa00000000000000001'
const KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const HOST = 'harbor.okta.com'

/** What the secret holds, wherever it is kept. */
export const OKTA_CREDENTIAL = JSON.stringify({
  host: HOST,
  clientId: CLIENT,
  privateKey: KEY.privateKey.export({ format: 'jwk' }),
})

const rows = Object.values(OPERATIONS)

/** As the table of operations asks for it, so that a right that is missing there shows. */
const client = (more: Partial<Client> = {}): Client => ({
  id: CLIENT,
  keys: [{ ...KEY.publicKey.export({ format: 'jwk' }) }],
  scopes: [...new Set(rows.map(({ scope }) => scope))],
  may: [...new Set(rows.map(({ permission }) => permission))].map((permission) => ({ permission, on: ['*'] })),
  dpop: false,
  ...more,
})

/** The world's Okta, and the secret in AWS that opens it; nothing where the company has none. */
export function oktaOf(settings: Settings, more: OktaMore, now: number): Pick<World, 'okta'> {
  if (settings.okta === null) return {}
  const people = [...settings.people.values()]
  const emailOf = (handle: string): string => people.find((one) => one.handle === handle)?.email ?? handle
  const groups = (more.groups ?? []).map((group) => ({ ...group, members: (group.members ?? []).map(emailOf) }))
  const named = people.map(({ handle, email }) => ({ email, ...more.people?.[handle] }))
  const handles = new Set<string>(people.map(({ handle }) => handle))
  const others = Object.entries(more.people ?? {}).filter(([handle]) => !handles.has(handle))
  const users = [...named, ...others.map(([email, draft]) => ({ email, ...draft }))]
  return { okta: okta({ host: HOST, users, groups, clients: [client(more.client)] }, now) }
}

/** AWS with the secret that settings name. */
export const withSecret = (aws: World['aws'], { okta: integration }: Settings): World['aws'] =>
  integration?.credential.in === 'secret'
    ? { ...aws, secrets: { ...aws.secrets, [integration.credential.arn]: OKTA_CREDENTIAL } }
    : aws
