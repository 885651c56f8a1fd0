// Which mode carries what, told without calling any cloud.

import type { Deciding } from '../core/approval/routing.ts'
import { id } from '../core/model/id.ts'
import { CARRIES } from '../modes/index.ts'

/** A table for every mode there is. */
export const carriesOf = (): Deciding['carries'] =>
  new Map(Object.entries(CARRIES).map(([mode, carries]) => [id<'mode'>(mode), carries]))
