// What a person can hold through an IAM user, as data that can be compared with the world.

import { digest } from '../../core/model/canonical.ts'
import type { Digest } from '../../core/model/id.ts'
import type { PolicyDocument } from '../../core/model/policy-document.ts'
import type { Mark } from '../../core/plan/provisioner.ts'
import { policyJson } from '../../core/policy/write.ts'
import { UNREADABLE, withoutSids } from '../aws/signature.ts'

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
