// Which things in an account are ours, or were named, and how they stand.

import type { HoldingKey, TargetId } from '../../core/model/id.ts'
import type { Mark, Observed, Recorded } from '../../core/plan/provisioner.ts'
import type { AccountDetails, PolicyDetail, UserDetail } from '../aws/account.ts'
import { markIn } from '../aws/signature.ts'
import { defaultDocument } from '../aws/stored.ts'
import { type Content, contentDigest } from './content.ts'
import { attachmentKey, membershipKey, policyKey, policyPath, readTag, scopeOf, tagKey, tagPrefix } from './naming.ts'
import { MODE } from './place.ts'

export interface Recognising {
  readonly installation: string
  readonly target: TargetId
  readonly account: string
  readonly details: AccountDetails
  /** Groups and roles that a policy of ours is attached to beside users, by the policy's ARN: `group/…`, `role/…`. */
  readonly strangers: ReadonlyMap<string, readonly string[]>
  /** Stored names of groups and ARNs of policies that grants ask for, and ids of the users they ask for. */
  readonly asked: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  /** Told even without a mark. */
  readonly recorded: Recorded
}

type Thing = Observed<Content>

const seen = (
  from: Recognising,
  thing: Pick<Thing, 'key' | 'state' | 'mark' | 'markedBeside' | 'identity' | 'content' | 'says'>,
): Thing => ({
  ...thing,
  mode: MODE,
  target: from.target,
  scope: scopeOf(from.account),
  digest: contentDigest(thing.content),
})

const attachedTo = (user: UserDetail): readonly string[] =>
  (user.AttachedManagedPolicies ?? []).flatMap(({ PolicyArn }) => PolicyArn ?? [])

/** Policies under our path, and those that the record shows as given, under whatever name the installation had then. */
export const ourPolicies = (
  { installation, account, recorded }: Pick<Recognising, 'installation' | 'account' | 'recorded'>,
  policies: readonly PolicyDetail[],
): readonly PolicyDetail[] =>
  policies.filter(
    ({ Path: path = '', PolicyName: name = '' }) =>
      path === policyPath(installation) ||
      (path.startsWith('/daypass/') && recorded.has(policyKey(account, path, name))),
  )

/** ARN → users that it is attached to. */
export function holdersOf(users: readonly UserDetail[]): ReadonlyMap<string, readonly UserDetail[]> {
  const holders = new Map<string, UserDetail[]>()
  for (const user of users)
    for (const arn of attachedTo(user)) {
      const list = holders.get(arn)
      if (list === undefined) holders.set(arn, [user])
      else list.push(user)
    }
  return holders
}

function policies(from: Recognising): readonly Thing[] {
  const holders = holdersOf(from.details.users)
  return ourPolicies(from, from.details.policies).map((policy) => {
    const [path, name, arn] = [policy.Path ?? '', policy.PolicyName ?? '', policy.Arn ?? '']
    const users = holders.get(arn) ?? []
    const attached = [...users.map((user) => `user/${user.UserName ?? ''}`), ...(from.strangers.get(arn) ?? [])].sort()
    const document = defaultDocument(policy)
    const olderVersions = Math.max(0, (policy.PolicyVersionList?.length ?? 1) - 1)
    const [only] = users
    return seen(from, {
      key: policyKey(from.account, path, name),
      state: attached.length === 0 ? 'remains' : 'there',
      mark: markIn(document),
      identity: attached.length === 1 ? (only?.UserId ?? null) : null,
      content: { is: 'policy', account: from.account, path, name, document, attached, olderVersions },
      says:
        attached.length === 0
          ? `unattached policy ${name} in ${from.target}`
          : `policy ${name} attached to ${attached.join(', ')} in ${from.target}`,
    })
  })
}

type Held = { readonly is: 'membership' | 'attachment'; readonly thing: string; readonly key: HoldingKey }

const WORDS = { membership: 'in group', attachment: 'with policy' } as const

function tagged(from: Recognising, user: UserDetail, held: Held, there: boolean, mark: Mark | null): Thing {
  const [name, identity] = [user.UserName ?? '', user.UserId ?? '']
  const common = { account: from.account, user: name, there, mark }
  return seen(from, {
    key: held.key,
    state: there ? 'there' : 'remains',
    mark,
    markedBeside: true,
    identity,
    content:
      held.is === 'membership'
        ? { is: 'membership', ...common, group: held.thing }
        : { is: 'attachment', ...common, policy: held.thing },
    says: `${there ? '' : 'mark of '}${name} ${WORDS[held.is]} ${held.thing} in ${from.target}`,
  })
}

/** A mark is believed by the digest in its key; what its value names counts only where that is the thing digested. */
function ofUser(from: Recognising, user: UserDetail): readonly Thing[] {
  const { account, installation } = from
  const identity = user.UserId ?? ''
  const heldAs = (is: Held['is'], thing: string): Held => ({
    is,
    thing,
    key: is === 'membership' ? membershipKey(account, identity, thing) : attachmentKey(account, identity, thing),
  })
  const marks = new Map(
    (user.Tags ?? [])
      .filter(({ Key }) => Key?.startsWith(tagPrefix(installation)) === true)
      .map(({ Key, Value }) => [Key ?? '', readTag(Value ?? '')]),
  )
  const there = [
    ...(user.GroupList ?? []).map((group) => heldAs('membership', group)),
    ...attachedTo(user)
      .filter((arn) => !arn.includes(`:policy${policyPath(installation)}`))
      .map((arn) => heldAs('attachment', arn)),
  ]
  const present = there.flatMap((held) => {
    const key = tagKey(installation, held.key)
    const mark = marks.get(key)?.mark ?? null
    marks.delete(key)
    const told =
      mark !== null || from.recorded.has(held.key) || (from.people.has(identity) && from.asked.has(held.thing))
    return told ? [tagged(from, user, held, true, mark)] : []
  })
  const gone = [...marks].flatMap(([key, { mark, thing }]) => {
    if (thing === null) return []
    const held = heldAs(thing.startsWith('arn:') ? 'attachment' : 'membership', thing)
    return tagKey(installation, held.key) === key ? [tagged(from, user, held, false, mark)] : []
  })
  return [...present, ...gone]
}

/** Sorted by key. */
export function recognise(from: Recognising): readonly Thing[] {
  const things = [...policies(from), ...from.details.users.flatMap((user) => ofUser(from, user))]
  return things.sort((a, b) => (a.key < b.key ? -1 : 1))
}
