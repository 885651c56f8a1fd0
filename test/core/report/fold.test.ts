// When a grant of a version counts as ended: told by lines in their order, each version and holding for itself.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { Instant } from '../../../src/core/model/time.ts'
import { CHAIN_START, chainOn } from '../../../src/core/report/chain.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import { type Entry, grantedKey } from '../../../src/core/report/record.ts'

const about = { holding: id<'holding'>('h'), mode: id<'mode'>('m'), target: id<'target'>('t'), account: '1' }
const version = (letter: string) => id<'version'>(letter.repeat(64))
const grant = (letter: string) => id<'grant'>(`${letter}/marta`)

const granted = (letters: string, at = 1): Entry => ({
  is: 'granted',
  ...about,
  grants: [...letters].map((letter) => ({ grant: grant(letter), version: version(letter) })),
  identity: 'i',
  content: id('0'.repeat(64)),
  until: 100 as Instant,
  reach: [],
  confirmed: at as Instant,
})

type Ended = Extract<Entry, { is: 'ended' }>
const ended = (letters: string, because: Ended['because'], at = 2): Entry => ({
  is: 'ended',
  ...about,
  because,
  versions: [...letters].map((letter) => version(letter)),
  until: null,
  confirmed: at as Instant,
})

const fold = (...entries: readonly Entry[]) => foldLines(chainOn(CHAIN_START, entries, 0 as Instant, 'test'))
const endOf = (letter: string, ...entries: readonly Entry[]) =>
  fold(...entries).granted.get(grantedKey(grant(letter), version(letter)))?.ended?.because ?? null

describe('a grant', () => {
  it.each<[string, string, Ended['because'] | null, readonly Entry[]]>([
    ['stands once it is granted', 'a', null, [granted('a')]],
    ['ends with its holding', 'a', 'expired', [granted('a'), ended('', 'expired')]],
    ['ends when its version is named', 'a', 'held', [granted('ab'), ended('a', 'held')]],
    ['stands when only another is named', 'b', null, [granted('ab'), ended('a', 'held')]],
    ['stands again when it is granted again', 'a', null, [granted('a'), ended('', 'held'), granted('a', 3)]],
    [
      'does not stand again because another is granted there',
      'a',
      'held',
      [granted('a'), ended('', 'held'), granted('b', 3)],
    ],
    ['ends when a later line no more names it', 'a', 'changed', [granted('ab'), granted('b', 3)]],
    [
      'stays undone whatever is told later',
      'a',
      'undone',
      [granted('a'), ended('a', 'undone'), ended('a', 'held', 3), granted('a', 4)],
    ],
    [
      'ended as it did when the rest of it is tidied away',
      'a',
      'expired',
      [granted('a'), ended('a', 'expired'), ended('', 'held', 3)],
    ],
    [
      'is told as held when a hold comes after its end',
      'a',
      'held',
      [granted('a'), ended('a', 'expired'), ended('a', 'held', 3)],
    ],
    ['ends when what it was is changed', 'a', 'changed', [granted('a'), ended('a', 'changed')]],
    ['has expired when it is left out at its very end', 'a', 'expired', [granted('ab'), granted('b', 100)]],
    ['is changed when it is left out just before', 'a', 'changed', [granted('ab'), granted('b', 99)]],
    ['ends by the order of lines, not by clocks', 'a', 'expired', [granted('a', 9), ended('', 'expired', 2)]],
  ])('%s', (_says, letter, because, entries) => {
    expect(endOf(letter, ...entries)).toBe(because)
  })

  it('keeps its holding open while another stands on it', () => {
    const ledger = fold(granted('ab'), ended('a', 'held'))
    expect(ledger.open.map(({ target }) => target)).toEqual(['t'])
    expect(ledger.ended.size).toBe(0)
  })

  it('knows when it was first granted and when it was confirmed last', () => {
    const ledger = fold(granted('a', 1), granted('a', 7))
    expect(ledger.granted.get(grantedKey(grant('a'), version('a')))).toMatchObject({ at: 1, confirmed: 7 })
  })
})

describe('a taking that failed', () => {
  const failed: Entry = { is: 'failed', ...about, does: 'takes', versions: [version('a')], says: 'no' }
  const troubled = (...entries: readonly Entry[]) => fold(...entries).trouble.get(version('a'))?.says

  it.each<[string, string | undefined, readonly Entry[]]>([
    ['is trouble while it stands', 'no', [granted('a'), failed]],
    ['is trouble while another stands there', 'no', [granted('ab'), ended('a', 'held'), failed]],
    ['is none where another run took it meanwhile', undefined, [granted('a'), ended('', 'expired'), failed]],
    ['is trouble where it was given again since', 'no', [granted('a'), ended('', 'held'), granted('a', 3), failed]],
    ['is trouble of whoever never stood there', 'no', [granted('b'), ended('', 'held'), failed]],
    ['is over when it is taken', undefined, [granted('a'), failed, ended('', 'expired')]],
  ])('%s', (_says, says, entries) => {
    expect(troubled(...entries)).toBe(says)
  })

  it('is over as well when the rest of it is tidied away', () => {
    expect(troubled(granted('b'), ended('', 'held'), failed, granted('a'), failed, ended('', 'held'))).toBe(undefined)
  })

  it.each<[string, string | undefined, readonly Entry[], string?]>([
    ['goes on when the rest of it is tidied away', 'a hold', [granted('a'), ended('a', 'held')]],
    ['goes on when it is told once more why it ended', 'a hold', [granted('a'), ended('a', 'expired')], 'a'],
    ['is over when it ends', undefined, [granted('a')]],
  ])('why something is not given %s', (_says, says, before, named = '') => {
    const blocked: Entry = { is: 'blocked', version: version('a'), request: 'a', because: 'a hold', cure: '' }
    expect(troubled(...before, blocked, ended(named, 'held', 3))).toBe(says)
  })

  it('is trouble where giving failed, whatever ended there', () => {
    expect(troubled(granted('a'), ended('', 'held'), { ...failed, does: 'gives' })).toBe('no')
  })
})

describe('what need not be given', () => {
  const troubleOf = (entry: Entry) => {
    const { trouble, telling } = fold(entry)
    return [trouble.get(version('a')), [...telling.news]]
  }

  it('since its person had it, or since nobody asks any more, is told, and leaves nothing to do', () => {
    const gives = { does: 'gives', cure: '', at: 0 }
    const news = [[version('a'), 1]]
    expect(troubleOf({ is: 'had', version: version('a'), request: 'a', says: 'the badge' })).toEqual([
      { ...gives, is: 'had', says: 'the badge' },
      news,
    ])
    expect(troubleOf({ is: 'withdrawn', version: version('a') })).toEqual([
      { ...gives, is: 'withdrawn', says: 'its request was deleted or changed' },
      news,
    ])
  })
})
