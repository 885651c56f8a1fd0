// How a resource is tagged in AWS, where rules look at that.

import type { TargetId } from './id.ts'
import type { Settings } from './settings.ts'

/** Name → value. */
export type Tags = ReadonlyMap<string, string>

/** One resource whose tags decide something. */
export interface TaggedThing {
  readonly target: TargetId
  /** 12 digits. */
  readonly account: string
  readonly arn: string
}

/** How tags are found among those known: `tags` of Deciding. */
export const tagsKey = (target: string, arn: string): string => `${target} ${arn}`

/** Whether any rule looks at tags of resources: reading them costs calls and takes permissions. */
export const looksAtTags = ({ rules }: Pick<Settings, 'rules'>): boolean =>
  rules.some(({ what, not }) => [what, ...not].some(({ resourceTags }) => Object.keys(resourceTags).length > 0))
