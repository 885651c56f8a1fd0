// What one IAM operation of the sandbox is made of.

import type { Context } from '../access/context.ts'
import type { Principal } from '../access/principal.ts'
import type { Answer } from './answer.ts'
import type { Takes } from './parameters.ts'
import type { Parameters } from './query.ts'
import type { Account, AwsWorld } from './world.ts'

export interface Asked {
  readonly aws: AwsWorld
  /** The caller's account; for a read perhaps as it was a while ago. */
  readonly account: Account
  readonly caller: Principal
  readonly input: Parameters
  /** Seconds since the epoch, UTC. */
  readonly now: number
  /** A unique id with this prefix that no other thing has. */
  newId(prefix: string): string
}

/** What the caller must be allowed to do before the operation runs. */
export interface Aim {
  readonly resource: string
  readonly context?: Context
  /** Actions on the same resource that are needed as well, e.g. to tag while creating. */
  readonly also?: readonly string[]
}

export interface Operation {
  readonly writes: boolean
  readonly takes: Takes
  /** Without it the operation knows no resource: `*`. */
  readonly aim?: (asked: Asked) => Aim
  readonly run: (asked: Asked) => Answer<Account>
}

export type Operations = Readonly<Record<string, Operation>>
