// What `daypass federate` shows of the apps in Okta, and what it sets when it is told to.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { known } from '../../src/core/model/edge-error.ts'
import { id } from '../../src/core/model/id.ts'
import { type Okta, type OktaAsked, openOkta } from '../../src/edges/okta/okta.ts'
import { cli } from '../../src/entry/cli.ts'
import { type Company, openCompany } from '../../src/entry/commands/demo/company.ts'
import { OKTA_CREDENTIAL } from '../../src/entry/commands/demo/company-okta.ts'
import { EXIT } from '../../src/entry/exit.ts'
import { setting } from '../../src/install/federate/setting.ts'
import type { AppDraft } from '../../src/sandbox/okta/build.ts'
import type { App } from '../../src/sandbox/okta/world.ts'
import { HERE } from '../support/builders.ts'
import { ESCAPE, paper } from './daypass.ts'

const APP = '0oa00000000000000009'
const root = mkdtempSync(join(tmpdir(), 'daypass-federate-'))
cpSync('config', join(root, 'config'), { recursive: true })
const okta = join(root, 'config/integrations/okta.yaml')
const FEDERATED = `org: https://harbor.okta.com
federation: [{ account: legacy-shop, app: ${APP}, provider: Okta, roles: 3 }]
`
writeFileSync(okta, FEDERATED)
afterAll(() => rmSync(root, { recursive: true, force: true }))

const PROVIDER = 'arn:aws:iam::888899990000:saml-provider/Okta'
const LACKING = {
  identityProviderArn: PROVIDER,
  joinAllRoles: false,
  sessionDuration: 7200,
  loginURL: 'https://x.example',
}
const MANAGING = ['okta.apps.manage', 'okta.schemas.manage', 'okta.apps.read', 'okta.schemas.read']

let company: Company
beforeEach(() => void vi.spyOn(process, 'cwd').mockReturnValue(root))
afterEach(() => company.sandbox.close())
afterEach(() => vi.restoreAllMocks())

const open = async (app: Partial<AppDraft> = {}): Promise<void> => {
  const may = ['okta.apps.manage', 'okta.apps.read'].map((permission) => ({ permission, on: [APP] }))
  const client = { scopes: MANAGING, may }
  const legacy = { settings: LACKING, custom: {}, ...app }
  company = await openCompany({
    root,
    directory: 'config',
    now: 1_796_115_600,
    okta: { client, apps: { 'legacy-shop': legacy } },
  })
}

async function say(...words: readonly string[]) {
  const [stdout, stderr] = [paper(false), paper(false)]
  const environment = { OKTA_CREDENTIAL, OKTA_ENDPOINT_URL: `${company.sandbox.url}/okta` }
  const code = await cli(['federate', ...words], { environment, stdout, stderr })
  return { code, out: stdout.text(), notes: stderr.text() }
}

const there = (): App => {
  const app = company.sandbox.world().okta?.apps.find(({ id }) => id === APP)
  if (app === undefined) throw new Error('the app is gone')
  return app
}

const writes = (): readonly string[] =>
  company.sandbox.journal
    .entries()
    .filter(({ part, writes, op }) => part === 'okta' && writes && !op.endsWith('/token'))
    .map(({ op }) => op)

const NOBODY: OktaAsked = {
  host: 'harbor.okta.com',
  secret: async () => known(''),
  scopes: [],
  environment: {},
  setSecret: () => undefined,
  pause: { sleep: async () => undefined, random: () => 0 },
  runner: () => 0,
  waiting: () => undefined,
}

/** The second reading finds another secret. */
const changing = (okta: Okta, whole: { settings: { app: { secret: string } } }): Okta => ({
  ...okta,
  send: async () => {
    whole.settings.app.secret = 'another'
    return known(null)
  },
})

describe('daypass federate', () => {
  it('shows what it would set, how it is taken back, and changes nothing', async () => {
    await open()
    const before = there()
    const { code, out, notes } = await say()
    expect(out).toContain('to be set: turn on Join all roles')
    expect(out).toContain('to be set: add the boolean attribute managedByDaypass')
    expect(out).toContain('to take it back: turn off Join all roles (Sign On tab)')
    expect(notes).toContain('Nothing was changed. To set it: daypass federate --yes')
    expect([code, writes(), there()]).toEqual([EXIT.findings, [], before])
  })

  it('sets it, and leaves every other setting as it is', async () => {
    await open()
    const before = there()
    const { code, out } = await say('--yes')
    expect([code, out.match(/· set:/g)?.length]).toEqual([EXIT.done, 2])
    const { joinAllRoles, ...settings } = there().settings
    const { joinAllRoles: _off, ...others } = before.settings
    expect([joinAllRoles, settings, there().label, there().schema.base]).toEqual([
      true,
      others,
      before.label,
      before.schema.base,
    ])
    expect(there().schema.custom).toMatchObject({ managedByDaypass: { type: 'boolean', scope: 'NONE' } })
  })

  it('has nothing to do the second time, and writes nothing', async () => {
    await open()
    await say('--yes')
    const made = writes().length
    const { code, out } = await say('--yes')
    expect([code, writes().length]).toEqual([EXIT.done, made])
    expect(out).toContain('as it should be')
  })

  it('tells what only the admin pages can do, and sets the rest', async () => {
    await open({ roles: null })
    const { code, out } = await say('--yes')
    expect(code).toBe(EXIT.findings)
    expect(out).toContain('by hand: the app AWS Account Federation knows no roles of AWS')
    expect(out).toContain('Refresh Application Data')
    expect(writes()).toHaveLength(2)
  })

  it('gives the label of an app no power over the terminal', async () => {
    await open({ roles: null, label: 'AWS\u001b[2J\nall is well' })
    const { out } = await say()
    expect(out).toContain('by hand: the app AWS‹U+001B›[2J all is well knows no roles of AWS')
    expect(out).not.toContain(ESCAPE)
  })

  it('leaves an app alone whose key it would write back as stars', async () => {
    await open({ settings: { ...LACKING, secretKeyEnc: '********' } })
    const { code, out } = await say('--yes')
    expect(code).toBe(EXIT.findings)
    expect(out).toContain('since Okta hides secretKeyEnc and would lose it')
    expect(writes()).toEqual(['POST /api/v1/meta/schemas/apps/{appId}/default'])
    expect(there().settings['secretKeyEnc']).toBe('********')
  })

  it.each([
    ['of another kind', { name: 'salesforce' }],
    [
      'that speaks for another account',
      { settings: { ...LACKING, identityProviderArn: 'arn:aws:iam::1:saml-provider/Okta' } },
    ],
  ])('sets nothing in an app %s', async (_which, app) => {
    await open(app)
    expect((await say('--yes')).code).toBe(EXIT.findings)
    expect(writes()).toEqual([])
  })

  it('leaves an attribute of the same name and another type to its owner', async () => {
    await open({ custom: { managedByDaypass: { title: 'x', type: 'string' } } })
    expect((await say('--yes')).out).toContain('by hand: users of the app AWS Account Federation have no boolean')
    expect(there().schema.custom).toEqual({ managedByDaypass: { title: 'x', type: 'string' } })
  })

  it('tells by name, never by value, what Okta changed besides', async () => {
    await open()
    const whole = { label: 'AWS', settings: { app: { joinAllRoles: false, secret: 'hush' } } }
    const forgetful: Okta = {
      ...openOkta(NOBODY),
      get: async ({ read }) => known(read(whole)),
      send: async () => known(null),
    }
    const federation = {
      account: id<'target'>('legacy-shop'),
      app: APP,
      provider: 'Okta',
      roles: 3,
      marker: 'm',
      at: HERE,
    }
    const done = await setting(forgetful, federation, { does: 'joinAllRoles', says: '', undo: '' })
    expect(done).toMatchObject({
      is: 'unknown',
      because: { said: 'the app now differs in joinAllRoles: compare them in Okta' },
    })
    whole.settings.app = { joinAllRoles: true, secret: 'gone' }
    expect(
      await setting(changing(forgetful, whole), federation, { does: 'joinAllRoles', says: '', undo: '' }),
    ).toMatchObject({
      because: { said: 'the app now differs in secret: compare them in Okta' },
    })
  })

  it('says so when a right is missing', async () => {
    await open()
    company.sandbox.change((world) => ({
      ...world,
      ...(world.okta === undefined
        ? {}
        : {
            okta: {
              ...world.okta,
              clients: world.okta.clients.map((one) => ({ ...one, scopes: ['okta.apps.read', 'okta.schemas.read'] })),
            },
          }),
    }))
    const { code, out } = await say('--yes')
    expect([code, writes()]).toEqual([EXIT.failed, []])
    expect(out).toContain('grant the scope to the service app')
  })

  it('speaks JSON to programs', async () => {
    await open()
    const { out } = await say('--json')
    expect(JSON.parse(out)).toMatchObject({
      exit: EXIT.findings,
      apps: [{ app: APP, state: 'to be set' }, { state: 'to be set' }],
    })
  })
})
