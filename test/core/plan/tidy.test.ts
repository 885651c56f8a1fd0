// Which request files may go.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import { MOST_TIDIED, overLongAgo } from '../../../src/core/plan/tidy.ts'
import type { Ledger } from '../../../src/core/report/record.ts'
import { aRequest, hours, landed, NOON, someSettings } from '../../support/builders.ts'
import { lasting } from '../../support/toy-day.ts'
import { aGrant, aGranted, aLedger } from './values.ts'

const ASKED = landed(aRequest('a'))
const VERSION = ASKED.version.id
const END = later(NOON, hours(2))
const A_DAY_AFTER = later(END, hours(24))
const GRANT = aGrant('a', { version: VERSION })
const OVER = { path: 'config/requests/a.yaml', request: 'a', until: END }

const over = (ledger: Partial<Ledger> = {}, now = A_DAY_AFTER, standing = [ASKED]) =>
  overLongAgo(standing, aLedger([], ledger), someSettings(), now)
const granted = (...all: readonly Parameters<typeof aGranted>[1][]) => ({
  granted: new Map(all.map((more, at) => [`${at}`, aGranted(GRANT, more)])),
})
const ended = { ended: { because: 'expired', at: END } } as const
const failed = (does: 'takes' | 'gives' | 'prepares') => ({
  trouble: new Map([[VERSION, { is: 'failed', does, says: 'throttled', cure: '', at: END } as const]]),
})
const glass = (reviewed: null | { readonly by: string }) =>
  ({
    glass: new Map([[VERSION, { request: 'a', pull: 7, by: [], until: END, at: NOON, reviewed }]]),
  }) as unknown as Partial<Ledger>

describe('a request', () => {
  it('may go a day after its end, and not a second before', () => {
    expect(over()).toEqual([OVER])
    expect(over({}, later(A_DAY_AFTER, -1))).toEqual([])
  })

  it.each([
    ['of which something stands', granted({})],
    ['of which one thing of two stands', granted(ended, {})],
    ['of which something could not be taken', failed('takes')],
    ['that broke glass nobody has reviewed', glass(null)],
  ])('%s stays', (_which, ledger) => {
    expect(over(ledger)).toEqual([])
  })

  it.each([
    ['of which all ended', granted(ended, ended)],
    ['that could not be given', failed('gives')],
    ['that could not even be prepared', failed('prepares')],
    ['whose broken glass was reviewed', glass({ by: 'priya' })],
    ['that stands beside what another has', granted({ version: landed(aRequest('b')).version.id })],
  ])('%s goes', (_which, ledger) => {
    expect(over(ledger)).toEqual([OVER])
  })

  it('that says no end stays', () => {
    expect(over({}, A_DAY_AFTER, [landed(aRequest('a', { when: { is: 'default' } }))])).toEqual([])
  })
})

describe('what goes', () => {
  const long = later(NOON, hours(99))

  it('is listed by its end, then by its path', () => {
    const standing = [
      landed(aRequest('late', { when: lasting(3) })),
      landed(aRequest('b')),
      landed(aRequest('a')),
      landed(aRequest('early', { when: lasting(1) })),
      landed(aRequest('c')),
    ]
    const names = ['early', 'a', 'b', 'c', 'late']
    expect(over({}, long, standing).map(({ request }) => request)).toEqual(names)
    expect(over({}, long, standing.toReversed()).map(({ request }) => request)).toEqual(names)
  })

  it('is as much as people can look through', () => {
    const standing = Array.from({ length: MOST_TIDIED + 1 }, (_, at) => landed(aRequest(`r${1000 + at}`)))
    const paths = over({}, long, standing).map(({ path }) => path)
    expect(MOST_TIDIED).toBe(500)
    expect([paths.length, paths[0], paths.at(-1)]).toEqual([
      500,
      'config/requests/r1000.yaml',
      'config/requests/r1499.yaml',
    ])
  })
})
