// When nothing is judged at all: GitHub is silent, or the chain is not what it was.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import { type CommitId, id } from '../../../src/core/model/id.ts'
import type { Instant } from '../../../src/core/model/time.ts'
import { later } from '../../../src/core/model/time.ts'
import { commit, MERGED, REPOSITORY, UNREAD } from './proof-story.ts'
import { BEGUN, LANDED, proving, STANDING, type World } from './proving-story.ts'
import { chain } from './settings-story.ts'

const CURE = 'Nothing is given until owners have looked at the settings and requests and pinned a newer `start`'
const ROUTED =
  'A run found the default branch at OLD, and its first-parent chain does not lead there any more: somebody rewrote the branch, or merged the wrong way round. '
const WRONG_WAY =
  'The settings change D was merged as pull request #5, and the first-parent chain of the default branch does not lead there any more: somebody merged the wrong way round. '
const UNSEEN = 'what lies beside the default branch could not be read: GitHub: unreachable (timeout)'

const CASES: readonly (readonly [says: string, because: string, asked: readonly string[], world: World])[] = [
  [
    'GitHub does not answer',
    'GitHub could not be asked: GitHub: unreachable (timeout)',
    ['repository'],
    { evidence: { repository: async () => UNREAD } },
  ],
  [
    'somebody pushed since the history was read',
    'GitHub says the default branch is at NEWER, but HEAD was read: somebody pushed meanwhile',
    ['repository'],
    { evidence: { repository: async () => known({ ...REPOSITORY, head: commit('NEWER') }) } },
  ],
  [
    'the branch was rewritten',
    `${ROUTED}${CURE}`,
    ['repository', 'beside'],
    { evidence: { beside: async () => known([commit('OLD'), commit('OLDER')]) } },
  ],
  ['nobody can say whether it was', UNSEEN, ['repository', 'beside'], { evidence: { beside: async () => UNREAD } }],
  [
    'a change of settings was merged the wrong way round',
    `${WRONG_WAY}${CURE}`,
    ['repository', 'beside', 'dropped'],
    {
      evidence: {
        dropped: async () =>
          known([
            { commit: commit('D'), pull: 5 },
            { commit: commit('E'), pull: 6 },
          ]),
      },
    },
  ],
  [
    'nobody can say whether one was',
    UNSEEN,
    ['repository', 'beside', 'dropped'],
    { evidence: { dropped: async () => UNREAD } },
  ],
]

describe('nothing is proved, and nothing refused, where', () => {
  it.each(CASES)('%s', async (_says, because, asked, world) => {
    const other = { ...STANDING, version: { ...STANDING.version, id: id<'version'>('other') } }
    const { proved, questions } = await proving({ ...world, wanted: { versions: [STANDING, other] } })
    expect(proved).toEqual({
      verdicts: new Map([STANDING, other].map(({ version }) => [version.id, { is: 'unknown', because }])),
      examinations: new Map(),
      settings: null,
      alarms: [because],
      reminders: [],
    })
    const told = questions.map((one) => (typeof one === 'string' ? one : Object.keys(Object(one))[0]))
    expect(told).toEqual(asked)
  })
})

describe('where earlier runs found the branch', () => {
  const start = later(MERGED, 2)
  const heads = new Map<CommitId, Instant>([
    [commit('before'), later(start, -1)],
    [commit('with'), start],
    [commit('after'), later(start, 1)],
  ])

  it('is checked since the start that owners pinned: what came before it they have looked at', async () => {
    const { history } = chain([BEGUN, LANDED])
    const landings = history.landings.map((one) => (one.commit === 'L' ? { ...one, at: later(start, 9) } : one))
    const { questions } = await proving({ wanted: { heads, history: { ...history, landings } } })
    expect(questions).toContainEqual({ beside: ['after'] })
  })

  it('is checked since ever where nobody pinned a start, since anybody may have dated it', async () => {
    const { questions } = await proving({ wanted: { heads }, chain: { start: null } })
    expect(questions).toContainEqual({ beside: ['before', 'with', 'after'] })
    expect(questions).toContainEqual({ dropped: { repository: REPOSITORY, directory: 'config', start: 'start' } })
  })
})
