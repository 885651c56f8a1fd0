// The example company's Okta: its people, its groups, and the service app that Daypass works as.

import { generateKeyPairSync } from 'node:crypto'
import type { Settings } from '../../../core/model/settings.ts'
import { OPERATIONS } from '../../../modes/okta-group/calls.ts'
import { OKTA_OPERATIONS } from '../../../modes/okta-saml/calls.ts'
import { poolNames } from '../../../modes/okta-saml/naming.ts'
import type { SamlProvider } from '../../../sandbox/aws/world.ts'
import { type AppDraft, type GroupDraft, okta, type UserDraft } from '../../../sandbox/okta/build.ts'
import type { Client } from '../../../sandbox/okta/world.ts'
import { speakerOf } from '../../../sandbox/saml-metadata.ts'
import type { World } from '../../../sandbox/world.ts'

/** What Okta has before Daypass comes; people by handle. */
export interface OktaMore {
  readonly groups?: readonly GroupDraft[]
  /** Handle, or the e-mail of somebody whom no file names → what differs. */
  readonly people?: Readonly<Record<string, Partial<UserDraft>>>
  readonly client?: Partial<Client>
  /** What differs from an app as `integrations/okta.yaml` needs it, by account. */
  readonly apps?: Readonly<Record<string, Partial<AppDraft>>>
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

const rows = [...Object.values(OPERATIONS), ...Object.values(OKTA_OPERATIONS)]

/** As the table of operations asks for it, so that a right that is missing there shows. */
const client = (more: Partial<Client> = {}): Client => ({
  id: CLIENT,
  keys: [{ ...KEY.publicKey.export({ format: 'jwk' }) }],
  scopes: [...new Set(rows.map(({ scope }) => scope))],
  may: [...new Set(rows.map(({ permission }) => permission))].map((permission) => ({ permission, on: ['*'] })),
  dpop: false,
  ...more,
})

/** As owners set them up: Okta was told of the account's roles, and the attribute is there. */
function appsOf({ okta: integration, aws, installation }: Settings, { apps = {} }: OktaMore): readonly AppDraft[] {
  return (integration?.federation ?? []).map(({ account, app, provider, roles, marker }): AppDraft => {
    const id = aws?.accounts.find(({ name }) => name === account)?.id ?? ''
    const { roles: others = [], ...differs } = apps[account] ?? {}
    return {
      id: app,
      roles: others === null ? null : [...poolNames(installation, roles), ...others],
      settings: { identityProviderArn: `arn:${aws?.partition ?? 'aws'}:iam::${id}:saml-provider/${provider}` },
      custom: { [marker]: { title: 'Managed by Daypass', type: 'boolean', scope: 'NONE', master: { type: 'OKTA' } } },
      ...differs,
    }
  })
}

/** SAML providers that owners made, by account id. */
export const providersOf = ({ okta: integration, aws }: Settings, account: string): readonly SamlProvider[] =>
  (integration?.federation ?? [])
    .filter((one) => aws?.accounts.some(({ name, id }) => name === one.account && id === account) === true)
    .map(({ provider, app }) => ({ name: provider, ...speakerOf(app) }))

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
  const apps = appsOf(settings, more)
  return { okta: okta({ host: HOST, users, groups, apps, clients: [client(more.client)] }, now) }
}

/** AWS with the secret that settings name. */
export const withSecret = (aws: World['aws'], { okta: integration }: Settings): World['aws'] =>
  integration?.credential.in === 'secret'
    ? { ...aws, secrets: { ...aws.secrets, [integration.credential.arn]: OKTA_CREDENTIAL } }
    : aws
