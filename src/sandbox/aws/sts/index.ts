// Which operations of STS the sandbox serves. None of them counts as a write: they change who may ask, not what is.

import { type Answer, done } from '../answer.ts'
import type { AwsWorld } from '../world.ts'
import { assumeRole } from './assume.ts'
import type { StsAsked, StsOperation } from './operation.ts'
import { assumeRoleWithWebIdentity } from './web-identity.ts'

/** Needs no permission (AWS STS API reference, GetCallerIdentity). */
const getCallerIdentity = ({ aws, caller }: StsAsked): Answer<AwsWorld> =>
  done(aws, {
    UserId: String(caller.principal.context['aws:userid']),
    Account: caller.principal.account,
    Arn: caller.principal.arn,
  })

export const stsOperations: Readonly<Record<string, StsOperation>> = {
  GetCallerIdentity: { signed: true, takes: {}, run: getCallerIdentity },
  AssumeRole: {
    signed: true,
    takes: {
      RoleArn: 'arn',
      RoleSessionName: 'sessionName',
      'DurationSeconds?': 'duration',
      'ExternalId?': 'externalId',
      'SourceIdentity?': 'sessionName',
      'Policy?': 'sessionDocument',
      'PolicyArns?': 'policyArns',
      'Tags?': 'tags',
      'TransitiveTagKeys?': 'tagKeys',
    },
    run: assumeRole,
  },
  AssumeRoleWithWebIdentity: {
    signed: false,
    takes: {
      RoleArn: 'arn',
      RoleSessionName: 'sessionName',
      WebIdentityToken: 'webToken',
      'DurationSeconds?': 'duration',
      'Policy?': 'sessionDocument',
      'PolicyArns?': 'policyArns',
    },
    run: assumeRoleWithWebIdentity,
  },
}
