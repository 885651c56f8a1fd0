// How IAM's ARNs are written and read.

import type { AwsWorld } from './world.ts'

export type IamThing = 'user' | 'group' | 'role' | 'policy'

export const iamArn = (partition: string, account: string, thing: IamThing, path: string, name: string): string =>
  `arn:${partition}:iam::${account}:${thing}${path}${name}`

export const rootArn = (partition: string, account: string): string => `arn:${partition}:iam::${account}:root`

export const sessionArn = (partition: string, account: string, role: string, session: string): string =>
  `arn:${partition}:sts::${account}:assumed-role/${role}/${session}`

export const samlArn = (partition: string, account: string, name: string): string =>
  `arn:${partition}:iam::${account}:saml-provider/${name}`

export const oidcArn = (partition: string, account: string, host: string): string =>
  `arn:${partition}:iam::${account}:oidc-provider/${host}`

export interface ArnParts {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly rest: string
}

/** The six parts of an ARN, or null where the text is no ARN. */
export const arnParts = (arn: string): ArnParts | null => {
  const [head, partition, service, region, account, ...rest] = arn.split(':')
  if (head !== 'arn' || partition === undefined || service === undefined || region === undefined) return null
  return account === undefined || rest.length === 0
    ? null
    : { partition, service, region, account, rest: rest.join(':') }
}

/** Last part of the path in an IAM ARN: the name of the thing. */
export const nameInArn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

/** Account that owns a resource: named in its ARN, or known to the world (a bucket's objects are the bucket's). */
export const ownerOf = (aws: AwsWorld, arn: string): string | undefined => {
  const parts = arnParts(arn)
  if (parts === null) return undefined
  if (parts.account !== '') return parts.account
  const slash = arn.indexOf('/')
  const owner = (name: string): string | undefined =>
    Object.hasOwn(aws.resources, name) ? aws.resources[name] : undefined
  return owner(arn) ?? (slash === -1 ? undefined : owner(arn.slice(0, slash)))
}
