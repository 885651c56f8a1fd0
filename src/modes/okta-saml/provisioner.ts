// The mode for accounts that people enter through Okta's AWS Account Federation, put together.

import type { TargetId } from '../../core/model/id.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { Provisioner } from '../../core/plan/provisioner.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import { oursIn } from '../aws/ours.ts'
import { compile } from './compile.ts'
import type { Content } from './content.ts'
import { effectOf } from './effect.ts'
import type { Watched } from './ground.ts'
import { appScopeOf, MODE, scopeOf } from './naming.ts'
import { CARRIES, needsOf } from './needs.ts'
import { observe } from './observe.ts'
import { perform } from './perform.ts'
import { place } from './place.ts'
import { presume } from './presume.ts'
import { reach } from './reach.ts'
import { without } from './without.ts'

export interface OktaSamlAsked {
  readonly settings: Settings
  readonly aws: Aws
  /** null: Okta cannot be asked. */
  readonly okta: Okta | null
  /** Accounts that left settings while something of ours may still be there: read and taken from, never given to. */
  readonly left?: readonly { readonly target: TargetId; readonly account: string }[]
}

function watched({ settings, left = [] }: OktaSamlAsked): readonly Watched[] {
  const apps = new Map((settings.okta?.federation ?? []).map((one) => [one.account, one]))
  const ours = (settings.aws?.accounts ?? []).filter(({ mode }) => mode === MODE)
  const known = new Set(ours.map(({ id }) => id))
  return [
    ...ours.map(({ name, id }): Watched => ({ target: name, account: id, federation: apps.get(name) ?? null })),
    ...left
      .filter(({ account }) => !known.has(account))
      .map(({ target, account }): Watched => ({ target, account, federation: apps.get(target) ?? null })),
  ]
}

export function oktaSaml(asked: OktaSamlAsked): Provisioner<Content> {
  const { settings, aws, okta } = asked
  const { installation } = settings
  const accounts = watched(asked)
  const placing = {
    host: settings.okta?.host ?? '',
    federation: (account: string) => accounts.find((one) => one.account === account)?.federation ?? null,
    ours: oursIn(settings),
  }
  const observing = { aws, okta, match: settings.okta?.match ?? 'login', installation, accounts }
  return {
    mode: MODE,
    carries: CARRIES,
    scopes: accounts.flatMap(({ account, target }) =>
      [scopeOf(account), appScopeOf(account)].map((scope) => ({ scope, target })),
    ),
    needs: needsOf,
    presume: (need) => presume(settings, need),
    observe: (needs, recorded) => observe(observing, needs, recorded),
    place: (live, seen) => place(placing, live, seen),
    effectOf,
    without,
    compile: (change, seen) => compile(change, seen.asOf),
    perform: (call) => perform({ aws, okta }, call),
    reach,
  }
}
