// Whose review is asked for, how they are called, and from when on.

import { describe, expect, it } from 'vitest'
import { reviewersFor, wantedOf } from '../../../src/core/conversation/reviewers.ts'
import { closingLine, mention, reminderLine, waitingOf } from '../../../src/core/conversation/waiting.ts'
import { DAY, HOUR, later } from '../../../src/core/model/time.ts'
import type { RequestStory } from '../../../src/core/report/story.ts'
import { settings } from '../approval/company.ts'
import { refused, waiting } from '../report/stories.ts'
import { NOW } from './pull.ts'

const COMPANY = settings([])
const [first] = waiting.requests
if (first === undefined) throw new Error('the story has a request')
const missing = (people: readonly string[], approvals = 1) => ({ approvals, of: 'leads', people, rule: 'r', at: null })
const allowed: RequestStory = {
  ...first,
  state: 'allowed',
  decision: { is: 'allowed', approvers: [], rule: 'r', at: null },
}
const LENA = { id: 102, login: 'lena' }

describe('whose review is asked for', () => {
  it('of several ways is the one with most people to ask, for each group that is missing', () => {
    const ways: RequestStory = {
      ...first,
      decision: {
        is: 'waiting',
        missing: [[missing(['a']), missing(['b', 'c'], 2), missing(['d'])], [missing(['e'], 3)], []],
        until: null,
      },
    }
    expect(wantedOf([ways, allowed, ...refused.requests])).toEqual([
      { people: ['b', 'c'], approvals: 2 },
      { people: ['e'], approvals: 3 },
    ])
  })

  it('is two more than are needed, five in all, and nobody whom the people file does not know', () => {
    const people = ['marta', 'nils', 'lena', 'omar', 'sam', 'olga', 'carl']
    const names = (...wanted: readonly (readonly [readonly string[], number])[]) =>
      reviewersFor(
        wanted.map(([some, approvals]) => ({ people: some, approvals })),
        COMPANY,
        7,
      ).map(({ login }) => login)
    expect(names([people, 1])).toEqual(['marta', 'olga', 'sam'])
    expect(names([people, 2])).toEqual(['marta', 'nils', 'olga', 'sam'])
    expect(names([people, 9])).toEqual(['lena', 'marta', 'nils', 'olga', 'sam'])
    // Who is asked for one group counts for the next, and the five are for all of them together.
    expect(names([people, 1], [['marta', 'olga', 'sam'], 1])).toEqual(['marta', 'olga', 'sam'])
    expect(names([people, 1], [['marta', 'omar', 'carl'], 0])).toEqual(['marta', 'olga', 'omar', 'sam'])
    expect(names([['carl', 'nils', 'sam', 'x1', 'x2'], 3], [['olga', 'omar'], 1])).toEqual(['carl', 'nils', 'sam'])
    expect(names([people.slice(0, 4), 2], [['sam', 'olga', 'carl'], 1])).toEqual([
      'lena',
      'marta',
      'nils',
      'olga',
      'omar',
    ])
    expect(names()).toEqual([])
  })

  it('is in the order of names, with the numbers of GitHub', () => {
    expect(reviewersFor([{ people: ['omar', 'lena'], approvals: 1 }], COMPANY, 1)).toEqual([
      LENA,
      { id: 103, login: 'omar' },
    ])
  })
})

describe('lines that call people', () => {
  const until = later(NOW, DAY)

  it.each([
    [
      [{ people: [], approvals: 2 }],
      [LENA, { id: 103, login: 'o.mar*' }],
      '⏳ @lena o.mar\\*: this still waits for 2 approvals.',
    ],
    [[], [LENA], '⏳ @lena: this still waits for 1 approval.'],
    [
      [
        { people: [], approvals: 1 },
        { people: [], approvals: 3 },
        { people: [], approvals: 2 },
      ],
      [],
      '⏳ This still waits for 3 approvals.',
    ],
  ])('remind of the most that is missing, and say when it is closed where it is', (wanted, who, says) => {
    expect(reminderLine(NOW, until, wanted, who)).toEqual({
      key: `reminder:${NOW}`,
      body: `${says} It is closed at 2026-12-02 09:00 UTC; a review of this pull request is all it takes.\n`,
    })
    expect(reminderLine(NOW, null, wanted, who).body).toBe(`${says} A review of this pull request is all it takes.\n`)
  })

  it('say why it is closed, and that it can be opened again', () => {
    expect(closingLine(NOW, 36 * HOUR)).toEqual({
      key: `closed:${NOW}`,
      body: '⚪ Nobody settled this within 1d 12h, so it is closed. Reopen it to ask again: the time begins anew.\n',
    })
  })

  it('mention only what can be the name of an account', () => {
    expect(['le-na_1', 'org/team', '@x', ''].map((login) => mention({ login }))).toEqual([
      '@le-na_1',
      'org/team',
      '@\u200bx',
      '‹empty›',
    ])
  })

  it('are due from half of the time, rounded down', () => {
    expect(waitingOf(NOW, 3, later(NOW, 1))).toEqual({ until: later(NOW, 3), half: true, over: false })
    expect(waitingOf(NOW, 3, later(NOW, 3))).toMatchObject({ half: true, over: true })
  })
})
