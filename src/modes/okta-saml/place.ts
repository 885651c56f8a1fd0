// On which role of the pool, and by which roles that are there anyway, live grants are held.

import type { PolicyDocument, Statement } from '../../core/model/policy-document.ts'
import type { OktaFederation } from '../../core/model/settings.ts'
import type { Blocked, Fact, Holding, Observation, Placed, Resolved } from '../../core/plan/provisioner.ts'
import { entriesOn, withEntry } from '../../core/policy/conditions.ts'
import { isOurs, type Ours } from '../../core/policy/reach.ts'
import { blocks, isBlocked, type MaybeBlocked } from '../any/blocks.ts'
import { lastOf } from '../any/spans.ts'
import type { Room } from '../aws/container.ts'
import { undated } from '../aws/document.ts'
import { fitting, type PartOf } from '../aws/fitting.ts'
import { type Content, contentDigest } from './content.ts'
import { appScopeOf, MODE, poolKey, roleKey, scopeOf } from './naming.ts'

export interface Placing {
  readonly host: string
  readonly federation: (account: string) => OktaFederation | null
  /** What of Daypass's own lies in an account. */
  readonly ours: (account: string) => Ours
}

/** Of a role (IAM user guide, quotas: all its inline policies together). */
const ROOM: Room = { inlineSize: 10_240, inlineBytes: 40_000 }
/** Longest session of a pool role, as `daypass setup` makes it. */
export const SESSION = 3600

type Found = Extract<Fact, { is: 'found' }>

const factOf = ({ facts }: Resolved, what: Fact['need']['what']): Found | null => {
  const fact = facts.find(({ need }) => need.what === what)
  return fact?.is === 'found' ? fact : null
}

const USERID = 'aws:userid'

/** Only in a session that bears the person's name: whoever else gets hold of the role can do nothing with it. */
function boundTo(document: PolicyDocument, login: string): PolicyDocument | { readonly problem: string } {
  const statements: Statement[] = []
  for (const statement of document.statements) {
    if (
      statement.effect === 'Allow' &&
      entriesOn(statement.conditions, USERID).some(({ operator }) => operator === 'StringLike')
    )
      return { problem: 'it looks at who is asking by aws:userid itself' }
    statements.push(
      statement.effect === 'Allow'
        ? { ...statement, conditions: withEntry(statement.conditions, 'StringLike', USERID, `*:${login}`) }
        : statement,
    )
  }
  return { ...document, statements }
}

type Draft = { readonly resolved: Resolved } & (
  | { readonly is: 'part'; readonly part: PartOf['part'] }
  | { readonly is: 'role'; readonly role: string }
)

function draft({ ours }: Placing, resolved: Resolved): MaybeBlocked<Draft> {
  const { account, item } = resolved.grant
  const { permissions, says } = item.entitlement
  const thing = resolved.facts.find((fact) => fact.is === 'found' && ['policy', 'role'].includes(fact.need.what))
  if (thing?.is === 'found' && isOurs(thing.id, ours(account)))
    return blocks([resolved], `${thing.name} is Daypass's own`, 'ask for something that Daypass does not live on')
  if (permissions.form === 'existing') {
    const role = permissions.thing.what === 'role' ? factOf(resolved, 'role') : null
    return role === null
      ? blocks(
          [resolved],
          `nobody holds a ${permissions.thing.what} through Okta`,
          'ask for a role, a policy or actions',
        )
      : { is: 'role', resolved, role: role.name }
  }
  const login = factOf(resolved, 'identity')?.name ?? ''
  const plain = undated(resolved)
  const bound = 'problem' in plain ? plain : boundTo(plain.document, login)
  return 'problem' in bound
    ? blocks([resolved], `${says} cannot be given: ${bound.problem}`, 'ask for something else')
    : { is: 'part', resolved, part: { is: 'statements', document: bound } }
}

function commonOf({ host, federation }: Placing, { grant, identity, facts }: Resolved) {
  const app = federation(grant.account)
  const person = facts.find((fact) => fact.is === 'found' && fact.need.what === 'identity')
  if (app === null || person?.is !== 'found') throw new Error('a grant was placed without its app or person')
  return { account: grant.account, app: app.app, marker: app.marker, userId: identity, login: person.name, host }
}

const holding = (content: Content, holders: readonly Resolved[]): Holding<Content> => {
  const [first] = holders
  if (first === undefined) throw new Error('nobody holds it')
  const { account, userId, role } = content
  return {
    key: content.is === 'pool' ? poolKey(account, userId) : roleKey(account, userId, role),
    mode: MODE,
    target: first.grant.item.target,
    scope: content.is === 'pool' ? scopeOf(account) : appScopeOf(account),
    holders,
    until: lastOf(holders).until,
    lapse: content.is === 'pool' ? 'always' : 'never',
    identity: userId,
    content,
    digest: contentDigest(content),
    ...(content.is === 'role' ? { markedBy: 'claim' as const } : {}),
  }
}

/** Free roles of an account by name: the instant from which each may be bound (seconds), as the account's fact tells. */
const freeIn = (resolved: Resolved): Readonly<Record<string, number>> => factOf(resolved, 'account')?.used ?? {}

/** Keeps what the person has; else the lowest that is clean by now and that nobody else was given in this plan. */
function chosen(
  resolved: Resolved,
  seen: Observation<Content>,
  given: Set<string>,
): string | { readonly problem: string } {
  const { account } = resolved.grant
  const key = poolKey(account, resolved.identity)
  const have = seen.observed.find((one) => one.key === key)
  if (have?.content.is === 'pool') return have.content.role
  const free = Object.entries(freeIn(resolved)).sort(([a], [b]) => (a < b ? -1 : 1))
  const [name] = free.find(([role, from]) => from <= seen.asOf && !given.has(`${account} ${role}`)) ?? []
  if (name !== undefined) {
    given.add(`${account} ${name}`)
    return name
  }
  return {
    problem: `every role for people from Okta is taken in ${resolved.grant.item.target}, or rests for an hour after its last use`,
  }
}

function pooled(
  asked: Placing,
  parts: readonly PartOf[],
  seen: Observation<Content>,
  given: Set<string>,
): Placed<Content> {
  const [first] = parts
  if (first === undefined) return { holdings: [], blocked: [] }
  const { resolved } = first
  const role = chosen(resolved, seen, given)
  if (typeof role !== 'string')
    return {
      holdings: [],
      blocked: [
        blocks(
          parts.map((one) => one.resolved),
          role.problem,
          'ask again later, end something, or raise `roles` under federation in integrations/okta.yaml and deploy what `daypass setup` prints',
        ),
      ],
    }
  const ours = asked.ours(resolved.grant.account)
  const fit = fitting({ now: seen.asOf, ours, home: '', quotas: ROOM }, parts)
  if (fit.holders.length === 0) return { holdings: [], blocked: fit.blocked }
  const content: Content = {
    is: 'pool',
    ...commonOf(asked, resolved),
    role,
    document: fit.parts.document,
    written: true,
    assigned: true,
    session: SESSION,
  }
  return { holdings: [holding(content, fit.holders)], blocked: fit.blocked }
}

/** Everything dated that a person holds in an account shares one role: there are as many as people who hold something. */
export function place(asked: Placing, live: readonly Resolved[], seen: Observation<Content>): Placed<Content> {
  const made = live.map((resolved) => draft(asked, resolved))
  const drafts = made.filter((one): one is Draft => !isBlocked(one))
  const parts = drafts.flatMap((one): PartOf[] =>
    one.is === 'part' ? [{ resolved: one.resolved, part: one.part }] : [],
  )
  const roles = drafts.flatMap((one) => (one.is === 'role' ? [one] : []))
  const byPerson = Map.groupBy(parts, ({ resolved }) => `${resolved.grant.account} ${resolved.identity}`)
  const byRole = Map.groupBy(roles, ({ resolved, role }) => `${resolved.grant.account} ${resolved.identity} ${role}`)
  const given = new Set<string>()
  const placed = [...byPerson].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mine]) => pooled(asked, mine, seen, given))
  const held = [...byRole]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, mine]): Holding<Content>[] => {
      const [first] = mine
      if (first === undefined) return []
      const content: Content = { is: 'role', ...commonOf(asked, first.resolved), role: first.role }
      return [
        holding(
          content,
          mine.map(({ resolved }) => resolved),
        ),
      ]
    })
  const blocked: readonly Blocked[] = [...made.filter(isBlocked), ...placed.flatMap((one) => one.blocked)]
  return { holdings: [...placed.flatMap((one) => one.holdings), ...held], blocked }
}
