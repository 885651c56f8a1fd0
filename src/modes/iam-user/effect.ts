// Whether turning what is there into what is wanted gives anything.

import type { Effect } from '../../core/plan/provisioner.ts'
import { covers } from '../../core/policy/covers.ts'
import type { AttachmentContent, Content, MembershipContent, PolicyContent } from './content.ts'

const holdsAll = (outer: readonly string[], inner: readonly string[]): boolean =>
  inner.every((one) => outer.includes(one))

export function effectOfPolicy(have: PolicyContent, want: PolicyContent): Effect {
  if (have.document === null || want.document === null) return 'gives'
  if (!covers(have.document, want.document) || !holdsAll(have.attached, want.attached)) return 'gives'
  const same = covers(want.document, have.document) && holdsAll(want.attached, have.attached)
  return same ? 'prepares' : 'takes'
}

/** Nothing but our own run ends these: a later end in the mark is a longer access, and no mark an endless one. */
function effectOfTagged(
  have: MembershipContent | AttachmentContent,
  want: MembershipContent | AttachmentContent,
): Effect {
  if (!have.there) return 'gives'
  const [before, after] = [have.mark?.expires ?? Infinity, want.mark?.expires ?? Infinity]
  return after > before ? 'gives' : after < before ? 'takes' : 'prepares'
}

/** Both are of the same holding: same account, same person, same thing. */
export function effectOf(have: Content, want: Content): Effect {
  if (have.is === 'policy' && want.is === 'policy') return effectOfPolicy(have, want)
  if (have.is === 'policy' || want.is === 'policy') return 'gives'
  return effectOfTagged(have, want)
}
