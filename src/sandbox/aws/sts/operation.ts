// What one STS operation of the sandbox is made of.

import type { Answer } from '../answer.ts'
import type { Caller } from '../caller.ts'
import type { Takes } from '../parameters.ts'
import type { Parameters } from '../query.ts'
import type { AwsWorld } from '../world.ts'

/** A call that needs no signature. */
export interface OpenAsked {
  readonly aws: AwsWorld
  readonly input: Parameters
  /** Seconds since the epoch, UTC. */
  readonly now: number
  /** Key with which the sandbox's GitHub signs its tokens. */
  readonly oidcKey: string
}

export interface StsAsked extends OpenAsked {
  readonly caller: Caller
}

export type StsOperation =
  | { readonly signed: true; readonly takes: Takes; readonly run: (asked: StsAsked) => Answer<AwsWorld> }
  | { readonly signed: false; readonly takes: Takes; readonly run: (asked: OpenAsked) => Answer<AwsWorld> }
