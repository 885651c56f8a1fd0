// Whether a token of GitHub Actions gets a session of a role (AWS STS API reference, AssumeRoleWithWebIdentity).

import { createHmac, timingSafeEqual } from 'node:crypto'
import { contextOf } from '../../access/context.ts'
import { ambient, roleAt, trustVerdict } from '../../access/decide.ts'
import { type Answer, type Refused, refuse } from '../answer.ts'
import { oidcArn } from '../arns.ts'
import { text } from '../query.ts'
import { type AwsWorld, type Named, own } from '../world.ts'
import type { OpenAsked } from './operation.ts'
import { durationOf, limitsOf, open } from './session.ts'

export const githubHost = 'token.actions.githubusercontent.com'

/** Claims that AWS turns into condition keys for this issuer; the others cannot be used in a trust policy. */
const conditionClaims = [
  'aud',
  'sub',
  'actor',
  'actor_id',
  'environment',
  'enterprise_id',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'repository_owner_id',
  'workflow',
]

type Claims = Readonly<Record<string, unknown>>

/** The claims of a JWT that is signed with this key (HS256; GitHub itself signs with RS256), or null. */
const verified = (token: string, key: string): Claims | null => {
  const [head = '', body = '', signature = '', ...rest] = token.split('.')
  const wanted = createHmac('sha256', key).update(`${head}.${body}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (rest.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null
  const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString())
  return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? { ...claims } : null
}

const claimKeys = (claims: Claims): Named<string> =>
  Object.fromEntries(
    conditionClaims.flatMap((name) => {
      const value = claims[name]
      return value === undefined ? [] : [[`${githubHost}:${name}`, String(value)]]
    }),
  )

const checkToken = (claims: Claims | null, now: number): Refused | null => {
  if (claims === null)
    return refuse.invalidIdentityToken("Couldn't retrieve verification key from your identity provider")
  if (claims['iss'] !== `https://${githubHost}`)
    return refuse.invalidIdentityToken('No OpenIDConnect provider found in your account for the issuer')
  return typeof claims['exp'] === 'number' && claims['exp'] > now
    ? null
    : refuse.expiredWebToken('Token expired: current date/time must be before the expiration date/time')
}

export const assumeRoleWithWebIdentity = ({ aws, oidcKey, input, now }: OpenAsked): Answer<AwsWorld> => {
  const claims = verified(text(input, 'WebIdentityToken'), oidcKey)
  const bad = checkToken(claims, now)
  if (bad !== null || claims === null) return bad ?? refuse.invalidIdentityToken('The token is not valid.')
  const arn = text(input, 'RoleArn')
  const denied = refuse.accessDenied('Not authorized to perform sts:AssumeRoleWithWebIdentity')
  const target = roleAt(aws, arn)
  if (target === null) return denied
  const provider = own(aws.accounts, target.account)?.oidcProviders.find(({ host }) => host === githubHost)
  if (provider === undefined)
    return refuse.invalidIdentityToken(`No OpenIDConnect provider found in your account for https://${githubHost}`)
  if (!provider.audiences.includes(String(claims['aud'])))
    return refuse.invalidIdentityToken('Incorrect token audience')
  const keys = claimKeys(claims)
  const context = contextOf(ambient(aws, arn, now), keys, { 'sts:RoleSessionName': text(input, 'RoleSessionName') })
  const names = {
    kind: 'Federated',
    direct: [oidcArn(aws.partition, target.account, githubHost)],
    account: [],
  } as const
  const request = { action: 'sts:AssumeRoleWithWebIdentity', resource: arn, context }
  if (trustVerdict(target.role, names, request) !== 'directly') return denied
  const seconds = durationOf(input, target, 'first')
  if (typeof seconds !== 'number') return seconds
  const limits = limitsOf(aws, target, input)
  if ('is' in limits) return limits
  return open(
    aws,
    now,
    { target, input, seconds, limits, tags: {}, transitive: [], claims: keys },
    {
      SubjectFromWebIdentityToken: String(claims['sub']),
      Audience: String(claims['aud']),
      Provider: names.direct[0],
    },
  )
}
