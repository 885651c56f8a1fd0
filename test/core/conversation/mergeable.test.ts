// Which changes of the holds only add: the only change of settings that Daypass merges by itself.

import { describe, expect, it } from 'vitest'
import { holdsAdded } from '../../../src/core/conversation/mergeable.ts'
import type { Hold } from '../../../src/core/model/settings.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import { AT, person } from '../approval/company.ts'

const on = (handle: string, because = 'His laptop is gone'): Hold => ({
  what: { is: 'person', person: person(handle) },
  because,
  since: instantOf(1_796_115_600),
  at: AT,
})

describe('holds', () => {
  it('that are added are named', () => {
    expect(holdsAdded([], [on('jonas')])).toEqual([on('jonas')])
    expect(holdsAdded([on('jonas')], [on('marta'), on('jonas')])).toEqual([on('marta')])
  })

  it('that only moved in the file are no change', () => {
    const moved = { ...on('jonas'), at: { ...AT, line: 9 } }
    expect(holdsAdded([on('jonas'), on('marta')], [on('marta'), moved])).toBeNull()
  })

  it('that are lifted, swapped or worded anew are never merged by themselves', () => {
    expect(holdsAdded([on('jonas')], [])).toBeNull()
    expect(holdsAdded([on('jonas')], [on('marta')])).toBeNull()
    expect(holdsAdded([on('jonas')], [on('jonas', 'Never mind'), on('marta')])).toBeNull()
    expect(holdsAdded([on('jonas')], [{ ...on('jonas'), since: null }, on('marta')])).toBeNull()
  })
})
