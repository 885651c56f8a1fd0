// Roles of the pool, the app of Okta and who is in it, as data, for the tests of what is pure in the mode.

import { known } from '../../../src/core/model/edge-error.ts'
import type { Grant } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import type { PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import type { OktaFederation } from '../../../src/core/model/settings.ts'
import { type Instant, instantOf } from '../../../src/core/model/time.ts'
import type { Fact, Holding, Observed, Resolved } from '../../../src/core/plan/provisioner.ts'
import type { OktaAppUser } from '../../../src/edges/okta/shapes.ts'
import type { AppSeen } from '../../../src/modes/okta-saml/app.ts'
import {
  type Content,
  contentDigest,
  type PoolContent,
  type RoleContent,
} from '../../../src/modes/okta-saml/content.ts'
import type { Ground, PoolRole } from '../../../src/modes/okta-saml/ground.ts'
import { MODE, poolKey, poolNames, scopeOf } from '../../../src/modes/okta-saml/naming.ts'
import { needsOf } from '../../../src/modes/okta-saml/needs.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'
import { aGrant } from '../identity-center/support.ts'

export const ACCOUNT = '111122223333'
export const APP = '0oa1'
export const END = instantOf(NOON + hours(2))
export const VERSION = 'a'.repeat(40)
export const TABLE = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`

export const federation: OktaFederation = {
  account: id('prod'),
  app: APP,
  provider: 'Okta',
  roles: 3,
  marker: 'managed',
  at: HERE,
}

/** `daypass-pool-xxxx-01` of the installation. */
export const poolName = (number: number): string => poolNames('acme', number)[number - 1] ?? ''

const common = { account: ACCOUNT, app: APP, marker: 'managed', host: 'acme.okta.com', userId: '00u1', login: 'marta' }

export const allowing = (...actions: readonly string[]): Statement => ({
  effect: 'Allow',
  actions: { only: actions },
  resources: { only: ['*'] },
  conditions: {},
})

export const text = (...statements: readonly Statement[]): PolicyDocument => ({ version: '2012-10-17', statements })

export const ending: Statement = {
  sid: `Daypass1V${VERSION}`,
  effect: 'Deny',
  actions: { only: ['*'] },
  resources: { only: ['*'] },
  conditions: { DateGreaterThanEquals: { 'aws:CurrentTime': ['2026-12-01T14:00:00Z'] } },
}

export const aPool = (more: Partial<PoolContent> = {}): PoolContent => ({
  is: 'pool',
  ...common,
  role: 'pool-01',
  document: text(allowing('s3:GetObject'), ending),
  written: true,
  assigned: true,
  session: 3600,
  ...more,
})

export const aRole = (more: Partial<RoleContent> = {}): RoleContent => ({
  is: 'role',
  ...common,
  role: 'Auditor',
  ...more,
})

export const seen = (content: Content, more: Partial<Observed<Content>> = {}): Observed<Content> => ({
  key: poolKey(content.account, content.userId),
  mode: MODE,
  target: id('prod'),
  scope: scopeOf(content.account),
  state: 'there',
  mark: { version: VERSION, expires: END },
  identity: content.userId,
  content,
  digest: contentDigest(content),
  says: 'it',
  ...more,
})

export const wanting = (content: Content): Holding<Content> => ({
  key: poolKey(content.account, content.userId),
  mode: MODE,
  target: id('prod'),
  scope: scopeOf(content.account),
  holders: [],
  until: END,
  lapse: 'always',
  identity: content.userId,
  content,
  digest: contentDigest(content),
})

export const poolRole = (name: string, more: Partial<PoolRole> = {}): PoolRole => ({
  name,
  state: { is: 'clean' },
  written: false,
  document: null,
  session: 3600,
  ...more,
})

export const app = (roles: readonly string[], more: Partial<AppSeen['app']> = {}): AppSeen => ({
  app: {
    id: APP,
    name: 'amazon_aws',
    label: 'AWS prod',
    status: 'ACTIVE',
    settings: { identityProviderArn: `arn:aws:iam::${ACCOUNT}:saml-provider/Okta`, joinAllRoles: true },
    ...more,
  },
  schema: { base: { samlRoles: { type: 'array', items: { enum: roles } } }, custom: { managed: { type: 'boolean' } } },
})

export const appUser = (userName: string, samlRoles: readonly string[], scope = 'USER'): OktaAppUser => ({
  id: '00u1',
  scope,
  userName,
  profile: { samlRoles },
})

export const ground = (
  pool: readonly PoolRole[],
  users: readonly (readonly [string, OktaAppUser | null])[],
): Ground => ({
  details: { users: [], groups: [], roles: [], policies: [] },
  pool,
  entered: known({ app: null, users: new Map(users) }),
})

/** What the world answers to a need; what it does not is found under its own name. */
export type Answers = Partial<Record<Fact['need']['what'], object>>

export interface Asked {
  readonly letter?: string
  readonly who?: string
  readonly account?: string
  readonly from?: Instant
  readonly until?: Instant
  /** Free roles of the pool, each with the instant from which it may be bound. */
  readonly free?: Readonly<Record<string, number>>
}

export function asking(permissions: Permissions, asked: Asked = {}, answers: Answers = {}): Resolved {
  const { letter = 'a', who = 'marta', account = ACCOUNT, from = NOON, until = END } = asked
  const what = `${permissions.form} ${letter}`
  const grant: Grant = {
    ...aGrant(permissions, { letter, email: `${who}@example.com`, what, from, until }),
    mode: MODE,
    account,
  }
  const facts = needsOf(grant).map((need): Fact => {
    const used = need.what === 'account' ? { used: asked.free ?? { 'pool-01': 0, 'pool-02': 0 } } : {}
    return { need, is: 'found', id: `id of ${need.name}`, name: need.name, ...used, ...answers[need.what] } as Fact
  })
  return { grant, identity: `00u${who}`, facts }
}
