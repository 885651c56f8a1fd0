// What people do in the AWS console behind Daypass's back.

import { inAccount } from '../../../sandbox/aws/build.ts'
import type { Account, ManagedPolicy } from '../../../sandbox/aws/world.ts'
import type { Stage } from './play.ts'

const userOf = (account: Account, email: string): string => {
  const local = email.split('@')[0] ?? email
  const found = Object.entries(account.users).find(
    ([name, user]) => name === email || name === local || Object.values(user.tags).includes(email),
  )
  if (found === undefined) throw new Error(`${email} has no user in ${account.id}`)
  return found[0]
}

const emailOf = ({ company }: Stage, handle: string): string => {
  const person = [...company.settings.people.values()].find((one) => one.handle === handle)
  if (person === undefined) throw new Error(`config/ knows no ${handle}`)
  return person.email
}

const arnOf = (account: string, path: string, name: string): string => `arn:aws:iam::${account}:policy${path}${name}`

/** Accounts in which the person has policies of ours attached, with the names of those policies. */
function heldBy(
  stage: Stage,
  handle: string,
): readonly { readonly account: string; readonly user: string; readonly policies: readonly string[] }[] {
  const email = emailOf(stage, handle)
  return Object.values(stage.company.sandbox.world().aws.accounts).flatMap((account) => {
    const user = Object.keys(account.users).length === 0 ? null : userOf(account, email)
    const attached = user === null ? [] : (account.users[user]?.attached ?? [])
    const policies = Object.entries(account.policies)
      .filter(
        ([name, policy]) =>
          policy.path.startsWith('/daypass/') && attached.includes(arnOf(account.id, policy.path, name)),
      )
      .map(([name]) => name)
    return user === null || policies.length === 0 ? [] : [{ account: account.id, user, policies }]
  })
}

function widened(policy: ManagedPolicy, statement: object): ManagedPolicy {
  const current = policy.versions[policy.default]
  if (current === undefined) throw new Error('a policy without its default version')
  const document: { Statement: object[] } = JSON.parse(current.document)
  const next = `v${policy.last + 1}`
  const text = JSON.stringify({ ...document, Statement: [...document.Statement, statement] })
  return {
    ...policy,
    versions: { ...policy.versions, [next]: { ...current, document: text } },
    default: next,
    last: policy.last + 1,
  }
}

/** Adds a statement to the first policy of ours that the person holds. */
export function editHeldPolicy(stage: Stage, handle: string, statement: object): void {
  const [held] = heldBy(stage, handle)
  const name = held?.policies[0]
  if (held === undefined || name === undefined) throw new Error(`${handle} holds nothing`)
  stage.company.sandbox.change((world) => ({
    ...world,
    aws: inAccount(world.aws, held.account, (account) => {
      const policy = account.policies[name]
      return policy === undefined
        ? account
        : { ...account, policies: { ...account.policies, [name]: widened(policy, statement) } }
    }),
  }))
}

/** Detaches every policy of ours from the person. */
export function takeAwayByHand(stage: Stage, handle: string): void {
  for (const { account: id, user: name } of heldBy(stage, handle))
    stage.company.sandbox.change((world) => ({
      ...world,
      aws: inAccount(world.aws, id, (account) => {
        const user = account.users[name]
        if (user === undefined) return account
        const attached = user.attached.filter((arn) => !arn.includes(':policy/daypass/'))
        return { ...account, users: { ...account.users, [name]: { ...user, attached } } }
      }),
    }))
}
