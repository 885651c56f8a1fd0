// Which managed policies there are: made, read, listed and deleted.

import { done, refuse } from '../answer.ts'
import { iamArn } from '../arns.ts'
import { checkDocument, sizeOf } from '../documents.ts'
import type { Asked, Operations } from '../operation.ts'
import { pageOf } from '../page.ts'
import { paging } from '../parameters.ts'
import { tagsOf, text, textOf } from '../query.ts'
import { having, lacking, type ManagedPolicy } from '../world.ts'
import { newAim, policyAim } from './aims.ts'
import { badArn, noPolicy, type PolicyAt, policyAt, taken } from './lookup.ts'
import { policyCore, tagMember, usesOf } from './shapes.ts'

const createPolicy = (asked: Asked) => {
  const { aws, account, input, now } = asked
  const name = text(input, 'PolicyName')
  const document = text(input, 'PolicyDocument')
  const bad = checkDocument(document, 'identity')
  if (bad !== null) return bad
  if (sizeOf(document) > account.quotas.policySize)
    return refuse.limitExceeded(`Cannot exceed quota for PolicySize: ${account.quotas.policySize}`)
  if (taken(account.policies, name))
    return refuse.entityAlreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`)
  if (Object.keys(account.policies).length >= account.quotas.policies)
    return refuse.limitExceeded(`Cannot exceed quota for PoliciesPerAccount: ${account.quotas.policies}`)
  const description = textOf(input, 'Description')
  const policy: ManagedPolicy = {
    path: textOf(input, 'Path') ?? '/',
    id: asked.newId('ANPA'),
    created: now,
    updated: now,
    tags: tagsOf(input),
    versions: { v1: { document, created: now } },
    default: 'v1',
    last: 1,
    ...(description === undefined ? {} : { description }),
  }
  const after = { ...account, policies: having(account.policies, name, policy) }
  const arn = iamArn(aws.partition, account.id, 'policy', policy.path, name)
  const shown = { ...policyCore(after, { arn, name, policy, keeper: 'customer' }), ...tagMember(policy.tags) }
  return done(after, { Policy: shown })
}

const getPolicy = ({ aws, account, input }: Asked) => {
  const arn = text(input, 'PolicyArn')
  const bad = badArn(arn)
  if (bad !== null) return bad
  const found = policyAt(aws, account, arn)
  if (found === null) return refuse.noSuchEntity(`Policy ${arn} was not found.`)
  const { description, tags } = found.policy
  const described = description === undefined ? {} : { Description: description }
  return done(account, { Policy: { ...policyCore(account, found), ...described, ...tagMember(tags) } })
}

const deletePolicy = ({ aws, account, input }: Asked) => {
  const arn = text(input, 'PolicyArn')
  const bad = badArn(arn)
  if (bad !== null) return bad
  const found = policyAt(aws, account, arn)
  if (found === null) return refuse.noSuchEntity(`Policy ${arn} was not found.`)
  if (found.keeper === 'aws') return refuse.accessDenied(`Policies of AWS cannot be deleted: ${arn}`)
  const uses = usesOf(account, arn)
  if (uses.attached + uses.boundaries > 0) return refuse.deleteConflict('Cannot delete a policy attached to entities.')
  if (Object.keys(found.policy.versions).length > 1)
    return refuse.deleteConflict(
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    )
  return done({ ...account, policies: lacking(account.policies, found.name) })
}

const customers = ({ aws, account }: Asked): readonly PolicyAt[] =>
  Object.entries(account.policies).map(([name, policy]) => ({
    arn: iamArn(aws.partition, account.id, 'policy', policy.path, name),
    name,
    policy,
    keeper: 'customer',
  }))

const awsKept = ({ aws, account }: Asked): readonly PolicyAt[] =>
  Object.keys(aws.managed).flatMap((arn) => policyAt(aws, account, arn) ?? [])

/** Without description and tags, as the API reference says. */
const listPolicies = (asked: Asked) => {
  const { aws, account, input } = asked
  const scope = textOf(input, 'Scope') ?? 'All'
  const prefix = textOf(input, 'PathPrefix') ?? '/'
  const attachedOnly = textOf(input, 'OnlyAttached') === 'true'
  const all = [...(scope === 'AWS' ? [] : customers(asked)), ...(scope === 'Local' ? [] : awsKept(asked))]
  const wanted = all.filter(
    ({ arn, policy }) => policy.path.startsWith(prefix) && (!attachedOnly || usesOf(account, arn).attached > 0),
  )
  const page = pageOf(wanted, input, aws.pageSize)
  if (page.is === 'refused') return page
  return done(account, { Policies: page.items.map((one) => policyCore(account, one)), ...page.more })
}

const listEntities = ({ aws, account, input }: Asked) => {
  const arn = text(input, 'PolicyArn')
  const bad = badArn(arn)
  if (bad !== null) return bad
  if (policyAt(aws, account, arn) === null) return noPolicy(arn)
  const filter = textOf(input, 'EntityFilter')
  const prefix = textOf(input, 'PathPrefix') ?? '/'
  const usage = textOf(input, 'PolicyUsageFilter')
  const kinds = [
    { kind: 'Group', things: Object.entries(account.groups) },
    { kind: 'User', things: Object.entries(account.users) },
    { kind: 'Role', things: Object.entries(account.roles) },
  ] as const
  const found = kinds
    .filter(({ kind }) => filter === undefined || filter === kind)
    .flatMap(({ kind, things }) =>
      things
        .filter(([, { path }]) => path.startsWith(prefix))
        .filter(([, thing]) => {
          const attached = usage !== 'PermissionsBoundary' && thing.attached.includes(arn)
          const bounds = usage !== 'PermissionsPolicy' && 'boundary' in thing && thing.boundary === arn
          return attached || bounds
        })
        .map(([name, { id }]) => ({ kind, shown: { [`${kind}Name`]: name, [`${kind}Id`]: id } })),
    )
  const page = pageOf(found, input, aws.pageSize)
  if (page.is === 'refused') return page
  const of = (kind: 'Group' | 'User' | 'Role') => page.items.filter((one) => one.kind === kind).map((one) => one.shown)
  return done(account, { PolicyGroups: of('Group'), PolicyUsers: of('User'), PolicyRoles: of('Role'), ...page.more })
}

export const policyOperations: Operations = {
  CreatePolicy: {
    writes: true,
    takes: {
      PolicyName: 'policyName',
      PolicyDocument: 'document',
      'Path?': 'policyPath',
      'Description?': 'description',
      'Tags?': 'tags',
    },
    aim: newAim('policy', 'PolicyName', 'iam:TagPolicy'),
    run: createPolicy,
  },
  GetPolicy: { writes: false, takes: { PolicyArn: 'arn' }, aim: policyAim, run: getPolicy },
  DeletePolicy: { writes: true, takes: { PolicyArn: 'arn' }, aim: policyAim, run: deletePolicy },
  ListPolicies: {
    writes: false,
    takes: { 'Scope?': 'scope', 'OnlyAttached?': 'boolean', 'PathPrefix?': 'policyPath', ...paging },
    run: listPolicies,
  },
  ListEntitiesForPolicy: {
    writes: false,
    takes: {
      PolicyArn: 'arn',
      'EntityFilter?': 'entity',
      'PathPrefix?': 'path',
      'PolicyUsageFilter?': 'usage',
      ...paging,
    },
    aim: policyAim,
    run: listEntities,
  },
}
