// What a role of the pool permits without what some of those on it were given.

import type { Digest, VersionId } from '../../core/model/id.ts'
import { MARKED, versionInSid } from '../aws/signature.ts'
import { type Content, contentDigest } from './content.ts'

/** Every Allow is signed by the version that gave it; what denies stays. null: nothing would be left, or it is no policy of ours. */
export function without(
  have: Content,
  versions: ReadonlySet<VersionId>,
): { readonly content: Content; readonly digest: Digest } | null {
  if (have.is !== 'pool' || have.document === null) return null
  const gone = new Set([...versions].map((version): string => version.slice(0, MARKED)))
  const statements = have.document.statements.filter(
    ({ effect, sid }) => effect === 'Deny' || !gone.has(versionInSid(sid) ?? ''),
  )
  if (statements.every(({ effect }) => effect === 'Deny')) return null
  const content: Content = { ...have, document: { ...have.document, statements } }
  return { content, digest: contentDigest(content) }
}
