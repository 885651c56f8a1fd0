// On which policies, memberships and attachments live grants are held.

import { type HoldingKey, id, type ModeId } from '../../core/model/id.ts'
import type { PolicyDocument } from '../../core/model/policy-document.ts'
import type { Blocked, Fact, Holding, Observation, Placed, Resolved } from '../../core/plan/provisioner.ts'
import type { Knowledge } from '../../core/policy/knowledge.ts'
import { couldWriteOurs, isOurs, type Ours, type Reach } from '../../core/policy/reach.ts'
import { blocks, isBlocked } from '../any/blocks.ts'
import { lastOf, unite } from '../any/spans.ts'
import { signed, undated } from '../aws/document.ts'
import { type Content, contentDigest } from './content.ts'
import { attachmentKey, membershipKey, policyKey, policyName, policyPath, scopeOf, tagValue } from './naming.ts'
import type { Quotas } from './quotas.ts'
import { withinQuotas } from './room.ts'

export const MODE: ModeId = id('iam-user')

export interface Placing {
  readonly installation: string
  readonly quotas: Quotas
  readonly knowledge: Knowledge
  /** What of Daypass's own lies in an account. */
  readonly ours: (account: string) => Ours
  /** What owners let be given as it is: AWS denies Daypass's role the rest. */
  readonly mayHandOut: (account: string, what: 'groups' | 'policies', arn: string) => boolean
}

type Draft = { readonly key: HoldingKey; readonly resolved: Resolved } & (
  | { readonly is: 'policy'; readonly name: string; readonly document: PolicyDocument }
  | { readonly is: 'membership' | 'attachment'; readonly thing: string }
)

type Found = Extract<Fact, { is: 'found' }>

const factOf = (resolved: Resolved, what: Fact['need']['what']): Found | null => {
  const fact = resolved.facts.find(({ need }) => need.what === what)
  return fact?.is === 'found' ? fact : null
}

/** Whether something of Daypass's own is asked for, or could be written with what is asked for. */
function selfReach(asked: Placing, judge: Judge, resolved: Resolved, document: PolicyDocument | null): Blocked | null {
  const { account, item } = resolved.grant
  const ours = asked.ours(account)
  const thing = resolved.facts.find(
    (fact) => fact.is === 'found' && fact.need.what !== 'identity' && isOurs(fact.id, ours),
  )
  if (thing?.is === 'found')
    return blocks([resolved], `${thing.name} is Daypass's own`, 'ask for something that Daypass does not live on')
  const reach = document === null ? undefined : judge(resolved, document)
  if (reach === undefined) return null
  return blocks(
    [resolved],
    `${item.entitlement.says} could change Daypass itself: ${reach.action} on ${reach.resource} may mean ${reach.ours}`,
    'ask for less: without IAM and STS actions, or on resources that Daypass does not live on',
  )
}

/** Judges each text once, however many grants share it. */
type Judge = (resolved: Resolved, document: PolicyDocument) => Reach | undefined

function judging(asked: Placing): Judge {
  const known = new WeakMap<PolicyDocument, Map<string, Reach | undefined>>()
  return ({ grant: { account } }, document) => {
    const byAccount = known.get(document) ?? new Map<string, Reach | undefined>()
    if (byAccount.has(account)) return byAccount.get(account)
    const [reach] = couldWriteOurs(document, asked.ours(account), asked.knowledge)
    known.set(document, byAccount.set(account, reach))
    return reach
  }
}

/** Why a managed policy cannot be copied with an end; texts of dates and versions are all of one length. */
function copyProblem(asked: Placing, resolved: Resolved): string | null {
  const plain = undated(resolved)
  if ('problem' in plain) return plain.problem
  const made = signed(plain.document, unite([resolved]), resolved.grant.from, asked.quotas.policySize)
  return 'problem' in made ? made.problem : null
}

/** A managed policy becomes a copy with an end, or is attached as it is where a rule lets it. */
function managed(asked: Placing, judge: Judge, resolved: Resolved, original: Found): Draft | Blocked {
  const { grant, identity } = resolved
  const own = selfReach(asked, judge, resolved, original.document ?? null)
  if (own !== null) return own
  const problem = copyProblem(asked, resolved)
  if (problem === null) return ownPolicy(asked, resolved)
  if (!grant.directAttachment)
    return blocks(
      [resolved],
      `${original.name} cannot be copied with an end: ${problem}`,
      'ask for the actions that are needed, or let a rule say `directAttachment: allowed` (then it does not end by itself)',
    )
  if (original.document === undefined)
    return blocks([resolved], `what ${original.name} permits is not understood`, 'ask for actions by name')
  const listed = unlisted(asked, resolved, 'policies', original)
  if (listed !== null) return listed
  const key = attachmentKey(grant.account, identity, original.id)
  return { is: 'attachment', key, resolved, thing: original.id }
}

function ownPolicy(asked: Placing, resolved: Resolved): Draft | Blocked {
  const { account, item, email } = resolved.grant
  const plain = undated(resolved)
  if ('problem' in plain)
    return blocks([resolved], `${item.entitlement.says} cannot be given: ${plain.problem}`, 'ask for something else')
  const name = policyName({ account, person: item.person, email, entitlement: item.entitlement })
  const key = policyKey(account, policyPath(asked.installation), name)
  return { is: 'policy', key, resolved, name, document: plain.document }
}

/** What is given as it is must stand in the settings that the roles in AWS are made from. */
function unlisted(
  asked: Placing,
  resolved: Resolved,
  what: 'groups' | 'policies',
  { id, name }: Found,
): Blocked | null {
  if (asked.mayHandOut(resolved.grant.account, what, id)) return null
  return blocks(
    [resolved],
    `${name} is not among the ${what} that may be handed out as they are`,
    `owners list it under \`handsOut.${what}\` in integrations/aws.yaml, then deploy what \`daypass setup\` prints`,
  )
}

function membership(asked: Placing, resolved: Resolved, group: Found): Draft | Blocked {
  const listed = unlisted(asked, resolved, 'groups', group)
  if (listed !== null) return listed
  const key = membershipKey(resolved.grant.account, resolved.identity, group.name)
  return { is: 'membership', key, resolved, thing: group.name }
}

function draft(asked: Placing, judge: Judge, resolved: Resolved): Draft | Blocked {
  const { permissions } = resolved.grant.item.entitlement
  const original = factOf(resolved, 'policy')
  if (permissions.form === 'policy' && original !== null) return managed(asked, judge, resolved, original)
  const plain = undated(resolved)
  const text = 'document' in plain ? plain.document : (original?.document ?? null)
  const own = selfReach(asked, judge, resolved, text)
  if (own !== null) return own
  const group = factOf(resolved, 'group')
  if (permissions.form !== 'existing' || permissions.thing.what === 'role') return ownPolicy(asked, resolved)
  return permissions.thing.what === 'group' && group !== null
    ? membership(asked, resolved, group)
    : blocks(
        [resolved],
        `IAM users cannot hold a ${permissions.thing.what}`,
        'ask for a group, role, policy or actions',
      )
}

/** Documents of one key are equal: what differs between its grants are their windows. */
function contentOf(
  asked: Placing,
  first: Draft,
  holders: readonly Resolved[],
  user: string,
  seen: Observation<Content>,
): Content | { readonly problem: string } {
  const { account } = first.resolved.grant
  if (first.is === 'policy') {
    const made = signed(first.document, unite(holders), seen.asOf, asked.quotas.policySize)
    if ('problem' in made) return made
    const path = policyPath(asked.installation)
    return {
      is: 'policy',
      account,
      path,
      name: first.name,
      document: made.document,
      attached: [`user/${user}`],
      olderVersions: 0,
    }
  }
  const last = lastOf(holders)
  const mark = { version: last.version, expires: last.until }
  if (tagValue(mark.version, mark.expires, first.thing) === null)
    return { problem: `${first.thing} is too long a name to be marked by a tag` }
  return first.is === 'membership'
    ? { is: 'membership', account, user, there: true, mark, group: first.thing }
    : { is: 'attachment', account, user, there: true, mark, policy: first.thing }
}

function holdingOf(asked: Placing, drafts: readonly Draft[], seen: Observation<Content>): Holding<Content> | Blocked {
  const [first] = drafts
  const user = first === undefined ? null : factOf(first.resolved, 'identity')
  if (first === undefined || user === null) throw new Error('a grant was placed without its person')
  const holders = drafts.map(({ resolved }) => resolved)
  const content = contentOf(asked, first, holders, user.name, seen)
  if ('problem' in content) return blocks(holders, content.problem, 'ask for less at once')
  const { grant, identity } = first.resolved
  return {
    key: first.key,
    mode: MODE,
    target: grant.item.target,
    scope: scopeOf(grant.account),
    holders,
    until: lastOf(holders).until,
    lapse: content.is !== 'policy' ? 'never' : isRole(first.resolved) ? 'depends' : 'always',
    identity,
    content,
    digest: contentDigest(content),
  }
}

const isRole = ({ grant }: Resolved): boolean => grant.item.entitlement.permissions.form === 'existing'

const isHolding = (made: Holding<Content> | Blocked): made is Holding<Content> => !isBlocked(made)

/** One holding a key: grants of the same thing share it (design, law 8); nothing is ever packed together. */
export function place(asked: Placing, live: readonly Resolved[], seen: Observation<Content>): Placed<Content> {
  const judge = judging(asked)
  const made = live.map((resolved) => draft(asked, judge, resolved))
  const byKey = new Map<HoldingKey, Draft[]>()
  for (const one of made) if (!isBlocked(one)) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one])
  const keyed = [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  const held = keyed.map(([, drafts]) => holdingOf(asked, drafts, seen))
  const fitting = withinQuotas(asked.quotas, held.filter(isHolding), seen)
  return {
    holdings: fitting.holdings,
    blocked: [...made.filter(isBlocked), ...held.filter(isBlocked), ...fitting.blocked],
  }
}
