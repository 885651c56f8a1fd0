// What looking at Identity Center works with.

import type { TargetId } from '../../core/model/id.ts'
import type { IdentityCenterHome } from '../../core/model/settings.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import type { Center } from './center.ts'
import type { Sets } from './sets.ts'

/** An account that is looked after: of settings, or one that left them with something of ours in it. */
export interface Watched {
  readonly target: TargetId
  readonly account: string
  /** `left`: another account may have its name now, so nothing that is needed is looked for in it. */
  readonly is: 'ours' | 'left'
}

export interface Observing {
  readonly aws: Aws
  readonly installation: string
  readonly home: IdentityCenterHome
  readonly accounts: readonly Watched[]
  readonly sets: Sets
  /** Told once the instance is found: calls are made to it. */
  found(center: Center): void
}
