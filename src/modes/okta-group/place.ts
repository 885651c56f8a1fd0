// On which memberships live grants are held.

import { OKTA_MODE } from '../../core/model/targets.ts'
import type { Fact, Holding, Placed, Resolved } from '../../core/plan/provisioner.ts'
import { blocks, isBlocked, type MaybeBlocked } from '../any/blocks.ts'
import { lastOf } from '../any/spans.ts'
import { type Content, contentDigest } from './content.ts'
import { membershipKey, scopeOf } from './naming.ts'

const found = ({ facts }: Resolved, what: Fact['need']['what']): Extract<Fact, { is: 'found' }> | null => {
  const fact = facts.find(({ need }) => need.what === what)
  return fact?.is === 'found' ? fact : null
}

function contentOf(resolved: Resolved): MaybeBlocked<Content> {
  const [user, group] = [found(resolved, 'identity'), found(resolved, 'group')]
  if (user === null || group === null)
    return blocks([resolved], 'only groups can be held in Okta', 'ask for a group: `okta: <its name>`')
  return {
    host: resolved.grant.account,
    userId: user.id,
    groupId: group.id,
    login: user.name,
    group: group.name,
  }
}

function holdingOf(content: Content, holders: readonly [Resolved, ...Resolved[]]): Holding<Content> {
  const [first] = holders
  return {
    key: membershipKey(content.host, content.userId, content.groupId),
    mode: OKTA_MODE,
    target: first.grant.item.target,
    scope: scopeOf(content.host),
    holders,
    until: lastOf(holders).until,
    lapse: 'never',
    identity: content.userId,
    content,
    digest: contentDigest(content),
    markedBy: 'claim',
  }
}

/** One membership, however many requests ask for it: it goes on to the latest end (design, law 8). */
export function place(live: readonly Resolved[]): Placed<Content> {
  const blocked = []
  const held = new Map<string, { readonly content: Content; readonly holders: [Resolved, ...Resolved[]] }>()
  for (const resolved of live) {
    const content = contentOf(resolved)
    if (isBlocked(content)) {
      blocked.push(content)
      continue
    }
    const key = membershipKey(content.host, content.userId, content.groupId)
    const there = held.get(key)
    if (there === undefined) held.set(key, { content, holders: [resolved] })
    else there.holders.push(resolved)
  }
  const sorted = [...held].sort(([a], [b]) => (a < b ? -1 : 1))
  return { holdings: sorted.map(([, { content, holders }]) => holdingOf(content, holders)), blocked }
}
