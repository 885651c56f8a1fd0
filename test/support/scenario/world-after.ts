// What of ours is in the accounts, told for people: who holds which policy until when, groups, marks, leftovers.

import type { Account, AwsWorld, ManagedPolicy, User } from '../../../src/sandbox/aws/world.ts'
import { groupsAfter } from './okta.ts'
import type { Stage } from './stage.ts'

interface Statement {
  readonly Sid?: string
  readonly Effect: string
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

const joined = (value: string | readonly string[] | undefined): string => [value ?? []].flat().join(', ')

function statementOf({ Effect, Action, NotAction, Resource, Condition }: Statement): string {
  const conditions = Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => ` if ${key} ${operator} ${joined(value)}`),
  )
  const actions = Action === undefined ? `all but ${joined(NotAction)}` : joined(Action)
  return `${Effect} ${actions} on ${joined(Resource)}${conditions.join('')}`
}

const statementsOf = (policy: ManagedPolicy): readonly string[] => {
  const document: { readonly Statement: readonly Statement[] } = JSON.parse(
    policy.versions[policy.default]?.document ?? '{"Statement":[]}',
  )
  return document.Statement.map(statementOf)
}

/** What was given: the ceiling over Daypass's own roles lies one folder higher. */
const isOurs = (policy: ManagedPolicy): boolean => /^\/daypass\/.+\/$/.test(policy.path)

function userOf(account: Account, user: User): object | null {
  const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)
  const policies = user.attached.map((arn) => {
    const policy = account.policies[nameOf(arn)]
    return policy !== undefined && isOurs(policy) ? { [nameOf(arn)]: statementsOf(policy) } : nameOf(arn)
  })
  const marks = Object.entries(user.tags).flatMap(([key, value]) =>
    key.startsWith('daypass:') ? [value.replace(/^[0-9a-f]{40} /, '')] : [],
  )
  const told = {
    ...(policies.length === 0 ? {} : { policies }),
    ...(user.groups.length === 0 ? {} : { groups: user.groups }),
    ...(marks.length === 0 ? {} : { marks }),
  }
  return Object.keys(told).length === 0 ? null : told
}

function accountOf(account: Account): object | null {
  const users = Object.entries(account.users).flatMap(([name, user]) => {
    const told = userOf(account, user)
    return told === null ? [] : [[name, told] as const]
  })
  const held = Object.values(account.users).flatMap((user) => user.attached)
  const loose = Object.entries(account.policies)
    .filter(([name, policy]) => isOurs(policy) && !held.some((arn) => arn.endsWith(`${policy.path}${name}`)))
    .map(([name]) => name)
  if (users.length + loose.length === 0) return null
  return { ...Object.fromEntries(users), ...(loose.length === 0 ? {} : { 'attached to nobody': loose }) }
}

/** Who is assigned which set in an account, and what sets of ours allow there. */
function centerIn(world: AwsWorld, id: string): object | null {
  const center = world.identityCenter
  const rows = (center?.assignments ?? []).filter(({ account }) => account === id)
  const told = rows.map(({ set: arn, principalId }): readonly [string, object | string] => {
    const who = center?.users[principalId]?.userName ?? center?.groups[principalId]?.displayName ?? principalId
    const set = center?.sets[arn]
    const name = set?.name ?? arn
    if (!OUR_SET.test(name)) return [who, name]
    const role = world.accounts[id]?.roles[set?.roles[id] ?? '']
    const document: { readonly Statement: readonly Statement[] } = JSON.parse(
      role?.inline['AwsSSOInlinePolicy'] ?? '{"Statement":[]}',
    )
    const guards = document.Statement.filter(({ Sid }) => Sid?.startsWith('DaypassGuard') !== true)
    return [who, { [name]: [...(role?.attached ?? []), ...guards.map(statementOf)] }]
  })
  const grouped = Map.groupBy(told, ([who]) => who)
  return grouped.size === 0
    ? null
    : Object.fromEntries([...grouped].map(([who, all]) => [who, { sets: all.map(([, one]) => one) }]))
}

const OUR_SET = /-dp[a-z2-7]{13}$/

/** Sets of ours that nobody is assigned. */
function looseSets({ identityCenter: center }: AwsWorld): readonly string[] {
  const held = new Set((center?.assignments ?? []).map(({ set }) => set))
  return Object.entries(center?.sets ?? {}).flatMap(([arn, { name }]) =>
    OUR_SET.test(name) && !held.has(arn) ? [name] : [],
  )
}

export function worldAfter(stage: Stage): object | string {
  const { company } = stage
  const accounts = company.settings.aws?.accounts ?? []
  const world = company.sandbox.world().aws
  const told: (readonly [string, object])[] = accounts.flatMap(({ name, id }) => {
    const account = world.accounts[id]
    const users = account === undefined ? null : accountOf(account)
    const one = users ?? centerIn(world, id)
    return one === null ? [] : [[String(name), one] as const]
  })
  told.push(...groupsAfter(stage))
  const loose = looseSets(world)
  if (loose.length > 0) told.push(['sets assigned to nobody', loose])
  return told.length === 0 ? 'nobody holds anything' : Object.fromEntries(told)
}
