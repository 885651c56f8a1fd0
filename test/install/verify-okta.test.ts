// What `daypass verify` says of Okta: the key, what it may do, the app that lets people in, the groups that are named.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type Company, OIDC, openCompany } from '../../src/entry/commands/demo/company.ts'
import type { OktaMore } from '../../src/entry/commands/demo/company-okta.ts'
import { EXIT } from '../../src/entry/exit.ts'
import { exitOfVerified, verifying } from '../../src/entry/verifying.ts'
import { inAccount } from '../../src/sandbox/aws/build.ts'
import type { SamlProvider } from '../../src/sandbox/aws/world.ts'
import type { App, Client } from '../../src/sandbox/okta/world.ts'

const NOW = 1_796_115_600
const APP = '0oa00000000000000009'
const root = mkdtempSync(join(tmpdir(), 'daypass-verify-okta-'))
cpSync('config', join(root, 'config'), { recursive: true })
writeFileSync(
  join(root, 'config/integrations/okta.yaml'),
  `org: https://harbor.okta.com
credential: { secret: "arn:aws:secretsmanager:eu-west-1:999900001111:secret:daypass/okta-a1b2c3" }
directory: { groups: { keepers: Keepers } }
federation: [{ account: legacy-shop, app: ${APP}, provider: Okta, roles: 3 }]
`,
)
afterAll(() => rmSync(root, { recursive: true, force: true }))

let company: Company
afterEach(() => company.sandbox.close())

async function told(okta: OktaMore = {}, job: keyof typeof OIDC = 'inventory') {
  company = await openCompany({
    root,
    directory: 'config',
    now: NOW,
    okta: { groups: [{ name: 'Keepers' }], ...okta },
  })
  return again(job)
}

async function again(job: keyof typeof OIDC = 'inventory') {
  const end = await verifying({
    settings: company.settings,
    job,
    accounts: '',
    through: null,
    environment: {
      AWS_ENDPOINT_URL: `${company.sandbox.url}/aws`,
      OKTA_ENDPOINT_URL: `${company.sandbox.url}/okta`,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${company.sandbox.url}/github/oidc?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: OIDC[job],
    },
    setSecret: () => undefined,
    progress: () => undefined,
  })
  if (end.is === 'not') throw new Error(end.says)
  const okta = end.all.find(({ place }) => place.name === 'okta')
  if (okta === undefined) throw new Error('nothing was said of Okta')
  return {
    state: okta.state,
    exit: exitOfVerified([okta]),
    lines: okta.checks.map(({ state, about, says }) => `${state} ${about}: ${says}`),
    cures: okta.checks.flatMap(({ cure }) => cure ?? []),
  }
}

const client = (change: (client: Client) => Partial<Client>): void =>
  company.sandbox.change((world) => ({
    ...world,
    ...(world.okta === undefined
      ? {}
      : { okta: { ...world.okta, clients: world.okta.clients.map((one) => ({ ...one, ...change(one) })) } }),
  }))

const app = (settings: App['settings'], more: Partial<App> = {}): void =>
  company.sandbox.change((world) => ({
    ...world,
    ...(world.okta === undefined
      ? {}
      : {
          okta: {
            ...world.okta,
            apps: world.okta.apps.map((one) => ({ ...one, ...more, settings: { ...one.settings, ...settings } })),
          },
        }),
  }))

const notFine = (lines: readonly string[]): readonly string[] => lines.filter((line) => !line.startsWith('fine'))

describe('Okta as settings need it', () => {
  it('is fine: the key, its scopes and permissions, the app and the groups, and nothing was changed', async () => {
    const { lines, exit, state } = await told()
    expect(lines).toEqual([
      'fine key to harbor.okta.com: lets in as 0oa00000000000000001',
      'fine scopes: all 7 are granted',
      'fine administrator roles: all 6 permissions are there',
      `fine app ${APP} for legacy-shop: is as the settings need it, and knows every role of the pool`,
      'fine saml-provider/Okta in legacy-shop: believes the app, http://www.okta.com/exk00000000000000009',
      'fine group Keepers: is there',
    ])
    expect([exit, state]).toEqual([0, 'configured'])
    const asked = company.sandbox.journal.entries().filter(({ part, op }) => part === 'okta' && !op.endsWith('/token'))
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter(({ op }) => !op.startsWith('GET '))).toEqual([])
  })

  it('is only entered by jobs that give and take', async () => {
    const { lines } = await told({}, 'expire')
    expect(lines).toEqual([
      'fine key to harbor.okta.com: lets in as 0oa00000000000000001',
      'fine scopes: all 7 are granted',
    ])
  })
})

describe('the key', () => {
  it('that was revoked is told with what Okta said', async () => {
    await told()
    client(() => ({ keys: [] }))
    const { lines, exit } = await again()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('missing key to harbor.okta.com: does not let in: no access token: invalid_client')
    expect(exit).toBe(1)
  })

  it('that demands DPoP is told, and how to turn it off', async () => {
    const { lines } = await told({ client: { dpop: true } })
    expect(lines[0]).toContain('turn off "Require Demonstrating Proof of Possession"')
  })

  it('without some scopes is told each of them, though Okta names only the first', async () => {
    await told()
    client(({ scopes }) => ({
      scopes: scopes.filter((one) => !['okta.apps.manage', 'okta.schemas.read'].includes(one)),
    }))
    const { lines } = await again()
    expect(lines.filter((line) => line.startsWith('missing'))).toEqual([
      'missing scope okta.apps.manage: is not granted: no job gets in',
      'missing scope okta.schemas.read: is not granted: no job gets in',
    ])
  })
})

describe('the administrator role', () => {
  it('without a permission is told which, and what needs it', async () => {
    await told()
    client(({ may }) => ({ may: may.filter(({ permission }) => permission !== 'okta.users.appAssignment.manage') }))
    expect(notFine((await again()).lines)).toEqual([
      'missing permission okta.users.appAssignment.manage: no custom role has it: assignUserToApplication, updateApplicationUser, unassignUserFromApplication may be refused',
    ])
  })

  it('that cannot be looked at is unknown, never fine', async () => {
    await told()
    client(({ may }) => ({ may: may.filter(({ permission }) => permission !== 'okta.iam.read') }))
    const { lines, exit } = await again()
    expect(notFine(lines)).toHaveLength(1)
    expect(notFine(lines)[0]).toContain('unknown administrator roles: could not look')
    expect(exit).toBe(EXIT.failed)
  })

  it('that may do everything is a danger', async () => {
    await told()
    client(() => ({ standardRoles: ['SUPER_ADMIN'] }))
    expect(notFine((await again()).lines)).toEqual([
      'danger administrator roles: the service app is SUPER_ADMIN: whoever has its key has the organisation',
    ])
  })

  it('of a standard kind is named, since nobody lists what it permits', async () => {
    await told()
    client(() => ({ standardRoles: ['GROUP_MEMBERSHIP_ADMIN'] }))
    expect(notFine((await again()).lines)[0]).toContain('note administrator roles: GROUP_MEMBERSHIP_ADMIN')
  })
})

describe('the app', () => {
  it('is told everything that an owner must set, at once', async () => {
    await told()
    app({ joinAllRoles: false, useGroupMapping: true, identityProviderArn: 'arn:aws:iam::1:saml-provider/Other' })
    const { lines, cures } = await again()
    expect(notFine(lines)).toHaveLength(3)
    expect(cures).toContain('turn on Join all roles (Sign On tab), or run daypass federate')
  })

  it('that is of another kind, off, or gone is told', async () => {
    await told()
    app({}, { name: 'salesforce', status: 'INACTIVE' })
    expect(notFine((await again()).lines)).toHaveLength(2)
    app({}, { id: '0oa00000000000000077' })
    expect(notFine((await again()).lines)).toEqual([`missing app ${APP} for legacy-shop: is not there`])
  })

  it('whose marker has another type is told', async () => {
    const marker = { managedByDaypass: { title: 'x', type: 'string' } }
    const { lines } = await told({ apps: { 'legacy-shop': { custom: marker } } })
    expect(notFine(lines)).toEqual([
      `differs app ${APP} for legacy-shop: users of the app AWS Account Federation have no boolean attribute managedByDaypass`,
    ])
  })

  it('that has not heard of some roles is told to be refreshed', async () => {
    await told()
    company.sandbox.change((world) => ({
      ...world,
      ...(world.okta === undefined
        ? {}
        : {
            okta: {
              ...world.okta,
              apps: world.okta.apps.map((one) => ({
                ...one,
                schema: { ...one.schema, base: { samlRoles: { type: 'array', items: { type: 'string', enum: [] } } } },
              })),
            },
          }),
    }))
    const { lines, cures } = await again()
    expect(notFine(lines)[0]).toContain('Okta has not heard of 3 of 3 roles of the pool')
    expect(cures).toEqual(['in Okta: More > Refresh Application Data'])
  })
})

const LEGACY = '888899990000'

const provider = (change: (known: SamlProvider) => SamlProvider | null): void =>
  company.sandbox.change((world) => ({
    ...world,
    aws: inAccount(world.aws, LEGACY, (account) => ({
      ...account,
      samlProviders: (account.samlProviders ?? []).flatMap((one) => change(one) ?? []),
    })),
  }))

describe('the provider that AWS believes', () => {
  it('that is another app is a danger: it could let in anybody', async () => {
    await told()
    provider((one) => ({ ...one, entity: 'http://www.okta.com/exkMallory' }))
    expect(notFine((await again()).lines)).toEqual([
      'danger saml-provider/Okta in legacy-shop: believes http://www.okta.com/exkMallory, and the app is http://www.okta.com/exk00000000000000009',
    ])
  })

  it('that knows another certificate lets nobody in', async () => {
    await told()
    provider((one) => ({ ...one, certificate: 'b2xk' }))
    expect(notFine((await again()).lines)[0]).toContain('knows none of the certificates of the app')
  })

  it('that knows one certificate more is a danger', async () => {
    await told()
    const more = '</ds:X509Certificate></ds:X509Data><ds:X509Data><ds:X509Certificate>TWFsbG9yeQ=='
    provider((one) => ({ ...one, certificate: `${one.certificate}${more}` }))
    expect(notFine((await again()).lines)[0]).toContain(
      'danger saml-provider/Okta in legacy-shop: also believes 1 certificate',
    )
  })

  it('that is not there is told with how it is made', async () => {
    await told()
    provider(() => null)
    const { lines, cures } = await again()
    expect(notFine(lines)).toEqual(['missing saml-provider/Okta in legacy-shop: is not there: nobody can enter'])
    expect(cures).toEqual(['make it in IAM from the metadata of the app (Sign On tab), under this name'])
  })
})

describe('a group that settings name', () => {
  it('is told when it is not there, or there twice', async () => {
    expect(notFine((await told({ groups: [] })).lines)[0]).toContain('missing group Keepers: is not there')
    await company.sandbox.close()
    const twice = await told({ groups: [{ name: 'Keepers' }, { name: 'Keepers' }] })
    expect(notFine(twice.lines)[0]).toContain('is there 2 times')
  })
})
