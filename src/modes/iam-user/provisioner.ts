// The mode for accounts where people are IAM users, put together.

import type { TargetId } from '../../core/model/id.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { Provisioner } from '../../core/plan/provisioner.ts'
import type { Knowledge } from '../../core/policy/knowledge.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { mayHandOut } from '../aws/hands-out.ts'
import { oursIn } from '../aws/ours.ts'
import { compile } from './compile.ts'
import type { Content } from './content.ts'
import { effectOf } from './effect.ts'
import { scopeOf } from './naming.ts'
import { CARRIES, needsOf } from './needs.ts'
import { observe, type Watched } from './observe.ts'
import { perform } from './perform.ts'
import { MODE, place } from './place.ts'
import { presume } from './presume.ts'
import { QUOTAS, type Quotas } from './quotas.ts'
import { reach } from './reach.ts'

export interface IamUserAsked {
  readonly settings: Settings
  readonly aws: Aws
  readonly knowledge: Knowledge
  /** Accounts that left settings while something of ours may still be there: read and taken from, never given to. */
  readonly left?: readonly { readonly target: TargetId; readonly account: string }[]
  readonly quotas?: Partial<Quotas>
}

function watched({ settings, left = [] }: IamUserAsked): readonly Watched[] {
  const ours = (settings.aws?.accounts ?? []).filter((account) => account.mode === MODE)
  const known = new Set(ours.map(({ id }) => id))
  return [
    ...ours.map(({ name, id, match }) => ({ target: name, account: id, match })),
    ...left
      .filter(({ account }) => !known.has(account))
      .map(({ target, account }): Watched => ({ target, account, match: null })),
  ]
}

export function iamUser(asked: IamUserAsked): Provisioner<Content> {
  const { settings, aws, knowledge } = asked
  const { installation } = settings
  const accounts = watched(asked)
  const placing = {
    installation,
    knowledge,
    ours: oursIn(settings),
    mayHandOut: mayHandOut(settings),
    quotas: { ...QUOTAS, ...asked.quotas },
  }
  const compiling = { installation, partition: aws.partition }
  return {
    mode: MODE,
    carries: CARRIES,
    scopes: accounts.map(({ target, account }) => ({ scope: scopeOf(account), target })),
    needs: needsOf,
    presume: (need) => presume(settings, need),
    observe: (needs, recorded) => observe({ aws, installation, accounts }, needs, recorded),
    place: (live, seen) => place(placing, live, seen),
    effectOf,
    compile: (change) => compile(compiling, change),
    perform: (call) => perform(aws, call),
    reach,
  }
}
