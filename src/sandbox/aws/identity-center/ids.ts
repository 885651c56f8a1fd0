// How Identity Center's ids and ARNs are written.

import { createHash } from 'node:crypto'

const hex = (seed: string, length: number): string => createHash('sha256').update(seed).digest('hex').slice(0, length)

export const instanceArnOf = (partition: string, seed: string): string =>
  `arn:${partition}:sso:::instance/ssoins-${hex(`instance/${seed}`, 16)}`

export const setArnOf = (instanceArn: string, seed: string): string => {
  const [, partition = 'aws'] = instanceArn.split(':')
  const instance = instanceArn.slice(instanceArn.lastIndexOf('/') + 1)
  return `arn:${partition}:sso:::permissionSet/${instance}/ps-${hex(`set/${seed}`, 16)}`
}

export const storeIdOf = (seed: string): string => `d-${hex(`store/${seed}`, 10)}`

/** A UUID that is always the same for the same seed. */
export const uuidOf = (seed: string): string => {
  const text = hex(seed, 32)
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-8${text.slice(17, 20)}-${text.slice(20, 32)}`
}

/** The end of a role's name: another one each time the role is made anew. */
export const roleSuffix = (seed: string): string => hex(`role/${seed}`, 16)
