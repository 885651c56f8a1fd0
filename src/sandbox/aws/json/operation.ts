// What one operation of a JSON service of the sandbox is made of.

import type { Context } from '../../access/context.ts'
import type { Principal } from '../../access/principal.ts'
import type { Answer } from '../answer.ts'
import type { AwsWorld } from '../world.ts'
import type { JsonInput, Takes } from './forms.ts'

export interface Asked {
  readonly aws: AwsWorld
  readonly caller: Principal
  /** Of the credential's scope: a region is a world of its own. */
  readonly region: string
  readonly input: JsonInput
  /** Seconds since the epoch, UTC. */
  readonly now: number
}

/** One resource that the caller must be allowed to touch. */
export interface Aim {
  readonly resource: string
  readonly context?: Context
}

export interface Operation {
  readonly writes: boolean
  /** The action that permits it, where it is not called as the operation is. */
  readonly action?: string
  readonly takes: Takes
  /** Each of them must be allowed; without it the operation knows no resource: `*`. */
  readonly aims?: (asked: Asked) => readonly Aim[]
  readonly run: (asked: Asked) => Answer<AwsWorld>
}

export type Operations = Readonly<Record<string, Operation>>

export interface Service {
  /** As the journal and IAM actions name it. */
  readonly name:
    | 'sso'
    | 'identitystore'
    | 'organizations'
    | 'secretsmanager'
    | 'resource-explorer-2'
    | 'account'
    | 'tag'
  readonly operations: Operations
  /** What it calls an input of the wrong form, where that is not ValidationException. */
  readonly invalid?: string
  /** What any call does to the world before it is served: time passes. */
  readonly before?: (aws: AwsWorld, now: number) => AwsWorld
}
