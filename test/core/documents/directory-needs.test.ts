// What is asked of the directory for the settings' rules, and how the people that it names join those of people.yaml.

import { describe, expect, it } from 'vitest'
import { directoryNeeds, withDirectory } from '../../../src/core/documents/with-directory.ts'
import type { Listed } from '../../../src/core/model/directory.ts'
import { type GroupId, id } from '../../../src/core/model/id.ts'
import type { Who } from '../../../src/core/model/rule.ts'
import type { DirectorySettings, Settings } from '../../../src/core/model/settings.ts'
import { aPerson, aRule, auto, HERE, placed, someSettings } from '../../support/builders.ts'

const GITHUB = { id: 'githubId', login: 'githubLogin' }

const settingsWith = (
  parts: Parameters<typeof someSettings>[0],
  directory: Partial<DirectorySettings> = {},
): Settings => ({
  ...someSettings(parts),
  okta: {
    host: 'harbor.okta.com',
    credential: { in: 'environment' },
    match: 'login',
    directory: {
      groups: new Map<GroupId, string>([
        [id('leads'), 'Orders Leads'],
        [id('security'), 'Security'],
      ]),
      github: null,
      manager: null,
      at: { ...HERE, line: 4 },
      ...directory,
    },
    federation: [],
    closing: false,
    at: HERE,
  },
})

const who = (people: readonly string[], groups: readonly string[] = []): Who => ({
  is: 'some',
  people: people.map((name) => placed(id<'person'>(name))),
  groups: groups.map((name) => placed(id<'group'>(name))),
  manager: false,
})

const PEOPLE = [
  aPerson('zora'),
  aPerson('marta', { manager: id('olga'), email: 'Marta@Example.com' }),
  aPerson('olga', { email: 'OLGA@example.com' }),
  aPerson('ben', { manager: id('gone') }),
]

describe('the directory is asked', () => {
  it.each([
    ['whom a rule is for', aRule('a', [auto], { who: who(['zora'], ['leads']) })],
    ['who approves', aRule('a', [{ is: 'approvedBy', who: who(['zora'], ['leads']), approvals: 1, at: HERE }])],
    [
      'who may break the glass',
      aRule('a', [{ is: 'breakGlass', who: who(['zora']), reviewedBy: who([], ['leads']), within: 60, at: HERE }]),
    ],
    [
      'who reviews it',
      aRule('a', [
        { is: 'breakGlass', who: { is: 'anyone' }, reviewedBy: who(['zora'], ['leads']), within: 60, at: HERE },
      ]),
    ],
  ])('for people and groups that say %s', (_what, rule) => {
    expect(directoryNeeds(settingsWith({ people: PEOPLE, rules: [rule] }), new Set())).toEqual({
      groups: ['Orders Leads'],
      emails: ['zora@example.com'],
    })
  })

  it('for whom the requests name, their managers too, each once and in order', () => {
    const rules = [aRule('a', [auto], { who: who(['olga'], ['security', 'leads', 'unfilled']) })]
    const groups = new Map<GroupId, string>([
      [id('security'), 'Security'],
      [id('leads'), 'Orders Leads'],
    ])
    const settings = settingsWith({ people: PEOPLE, rules }, { groups })
    expect(directoryNeeds(settings, new Set(['zora', 'marta', 'ben']))).toEqual({
      groups: ['Orders Leads', 'Security'],
      emails: ['ben@example.com', 'marta@example.com', 'olga@example.com', 'zora@example.com'],
    })
  })

  it('for nothing that nobody names', () => {
    expect(directoryNeeds(settingsWith({ people: PEOPLE }), new Set())).toEqual({ groups: [], emails: [] })
    const none = { ...settingsWith({ people: PEOPLE }), okta: null }
    expect(directoryNeeds(none, new Set(['zora']))).toEqual({ groups: [], emails: [] })
  })
})

const listed = (email: string, more: Partial<Listed> = {}): Listed => ({
  email,
  out: null,
  github: { id: 7, login: 'seven' },
  manager: null,
  ...more,
})

describe('a newcomer', () => {
  const told = settingsWith({ people: PEOPLE }, { github: GITHUB })
  const join = (...people: readonly Listed[]) =>
    withDirectory(told, {
      people: new Map(people.map((one) => [one.email, one])),
      groups: new Map([
        ['Orders Leads', people.map(({ email }) => email)],
        ['Security', people.map(({ email }) => email)],
      ]),
    })

  it('is a person like others, in the groups that Okta fills, known from where the directory is set', () => {
    expect(join(listed('nova.lind@example.com')).people.get(id('nova-lind'))).toEqual({
      handle: 'nova-lind',
      githubId: 7,
      login: 'seven',
      email: 'nova.lind@example.com',
      manager: null,
      groups: ['leads', 'security'],
      out: null,
      at: { ...HERE, line: 4 },
    })
  })

  it.each([
    ['--nova__lind--@example.com', 'nova-lind'],
    ['NOVA+9@example.com', 'nova-9'],
    [`${'n'.repeat(39)}@example.com`, 'n'.repeat(39)],
    [`${'n'.repeat(40)}@example.com`, null],
    ['нова@example.com', null],
    ['@example.com', null],
    ['nova@lind@example.com', 'nova'],
  ])('%s is called %s', (email, handle) => {
    const handles = [...join(listed(email)).people.keys()].filter((one) => !PEOPLE.some((old) => old.handle === one))
    expect(handles).toEqual(handle === null ? [] : [handle])
  })

  it('is not one whom people.yaml names by e-mail, however it is written', () => {
    expect(join(listed('marta@example.com')).people.size).toBe(PEOPLE.length)
  })

  it('is not one whom people.yaml names by e-mail under another handle, whatever account on GitHub Okta knows', () => {
    const settings = {
      ...told,
      people: new Map([[id<'person'>('ana'), aPerson('ana', { email: 'A.Lima@example.com' })]]),
    }
    const people = new Map([['a.lima@example.com', listed('a.lima@example.com')]])
    const joined = withDirectory(settings, { people, groups: new Map([['Security', ['a.lima@example.com']]]) })
    expect([...joined.people.keys()]).toEqual(['ana'])
  })

  it('shares neither handle nor GitHub account with another newcomer', () => {
    const [one, other] = [listed('nova@a.example'), listed('nils@a.example', { github: { id: 8, login: 'n' } })]
    expect(join(one, other).people.size).toBe(PEOPLE.length + 2)
    expect(join(one, listed('nils@a.example')).people.size).toBe(PEOPLE.length)
    expect(join(one, listed('nova@b.example', { github: { id: 8, login: 'n' } })).people.size).toBe(PEOPLE.length)
  })

  it('comes from no group that the directory does not have', () => {
    const nobody = withDirectory(told, { people: new Map([['n@x', listed('n@x')]]), groups: new Map() })
    expect(nobody.people.size).toBe(PEOPLE.length)
  })
})

describe('whoever the directory calls somebody else', () => {
  it('is out, and whoever it says nothing against is not', () => {
    const told = settingsWith(
      { people: [aPerson('marta', { githubId: 7 }), aPerson('olga', { githubId: 8 })] },
      { github: GITHUB },
    )
    const people = new Map([
      ['marta@example.com', listed('marta@example.com')],
      ['olga@example.com', listed('olga@example.com')],
    ])
    const joined = withDirectory(told, { people, groups: new Map() })
    expect(joined.people.get(id('marta'))?.out).toBeNull()
    expect(joined.holds).toEqual([
      {
        what: { is: 'person', person: 'olga' },
        because: 'olga has another GitHub account in Okta than in people.yaml',
        since: null,
        at: HERE,
      },
    ])
  })

  it('is nobody whose account on GitHub Okta does not know', () => {
    const told = settingsWith({ people: [aPerson('marta')] }, { github: GITHUB })
    const people = new Map([['marta@example.com', listed('marta@example.com', { github: null })]])
    expect(withDirectory(told, { people, groups: new Map() }).holds).toEqual([])
  })

  it('has no manager where Okta names one whom nobody knows', () => {
    const told = settingsWith({ people: PEOPLE }, { manager: 'managerEmail' })
    const people = new Map([
      ['marta@example.com', listed('marta@example.com', { manager: 'stranger@example.com' })],
      ['ben@example.com', listed('ben@example.com', { manager: 'olga@example.com' })],
    ])
    const joined = withDirectory(told, { people, groups: new Map() }).people
    expect([joined.get(id('marta'))?.manager, joined.get(id('ben'))?.manager]).toEqual([null, 'olga'])
  })
})
