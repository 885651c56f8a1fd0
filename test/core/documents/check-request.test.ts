// What settings and the time have against a request.

import { describe, expect, it } from 'vitest'
import { checkRequest, timeFindings } from '../../../src/core/documents/check-request.ts'
import { readRequest } from '../../../src/core/documents/request.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { sortFindings } from '../../../src/core/model/finding.ts'
import type { Request } from '../../../src/core/model/request.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import type { Instant } from '../../../src/core/model/time.ts'
import { at } from '../../support/builders.ts'
import { FILES, read } from './everything.ts'
import { fileOf } from './files-of.ts'

const NOW = at('2026-12-01T12:00:00Z')

/** The settings of the company, in which nothing is leaving. */
function settings(change: Partial<Settings> = {}): Settings {
  const staying = Object.entries(FILES).map(([path, text]) => [path, text.replace('closing: true', 'closing: false')])
  const { settings: all } = read(Object.fromEntries(staying))
  if (all === null) throw new Error('the settings cannot be read')
  return { ...all, ...change }
}

function request(when: string, ...access: readonly string[]): Request {
  const items = access.map((item) => `  - ${item}\n`).join('')
  const { request: found, findings } = readRequest(
    fileOf('requests/x.yaml', `for: oscar\n${when}\naccess:\n${items}`),
    KINDS,
  )
  if (found === null) throw new Error(findings.map(({ message }) => message).join(' '))
  return found
}

const written = (findings: ReturnType<typeof checkRequest>) =>
  sortFindings(findings).map(({ code, at, message }) => `${code} at ${at.line}:${at.column}: ${message}`)

const said = (access: readonly string[], given: Settings = settings()) =>
  written(checkRequest(request('duration: 2h', ...access), given, NOW))

describe('a request', () => {
  it('that fits has nothing against it', () => {
    expect(said(['{account: [prod, stage], policy: ViewOnlyAccess}', '{okta: Grafana Admins}'])).toEqual([])
    expect(said(['{account: prod, bundle: reading}'])).toEqual([])
  })

  it('names people, accounts and bundles that there are', () => {
    const nobody = { ...request('duration: 2h', '{account: pord, bundle: onclal}') }
    expect(written(checkRequest({ ...nobody, for: { ...nobody.for, value: 'osca' } }, settings(), null))).toEqual([
      'unknown-person at 1:6: The person `osca` is not known: people.yaml has no such handle.',
      'unknown-account at 4:15: The account `pord` is not known: integrations/aws.yaml has no such account.',
      'unknown-bundle at 4:29: The bundle `onclal` is not known: bundles.yaml has no such bundle.',
    ])
  })

  it('asks for nothing by a bundle that there is not', () => {
    expect(said(['{bundle: onclal}'])).toEqual([
      'unknown-bundle at 4:14: The bundle `onclal` is not known: bundles.yaml has no such bundle.',
    ])
  })

  it('names an account for what lies in one, whether it stands there or in a bundle', () => {
    expect(said(['{bundle: reading}'])).toEqual([
      'shape-missing at 4:14: the role Reader lies in an account, and none is named.',
    ])
  })

  it('asks for nothing of Okta where there is none', () => {
    const none = settings({ okta: null })
    expect(said(['{okta: Grafana Admins}'], none)).toEqual([
      'okta-missing at 4:5: the Okta group Grafana Admins cannot be given: the settings name no Okta.',
    ])
    expect(said(['{account: prod, bundle: oncall}'], none)).toEqual([
      'okta-missing at 4:29: the Okta group Grafana Admins cannot be given: the settings name no Okta.',
    ])
  })

  it('of Okta alone needs no AWS', () => {
    expect(said(['{okta: Grafana Admins}'], settings({ aws: null }))).toEqual([])
    expect(said(['{account: prod, policy: ViewOnlyAccess}'], settings({ aws: null }))).toEqual([
      'unknown-account at 4:15: The account `prod` is not known: integrations/aws.yaml has no such account.',
    ])
  })

  it('asks for each thing once in each account', () => {
    const twice = 'The request asks for the policy ViewOnlyAccess in prod twice (first in line 4).'
    expect(
      said([
        '{account: [prod, stage], policy: ViewOnlyAccess}',
        '{account: prod, policy: ViewOnlyAccess}',
        '{account: prod, bundle: oncall}',
      ]),
    ).toEqual([`item-duplicate at 5:15: ${twice}`, `item-duplicate at 6:15: ${twice}`])
  })

  it('asks for what lies in the account that it names, in a bundle too', () => {
    const elsewhere = 'arn:aws:iam::444455556666:policy/Reader'
    const message = `\`${elsewhere}\` cannot be given in prod: it lies in the account 444455556666, not in 111122223333.`
    expect(said([`{account: prod, policy: "${elsewhere}"}`])).toEqual([`arn-elsewhere at 4:29: ${message}`])
    const bundles = read({
      ...FILES,
      'bundles.yaml': `bundles: {other: {says: Other, items: [{policy: "${elsewhere}"}]}}\n`,
    }).settings?.bundles
    expect(said(['{account: prod, bundle: other}'], settings({ bundles: bundles ?? new Map() }))).toEqual([
      `arn-elsewhere at 4:29: ${message}`,
    ])
  })

  it('asks for nothing where access is leaving', () => {
    const bundles = 'bundles: {grafana: {says: Charts, items: [{okta: Grafana Admins}]}}\n'
    const leaving = read({ ...FILES, 'bundles.yaml': bundles }).settings
    if (leaving === null) throw new Error('the settings cannot be read')
    expect(
      said(['{account: [stage, prod], policy: ViewOnlyAccess}', '{account: stage, bundle: grafana}'], leaving),
    ).toEqual([
      'account-closing at 4:23: The account `prod` is leaving; nothing is given there any more.',
      'account-closing at 5:5: Okta is leaving; nothing is given there any more.',
    ])
  })

  it('holds no more items than are allowed, each account counted and bundles unfolded', () => {
    const few = settings({ limits: { ...settings().limits, itemsPerRequest: 2 } })
    expect(said(['{account: [prod, stage], role: Reader}'], few)).toEqual([])
    expect(said(['{account: [prod, stage], bundle: oncall}'], few)).toContain(
      'item-count at 1:1: The request holds 3 items (each account counts, bundles unfolded); at most 2 are allowed.',
    )
  })
})

describe('the time that is asked for', () => {
  const ACCESS = '{account: prod, role: Reader}'
  const time = (when: string, now: Instant | null = NOW, access = ACCESS) =>
    timeFindings(request(when, access), settings(), now).map(({ code, message, at, cure }) => ({
      says: `${code}: ${message}`,
      at: `${at.line}:${at.column}`,
      cure,
    }))
  const POSSIBLE = 'At least 5m and at most 2d are possible.'

  it.each([
    ['duration: 4m', 'time-short: 4m is too short to be given.'],
    ['duration: 5m', null],
    ['duration: 2d', null],
    ['duration: 2881m', 'time-long: 2d 1m is longer than any request may ask for.'],
    ['until: "2026-12-01T12:04:59Z"', 'time-short: 4m is too short to be given.'],
    ['until: "2026-12-01T12:05:00Z"', null],
    ['until: "2026-12-03T12:00:00Z"', null],
    ['until: "2026-12-03T12:01:00Z"', 'time-long: 2d 1m is longer than any request may ask for.'],
  ])('lies between five minutes and the limit: %s', (when, says) => {
    const at = when.startsWith('until') ? '2:8' : '2:11'
    expect(time(when)).toEqual(says === null ? [] : [{ says, at, cure: POSSIBLE }])
  })

  it('is counted from its beginning, where one is said', () => {
    expect(time('from: "2026-12-09T00:00:00Z"\nuntil: "2026-12-10T00:00:00Z"')).toEqual([])
  })

  it('ends after it begins, and lies ahead', () => {
    const order = 'from: "2026-12-02T12:00:00Z"\nuntil: "2026-12-02T12:00:00Z"'
    expect(time(order)).toEqual([
      {
        says: 'time-order: It would begin (2026-12-02T12:00:00Z) when it has ended (2026-12-02T12:00:00Z).',
        at: '3:8',
        cure: 'Exchange or correct them.',
      },
    ])
    expect(time('until: "2026-12-01T12:00:00Z"')).toEqual([
      {
        says: 'time-past: It ended at 2026-12-01T12:00:00Z; now it is 2026-12-01T12:00:00Z.',
        at: '2:8',
        cure: 'Write an end that lies ahead.',
      },
    ])
  })

  it('may have ended before computers count', () => {
    const old = request('until: "1969-12-31T00:00:00Z"', '{account: prod, policy: X}')
    expect(written(timeFindings(old, settings(), NOW))).toEqual([
      'time-past at 2:8: It ended at 1969-12-31T00:00:00Z; now it is 2026-12-01T12:00:00Z.',
    ])
    expect(timeFindings(old, settings(), null)).toEqual([])
  })

  it('is not compared with the clock once the request has landed', () => {
    expect(time('until: "2020-01-01T00:00:00Z"', null)).toEqual([])
    expect(time('from: "2020-01-01T00:00:00Z"\nuntil: "2020-01-05T00:00:00Z"', null).map(({ says }) => says)).toEqual([
      'time-long: 4d is longer than any request may ask for.',
    ])
  })

  it('is that of the shortest bundle where the request says nothing', () => {
    expect(time('reason: A look', NOW, '{account: prod, bundle: oncall}')).toEqual([])
    expect(time('reason: A look', NOW, '{account: prod, bundle: reading}').map(({ says }) => says)).toEqual([
      'time-missing: Nothing says when the access ends.',
    ])
    const { bundles } = settings()
    const [oncall, reading] = [bundles.get('oncall'), bundles.get('reading')]
    if (oncall === undefined || reading === undefined) throw new Error('there are no bundles')
    const both = request('reason: A look', '{account: prod, bundle: oncall}', '{account: prod, bundle: reading}')
    const with4m = settings({
      bundles: new Map([
        ['oncall', oncall],
        ['reading', { ...reading, duration: 240 }],
      ]),
    })
    expect(timeFindings(both, with4m, NOW)).toMatchObject([{ code: 'time-short', at: { line: 1, column: 1 } }])
  })

  it('is said somewhere', () => {
    expect(time('reason: A look')).toEqual([
      {
        says: 'time-missing: Nothing says when the access ends.',
        at: '1:1',
        cure: 'Add `duration: 2h`, or `until: …`.',
      },
    ])
  })
})
