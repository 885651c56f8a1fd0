import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/core/model/canonical.ts'
import { id } from '../../../src/core/model/id.ts'
import { CHAIN_START, chainOn, verifyChain, writeLine } from '../../../src/core/report/chain.ts'
import { asLost, foldLines, unclosedRuns } from '../../../src/core/report/fold.ts'
import { readLine } from '../../../src/core/report/line.ts'
import { type Entry, grantedKey } from '../../../src/core/report/record.ts'
import { about, at, ENTRIES, grant, version } from './entries.ts'

const all: readonly Entry[] = Object.values(ENTRIES)
const where = { account: about.account, target: about.target, mode: about.mode }
const linesOf = (...entries: readonly Entry[]) => chainOn(CHAIN_START, entries, at(8), '42/1')
const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../schemas/record.schema.json'), 'utf8'))
const valid = new Ajv2020({ allErrors: true, strict: true }).compile(schema)

describe('a line of the record', () => {
  it.each(all)('is of the published shape and is read back: $is', (entry) => {
    const [line] = linesOf(entry)
    if (line === undefined) throw new Error('no line')
    expect(valid(line), JSON.stringify(valid.errors)).toBe(true)
    expect(readLine(writeLine(line))).toEqual({ is: 'line', line })
  })

  it('is refused by the reader and by the schema alike when any value in it is another', () => {
    const strange = [null, '', -1, 1.5, true, [], {}, 'x', [''], [{}], '0'.repeat(64), 2 ** 60, 'unheard']
    const paths = (value: unknown, path: readonly string[]): readonly (readonly string[])[] =>
      value === null || typeof value !== 'object'
        ? [path]
        : [path, ...Object.entries(value).flatMap(([key, part]) => paths(part, [...path, key]))]
    /** The value with what stands at the path replaced, added, or (undefined) taken out. */
    const change = (value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown => {
      if (key === undefined) return to
      const parts = new Map(Object.entries(Object(value)))
      const part = change(parts.get(key), rest, to)
      if (part === undefined) parts.delete(key)
      else parts.set(key, part)
      return Array.isArray(value) ? [...parts.values()] : Object.fromEntries(parts)
    }
    let refused = 0
    for (const line of linesOf(...all))
      for (const path of [...paths(line, []), ['more'], ['entry', 'more'], ['entry', '__proto__']])
        for (const to of [...strange, undefined]) {
          const other = change(line, path, to)
          if (other === undefined) continue
          const read = readLine(canonicalJson(other as never))
          expect(read.is === 'line', `${path.join('.')} = ${JSON.stringify(to)}`).toBe(valid(other))
          if (read.is === 'garbage') refused += 1
        }
    expect(refused).toBeGreaterThan(500)
  })

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readLine(text).is).toBe('garbage')
      }),
    )
  })
})

describe('the chain', () => {
  const lines = linesOf(...all, ...all)

  it('is whole as written, in parts too', () => {
    const first = chainOn(CHAIN_START, all, at(8), '1')
    const second = chainOn(foldLines(first).lastDigest, all, at(9), '2')
    expect(verifyChain([...first, ...second])).toMatchObject({ is: 'whole' })
    expect(verifyChain([])).toEqual({ is: 'whole', last: CHAIN_START })
  })

  it('breaks right after any line that is changed, taken out or doubled', () => {
    for (const [index, line] of lines.slice(0, -1).entries()) {
      const changed = lines.with(index, { ...line, at: at(9) })
      expect(verifyChain(changed)).toEqual({ is: 'broken', line: index + 2 })
      expect(verifyChain(lines.toSpliced(index, 1))).toEqual({ is: 'broken', line: index + 1 })
      expect(verifyChain(lines.toSpliced(index, 0, line))).toEqual({ is: 'broken', line: index + 2 })
    }
  })
})

describe('what is known from the record', () => {
  const fold = (...entries: readonly Entry[]) => foldLines(linesOf(...entries))
  const { granted, claimed, ended, refused, opened, closed, failed } = ENTRIES
  const key = grantedKey(grant, version('1'))

  it('is nothing, and new, where nothing was written', () => {
    expect(fold()).toMatchObject({ state: 'new', lines: 0, lastDigest: CHAIN_START })
    expect(asLost(fold()).state).toBe('lost')
    expect(asLost(fold(opened)).state).toBe('whole')
  })

  it('keeps what was granted after it ended', () => {
    const ledger = fold(opened, granted, ended, closed)
    expect(ledger.granted.get(key)).toMatchObject({ identity: 'AIDAMARTA', until: at(10), at: at(8) })
    expect(ledger.ended.get(about.holding)).toEqual({ because: 'expired', at: at(11) })
    expect(ledger.open).toEqual([])
    expect(ledger).toMatchObject({ state: 'whole', lines: 4 })
  })

  it('knows the newest content of a grant and when it was first given', () => {
    const later = { ...granted, content: id<'digest'>('9'.repeat(64)), until: at(12), confirmed: at(9) }
    expect(fold(granted, later).granted.get(key)).toMatchObject({ content: '9'.repeat(64), until: at(12), at: at(8) })
  })

  it('begins with its first line', () => {
    const [line] = linesOf(claimed)
    if (line === undefined) throw new Error('a line was written')
    const [first, second] = [9, 8].map((hour) => ({ ...line, at: at(hour) }))
    if (first === undefined || second === undefined) throw new Error('there are two')
    expect([foldLines([first, second]).since, foldLines([second, first]).since]).toEqual([at(9), at(8)])
    expect(foldLines([]).since).toBeNull()
  })

  it('forgets an end once it was granted again', () => {
    expect(fold(granted, ended, granted).ended.size).toBe(0)
    expect(fold(granted, ended, granted).open).toEqual([where])
  })

  it('keeps a claim until the end, with all versions and what the newest found there', () => {
    const second = { ...claimed, versions: [version('1'), version('3')], existedBefore: true }
    const { holding, ...place } = about
    expect(fold(claimed, second).claims.get(holding)).toEqual({
      versions: [version('1'), version('3')],
      existedBefore: true,
      at: at(8),
      ...place,
    })
    expect(fold(claimed).open).toEqual([where])
    expect(fold(claimed, ended).claims.size).toBe(0)
  })

  it('keeps a target open while anything in it is', () => {
    const other = { ...granted, holding: id<'holding'>('another') }
    expect(fold(granted, other, ended).open).toEqual([where])
  })

  it('keeps the first refusal of a version, whatever is written later', () => {
    const again = { ...refused, because: 'clock', says: 'otherwise' }
    expect(fold(refused, again, { ...ENTRIES.proved, version: refused.version }).refused.get(refused.version)).toEqual({
      because: 'approvals-missing',
      says: refused.says,
    })
  })

  it('learns nothing about holdings from a step that failed', () => {
    expect(fold(granted, failed)).toMatchObject({ ended: new Map(), granted: fold(granted).granted })
  })

  it('names the runs that never closed', () => {
    const one = chainOn(CHAIN_START, [opened, granted, closed], at(8), 'whole')
    const two = chainOn(CHAIN_START, [opened, granted], at(9), 'died')
    expect(unclosedRuns([...one, ...two])).toEqual(['died'])
  })

  it('does not depend on how entries were cut into appends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all), { maxLength: 20 }), fc.nat(20), (entries, cut) => {
        const first = chainOn(CHAIN_START, entries.slice(0, cut), at(8), '42/1')
        const last = foldLines(first).lastDigest
        const both = [...first, ...chainOn(last, entries.slice(cut), at(8), '42/1')]
        expect(foldLines(both)).toEqual(foldLines(linesOf(...entries)))
        expect(foldLines(both).lastDigest).toBe(foldLines(linesOf(...entries)).lastDigest)
      }),
    )
  })
})
