// Why no settings are in force, or why they are not known; and what is kept of changes that were judged.

import { describe, expect, it } from 'vitest'
import {
  type AskedSettings,
  type InForce,
  settingsInForce,
  settingsToProve,
  settingsToRead,
} from '../../../src/core/approval/settings-in-force.ts'
import { known } from '../../../src/core/model/edge-error.ts'
import { later } from '../../../src/core/model/time.ts'
import { change, commit, MERGED, UNREAD } from './proof-story.ts'
import { chain, FIRST, HOLDS, hold, owners, RULE, START, STARTED, type Story } from './settings-story.ts'

const nowOf = (stories: readonly Story[], rest: Partial<AskedSettings> = {}): InForce =>
  settingsInForce(chain(stories, rest)).now

const A: Story = { name: 'a' }
const without = (name: string, of: 'settingsAt' | 'evidence', stories: readonly Story[]): Partial<AskedSettings> => {
  const left = new Map<unknown, unknown>(chain(stories)[of])
  left.delete(commit(name))
  return { [of]: left }
}

describe('the start', () => {
  const off = (directory: string) =>
    `the pinned start elsewhere is no commit of the default branch's first-parent chain that changed ${directory}`

  it.each<[string, InForce['is'], readonly Story[], Partial<AskedSettings>]>([
    [off('config'), 'none', [STARTED], { start: commit('elsewhere') }],
    [off('the repository'), 'none', [STARTED], { start: commit('elsewhere'), directory: '' }],
    ['config/daypass.yaml never landed', 'none', [A], { start: null }],
    ['daypass.yaml never landed', 'none', [STARTED], { start: null, directory: '' }],
    ['the settings at the start start do not validate', 'none', [{ ...STARTED, tree: known(null) }], {}],
    [
      'the settings at the start start name no owner of the people map',
      'none',
      [{ ...STARTED, tree: known(owners(1, 'mallory')) }],
      {},
    ],
    ['the settings at the start start were not read', 'unknown', [STARTED], without('start', 'settingsAt', [STARTED])],
    ['GitHub: unreachable (timeout)', 'unknown', [{ ...STARTED, tree: UNREAD }], {}],
  ])('%s: %s', (because, is, stories, rest) => {
    expect(nowOf(stories, rest)).toEqual({ is, because })
  })

  it('that is nowhere says so of every landing, and there is nothing to read or to prove', () => {
    const asked = chain([STARTED, A], { start: commit('elsewhere') })
    expect(settingsInForce(asked)).toMatchObject({ start: null, unproved: [], examined: new Map() })
    expect(settingsInForce(asked).before(commit('a'))).toEqual({ is: 'none', because: off('config') })
    expect([settingsToRead(asked), settingsToProve(asked)]).toEqual([[], []])
  })

  it('is pinned, or the oldest landing that has daypass.yaml, whatever else came with it', () => {
    const gone: Story = { name: 'gone', changes: [change(START, 'older', null)] }
    const first: Story = { ...STARTED, changes: [change(RULE, null, 'r'), change(START, null, 'start')] }
    expect(settingsInForce(chain([gone, first])).start).toEqual({ commit: 'start', pinned: true })
    expect(settingsInForce(chain([gone, first], { start: null })).start).toEqual({ commit: 'start', pinned: false })
  })

  it('may be in the root of the repository', () => {
    const root: Story = { ...STARTED, changes: [change('daypass.yaml', null, 'start')] }
    expect(nowOf([root], { start: null, directory: '' })).toMatchObject({ is: 'known', landing: 'start' })
  })
})

describe('what has to be proved', () => {
  it('is each change after the start, with all settings below the directory', () => {
    expect(settingsToProve(chain([STARTED, A]))).toEqual([
      { landing: 'a', parent: 'parent', at: later(MERGED, 2), paths: [], settingsUnder: 'config' },
    ])
  })
})

describe('a change of settings', () => {
  const stories = [STARTED, A]
  it.each<[string, readonly Story[], Partial<AskedSettings>]>([
    ['its settings were not read', stories, without('a', 'settingsAt', stories)],
    ['its evidence was not asked for', stories, without('a', 'evidence', stories)],
    ['GitHub: unreachable (timeout)', [STARTED, { ...A, tree: UNREAD }], {}],
    ['GitHub: unreachable (timeout)', [STARTED, { ...A, evidence: UNREAD }], {}],
    ['pull request #12: GitHub: unreachable (timeout)', [STARTED, { ...A, pull: { reviews: UNREAD } }], {}],
  ])('leaves everything after it unknown, and says which: %s', (because, all, rest) => {
    expect(nowOf(all, rest)).toEqual({ is: 'unknown', because: `the change of settings a: ${because}` })
  })

  it('that was approved and does not validate is named, and gives nothing', () => {
    const found = settingsInForce(chain([STARTED, { ...A, tree: known(null) }]))
    expect(found.unproved).toEqual([
      { landing: 'a', because: 'invalid', says: 'it was approved, but does not validate' },
    ])
    expect(found.now).toEqual({ is: 'known', settings: FIRST, landing: 'start' })
  })

  it('keeps how it was judged, also where it could not be, and only where it had to be', () => {
    const request: Story = { name: 'r', changes: [change('config/requests/r.yaml', null, 'r')] }
    const added: Story = { name: 'h', changes: [change(HOLDS, null, 'h')] }
    const pushed: Story = { name: 'p', pulls: known([]) }
    const open: Story = { name: 'o', pulls: UNREAD }
    const { examined } = settingsInForce(chain([STARTED, A, request, added, pushed, open, { name: 'never' }]))
    expect([...examined].map(([landing, { concluded }]) => `${landing} ${concluded.is}`)).toEqual([
      'a proved',
      'p refused',
      'o unknown',
    ])
  })
})

describe('before a landing', () => {
  const { before } = settingsInForce(chain([{ name: 'old' }, STARTED, A]))
  it.each([
    ['elsewhere', { is: 'unknown', because: 'elsewhere is no landing of the default branch' }],
    ['old', { is: 'none', because: 'old landed before the start start' }],
    ['start', { is: 'none', because: 'start landed before the start start' }],
    ['a', { is: 'known', settings: FIRST, landing: 'start' }],
  ])('%s', (landing, is) => {
    expect(before(commit(landing))).toEqual(is)
  })
})

describe('holds', () => {
  const laptop = hold('stolen laptop', 'marta')
  const left = hold('left', 'carl')
  const withHolds = (...holds: readonly ReturnType<typeof hold>[]) => known({ ...FIRST, holds })
  const pushed = { changes: [change(HOLDS, 'before', 'h')], evidence: UNREAD }

  it('are added to without approval beside those that stand, in whatever order', () => {
    const stories = [
      STARTED,
      { ...pushed, name: 'h', tree: withHolds(laptop) },
      { ...pushed, name: 'i', tree: withHolds(left, laptop) },
    ]
    const found = settingsInForce(chain(stories))
    expect([found.now, found.unproved]).toEqual([
      { is: 'known', settings: { ...FIRST, holds: [laptop, left] }, landing: 'start' },
      [],
    ])
  })

  it('are not lifted by putting another in the place of one', () => {
    const held = { ...pushed, name: 'h', tree: withHolds(laptop, left) }
    const swapped = { name: 'l', changes: [change(HOLDS, 'h', 'i')], tree: withHolds(left, hold('lost', 'sam')) }
    const found = settingsInForce(chain([STARTED, held, { ...swapped, pulls: known([]) }]))
    expect(found.unproved).toMatchObject([{ landing: 'l', because: 'no-pull-request' }])
    expect(found.now).toMatchObject({ settings: { holds: [laptop, left, { because: 'lost' }] }, landing: 'start' })
    expect(nowOf([STARTED, held, { ...swapped, evidence: UNREAD }]).is).toBe('unknown')
  })

  it('that say nothing new leave the very same settings in force', () => {
    const found = nowOf([STARTED, { ...pushed, name: 'h', tree: known({ ...FIRST }) }])
    expect(found.is === 'known' && found.settings).toBe(FIRST)
  })

  it('count although rules came with them that nobody approved; where none came, none count', () => {
    const rules = change(RULE, 'before', 'rules a')
    const both: Story = { ...A, changes: [rules, change(HOLDS, null, 'h')], tree: withHolds(laptop), pulls: known([]) }
    expect(nowOf([STARTED, both])).toMatchObject({ settings: { holds: [laptop] }, landing: 'start' })
    expect(nowOf([STARTED, { ...both, changes: [rules] }])).toMatchObject({ settings: { holds: [] } })
  })

  it('in a file that does not validate are judged like any change: they might lift one', () => {
    const broken: Story = { name: 'h', changes: [change(HOLDS, null, 'h')], tree: known(null) }
    expect(settingsInForce(chain([STARTED, broken])).unproved).toMatchObject([{ because: 'invalid' }])
    expect(nowOf([STARTED, { ...broken, evidence: UNREAD }]).is).toBe('unknown')
    expect(settingsInForce(chain([STARTED, { ...broken, pulls: known([]) }])).unproved).toMatchObject([
      { because: 'no-pull-request' },
    ])
  })

  it('stay where an approved change of rules has none in its tree', () => {
    const stories = [
      STARTED,
      { ...pushed, name: 'h', tree: withHolds(laptop) },
      { ...A, tree: known(owners(1, 'sam')) },
    ]
    expect(nowOf(stories)).toEqual({
      is: 'known',
      settings: { ...owners(1, 'sam'), holds: [laptop] },
      landing: 'a',
    })
  })
})
