// What the last job writes into the record when a run died.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import { closingOf } from '../../../src/core/report/closing.ts'
import type { Entry, RecordLine } from '../../../src/core/report/record.ts'
import { ENTRIES } from './entries.ts'

const DIGEST = id<'digest'>('0'.repeat(64))
const AT = instantOf(1_796_115_600)
const OPENED: Entry = { is: 'opened', head: id<'commit'>('a'.repeat(40)), plan: DIGEST, job: 'apply' }
const CLOSED: Entry = { is: 'closed', exit: 0, done: 1, failed: 0, skipped: 0 }
const ABOUT = { holding: id<'holding'>('x'), mode: id<'mode'>('toy'), target: id<'target'>('prod'), account: '1' }
const ENDED: Entry = { is: 'ended', ...ABOUT, because: 'expired', versions: [], until: AT, confirmed: AT }
const FAILED: Entry = { is: 'failed', ...ABOUT, does: 'gives', versions: [], says: 'no' }

const lines = (run: string, ...entries: readonly Entry[]): readonly RecordLine[] =>
  entries.map((entry) => ({ v: 1, at: AT, run, prev: DIGEST, entry }))

describe('the end of a run that died', () => {
  it('is written with what it had done by then', () =>
    expect(closingOf(lines('7', OPENED, ENDED, FAILED, ENDED), '7')).toEqual({
      is: 'closed',
      exit: 3,
      done: 2,
      failed: 1,
      skipped: 0,
    }))

  it('counts what was given as done, and what was only claimed as nothing', () => {
    const { granted, claimed } = ENTRIES
    expect(closingOf(lines('7', OPENED, claimed, granted), '7')).toMatchObject({ done: 1, failed: 0 })
  })

  it('is not written where the run closed the record itself', () =>
    expect(closingOf(lines('7', OPENED, ENDED, CLOSED), '7')).toBeNull())

  it('is not written where the run never opened the record', () => {
    expect(closingOf([], '7')).toBeNull()
    expect(closingOf(lines('7', { is: 'told', through: 1, untold: [] }), '7')).toBeNull()
  })

  it('is never written for another run, whose lines may stand between', () => {
    expect(closingOf(lines('8', OPENED, ENDED), '7')).toBeNull()
    const mixed = [...lines('7', OPENED), ...lines('8', OPENED, ENDED, CLOSED)]
    expect(closingOf(mixed, '7')).toMatchObject({ done: 0 })
    expect(closingOf(mixed, '8')).toBeNull()
  })

  it('looks at the last attempt alone', () =>
    expect(closingOf(lines('7', OPENED, ENDED, CLOSED, OPENED), '7')).toMatchObject({ done: 0 }))
})
