// Whether the example company in config/ is read as it is meant.

import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkRequest } from '../../../src/core/documents/check-request.ts'
import { readDocuments } from '../../../src/core/documents/documents.ts'
import { readSettings } from '../../../src/core/documents/settings.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { id } from '../../../src/core/model/id.ts'
import { DAY, HOUR, instantOf } from '../../../src/core/model/time.ts'
import { fileOf, filesOf } from './files-of.ts'

const FILES = filesOf(fileURLToPath(new URL('../../../config', import.meta.url)), 'config')
const MODES = ['iam-user', 'identity-center', 'okta-saml']
const { settings, requests, findings } = readDocuments(FILES, 'config', KINDS, MODES)
const rule = (name: string) => settings?.rules.find((one) => one.name === name)

describe('the example', () => {
  it('has no findings, at any time', () => {
    expect(findings).toEqual([])
    if (settings === null) throw new Error('the example has no settings')
    for (const request of requests)
      for (const now of [0, 1_800_000_000, 4_000_000_000])
        expect(checkRequest(request, settings, instantOf(now))).toEqual([])
  })

  it('knows its people by handle, with manager and groups', () => {
    expect(settings?.people.size).toBe(12)
    expect(settings?.people.get(id('marta'))).toMatchObject({
      githubId: 9100005,
      manager: 'tomas',
      groups: expect.arrayContaining(['engineers', 'orders']),
    })
    expect(settings?.people.get(id('bruno'))?.manager).toBeNull()
  })

  it('knows its accounts, and fills in what is not said', () => {
    expect(settings?.aws?.accounts.map(({ name, id: account, match, ou }) => [name, account, match.by, ou])).toEqual([
      ['orders-prod', '111122223333', 'userName', '/workloads/prod'],
      ['orders-stage', '444455556666', 'localPart', '/workloads/stage'],
      ['sandbox-dev', '777788889999', 'tag', '/sandbox'],
      ['analytics', '222233334444', 'userName', '/data'],
      ['payer', '999900001111', 'userName', '/finance'],
      ['legacy-shop', '888899990000', 'userName', '/legacy'],
    ])
    expect(settings?.aws?.roles.apply).toBe('daypass/apply')
  })

  it('reads durations as seconds', () => {
    expect(settings?.limits).toEqual({
      strays: 10,
      maxDuration: 7 * DAY,
      claimWithin: DAY,
      waitingTime: 3 * DAY,
      reviewAge: 7 * DAY,
      itemsPerRequest: 50,
    })
    expect(settings?.bundles.get('orders-oncall')?.duration).toBe(2 * HOUR)
  })

  it('reads the rule for production with its filters, ways and limits', () => {
    expect(rule('production')).toMatchObject({
      who: { is: 'some', groups: [{ value: 'engineers' }], people: [], manager: false },
      what: { account: null, tags: { env: [{ is: 'glob', text: 'prod' }] } },
      not: [
        { facets: { policy: [{ text: '*FullAccess' }, { text: 'AdministratorAccess' }, { text: 'PowerUserAccess' }] } },
        { escalating: true },
      ],
      ways: [
        { is: 'approvedBy', approvals: 1, who: { groups: [{ value: 'orders-leads' }] } },
        { is: 'breakGlass', within: DAY, reviewedBy: { groups: [{ value: 'security' }] } },
      ],
      limits: { maxDuration: 4 * HOUR, reason: 'required', endsByItself: 'required', directAttachment: null },
      deny: null,
    })
    expect(rule('payer')).toMatchObject({
      deny: 'Only Finance IT changes the payer account',
      ways: [],
      who: { is: 'anyone' },
    })
    expect(rule('orders-data')?.what.facets['action']).toHaveLength(5)
  })

  it('reads a request item by item, each with its place', () => {
    const request = requests.find((one) => one.id === 'lena-stage-numbers')
    expect(request?.when).toEqual({ is: 'duration', seconds: 8 * HOUR, from: null })
    expect(
      request?.lines.map(({ asked, at }) => [asked.is === 'entitlement' && asked.entitlement.kind, at.line]),
    ).toEqual([
      ['actions', 6],
      ['policy', 9],
    ])
  })

  it('does not depend on the order of its files', () => {
    const again = readDocuments([...FILES].reverse(), 'config', KINDS, MODES)
    expect(JSON.stringify(again)).toBe(JSON.stringify({ settings, requests, findings }))
  })

  it('names its schema in the first line of every file', () => {
    for (const { path, text } of FILES.filter((file) => file.path.endsWith('.yaml')))
      expect(text?.split('\n')[0], path).toMatch(
        /^# yaml-language-server: \$schema=(\.\.\/)+schemas\/[a-z-]+\.schema\.json$/,
      )
  })
})

describe('settings', () => {
  const without = (path: string) => FILES.filter((file) => file.path !== path)

  it('are whole without bundles, holds, rules and integrations', () => {
    const bare = FILES.filter(({ path }) => /(daypass|people)\.yaml$/.test(path))
    const read = readSettings(bare, 'config', KINDS, MODES)
    expect(read.findings).toEqual([])
    expect(read.settings).toMatchObject({ aws: null, rules: [], holds: [] })
  })

  it('are not there when a rule file is broken, and only that file is blamed', () => {
    const broken = fileOf('config/rules/never.yaml', 'rules: [{name: x, deny: No, what: {policy: [a], polcy: b}}]\n')
    const read = readSettings([...without('config/rules/never.yaml'), broken], 'config', KINDS, MODES)
    expect(read.settings).toBeNull()
    expect(read.findings.map(({ code, at }) => [code, at.file])).toEqual([
      ['shape-unknown-key', 'config/rules/never.yaml'],
    ])
  })

  it('that cannot say who is there do not call everybody unknown', () => {
    const broken = fileOf('config/people.yaml', 'people: [\n')
    const read = readSettings([...without('config/people.yaml'), broken], 'config', KINDS, MODES)
    expect(read.findings.map(({ at }) => at.file)).toEqual(['config/people.yaml'])
  })

  it('are still there when a request is broken', () => {
    const read = readDocuments([...FILES, fileOf('config/requests/x.yaml', 'for: [\n')], 'config', KINDS, MODES)
    expect(read.settings).not.toBeNull()
    expect(read.requests).toHaveLength(requests.length)
    expect(read.findings.map(({ at }) => at.file)).toEqual(['config/requests/x.yaml'])
  })

  it('pass over what lies elsewhere', () => {
    const read = readDocuments(
      [...FILES, fileOf('src/x.yaml', '['), fileOf('configs/rules/a.yaml', '[')],
      'config',
      KINDS,
      MODES,
    )
    expect(read.findings).toEqual([])
  })
})
