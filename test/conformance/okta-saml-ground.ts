// A sandbox with an account that people enter through Okta: its pool of roles, its app, and whoever is in it already.

import { id } from '../../src/core/model/id.ts'
import type { Settings } from '../../src/core/model/settings.ts'
import { scopesOf } from '../../src/modes/okta-saml/calls.ts'
import { poolNames, poolPath } from '../../src/modes/okta-saml/naming.ts'
import { oktaSaml } from '../../src/modes/okta-saml/provisioner.ts'
import { allowing, type RoleDraft, trusting } from '../../src/sandbox/aws/build.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import type { AppDraft } from '../../src/sandbox/okta/build.ts'
import { speakerOf } from '../../src/sandbox/saml-metadata.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { HERE, NOON } from '../support/builders.ts'
import { awsFor, PROD, settingsOf, someAws } from './ground.ts'
import { clientWith, HOST, oktaFor, RSA, someOkta } from './okta-ground.ts'

export const APP = '0oa00000000000000002'
export const MARKER = 'managedByDaypass'
export const TABLE = `arn:aws:dynamodb:eu-west-1:${PROD}:table/orders`
export const POOL = 30
export const PROVIDER = `arn:aws:iam::${PROD}:saml-provider/Okta`

export const federated = (document: object = {}): RoleDraft['trust'] =>
  trusting(
    { Federated: PROVIDER },
    { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' }, ...document },
    ['sts:AssumeRoleWithSAML', 'sts:SetSourceIdentity'],
  )

export const roles = (count: number): Readonly<Record<string, RoleDraft>> =>
  Object.fromEntries(poolNames('acme', count).map((name) => [name, { path: poolPath('acme'), trust: federated() }]))

export const samlSettings = (): Settings => {
  const mode = id<'mode'>('okta-saml')
  return {
    ...settingsOf([{ mode }]),
    okta: {
      host: HOST,
      credential: { in: 'environment' },
      match: 'login',
      directory: null,
      federation: [{ account: id('prod'), app: APP, provider: 'Okta', roles: POOL, marker: MARKER, at: HERE }],
      closing: false,
      at: HERE,
    },
  }
}

export const client = clientWith(RSA.publicKey, {
  scopes: [...scopesOf('apply')],
  may: ['okta.users.read', 'okta.apps.read', 'okta.users.appAssignment.manage'].map((permission) => ({
    permission,
    on: ['*'],
  })),
})

export const app = (more: Partial<AppDraft> = {}): AppDraft => ({
  id: APP,
  roles: [...poolNames('acme', POOL), 'Auditor', 'Other'],
  settings: { identityProviderArn: PROVIDER },
  custom: { [MARKER]: { title: 'Marker', type: 'boolean', scope: 'NONE', master: { type: 'OKTA' } } },
  users: { 'mario@example.com': ['Auditor'] },
  ...more,
})

export async function start(more: Partial<AppDraft> = {}, pool = POOL): Promise<Sandbox> {
  const prod = {
    samlProviders: [{ name: 'Okta', ...speakerOf(APP) }],
    roles: {
      ...roles(pool),
      Auditor: { trust: federated(), inline: { look: allowing('dynamodb:Query', TABLE) } },
      Other: { trust: trusting({ AWS: `arn:aws:iam::${PROD}:root` }) },
    },
    policies: { reader: { document: allowing('dynamodb:Scan', TABLE) } },
  }
  const world: World = {
    aws: someAws(prod),
    github: emptyGithub(NOON),
    okta: someOkta({ clients: [client], apps: [app(more)], groups: [] }),
  }
  return startSandbox({ world, now: NOON })
}

export const open = (sandbox: Sandbox) => {
  const settings = samlSettings()
  return oktaSaml({ settings, aws: awsFor(sandbox, settings), okta: oktaFor(sandbox, { scopes: scopesOf('apply') }) })
}
