// What is taken for a line of the record: the exact bytes that Daypass writes, and nothing that only looks like it.

import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/core/model/canonical.ts'
import { CHAIN_START, chainOn, lineDigest, verifyChain, writeLine } from '../../../src/core/report/chain.ts'
import { readLine } from '../../../src/core/report/line.ts'
import type { Entry, RecordLine } from '../../../src/core/report/record.ts'
import { at, ENTRIES } from './entries.ts'

const LINE: RecordLine = { v: 1, at: at(8), run: '42/1', prev: CHAIN_START, entry: ENTRIES.told }
const SHAPE = { is: 'garbage', says: 'not a line of a shape this version of Daypass knows' }
/** Read as it would be if it were written in canonical form. */
const read = (value: unknown) => readLine(canonicalJson(value as never))
const line = (more: object) => read({ ...LINE, ...more })
const entry = (is: Entry['is'], more: object) => line({ entry: { ...ENTRIES[is], ...more } })

describe('a line of the record', () => {
  it('is read as it was written', () => expect(readLine(writeLine(LINE))).toEqual({ is: 'line', line: LINE }))

  it.each(['', '{', 'null x'])('is no text that is not JSON: %j', (text) => {
    expect(readLine(text)).toEqual({ is: 'garbage', says: 'not JSON' })
  })

  it.each(['null', '1', '"x"', '[]', '{}', 'true'])('is no other JSON: %s', (text) => {
    expect(readLine(text)).toEqual(SHAPE)
  })

  it('is nothing that says the same in other bytes', () => {
    const says = { is: 'garbage', says: 'not in canonical form' }
    expect(readLine(`${writeLine(LINE)} `)).toEqual(says)
    expect(readLine(JSON.stringify(LINE))).toEqual(says)
    expect(readLine(writeLine(LINE).replace('42', '\\u0034\\u0032'))).toEqual(says)
  })

  it.each<[string, object]>([
    ['another version', { v: 2 }],
    ['no run', { run: '' }],
    ['a time that is none', { at: 1.5 }],
    ['a time before 1970', { at: -1 }],
    ['a time after the year 9999', { at: 253_402_300_800 }],
    ['a digest that is too short', { prev: '0'.repeat(63) }],
    ['a digest that is too long', { prev: '0'.repeat(65) }],
    ['a digest in capitals', { prev: 'A'.repeat(64) }],
    ['an entry of no sort', { entry: {} }],
    ['an entry that is a list', { entry: [ENTRIES.told] }],
    ['an entry that is none', { entry: null }],
    ['an entry that is a word', { entry: 'told' }],
    ['an entry of a sort that nobody knows', { entry: { is: 'constructor' } }],
    ['more than it has', { more: 1 }],
  ])('has not %s', (_says, more) => {
    expect(line(more)).toEqual(SHAPE)
  })

  it('has all its fields', () => {
    for (const key of Object.keys(LINE)) {
      const { [key as 'run']: _, ...rest } = LINE
      expect(read(rest), key).toEqual(SHAPE)
    }
  })

  it.each<[Entry['is'], object]>([
    ['opened', { head: 'a'.repeat(39) }],
    ['opened', { head: 'a'.repeat(41) }],
    ['opened', { head: 'a'.repeat(65) }],
    ['opened', { head: `x${'a'.repeat(40)}` }],
    ['opened', { plan: 7 }],
    ['proved', { pull: -1 }],
    ['proved', { pull: 1.5 }],
    ['proved', { pull: '7' }],
    ['proved', { reviews: 7 }],
    ['proved', { reviews: [7, '8'] }],
    ['proved', { way: null }],
    ['granted', { grants: [], more: 1 }],
    ['granted', { grants: [{ grant: 'g' }] }],
    ['granted', { grants: [{ grant: 'g', version: '' }] }],
    ['granted', { grants: ['g'] }],
    ['granted', { until: null }],
    ['ended', { because: 'tired' }],
    ['ended', { until: 'soon' }],
    ['failed', { does: 'nothing' }],
    ['claimed', { existedBefore: 1 }],
    ['reviewed', { verdict: 'shrugged' }],
    ['told', { through: 2 ** 53 }],
    ['told', { is: 'closed' }],
  ])('that says %s has no %j', (is, more) => {
    expect(entry(is, more)).toEqual(SHAPE)
  })

  it.each<[Entry['is'], object]>([
    ['opened', { head: 'a'.repeat(64) }],
    ['ended', { until: null }],
    ['ended', { because: 'undone', versions: [] }],
    ['failed', { does: 'prepares', says: '' }],
    ['granted', { grants: [], reach: [], identity: '' }],
    ['told', { through: 0, untold: [] }],
  ])('that says %s may have %j', (is, more) => {
    expect(entry(is, more).is).toBe('line')
  })

  it.each(['expired', 'withdrawn', 'denied', 'held', 'changed', 'closing', 'stray', 'refused', 'undone'])(
    'may say that something ended because %s',
    (because) => {
      expect(entry('ended', { because }).is).toBe('line')
    },
  )
})

describe('the chain', () => {
  it('begins with zeros, and each line names the one before it', () => {
    expect(CHAIN_START).toBe('0000000000000000000000000000000000000000000000000000000000000000')
    const lines = chainOn(CHAIN_START, [ENTRIES.opened, ENTRIES.closed], at(8), '7')
    const [first, second] = lines
    if (first === undefined || second === undefined) throw new Error('two lines were written')
    expect(first).toEqual({ v: 1, at: at(8), run: '7', prev: CHAIN_START, entry: ENTRIES.opened })
    expect(second).toEqual({ v: 1, at: at(8), run: '7', prev: lineDigest(first), entry: ENTRIES.closed })
    expect(verifyChain(lines)).toEqual({ is: 'whole', last: lineDigest(second) })
    expect(verifyChain([second, first])).toEqual({ is: 'broken', line: 1 })
  })
})
