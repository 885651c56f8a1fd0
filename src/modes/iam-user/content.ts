// What a person can hold through an IAM user, as data that can be compared with the world.

import { digest } from '../../core/model/canonical.ts'
import type { Digest } from '../../core/model/id.ts'
import type { PolicyDocument, Statement } from '../../core/model/policy-document.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Mark } from '../../core/plan/provisioner.ts'
import { endsOf } from '../../core/policy/dated.ts'
import { policyJson } from '../../core/policy/write.ts'
import { UNREADABLE, versionInSid } from './naming.ts'

/** A managed policy of ours. */
export interface PolicyContent {
  readonly is: 'policy'
  readonly account: string
  readonly path: string
  readonly name: string
  /** null: what stands there is no policy that we understand. */
  readonly document: PolicyDocument | null
  /** Whom it is attached to: `user/marta`, `group/…`, `role/…`; sorted. Wanted: exactly one user. */
  readonly attached: readonly string[]
  /** Versions beside the default one: they must go before the policy can. Not compared. */
  readonly olderVersions: number
}

/** What IAM cannot mark itself: a tag on the user marks it, with the version and end that it was given for. */
interface Tagged {
  readonly account: string
  readonly user: string
  /** False: marked, but not there. */
  readonly there: boolean
  /** null: no readable mark. */
  readonly mark: Mark | null
}

export interface MembershipContent extends Tagged {
  readonly is: 'membership'
  readonly group: string
}

/** A managed policy that is not ours, attached as it is. */
export interface AttachmentContent extends Tagged {
  readonly is: 'attachment'
  readonly policy: string
}

export type Content = PolicyContent | MembershipContent | AttachmentContent

const unsigned = ({ sid: _, ...statement }: Statement): Statement => statement

const withoutSids = (document: PolicyDocument): PolicyDocument => ({
  ...document,
  statements: document.statements.map(unsigned),
})

/** Equal for what permits the same to the same user until the same end, whichever version gives that end. */
export function contentDigest(content: Content): Digest {
  switch (content.is) {
    case 'policy': {
      const { account, path, name, attached, document } = content
      const says = document === null ? UNREADABLE : policyJson(withoutSids(document))
      return digest({ is: 'policy', account, path, name, attached, document: says })
    }
    case 'membership':
    case 'attachment': {
      const thing = content.is === 'membership' ? content.group : content.policy
      const { is, account, user, there, mark } = content
      return digest({ is, account, user, thing, there, until: mark?.expires ?? null })
    }
  }
}

const endOf = (document: PolicyDocument): Instant | null => {
  const ends = endsOf(document)
  return ends.is === 'at' ? ends.last : null
}

/** What the statements that carry our Sid say: the version whose end is the latest, and that end. */
export function markIn(document: PolicyDocument | null): Mark {
  const marked = (document?.statements ?? []).flatMap((statement) => {
    const version = versionInSid(statement.sid)
    return version === null ? [] : [{ version, end: endOf({ version: '2012-10-17', statements: [statement] }) }]
  })
  const last = [...marked].sort(
    (a, b) => (b.end ?? Infinity) - (a.end ?? Infinity) || (a.version < b.version ? -1 : 1),
  )[0]
  return last === undefined ? { version: UNREADABLE, expires: null } : { version: last.version, expires: last.end }
}
