// Whether a trust policy names somebody who is not there.

import { documentOf } from '../../access/document.ts'
import { type Refused, refuse } from '../answer.ts'
import { arnParts, iamArn } from '../arns.ts'
import { type AwsWorld, own } from '../world.ts'

const isThere = (aws: AwsWorld, principal: string): boolean => {
  if (principal === '*' || /^\d{12}$/.test(principal)) return true
  const parts = arnParts(principal)
  if (parts === null || parts.partition !== aws.partition) return false
  const account = own(aws.accounts, parts.account)
  if (account === undefined || parts.rest === 'root' || parts.service === 'sts') return true
  const here = (['user', 'role'] as const).flatMap((thing) =>
    Object.entries(thing === 'user' ? account.users : account.roles).map(([name, { path }]) =>
      iamArn(aws.partition, account.id, thing, path, name),
    ),
  )
  return here.includes(principal)
}

/** AWS refuses a user or role that does not exist (yet); accounts that the sandbox does not know are believed. */
export const strangePrincipal = (aws: AwsWorld, document: string): Refused | null => {
  const named = documentOf(document).statements.flatMap(({ principals }) =>
    principals === undefined || principals === '*' ? [] : (principals['AWS'] ?? []),
  )
  const strange = named.find((one) => !isThere(aws, one))
  return strange === undefined
    ? null
    : refuse.malformedPolicyDocument(`Invalid principal in policy: "AWS":"${strange}"`)
}
