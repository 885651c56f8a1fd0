// On which permission sets and assignments live grants are held.

import type { HoldingKey } from '../../core/model/id.ts'
import type { IdentityCenterHome, Protected } from '../../core/model/settings.ts'
import type { Fact, Holding, Observation, Placed, Resolved } from '../../core/plan/provisioner.ts'
import { matchesName } from '../../core/policy/pattern.ts'
import { isOurs, type Ours } from '../../core/policy/reach.ts'
import { blocks, isBlocked, type MaybeBlocked } from '../any/blocks.ts'
import { lastOf } from '../any/spans.ts'
import { undated } from '../aws/document.ts'
import { type Fit, fitting, type Part } from '../aws/fitting.ts'
import { MARKED } from '../aws/signature.ts'
import {
  type AssignmentContent,
  assignee,
  type Content,
  contentDigest,
  type Portal,
  type SetContent,
} from './content.ts'
import { assignmentKey, isNamedAsOurs, MODE, scopeOf, setKey, setName } from './naming.ts'
import type { Quotas } from './quotas.ts'
import { withinQuota } from './room.ts'

export interface Placing {
  readonly installation: string
  readonly identityCenter: IdentityCenterHome
  readonly protected: Protected
  readonly quotas: Quotas
  /** What of Daypass's own lies in an account. */
  readonly ours: (account: string) => Ours
}

type Found = Extract<Fact, { is: 'found' }>

export const factOf = (resolved: Resolved, what: Fact['need']['what']): Found | null => {
  const fact = resolved.facts.find(({ need }) => need.what === what)
  return fact?.is === 'found' ? fact : null
}

type Draft = { readonly key: HoldingKey; readonly resolved: Resolved } & (
  | { readonly is: 'set'; readonly name: string; readonly part: Part }
  | { readonly is: 'assignment'; readonly set: Found }
)

/** `arn:aws:iam::111122223333:policy/orders/requeue` → `/orders/requeue`; null for a policy of AWS's own. */
const customerPath = (arn: string): string | null =>
  /^arn:[^:]+:iam::aws:/.test(arn) ? null : arn.replace(/^[^/]*/, '')

/** What a grant puts into a set: a managed policy as it is, or dated statements; or why it cannot be given. */
function partOf(resolved: Resolved): Part | { readonly problem: string } {
  const { permissions } = resolved.grant.item.entitlement
  const policy = factOf(resolved, 'policy')
  if (permissions.form === 'policy' && policy !== null) {
    const customer = customerPath(policy.id)
    return customer === null ? { is: 'managed', arn: policy.id } : { is: 'customer', path: customer }
  }
  const plain = undated(resolved)
  return 'problem' in plain ? plain : { is: 'statements', document: plain.document }
}

/** Daypass's own, and what owners protect by a name that was only found now. */
function outOfReach(asked: Placing, resolved: Resolved): MaybeBlocked<null> {
  const ours = asked.ours(resolved.grant.account)
  for (const fact of resolved.facts) {
    if (fact.is !== 'found' || fact.need.what === 'identity' || fact.need.what === 'account') continue
    if (isOurs(fact.id, ours) || (fact.need.what === 'permissionSet' && isNamedAsOurs(fact.name)))
      return blocks([resolved], `${fact.name} is Daypass's own`, 'ask for something that Daypass does not live on')
    const pattern = asked.protected.things.find((one) => matchesName(one, fact.name, 'either'))
    if (pattern !== undefined)
      return blocks(
        [resolved],
        `${fact.name} is protected by ${pattern.text} of protected.things in daypass.yaml`,
        'ask for something else; only changing that setting lifts it',
      )
  }
  return null
}

function draft(asked: Placing, resolved: Resolved): MaybeBlocked<Draft> {
  const { account, item } = resolved.grant
  const out = outOfReach(asked, resolved)
  if (out !== null) return out
  const { permissions, says } = item.entitlement
  const set = factOf(resolved, 'permissionSet')
  if (permissions.form === 'existing' && permissions.thing.what === 'permissionSet' && set !== null)
    return { is: 'assignment', key: assignmentKey(account, resolved.identity, set.name), resolved, set }
  const part = partOf(resolved)
  if ('problem' in part) return blocks([resolved], `${says} cannot be given: ${part.problem}`, 'ask for something else')
  const merged = asked.identityCenter.sets === 'merged' && part.is === 'statements'
  const entitlement = merged ? null : item.entitlement
  const name = setName({ installation: asked.installation, account, person: item.person, entitlement })
  return { is: 'set', key: setKey(account, name), resolved, name, part }
}

/** What Identity Center and people read of a set: Latin-1, at most 700 characters (API reference, PermissionSet). */
const DESCRIPTION = 700
const readableIn = (text: string): string => text.replace(/[^ -~¡-ÿ]/g, '?').slice(0, DESCRIPTION)

const describe = (holders: readonly Resolved[], merged: boolean): string => {
  const [first] = holders
  if (first === undefined) return 'Daypass'
  const { item } = first.grant
  const what = merged ? 'what was approved' : item.entitlement.says
  return readableIn(
    `Daypass: ${what} for ${item.person} in ${item.target}, first asked for by ${item.request}. It ends by itself and is then removed; changes by hand are undone.`,
  )
}

interface Held {
  readonly holders: readonly Resolved[]
  readonly content: Content
}

function assignment(drafts: readonly Draft[], first: Extract<Draft, { is: 'assignment' }>, portal: Portal): Held {
  const user = factOf(first.resolved, 'identity')
  const content: AssignmentContent = {
    is: 'assignment',
    account: first.resolved.grant.account,
    userId: first.resolved.identity,
    user: user?.name ?? '',
    set: first.set.name,
    portal,
    session: first.set.used?.['session'] ?? null,
  }
  return { holders: drafts.map(({ resolved }) => resolved), content }
}

const partsOf = (drafts: readonly Draft[]) =>
  drafts.flatMap((one) => (one.is === 'set' ? [{ resolved: one.resolved, part: one.part }] : []))

const withParts = ({ is, policy, document }: Fit['parts']): Pick<SetContent, 'document' | 'managed' | 'customer'> => ({
  document,
  managed: is === 'managed' && policy !== null ? [policy] : [],
  customer: is === 'customer' && policy !== null ? [policy] : [],
})

function ownSet(asked: Placing, drafts: readonly Draft[], name: string, portal: Portal, seen: Observation<Content>) {
  const [first] = drafts
  if (first === undefined) throw new Error('nobody holds it')
  const { account, item } = first.resolved.grant
  const wrapping = {
    now: seen.asOf,
    ours: asked.ours(account),
    home: asked.identityCenter.home,
    quotas: asked.quotas,
  }
  const fit = fitting(wrapping, partsOf(drafts))
  if (fit.holders.length === 0) return { held: null, blocked: fit.blocked }
  const merged = asked.identityCenter.sets === 'merged' && fit.parts.is === 'statements'
  const content: Content = {
    is: 'set',
    account,
    name,
    ...withParts(fit.parts),
    assigned: [assignee(account, 'USER', first.resolved.identity)],
    made: {
      description: describe(fit.holders, merged),
      person: item.person,
      version: lastOf(fit.holders).version.slice(0, MARKED),
    },
    portal,
  }
  return { held: { holders: fit.holders, content }, blocked: fit.blocked }
}

const isRole = ({ grant }: Resolved): boolean => grant.item.entitlement.permissions.form === 'existing'

function holdingOf(key: HoldingKey, { holders, content }: Held): Holding<Content> {
  const [first] = holders
  if (first === undefined) throw new Error('nobody holds it')
  return {
    key,
    mode: MODE,
    target: first.grant.item.target,
    scope: scopeOf(content.account),
    holders,
    until: lastOf(holders).until,
    lapse: content.is === 'assignment' ? 'never' : holders.some(isRole) ? 'depends' : 'always',
    identity: first.identity,
    content,
    digest: contentDigest(content),
    ...(content.is === 'assignment' ? { markedBy: 'claim' } : {}),
  }
}

/** One holding a key: grants of the same thing share it (design, law 8), and where sets are merged all that is dated does. */
export function place(asked: Placing, live: readonly Resolved[], seen: Observation<Content>): Placed<Content> {
  const made = live.map((resolved) => draft(asked, resolved))
  const byKey = Map.groupBy(
    made.filter((one): one is Draft => !isBlocked(one)),
    ({ key }) => key,
  )
  const holdings: Holding<Content>[] = []
  const blocked = made.filter(isBlocked)
  for (const [key, drafts] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = drafts
    if (first === undefined) continue
    const portal = { url: factOf(first.resolved, 'account')?.name ?? '', region: asked.identityCenter.region }
    if (first.is === 'assignment') {
      holdings.push(holdingOf(key, assignment(drafts, first, portal)))
      continue
    }
    const own = ownSet(asked, drafts, first.name, portal, seen)
    blocked.push(...own.blocked)
    if (own.held !== null) holdings.push(holdingOf(key, own.held))
  }
  const room = withinQuota(asked.quotas, holdings, seen)
  return { holdings: room.holdings, blocked: [...blocked, ...room.blocked] }
}
