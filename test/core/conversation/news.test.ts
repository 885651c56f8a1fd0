// What in the record nobody was told yet, what is too old to be told, and how far a request is in its life.

import { describe, expect, it } from 'vitest'
import { lifeOf, type Recorded, soonAt } from '../../../src/core/conversation/life.ts'
import { grantsByVersion, MOST_TOLD, newsIn } from '../../../src/core/conversation/news.ts'
import { id, type VersionId } from '../../../src/core/model/id.ts'
import { DAY, HOUR, instantOf, later, MINUTE } from '../../../src/core/model/time.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import type { Granted, Ledger } from '../../../src/core/report/record.ts'
import { ACCEPTED, END, ended, GIVEN, glass, trouble } from './landed.ts'
import { NOW } from './pull.ts'

const EMPTY = foldLines([])
const A = id<'version'>('a'.repeat(64))
const B = id<'version'>('b'.repeat(64))
const OLD = later(NOW, -7 * DAY)
const RECENT = later(OLD, 1)

interface Known extends Partial<Pick<Ledger, 'trouble' | 'accepted' | 'glass' | 'lines'>> {
  readonly granted?: readonly Granted[]
  readonly news?: readonly (readonly [VersionId, number])[]
  readonly told?: number
}
const ledger = ({ granted = [], news = [[A, 1]], told, ...rest }: Known): Ledger => ({
  ...EMPTY,
  granted: new Map(granted.map((one, at) => [`${at}`, one])),
  telling: { through: 0, at: told === undefined ? null : instantOf(told), news: new Map(news) },
  ...rest,
})
const due = (known: Known, now = NOW): readonly string[] => newsIn(ledger(known), now).due

const given = (more: Partial<Granted>): Granted => ({ ...GIVEN, version: A, ...more })
const over = (at: typeof NOW) => given({ until: OLD, confirmed: OLD, ended: { because: 'expired', at } })

describe('news', () => {
  it.each<[string, (at: typeof NOW) => Known]>([
    ['of something given', (at) => ({ granted: [given({ until: OLD, confirmed: at })] })],
    ['of something that ends', (at) => ({ granted: [given({ until: at, confirmed: OLD })] })],
    ['of something that ended', (at) => ({ granted: [over(at)] })],
    ['of the newest of several things', (at) => ({ granted: [over(OLD), over(at), over(later(OLD, -5))] })],
    ['of trouble', (at) => ({ trouble: new Map([[A, trouble({ at })]]) })],
    ['of a proof', (at) => ({ accepted: new Map([[A, { ...ACCEPTED, at }]]) })],
    ['of broken glass that waits for a review', (at) => ({ glass: new Map([[A, glass({ until: at })]]) })],
    [
      'of a review',
      (at) => ({
        glass: new Map([
          [A, glass({ until: OLD, reviewed: { by: id<'person'>('sam'), review: 1, verdict: 'approved', at } })],
        ]),
      }),
    ],
  ])('%s is none after a week', (_what, at) => {
    expect([due(at(RECENT)), due(at(OLD))]).toEqual([[A], []])
  })

  it('does not count how long something would have lasted that ended', () => {
    expect(due({ granted: [{ ...over(OLD), until: END, confirmed: NOW }] })).toEqual([])
  })

  it('does not count what is known of other requests', () => {
    expect(due({ granted: [over(OLD), { ...over(NOW), version: B }] })).toEqual([])
  })

  it('of a refusal keeps no time, and is told', () => {
    expect(due({})).toEqual([A])
  })

  it('is told in the order of its lines, whatever order it is kept in', () => {
    expect(
      due({
        news: [
          [B, 9],
          [A, 4],
        ],
      }),
    ).toEqual([A, B])
  })

  it('is told up to two hundred at a time, and the next begins at the line after them', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => [id<'version'>(`v${at}`), 10 * at + 5] as const).toReversed()
    const told = (count: number) => {
      const { due: all, through } = newsIn(ledger({ news: many(count), lines: 9999 }), NOW)
      return [all.length, all[0], all.at(-1), through]
    }
    expect(MOST_TOLD).toBe(200)
    expect(told(200)).toEqual([200, 'v0', 'v199', 9999])
    expect(told(201)).toEqual([200, 'v0', 'v199', 2004])
  })
})

describe('access that ends soon', () => {
  const soon = soonAt({ from: NOW, until: END })
  const calls = (more: Partial<Granted>, now: typeof NOW, told?: number) =>
    due({ granted: [given(more)], news: [], ...(told === undefined ? {} : { told }) }, now)

  it('is told from the beginning of its last quarter to its end, once', () => {
    expect(soon).toBe(later(END, -30 * MINUTE))
    expect([later(soon, -1), soon, later(END, -1), END].map((now) => calls({}, now).length)).toEqual([0, 1, 1, 0])
    expect([soon - 1, soon, soon + 1].map((told) => calls({}, later(soon, 60), told).length)).toEqual([1, 0, 0])
  })

  it('is not told where it ended before', () => {
    expect(calls({ ended: { because: 'withdrawn', at: NOW } }, soon)).toEqual([])
  })

  it('comes first, and once beside its other news', () => {
    expect(due({ granted: [given({}), given({ version: B })], news: [[A, 1]] }, soon)).toEqual([A, B])
    expect(
      due(
        {
          granted: [given({ version: B })],
          news: [
            [A, 1],
            [B, 2],
          ],
        },
        soon,
      ),
    ).toEqual([B, A])
  })
})

describe('grants', () => {
  it('are looked up by version', () => {
    const all = [given({}), given({ version: B }), given({ target: id<'target'>('x') })]
    expect([...grantsByVersion(ledger({ granted: all }))]).toEqual([
      [A, [all[0], all[2]]],
      [B, [all[1]]],
    ])
  })
})

describe('the life of a request', () => {
  const none: Recorded = { granted: [], refused: null, trouble: null, glass: null }
  const refused = { because: 'clock', says: 'no' }
  const other = { ...GIVEN, grant: id<'grant'>('r1/other') }
  const window = { from: NOW, until: END }

  it.each<[string, Partial<Recorded>, typeof NOW, string]>([
    ['begins with its window', {}, later(NOW, -1), 'allowed'],
    ['is on its way once that is there', {}, NOW, 'granting'],
    ['is refused where nothing of it stands', { refused, trouble: trouble() }, NOW, 'refused'],
    ['is what stands of it, though it was refused since', { refused, granted: [GIVEN] }, NOW, 'ready'],
    ['is refused though it stood before', { refused, granted: [ended('refused')] }, NOW, 'refused'],
    ['is blocked by trouble', { trouble: trouble() }, NOW, 'blocked'],
    ['is over, whatever trouble came later', { trouble: trouble(), granted: [ended('expired')] }, NOW, 'ended'],
    ['is ready whatever trouble there was', { trouble: trouble(), granted: [GIVEN] }, NOW, 'ready'],
    ['ends soon in its last quarter', { granted: [GIVEN] }, later(END, -30 * MINUTE), 'ending'],
    ['is ready before', { granted: [GIVEN] }, later(END, -30 * MINUTE - 1), 'ready'],
    ['is not over at its end as long as something stands', { granted: [GIVEN] }, END, 'partly ready'],
    ['is partly there where what stands is not all of it', { granted: [other] }, NOW, 'partly ready'],
  ])('%s', (_says, recorded, now, state) => {
    expect(lifeOf({ ...none, ...recorded }, [GIVEN.grant], window, now)).toBe(state)
  })

  it('is as long as its longest part', () => {
    const both = (one: Granted, two: Granted) =>
      lifeOf({ ...none, granted: [one, two] }, [GIVEN.grant, other.grant], window, later(NOW, HOUR))
    const short = { ...other, until: NOW }
    expect([both(GIVEN, short), both(short, GIVEN)]).toEqual(['ready', 'ready'])
    expect(both({ ...GIVEN, until: NOW }, short)).toBe('partly ready')
  })

  it('calls a quarter before its end, at least fifteen minutes, at most an hour', () => {
    const before = (hours: number) => later(NOW, hours * HOUR) - soonAt({ from: NOW, until: later(NOW, hours * HOUR) })
    expect([0.5, 1, 2, 4, 5, 100].map(before)).toEqual([900, 900, 1800, 3600, 3600, 3600])
    expect(instantOf(NOW + 7201) - soonAt({ from: NOW, until: later(NOW, 7201) })).toBe(1800)
  })
})
