// What a merged pull request shows by the record: how far each request is, why, and who is called.

import { describe, expect, it } from 'vitest'
import { known, unknown } from '../../../src/core/model/edge-error.ts'
import type { Person } from '../../../src/core/model/settings.ts'
import { HOUR, later, MINUTE } from '../../../src/core/model/time.ts'
import { person, settings } from '../approval/company.ts'
import { ACCEPTED, became, COMPANY, END, ended, GIVEN, glass, RULE, type Says, trouble, viewOf } from './landed.ts'
import { actor, MERGED_AS, NOW, review, thread } from './pull.ts'

const APPROVED = `✅ Allowed: approved by **lena**, **a deleted account**, **stranger** — ${RULE}`
const USE = '**How to use it**\n```\nopen https://signin\ntake the role\n```'
const NOTHING_YET = '⚪ Not decided yet: the record says nothing of it yet'

describe('a merged request', () => {
  it.each<[string, Says, number, readonly string[], readonly string[], readonly (readonly [string, string])[]]>([
    [
      'that nobody tried to give yet is on its way',
      {},
      0,
      ['daypass: being given'],
      ['## 🟡 Being given', NOTHING_YET],
      [],
    ],
    [
      'that was given is ready, and its person is called once',
      { granted: [GIVEN], accepted: ACCEPTED },
      0,
      ['daypass: ready'],
      ['## 🟢 Ready: marta has access until 2026-12-01 11:00 UTC', APPROVED, USE],
      [
        [
          'ready:1f1f1f1f1f1f',
          '🟢 @marta: your access is there until 2026-12-01 11:00 UTC. How to use it stands above.\n',
        ],
      ],
    ],
    [
      'that ends soon calls its person to ask for more',
      { granted: [GIVEN], accepted: ACCEPTED },
      95 * MINUTE,
      ['daypass: ending soon'],
      ['## 🟡 Ending soon: marta has access until 2026-12-01 11:00 UTC', APPROVED, USE],
      [
        [
          'ending:1f1f1f1f1f1f',
          '🟠 @marta: this ends at 2026-12-01 11:00 UTC. Comment `/extend 2h` to ask for more time, or `/end` when you are done.\n',
        ],
      ],
    ],
    [
      'that was refused says why, and nothing of who approved it',
      { refused: { because: 'clock', says: 'It is *dated* too far from its merge.' }, accepted: ACCEPTED },
      0,
      ['daypass: not allowed'],
      ['## 🔴 Not allowed', '⛔ It is \\*dated\\* too far from its merge.'],
      [['refused:1f1f1f1f1f1f', '🔴 @marta: this is not given. It is \\*dated\\* too far from its merge.\n']],
    ],
    [
      'that is blocked says what to do, and until when it is tried',
      { trouble: trouble() },
      0,
      ['daypass: blocked'],
      [
        '## 🔴 Blocked',
        '⚪ Not decided yet: marta has no IAM user',
        '### 🔴 Cannot be given',
        '- marta has no IAM user\n  **What to do:** make one with `daypass`. Daypass tries again with every run, at least once an hour, until 2026-12-01 11:00 UTC.',
      ],
      [
        [
          'blocked:dca7963fae93',
          '🔴 @marta: this cannot be given for now: marta has no IAM user. **What to do:** make one with `daypass`.\n',
        ],
      ],
    ],
    [
      'whose giving failed is tried again, whoever approved it',
      { trouble: trouble({ is: 'failed', says: 'iam:CreatePolicy: throttled!', cure: '' }), accepted: ACCEPTED },
      0,
      ['daypass: blocked'],
      [
        '## 🔴 Blocked',
        APPROVED,
        '### 🔴 Cannot be given',
        '- iam:CreatePolicy: throttled!\n  **What to do:** Daypass tries again with every run, at least once an hour, until 2026-12-01 11:00 UTC.',
      ],
      [['blocked:f221a41c4e9c', '🔴 @marta: this cannot be given for now: iam:CreatePolicy: throttled!\n']],
    ],
    [
      'that was there before Daypass came says so, and calls its person once',
      { trouble: trouble({ is: 'had', says: 'the group readers: held before Daypass', cure: '' }) },
      0,
      ['daypass: had before'],
      ['## ⚪ Had before', '✅ the group readers: held before Daypass'],
      [
        [
          'had:1f1f1f1f1f1f',
          '⚪ @marta: you had this before Daypass came, so nothing was given, and nothing will be taken. the group readers: held before Daypass\n',
        ],
      ],
    ],
    [
      'that could not be taken away calls for an owner',
      {
        granted: [GIVEN],
        accepted: ACCEPTED,
        trouble: trouble({ is: 'failed', does: 'takes', says: 'throttled', cure: '' }),
      },
      3 * HOUR,
      ['daypass: partly ready'],
      [
        '## 🔴 Partly ready',
        APPROVED,
        USE,
        '### 🔴 Cannot be taken away',
        '- COULD NOT BE TAKEN AWAY: throttled\n  **What to do:** Daypass tries again with every run; an owner should look.',
      ],
      [],
    ],
    [
      'that is over says since when and why, and no more how to use it',
      { granted: [ended('held')], accepted: ACCEPTED },
      3 * HOUR,
      ['daypass: ended'],
      ['## ⚪ Ended', APPROVED, 'ℹ️ It ended at 2026-12-01 11:00 UTC, because it is on hold.'],
      [],
    ],
    [
      'that was given once, and deleted while nothing could be given again, says how it ended',
      {
        granted: [ended('held')],
        accepted: ACCEPTED,
        trouble: trouble({ is: 'withdrawn', says: 'its request was deleted or changed', cure: '' }),
      },
      3 * HOUR,
      ['daypass: ended'],
      ['## ⚪ Ended', APPROVED, 'ℹ️ It ended at 2026-12-01 11:00 UTC, because it is on hold.'],
      [],
    ],
    [
      'that was deleted before it was given is over, and is not tried any more',
      { trouble: trouble({ is: 'withdrawn', says: 'its request was deleted or changed', cure: '' }) },
      0,
      ['daypass: ended'],
      [
        '## ⚪ Ended',
        '⚪ Not decided yet: nobody asks for it any more',
        'ℹ️ Nothing was given, because its request was deleted or changed.',
      ],
      [],
    ],
    [
      'for which the glass was broken calls those who must review it',
      { granted: [GIVEN], accepted: { ...ACCEPTED, reviews: [] }, glass: glass() },
      0,
      ['daypass: ready', 'daypass: break glass'],
      [
        '## 🟢 Ready: marta has access until 2026-12-01 11:00 UTC',
        '🔴 **BREAK GLASS** · Given without approval: sam, olga must review this pull request until 2026-12-02 09:00 UTC.',
        `✅ Allowed: nobody has to approve — ${RULE}`,
        USE,
      ],
      [
        [
          'ready:1f1f1f1f1f1f',
          '🟢 @marta: your access is there until 2026-12-01 11:00 UTC. How to use it stands above.\n',
        ],
        [
          'glass:1f1f1f1f1f1f',
          '🔴 **BREAK GLASS** @sam @olga: somebody took this without approval. Review this pull request until 2026-12-02 09:00 UTC.\n',
        ],
      ],
    ],
  ])('%s', (_says, says, after, labels, parts, lines) => {
    const view = viewOf([says], { now: later(NOW, after) })
    expect(became(view)).toEqual(parts)
    expect(view.labels).toEqual(labels)
    expect(view.lines.map(({ key, body }) => [key, body])).toEqual(lines)
  })

  it('is told as looked at just now, at the commit that it was merged as, and asks nobody', () => {
    const { words, lines, labels, ...rest } = viewOf([{}])
    expect(rest).toEqual({ by: 'record', check: null, ask: [], close: false })
    expect(words?.trimEnd().split('\n').at(-1)).toBe(
      '<sub>Daypass · `abcdefabcdef` at 2026-12-01 09:00 UTC · compared with the cloud just now</sub>',
    )
    expect(viewOf([{}], { web: null }).words).toContain('`r1` (`config/requests/r1.yaml:1`) · `INC-4211`')
  })

  it.each([
    ['cannot be read', unknown({ kind: 'unreachable', call: 'GitHub', said: 'no answer' })],
    ['are not shown any more', known([])],
  ])('was approved by reviews that %s, and is not told as if nobody had to', (_says, reviews) => {
    const merged = thread({ state: 'merged', mergeCommit: MERGED_AS, reviews })
    const view = viewOf([{ granted: [GIVEN], accepted: { ...ACCEPTED, reviews: [1, 2] } }], { thread: merged })
    expect(became(view)[1]).toBe(`✅ Allowed: approved by **review 1**, **review 2** — ${RULE}`)
  })

  it('was approved by people, whatever their accounts are called', () => {
    const lena = { ...COMPANY.people.get(person('lena')), login: 'lena-gh' } as Person
    const renamed = settings(COMPANY.rules, { people: new Map([...COMPANY.people, [lena.handle, lena]]) })
    const view = viewOf([{ granted: [GIVEN], accepted: ACCEPTED, glass: glass({ by: [lena.handle] }) }], {
      settings: renamed,
      thread: thread({ mergeCommit: MERGED_AS, reviews: known([review(1, actor('lena-gh', 102))]) }),
    })
    expect(became(view)[2]).toBe(`✅ Allowed: approved by **lena**, **review 2**, **review 3** — ${RULE}`)
    expect(view.lines[1]?.body).toContain('🔴 **BREAK GLASS** @lena-gh: ')
  })

  it('that was refused since it was given is told as what stands of it', () => {
    const refused = { because: 'rules-now', says: 'Not any more.' }
    const view = viewOf([{ granted: [GIVEN], refused, trouble: trouble() }])
    expect(view.lines.map(({ key }) => key)).toEqual(['ready:1f1f1f1f1f1f'])
  })

  it('is told in whole sentences', () => {
    const says = (text: string) =>
      viewOf([{ trouble: trouble({ says: text, cure: text }) }]).lines[0]?.body.replace(/^.* for now: /, '')
    expect([says('v1.2 is gone'), says('Gone.'), says('Gone?')]).toEqual([
      'v1.2 is gone. **What to do:** v1.2 is gone.\n',
      'Gone. **What to do:** Gone.\n',
      'Gone? **What to do:** Gone?\n',
    ])
  })

  it('was allowed by a rule that may be gone since', () => {
    const view = viewOf([{ granted: [GIVEN], accepted: { ...ACCEPTED, reviews: [1], rule: 'of old' } }])
    expect(became(view)[1]).toBe('✅ Allowed: approved by **lena** — rule `of old`')
  })

  it('names, and does not call, who is in the people file no more', () => {
    const gone = settings(COMPANY.rules, { people: new Map() })
    const lines = viewOf([{ glass: glass({ by: [person('s_am')] }) }], { settings: gone }).lines
    expect(lines.map(({ body }) => body.split(':')[0])).toEqual(['🔴 **BREAK GLASS** s\\_am'])
    const refused = { because: 'clock', says: 'No.' }
    expect(viewOf([{ refused }], { settings: gone }).lines[0]?.body).toBe('🔴 marta: this is not given. No.\n')
  })

  it('tells again what it told before only where it is blocked for another reason', () => {
    const key = (says: string) => viewOf([{ trouble: trouble({ says }) }]).lines.map((line) => line.key)
    expect(key('a')).toEqual(key('a'))
    expect(key('a')).not.toEqual(key('b'))
    expect(viewOf([{ trouble: trouble(), version: '2e' }]).lines[0]?.key).not.toBe(key('marta has no IAM user')[0])
  })
})

describe('broken glass that was reviewed', () => {
  it.each([
    ['approved', 'approved'],
    ['objected', 'objected'],
  ] as const)('calls nobody any more: %s', (verdict, how) => {
    const reviewed = { by: person('sam'), review: 9, verdict, at: later(NOW, HOUR) }
    const view = viewOf([{ granted: [ended('expired')], glass: glass({ reviewed }) }], { now: END })
    expect(became(view)[1]).toBe(
      `🔴 **BREAK GLASS** · Given without approval; sam reviewed it at 2026-12-01 10:00 UTC and ${how}.`,
    )
    expect([view.lines, view.labels]).toEqual([[], ['daypass: ended', 'daypass: break glass']])
  })
})
