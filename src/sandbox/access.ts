// May this person do this to that at this time? Judged from the world's policies alone, by code that Daypass does not share.

import { contextOf } from './access/context.ts'
import { decide, type Verdict } from './access/decide.ts'
import { principalOf, type Who } from './access/principal.ts'
import type { World } from './world.ts'

export type { Verdict } from './access/decide.ts'
export type { Who } from './access/principal.ts'

export interface Question {
  readonly as: Who
  /** `service:Action`, in any case. */
  readonly action: string
  /** An ARN, or `*` for actions that know no resource. */
  readonly resource: string
  /** Seconds since the epoch, UTC. */
  readonly at: number
  /** Further condition keys of the request, e.g. `aws:SourceIp`, `sts:ExternalId`. They win over what the world says. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>
}

type AwsSide = Pick<World, 'aws'>

/** Users' and roles' policies, groups, boundary, session, trust policies of roles; unknown callers may do nothing. */
export const mayDo = (world: AwsSide, question: Question): Verdict => {
  const principal = principalOf(world.aws, question.as, question.at)
  if (principal === null) return { allowed: false, because: ['there is no such caller, or the session is over'] }
  return decide(world.aws, principal, { ...question, context: contextOf(question.context ?? {}) })
}

export interface Probe {
  readonly action: string
  readonly resource: string
  readonly context?: Readonly<Record<string, string | readonly string[]>>
}

/** Those of the probes that are allowed, in their order. */
export const whatMay = (world: AwsSide, as: Who, at: number, probes: readonly Probe[]): readonly Probe[] =>
  probes.filter((probe) => mayDo(world, { as, at, ...probe }).allowed)

/** May this person start a session of this role? Both the trust policy and, where it counts, the person's own are judged. */
export const assumable = (
  world: AwsSide,
  as: Who,
  roleArn: string,
  at: number,
  context: Readonly<Record<string, string | readonly string[]>> = {},
): Verdict => mayDo(world, { as, action: 'sts:AssumeRole', resource: roleArn, at, context })
