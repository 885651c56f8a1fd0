// Whether turning what is there into what is wanted gives anything.

import type { Effect } from '../../core/plan/provisioner.ts'
import { covers } from '../../core/policy/covers.ts'
import type { Content, PoolContent } from './content.ts'

const permitsAll = (outer: PoolContent, inner: PoolContent): boolean =>
  outer.role === inner.role &&
  outer.document !== null &&
  inner.document !== null &&
  covers(outer.document, inner.document) &&
  (outer.assigned || !inner.assigned)

export function effectOfPool(have: PoolContent, want: PoolContent): Effect {
  if (!permitsAll(have, want)) return 'gives'
  return permitsAll(want, have) ? 'prepares' : 'takes'
}

/** Both are of the same holding. A role that is there anyway is given or not. */
export function effectOf(have: Content, want: Content): Effect {
  if (have.is === 'pool' && want.is === 'pool') return effectOfPool(have, want)
  return have.is === want.is ? 'prepares' : 'gives'
}
