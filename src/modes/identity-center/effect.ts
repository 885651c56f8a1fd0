// Whether turning what is there into what is wanted gives anything.

import type { Effect } from '../../core/plan/provisioner.ts'
import { covers } from '../../core/policy/covers.ts'
import type { Content, SetContent } from './content.ts'

const holdsAll = (outer: readonly string[], inner: readonly string[]): boolean =>
  inner.every((one) => outer.includes(one))

/** Whether everything that `inner` gives to anybody `outer` gives too. */
const permitsAll = (outer: SetContent, inner: SetContent): boolean =>
  outer.document !== null &&
  inner.document !== null &&
  covers(outer.document, inner.document) &&
  holdsAll(outer.managed, inner.managed) &&
  holdsAll(outer.customer, inner.customer) &&
  holdsAll(outer.assigned, inner.assigned)

export function effectOfSet(have: SetContent, want: SetContent): Effect {
  if (!permitsAll(have, want)) return 'gives'
  return permitsAll(want, have) ? 'prepares' : 'takes'
}

/** Both are of the same holding. An assignment is there or not: nothing about it can be made more or less. */
export function effectOf(have: Content, want: Content): Effect {
  if (have.is === 'set' && want.is === 'set') return effectOfSet(have, want)
  return have.is === want.is ? 'prepares' : 'gives'
}
