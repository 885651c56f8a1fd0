// Which issues should be open by the record, what they say, and how they are brought about.

import { describe, expect, it } from 'vitest'
import { alarmGestures, alarmsWanted, glassOverdue, openGlass } from '../../../src/core/conversation/alarms.ts'
import { id } from '../../../src/core/model/id.ts'
import { DAY, HOUR, later } from '../../../src/core/model/time.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import type { BrokenGlass, Granted, Ledger } from '../../../src/core/report/record.ts'
import { person } from '../approval/company.ts'
import { GIVEN, glass } from './landed.ts'
import { NOW } from './pull.ts'

const EMPTY: Ledger = foldLines([])
const ledger = (granted: readonly Granted[], broken: readonly (readonly [string, BrokenGlass])[] = []): Ledger => ({
  ...EMPTY,
  granted: new Map(granted.map((one, at) => [`${at}`, one])),
  glass: new Map(broken.map(([letter, one]) => [id<'version'>(letter.repeat(64)), one])),
})
const overdue = (name: string, hours: number): Granted => ({
  ...GIVEN,
  holding: id<'holding'>(name),
  until: later(NOW, -hours * HOUR),
})
const REVIEWED = { by: person('sam'), review: 9, verdict: 'approved', at: NOW } as const
const bodies = (...asked: Parameters<typeof alarmsWanted>) => alarmsWanted(...asked).map(({ body }) => body)

const CURE =
  'Where AWS ends access by itself it is denied already, and this is tidiness; group memberships and policies attached as they are still work. **What to do:** look at the newest run of `expire.yml`: does the schedule still run, and what does it say? Daypass closes this issue by itself.'

describe('an issue about what is overdue', () => {
  it('lists what should have been taken away, the oldest first', () => {
    expect(alarmsWanted(ledger([overdue('prod/b', 3), overdue('prod/a*', 4), overdue('prod/c', 1)]), NOW)).toEqual([
      {
        marker: '<!-- daypass:alarm overdue -->',
        title: 'Daypass: access that should have been taken away is still there',
        body: [
          '<!-- daypass:alarm overdue -->',
          '🔴 **2 holdings should have been taken away**, and by the record are still there:',
          '- orders-prod: `prod/a*`, ended 2026-12-01 05:00 UTC\n- orders-prod: `prod/b`, ended 2026-12-01 06:00 UTC',
          CURE,
          '',
        ].join('\n\n'),
      },
    ])
  })

  it('speaks of one as of one', () => {
    expect(bodies(ledger([overdue('x', 3)]), NOW)[0]).toContain(
      '🔴 **1 holding should have been taken away**, and by the record is still there:',
    )
  })

  it('lists fifty, and says how many more there are', () => {
    const rows = (count: number) =>
      bodies(ledger(Array.from({ length: count }, (_, at) => overdue(`x${at}`, 3))), NOW)[0]
        ?.split('\n')
        .filter((line) => line.startsWith('- '))
    expect([rows(50)?.length, rows(50)?.at(-1)?.slice(0, 14)]).toEqual([50, '- orders-prod:'])
    expect([rows(52)?.length, rows(52)?.at(-1)]).toEqual([51, '- … and 2 more'])
  })

  it('is not wanted where nothing is', () => {
    expect(alarmsWanted(ledger([overdue('x', 1)]), NOW)).toEqual([])
  })
})

describe('an issue about broken glass', () => {
  it('names who must review which pull request until when', () => {
    expect(alarmsWanted(ledger([], [['a', glass({ by: [person('sam'), person('o_lga')] })]]), NOW)).toEqual([
      {
        marker: '<!-- daypass:alarm glass r1 7 -->',
        title: 'Daypass: broken glass to be reviewed: r1',
        body: [
          '<!-- daypass:alarm glass r1 7 -->',
          '🟠 The glass was broken for `r1` in #7 at 2026-12-01 09:00 UTC: access was given without approval.',
          "**What to do:** **sam**, **o\\_lga**: look at what was done with it and review #7 until 2026-12-02 09:00 UTC, approving it or asking for changes. Asking for changes does not end the access: deleting the request's file, or a hold, does.",
          'Daypass closes this issue by itself once the review is there.',
          '',
        ].join('\n\n'),
      },
    ])
  })

  it('turns red when the time is over', () => {
    const paragraphs = (now: typeof NOW) => bodies(ledger([], [['a', glass({ until: NOW })]]), now)[0]?.split('\n\n')
    const [, red, , last] = paragraphs(NOW) ?? []
    expect(red).toMatch(/^🔴 \*\*The time to review this has passed\.\*\* The glass was broken/)
    expect(last).toBe('Every run is red until then. Daypass closes this issue by itself once the review is there.')
    expect(paragraphs(later(NOW, -1))?.[1]).toMatch(/^🟠 The glass/)
  })

  it('is not wanted once it was reviewed', () => {
    const record = ledger(
      [],
      [
        ['a', glass({ reviewed: REVIEWED })],
        ['b', glass({ request: 'r2' })],
      ],
    )
    expect(openGlass(record)).toEqual([{ ...glass({ request: 'r2' }), version: 'b'.repeat(64) }])
    expect(alarmsWanted(record, NOW).map(({ title }) => title)).toEqual(['Daypass: broken glass to be reviewed: r2'])
  })

  it('is one for each time it was broken, though a request may bear a name that was there before', () => {
    const record = ledger(
      [],
      [
        ['b', glass({ request: 'r2' })],
        ['a', glass({ pull: 9 })],
        ['c', glass()],
        ['d', glass({ request: 'r3' })],
      ],
    )
    const wanted = alarmsWanted(record, NOW)
    expect(wanted.map(({ marker }) => marker)).toEqual([
      '<!-- daypass:alarm glass r1 7 -->',
      '<!-- daypass:alarm glass r1 9 -->',
      '<!-- daypass:alarm glass r2 7 -->',
      '<!-- daypass:alarm glass r3 7 -->',
    ])
    const there = wanted.map((one, at) => ({ ...one, node: `I_${at}`, number: at }))
    expect(alarmGestures(wanted, there)).toEqual([])
  })

  it('makes runs red when it was not reviewed in time, and not before', () => {
    const late = glass({ until: NOW })
    const record = ledger(
      [],
      [
        ['a', late],
        ['b', { ...late, reviewed: REVIEWED }],
        ['c', glass()],
      ],
    )
    expect(glassOverdue(record, NOW)).toEqual([
      'The glass was broken for r1, and nobody reviewed it until 2026-12-01 09:00 UTC: sam, olga must',
    ])
    expect(glassOverdue(record, later(NOW, -1))).toEqual([])
    expect(glassOverdue(record, later(NOW, DAY))).toHaveLength(2)
  })
})

describe('issues', () => {
  const wanted = { marker: '<!-- daypass:alarm overdue -->', title: 'T', body: 'B' }
  const there = { ...wanted, node: 'I_1', number: 1 }

  it.each([
    ['are opened', [wanted], [], [{ do: 'open issue', title: 'T', body: 'B' }]],
    ['stay', [wanted], [there], []],
    ['stay where only blanks differ around them', [wanted], [{ ...there, body: '\nB \n' }], []],
    [
      'are rewritten where the text changed',
      [{ ...wanted, body: 'C' }],
      [there],
      [{ do: 'rewrite issue', issue: 'I_1', title: 'T', body: 'C' }],
    ],
    [
      'are rewritten where somebody changed the title',
      [wanted],
      [{ ...there, title: 'x' }],
      [{ do: 'rewrite issue', issue: 'I_1', title: 'T', body: 'B' }],
    ],
    ['are closed', [], [there], [{ do: 'close issue', issue: 'I_1' }]],
    [
      'that are there twice are closed but for the newest',
      [wanted],
      [there, { ...there, node: 'I_2' }],
      [{ do: 'close issue', issue: 'I_1' }],
    ],
    [
      'are told before others are closed',
      [wanted],
      [{ ...there, marker: 'old' }],
      [
        { do: 'open issue', title: 'T', body: 'B' },
        { do: 'close issue', issue: 'I_1' },
      ],
    ],
  ])('%s', (_what, want, have, gestures) => {
    expect(alarmGestures(want, have)).toEqual(gestures)
  })
})
