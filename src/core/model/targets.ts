// Everything in which access can be asked for: AWS accounts, and the Okta organisation as one more.

import { id, type ModeId, type TargetId } from './id.ts'
import type { Account, AwsIntegration, OktaIntegration, Settings } from './settings.ts'

/** An organisation has one Okta, so it needs no name of its own. */
export const OKTA: TargetId = id('okta')

/** How people come to hold access in it: by being in its groups. */
export const OKTA_MODE: ModeId = id('okta-group')

const oktaTarget = ({ host, closing, at }: OktaIntegration): Account => ({
  system: 'okta',
  name: OKTA,
  id: host,
  mode: OKTA_MODE,
  ou: '/',
  tags: {},
  match: { by: 'userName' },
  closing,
  at,
})

export const allTargets = (aws: AwsIntegration | null, okta: OktaIntegration | null): readonly Account[] => [
  ...(aws?.accounts ?? []),
  ...(okta === null ? [] : [oktaTarget(okta)]),
]

const kept = new WeakMap<Settings, readonly Account[]>()

/** Kept, because every item asks. */
export function targetsOf(settings: Settings): readonly Account[] {
  const there = kept.get(settings)
  if (there !== undefined) return there
  const targets = allTargets(settings.aws, settings.okta)
  kept.set(settings, targets)
  return targets
}

const named = new WeakMap<Settings, ReadonlyMap<string, Account>>()

export function targetsByName(settings: Settings): ReadonlyMap<string, Account> {
  const there = named.get(settings) ?? new Map(targetsOf(settings).map((target) => [target.name as string, target]))
  named.set(settings, there)
  return there
}

/** The partition of all accounts; none is named where there is Okta alone. */
export const partitionOf = ({ aws }: Settings): string => aws?.partition ?? ''
