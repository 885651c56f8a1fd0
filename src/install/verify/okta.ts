// Whether Okta lets Daypass do what settings need: the key, its scopes, its administrator roles, the apps, the groups.

import { type Answer, type EdgeError, writeEdgeError } from '../../core/model/edge-error.ts'
import type { Job, OktaFederation, OktaIntegration, Settings } from '../../core/model/settings.ts'
import { groupsCalled } from '../../edges/okta/find-group.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import {
  listRolePermissions,
  listRolesForClient,
  previewSAMLmetadataForApplication,
} from '../../edges/okta/operations.ts'
import { eachOf } from '../../modes/any/each.ts'
import { OPERATIONS } from '../../modes/okta-group/calls.ts'
import { appProblems, readApp, rolesOffered } from '../../modes/okta-saml/app.ts'
import { OKTA_OPERATIONS } from '../../modes/okta-saml/calls.ts'
import { poolNames } from '../../modes/okta-saml/naming.ts'
import { type Check, fine, note } from '../check.ts'
import { entityCheck } from './entity.ts'

export interface OktaAsked {
  readonly settings: Settings
  readonly okta: OktaIntegration
  readonly job: Job
  /** What the job asks for when it gives, takes or looks. */
  readonly scopes: (job: Job) => readonly string[]
  readonly open: (scopes: readonly string[]) => Okta
  /** The SAML metadata that was registered under a name in an account. */
  readonly provider: (account: string, name: string) => Promise<Answer<string>>
}

const couldNot = (about: string, because: EdgeError): Check => ({
  state: 'unknown',
  about,
  says: `could not look: ${writeEdgeError(because)}`,
  cure: 'run daypass verify again; what is missing may be told above',
})

const missing = (about: string, says: string, cure: string): Check => ({ state: 'missing', about, says, cure })

/** Okta names the first scope that it refuses, and only that: so each is tried alone. */
const REFUSED_SCOPE = 'invalid_scope'

interface Entered {
  readonly checks: readonly Check[]
  readonly granted: readonly string[]
  /** null: nobody was let in. */
  readonly client: { readonly id: string | null } | null
}

async function entering({ okta, open }: OktaAsked, scopes: readonly string[]): Promise<Entered> {
  const about = `key to ${okta.host}`
  const all = await open(scopes).enter()
  if (all.is === 'known') {
    const key =
      all.value === null
        ? note(about, 'an API token lets in, which has all rights of whoever made it; a service app can have fewer')
        : fine(about, `lets in as ${all.value}`)
    return {
      checks: [key, ...(all.value === null ? [] : [fine('scopes', `all ${scopes.length} are granted`)])],
      granted: scopes,
      client: { id: all.value },
    }
  }
  if (!all.because.said.includes(REFUSED_SCOPE))
    return {
      checks: [
        all.because.kind === 'unreachable' || all.because.kind === 'throttled'
          ? couldNot(about, all.because)
          : missing(
              about,
              `does not let in: ${all.because.said}`,
              'put a key of the service app where settings name it',
            ),
      ],
      granted: [],
      client: null,
    }
  const each = await eachOf(scopes, async (scope) => ({ scope, entered: await open([scope]).enter() }))
  const granted = each.flatMap(({ scope, entered }) => (entered.is === 'known' ? [scope] : []))
  const lacking = each.flatMap(({ scope, entered }) =>
    entered.is === 'known'
      ? []
      : [missing(`scope ${scope}`, 'is not granted: no job gets in', 'grant it: the service app > Okta API Scopes')],
  )
  const client = each.flatMap(({ entered }) => (entered.is === 'known' ? [{ id: entered.value }] : []))[0] ?? null
  return { checks: [...(client === null ? [] : [fine(about, 'is the service app’s')]), ...lacking], granted, client }
}

/** Roles with which a stolen key is the end of everything (Okta developer documentation, standard roles). */
const EVERYTHING: ReadonlySet<string> = new Set(['SUPER_ADMIN', 'ORG_ADMIN'])

/** What settings need, and what for. */
function neededPermissions({ federation }: OktaIntegration): ReadonlyMap<string, readonly string[]> {
  const rows = [...Object.entries(OPERATIONS), ...(federation.length === 0 ? [] : Object.entries(OKTA_OPERATIONS))]
  return new Map(
    [...Map.groupBy(rows, ([, { permission }]): string => permission)].map(([permission, some]) => [
      permission,
      [...new Set(some.map(([op]) => op))],
    ]),
  )
}

async function adminRoleChecks(asked: OktaAsked, entered: Okta, clientId: string): Promise<readonly Check[]> {
  const about = 'administrator roles'
  const roles = await entered.list(listRolesForClient, { clientId })
  if (roles.is === 'unknown') return [couldNot(about, roles.because)]
  if (roles.value.length === 0)
    return [missing(about, 'the service app has none, and without one it may do nothing', 'give it a custom role')]
  const mighty = roles.value.filter(({ type }) => EVERYTHING.has(type))
  if (mighty.length > 0)
    return mighty.map(
      ({ type }): Check => ({
        state: 'danger',
        about,
        says: `the service app is ${type}: whoever has its key has the organisation`,
        cure: 'give it a custom role with what is needed, and take this one away',
      }),
    )
  const custom = roles.value.flatMap(({ role }) => role ?? [])
  const standard = roles.value.flatMap(({ type, role }) => (role === null ? [type] : []))
  const permissions = new Set<string>()
  for (const role of custom) {
    const read = await entered.get(listRolePermissions, { roleIdOrLabel: role })
    if (read.is === 'unknown') return [couldNot(about, read.because)]
    for (const one of read.value) permissions.add(one)
  }
  const others = standard.map((type) =>
    note(about, `${type}: what a standard role permits is not listed by Okta, and not compared`),
  )
  const needed = neededPermissions(asked.okta)
  const lacking = [...needed].filter(([permission]) => !permissions.has(permission))
  if (lacking.length === 0) return [...others, fine(about, `all ${needed.size} permissions are there`)]
  return [
    ...others,
    ...lacking.map(
      ([permission, ops]): Check =>
        missing(
          `permission ${permission}`,
          `no custom role has it: ${ops.join(', ')} may be refused`,
          'add it to the role',
        ),
    ),
  ]
}

async function appChecks(
  { settings, provider }: OktaAsked,
  entered: Okta,
  federation: OktaFederation,
): Promise<readonly Check[]> {
  const about = `app ${federation.app} for ${federation.account}`
  const account = settings.aws?.accounts.find(({ name }) => name === federation.account)
  const read = await readApp(entered, federation.app)
  if (read.is === 'unknown') return [couldNot(about, read.because)]
  if (read.value === null)
    return [missing(about, 'is not there', 'correct `app` under federation in integrations/okta.yaml')]
  const problems = appProblems(read.value, federation, account?.id ?? '')
  const wrong = problems.map(({ says, cure }): Check => ({ state: 'differs', about, says, cure }))
  const offered = rolesOffered(read.value)
  const unheard =
    offered === null ? [] : poolNames(settings.installation, federation.roles).filter((one) => !offered.includes(one))
  const roles =
    unheard.length === 0
      ? []
      : [
          missing(
            about,
            `Okta has not heard of ${unheard.length} of ${federation.roles} roles of the pool: ${unheard.slice(0, 3).join(', ')}`,
            'in Okta: More > Refresh Application Data',
          ),
        ]
  const entity = entityCheck({
    federation,
    app: await entered.text(previewSAMLmetadataForApplication, { appId: federation.app }),
    provider: await provider(account?.id ?? '', federation.provider),
  })
  const all = [...wrong, ...roles]
  return [
    ...(all.length === 0 ? [fine(about, 'is as the settings need it, and knows every role of the pool')] : all),
    entity,
  ]
}

async function groupCheck(entered: Okta, called: string): Promise<Check> {
  const about = `group ${called}`
  const found = await groupsCalled(entered, called)
  if (found.is === 'unknown') return couldNot(about, found.because)
  if (found.value.length === 1) return fine(about, 'is there')
  return missing(
    about,
    found.value.length === 0 ? 'is not there, so nobody can be judged' : `is there ${found.value.length} times`,
    'correct its name under directory in integrations/okta.yaml',
  )
}

/** Changes nothing. As apply or expire only the key and the scopes of that job are tried. */
export async function oktaChecks(asked: OktaAsked): Promise<readonly Check[]> {
  const { okta, job, scopes, open } = asked
  const wanted =
    job === 'inventory' ? [...new Set([...scopes('apply'), ...scopes('expire'), ...scopes('inventory')])] : scopes(job)
  const { checks, granted, client } = await entering(asked, wanted.toSorted())
  if (client === null || job !== 'inventory') return checks
  const reading = open(scopes('inventory').filter((scope) => granted.includes(scope)))
  const roles = client.id === null ? [] : await adminRoleChecks(asked, reading, client.id)
  const apps = await eachOf(okta.federation, (one) => appChecks(asked, reading, one))
  const groups = await eachOf([...(okta.directory?.groups.values() ?? [])], (called) => groupCheck(reading, called))
  return [...checks, ...roles, ...apps.flat(), ...groups]
}
