// Whether owners approved a change of settings: every check of one that holds, and the sentence that says why not.

import { describe, expect, it } from 'vitest'
import type { LandingEvidence, PullRequest } from '../../../src/core/approval/evidence.ts'
import { type AskedSettingsProof, examineSettings } from '../../../src/core/approval/proof-settings.ts'
import { known } from '../../../src/core/model/edge-error.ts'
import type { PersonId } from '../../../src/core/model/id.ts'
import type { Person, Settings } from '../../../src/core/model/settings.ts'
import { DAY, later } from '../../../src/core/model/time.ts'
import { person } from './company.ts'
import { blob, change, commit, MERGED, PULL, REPOSITORY, review, reviewed, UNREAD, user } from './proof-story.ts'
import { contents, evidenceOf, FIRST, HOLDS, RULE, START, said } from './settings-story.ts'

/** What is spoiled: parts of the pull request, of the landing, or of the settings before it. */
interface Spoil {
  readonly pull?: Partial<PullRequest>
  readonly pulls?: LandingEvidence['pulls']
  readonly landing?: Partial<LandingEvidence>
  readonly changes?: readonly ReturnType<typeof change>[]
  readonly before?: Settings
  readonly asked?: Partial<AskedSettingsProof>
}

const asked = ({ before = FIRST, asked: rest, ...story }: Spoil): AskedSettingsProof => ({
  before,
  evidence: evidenceOf({ name: 'a', ...story }),
  repository: REPOSITORY,
  directory: 'config',
  now: later(MERGED, DAY),
  ...rest,
})

/** Two people of the map who have the same account on GitHub. */
const sharing = (one: string, other: string): Settings => {
  const githubId = FIRST.people.get(person(one))?.githubId ?? 0
  const people = new Map<PersonId, Person>(
    [...FIRST.people].map(([handle, who]) => [handle, handle === person(other) ? { ...who, githubId } : who]),
  )
  return { ...FIRST, people }
}

const whyNot = (spoil: Spoil): string => {
  const { concluded } = examineSettings(asked(spoil))
  if (concluded.is === 'proved') throw new Error('it is proved')
  return concluded.is === 'refused' ? `${concluded.because}: ${concluded.says}` : `unknown: ${concluded.because}`
}

const by = (...reviews: readonly ReturnType<typeof review>[]): Spoil => ({ pull: { reviews: reviewed(...reviews) } })
const saw = (who: string, extra: readonly (readonly [string, string])[]) =>
  review(who, { blobs: known(new Map([...contents('a'), ...extra.map(([path, is]) => [path, blob(is)] as const)])) })

const EDIT = change(RULE, 'before', 'rules a')
const TIMEOUT = 'unknown: pull request #12: GitHub: unreachable (timeout)'
const BEHIND = 'is other bytes at the head of the pull request: update the branch and have it reviewed again'

const SAID: readonly (readonly [sentence: string, spoil: Spoil])[] = [
  ['unknown: GitHub: unreachable (timeout)', { pulls: UNREAD }],
  ['no-pull-request: no merged pull request brought it to the default branch', { pulls: known([]) }],
  ['no-pull-request: pull request #12: it was never merged', { pull: { merged: false } }],
  ['other-base: pull request #12: it was merged into next, not main', { pull: { baseRef: 'next' } }],
  [
    'mixed: pull request #12: it changes config/requests/a.yaml as well, which is no setting',
    { changes: [EDIT, change('config/requests/b.yaml', null, 'b'), change('config/requests/a.yaml', null, 'a')] },
  ],
  [
    'mixed: pull request #12: it changes README.md as well, which is no setting',
    { changes: [EDIT, change('README.md', 'x', 'y')] },
  ],
  ['unknown: pull request #12: the settings at the landing were not asked for', { landing: { settings: null } }],
  [TIMEOUT, { landing: { settings: UNREAD } }],
  [TIMEOUT, { pull: { headBlobs: UNREAD } }],
  [TIMEOUT, { pull: { reviews: UNREAD } }],
  [`bytes-differ: pull request #12: ${START} ${BEHIND}`, { pull: { headBlobs: known(new Map()) } }],
  [
    `bytes-differ: pull request #12: config/a.yaml ${BEHIND}`,
    {
      pull: {
        headBlobs: known(new Map([...contents('a'), ['config/z.yaml', blob('z')], ['config/a.yaml', blob('a')]])),
      },
    },
  ],
  ['author-unknown: pull request #12: no person opened it', { pull: { author: null } }],
  [
    'author-unknown: pull request #12: no person opened it',
    { pull: { author: { type: 'Bot', id: 101, login: 'nils' } } },
  ],
  ['author-unknown: pull request #12: mallory is nobody of the people map', { pull: { author: user('mallory') } }],
  ['ambiguous-person: pull request #12: nils is several people of the people map', { before: sharing('nils', 'carl') }],
  [
    'changes-requested: pull request #12: omar is an owner and asked for changes',
    { pull: { reviews: said('a', 'olga', 'sam', '!omar') } },
  ],
  [
    'changes-requested: pull request #12: omar is an owner and asked for changes',
    { pull: { reviews: said('a', 'olga', 'sam', '!omar') }, before: sharing('omar', 'carl') },
  ],
  ['approvals-missing: pull request #12: 0 of 2 approvals by owners', by()],
  [
    'approvals-missing: pull request #12: 1 of 2 approvals by owners; nils approved and opened it; lena approved and is no owner; mallory approved and is no owner',
    by(saw('olga', []), saw('lena', []), saw('nils', []), saw('mallory', [])),
  ],
  [
    'approvals-missing: pull request #12: 1 of 2 approvals by owners; sam approved other bytes than those that landed',
    by(saw('olga', []), saw('sam', [['config/people.yaml', 'older']])),
  ],
  [
    'approvals-missing: pull request #12: 1 of 2 approvals by owners; sam approved a commit that is gone',
    by(saw('olga', []), { ...saw('sam', []), commit: null }),
  ],
  [
    'approvals-missing: pull request #12: 1 of 2 approvals by owners; sam approved 7d before the merge, which is too long',
    by(saw('olga', []), { ...saw('sam', []), submittedAt: later(MERGED, -7 * DAY - 1) }),
  ],
  [
    'approvals-missing: pull request #12: 1 of 2 approvals by owners; sam approved and is several people of the people map',
    { before: sharing('sam', 'carl') },
  ],
  [
    'unknown: pull request #12: what sam approved could not be read: GitHub: unreachable (timeout); what olga approved could not be read: GitHub: unreachable (timeout)',
    by(review('olga', { blobs: UNREAD }), review('sam', { blobs: UNREAD }), review('lena', { blobs: UNREAD })),
  ],
  [
    'approvals-missing: pull request #12: 1 of 2 approvals by owners; lena approved and is no owner',
    by(saw('olga', []), review('lena', { blobs: UNREAD })),
  ],
]

describe('a change of settings is not proved', () => {
  it.each(SAID)('%s', (sentence, spoil) => {
    expect(whyNot(spoil)).toBe(sentence)
  })
})

describe('a change of settings that owners approved', () => {
  it('says of every check what was found, and what it rests on', () => {
    const { concluded, examined } = examineSettings(asked({}))
    const proof = {
      pull: 12,
      author: 'nils',
      reviews: [
        { id: 1, author: 105 },
        { id: 2, author: 104 },
      ],
    }
    expect(concluded).toEqual({ is: 'proved', value: { ...proof, reviews: proof.reviews.toReversed() } })
    expect(examined.map(({ pull }) => pull)).toEqual([12])
    expect(examined[0]?.checks.map(({ name, answer, says }) => `${name} ${answer} ${says}`)).toEqual([
      'merged yes merged at 2027-01-15T08:00:00Z',
      'base yes main',
      'landing yes a',
      'clock yes landed 2027-01-15T08:00:02Z',
      'changes yes 1 changed, all alike',
      'alone yes settings only',
      'bytes yes 2 files, all alike',
      'author yes nils',
      'reviews yes all pages',
      'approvals yes 2 of 2 approvals by owners: sam, olga',
    ])
  })

  it('names only owners who counted, though others approved too', () => {
    const { concluded } = examineSettings(asked({ pull: { reviews: said('a', 'lena', 'olga', 'sam') } }))
    expect(concluded).toMatchObject({
      value: {
        reviews: [
          { id: 3, author: 104 },
          { id: 2, author: 105 },
        ],
      },
    })
  })

  it('may rest on an approval that is as old as settings allow, to the second', () => {
    const old = { ...saw('sam', []), submittedAt: later(MERGED, -7 * DAY) }
    expect(examineSettings(asked(by(saw('olga', []), old))).concluded.is).toBe('proved')
  })

  it('needs no more than what it says, though one more could not be read', () => {
    const extra = review('omar', { blobs: UNREAD })
    expect(examineSettings(asked(by(saw('olga', []), saw('sam', []), extra))).concluded.is).toBe('proved')
  })

  it('is examined pull request by pull request, the lowest number first', () => {
    const evidence = evidenceOf({ name: 'a' })
    const pulls = known([40, 12, 13].map((number) => ({ ...PULL, number, mergeCommit: commit('other') })))
    const { examined, concluded } = examineSettings(asked({ asked: { evidence: { ...evidence, pulls } } }))
    expect(examined.map(({ pull, value }) => [pull, value])).toEqual([
      [12, null],
      [13, null],
      [40, null],
    ])
    expect(concluded).toMatchObject({ is: 'refused', because: 'not-this-landing' })
  })

  it('has checks of its own where no pull request is known', () => {
    expect(examineSettings(asked({ pulls: known([]) })).examined).toEqual([
      {
        pull: null,
        checks: [
          {
            name: 'merged',
            answer: 'no',
            because: 'no-pull-request',
            says: 'no merged pull request brought it to the default branch',
          },
        ],
        value: null,
      },
    ])
  })
})

describe('holds', () => {
  const both = [EDIT, change(HOLDS, 'h', 'i')]

  it('are compared where the change itself touches them, beside other settings too', () => {
    const landing = { settings: known(new Map([...contents('a'), [HOLDS, blob('i')]])) }
    const pull = { headBlobs: known(new Map([...contents('a'), [HOLDS, blob('h')]])) }
    expect(whyNot({ changes: both, landing, pull })).toBe(`bytes-differ: pull request #12: ${HOLDS} ${BEHIND}`)
    expect(examineSettings(asked({ landing, pull })).concluded.is).toBe('proved')
  })

  it('count among the files that were compared only then', () => {
    const all = known(new Map([...contents('a'), [HOLDS, blob('i')], ['config/requests/r.yaml', blob('r')]]))
    const reviews = reviewed(...['olga', 'sam'].map((who) => saw(who, [[HOLDS, 'i']])))
    const story = { landing: { settings: all }, pull: { headBlobs: all, reviews } }
    const saysOf = (spoil: Spoil) =>
      examineSettings(asked(spoil)).examined[0]?.checks.find(({ name }) => name === 'bytes')?.says
    expect([saysOf(story), saysOf({ ...story, changes: both })]).toEqual(['2 files, all alike', '3 files, all alike'])
  })
})
