// Why something of ours is taken away, and what is not ours to take.

import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/core/model/canonical.ts'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { becauseOf, fatesOf, names, naming, whyNot } from '../../../src/core/plan/because.ts'
import type { Fate } from '../../../src/core/plan/desire.ts'
import type { Mark, Observed } from '../../../src/core/plan/provisioner.ts'
import type { Granted } from '../../../src/core/report/record.ts'
import { hours, NOON } from '../../support/builders.ts'
import { aGrant, aGranted, holdingOf, versionOf } from './values.ts'

const GRANT = aGrant('a')
const HELD: Fate = { is: 'over', because: 'held', says: 'held: incident' }
const DENIED: Fate = { is: 'over', because: 'denied', says: 'rule payer: no' }
const marked = (version: string, expires: number | null = null): Mark => ({
  version,
  expires: expires === null ? null : later(NOON, expires),
})

describe('a mark', () => {
  const version = GRANT.version
  it.each([
    ['names the version it holds in full', marked(version), true],
    ['names the version of which it had room for forty characters', marked(version.slice(0, 40)), true],
    ['is not asked for more than forty characters', marked(`${version.slice(0, 40)}${'0'.repeat(24)}`), true],
    ['with less than that names nothing', marked(version.slice(0, 39)), false],
    ['of another version names another', marked(versionOf('b')), false],
  ])('%s', (_which, mark, does) => {
    expect(names(mark, version)).toBe(does)
    expect(naming(new Set([versionOf('c'), version]))(mark)).toBe(does)
  })

  it('that is not there names nothing', () => {
    expect(names(null, version)).toBe(false)
  })
})

it.each<[Fate | undefined, string]>([
  [undefined, 'withdrawn'],
  [HELD, 'held'],
  [DENIED, 'denied'],
  [{ is: 'dead', says: 'less than 5 minutes are left' }, 'expired'],
  [{ is: 'live' }, 'changed'],
  [{ is: 'not-yet', from: NOON }, 'changed'],
])('what becomes of a wish that %j is told as %s', (fate, because) => {
  expect(becauseOf(fate)).toBe(because)
})

describe('something that nothing holds any more', () => {
  const thing = (mark: Mark | null, more: Partial<Observed<string>> = {}): Observed<string> => ({
    key: holdingOf(GRANT),
    mode: id('toy'),
    target: id('prod'),
    scope: id('prod'),
    state: 'there',
    mark,
    identity: 'id',
    content: '',
    digest: digest(''),
    says: 'badge blue',
    ...more,
  })
  const why = (
    have: Observed<string>,
    {
      fate = HELD,
      recorded = [],
      ever = ['a'],
      closing = [],
    }: {
      fate?: Fate | null
      recorded?: readonly Granted[]
      ever?: readonly string[]
      closing?: readonly string[]
    } = {},
  ) => {
    const desired = { wishes: fate === null ? [] : [{ grant: GRANT, fate }], blocked: [] }
    return whyNot({
      desired,
      fateOf: fatesOf(desired),
      everyVersion: new Set(ever.map(versionOf)),
      recorded: new Map([[holdingOf(GRANT), recorded]]),
      closing: new Set(closing),
      now: NOON,
    })(have)
  }
  const a = GRANT.version.slice(0, 40)

  it('is left alone where it bears no mark and no record tells of it', () => {
    expect(why(thing(null))).toBeNull()
    expect(why(thing(null), { closing: ['prod'] })).toBeNull()
  })

  it('is left alone where it bears no mark and what the record tells never landed', () => {
    expect(why(thing(null), { recorded: [aGranted(GRANT)], ever: ['b'] })).toBeNull()
  })

  it('goes for the reason for which what was recorded on it is over', () => {
    expect(why(thing(null), { recorded: [aGranted(GRANT)] })).toBe('held')
    expect(why(thing(null), { recorded: [aGranted(GRANT)], fate: null })).toBe('withdrawn')
    expect(why(thing(null), { recorded: [aGranted(GRANT)], fate: DENIED })).toBe('denied')
  })

  it('is told by the first version on record that ever landed', () => {
    const forged = aGranted(aGrant('forged'))
    expect(why(thing(null), { recorded: [forged, aGranted(GRANT)] })).toBe('held')
  })

  it.each([
    ['past its end has expired', thing(marked(a, -1)), {}, 'expired'],
    ['at its end has expired', thing(marked(a, 0)), { closing: ['prod'] }, 'expired'],
    ['whose mark had room for all of it is known by its beginning', thing(marked(GRANT.version)), {}, 'held'],
    ['before its end has not', thing(marked(a, hours(1))), {}, 'held'],
    ['without an end has not', thing(marked(a)), {}, 'held'],
    ['in an account that is closing goes for that', thing(marked(a)), { closing: ['stage', 'prod'] }, 'closing'],
    ['elsewhere does not', thing(marked(a)), { closing: ['stage'] }, 'held'],
    ['whose mark names a deleted request was withdrawn', thing(marked(a)), { fate: null }, 'withdrawn'],
    ['whose mark names what never landed is a stray', thing(marked('f'.repeat(40))), {}, 'stray'],
    [
      'in another place than its request says was withdrawn',
      thing(marked(a), { target: id('stage') }),
      {},
      'withdrawn',
    ],
    [
      'that was recorded of another version goes by the record, and not by its mark',
      thing(marked('f'.repeat(40))),
      { recorded: [aGranted(GRANT)] },
      'held',
    ],
  ] as const)('%s', (_which, have, asked, because) => {
    expect(why(have, asked)).toBe(because)
  })
})
