// How a session of a role comes to be, once it is allowed.

import type { RoleAt } from '../../access/decide.ts'
import { type Answer, done, type Refused, refuse, type Structure } from '../answer.ts'
import { sessionArn } from '../arns.ts'
import { checkDocument } from '../documents.ts'
import { policyAt } from '../iam/lookup.ts'
import { accessKeyId, secretOf, tokenOf } from '../ids.ts'
import { type Parameters, structuresOf, text, textOf } from '../query.ts'
import { type AwsWorld, having, type Named, own, type Session } from '../world.ts'
import { stamp } from '../xml.ts'

const hour = 3600

/** Seconds asked for (one hour if none), or why that is too long. */
export const durationOf = (input: Parameters, target: RoleAt, chained: 'chained' | 'first'): number | Refused => {
  const wanted = Number(textOf(input, 'DurationSeconds') ?? hour)
  if (chained === 'chained' && wanted > hour)
    return refuse.validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    )
  return wanted > target.role.maxSession
    ? refuse.validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.')
    : wanted
}

/** Session policies of the call: the inline one and those named by ARN. */
export const limitsOf = (aws: AwsWorld, target: RoleAt, input: Parameters): readonly string[] | Refused => {
  const inline = textOf(input, 'Policy')
  const bad = inline === undefined ? null : checkDocument(inline, 'identity')
  if (bad !== null) return bad
  const account = own(aws.accounts, target.account)
  const texts = inline === undefined ? [] : [inline]
  for (const { arn } of structuresOf(input, 'PolicyArns').map((one) => ({ arn: textOf(one, 'arn') ?? '' }))) {
    const found = account === undefined ? null : policyAt(aws, account, arn)
    const document = found === null ? undefined : own(found.policy.versions, found.policy.default)?.document
    if (document === undefined) return refuse.malformedPolicyDocument(`Policy ${arn} does not exist.`)
    texts.push(document)
  }
  return texts
}

export interface NewSession {
  readonly target: RoleAt
  readonly input: Parameters
  readonly seconds: number
  readonly limits: readonly string[]
  readonly tags: Named<string>
  readonly transitive: readonly string[]
  readonly claims: Named<string>
  readonly sourceIdentity?: string
}

/** Puts the session into the world and says what its holder is told. */
export const open = (aws: AwsWorld, now: number, wanted: NewSession, extra: Structure = {}): Answer<AwsWorld> => {
  const { target, input, seconds, limits, tags, transitive, claims, sourceIdentity } = wanted
  const sessionName = text(input, 'RoleSessionName')
  const seed = `${aws.made}/${target.account}/${target.name}/${sessionName}`
  const key = accessKeyId('ASIA', seed)
  const session: Session = {
    kind: 'session',
    account: target.account,
    role: target.name,
    roleId: target.role.id,
    sessionName,
    token: tokenOf(seed),
    issued: now,
    expires: now + seconds,
    tags,
    transitive,
    limits,
    claims,
    ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
  }
  const after = { ...aws, made: aws.made + 1, credentials: having(aws.credentials, key, session) }
  return done(after, {
    Credentials: {
      AccessKeyId: key,
      SecretAccessKey: secretOf(seed),
      SessionToken: session.token,
      Expiration: stamp(session.expires),
    },
    AssumedRoleUser: {
      AssumedRoleId: `${target.role.id}:${sessionName}`,
      Arn: sessionArn(aws.partition, target.account, target.name, sessionName),
    },
    ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
    ...extra,
  })
}
