// Which IAM thing a name or an ARN means, and what IAM says when there is none.

import { type Refused, refuse } from '../answer.ts'
import { iamArn } from '../arns.ts'
import { type Account, type AwsWorld, type ManagedPolicy, type Named, own } from '../world.ts'

export interface PolicyAt {
  readonly arn: string
  readonly name: string
  readonly policy: ManagedPolicy
  readonly keeper: 'customer' | 'aws'
}

const awsName = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

/** A policy of this account, or one that AWS keeps for all. */
export const policyAt = (aws: AwsWorld, account: Account, arn: string): PolicyAt | null => {
  const kept = own(aws.managed, arn)
  if (kept !== undefined) return { arn, name: awsName(arn), policy: kept, keeper: 'aws' }
  const name = awsName(arn)
  const policy = own(account.policies, name)
  return policy !== undefined && iamArn(aws.partition, account.id, 'policy', policy.path, name) === arn
    ? { arn, name, policy, keeper: 'customer' }
    : null
}

/** Whether a name is taken, ignoring case: IAM does not tell names apart by case. */
export const taken = (things: Named<unknown>, name: string): boolean =>
  Object.keys(things).some((one) => one.toLowerCase() === name.toLowerCase())

export const noUser = (name: string): Refused => refuse.noSuchEntity(`The user with name ${name} cannot be found.`)
export const noGroup = (name: string): Refused => refuse.noSuchEntity(`The group with name ${name} cannot be found.`)
export const noRole = (name: string): Refused => refuse.noSuchEntity(`The role with name ${name} cannot be found.`)
export const noPolicy = (arn: string): Refused =>
  refuse.noSuchEntity(`Policy ${arn} does not exist or is not attachable.`)

/** An ARN that IAM can make nothing of is InvalidInput, not NoSuchEntity. */
export const badArn = (arn: string): Refused | null =>
  /^arn:[^:]+:iam::(\d{12}|aws):policy\/.+$/.test(arn) ? null : refuse.invalidInput(`ARN ${arn} is not valid.`)
