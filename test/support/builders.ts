// Builders that speak: people, accounts, settings, requests and versions for tests, with sane values everywhere.

import { digest } from '../../src/core/model/canonical.ts'
import type { Entitlement } from '../../src/core/model/entitlement.ts'
import type { Standing, Version } from '../../src/core/model/grant.ts'
import { id } from '../../src/core/model/id.ts'
import type { Place } from '../../src/core/model/place.ts'
import type { Request, WhenAsked } from '../../src/core/model/request.ts'
import type { Filter, Rule, Way } from '../../src/core/model/rule.ts'
import type { Account, Hold, Person, Settings } from '../../src/core/model/settings.ts'
import { DAY, HOUR, type Instant, instantOf, readInstant } from '../../src/core/model/time.ts'

export const at = (text: string): Instant => {
  const read = readInstant(text)
  if (read.is !== 'instant') throw new Error(`not an instant: ${text}`)
  return read.instant
}

export const NOON = at('2026-12-01T12:00:00Z')
export const hours = (count: number): number => count * HOUR
export const HERE: Place = { file: 'config/requests/x.yaml', line: 1, column: 1 }
export const placed = <T>(value: T) => ({ value, at: HERE })

export const aPerson = (handle: string, more: Partial<Person> = {}): Person => ({
  handle: id(handle),
  githubId: 1000 + ([...handle].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 100_000),
  login: `${handle}-gh`,
  email: `${handle}@example.com`,
  manager: null,
  groups: [],
  out: null,
  at: HERE,
  ...more,
})

export const anAccount = (name: string, more: Partial<Account> = {}): Account => ({
  name: id(name),
  id: '111122223333',
  mode: id('toy'),
  ou: '/',
  tags: {},
  match: { by: 'userName' },
  closing: false,
  system: 'aws',
  at: HERE,
  ...more,
})

export const anyFilter: Filter = {
  account: null,
  ou: null,
  tags: {},
  region: null,
  resourceTags: {},
  kind: null,
  facets: {},
  risk: null,
  endsByItself: null,
  escalating: null,
  managesPermissions: null,
}

export const aRule = (name: string, ways: readonly Way[], more: Partial<Rule> = {}): Rule => ({
  name,
  who: { is: 'anyone' },
  what: anyFilter,
  not: [],
  ways,
  limits: {
    maxDuration: null,
    reason: null,
    ticket: null,
    endsByItself: null,
    approvals: null,
    directAttachment: null,
    wildcards: null,
    onBehalf: null,
  },
  deny: null,
  at: HERE,
  ...more,
})

export const auto: Way = { is: 'auto', at: HERE }

export interface SettingsParts {
  readonly people?: readonly Person[]
  readonly accounts?: readonly Account[]
  readonly rules?: readonly Rule[]
  readonly holds?: readonly Hold[]
}

export const someSettings = (parts: SettingsParts = {}): Settings => ({
  installation: 'test',
  formBot: null,
  owners: { people: [placed(id('olga')), placed(id('omar')), placed(id('oskar'))], approvals: 2 },
  limits: {
    strays: 10,
    maxDuration: 7 * DAY,
    claimWithin: DAY,
    waitingTime: 3 * DAY,
    reviewAge: 7 * DAY,
    itemsPerRequest: 50,
  },
  protected: { people: [], targets: [], things: [] },
  people: new Map((parts.people ?? [aPerson('marta')]).map((person) => [person.handle, person])),
  bundles: new Map(),
  rules: parts.rules ?? [aRule('everything', [auto])],
  holds: parts.holds ?? [],
  okta: null,
  aws: {
    partition: 'aws',
    region: 'eu-west-1',
    hub: { apply: null, expire: null, inventory: null },
    roles: { apply: 'daypass/apply', expire: 'daypass/expire', inventory: 'daypass/inventory' },
    externalId: null,
    identityCenter: null,
    inventory: null,
    trust: null,
    handsOut: { groups: ['*'], policies: ['*'] },
    accounts: parts.accounts ?? [anAccount('prod')],
  },
})

/** A badge of the toy kind: something with a name that somebody can wear. */
export const aBadge = (name: string): Entitlement => ({
  kind: id('badge'),
  what: `badge:${name}`,
  says: `the badge ${name}`,
  permissions: { form: 'existing', thing: { what: 'group', by: 'name', value: name, at: HERE } },
  facets: { badge: [name] },
  at: HERE,
})

export interface RequestParts {
  readonly person?: string
  readonly target?: string
  readonly badges?: readonly string[]
  readonly when?: WhenAsked
}

export const aRequest = (name: string, parts: RequestParts = {}): Request => ({
  id: id(name),
  path: `config/requests/${name}.yaml`,
  blob: id(digest(`blob ${name} ${JSON.stringify(parts)}`).slice(0, 40)),
  for: placed(parts.person ?? 'marta'),
  reason: placed('testing'),
  ticket: null,
  when: parts.when ?? { is: 'duration', seconds: hours(2), from: null },
  lines: (parts.badges ?? ['blue']).map((badge) => ({
    targets: [placed(parts.target ?? 'prod')],
    asked: { is: 'entitlement', entitlement: aBadge(badge) },
    at: HERE,
  })),
  breakGlass: null,
  issue: null,
  extension: null,
  at: HERE,
})

export const landed = (request: Request, landedAt: Instant = NOON): Standing => {
  const landing = id<'commit'>(digest(`landing ${request.id} ${landedAt}`).slice(0, 40))
  const version: Version = {
    id: id(digest(`${request.blob} ${landing}`)),
    request: request.id,
    path: request.path,
    blob: request.blob,
    landing,
    landedAt: instantOf(landedAt),
  }
  return { request, version }
}
