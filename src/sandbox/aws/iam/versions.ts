// Which versions a managed policy has and which of them counts.

import { type Answer, done, refuse } from '../answer.ts'
import { checkDocument, sizeOf } from '../documents.ts'
import type { Asked, Operations } from '../operation.ts'
import { pageOf } from '../page.ts'
import { paging } from '../parameters.ts'
import { text, textOf } from '../query.ts'
import { type Account, having, lacking, type ManagedPolicy, own } from '../world.ts'
import { policyAim } from './aims.ts'
import { badArn, type PolicyAt, policyAt } from './lookup.ts'
import { versionCore, versionIds, versionWhole } from './shapes.ts'

/** Runs on the policy the call names, or refuses; AWS's own policies are for reading only. */
const onPolicy =
  (access: 'read' | 'write', run: (asked: Asked, found: PolicyAt) => Answer<Account>) =>
  (asked: Asked): Answer<Account> => {
    const arn = text(asked.input, 'PolicyArn')
    const bad = badArn(arn)
    if (bad !== null) return bad
    const found = policyAt(asked.aws, asked.account, arn)
    if (found === null) return refuse.noSuchEntity(`Policy ${arn} was not found.`)
    return access === 'write' && found.keeper === 'aws'
      ? refuse.accessDenied(`Policies of AWS cannot be changed: ${arn}`)
      : run(asked, found)
  }

const changed = (account: Account, name: string, policy: ManagedPolicy): Account => ({
  ...account,
  policies: having(account.policies, name, policy),
})

const noVersion = (arn: string, id: string) =>
  refuse.noSuchEntity(`Policy ${arn} version ${id} does not exist or is not attachable.`)

const create = onPolicy('write', ({ account, input, now }, { name, policy }) => {
  const document = text(input, 'PolicyDocument')
  const bad = checkDocument(document, 'identity')
  if (bad !== null) return bad
  if (sizeOf(document) > account.quotas.policySize)
    return refuse.limitExceeded(`Cannot exceed quota for PolicySize: ${account.quotas.policySize}`)
  if (Object.keys(policy.versions).length >= account.quotas.versionsPerPolicy)
    return refuse.limitExceeded(
      `A managed policy can have up to ${account.quotas.versionsPerPolicy} versions. Before you create a new version, you must delete an existing version.`,
    )
  const last = policy.last + 1
  const id = `v${last}`
  const next: ManagedPolicy = {
    ...policy,
    last,
    updated: now,
    versions: having(policy.versions, id, { document, created: now }),
    default: textOf(input, 'SetAsDefault') === 'true' ? id : policy.default,
  }
  return done(changed(account, name, next), { PolicyVersion: versionCore(next, id) })
})

const get = onPolicy('read', ({ account, input }, { arn, policy }) => {
  const id = text(input, 'VersionId')
  return own(policy.versions, id) === undefined
    ? noVersion(arn, id)
    : done(account, { PolicyVersion: versionWhole(policy, id) })
})

const list = onPolicy('read', ({ aws, account, input }, { policy }) => {
  const page = pageOf(versionIds(policy), input, aws.pageSize)
  return page.is === 'refused'
    ? page
    : done(account, { Versions: page.items.map((id) => versionCore(policy, id)), ...page.more })
})

const remove = onPolicy('write', ({ account, input }, { arn, name, policy }) => {
  const id = text(input, 'VersionId')
  if (own(policy.versions, id) === undefined) return noVersion(arn, id)
  if (policy.default === id) return refuse.deleteConflict('Cannot delete the default version of a policy.')
  return done(changed(account, name, { ...policy, versions: lacking(policy.versions, id) }))
})

const setDefault = onPolicy('write', ({ account, input }, { arn, name, policy }) => {
  const id = text(input, 'VersionId')
  return own(policy.versions, id) === undefined
    ? noVersion(arn, id)
    : done(changed(account, name, { ...policy, default: id }))
})

const version = { PolicyArn: 'arn', VersionId: 'versionId' } as const

export const versionOperations: Operations = {
  CreatePolicyVersion: {
    writes: true,
    takes: { PolicyArn: 'arn', PolicyDocument: 'document', 'SetAsDefault?': 'boolean' },
    aim: policyAim,
    run: create,
  },
  GetPolicyVersion: { writes: false, takes: version, aim: policyAim, run: get },
  ListPolicyVersions: { writes: false, takes: { PolicyArn: 'arn', ...paging }, aim: policyAim, run: list },
  DeletePolicyVersion: { writes: true, takes: version, aim: policyAim, run: remove },
  SetDefaultPolicyVersion: { writes: true, takes: version, aim: policyAim, run: setDefault },
}
