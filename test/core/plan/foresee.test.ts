// Which steps a pull request is told of, before anybody looked at a cloud.

import { describe, expect, it } from 'vitest'
import type { Request } from '../../../src/core/model/request.ts'
import { later } from '../../../src/core/model/time.ts'
import { foreseen } from '../../../src/core/plan/foresee.ts'
import { type Previewed, preview } from '../../../src/core/plan/preview.ts'
import { anAccount, anyFilter, aRequest, aRule, at, auto, hours, NOON } from '../../support/builders.ts'
import { company, lasting } from '../../support/toy-day.ts'
import { emptyToyWorld } from '../../support/toy-mode.ts'
import { modesOf } from '../../support/toy-run.ts'

const DENYING = aRule('red', [], {
  what: { ...anyFilter, facets: { badge: [{ is: 'glob', text: 'red' }] } },
  deny: 'Nobody wears red',
})
const SETTINGS = company({ rules: [aRule('everything', [auto]), DENYING] })
const CARRIES = modesOf({ world: emptyToyWorld(), now: NOON }, SETTINGS)
const DECIDING = {
  knowledge: { asOf: 'test', services: () => [], actions: () => [], resources: null },
  carries: new Map(CARRIES.map((mode) => [mode.mode, mode.carries])),
  documents: new Map(),
  tags: new Map(),
}
const previewed = (...added: readonly Request[]): readonly Previewed[] =>
  preview({
    change: { added, removed: [], edited: [], settings: [], outside: [] },
    settings: SETTINGS,
    deciding: DECIDING,
    author: null,
    opinions: () => [],
    now: NOON,
  }).requests
const steps = (requests: readonly Previewed[], settings = SETTINGS) => foreseen(requests, settings, CARRIES, NOON)
const told = (requests: readonly Previewed[], settings = SETTINGS) =>
  steps(requests, settings).map(({ effect, holding }) => `${effect} ${holding}`)

describe('a request', () => {
  it('is shown the step that would give it if nothing were there', () => {
    expect(steps(previewed(aRequest('a')))).toMatchObject([
      {
        mode: 'toy',
        holding: 'prod/marta/blue',
        do: 'grant',
        because: 'asked',
        says: 'the badge blue for marta in prod',
        holders: [{ grant: 'a/marta/prod/badge:blue', version: '0'.repeat(64) }],
        identity: 'id-of-marta@example.com',
        until: later(NOON, hours(2)),
        notAfter: later(NOON, hours(2)),
        calls: [{ op: 'pin', with: { key: 'prod/marta/blue', until: later(NOON, hours(2)) } }],
        reach: ['wear blue'],
      },
    ])
  })

  it('that lasts longer must be claimed within a day of its beginning', () => {
    expect(steps(previewed(aRequest('a', { when: lasting(48) })))[0]?.notAfter).toBe(later(NOON, hours(24)))
    const from = at('2026-12-03T12:00:00Z')
    const when = { is: 'duration', seconds: hours(48), from } as const
    expect(steps(previewed(aRequest('a', { when })))[0]?.notAfter).toBe(later(from, hours(24)))
  })

  it('that is refused leads to nothing', () => {
    expect(told(previewed(aRequest('a', { badges: ['red', 'blue'] }), aRequest('b')))).toEqual([
      'gives prod/marta/blue',
    ])
  })

  it('of which somebody is tentatively told is shown what that leads to', () => {
    const [refused, allowed] = previewed(aRequest('a', { badges: ['red'] }), aRequest('b'))
    if (refused === undefined || allowed === undefined) throw new Error('nothing previewed')
    expect(told([{ ...refused, tentative: allowed.judgement }])).toEqual(['gives prod/marta/red'])
    expect(told([{ ...allowed, tentative: refused.judgement }])).toEqual([])
  })

  it('of another way of giving access is shown the steps of that way', () => {
    const lab = aRequest('b', { target: 'lab', badges: ['b', 'a'] })
    expect(told(previewed(aRequest('a', { target: 'stage' }), aRequest('a'), lab))).toEqual([
      'gives lanyard/lab/marta',
      'gives prod/marta/blue',
      'gives stage/marta/blue',
    ])
  })

  it('of somebody, or in an account, that the settings do not name leads to nothing', () => {
    const requests = previewed(aRequest('a'))
    expect(told(requests, company({ people: [] }))).toEqual([])
    expect(told(requests, company({ accounts: [anAccount('stage')] }))).toEqual([])
  })
})

it('as many requests as people can read are foreseen, and refused ones take no place among them', () => {
  const many = Array.from({ length: 60 }, (_, n) => aRequest(`r${n}`, { badges: [n < 5 ? 'red' : `b${100 + n}`] }))
  const made = steps(previewed(...many))
  expect([made.length, made[0]?.holding, made.at(-1)?.holding]).toEqual([50, 'prod/marta/b105', 'prod/marta/b154'])
})
