// Which pull requests Daypass merges by itself, why not the others, and which changes of the holds only add.

import { describe, expect, it } from 'vitest'
import { holdsAdded, type Merging, whyNotMerged } from '../../../src/core/conversation/mergeable.ts'
import type { Hold } from '../../../src/core/model/settings.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import type { State } from '../../../src/core/report/words.ts'
import { AT, person, request, settings } from '../approval/company.ts'
import { finding, waiting } from '../report/stories.ts'

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

const NONE: Merging['change'] = { added: [], removed: [], edited: [], settings: [], outside: [] }
const one = request({})
const judged = (...states: readonly State[]) => ({
  ...waiting,
  requests: waiting.requests.flatMap((told) => states.map((state) => ({ ...told, state }))),
})
const merging = (change: Partial<Merging['change']>, more: Partial<Merging> = {}): Merging => ({
  change: { ...NONE, ...change },
  holds: null,
  story: judged('allowed'),
  author: person('marta'),
  settings: settings([]),
  ...more,
})
const HOLDS = { change: { ...NONE, settings: ['config/holds.yaml'] }, story: judged(), holds: [on('jonas')] }
const OWNERS = { people: ['olga', 'sam'].map((one) => ({ value: person(one), at: AT })), approvals: 1 }
const remark = { ...finding(1, 'x'), code: 'resource-unseen' } as const

describe('a pull request', () => {
  it.each<[string, Merging]>([
    ['whose request is allowed', merging({ added: [one] })],
    ['whose requests are all allowed', merging({ added: [one, one] }, { story: judged('allowed', 'allowed') })],
    ['that only takes away', merging({ removed: [one] }, { story: judged() })],
    ['that adds and takes away', merging({ added: [one], removed: [one] })],
    [
      'of which there is no more than a remark',
      merging({ added: [one] }, { story: { ...judged('allowed'), findings: [remark] } }),
    ],
    [
      'by which one of several owners adds holds',
      merging({}, { ...HOLDS, author: person('sam'), settings: settings([], { owners: OWNERS }) }),
    ],
    ['by which an owner adds holds', merging({}, { ...HOLDS, author: person('olga') })],
  ])('%s is merged by Daypass', (_what, asked) => {
    expect(whyNotMerged(asked)).toBeNull()
  })

  it.each<[string, Merging]>([
    [
      'there are findings to mend first',
      merging({ added: [one] }, { story: { ...judged('allowed'), findings: [remark, finding(1, 'x')] } }),
    ],
    [
      "it changes README.md as well, which is none of Daypass's files",
      merging({ added: [one], outside: ['README.md', 'x'] }),
    ],
    ['it changes a request that was merged before', merging({ added: [one], edited: [one] })],
    ['its author is not in the people file', merging({ added: [one] }, { author: null })],
    [
      'changes of settings are merged by people',
      merging({ settings: ['config/daypass.yaml'] }, { author: person('olga') }),
    ],
    [
      'changes of settings are merged by people',
      merging({}, { ...HOLDS, change: { ...HOLDS.change, added: [one] }, author: person('olga') }),
    ],
    [
      'changes of settings are merged by people',
      merging({}, { ...HOLDS, change: { ...HOLDS.change, removed: [one] }, author: person('olga') }),
    ],
    ['holds are merged by an owner or whoever else may merge; nobody has to approve them', merging({}, HOLDS)],
    ['it asks for nothing', merging({}, { story: judged() })],
    ['not every request could be judged', merging({ added: [one, one] })],
    ['not every request could be judged', merging({ added: [one] }, { story: judged() })],
    ['orders-queue-stuck is not allowed yet', merging({ added: [one] }, { story: judged('waiting') })],
    ['orders-queue-stuck is not allowed yet', merging({ added: [one, one] }, { story: judged('allowed', 'refused') })],
  ])('is left to people: %s', (because, asked) => {
    expect(whyNotMerged(asked)).toBe(because)
  })
})

describe('an alike hold', () => {
  it('is one of the same sort, about the same, for the same reason, since the same time', () => {
    const team: Hold = { ...on('jonas'), what: { is: 'everything' } }
    expect(holdsAdded([on('jonas')], [team])).toBeNull()
    expect(holdsAdded([on('jonas'), team], [team, on('marta'), on('jonas')])).toEqual([on('marta')])
  })
})
