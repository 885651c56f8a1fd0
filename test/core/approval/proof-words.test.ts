// What people read of a proof: each check of one that holds, and the one sentence that says why another does not.

import { describe, expect, it } from 'vitest'
import { examineRequest } from '../../../src/core/approval/proof.ts'
import { type Check, conclude, type Examined } from '../../../src/core/approval/proof-chain.ts'
import { differentPath, FUTURE, LATEST_LANDING } from '../../../src/core/approval/proof-merge.ts'
import { known } from '../../../src/core/model/edge-error.ts'
import { type Instant, later, MINUTE } from '../../../src/core/model/time.ts'
import {
  asked,
  CHANGES,
  change,
  commit,
  MERGED,
  PATH,
  PULL,
  proofOf,
  review,
  reviewed,
  type Spoil,
  UNREAD,
  verdict,
} from './proof-story.ts'

const both = (...paths: ReturnType<typeof change>[]): Spoil => ({
  landing: { changes: known(paths) },
  pull: { changes: known({ mergeBases: [commit('P')], paths }) },
})

const based = (...names: readonly string[]): Spoil => ({
  pull: { changes: known({ mergeBases: names.map(commit), paths: CHANGES }) },
})

const landedAt = (at: Instant): Spoil => {
  const { version } = asked()
  return { landing: { at }, asked: { version: { ...version, landedAt: at }, now: at } }
}

const lena = (rest: Parameters<typeof review>[1]): Spoil => ({ pull: { reviews: reviewed(review('lena', rest)) } })

const missing = (why: string): string =>
  `pull request #12: 0 of 1 approval by rule leads (the settings in force at the landing)${why}`

const SAID: readonly (readonly [sentence: string, spoil: Spoil])[] = [
  ['the settings at the head do not validate', { head: null }],
  ['the evidence is about another landing', { landing: { landing: commit('L9') } }],
  ['GitHub: unreachable (timeout)', { asked: { evidence: UNREAD } }],
  ['no merged pull request brought it to the default branch', { pulls: known([]) }],
  ['pull request #12: it was never merged', { pull: { merged: false } }],
  ['pull request #12: it was merged into another repository', { pull: { baseRepository: 8 } }],
  ['pull request #12: it was merged into next, not main', { pull: { baseRef: 'next' } }],
  [
    'pull request #12: GitHub merged it as no commit, not L (squash instead of rebasing several commits)',
    { pull: { mergeCommit: null } },
  ],
  [
    'pull request #12: GitHub merged it as X, not L (squash instead of rebasing several commits)',
    { pull: { mergeCommit: commit('X') } },
  ],
  [
    'pull request #12: the landing is dated 2027-01-15T08:06:00Z, 6m after the merge at 2027-01-15T08:00:00Z',
    landedAt(later(MERGED, 6 * MINUTE)),
  ],
  [
    'pull request #12: the landing is dated 2027-01-15T08:00:02Z, and it is only 2027-01-15T07:45:00Z',
    { asked: { now: later(MERGED, -15 * MINUTE) } },
  ],
  ['pull request #12: its branch and the default branch never met, so what it changes is not one thing', based()],
  [
    'pull request #12: its branch and the default branch met in several places, so what it changes is not one thing',
    based('A', 'B'),
  ],
  [
    `pull request #12: ${PATH} did not land as the pull request has it`,
    { pull: { changes: known({ mergeBases: [commit('P')], paths: [change(PATH, null, 'b0')] }) } },
  ],
  ['pull request #12: it changes nothing', both()],
  [
    'pull request #12: it changes config/rules/x.yaml as well, which is no request',
    both(change(PATH, null, 'b1'), change('config/rules/x.yaml', null, 'x')),
  ],
  [`pull request #12: it does not touch ${PATH}`, both(change('config/requests/other.yaml', null, 'b1'))],
  [`pull request #12: ${PATH} existed before: merged requests do not change`, both(change(PATH, 'b0', 'b1'))],
  [`pull request #12: ${PATH} did not land as a plain file`, both(change(PATH, null, 'b1', '120000'))],
  [`pull request #12: ${PATH} did not land as a plain file`, both(change(PATH, null, null))],
  [`pull request #12: ${PATH} is not at the head what landed`, both(change(PATH, null, 'b0'))],
  [
    `pull request #12: ${PATH} is other bytes at the head of the pull request`,
    { pull: { headBlobs: known(new Map()) } },
  ],
  ['pull request #12: GitHub: unreachable (timeout)', { pull: { headBlobs: UNREAD } }],
  ['pull request #12: GitHub: unreachable (timeout)', { pull: { reviews: UNREAD } }],
  [missing(''), { pull: { reviews: reviewed() } }],
  [missing('; lena approved other bytes than those that landed'), lena({ blobs: known(new Map()) })],
  [missing('; lena approved a commit that is gone'), lena({ commit: null })],
  [
    missing('; lena approved 8d before the merge, which is too long'),
    lena({ submittedAt: later(MERGED, -8 * 24 * 60 * MINUTE) }),
  ],
  ['pull request #12: what lena approved could not be read: GitHub: unreachable (timeout)', lena({ blobs: UNREAD })],
  [
    'pull request #12: omar may approve by rule leads and asked for changes (the settings in force at the landing)',
    { pull: { reviews: reviewed(review('lena'), review('!omar')) } },
  ],
]

const whyNot = (spoil: Spoil): string => {
  const given = verdict(spoil)
  if (given.is === 'proved') throw new Error('it is proved')
  return given.is === 'refused' ? given.says : given.because
}

describe('why something is not proved', () => {
  it.each(SAID)('%s', (sentence, spoil) => {
    expect(whyNot(spoil)).toBe(sentence)
  })

  it('names the first path that is amiss, whatever their order', () => {
    const [a, b] = ['config/people.yaml', 'config/rules/x.yaml'].map((path) => change(path, null, 'x'))
    if (a === undefined || b === undefined) throw new Error('two are needed')
    for (const paths of [
      [b, a],
      [a, b],
    ])
      expect(whyNot(both(change(PATH, null, 'b1'), ...paths))).toContain('it changes config/people.yaml as well')
  })
})

describe('a proof that holds', () => {
  it('says of every check what was found', () => {
    const [examined] = examineRequest(asked()).examined
    expect(examined?.checks.map(({ name, answer, says }) => `${name} ${answer} ${says}`)).toEqual([
      'settings-at-landing yes S',
      'settings-now yes S',
      'settings-at-head yes they validate',
      'evidence yes read',
      'merged yes merged at 2027-01-15T08:00:00Z',
      'base yes main',
      'landing yes L',
      'clock yes landed 2027-01-15T08:00:02Z',
      'changes yes 1 changed, all alike',
      'alone yes requests only',
      'new yes it is new',
      'bytes yes b1',
      'author yes marta',
      'people yes asked by marta, for marta',
      'names yes all the same',
      'reviews yes all pages',
      'rules-at-landing yes 1 of 1 approval by rule leads',
      'rules-now yes 1 of 1 approval by rule leads',
      'rules-at-head yes 1 of 1 approval by rule leads',
      'approvals yes lena approved 1h before the merge',
    ])
  })

  it('takes of several pull requests the one with the lowest number', () => {
    const later = { ...PULL, number: 40 }
    expect(proofOf(verdict({ pulls: known([later, PULL]) })).pull).toBe(12)
    expect(examineRequest(asked({ pulls: known([later, PULL]) })).examined.map(({ pull }) => pull)).toEqual([12, 40])
  })

  it('may have landed to the last second of its time, and on a clock that is that much late', () => {
    const last = later(MERGED, LATEST_LANDING)
    expect(verdict(landedAt(last)).is).toBe('proved')
    expect(whyNot(landedAt(later(last, 1)))).toContain('after the merge')
    const landed = later(MERGED, 2)
    expect(verdict({ asked: { now: later(landed, -FUTURE) } }).is).toBe('proved')
    expect(whyNot({ asked: { now: later(landed, -FUTURE - 1) } })).toContain('and it is only')
  })
})

describe('two lists of changes', () => {
  const [a, b, gone] = [change('a', null, '1'), change('b', '1', '2'), change('c', '3', null)]

  it('are alike in any order, whoever tells them', () => {
    expect(differentPath([a, b, gone], [gone, b, a])).toBe(null)
    const told = [change('c', '3', null), change('b', '1', '2'), change('a', null, '1')]
    expect(differentPath([a, b, gone], told)).toBe(null)
  })

  it.each([
    ['the other one lacks', [a, b], [b], 'a'],
    ['the first one lacks', [b], [a, b], 'a'],
    ['was there before in one of them', [a], [change('a', '0', '1')], 'a'],
    ['was something else before', [b], [change('b', '0', '2')], 'b'],
    ['is something else after', [b], [change('b', '1', '3')], 'b'],
    ['is a link after', [a], [change('a', null, '1', '120000')], 'a'],
    ['is gone in one of them', [gone], [change('c', '3', '4')], 'c'],
    ['comes first by name', [change('z', null, '1'), a], [], 'a'],
  ])('differ in what %s', (_says, some, others, path) => {
    expect(differentPath(some, others)).toBe(path)
  })
})

describe('several pull requests', () => {
  const well: Check = { name: 'merged', answer: 'yes', says: 'merged' }
  const wrong: Check = { name: 'base', answer: 'no', because: 'other-base', says: 'it went elsewhere' }
  const early: Check = { name: 'merged', answer: 'no', because: 'no-pull-request', says: 'it was never merged' }
  const open: Check = { name: 'landing', answer: 'unknown', says: 'nobody knows' }
  const of = (pull: number | null, ...checks: readonly Check[]): Examined<string> => ({ pull, checks, value: null })

  it('prove by any that carries the whole proof', () => {
    const proved: Examined<string> = { pull: 2, checks: [well], value: 'proof' }
    expect(conclude([of(1, wrong), of(3, open), proved])).toEqual({ is: 'proved', value: 'proof' })
  })

  it('stay open by one that could not be read, though others are refused', () => {
    expect(conclude([of(1, well, wrong), of(2, open)])).toEqual({
      is: 'unknown',
      because: 'pull request #2: nobody knows',
    })
  })

  it('are refused by the one that came furthest, whichever is told first', () => {
    const refused = { is: 'refused', because: 'other-base', says: 'pull request #2: it went elsewhere' }
    expect(conclude([of(1, early), of(2, well, wrong)])).toEqual(refused)
    expect(conclude([of(2, well, wrong), of(1, early)])).toEqual(refused)
  })

  it('give nothing where nothing was examined, or where every check said yes and nothing came of it', () => {
    const open = { is: 'unknown', because: 'the checks came to no end' }
    expect(conclude([])).toEqual(open)
    expect(conclude([of(1, well)])).toEqual(open)
  })

  it('are not named where the evidence as a whole was examined', () => {
    expect(conclude([of(null, early)])).toEqual({
      is: 'refused',
      because: 'no-pull-request',
      says: 'it was never merged',
    })
  })
})
