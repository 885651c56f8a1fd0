// What people may do in a world, now and later, by the evaluator that shares no code with Daypass.

import { throughOkta } from '../../src/sandbox/access/saml.ts'
import { mayDo, type Who } from '../../src/sandbox/access.ts'
import { type AwsWorld, own } from '../../src/sandbox/aws/world.ts'
import type { World } from '../../src/sandbox/world.ts'

interface Statement {
  readonly Effect: string
  readonly Action?: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

interface Probe {
  readonly action: string
  readonly resource: string
}

const DAY = 86_400

/** What nobody of a story is ever given: asked always. */
const NEVER: readonly (readonly [action: string, resource: string])[] = [
  ['iam:CreateUser', 'arn:aws:iam::$:user/two'],
  ['sts:AssumeRole', 'arn:aws:iam::$:role/daypass/apply'],
  ['sqs:DeleteQueue', 'arn:aws:sqs:eu-west-1:$:orders'],
]

const list = (value: string | readonly string[] | undefined): readonly string[] => [value ?? []].flat()

/** Something that the pattern matches. */
const concrete = (pattern: string, account: string): string =>
  (pattern === '*' ? `arn:aws:any:eu-west-1:${account}:thing` : pattern)
    .replace(/\$\{[^}]*\}/g, 'x')
    .replaceAll(/[*?]/g, 'x')

/** Every text of a policy in an account: also of those that nobody holds yet. */
function documentsIn(aws: AwsWorld, account: string): readonly string[] {
  const there = own(aws.accounts, account)
  if (there === undefined) return []
  const holders = [...Object.values(there.users), ...Object.values(there.groups), ...Object.values(there.roles)]
  const attached = new Set(holders.flatMap((one) => one.attached))
  return [
    ...holders.flatMap((one) => Object.values(one.inline)),
    ...Object.values(there.policies).flatMap((one) => own(one.versions, one.default)?.document ?? []),
    ...[...attached].flatMap((arn) => {
      const kept = own(aws.managed, arn)
      return kept === undefined ? [] : (own(kept.versions, kept.default)?.document ?? [])
    }),
  ]
}

const MOST_ACTIONS = 4

interface Asked {
  readonly probes: readonly Probe[]
  readonly ends: readonly number[]
}

function askedOf(aws: AwsWorld, account: string): Asked {
  const probes = new Map<string, Probe>()
  const ends = new Set<number>()
  const add = (action: string, resource: string): void => {
    probes.set(`${action} ${resource}`, { action, resource })
  }
  for (const [action, resource] of NEVER) add(action, resource.replace('$', account))
  for (const text of documentsIn(aws, account)) {
    const { Statement = [] }: { readonly Statement?: Statement | readonly Statement[] } = JSON.parse(text)
    for (const statement of [Statement].flat()) {
      if (statement.Effect !== 'Allow') continue
      for (const action of list(statement.Action).slice(0, MOST_ACTIONS))
        for (const resource of list(statement.Resource).slice(0, MOST_ACTIONS))
          add(concrete(action, account), concrete(resource, account))
      for (const [operator, keys] of Object.entries(statement.Condition ?? {}))
        if (operator.startsWith('DateLess'))
          for (const end of Object.values(keys).flatMap(list)) ends.add(Math.floor(Date.parse(end) / 1000))
    }
  }
  return { probes: [...probes.values()], ends: [...ends].filter(Number.isFinite) }
}

/** Everybody who could act in an account, by a name that stays the same when AWS makes something anew. */
function everybody(world: World, account: string, at: number): readonly (readonly [string, Who])[] {
  const { aws, okta } = world
  const users = Object.keys(own(aws.accounts, account)?.users ?? {}).map((user) => [user, { account, user }] as const)
  const center = aws.identityCenter
  const assigned = (center?.assignments ?? []).flatMap((row) => {
    const set = center?.sets[row.set]?.name
    const store = center?.users[row.principalId]?.userName
    if (row.account !== account || set === undefined || store === undefined) return []
    return [[store, { account, permissionSet: set, storeUser: store }] as const]
  })
  const federated = (okta?.users ?? []).flatMap(({ profile }) => {
    const login = String(profile['login'])
    return throughOkta(world, account, login, at).map((who) => [login, who] as const)
  })
  return [...users, ...assigned, ...federated]
}

/** Numbers for objects: the world's parts are never changed, so the same object is the same part. */
const numbers = new WeakMap<object, number>()
let last = 0
function numberOf(part: object | undefined): number {
  if (part === undefined) return 0
  const known = numbers.get(part)
  if (known !== undefined) return known
  last += 1
  numbers.set(part, last)
  return last
}

const reached = new Map<string, readonly string[]>()
const MOST_KEPT = 20_000

/** `account person action resource @instant`, whatever is allowed in an account at its instants. */
function reachIn(world: World, account: string, now: number): readonly string[] {
  const { aws, okta } = world
  const [center] = [aws.identityCenter]
  const parts = [own(aws.accounts, account), center?.sets, center?.assignments, okta?.users, okta?.groups, okta?.apps]
  const key = `${account} ${now} ${parts.map(numberOf).join('.')}`
  const known = reached.get(key)
  if (known !== undefined) return known
  const { probes, ends } = askedOf(aws, account)
  // Just before each end, at it, and long after the last one: in between nothing changes by itself.
  const instants = [...new Set([now, ...ends.flatMap((end) => [end - 1, end]), now + 400 * DAY])].filter(
    (at) => at >= now,
  )
  const found = instants.flatMap((at) =>
    everybody(world, account, now).flatMap(([name, as]) =>
      probes
        .filter(({ action, resource }) => mayDo(world, { as, action, resource, at }).allowed)
        .map(({ action, resource }) => `${account}\t${name}\t${action}\t${resource}\t${at}`),
    ),
  )
  if (reached.size > MOST_KEPT) reached.clear()
  reached.set(key, found)
  return found
}

/** Whether the same may be done at that instant in another world, which may not have the same probes. */
function allows(world: World, said: string, now: number): boolean {
  const [account = '', name = '', action = '', resource = '', at = ''] = said.split('\t')
  return everybody(world, account, now).some(
    ([called, as]) => called === name && mayDo(world, { as, action, resource, at: Number(at) }).allowed,
  )
}

const memberships = ({ okta }: World): readonly string[] =>
  (okta?.groups ?? []).flatMap(({ profile, members }) =>
    members.map((member) => `okta\t${member}\tis in\t${String(profile['name'])}`),
  )

/** What somebody may do in `one` at some instant from `now` on and could do then in none of `others`. */
export function beyond(one: World, others: readonly World[], now: number): readonly string[] {
  const before = new Set(others.flatMap(memberships))
  return [
    ...memberships(one).filter((said) => !before.has(said)),
    ...Object.keys(one.aws.accounts).flatMap((account) => {
      const lists = others.map((other) => new Set(reachIn(other, account, now)))
      return reachIn(one, account, now)
        .filter((said) => !lists.some((list) => list.has(said)))
        .filter((said) => !others.some((other) => allows(other, said, now)))
    }),
  ].map((said) => said.replaceAll('\t', ' '))
}

/** Everything allowed, for whoever wants to see that the evaluator sees anything at all. */
export const reachOf = (world: World, now: number): readonly string[] => [
  ...memberships(world),
  ...Object.keys(world.aws.accounts).flatMap((account) => reachIn(world, account, now)),
]

/** When something ends by itself, in any account. */
export const endsIn = ({ aws }: World): readonly number[] =>
  [...new Set(Object.keys(aws.accounts).flatMap((account) => askedOf(aws, account).ends))].sort((a, b) => a - b)
