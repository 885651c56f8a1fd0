// What the calls of the iam-user mode leave behind, put straight into the sandbox's world: thousands of them at once.

import type { Json } from '../../core/model/policy-document.ts'
import type { Call } from '../../core/plan/provisioner.ts'
import { type PolicyDraft, policy } from '../../sandbox/aws/build.ts'
import { uniqueId } from '../../sandbox/aws/ids.ts'
import type { Account, AwsWorld, ManagedPolicy, User } from '../../sandbox/aws/world.ts'

interface Draft {
  readonly users: Map<string, User>
  readonly policies: Map<string, ManagedPolicy>
}

type With = Readonly<Record<string, Json>>

const text = (given: With, key: string): string => {
  const value = given[key]
  if (typeof value !== 'string') throw new Error(`the call says no ${key}`)
  return value
}

function change(draft: Draft, given: With, to: (user: User) => User): void {
  const name = text(given, 'user')
  const user = draft.users.get(name)
  if (user === undefined) throw new Error(`there is no user ${name}`)
  draft.users.set(name, to(user))
}

const EFFECTS: Readonly<Record<string, (draft: Draft, given: With, now: number) => void>> = {
  CreatePolicy(draft, given, now) {
    const [name, path] = [text(given, 'name'), text(given, 'path')]
    const drafted: PolicyDraft = { document: JSON.stringify(given['document']), path, created: now }
    draft.policies.set(name, policy(drafted, uniqueId('ANPA', `${text(given, 'account')}/${name}`)))
  },
  AttachUserPolicy: (draft, given) =>
    change(draft, given, (user) => ({ ...user, attached: [...user.attached, text(given, 'policy')] })),
  AddUserToGroup: (draft, given) =>
    change(draft, given, (user) => ({ ...user, groups: [...user.groups, text(given, 'group')] })),
  TagUser: (draft, given) =>
    change(draft, given, (user) => ({ ...user, tags: { ...user.tags, [text(given, 'key')]: text(given, 'value') } })),
}

const isRecord = (value: Json): value is With => typeof value === 'object' && value !== null && !Array.isArray(value)

function madeIn(account: Account, calls: readonly Call[], now: number): Account {
  const draft: Draft = {
    users: new Map(Object.entries(account.users)),
    policies: new Map(Object.entries(account.policies)),
  }
  for (const { op, with: given } of calls) {
    const effect = EFFECTS[op]
    if (effect === undefined || !isRecord(given))
      throw new Error(`the benchmark does not know what ${op} leaves behind`)
    effect(draft, given, now)
  }
  return { ...account, users: Object.fromEntries(draft.users), policies: Object.fromEntries(draft.policies) }
}

/** The world after these calls, all of which must be new gifts. */
export function made(aws: AwsWorld, calls: readonly Call[], now: number): AwsWorld {
  const byAccount = Map.groupBy(calls, ({ with: given }) => (isRecord(given) ? text(given, 'account') : ''))
  const accounts = Object.entries(aws.accounts).map(([id, account]) => [
    id,
    madeIn(account, byAccount.get(id) ?? [], now),
  ])
  return { ...aws, accounts: Object.fromEntries(accounts) }
}
