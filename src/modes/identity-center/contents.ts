// What our permission sets permit: read from the roles that Identity Center made of them, or from the sets themselves.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { PolicyDocument } from '../../core/model/policy-document.ts'
import { readPolicy } from '../../core/policy/read.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import type { RoleDetail } from '../aws/account.ts'
import { everyPage } from '../aws/pages.ts'
import { readStored } from '../aws/stored.ts'
import type { SetContent } from './content.ts'

export type Permitted = Pick<SetContent, 'document' | 'managed' | 'customer'>

/** Roles of sets lie under this path, with the region behind it everywhere but in us-east-1 (IAM Identity Center user guide). */
const PATH = '/aws-reserved/sso.amazonaws.com/'
const ROLE = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/
/** Under which Identity Center puts a set's inline policy on the role. */
const INLINE = 'AwsSSOInlinePolicy'

export const setOfRole = ({ Path: path = '', RoleName: name = '' }: RoleDetail): string | null =>
  path.startsWith(PATH) ? (ROLE.exec(name)?.[1] ?? null) : null

const NOTHING: PolicyDocument = { version: '2012-10-17', statements: [] }

const isAws = (arn: string): boolean => /^arn:[^:]+:iam::aws:/.test(arn)

/** What sessions of the role may do now; an inline policy that is not Identity Center's makes it unreadable. */
export function permittedBy(role: RoleDetail): Permitted {
  const inline = role.RolePolicyList ?? []
  const [only, second] = inline
  const attached = (role.AttachedManagedPolicies ?? []).flatMap(({ PolicyArn }) => PolicyArn ?? [])
  const document =
    only === undefined
      ? NOTHING
      : second === undefined && only.PolicyName === INLINE
        ? readStored(only.PolicyDocument)
        : null
  return {
    document,
    managed: attached.filter(isAws).sort(),
    customer: attached
      .filter((arn) => !isAws(arn))
      .map((arn) => arn.replace(/^[^/]*/, ''))
      .sort(),
  }
}

/** What the set itself says: three calls, where no role can tell. null: there is no such set any more. */
export async function readDefinition(aws: Aws, instance: string, set: string): Promise<Answer<Permitted | null>> {
  const asked = { InstanceArn: instance, PermissionSetArn: set }
  const inline = await aws.sso('GetInlinePolicyForPermissionSet', asked)
  if (inline.is === 'unknown') return inline.because.kind === 'not-found' ? known(null) : inline
  const paged = (next: string | undefined) => ({ ...asked, ...(next === undefined ? {} : { NextToken: next }) })
  const managed = await everyPage('sso:ListManagedPoliciesInPermissionSet', (next) =>
    aws.sso('ListManagedPoliciesInPermissionSet', paged(next)),
  )
  if (managed.is === 'unknown') return managed
  const customer = await everyPage('sso:ListCustomerManagedPolicyReferencesInPermissionSet', (next) =>
    aws.sso('ListCustomerManagedPolicyReferencesInPermissionSet', paged(next)),
  )
  if (customer.is === 'unknown') return customer
  const text = inline.value.InlinePolicy ?? ''
  const read = text === '' ? { document: NOTHING } : readPolicy(text)
  return known({
    document: 'document' in read ? read.document : null,
    managed: managed.value
      .flatMap(({ AttachedManagedPolicies }) => AttachedManagedPolicies ?? [])
      .flatMap(({ Arn }) => Arn ?? [])
      .sort(),
    customer: customer.value
      .flatMap(({ CustomerManagedPolicyReferences }) => CustomerManagedPolicyReferences ?? [])
      .map(({ Path, Name }) => `${Path ?? '/'}${Name ?? ''}`)
      .sort(),
  })
}
