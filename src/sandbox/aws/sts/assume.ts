// Whether a caller gets a session of a role (AWS STS API reference, AssumeRole).

import type { Context } from '../../access/context.ts'
import { decide, roleAt } from '../../access/decide.ts'
import { tagKeys } from '../../access/principal.ts'
import { type Answer, refuse } from '../answer.ts'
import { mergedTags } from '../iam/tags.ts'
import { structuresOf, tagsOf, text, textOf, textsOf } from '../query.ts'
import type { AwsWorld, Credential, Named } from '../world.ts'
import type { StsAsked } from './operation.ts'
import { durationOf, limitsOf, open } from './session.ts'

/** What a session hands on to the next one: transitive tags and the source identity, which nobody can change. */
const inherited = (credential: Credential): { readonly tags: Named<string>; readonly sourceIdentity?: string } => {
  if (credential.kind === 'key') return { tags: {} }
  const tags = Object.fromEntries(
    Object.entries(credential.tags).filter(([key]) => credential.transitive.includes(key)),
  )
  return credential.sourceIdentity === undefined ? { tags } : { tags, sourceIdentity: credential.sourceIdentity }
}

export const assumeRole = ({ aws, caller, input, now }: StsAsked): Answer<AwsWorld> => {
  const arn = text(input, 'RoleArn')
  const { principal, credential } = caller
  const from = inherited(credential)
  const asked = tagsOf(input)
  const clash = Object.keys(asked).find((key) =>
    Object.keys(from.tags).some((one) => one.toLowerCase() === key.toLowerCase()),
  )
  if (clash !== undefined)
    return refuse.validationError(
      `The tag ${clash} cannot be set because it conflicts with a transitive tag of the calling session.`,
    )
  if (structuresOf(input, 'Tags').length > 50) return refuse.validationError('At most 50 session tags can be passed.')
  const transitive = textsOf(input, 'TransitiveTagKeys')
  const sourceIdentity = textOf(input, 'SourceIdentity') ?? from.sourceIdentity
  const tags = mergedTags(asked, from.tags)
  const denied = (action: string) =>
    refuse.accessDenied(`User: ${principal.arn} is not authorized to perform: ${action} on resource: ${arn}`)
  if (from.sourceIdentity !== undefined && sourceIdentity !== from.sourceIdentity)
    return denied('sts:SetSourceIdentity')
  const externalId = textOf(input, 'ExternalId')
  const context: Context = {
    'sts:RoleSessionName': text(input, 'RoleSessionName'),
    ...(externalId === undefined ? {} : { 'sts:ExternalId': externalId }),
    ...(sourceIdentity === undefined ? {} : { 'sts:SourceIdentity': sourceIdentity }),
    ...(transitive.length === 0 ? {} : { 'sts:TransitiveTagKeys': transitive }),
    ...(Object.keys(tags).length === 0 ? {} : { 'aws:TagKeys': Object.keys(tags) }),
    ...tagKeys('aws:RequestTag', tags),
  }
  const actions = [
    'sts:AssumeRole',
    ...(Object.keys(tags).length === 0 ? [] : ['sts:TagSession']),
    ...(sourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
  ]
  const refused = actions.find((action) => !decide(aws, principal, { action, resource: arn, at: now, context }).allowed)
  const target = roleAt(aws, arn)
  if (refused !== undefined || target === null) return denied(refused ?? 'sts:AssumeRole')
  const seconds = durationOf(input, target, credential.kind === 'session' ? 'chained' : 'first')
  if (typeof seconds !== 'number') return seconds
  const limits = limitsOf(aws, target, input)
  if ('is' in limits) return limits
  return open(aws, now, {
    target,
    input,
    seconds,
    limits,
    tags,
    transitive: [...new Set([...transitive, ...Object.keys(from.tags)])],
    claims: {},
    ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
  })
}
