// What a judgement waits for: the facts about the cloud that could still change it, in words.

import { writeEdgeError } from '../model/edge-error.ts'
import type { Item } from '../model/grant.ts'
import { tagsKey } from '../model/tags.ts'
import type { Judgement } from './judge.ts'
import type { Deciding } from './routing.ts'
import { documentKey } from './subject.ts'

type Read = Pick<Deciding, 'documents' | 'tags'>

function textUnread({ target, entitlement: { permissions } }: Item, { documents }: Read): readonly string[] {
  if (permissions.form !== 'policy' && permissions.form !== 'narrowed') return []
  const { value } = permissions.policy
  return documents.has(documentKey(target, value)) ? [] : [`the text of ${value} in ${target}`]
}

function tagsUnread({ target, entitlement: { thing } }: Item, { tags }: Read): readonly string[] {
  if (thing === undefined) return []
  const read = tags.get(tagsKey(target, thing))
  if (read?.is === 'known') return []
  return [`the tags of ${thing}${read === undefined ? '' : ` (${writeEdgeError(read.because)})`}`]
}

/** Without doubles, in the order of the items. */
export const unreadIn = ({ items }: Judgement, read: Read): readonly string[] => [
  ...new Set(
    items
      .filter(({ routing }) => routing.undecided)
      .flatMap(({ item }) => [...textUnread(item, read), ...tagsUnread(item, read)]),
  ),
]
