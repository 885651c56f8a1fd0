// What is in an account's IAM all at once: GetAccountAuthorizationDetails.

import { done, type Structure } from '../answer.ts'
import { iamArn } from '../arns.ts'
import type { Asked, Operations } from '../operation.ts'
import { pageOf } from '../page.ts'
import { paging } from '../parameters.ts'
import { textsOf } from '../query.ts'
import type { Holder, Named } from '../world.ts'
import { type PolicyAt, policyAt } from './lookup.ts'
import {
  attachedList,
  boundaryMember,
  groupCore,
  policyCore,
  roleCore,
  tagList,
  urlEncoded,
  userCore,
  usesOf,
  versionIds,
  versionWhole,
} from './shapes.ts'

type ListName = 'UserDetailList' | 'GroupDetailList' | 'RoleDetailList' | 'Policies'
interface Entry {
  readonly list: ListName
  readonly shown: () => Structure
}

const inlineList = (inline: Named<string>): readonly Structure[] =>
  Object.entries(inline).map(([PolicyName, document]) => ({ PolicyName, PolicyDocument: urlEncoded(document) }))

const attached = (holder: Holder): Structure => ({ AttachedManagedPolicies: attachedList(holder.attached) })

const users = ({ aws, account }: Asked): readonly Entry[] =>
  Object.entries(account.users).map(([name, user]) => ({
    list: 'UserDetailList',
    shown: () => ({
      ...userCore(aws, account.id, name, user),
      UserPolicyList: inlineList(user.inline),
      GroupList: user.groups,
      ...attached(user),
      ...boundaryMember(user.boundary),
      Tags: tagList(user.tags),
    }),
  }))

const groups = ({ aws, account }: Asked): readonly Entry[] =>
  Object.entries(account.groups).map(([name, group]) => ({
    list: 'GroupDetailList',
    shown: () => ({
      ...groupCore(aws, account.id, name, group),
      GroupPolicyList: inlineList(group.inline),
      ...attached(group),
    }),
  }))

const roles = ({ aws, account }: Asked): readonly Entry[] =>
  Object.entries(account.roles).map(([name, role]) => ({
    list: 'RoleDetailList',
    shown: () => ({
      ...roleCore(aws, account.id, name, role),
      InstanceProfileList: [],
      RolePolicyList: inlineList(role.inline),
      ...attached(role),
      ...boundaryMember(role.boundary),
      Tags: tagList(role.tags),
    }),
  }))

/** No tags on policies, and no description: GetAccountAuthorizationDetails returns neither. */
const policyEntry = ({ account }: Asked, found: PolicyAt): Entry => ({
  list: 'Policies',
  shown: () => ({
    ...policyCore(account, found),
    PolicyVersionList: versionIds(found.policy).map((id) => versionWhole(found.policy, id)),
  }),
})

const localPolicies = (asked: Asked): readonly Entry[] =>
  Object.entries(asked.account.policies).map(([name, policy]) =>
    policyEntry(asked, {
      arn: iamArn(asked.aws.partition, asked.account.id, 'policy', policy.path, name),
      name,
      policy,
      keeper: 'customer',
    }),
  )

/** Of AWS's own policies only those in use in the account. */
const awsPolicies = (asked: Asked): readonly Entry[] =>
  Object.keys(asked.aws.managed)
    .filter((arn) => {
      const uses = usesOf(asked.account, arn)
      return uses.attached + uses.boundaries > 0
    })
    .flatMap((arn) => {
      const found = policyAt(asked.aws, asked.account, arn)
      return found === null ? [] : [policyEntry(asked, found)]
    })

const sources: Readonly<Record<string, (asked: Asked) => readonly Entry[]>> = {
  User: users,
  Group: groups,
  Role: roles,
  LocalManagedPolicy: localPolicies,
  AWSManagedPolicy: awsPolicies,
}

const getDetails = (asked: Asked) => {
  const filter = textsOf(asked.input, 'Filter')
  const entries = Object.entries(sources)
    .filter(([kind]) => filter.length === 0 || filter.includes(kind))
    .flatMap(([, source]) => source(asked))
  const page = pageOf(entries, asked.input, asked.aws.pageSize)
  if (page.is === 'refused') return page
  const of = (list: ListName): readonly Structure[] =>
    page.items.filter((entry) => entry.list === list).map((entry) => entry.shown())
  return done(asked.account, {
    UserDetailList: of('UserDetailList'),
    GroupDetailList: of('GroupDetailList'),
    RoleDetailList: of('RoleDetailList'),
    Policies: of('Policies'),
    ...page.more,
  })
}

export const detailOperations: Operations = {
  GetAccountAuthorizationDetails: { writes: false, takes: { 'Filter?': 'entities', ...paging }, run: getDetails },
}
