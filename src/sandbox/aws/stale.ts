// Which state a read is shown while a write has not spread yet: IAM is eventually consistent.

import { type Account, type AwsWorld, having, type Iam, own } from './world.ts'

const iamOf = ({ users, groups, roles, policies }: Account): Iam => ({ users, groups, roles, policies })

/** The account after a write, remembering how it was before where the world is set to lag. */
export const afterWrite = (aws: AwsWorld, before: Account, after: Account, now: number): Account => {
  if (aws.stale === undefined || before === after) return after
  const shown = lagging(before, now) ? before.lag.iam : iamOf(before)
  const lag =
    'seconds' in aws.stale
      ? { until: now + aws.stale.seconds, readsLeft: 0 }
      : { until: now, readsLeft: aws.stale.reads }
  return { ...after, lag: { iam: shown, ...lag } }
}

const lagging = (account: Account, now: number): account is Account & { readonly lag: NonNullable<Account['lag']> } =>
  account.lag !== undefined && (account.lag.readsLeft > 0 || now < account.lag.until)

export interface Seen {
  /** What the read is answered from. */
  readonly account: Account
  /** The world after the read: one stale read fewer is left. */
  readonly aws: AwsWorld
}

export const asRead = (aws: AwsWorld, id: string, now: number): Seen | null => {
  const account = own(aws.accounts, id)
  if (account === undefined) return null
  if (!lagging(account, now)) return { account, aws }
  const left = { ...account.lag, readsLeft: Math.max(0, account.lag.readsLeft - 1) }
  return {
    account: { ...account, ...account.lag.iam },
    aws: { ...aws, accounts: having(aws.accounts, id, { ...account, lag: left }) },
  }
}
