// What the parts of an ARN are, and whether an ARN lies in the account and partition it may lie in.

import { hasVariable, hasWildcard } from './wildcard.ts'

/** `account` and `region` may be empty; `resource` keeps its colons and slashes. Every part may hold wildcards. */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

export type ArnRead = { readonly arn: Arn } | { readonly problem: string }

const LONGEST = 2048
const PARTITION = /^(aws(-[a-z]+)*)$/
const SERVICE = /^[a-z0-9][a-z0-9-]*$/
const REGION = /^[a-z0-9*?-]*$/
const ACCOUNT = /^([0-9*?]{1,12}|aws)?$/

/** `arn:partition:service:region:account:resource` → its parts (AWS general reference, ARN format). */
export function readArn(text: string): ArnRead {
  const [start, partition, service, region, account, ...rest] = text.split(':')
  if (text.length > LONGEST) return { problem: `an ARN has at most ${LONGEST} characters` }
  if (start !== 'arn') return { problem: 'an ARN starts with "arn:"' }
  if (partition === undefined || service === undefined || region === undefined || account === undefined)
    return { problem: 'an ARN has six parts: arn:partition:service:region:account:resource' }
  const resource = rest.join(':')
  if (resource === '') return { problem: 'an ARN names a resource in its sixth part' }
  return { arn: { partition, service, region, account, resource } }
}

/** AWS's own managed policies lie in the account `aws` of every partition. */
const isAwsPolicy = (arn: Arn): boolean =>
  arn.account === 'aws' && arn.service === 'iam' && arn.region === '' && arn.resource.startsWith('policy/')

/**
 * Why a resource may not be named by an item of this account; empty = nothing against it. The bare `*` is no ARN and is
 * left to `sameAccount`; an empty account (S3, Route 53, API Gateway) belongs to nobody by name and is left to it too.
 */
export function arnProblems(
  text: string,
  at: { readonly account: string; readonly partition: string },
): readonly string[] {
  if (text === '*') return []
  const read = readArn(text)
  if ('problem' in read) return [read.problem]
  const { arn } = read
  const head = [arn.partition, arn.service, arn.region, arn.account].join(':')
  if (hasVariable(head)) return ['a policy variable may stand only in the sixth part of an ARN']
  const problems: string[] = []
  if (arn.partition !== at.partition)
    problems.push(
      PARTITION.test(arn.partition)
        ? `it lies in the partition ${arn.partition}, the account in ${at.partition}`
        : `"${arn.partition}" is not the partition ${at.partition}`,
    )
  if (!SERVICE.test(arn.service)) problems.push(`"${arn.service}" is not one service`)
  if (!REGION.test(arn.region)) problems.push(`"${arn.region}" is not a region`)
  if (!ACCOUNT.test(arn.account)) problems.push(`"${arn.account}" is not an account`)
  else if (hasWildcard(arn.account)) problems.push(`"${arn.account}" could mean other accounts than ${at.account}`)
  else if (arn.account !== '' && arn.account !== at.account && !isAwsPolicy(arn))
    problems.push(`it lies in the account ${arn.account}, not in ${at.account}`)
  return problems
}
