// What follows from what GitHub shows: what is remembered, who is asked, when people are called, what is merged.

import { describe, expect, it } from 'vitest'
import { alarmGestures, alarmsWanted } from '../../../src/core/conversation/alarms.ts'
import { labelChanges } from '../../../src/core/conversation/labels.ts'
import { lifeOf, soonAt } from '../../../src/core/conversation/life.ts'
import { newsIn } from '../../../src/core/conversation/news.ts'
import { reviewersFor } from '../../../src/core/conversation/reviewers.ts'
import { NOTHING_TOLD, readTold, saysTheSame, writeSticky } from '../../../src/core/conversation/sticky.ts'
import { waitingOf } from '../../../src/core/conversation/waiting.ts'
import { id } from '../../../src/core/model/id.ts'
import { DAY, HOUR, instantOf, later, MINUTE } from '../../../src/core/model/time.ts'
import { chainOn } from '../../../src/core/report/chain.ts'
import { COMMENT_MARKER } from '../../../src/core/report/comment.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import { latenessOf, latenessText } from '../../../src/core/report/lateness.ts'
import type { Entry } from '../../../src/core/report/record.ts'
import { person, settings } from '../approval/company.ts'

const NOW = instantOf(1_796_115_600)
const version = (letter: string) => id<'version'>(letter.repeat(64))
const ABOUT = { holding: id<'holding'>('prod/x'), mode: id<'mode'>('toy'), target: id<'target'>('prod'), account: '1' }
const granted = (letter: string, until = later(NOW, HOUR), confirmed = NOW): Entry => ({
  is: 'granted',
  ...ABOUT,
  holding: id(`prod/${letter}`),
  grants: [{ grant: id(`${letter}/marta`), version: version(letter) }],
  identity: 'i',
  content: id('0'.repeat(64)),
  until,
  reach: [],
  confirmed,
})
const fold = (...entries: readonly Entry[]) => foldLines(chainOn(id('0'.repeat(64)), entries, NOW, 'test'))

describe('what the comment remembers of itself', () => {
  const told = {
    ...NOTHING_TOLD,
    by: 'record',
    check: 'a'.repeat(64),
    asked: [7, 8],
    head: id<'commit'>('b'.repeat(40)),
    lines: ['reminder:1'],
  } as const

  it('is read back, and is not seen by people', () => {
    const body = writeSticky(`${COMMENT_MARKER}\n\n## Hello\n`, told)
    expect(readTold(body)).toEqual(told)
    expect(body.split('\n')[1]).toMatch(/^<!--.*-->$/)
  })

  it.each([
    ['nothing', `${COMMENT_MARKER}\n\n## Hello`],
    ['no JSON', `${COMMENT_MARKER}\n<!-- daypass:told {x -->`],
    [
      'other things',
      `${COMMENT_MARKER}\n<!-- daypass:told {"by":7,"check":"<b>","asked":["x",1.5],"head":"../x","lines":["@everybody",3]} -->`,
    ],
    ['a list', `${COMMENT_MARKER}\n<!-- daypass:told [] -->`],
  ])('counts as nothing where somebody wrote %s there', (_what, body) => {
    expect(readTold(body)).toEqual(NOTHING_TOLD)
  })

  it('is no news where only the time of looking differs', () => {
    const at = (time: string): string => `${COMMENT_MARKER}\n## x\n\n<sub>Daypass · ${time}</sub>\n`
    expect(saysTheSame(at('09:00'), at('10:00'))).toBe(true)
    expect(saysTheSame(at('09:00'), at('09:00').replace('## x', '## y'))).toBe(false)
  })
})

describe('reviewers', () => {
  const all = settings([])
  it('are never more than five, at most two more than needed, the same for the same pull request, others for others', () => {
    const people = [...all.people.keys()]
    const names = (number: number, approvals: number): string =>
      reviewersFor([{ people, approvals }], all, number)
        .map(({ login }) => login)
        .join()
    expect(names(1, 1).split(',')).toHaveLength(3)
    expect(names(1, 9).split(',')).toHaveLength(5)
    expect(names(1, 1)).toBe(names(1, 1))
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map((number) => names(number, 1))).size).toBeGreaterThan(3)
  })

  it('serve several wants at once where they can', () => {
    const lena = { people: [person('lena')], approvals: 1 }
    expect(reviewersFor([lena, lena], all, 1)).toEqual([{ id: 102, login: 'lena' }])
    expect(reviewersFor([{ people: ['nobody'], approvals: 1 }], all, 1)).toEqual([])
  })
})

describe('waiting', () => {
  it('is half over at half of the time, and over at its end', () => {
    const at = (hours: number) => waitingOf(NOW, 2 * DAY, later(NOW, hours * HOUR))
    expect([at(23), at(24), at(47), at(48)].map(({ half, over }) => [half, over])).toEqual([
      [false, false],
      [true, false],
      [true, false],
      [true, true],
    ])
  })
})

describe('labels', () => {
  it("leave others' alone", () => {
    const there = [
      { node: 'a', name: 'bug' },
      { node: 'b', name: 'daypass: waiting' },
    ]
    expect(labelChanges(there, ['daypass: ready'])).toEqual({ add: ['daypass: ready'], remove: ['b'] })
    expect(labelChanges(there, ['daypass: waiting'])).toEqual({ add: [], remove: [] })
  })
})

describe('how far a request is', () => {
  const window = { from: NOW, until: later(NOW, 2 * HOUR) }
  const key = id<'grant'>('a/marta')
  const life = (ledger: ReturnType<typeof fold>, now = NOW, keys = [key], over = window) =>
    lifeOf(
      {
        granted: [...ledger.granted.values()],
        refused: ledger.refused.get(version('a')) ?? null,
        trouble: ledger.trouble.get(version('a')) ?? null,
        glass: null,
      },
      keys,
      over,
      now,
    )
  const given = granted('a', window.until)
  const over: Entry = {
    is: 'ended',
    ...ABOUT,
    holding: id('prod/a'),
    because: 'expired',
    versions: [version('a')],
    until: window.until,
    confirmed: window.until,
  }
  const failed: Entry = { is: 'failed', ...ABOUT, does: 'gives', versions: [version('a')], says: 'no' }
  const refused: Entry = { is: 'refused', version: version('a'), request: 'a', because: 'clock', says: 'no' }
  const blocked: Entry = { is: 'blocked', version: version('a'), request: 'a', because: 'no answer', cure: 'wait' }
  const withdrawn: Entry = { is: 'withdrawn', version: version('a') }
  const had: Entry = { is: 'had', version: version('a'), request: 'a', says: 'x: held before Daypass' }

  it.each([
    ['nothing is recorded', 'granting', fold(), NOW],
    ['it begins later', 'allowed', fold(), later(NOW, -HOUR)],
    ['it is there', 'ready', fold(given), NOW],
    ['its last quarter has begun', 'ending', fold(given), later(NOW, 95 * MINUTE)],
    ['its end is past and it is still there', 'partly ready', fold(given), later(NOW, 3 * HOUR)],
    ['it was taken', 'ended', fold(given, over), later(NOW, 3 * HOUR)],
    ['it failed', 'blocked', fold(failed), NOW],
    ['it was blocked and then found to be there', 'had before', fold(blocked, had), NOW],
    ['it was blocked and then deleted', 'ended', fold(blocked, withdrawn), NOW],
    ['it was there before, and then was not', 'ready', fold(had, given), NOW],
    ['it failed and then came', 'ready', fold(failed, given), NOW],
    ['it was refused', 'refused', fold(refused), NOW],
  ] as const)('where %s: %s', (_says, state, ledger, now) => {
    expect(life(ledger, now)).toBe(state)
  })

  it('is partly there where another item is missing', () => {
    expect(life(fold(given), NOW, [key, id<'grant'>('b/marta')])).toBe('partly ready')
    expect(life(fold(given, had), NOW, [key, id<'grant'>('b/marta')])).toBe('ready')
  })

  it('calls people a quarter before the end, at least 15 minutes, at most an hour', () => {
    const left = (hours: number) => hours * HOUR - (soonAt({ from: NOW, until: later(NOW, hours * HOUR) }) - NOW)
    expect([0.5, 2, 8].map(left)).toEqual([15 * MINUTE, 30 * MINUTE, HOUR])
  })
})

describe('news', () => {
  it('is what lines say after the last telling, oldest first, and what could not be told', () => {
    const told = fold(granted('a'), granted('b'), { is: 'told', through: 2, untold: [version('b')] }, granted('c'))
    expect(newsIn(told, NOW)).toEqual({ due: [version('b'), version('c')], through: 4 })
    expect(newsIn(fold(granted('a'), { is: 'told', through: 1, untold: [] }), NOW).due).toEqual([])
  })

  it('comes once more when the end is near', () => {
    const told = fold(granted('a', later(NOW, 2 * HOUR)), { is: 'told', through: 1, untold: [] })
    expect(newsIn(told, later(NOW, 80 * MINUTE)).due).toEqual([])
    expect(newsIn(told, later(NOW, 100 * MINUTE)).due).toEqual([version('a')])
  })

  it('is not dug out of a record that was never told', () => {
    expect(newsIn(fold(granted('a', later(NOW, HOUR))), later(NOW, 30 * DAY)).due).toEqual([])
  })

  it('is told a part at a time, and nothing of the rest is lost', () => {
    const letters = Array.from({ length: 300 }, (_, at) => at.toString(16).padStart(2, '0'))
    const many = fold(
      ...letters.map(
        (two) =>
          ({
            ...granted('a'),
            holding: id<'holding'>(two),
            grants: [{ grant: id<'grant'>(two), version: id<'version'>(two.repeat(32)) }],
          }) as Entry,
      ),
    )
    const first = newsIn(many, NOW)
    expect([first.due.length, first.through]).toEqual([200, 200])
  })
})

describe('alarms', () => {
  const glass: Entry = {
    is: 'brokeGlass',
    version: version('a'),
    request: 'now',
    pull: 7,
    by: [person('sam')],
    until: later(NOW, DAY),
  }

  it('are raised for what is overdue and for broken glass, kept as they are, changed, and closed by themselves', () => {
    const ledger = fold(granted('a', later(NOW, -3 * HOUR)), glass)
    const wanted = alarmsWanted(ledger, NOW)
    expect(wanted.map(({ title }) => title)).toEqual([
      'Daypass: access that should have been taken away is still there',
      'Daypass: broken glass to be reviewed: now',
    ])
    expect(alarmGestures(wanted, []).map((one) => one.do)).toEqual(['open issue', 'open issue'])
    const there = wanted.map((one, at) => ({ ...one, node: `n${at}`, number: at }))
    expect(alarmGestures(wanted, there)).toEqual([])
    expect(alarmGestures(alarmsWanted(ledger, later(NOW, 2 * DAY)), there).map((one) => one.do)).toEqual([
      'rewrite issue',
    ])
    expect(alarmGestures([], there).map((one) => one.do)).toEqual(['close issue', 'close issue'])
    // Of two for the same thing, the older goes.
    const twice = [...there.slice(0, 1).map((one) => ({ ...one, node: 'old' })), ...there]
    expect(alarmGestures(wanted, twice)).toEqual([{ do: 'close issue', issue: 'old' }])
  })

  it('cannot be closed by a request with a hostile name', () => {
    const [alarm] = alarmsWanted(fold({ ...glass, request: 'x --> <script>' }), NOW)
    expect(alarm?.body.split('\n')[0]).toBe('<!-- daypass:alarm glass x -- script 7 -->')
  })
})

describe('lateness', () => {
  const ended = (letter: string, late: number): readonly Entry[] => [
    granted(letter, later(NOW, -HOUR)),
    {
      is: 'ended',
      ...ABOUT,
      holding: id(`prod/${letter}`),
      because: 'expired',
      versions: [version(letter)],
      until: later(NOW, -HOUR),
      confirmed: later(NOW, -HOUR + late),
    },
  ]
  it('is measured between the end and its confirmation', () => {
    const ledger = fold(...ended('a', 60), ...ended('b', 600), ...ended('c', 1800))
    expect(latenessOf(ledger, NOW).late).toEqual([60, 600, 1800])
    expect(latenessText(latenessOf(ledger, NOW))).toBe(
      'Taken away 10m after the end in the middle, 30m at worst (3 ends in 30 days).',
    )
    expect(latenessText(latenessOf(fold(), NOW))).toBeNull()
    expect(latenessOf(ledger, later(NOW, 31 * DAY)).late).toEqual([])
  })
})
