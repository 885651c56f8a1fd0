// Grants in an account of Identity Center, given and looked at through the mode, for its tests.

import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import type { Grant } from '../../../src/core/model/grant.ts'
import { type HoldingKey, id } from '../../../src/core/model/id.ts'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { type Instant, later } from '../../../src/core/model/time.ts'
import type {
  Call,
  CallOutcome,
  Change,
  Observation,
  Provisioner,
  Recorded,
} from '../../../src/core/plan/provisioner.ts'
import { resolve } from '../../../src/core/plan/resolve.ts'
import type { Content } from '../../../src/modes/identity-center/content.ts'
import { identityCenter } from '../../../src/modes/identity-center/provisioner.ts'
import type { KnownNames } from '../../../src/modes/identity-center/sets.ts'
import type { Sandbox } from '../../../src/sandbox/server.ts'
import { awsFor, type Heard, PROD } from '../../conformance/ground.ts'
import { centerSettings, MARTA, TABLE } from '../../conformance/identity-center-ground.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'

export const TARGET = id<'target'>('prod')

export const actions = (...names: readonly string[]): Permissions => ({
  form: 'statements',
  document: {
    version: '2012-10-17',
    statements: [{ effect: 'Allow', actions: { only: names }, resources: { only: [TABLE] }, conditions: {} }],
  },
})

export const named = (what: 'permissionSet' | 'role', value: string): Permissions => ({
  form: 'existing',
  thing: { what, by: 'name', value, at: HERE },
})

export const managed = (value: string): Permissions => ({
  form: 'policy',
  policy: { what: 'policy', by: 'name', value, at: HERE },
})

interface Asking {
  readonly letter?: string
  readonly email?: string
  readonly what?: string
  readonly until?: Instant
  readonly from?: Instant
}

export function aGrant(permissions: Permissions, asking: Asking = {}): Grant {
  const { letter = 'a', email = MARTA, what = JSON.stringify(permissions), from = NOON } = asking
  const entitlement: Entitlement = { kind: id('any'), what, says: what, permissions, facets: {}, at: HERE }
  const key = id<'grant'>(`${letter}/${email}/${what}`)
  const person = id<'person'>(email.split('@')[0] ?? email)
  return {
    key,
    version: id(letter.repeat(64)),
    item: { key, request: id('r'), person, target: TARGET, entitlement, bundle: null, at: HERE },
    email,
    account: PROD,
    mode: id('identity-center'),
    from,
    until: asking.until ?? later(NOON, hours(2)),
    landedAt: NOON,
    claimUntil: later(NOON, hours(24)),
    directAttachment: false,
  }
}

export const NO_NAMES: KnownNames = { names: new Map(), keep: () => undefined }

export const open = (
  sandbox: Sandbox,
  settings: Settings = centerSettings(),
  names: KnownNames = NO_NAMES,
  heard?: Heard,
): Provisioner<Content> => identityCenter({ settings, aws: awsFor(sandbox, settings, undefined, heard), names })

export const NOTHING: Recorded = new Map()

export const look = (
  mode: Provisioner<Content>,
  grants: readonly Grant[],
  recorded: Recorded = NOTHING,
): Promise<Observation<Content>> =>
  mode.observe(
    grants.flatMap((grant) => mode.needs(grant)),
    recorded,
  )

/** What is blocked, and what is wanted, of these grants as they are seen. */
export function placed(mode: Provisioner<Content>, grants: readonly Grant[], seen: Observation<Content>) {
  const { resolved, blocked } = resolve(grants, mode.needs, seen.facts, () => ({ is: 'new' }))
  const place = mode.place(resolved, seen)
  return { holdings: place.holdings, blocked: [...blocked, ...place.blocked].map(({ because }) => because) }
}

export async function perform(
  mode: Provisioner<Content>,
  change: Change<Content>,
  seen: Observation<Content>,
): Promise<{ readonly calls: readonly Call[]; readonly outcomes: readonly CallOutcome[] }> {
  const calls = mode.compile(change, seen)
  const outcomes: CallOutcome[] = []
  for (const call of calls) {
    const outcome = await mode.perform(call)
    outcomes.push(outcome)
    if (outcome.is === 'failed') break
  }
  return { calls, outcomes }
}

/** Gives what is asked for, and answers what the record would know of it. */
export async function give(mode: Provisioner<Content>, ...grants: readonly Grant[]): Promise<Recorded> {
  const seen = await look(mode, grants)
  const { holdings, blocked } = placed(mode, grants, seen)
  if (blocked.length > 0) throw new Error(blocked.join('; '))
  for (const want of holdings) {
    const { outcomes } = await perform(mode, { do: 'grant', want }, seen)
    const failed = outcomes.find(({ is }) => is === 'failed')
    if (failed !== undefined) throw new Error(JSON.stringify(failed))
  }
  return new Map(holdings.map(({ key, identity }): [HoldingKey, string] => [key, identity]))
}
