// What a person can hold in Okta, as data that can be compared with the world.

import { digest } from '../../core/model/canonical.ts'
import type { Digest } from '../../core/model/id.ts'

/** To be in a group. Okta takes no mark on it: a claim in the record is its mark. */
export interface Content {
  readonly host: string
  readonly userId: string
  readonly groupId: string
  /** For people to read. Not compared. */
  readonly login: string
  readonly group: string
}

export const contentDigest = ({ host, userId, groupId }: Content): Digest => digest({ host, userId, groupId })
