// What a permission set permits: its inline policy and the managed policies that it names.

import { done } from '../answer.ts'
import { checkDocument, sizeOf } from '../documents.ts'
import { refuseJson } from '../json/answer.ts'
import { given, inside, type JsonInput, pages, structure, sure, text } from '../json/forms.ts'
import type { Operations } from '../json/operation.ts'
import { pageOf } from '../json/page.ts'
import { own } from '../world.ts'
import { readsSet, writesSet } from './operation.ts'
import type { CustomerPolicy } from './world.ts'

const DOCUMENT = text(1, 32_768, /^[\t\n\r\u0020-\u00FF]+$/)
const MANAGED = text(
  20,
  2048,
  /^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):iam::aws:policy\/[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]+$/u,
)
const CUSTOMER = structure({
  Name: text(1, 128, /^[\w+=,.@-]+$/),
  'Path?': text(1, 512, /^((\/[A-Za-z0-9.,+@=_-]+)*)\/$/),
})

const customerIn = (input: JsonInput): CustomerPolicy => {
  const reference = inside(input, 'CustomerManagedPolicyReference')
  return { name: sure(reference, 'Name'), path: given(reference, 'Path') ?? '/' }
}

const same = (a: CustomerPolicy, b: CustomerPolicy): boolean => a.name === b.name && a.path === b.path

export const policyOperations: Operations = {
  PutInlinePolicyToPermissionSet: writesSet({ InlinePolicy: DOCUMENT }, ({ input }, { set, center }) => {
    const document = sure(input, 'InlinePolicy')
    const bad = checkDocument(document, 'identity')
    if (bad !== null) return refuseJson.validation(bad.message)
    if (Buffer.byteLength(document) > center.limits.inlineBytes || sizeOf(document) > center.limits.inlineSize)
      return refuseJson.quota('The inline policy is too large.')
    return { ...set, inline: document }
  }),
  GetInlinePolicyForPermissionSet: readsSet({}, ({ aws }, { set }) => done(aws, { InlinePolicy: set.inline ?? '' })),
  DeleteInlinePolicyFromPermissionSet: writesSet({}, (_asked, { set }) => {
    const { inline: _, ...rest } = set
    return rest
  }),
  AttachManagedPolicyToPermissionSet: writesSet({ ManagedPolicyArn: MANAGED }, ({ aws, input }, { set, center }) => {
    const arn = sure(input, 'ManagedPolicyArn')
    if (own(aws.managed, arn) === undefined) return refuseJson.notFound(`The policy ${arn} does not exist.`)
    if (set.managed.includes(arn)) return refuseJson.conflict('Policy is already attached to the permission set.')
    return set.managed.length + set.customer.length >= center.limits.managedPerSet
      ? refuseJson.quota('Too many managed policies.')
      : { ...set, managed: [...set.managed, arn] }
  }),
  DetachManagedPolicyFromPermissionSet: writesSet({ ManagedPolicyArn: MANAGED }, ({ input }, { set }) => {
    const arn = sure(input, 'ManagedPolicyArn')
    return set.managed.includes(arn)
      ? { ...set, managed: set.managed.filter((one) => one !== arn) }
      : refuseJson.notFound('Policy is not attached to the permission set.')
  }),
  ListManagedPoliciesInPermissionSet: readsSet(pages, ({ aws, input }, { set }) => {
    const page = pageOf(set.managed, input, Math.min(100, aws.pageSize))
    return page.is === 'refused'
      ? page
      : done(aws, {
          AttachedManagedPolicies: page.items.map((arn) => ({ Name: arn.slice(arn.lastIndexOf('/') + 1), Arn: arn })),
          ...page.more,
        })
  }),
  AttachCustomerManagedPolicyReferenceToPermissionSet: writesSet(
    { CustomerManagedPolicyReference: CUSTOMER },
    ({ input }, { set, center }) => {
      const reference = customerIn(input)
      if (set.customer.some((one) => same(one, reference))) return refuseJson.conflict('Policy is already attached.')
      return set.managed.length + set.customer.length >= center.limits.managedPerSet
        ? refuseJson.quota('Too many managed policies.')
        : { ...set, customer: [...set.customer, reference] }
    },
  ),
  DetachCustomerManagedPolicyReferenceFromPermissionSet: writesSet(
    { CustomerManagedPolicyReference: CUSTOMER },
    ({ input }, { set }) => {
      const reference = customerIn(input)
      return set.customer.some((one) => same(one, reference))
        ? { ...set, customer: set.customer.filter((one) => !same(one, reference)) }
        : refuseJson.notFound('Policy is not attached to the permission set.')
    },
  ),
  ListCustomerManagedPolicyReferencesInPermissionSet: readsSet(pages, ({ aws, input }, { set }) => {
    const page = pageOf(set.customer, input, Math.min(100, aws.pageSize))
    return page.is === 'refused'
      ? page
      : done(aws, {
          CustomerManagedPolicyReferences: page.items.map(({ name, path }) => ({ Name: name, Path: path })),
          ...page.more,
        })
  }),
}
