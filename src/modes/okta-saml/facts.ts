// What an account and its app answer to the needs of grants.

import type { OktaFederation } from '../../core/model/settings.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'
import type { RoleDetail } from '../aws/account.ts'
import { decideRole } from '../aws/named.ts'
import { type AppSeen, appProblems, rolesOffered } from './app.ts'
import type { Ground } from './ground.ts'
import { poolNames } from './naming.ts'

/** An account and its app, both read. */
export interface Seen extends Pick<Ground, 'details' | 'pool'> {
  /** null: there is no such app. */
  readonly app: AppSeen | null
}

const unfit = (need: Need, because: string, cure: string): Fact => ({ need, is: 'unfit', because, cure })

/** What AWS takes as the name of a session (STS API reference, AssumeRoleWithSAML). */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/

/** The person as Okta answered, if their login can be the name of a session. */
export function asSession(fact: Fact): Fact {
  if (fact.is !== 'found' || SESSION_NAME.test(fact.name)) return fact
  return unfit(
    fact.need,
    `${fact.name} cannot be the name of a session in AWS`,
    'it takes 2 to 64 letters, digits and +=,.@_-',
  )
}

/** The account is fit if its app is; `used` tells roles that may be bound: the second from which each may. */
export function accountFact(need: Need, { pool, app }: Seen, installation: string, federation: OktaFederation): Fact {
  if (app === null)
    return unfit(need, `Okta has no app ${federation.app}`, 'correct `app` under federation in integrations/okta.yaml')
  const [problem] = appProblems(app, federation, need.name)
  if (problem !== undefined) return unfit(need, problem.says, problem.cure)
  const offered = new Set(rolesOffered(app) ?? [])
  const ours = new Set(poolNames(installation, federation.roles))
  const there = pool.filter(({ name }) => ours.has(name))
  if (there.length === 0)
    return unfit(need, 'the account has no roles for people from Okta', 'deploy what `daypass setup` prints')
  const known = there.filter(({ name }) => offered.has(name))
  if (known.length === 0)
    return unfit(
      need,
      `Okta does not know the roles ${there[0]?.name ?? ''} … of the account`,
      'in Okta: More > Refresh Application Data; it learns of new roles in no other way',
    )
  const free = known.flatMap(({ name, state, written }): [string, number][] => {
    if (written) return []
    return state.is === 'clean' ? [[name, 0]] : state.is === 'resting' ? [[name, state.until]] : []
  })
  return { need, is: 'found', id: need.name, name: app.app.label, used: Object.fromEntries(free) }
}

const trusts = ({ AssumeRolePolicyDocument: text = '' }: RoleDetail, provider: string): boolean => {
  try {
    return decodeURIComponent(text).includes(`saml-provider/${provider}"`)
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
}

/** A role that is there anyway can be handed out if the provider may enter it and Okta offers it. */
export function roleFact(need: Need, { details, app, pool }: Seen, federation: OktaFederation): Fact {
  const fact = decideRole(need, details.roles)
  if (fact.is !== 'found') return fact
  const role = details.roles.find(({ Arn }) => Arn === fact.id)
  if (pool.some(({ name }) => name === fact.name))
    return unfit(need, `${fact.name} is a role of the pool, and Daypass's own`, 'ask for a role, a policy or actions')
  if (fact.name.includes('.'))
    return unfit(
      need,
      `${fact.name} has a period in its name, which breaks Okta's answer to AWS`,
      'give the role another name',
    )
  if (role === undefined || !trusts(role, federation.provider))
    return unfit(
      need,
      `${fact.name} does not let saml-provider/${federation.provider} in`,
      'add it to the role’s trust policy',
    )
  return isOffered(app, fact.name)
    ? fact
    : unfit(need, `Okta does not know the role ${fact.name}`, 'in Okta: More > Refresh Application Data')
}

const isOffered = (app: AppSeen | null, role: string): boolean =>
  app !== null && (rolesOffered(app) ?? []).includes(role)
