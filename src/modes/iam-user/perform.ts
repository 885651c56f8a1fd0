// How each call is made and confirmed.

import { canonicalJson } from '../../core/model/canonical.ts'
import { type Answer, unknown } from '../../core/model/edge-error.ts'
import type { Json } from '../../core/model/policy-document.ts'
import type { Call, CallOutcome } from '../../core/plan/provisioner.ts'
import { policyDigest } from '../../core/policy/digest.ts'
import { readPolicyValue } from '../../core/policy/read.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { type Given, givenTo } from '../any/given.ts'
import { ALREADY, DONE, failed, outcomeOf, taken } from '../any/outcomes.ts'
import { readStored } from '../aws/stored.ts'
import { isWrite, type Write } from './calls.ts'
import { policyArn } from './naming.ts'
import { readEntities } from './observe.ts'

/** Every call is made in one account. */
interface InAccount extends Given {
  readonly account: string
}

type Perform = (aws: Aws, given: InAccount) => Promise<CallOutcome>

const textOf = (document: Json): string => canonicalJson(document)

const sameDocument = (stored: string | undefined, wanted: Json): boolean => {
  const [there, want] = [readStored(stored), readPolicyValue(wanted)]
  return there !== null && 'document' in want && policyDigest(there) === policyDigest(want.document)
}

/** The default version's text, URL-encoded. */
async function defaultText(
  aws: Aws,
  account: string,
  arn: string,
): Promise<Answer<{ readonly text: string | undefined; readonly attachments: number }>> {
  const policy = await aws.iam(account, 'GetPolicy', { PolicyArn: arn })
  if (policy.is === 'unknown') return policy
  const { DefaultVersionId: version, AttachmentCount: attachments = 0 } = policy.value.Policy ?? {}
  if (version === undefined)
    return unknown({ kind: 'garbage', call: `iam:GetPolicy in ${account}`, said: 'no default version' })
  const read = await aws.iam(account, 'GetPolicyVersion', { PolicyArn: arn, VersionId: version })
  return read.is === 'unknown'
    ? read
    : { is: 'known', value: { text: read.value.PolicyVersion?.Document, attachments } }
}

/** A name that is taken is ours only if the thing is, byte for byte of meaning, what we were about to make. */
async function createPolicy(aws: Aws, { account, text, value }: InAccount): Promise<CallOutcome> {
  const [path, name] = [text('path'), text('name')]
  const tags = Object.entries(Object(value('tags'))).map(([key, tag]) => ({ Key: key, Value: String(tag) }))
  const made = await aws.iam(account, 'CreatePolicy', {
    Path: path,
    PolicyName: name,
    PolicyDocument: textOf(value('document')),
    Description: 'Made by Daypass. It ends by itself; changes by hand are undone.',
    Tags: tags,
  })
  if (made.is === 'known' || made.because.kind !== 'conflict') return outcomeOf(made)
  const arn = policyArn(aws.partition, account, path, name)
  const there = await defaultText(aws, account, arn)
  if (there.is === 'unknown') return failed(there.because.kind === 'not-found' ? made.because : there.because)
  const ours = there.value.attachments === 0 && sameDocument(there.value.text, value('document'))
  return ours ? ALREADY : failed({ ...made.because, said: `${name} is taken by something that is not ours` })
}

async function createVersion(aws: Aws, { account, text, value }: InAccount): Promise<CallOutcome> {
  const there = await defaultText(aws, account, text('policy'))
  if (there.is === 'unknown') return failed(there.because)
  if (sameDocument(there.value.text, value('document'))) return ALREADY
  return outcomeOf(
    await aws.iam(account, 'CreatePolicyVersion', {
      PolicyArn: text('policy'),
      PolicyDocument: textOf(value('document')),
      SetAsDefault: true,
    }),
  )
}

async function olderVersions(aws: Aws, account: string, arn: string): Promise<Answer<readonly string[]>> {
  const found: string[] = []
  let marker: string | undefined
  do {
    const page = await aws.iam(account, 'ListPolicyVersions', {
      PolicyArn: arn,
      ...(marker === undefined ? {} : { Marker: marker }),
    })
    if (page.is === 'unknown') return page
    for (const { VersionId, IsDefaultVersion } of page.value.Versions ?? [])
      if (VersionId !== undefined && IsDefaultVersion !== true) found.push(VersionId)
    marker = page.value.IsTruncated === true ? page.value.Marker : undefined
  } while (marker !== undefined)
  return { is: 'known', value: found }
}

async function deleteOlder(aws: Aws, account: string, arn: string): Promise<CallOutcome> {
  const older = await olderVersions(aws, account, arn)
  if (older.is === 'unknown') return taken(older)
  for (const version of older.value) {
    const outcome = taken(await aws.iam(account, 'DeletePolicyVersion', { PolicyArn: arn, VersionId: version }))
    if (outcome.is === 'failed') return outcome
  }
  return older.value.length === 0 ? ALREADY : DONE
}

const DETACH: Readonly<
  Record<string, (aws: Aws, account: string, name: string, arn: string) => Promise<Answer<unknown>>>
> = {
  user: (aws, account, name, arn) => aws.iam(account, 'DetachUserPolicy', { UserName: name, PolicyArn: arn }),
  group: (aws, account, name, arn) => aws.iam(account, 'DetachGroupPolicy', { GroupName: name, PolicyArn: arn }),
  role: (aws, account, name, arn) => aws.iam(account, 'DetachRolePolicy', { RoleName: name, PolicyArn: arn }),
}

async function detachAll(aws: Aws, account: string, arn: string): Promise<CallOutcome> {
  const entities = await readEntities(aws, account, arn)
  if (entities.is === 'unknown') return taken(entities)
  for (const entity of entities.value) {
    const [kind = '', name = ''] = entity.split('/')
    const outcome = taken((await DETACH[kind]?.(aws, account, name, arn)) ?? { is: 'known', value: null })
    if (outcome.is === 'failed') return outcome
  }
  return DONE
}

/** Somebody may have used or changed it since it was looked at. */
async function deletePolicy(aws: Aws, { account, text }: InAccount): Promise<CallOutcome> {
  const arn = text('policy')
  const first = await aws.iam(account, 'DeletePolicy', { PolicyArn: arn })
  if (first.is === 'known' || first.because.kind !== 'conflict') return taken(first)
  for (const clear of [detachAll, deleteOlder]) {
    const outcome = await clear(aws, account, arn)
    if (outcome.is === 'failed') return outcome
  }
  return taken(await aws.iam(account, 'DeletePolicy', { PolicyArn: arn }))
}

const detachFrom =
  (kind: 'user' | 'group' | 'role'): Perform =>
  async (aws, { account, text }) =>
    taken((await DETACH[kind]?.(aws, account, text(kind), text('policy'))) ?? { is: 'known', value: null })

const PERFORM: Readonly<Record<Write, Perform>> = {
  CreatePolicy: createPolicy,
  CreatePolicyVersion: createVersion,
  AttachUserPolicy: async (aws, { account, text }) =>
    outcomeOf(await aws.iam(account, 'AttachUserPolicy', { UserName: text('user'), PolicyArn: text('policy') })),
  AddUserToGroup: async (aws, { account, text }) =>
    outcomeOf(await aws.iam(account, 'AddUserToGroup', { UserName: text('user'), GroupName: text('group') })),
  TagUser: async (aws, { account, text }) =>
    outcomeOf(
      await aws.iam(account, 'TagUser', { UserName: text('user'), Tags: [{ Key: text('key'), Value: text('value') }] }),
    ),
  UntagUser: async (aws, { account, text }) =>
    taken(await aws.iam(account, 'UntagUser', { UserName: text('user'), TagKeys: [text('key')] })),
  DetachUserPolicy: detachFrom('user'),
  DetachGroupPolicy: detachFrom('group'),
  DetachRolePolicy: detachFrom('role'),
  DeletePolicyVersion: async (aws, { account, text }) => deleteOlder(aws, account, text('policy')),
  DeletePolicy: deletePolicy,
  RemoveUserFromGroup: async (aws, { account, text }) =>
    taken(await aws.iam(account, 'RemoveUserFromGroup', { UserName: text('user'), GroupName: text('group') })),
}

/** Ends when AWS has confirmed it; never throws for what AWS says. */
export async function perform(aws: Aws, call: Call): Promise<CallOutcome> {
  if (!isWrite(call.op)) throw new Error(`${call.op} is no call of this mode`)
  const given = givenTo(call)
  return PERFORM[call.op](aws, { ...given, account: given.text('account') })
}
