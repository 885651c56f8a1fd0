// The mode for accounts that people enter through IAM Identity Center, put together.

import type { TargetId } from '../../core/model/id.ts'
import type { IdentityCenterHome, Settings } from '../../core/model/settings.ts'
import type { Provisioner } from '../../core/plan/provisioner.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { oursIn } from '../aws/ours.ts'
import type { Center } from './center.ts'
import { compile } from './compile.ts'
import type { Content } from './content.ts'
import { effectOf } from './effect.ts'
import { MODE, scopeOf } from './naming.ts'
import { CARRIES, needsOf } from './needs.ts'
import { observe } from './observe.ts'
import type { Watched } from './observing.ts'
import { perform } from './perform.ts'
import { place } from './place.ts'
import { presume } from './presume.ts'
import { QUOTAS, type Quotas } from './quotas.ts'
import { reach } from './reach.ts'
import { type KnownNames, openSets } from './sets.ts'
import { IN_FLIGHT, openLimit } from './under-way.ts'

export interface IdentityCenterAsked {
  readonly settings: Settings
  readonly aws: Aws
  /** Names of sets as earlier runs found them. */
  readonly names: KnownNames
  /** Accounts that left settings while something of ours may still be there: read and taken from, never given to. */
  readonly left?: readonly { readonly target: TargetId; readonly account: string }[]
  readonly quotas?: Partial<Quotas>
}

/** Settings without it have no account in this mode (`mode-unready`): nothing is then asked for, and nothing is called. */
const NOWHERE: IdentityCenterHome = {
  home: '',
  region: '',
  match: 'userName',
  managementAccount: 'refused',
  sets: 'separate',
}

function watched({ settings, left = [] }: IdentityCenterAsked): readonly Watched[] {
  const ours = (settings.aws?.accounts ?? []).filter((account) => account.mode === MODE)
  const known = new Set(ours.map(({ id }) => id))
  return [
    ...ours.map(({ name, id }): Watched => ({ target: name, account: id, is: 'ours' })),
    ...left
      .filter(({ account }) => !known.has(account))
      .map(({ target, account }): Watched => ({ target, account, is: 'left' })),
  ]
}

export function identityCenter(asked: IdentityCenterAsked): Provisioner<Content> {
  const { settings, aws } = asked
  const { installation } = settings
  const home = settings.aws?.identityCenter ?? NOWHERE
  const accounts = watched(asked)
  const sets = openSets(aws, asked.names)
  const limit = openLimit(IN_FLIGHT)
  const placing = {
    installation,
    identityCenter: home,
    protected: settings.protected,
    ours: oursIn(settings),
    quotas: { ...QUOTAS, ...asked.quotas },
  }
  let center: Center | null = null
  const found = (one: Center): void => {
    center = one
  }
  return {
    mode: MODE,
    carries: CARRIES,
    scopes: accounts.map(({ target, account }) => ({ scope: scopeOf(account), target })),
    needs: needsOf,
    presume: (need) => presume(settings, need),
    observe: (needs, recorded) => observe({ aws, installation, home, accounts, sets, found }, needs, recorded),
    place: (live, seen) => place(placing, live, seen),
    effectOf,
    compile: (change, seen) => compile({ installation }, change, seen.asOf),
    perform: async (call) => {
      if (center === null) throw new Error('a call was to be made before anything was looked at')
      return perform({ aws, installation, sets, instance: center.instance }, limit, call)
    },
    reach,
  }
}
