// Which name of a request means something else now, and who is whom under each of the settings that judge.

import { describe, expect, it } from 'vitest'
import { differentName, meaningOf } from '../../../src/core/approval/proof-names.ts'
import { askPeople } from '../../../src/core/approval/proof-people.ts'
import { type CommitId, id, type PersonId } from '../../../src/core/model/id.ts'
import type { Request } from '../../../src/core/model/request.ts'
import type { Person, Settings } from '../../../src/core/model/settings.ts'
import { HOUR, later } from '../../../src/core/model/time.ts'
import { AT, group, knowledge, NOON, person, policy, request, settings } from './company.ts'
import { asked, SETTINGS, verdict } from './proof-story.ts'

const changed = (handle: string, rest: Partial<Person> | null): Settings => ({
  ...SETTINGS,
  people: new Map<PersonId, Person>(
    [...SETTINGS.people].flatMap(([one, who]): [PersonId, Person][] => {
      if (one !== person(handle)) return [[one, who]]
      return rest === null ? [] : [[rest.handle ?? one, { ...who, ...rest }]]
    }),
  ),
})

const BUNDLE = {
  name: 'orders',
  says: 'Orders',
  duration: HOUR,
  items: [policy('B'), group('g'), policy('A'), policy('B')],
  at: AT,
}
const BUNDLED = settings([], { bundles: new Map([['orders', BUNDLE]]) })
const asksBundle = (...targets: readonly string[]): Request => ({
  ...request({}),
  when: { is: 'default' },
  lines: [
    {
      targets: targets.map((value) => ({ value, at: AT })),
      asked: { is: 'bundle', bundle: { value: 'orders', at: AT } },
      at: AT,
    },
  ],
})

const key = (target: string, what: string) => `r1/marta/${target}/${what}`

describe('what a request means', () => {
  it('is who it is for, where, until when, and each item', () => {
    expect(meaningOf(request({}), SETTINGS, NOON, knowledge)).toEqual({
      'the person marta': { githubId: 100, email: 'marta@example.com' },
      'the account orders-prod': {
        id: '111111111111',
        mode: 'iam-user',
        match: { by: 'userName' },
        partition: 'aws',
      },
      'the time asked for': { from: NOON, until: later(NOON, 2 * HOUR) },
      'the list of items': [key('orders-prod', 'policy:AmazonS3ReadOnlyAccess')],
    })
  })

  it('is also what lies in each bundle, in order and once, at every account', () => {
    const meaning = meaningOf(asksBundle('payer', 'sandbox-1'), BUNDLED, NOON, knowledge)
    expect(meaning['the bundle orders']).toEqual(['group group:g', 'policy policy:A', 'policy policy:B'])
    expect(meaning['the time asked for']).toEqual({ from: NOON, until: later(NOON, HOUR) })
    expect(meaning['the list of items']).toEqual(
      ['payer', 'sandbox-1'].flatMap((target) => ['group:g', 'policy:A', 'policy:B'].map((what) => key(target, what))),
    )
    expect(Object.keys(meaning)).toEqual([
      'the person marta',
      'the account payer',
      'the account sandbox-1',
      'the bundle orders',
      'the time asked for',
      'the list of items',
    ])
  })

  it('is nothing where the settings know no such person, account or bundle', () => {
    const stranger = { ...asksBundle('nowhere'), for: { value: 'mallory', at: AT } }
    expect(meaningOf(stranger, settings([]), NOON, knowledge)).toEqual({
      'the person mallory': null,
      'the account nowhere': null,
      'the bundle orders': null,
      'the time asked for': null,
      'the list of items': [],
    })
  })

  it('is in no partition where there is no AWS', () => {
    const okta = {
      host: 'acme.okta.com',
      credential: { in: 'environment' },
      match: 'login',
      directory: null,
      federation: [],
      closing: false,
      at: AT,
    } as const
    const meaning = meaningOf(request({ in: 'okta' }), settings([], { aws: null, okta }), NOON, knowledge)
    expect(meaning['the account okta']).toMatchObject({ id: 'acme.okta.com', partition: null })
  })
})

describe('what means something else', () => {
  it('is the first by name that differs, or that one side alone has', () => {
    expect(differentName({ b: 1, a: 2 }, { a: 2, b: 1 })).toBeNull()
    expect(differentName({ c: 1, b: 1, a: 1 }, { c: 2, b: 2, a: 1 })).toBe('b')
    expect(differentName({ z: 1 }, { a: 1 })).toBe('a')
    expect(differentName({ a: 1 }, { z: 1 })).toBe('a')
    expect(differentName({ a: null }, {})).toBeNull()
    expect(differentName()).toBeNull()
  })

  const says = (name: string) => `pull request #12: ${name} means something else now than at the landing`
  it('is told in a refusal', () => {
    const other = changed('marta', { email: 'other@example.com' })
    for (const one of ['now', 'head'])
      expect(verdict({ [one]: other })).toEqual({
        is: 'refused',
        because: 'resolves-otherwise',
        says: says('the person marta'),
      })
  })
})

describe('an end', () => {
  it('must be said', () => {
    expect(verdict({ asked: { request: { ...request({}), when: { is: 'default' } } } })).toEqual({
      is: 'refused',
      because: 'rules-at-landing',
      says: 'pull request #12: it says no end',
    })
  })

  it('is of a request at its own path alone', () => {
    const { version } = asked()
    expect(verdict({ asked: { request: { ...request({}), path: 'config/requests/r2.yaml' } } })).toMatchObject({
      because: 'bytes-differ',
      says: `pull request #12: ${version.path} is not at the head what landed`,
    })
  })
})

describe('people', () => {
  const S: CommitId = id('S')
  const seats = (atLanding: Settings, now = atLanding, head = now) => ({
    atLanding: { is: 'known' as const, settings: atLanding, landing: S },
    now: { is: 'known' as const, settings: now, landing: S },
    head,
  })
  const told = (all: ReturnType<typeof seats>, author = 100, who = 'marta') => {
    const outcome = askPeople(all, request({ for: who }), author)
    return outcome.is === 'no' ? `${outcome.because}: ${outcome.says}` : outcome.says
  }

  it.each<[string, ReturnType<typeof seats>, number, string]>([
    ['asked by marta, for marta', seats(SETTINGS), 100, 'marta'],
    ['asked by nils, for carl', seats(SETTINGS), 101, 'carl'],
    ['author-unknown: the GitHub account 999 that asked is nobody of the people map', seats(SETTINGS), 999, 'marta'],
    [
      'ambiguous-person: the GitHub account 100 that asked is carl and marta in the people map',
      seats(changed('carl', { githubId: 100 })),
      100,
      'nils',
    ],
    ['beneficiary-unknown: mallory is nobody of the people map', seats(SETTINGS), 100, 'mallory'],
    ['author-unknown: the GitHub account 999 that asked is nobody of the people map', seats(SETTINGS), 999, 'mallory'],
    [
      'ambiguous-person: the GitHub account of carl is carl and sam in the people map',
      seats(changed('sam', { githubId: 106 })),
      100,
      'carl',
    ],
    [
      'author-unknown: the GitHub account 100 that asked is nobody of the people map',
      seats(SETTINGS, changed('marta', null)),
      100,
      'nils',
    ],
    [
      'beneficiary-unknown: carl is nobody of the people map',
      seats(SETTINGS, SETTINGS, changed('carl', null)),
      100,
      'carl',
    ],
    [
      'resolves-otherwise: the GitHub account 100 is marta and then mara',
      seats(SETTINGS, changed('marta', { handle: person('mara') })),
      100,
      'nils',
    ],
    [
      'resolves-otherwise: the GitHub account 100 is mara and then marta',
      seats(changed('marta', { handle: person('mara') }), SETTINGS),
      100,
      'nils',
    ],
  ])('%s', (says, all, author, who) => {
    expect(told(all, author, who)).toBe(says)
  })

  it('are seated under each of the settings that judge, in that order', () => {
    const [landing, now, head] = [settings([]), settings([]), settings([])]
    expect(askPeople(seats(landing, now, head), request({}), 100)).toMatchObject({
      value: {
        author: 100,
        benches: [
          { name: 'rules-at-landing', settings: landing, author: 'marta' },
          { name: 'rules-now', settings: now, author: 'marta' },
          { name: 'rules-at-head', settings: head, author: 'marta' },
        ],
      },
    })
  })

  it('may have left since without being unknown to the proof: the rules say what that means', () => {
    expect(told(seats(changed('marta', { out: 'has left' })))).toBe('asked by marta, for marta')
  })
})
