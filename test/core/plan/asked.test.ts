// What the requests at the head ask for, and what holds and denying rules say of it.

import { describe, expect, it } from 'vitest'
import { NOTHING_READ } from '../../../src/core/approval/routing.ts'
import type { Standing } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Request, WhenAsked } from '../../../src/core/model/request.ts'
import type { Bundle, Settings } from '../../../src/core/model/settings.ts'
import { later } from '../../../src/core/model/time.ts'
import { type Asked, type Asking, askedFor } from '../../../src/core/plan/asked.ts'
import {
  aBadge,
  anAccount,
  anyFilter,
  aPerson,
  aRequest,
  aRule,
  at,
  auto,
  HERE,
  hours,
  landed,
  NOON,
  placed,
  someSettings,
} from '../../support/builders.ts'
import { company, hold } from '../../support/toy-day.ts'

const DECIDING = {
  knowledge: { asOf: 'test', services: () => [], actions: () => [], resources: null },
  carries: new Map(),
  ...NOTHING_READ,
}
const asking = (standing: readonly Standing[], more: Partial<Asking> = {}) => {
  const settings = more.settings ?? company()
  return askedFor({ standing, settings, head: settings, deciding: DECIDING, now: NOON, ...more })
}
const ASKED = landed(aRequest('a'))
const asWhen = (when: WhenAsked) => landed(aRequest('a', { when }))
const oversIn = (asked: readonly Asked[]) => asked.map(({ over }) => over)

describe('a request', () => {
  it('asks for a grant, with everything that giving it takes', () => {
    expect(asking([ASKED])).toEqual({
      asked: [
        {
          grant: {
            key: 'a/marta/prod/badge:blue',
            version: ASKED.version.id,
            item: {
              key: 'a/marta/prod/badge:blue',
              request: 'a',
              person: 'marta',
              target: 'prod',
              entitlement: aBadge('blue'),
              bundle: null,
              at: HERE,
            },
            email: 'marta@example.com',
            account: '111122223333',
            mode: 'toy',
            from: NOON,
            until: later(NOON, hours(2)),
            landedAt: NOON,
            claimUntil: later(NOON, hours(24)),
            directAttachment: false,
          },
          over: null,
          whole: true,
          bundle: 'same',
        },
      ],
      blocked: [],
    })
  })

  const from = at('2026-12-03T08:00:00Z')
  const until = at('2026-12-03T12:00:00Z')
  it.each<[string, WhenAsked, readonly number[]]>([
    ['of a duration begins when it lands', { is: 'duration', seconds: 60, from: null }, [NOON, later(NOON, 60), NOON]],
    [
      'that begins later may be claimed from then on',
      { is: 'duration', seconds: 60, from },
      [from, later(from, 60), from],
    ],
    ['with an end begins when it lands', { is: 'until', until, from: null }, [NOON, until, NOON]],
    ['with a beginning and an end may be claimed from then on', { is: 'until', until, from }, [from, until, from]],
  ])('%s', (_which, when, [begins = 0, ends, claimed = 0]) => {
    const [one] = asking([asWhen(when)]).asked
    expect([one?.grant.from, one?.grant.until, one?.grant.claimUntil]).toEqual([begins, ends, claimed + hours(24)])
  })

  it('that says no end is none, and says so', () => {
    expect(asking([asWhen({ is: 'default' })])).toEqual({
      asked: [],
      blocked: [
        {
          grants: ['a/marta/prod/badge:blue'],
          because: 'config/requests/a.yaml says no end',
          cure: 'write `duration` or `until` in a new request',
          at: HERE,
        },
      ],
    })
  })

  const broken: Request = {
    ...aRequest('a'),
    lines: [...aRequest('a').lines, ...aRequest('a', { target: 'nowhere' }).lines],
  }
  const NOWHERE = {
    grants: ['a/marta/prod/badge:blue'],
    because: 'there is no account named nowhere',
    cure: 'name an account of integrations/aws.yaml',
    at: HERE,
  }

  it('that cannot be read as a whole says why, and is not whole', () => {
    const { asked, blocked } = asking([landed(broken)])
    expect(asked.map(({ grant, whole }) => [grant.key, whole])).toEqual([['a/marta/prod/badge:blue', false]])
    expect(blocked).toEqual([NOWHERE])
  })

  it('that is over is told no more what is wrong with it', () => {
    const { asked, blocked } = asking([landed(broken)], { now: later(NOON, hours(2)) })
    expect([asked.length, blocked]).toEqual([1, []])
  })

  it('without an end is told everything that is wrong with it', () => {
    const { blocked } = asking([landed({ ...broken, when: { is: 'default' } })])
    expect(blocked.map(({ because }) => because)).toEqual([NOWHERE.because, 'config/requests/a.yaml says no end'])
  })

  it('for somebody who left the map asks for nothing, and hinders nobody', () => {
    const { asked, blocked } = asking([landed(aRequest('gone', { person: 'gone' })), ASKED])
    expect(asked.map(({ grant }) => grant.key)).toEqual(['a/marta/prod/badge:blue'])
    expect(blocked.map(({ because }) => because)).toEqual(['there is nobody named gone'])
  })
})

it('grants are sorted by key, and of one key by version, wherever their files stand', () => {
  const [older, newer] = [ASKED, landed(aRequest('a'), later(NOON, 60))]
  const standing = [landed(aRequest('c')), older, landed(aRequest('b', { badges: ['red', 'blue'] })), newer]
  const versions = [older, newer].map(({ version }) => version.id).toSorted()
  const sorted = [
    ...versions.map((version) => `a/marta/prod/badge:blue ${version}`),
    ...['blue', 'red'].map((badge) => `b/marta/prod/badge:${badge} ${standing[2]?.version.id}`),
    `c/marta/prod/badge:blue ${standing[0]?.version.id}`,
  ]
  for (const files of [standing, standing.toReversed()])
    expect(asking(files).asked.map(({ grant }) => `${grant.key} ${grant.version}`)).toEqual(sorted)
})

describe('what must not be held', () => {
  const HELD = { is: 'over', because: 'held', says: 'held: incident' }
  const DENIED = { is: 'over', because: 'denied', says: 'rule no: Not now' }
  const held = { holds: [hold({ is: 'person', person: id('marta') })] }
  const denying = { rules: [aRule('everything', [auto]), aRule('no', [], { what: anyFilter, deny: 'Not now' })] }
  const closing = { accounts: [anAccount('prod', { closing: true }), anAccount('stage')] }
  const under = (settings: Settings, head = settings) => oversIn(asking([ASKED], { settings, head }).asked)

  it.each<[string, Parameters<typeof company>[0], unknown]>([
    ['somebody who is held', held, HELD],
    ['what a rule denies', denying, DENIED],
    ['what is held and denied is held first', { ...held, ...denying }, HELD],
    ['what lies in an account that is closing', closing, { is: 'over', because: 'closing', says: 'prod is closing' }],
    ['what is denied in an account that is closing is denied first', { ...denying, ...closing }, DENIED],
    ['nothing else', { accounts: [anAccount('prod'), anAccount('stage', { closing: true })] }, null],
  ])('%s', (_what, parts, over) => {
    expect(under(company(parts))).toEqual([over])
  })

  it('is what the head holds or denies, at once', () => {
    expect(under(company(), company(held))).toEqual([HELD])
    expect(under(company(), company(denying))).toEqual([DENIED])
  })

  it('is what the settings in force hold, whatever the head says', () => {
    expect(under(company(held), company())).toEqual([HELD])
    expect(under(company(denying), company(held))).toEqual([HELD])
  })

  it('closes by the settings in force alone', () => {
    expect(under(company(), company(closing))).toEqual([null])
  })

  it('is decided item by item', () => {
    const both = landed({
      ...ASKED.request,
      lines: ['prod', 'stage'].flatMap((target) => aRequest('a', { target }).lines),
    })
    const settings = company({ holds: [hold({ is: 'target', target: id('stage') })] })
    expect(oversIn(asking([both], { settings }).asked)).toEqual([null, HELD])
  })
})

describe('a bundle', () => {
  const bundle = (...badges: readonly string[]): Bundle => ({
    name: 'visit',
    says: 'a visit',
    duration: hours(badges.length),
    items: badges.map(aBadge),
    at: HERE,
  })
  const bundled: Request = {
    ...aRequest('a', { when: { is: 'default' } }),
    lines: [{ targets: [placed('prod')], asked: { is: 'bundle', bundle: placed('visit') }, at: HERE }],
  }
  const settings: Settings = {
    ...someSettings({ people: [aPerson('marta')], accounts: [anAccount('prod')] }),
    bundles: new Map([['visit', bundle('blue', 'green')]]),
  }
  const told = (standing: Standing) =>
    asking([standing], { settings }).asked.map(({ grant, bundle: is }) => [
      grant.item.entitlement.what.replace('badge:', ''),
      is,
      (grant.until - NOON) / hours(1),
    ])

  it('that did not change is what the settings have', () => {
    expect(told(landed(bundled))).toEqual([
      ['blue', 'same', 2],
      ['green', 'same', 2],
    ])
  })

  it('may be claimed within a day of the landing', () => {
    const claimed = asking([landed(bundled)], { settings }).asked.map(({ grant }) => grant.claimUntil)
    expect(claimed).toEqual([later(NOON, hours(24)), later(NOON, hours(24))])
  })

  it('that changed after the landing keeps its old items and end, and tells which are new', () => {
    const then = new Map([['visit', bundle('amber', 'blue', 'coral')]])
    expect(told({ ...landed(bundled), bundles: then })).toEqual([
      ['amber', 'kept', 3],
      ['blue', 'same', 3],
      ['coral', 'kept', 3],
      ['green', 'added', 3],
    ])
  })

  it('that was not there then has no end by which anything could be given', () => {
    const { asked, blocked } = asking([{ ...landed(bundled), bundles: new Map() }], { settings })
    expect([asked, blocked.map(({ because }) => because)]).toEqual([[], ['config/requests/a.yaml says no end']])
  })

  it('that changed says nothing of what is asked for by itself', () => {
    const mixed: Request = { ...bundled, lines: [...bundled.lines, ...aRequest('a', { badges: ['red'] }).lines] }
    const then = new Map([['visit', bundle('blue')]])
    expect(told({ ...landed(mixed), bundles: then })).toEqual([
      ['blue', 'same', 1],
      ['green', 'added', 1],
      ['red', 'same', 1],
    ])
  })
})
