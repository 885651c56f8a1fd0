// What each line of the record teaches, for itself: acceptance, trouble, news, broken glass, claims, heads.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { Instant } from '../../../src/core/model/time.ts'
import { CHAIN_START, chainOn, lineDigest } from '../../../src/core/report/chain.ts'
import { asLost, foldLines, unclosedRuns } from '../../../src/core/report/fold.ts'
import { type Entry, grantedKey, type RecordLine } from '../../../src/core/report/record.ts'
import { about, at, ENTRIES, grant, version } from './entries.ts'

const { opened, proved, refused, claimed, granted, ended, failed, blocked, brokeGlass, reviewed, told, closed } =
  ENTRIES
const [ONE, TWO] = [version('1'), version('2')]

/** Each line an hour after the one before it, the first at 1. */
function linesOf(...entries: readonly Entry[]): readonly RecordLine[] {
  const lines: RecordLine[] = []
  let last = CHAIN_START
  for (const [hour, entry] of entries.entries())
    for (const line of chainOn(last, [entry], at(hour + 1), '42/1')) {
      lines.push(line)
      last = lineDigest(line)
    }
  return lines
}
const fold = (...entries: readonly Entry[]) => foldLines(linesOf(...entries))
const news = (...entries: readonly Entry[]) => [...fold(...entries).telling.news]

describe('a line', () => {
  it('of a proof tells by whose reviews, and when it was written', () =>
    expect(fold(opened, proved).accepted.get(ONE)).toEqual({
      pull: 7,
      reviews: [1001, 1002],
      way: 'approvedBy',
      rule: 'production',
      at: at(2),
    }))

  it('of a failure is trouble of each version, until it is given or ends', () => {
    const both: Entry = { ...failed, versions: [ONE, TWO] }
    const trouble = { is: 'failed', does: 'takes', says: 'throttled', cure: '', at: at(1), holding: failed.holding }
    expect([...fold(both).trouble]).toEqual([
      [ONE, trouble],
      [TWO, trouble],
    ])
    expect([...fold(both, granted).trouble.keys()]).toEqual([TWO])
    expect([...fold(granted, both, ended).trouble.keys()]).toEqual([TWO])
    expect([...fold(both, { ...refused, version: ONE }).trouble.keys()]).toEqual([TWO])
  })

  it('of a failure to take something is trouble until that very thing is told of', () => {
    const other = { holding: id<'holding'>('another thing') }
    const onOther = {
      ...granted,
      ...other,
      grants: granted.grants.map((one) => ({ ...one, grant: id<'grant'>('g2') })),
    }
    expect([...fold(granted, onOther, failed, { ...ended, ...other }).trouble.keys()]).toEqual([ONE])
    expect([...fold(granted, failed, onOther).trouble.keys()]).toEqual([ONE])
    expect([...fold(granted, onOther, failed, ended).trouble.keys()]).toEqual([])
    const gives: Entry = { ...failed, does: 'gives' }
    expect([...fold(granted, gives, onOther).trouble.keys()]).toEqual([])
  })

  it('of what is blocked says why and what to do; the newest counts', () => {
    const trouble = { is: 'blocked', does: 'gives', says: 'marta has no IAM user', cure: 'make one', at: at(2) }
    expect(fold(failed, blocked).trouble.get(ONE)).toEqual(trouble)
    expect(fold(failed, blocked, failed).trouble.get(ONE)).toMatchObject({ is: 'failed', at: at(3) })
  })

  it('of broken glass waits for a review, and keeps it when it is written again', () => {
    const glass = { request: 'asked', pull: 7, by: ['priya'], until: at(20) }
    expect(fold(brokeGlass).glass.get(ONE)).toEqual({ ...glass, at: at(1), reviewed: null })
    const review = { by: 'priya', review: 11, verdict: 'approved', at: at(2) }
    expect(fold(brokeGlass, reviewed).glass.get(ONE)).toEqual({ ...glass, at: at(1), reviewed: review })
    expect(fold(brokeGlass, reviewed, brokeGlass).glass.get(ONE)).toEqual({ ...glass, at: at(3), reviewed: review })
  })

  it('of a review where no glass was broken says nothing', () => {
    expect(fold(reviewed).glass.size).toBe(0)
    expect(news(reviewed)).toEqual([])
  })

  it('of a refusal keeps its reason', () =>
    expect([...fold(refused).refused]).toEqual([
      [TWO, { because: 'approvals-missing', says: 'one approval of orders-leads was missing' }],
    ]))

  it('of a claim of what was there before opens nothing', () => {
    const before: Entry = { ...claimed, existedBefore: true }
    expect(fold(before).open).toEqual([])
    expect(fold(before).claims.get(about.holding)).toMatchObject({ versions: [ONE], existedBefore: true })
    expect(fold(claimed, before, claimed).claims.get(about.holding)).toMatchObject({
      versions: [ONE],
      existedBefore: false,
    })
  })

  it('that opens the record tells which head was read, where a job of ours read the branch itself', () => {
    const head = (letter: string) => id<'commit'>(letter.repeat(40))
    const { heads } = fold(
      opened,
      { ...opened, head: head('b'), job: 'expire' },
      { ...opened, head: head('c'), job: 'expire, from a clone' },
      { ...opened, head: head('d') },
      opened,
    )
    expect([...heads]).toEqual([
      [head('a'), at(5)],
      [head('b'), at(2)],
      [head('d'), at(4)],
    ])
  })
})

describe('news', () => {
  it.each<[string, Entry, readonly string[]]>([
    ['proved', proved, [ONE]],
    ['failed', { ...failed, versions: [ONE, TWO] }, [ONE, TWO]],
    ['blocked', blocked, [ONE]],
    ['broken glass', brokeGlass, [ONE]],
    ['refused', refused, [TWO]],
    ['granted', granted, [ONE]],
    ['claimed', claimed, []],
    ['opened', opened, []],
    ['closed', closed, []],
  ])('are made by a line that says: %s', (_says, entry, versions) => {
    expect(news(opened, entry)).toEqual(versions.map((one) => [one, 2]))
  })

  it('are made by a review of broken glass, and by an end', () => {
    expect(news(brokeGlass, reviewed)).toEqual([[ONE, 2]])
    expect(news(granted, ended)).toEqual([[ONE, 2]])
    expect(news(granted, { ...ended, versions: ['2222'] })).toEqual([[ONE, 1]])
    expect(news(granted, { ...ended, versions: [] })).toEqual([[ONE, 2]])
  })

  it('are old once they were told, but for what could not be told and what came after', () => {
    const tell = (through: number, ...untold: readonly (typeof ONE)[]): Entry => ({ ...told, through, untold })
    expect(news(proved, refused, tell(1))).toEqual([[TWO, 2]])
    expect(news(proved, refused, tell(2))).toEqual([])
    expect(news(proved, refused, tell(2, ONE))).toEqual([[ONE, 3]])
    expect(news(proved, tell(1), proved)).toEqual([[ONE, 3]])
  })

  it('know how far the telling came, which is never less than it was', () => {
    const { through, at: when } = fold(proved, { ...told, through: 1 }, { ...told, through: 0 }).telling
    expect({ through, when }).toEqual({ through: 1, when: at(3) })
    expect(fold(proved).telling).toMatchObject({ through: 0, at: null })
  })
})

describe('a holding', () => {
  const move: Entry = { ...granted, holding: id<'holding'>('moved'), confirmed: at(9) }
  const key = grantedKey(grant, ONE)

  it('keeps what was granted on it: everything that the line says', () =>
    expect(fold(granted).granted.get(key)).toEqual({
      grant,
      version: ONE,
      ...about,
      identity: 'AIDAMARTA',
      content: 'f'.repeat(64),
      until: at(10),
      reach: ['https://console.example.com'],
      at: at(8),
      confirmed: at(8),
      ended: null,
    }))

  it('that a grant moved away from ends without ending it', () => {
    const ledger = fold(granted, move, { ...ended, versions: [] })
    expect(ledger.granted.get(key)).toMatchObject({ holding: 'moved', ended: null, at: at(8), confirmed: at(9) })
    expect([...ledger.ended.keys()]).toEqual([about.holding])
  })

  it('that a grant moved to ends it', () => {
    const end: Entry = { ...ended, holding: id<'holding'>('moved'), versions: [] }
    expect(fold(granted, move, end).granted.get(key)?.ended).toEqual({ because: 'expired', at: at(11) })
  })

  it('that ended is told with the newest reason, though what was changed before stays ended by that', () => {
    const later: Entry = { ...ended, because: 'held', confirmed: at(12) }
    expect(fold(granted, ended, later).granted.get(key)?.ended).toEqual({ because: 'held', at: at(12) })
    expect(fold(granted, ended, { ...later, because: 'changed' }).granted.get(key)?.ended).toEqual({
      because: 'expired',
      at: at(11),
    })
  })

  it('ends for versions that are named by how they begin, as far as a mark had room', () => {
    const [one, two] = [id<'version'>('12'.repeat(32)), id<'version'>('34'.repeat(32))]
    const both: Entry = { ...granted, grants: [one, two].map((each) => ({ grant: id(`g ${each}`), version: each })) }
    const endOf = (...versions: readonly string[]) =>
      [...fold(both, { ...ended, versions }).granted.values()].map((each) => each.ended?.because ?? null)
    expect(endOf('121', '99')).toEqual(['expired', null])
    expect(endOf('212')).toEqual([null, null])
    expect(endOf('12', '34')).toEqual(['expired', 'expired'])
  })

  it('that ended while nobody stood on it is over, too', () => {
    const ledger = fold(claimed, ended)
    expect([...ledger.ended]).toEqual([[about.holding, { because: 'expired', at: at(11) }]])
    expect(ledger).toMatchObject({ open: [], claims: new Map() })
  })

  it('is open once for each account and way, with the newest name of the account', () => {
    const renamed: Entry = { ...granted, holding: id<'holding'>('b'), target: id<'target'>('renamed') }
    const other: Entry = { ...granted, holding: id<'holding'>('c'), mode: id<'mode'>('other') }
    const { account, mode } = about
    expect(fold(granted, renamed, other).open).toEqual([
      { account, mode, target: 'renamed' },
      { account, mode: 'other', target: 'orders-prod' },
    ])
  })
})

describe('the state of the record', () => {
  it('is lost only where somebody knows that there was one', () => {
    expect(asLost(fold()).state).toBe('lost')
    expect(asLost(fold(opened)).state).toBe('whole')
  })

  it('counts lines and names the last', () => {
    const lines = linesOf(opened, granted)
    const [, last] = lines
    if (last === undefined) throw new Error('no line')
    expect(foldLines(lines)).toMatchObject({ lines: 2, lastDigest: lineDigest(last), state: 'whole' })
  })

  it('names runs that never closed, the oldest first', () => {
    const of = (run: string, ...entries: readonly Entry[]) => chainOn(CHAIN_START, entries, 0 as Instant, run)
    expect(
      unclosedRuns([
        ...of('b', opened, granted),
        ...of('c', opened),
        ...of('a', opened),
        ...of('c', closed),
        ...of('d', granted),
      ]),
    ).toEqual(['b', 'a'])
  })
})
