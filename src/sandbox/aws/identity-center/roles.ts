// What Identity Center makes of a permission set in an account: a role that nobody but its own door can enter.

import { sizeOf } from '../documents.ts'
import { policyAt } from '../iam/lookup.ts'
import { uniqueId } from '../ids.ts'
import { type Account, type AwsWorld, having, lacking, type Named, own, type Role } from '../world.ts'
import { roleSuffix } from './ids.ts'
import type { IdentityCenter, PermissionSet } from './world.ts'

const secondsOf = (duration: string): number => {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? []
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

const arnOfCustomer = (partition: string, account: string, { path, name }: PermissionSet['customer'][number]): string =>
  `arn:${partition}:iam::${account}:policy${path}${name}`

/** What the role holds, or why AWS could not make it so. */
function held(aws: AwsWorld, account: Account, set: PermissionSet): Pick<Role, 'inline' | 'attached'> | string {
  const customer = set.customer.map((one) => arnOfCustomer(aws.partition, account.id, one))
  const missing = customer.find((arn) => policyAt(aws, account, arn) === null)
  if (missing !== undefined) return `The policy ${missing} does not exist in account ${account.id}.`
  const attached = [...set.managed, ...customer]
  if (attached.length > account.quotas.attachedPerRole)
    return `The role in account ${account.id} would have ${attached.length} policies, more than its quota of ${account.quotas.attachedPerRole}.`
  const inline: Named<string> = set.inline === undefined ? {} : { AwsSSOInlinePolicy: set.inline }
  if (set.inline !== undefined && sizeOf(set.inline) > account.quotas.roleInlineSize)
    return `The inline policy is larger than account ${account.id} takes.`
  return { inline, attached }
}

export type Provisioned =
  | { readonly is: 'provisioned'; readonly aws: AwsWorld; readonly center: IdentityCenter }
  | { readonly is: 'failed'; readonly reason: string }

const trust = (partition: string, account: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${account}:saml-provider/AWSSSO_DO_NOT_DELETE` },
        Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      },
    ],
  })

/** Makes the role of a set in an account, or brings it up to date: its name and id stay while it is there. */
export function provision(
  aws: AwsWorld,
  center: IdentityCenter,
  arn: string,
  accountId: string,
  now: number,
): Provisioned {
  const set = own(center.sets, arn)
  const account = own(aws.accounts, accountId)
  if (set === undefined) return { is: 'failed', reason: `The permission set ${arn} does not exist.` }
  const member = own(aws.organizations?.members ?? {}, accountId)
  if (account === undefined || member === undefined)
    return { is: 'failed', reason: `The account ${accountId} is not in the organization.` }
  if (member.status !== 'ACTIVE') return { is: 'failed', reason: `The account ${accountId} is ${member.status}.` }
  const holds = held(aws, account, set)
  if (typeof holds === 'string') return { is: 'failed', reason: holds }
  const before = own(set.roles, accountId)
  const name = before ?? `AWSReservedSSO_${set.name}_${roleSuffix(`${accountId}/${arn}/${aws.made}`)}`
  const there = own(account.roles, name)
  const role: Role = {
    path: `/aws-reserved/sso.amazonaws.com/${center.region === 'us-east-1' ? '' : `${center.region}/`}`,
    id: there?.id ?? uniqueId('AROA', `${accountId}/${name}`),
    created: there?.created ?? now,
    tags: {},
    trust: trust(aws.partition, accountId),
    maxSession: Math.max(3600, secondsOf(set.sessionDuration)),
    ...holds,
  }
  const roles = having(account.roles, name, role)
  return {
    is: 'provisioned',
    aws: { ...aws, made: aws.made + 1, accounts: having(aws.accounts, accountId, { ...account, roles }) },
    center: { ...center, sets: having(center.sets, arn, { ...set, roles: having(set.roles, accountId, name) }) },
  }
}

/** Takes the role of a set out of an account. */
export function deprovision(
  aws: AwsWorld,
  center: IdentityCenter,
  arn: string,
  accountId: string,
): {
  readonly aws: AwsWorld
  readonly center: IdentityCenter
} {
  const set = own(center.sets, arn)
  const account = own(aws.accounts, accountId)
  const name = set === undefined ? undefined : own(set.roles, accountId)
  if (set === undefined || account === undefined || name === undefined) return { aws, center }
  return {
    aws: { ...aws, accounts: having(aws.accounts, accountId, { ...account, roles: lacking(account.roles, name) }) },
    center: { ...center, sets: having(center.sets, arn, { ...set, roles: lacking(set.roles, accountId) }) },
  }
}

export const sessionSeconds = (set: PermissionSet): number => secondsOf(set.sessionDuration)
