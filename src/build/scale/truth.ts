// What is true in the sandbox's AWS, whatever Daypass says: how many grants its evaluator allows, and what stands half made.

import { mayDo } from '../../sandbox/access.ts'
import type { World } from '../../sandbox/world.ts'
import type { Wanted } from './asking.ts'

export interface Truth {
  /** Grants, one for each account of a request, that the evaluator allows now. */
  readonly allowed: number
  /** Policies of ours that nobody holds, and ours attached that are not there. */
  readonly halfMade: number
}

const EMAIL = '@bench.example'
/** Where grants' policies lie (modes/iam-user/naming.ts, written again here: the judge shares nothing with the judged). */
const OURS = '/daypass/bench/'

function halfMadeIn(world: World): number {
  let half = 0
  for (const { policies, users } of Object.values(world.aws.accounts)) {
    const held = new Set(Object.values(users).flatMap(({ attached }) => attached.map((arn) => arn.split('/').at(-1))))
    const ours = Object.entries(policies).filter(([, { path }]) => path.startsWith(OURS))
    half += ours.filter(([name]) => !held.has(name)).length
    for (const arn of Object.values(users).flatMap(({ attached }) => attached))
      if (arn.includes(`:policy${OURS}`) && !Object.hasOwn(policies, arn.split('/').at(-1) ?? '')) half += 1
  }
  return half
}

export function truthOf(world: World, wanted: readonly Wanted[], at: number): Truth {
  const allowed = wanted.flatMap(({ person, accounts, action, resource }) =>
    accounts.filter(
      (account) => mayDo(world, { as: { account, user: `${person}${EMAIL}` }, action, resource, at }).allowed,
    ),
  )
  return { allowed: allowed.length, halfMade: halfMadeIn(world) }
}
