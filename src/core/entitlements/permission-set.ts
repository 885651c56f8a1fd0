// What an item `permissionSet: …` asks for: to be assigned a permission set of IAM Identity Center as it is.

import type { PermissionSetItem } from '../documents/shapes.ts'
import type { Finding } from '../model/finding.ts'
import { id } from '../model/id.ts'
import type { Place } from '../model/place.ts'
import type { Kind } from './kind.ts'

/** At most 32 characters (IAM Identity Center API reference, PermissionSet). */
const NAME = /^[\w+=,.@-]{1,32}$/
const ARN = /^arn:(aws[a-z-]*):sso:::permissionSet\/(sso)?ins-[a-zA-Z0-9-.]{16}\/ps-[a-zA-Z0-9-./]{16}$/

const problem = (code: Finding['code'], text: string, at: Place, why: string): Finding => ({
  code,
  at,
  message: `\`${text}\` does not name a permission set: ${why}.`,
  cure: 'Write the name or the ARN as the Identity Center console shows it; an item names one set, without wildcards.',
})

export const permissionSet: Kind<PermissionSetItem> = {
  kind: 'permissionSet',
  keys: ['permissionSet'],
  read({ permissionSet: text }, at) {
    const by = text.startsWith('arn:') ? 'arn' : 'name'
    if (by === 'arn' && !ARN.test(text))
      return {
        findings: [
          problem(
            'arn-syntax',
            text,
            at(['permissionSet']),
            'an ARN of one looks like arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-aaaabbbbccccdddd',
          ),
        ],
      }
    if (by === 'name' && !NAME.test(text))
      return {
        findings: [
          problem('name-syntax', text, at(['permissionSet']), 'a name has at most 32 letters, digits and `+=,.@_-`'),
        ],
      }
    return {
      entitlement: {
        kind: id('permissionSet'),
        what: `permissionSet:${text}`,
        says: `the permission set ${text.slice(text.lastIndexOf('/') + 1)}`,
        permissions: { form: 'existing', thing: { what: 'permissionSet', by, value: text, at: at(['permissionSet']) } },
        facets: { permissionSet: [text] },
        at: at([]),
      },
    }
  },
  check({ permissions }, { account, partition }, at) {
    if (permissions.form !== 'existing' || permissions.thing.by !== 'arn') return []
    const { value, at: written } = permissions.thing
    const there = ARN.exec(value)?.[1]
    if (there === partition) return []
    return [
      {
        code: 'arn-elsewhere',
        at: written.file === at.file ? written : at,
        message: `\`${value}\` cannot be given in ${account.name}: it lies in the partition ${there}, the account in ${partition}.`,
        cure: 'Name a permission set of the Identity Center that the account belongs to.',
      },
    ]
  },
}
