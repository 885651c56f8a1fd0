// Whether policies allow a request: an explicit Deny wins, every layer that is there must allow.

import { arnParts, nameInArn, ownerOf } from '../aws/arns.ts'
import { type AwsWorld, own, type Role } from '../aws/world.ts'
import { type Context, contextOf } from './context.ts'
import { documentOf } from './document.ts'
import { accountNames, type Principal, type Source } from './principal.ts'
import { type CallerNames, type Named, type Request, speaksAbout, trustSpeaks } from './statements.ts'

export interface Verdict {
  readonly allowed: boolean
  /** In words, for people: the statements that decided. */
  readonly because: readonly string[]
}

const say = (sid: string | undefined, from: string): string =>
  sid === undefined || sid === '' ? from : `${from} (${sid})`

const spoken = (effect: 'Allow' | 'Deny', sources: readonly Source[], request: Request): readonly string[] =>
  sources.flatMap(({ from, document }) =>
    document.statements
      .filter((statement) => statement.effect === effect && speaksAbout(document, statement, request))
      .map((statement) => say(statement.sid, from)),
  )

const no = (because: readonly string[]): Verdict => ({ allowed: false, because })

/** The caller's own policies alone. */
export const identityVerdict = (principal: Principal, request: Request): Verdict => {
  const { identity, boundary, session, organisation } = principal
  const denies = spoken('Deny', [...identity, ...(boundary ?? []), ...(session ?? []), ...organisation], request)
  if (denies.length > 0) return no(denies.map((one) => `denied by ${one}`))
  const allows = spoken('Allow', identity, request)
  if (allows.length === 0) return no([`no policy of ${principal.arn} allows ${request.action} on ${request.resource}`])
  if (boundary !== null && spoken('Allow', boundary, request).length === 0)
    return no(['the permissions boundary does not allow it'])
  if (session !== null && spoken('Allow', session, request).length === 0)
    return no(['the session policy does not allow it'])
  return { allowed: true, because: allows.map((one) => `allowed by ${one}`) }
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')

/** What every request carries by its time and its resource. `at` is seconds since the epoch, UTC. */
export const ambient = (aws: AwsWorld, resource: string, at: number): Context => {
  const owner = ownerOf(aws, resource)
  return {
    'aws:CurrentTime': iso(at),
    'aws:EpochTime': String(Math.floor(at)),
    ...(owner === undefined || owner === 'aws' ? {} : { 'aws:ResourceAccount': owner }),
  }
}

export interface Wanted {
  readonly action: string
  readonly resource: string
  readonly at: number
  readonly context?: Context
}

const requestOf = (aws: AwsWorld, principal: Principal | null, wanted: Wanted): Request => ({
  action: wanted.action,
  resource: wanted.resource,
  context: contextOf(ambient(aws, wanted.resource, wanted.at), principal?.context ?? {}, wanted.context ?? {}),
})

export interface RoleAt {
  readonly account: string
  readonly name: string
  readonly role: Role
}

/** The role an ARN means; path included, spelling exact. */
export const roleAt = (aws: AwsWorld, arn: string): RoleAt | null => {
  const parts = arnParts(arn)
  if (parts === null || parts.service !== 'iam' || parts.partition !== aws.partition) return null
  const account = own(aws.accounts, parts.account)
  const name = nameInArn(arn)
  const role = account === undefined ? undefined : own(account.roles, name)
  return role !== undefined && parts.rest === `role${role.path}${name}` ? { account: parts.account, name, role } : null
}

/** A role's trust policy alone: whether it names the caller, how, and with no Deny in the way. */
export const trustVerdict = (role: Role, names: CallerNames, request: Request): Named | 'denied' => {
  const document = documentOf(role.trust)
  const by = (effect: 'Allow' | 'Deny'): readonly Named[] =>
    document.statements
      .filter((statement) => statement.effect === effect)
      .map((statement) => trustSpeaks(document, statement, names, request))
  if (by('Deny').some((named) => named !== 'not')) return 'denied'
  const allows = by('Allow')
  return allows.includes('directly') ? 'directly' : allows.includes('by account') ? 'by account' : 'not'
}

export const callerNames = (aws: AwsWorld, principal: Principal): CallerNames => ({
  kind: 'AWS',
  direct: [principal.arn, principal.lastingArn],
  account: accountNames(aws, principal.account),
})

const assumeVerdict = (aws: AwsWorld, principal: Principal, wanted: Wanted): Verdict => {
  const target = roleAt(aws, wanted.resource)
  if (target === null) return no([`there is no role ${wanted.resource}`])
  const request = requestOf(aws, principal, wanted)
  const trust = trustVerdict(target.role, callerNames(aws, principal), request)
  if (trust === 'denied') return no([`denied by the trust policy of ${wanted.resource}`])
  if (trust === 'not') return no([`the trust policy of ${wanted.resource} does not let ${principal.arn} in`])
  const identity = identityVerdict(principal, request)
  const denied = identity.because.some((one) => one.startsWith('denied by'))
  // In one account, being named in the trust policy is enough; between accounts both sides must agree.
  if (trust === 'directly' && target.account === principal.account && !denied)
    return { allowed: true, because: [`the trust policy of ${wanted.resource} names ${principal.arn}`] }
  return identity.allowed ? { allowed: true, because: [...identity.because, 'and the trust policy agrees'] } : identity
}

const judgedByTrust = /^sts:(AssumeRole|TagSession|SetSourceIdentity)$/i

/** May this principal do it? Resources of another account are out of reach but for roles that trust the caller. */
export const decide = (aws: AwsWorld, principal: Principal, wanted: Wanted): Verdict => {
  if (judgedByTrust.test(wanted.action)) return assumeVerdict(aws, principal, wanted)
  const owner = ownerOf(aws, wanted.resource)
  if (owner !== undefined && owner !== 'aws' && owner !== principal.account)
    return no([`${wanted.resource} belongs to ${owner}, and no resource policy is known that lets ${principal.arn} in`])
  return identityVerdict(principal, requestOf(aws, principal, wanted))
}
