// What the record makes of a grant whose holding goes on without it: it is over, why, and its people hear of it.

import { expect, it } from 'vitest'
import { chainOn } from '../../../src/core/report/chain.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import type { Entry, Granted } from '../../../src/core/report/record.ts'
import { at, ENTRIES, version } from './entries.ts'

const on = (name: string, hour: number, until: number): Entry => ({
  ...ENTRIES.granted,
  grants: [{ grant: ENTRIES.granted.grants[0]?.grant ?? (name as never), version: version(name) }],
  until: at(until),
  confirmed: at(hour),
})

const fold = (...entries: readonly Entry[]) => foldLines(chainOn(foldLines([]).lastDigest, entries, at(8), 'test'))

const endOf = (ledger: ReturnType<typeof fold>, name: string): Granted['ended'] | undefined =>
  [...ledger.granted.values()].find((one) => one.version === version(name))?.ended

it('a grant whose time was over when another took its place has expired', () => {
  expect(endOf(fold(on('1', 8, 10), on('2', 11, 13)), '1')).toEqual({ because: 'expired', at: at(11) })
})

it('a grant that was cut off before its end was changed', () => {
  expect(endOf(fold(on('1', 8, 10), on('2', 9, 13)), '1')).toEqual({ because: 'changed', at: at(9) })
})

it('whoever was cut off is news, and who was over before is none', () => {
  const told: Entry = { is: 'told', through: 1, untold: [] }
  expect([...fold(on('1', 8, 10), told, on('2', 11, 13)).telling.news.keys()].toSorted()).toEqual([
    version('1'),
    version('2'),
  ])
  const ended: Entry = { ...ENTRIES.ended, because: 'held', versions: [version('1')] }
  const later = fold(on('1', 8, 10), ended, { ...told, through: 2 }, on('2', 11, 13))
  expect([...later.telling.news.keys()]).toEqual([version('2')])
  expect(endOf(later, '1')?.because).toBe('held')
})

it('what could not be taken from whoever was cut off is no trouble any more; other trouble stays', () => {
  const could = (does: 'gives' | 'takes'): Entry => ({ ...ENTRIES.failed, does, versions: [version('1')] })
  expect(fold(on('1', 8, 10), could('takes')).trouble.get(version('1'))?.does).toBe('takes')
  expect(fold(on('1', 8, 10), could('takes'), on('2', 9, 13)).trouble.get(version('1'))).toBeUndefined()
  expect(fold(on('1', 8, 10), could('gives'), on('2', 9, 13)).trouble.get(version('1'))?.does).toBe('gives')
})
