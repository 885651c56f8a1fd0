// Settings together with what the directory says of people.

import { describe, expect, it } from 'vitest'
import { guardReasons } from '../../../src/core/approval/guarded.ts'
import { approversOf, membersOf } from '../../../src/core/approval/who.ts'
import { directoryNeeds, withDirectory } from '../../../src/core/documents/with-directory.ts'
import { okta as oktaKind } from '../../../src/core/entitlements/okta.ts'
import type { Directory, Listed } from '../../../src/core/model/directory.ts'
import { type GroupId, id } from '../../../src/core/model/id.ts'
import type { Who } from '../../../src/core/model/rule.ts'
import type { DirectorySettings, Settings } from '../../../src/core/model/settings.ts'
import { targetsByName } from '../../../src/core/model/targets.ts'
import { meantBy } from '../../../src/core/policy/one-resource.ts'
import { loadKnowledge } from '../../../src/knowledge/load.ts'
import { aPerson, HERE, placed, someSettings } from '../../support/builders.ts'

const LEADS = id<'group'>('leads')
const GITHUB = { id: 'githubId', login: 'githubLogin' }

const settingsWith = (directory: Partial<DirectorySettings> = {}, more: Partial<Settings> = {}): Settings => ({
  ...someSettings({ people: [aPerson('marta', { groups: [id('engineers')], manager: id('olga') }), aPerson('olga')] }),
  okta: {
    host: 'harbor.okta.com',
    credential: { in: 'environment' },
    match: 'login',
    directory: {
      groups: new Map<GroupId, string>([[LEADS, 'Orders Leads']]),
      github: null,
      manager: null,
      at: HERE,
      ...directory,
    },
    federation: [],
    closing: false,
    at: HERE,
  },
  ...more,
})

const listed = (email: string, more: Partial<Listed> = {}): Listed => ({
  email,
  out: null,
  github: null,
  manager: null,
  ...more,
})

const directory = (people: readonly Listed[], leads: readonly string[] = []): Directory => ({
  people: new Map(people.map((one) => [one.email, one])),
  groups: new Map([['Orders Leads', leads]]),
})

const who = (group: string): Who => ({ is: 'some', people: [], groups: [placed(id<'group'>(group))], manager: true })
const marta = (settings: Settings) => settings.people.get(id('marta'))

describe('a group that Okta fills', () => {
  it('has the members that Okta says, and only those', () => {
    const settings = withDirectory(settingsWith(), directory([listed('marta@example.com')], ['marta@example.com']))
    expect([...membersOf(who('leads'), settings)]).toEqual(['marta'])
    expect(marta(settings)?.groups).toEqual(['engineers', 'leads'])
    const without = withDirectory(settings, directory([]))
    expect([...membersOf(who('leads'), without)]).toEqual([])
  })

  it('is asked for only where a rule names it, and people where a rule or a request does', () => {
    const none = settingsWith()
    expect(directoryNeeds(none, new Set(['marta']))).toEqual({
      groups: [],
      emails: ['marta@example.com', 'olga@example.com'],
    })
    expect(directoryNeeds({ ...none, okta: null }, new Set(['marta']))).toEqual({ groups: [], emails: [] })
  })

  it('is never handed out itself', async () => {
    const settings = settingsWith()
    const read = oktaKind.read({ okta: 'orders leads' }, () => HERE)
    const account = targetsByName(settings).get('okta')
    if (!('entitlement' in read) || account === undefined) throw new Error('there is no Okta')
    const knowledge = await loadKnowledge()
    const meant = meantBy(read.entitlement, knowledge)
    if ('problem' in meant) throw new Error(meant.problem)
    const item = {
      key: id<'grant'>('k'),
      request: id<'request'>('r'),
      person: id<'person'>('marta'),
      target: account.name,
      entitlement: meant.entitlement,
      bundle: null,
      at: HERE,
    }
    const comparing = { account, partition: 'aws', knowledge }
    expect(guardReasons(item, account, settings, comparing, []).map(({ code }) => code)).toEqual(['protected'])
  })
})

describe('whoever is out', () => {
  const out = withDirectory(
    settingsWith(),
    directory([listed('marta@example.com', { out: 'is deactivated in Okta' })], ['marta@example.com']),
  )

  it('holds nothing, belongs to nothing and approves nothing', () => {
    expect(out.holds.map(({ what, because }) => [what, because])).toEqual([
      [{ is: 'person', person: 'marta' }, 'marta is deactivated in Okta'],
    ])
    expect([...membersOf(who('leads'), out)]).toEqual([])
    expect([...membersOf({ is: 'anyone' }, out)]).toEqual(['olga'])
    expect([
      ...membersOf({ is: 'some', people: [placed(id<'person'>('marta'))], groups: [], manager: false }, out),
    ]).toEqual([])
  })

  it('is no manager either', () => {
    const left = directory([listed('marta@example.com'), listed('olga@example.com', { out: 'is suspended in Okta' })])
    expect(approversOf(who('leads'), withDirectory(settingsWith(), left), id('marta'))).toEqual([])
  })

  it('is somebody whose GitHub account Okta knows differently', () => {
    const other = directory([listed('marta@example.com', { github: { id: 7, login: 'x' } })])
    expect(marta(withDirectory(settingsWith({ github: GITHUB }), other))?.out).toContain('another GitHub account')
    expect(marta(withDirectory(settingsWith(), other))?.out).toBeNull()
  })

  it('is not who Okta does not know at all: people may be in people.yaml alone', () => {
    expect(withDirectory(settingsWith(), directory([])).holds).toEqual([])
  })
})

describe('people whom no file names', () => {
  const nova = listed('Nova.Lind@example.com'.toLowerCase(), { github: { id: 900, login: 'nova' } })
  const told = settingsWith({ github: GITHUB })

  it('come from groups that Okta fills, with a handle made of their e-mail', () => {
    const settings = withDirectory(told, directory([nova], [nova.email]))
    expect(settings.people.get(id('nova-lind'))).toMatchObject({
      githubId: 900,
      login: 'nova',
      groups: ['leads'],
      out: null,
    })
  })

  it('do not come from elsewhere, or without a GitHub account of their own', () => {
    expect(withDirectory(told, directory([nova])).people.size).toBe(2)
    expect(withDirectory(told, directory([{ ...nova, github: null }], [nova.email])).people.size).toBe(2)
    expect(withDirectory(settingsWith(), directory([nova], [nova.email])).people.size).toBe(2)
  })

  it('never take the place of who is there: not by handle, not by GitHub account, not two at once', () => {
    const owner = told.people.get(id('olga'))
    const thief = { ...nova, github: { id: owner?.githubId ?? 0, login: 'olga' } }
    expect(withDirectory(told, directory([thief], [thief.email])).people.size).toBe(2)
    const namesake = listed('olga@elsewhere.example', { github: { id: 901, login: 'o' } })
    const seen = withDirectory(told, directory([namesake], [namesake.email]))
    expect(seen.people.get(id('olga'))?.githubId).toBe(owner?.githubId)
    const twin = listed('nova-lind@elsewhere.example', { github: { id: 902, login: 'n' } })
    expect(withDirectory(told, directory([nova, twin], [nova.email, twin.email])).people.size).toBe(2)
  })
})

describe('a manager', () => {
  it('is whom Okta names where settings say which attribute it is, and nobody where Okta names nobody', () => {
    const told = settingsWith({ manager: 'managerEmail' })
    const named = directory([listed('olga@example.com', { manager: 'marta@example.com' }), listed('marta@example.com')])
    const settings = withDirectory(told, named)
    expect(settings.people.get(id('olga'))?.manager).toBe('marta')
    expect(marta(settings)?.manager).toBeNull()
    expect(marta(withDirectory(settingsWith(), named))?.manager).toBe('olga')
  })
})

it('leaves settings that name no directory as they are', () => {
  const settings = someSettings()
  expect(withDirectory(settings, directory([]))).toBe(settings)
})
