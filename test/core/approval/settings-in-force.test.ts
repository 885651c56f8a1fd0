// Which settings are in force after changes that were, were not and may have been approved.

import { describe, expect, it } from 'vitest'
import {
  type SettingsInForce,
  settingsInForce,
  settingsToProve,
  settingsToRead,
} from '../../../src/core/approval/settings-in-force.ts'
import { known } from '../../../src/core/model/edge-error.ts'
import { DAY, later } from '../../../src/core/model/time.ts'
import { blob, change, commit, MERGED, review, reviewed, UNREAD, user } from './proof-story.ts'
import {
  chain,
  contents,
  FIRST,
  HOLDS,
  hold,
  owners,
  RULE,
  START,
  STARTED,
  type Story,
  said,
} from './settings-story.ts'

const judged = (...stories: readonly Story[]): SettingsInForce => settingsInForce(chain([STARTED, ...stories]))

/** The landing whose settings are in force now, or why none are; then what is unproved. */
function told(found: SettingsInForce): string {
  const now = found.now.is === 'known' ? found.now.landing : found.now.is
  return [now, ...found.unproved.map((one) => `${one.landing} ${one.because}`)].join(', ')
}

const holdsOf = (found: SettingsInForce): readonly string[] =>
  found.now.is === 'known' ? found.now.settings.holds.map((one) => one.because) : [found.now.is]

type Row = readonly [says: string, is: string, story: Omit<Story, 'name'>]

const ONE: readonly Row[] = [
  ['a change that two owners approved is in force', 'a', {}],
  ['a change pushed directly is not', 'start, a no-pull-request', { pulls: known([]) }],
  ['one approval of two is not enough', 'start, a approvals-missing', { pull: { reviews: said('a', 'olga') } }],
  ['one owner approving twice is one', 'start, a approvals-missing', { pull: { reviews: said('a', 'olga', 'olga') } }],
  [
    'approvals of people who own nothing do not count',
    'start, a approvals-missing',
    { pull: { reviews: said('a', 'olga', 'lena') } },
  ],
  ['the author is no approver', 'start, a approvals-missing', { pull: { author: user('sam') } }],
  ['an owner may be the author where others approve', 'a', { pull: { author: user('omar') } }],
  ['the author is deleted', 'start, a author-unknown', { pull: { author: null } }],
  ['the author is a bot', 'start, a author-unknown', { pull: { author: { type: 'Bot', id: 101, login: 'nils' } } }],
  ['the author is nobody of the people map', 'start, a author-unknown', { pull: { author: user('mallory') } }],
  ['an owner objects', 'start, a changes-requested', { pull: { reviews: said('a', 'olga', 'sam', '!omar') } }],
  ['somebody else objects', 'a', { pull: { reviews: said('a', 'olga', 'sam', '!lena') } }],
  [
    'the author takes back an objection nobody else has',
    'a',
    { pull: { author: user('omar'), reviews: said('a', 'olga', 'sam', '!omar') } },
  ],
  [
    'an owner approved another edition of the settings',
    'start, a approvals-missing',
    {
      pull: {
        reviews: reviewed(
          review('olga', { blobs: known(contents('old')) }),
          review('sam', { blobs: known(contents('a')) }),
        ),
      },
    },
  ],
  [
    'an owner saw a settings file that is not there any more',
    'start, a approvals-missing',
    {
      pull: {
        reviews: reviewed(
          review('olga', { blobs: known(new Map([...contents('a'), ['config/rules/strict.yaml', blob('x')]])) }),
          review('sam', { blobs: known(contents('a')) }),
        ),
      },
    },
  ],
  [
    'holds and requests may differ from what owners saw',
    'a',
    {
      pull: {
        reviews: reviewed(
          ...['olga', 'sam'].map((who) =>
            review(who, {
              blobs: known(new Map([...contents('a'), [HOLDS, blob('x')], ['config/requests/r.yaml', blob('y')]])),
            }),
          ),
        ),
      },
    },
  ],
  [
    'the branch was behind on settings',
    'start, a bytes-differ',
    { pull: { headBlobs: known(new Map([...contents('a'), ['config/people.yaml', blob('old')]])) } },
  ],
  [
    'the approvals are too old',
    'start, a approvals-missing',
    { pull: { mergedAt: later(MERGED, 8 * DAY) }, landing: { at: MERGED } },
  ],
  [
    'the merge changes more than the pull request',
    'start, a changes-differ',
    { landing: { changes: known([change(RULE, 'before', 'rules a'), change(START, 'start', 'x')]) } },
  ],
  [
    'a request travels with it',
    'start, a mixed',
    { changes: [change(RULE, 'before', 'rules a'), change('config/requests/r.yaml', null, 'r')] },
  ],
  [
    'a workflow travels with it',
    'start, a mixed',
    { changes: [change(RULE, 'before', 'rules a'), change('.github/workflows/x.yml', null, 'r')] },
  ],
  ['it was merged into another branch', 'start, a other-base', { pull: { baseRef: 'develop' } }],
  ['it landed as another commit', 'start, a not-this-landing', { pull: { mergeCommit: commit('b') } }],
  ['it is dated long after its merge', 'start, a clock', { landing: { at: later(MERGED, DAY / 2) } }],
  ['approved, but it does not validate', 'start, a invalid', { tree: known(null) }],
  ['its settings cannot be read', 'unknown', { tree: UNREAD }],
  ['its evidence cannot be read', 'unknown', { evidence: UNREAD }],
  ['its pull requests cannot be read', 'unknown', { pulls: UNREAD }],
  ['its reviews cannot be read', 'unknown', { pull: { reviews: UNREAD } }],
  ['the settings at the landing cannot be read', 'unknown', { landing: { settings: UNREAD } }],
  ['the settings at the head cannot be read', 'unknown', { pull: { headBlobs: UNREAD } }],
  [
    'what an owner approved cannot be read and is needed',
    'unknown',
    { pull: { reviews: reviewed(review('olga', { blobs: UNREAD }), review('sam', { blobs: known(contents('a')) })) } },
  ],
]

describe('one change of settings', () => {
  it.each(ONE)('%s: %s', (_says, is, story) => {
    const found = judged({ name: 'a', ...story })
    expect([told(found), JSON.stringify(found)]).toEqual([is, expect.anything()])
  })
})

describe('several changes', () => {
  const single = owners(1, 'olga', 'sam')
  it('are each judged by the settings in force just before them', () => {
    const loosened = { name: 'a', tree: known(single) }
    expect(told(judged(loosened, { name: 'b', pull: { reviews: said('b', 'sam') } }))).toBe('b')
    expect(told(judged({ ...loosened, pulls: known([]) }, { name: 'b', pull: { reviews: said('b', 'sam') } }))).toBe(
      'start, a no-pull-request, b approvals-missing',
    )
  })

  it('an unproved one cannot make its own approvers', () => {
    const coup = { name: 'a', tree: known(owners(1, 'carl')), pulls: known([]) }
    expect(told(judged(coup, { name: 'b', pull: { reviews: said('b', 'carl') } }))).toBe(
      'start, a no-pull-request, b approvals-missing',
    )
  })

  it('an unproved one is taken in by the next that is proved', () => {
    const pushed = { name: 'a', pulls: known([]) }
    const tree = owners(2, 'olga', 'sam')
    const found = judged(pushed, { name: 'b', tree: known(tree) })
    expect(told(found)).toBe('b, a no-pull-request')
    expect(found.now).toMatchObject({ is: 'known', settings: tree })
  })

  it('an owner who leaves later does not undo what she approved', () => {
    expect(told(judged({ name: 'a', tree: known(owners(2, 'sam', 'omar')) }))).toBe('a')
    const gone = judged({ name: 'a', tree: known(owners(2, 'sam', 'omar')) }, { name: 'b' })
    expect(told(gone)).toBe('a, b approvals-missing')
  })

  it('from one that cannot be read on nothing is known, never older settings', () => {
    const found = judged({ name: 'a', evidence: UNREAD }, { name: 'b' })
    expect(told(found)).toBe('unknown')
    expect(found.before(commit('a')).is).toBe('known')
    expect(found.before(commit('b')).is).toBe('unknown')
  })

  it('a landing is judged by what was in force before it, not by what it brings', () => {
    const found = judged(
      { name: 'a' },
      { name: 'r', changes: [change('config/requests/r.yaml', null, 'r')] },
      { name: 'b' },
    )
    expect(found.before(commit('a'))).toMatchObject({ landing: 'start' })
    expect(found.before(commit('r'))).toMatchObject({ landing: 'a' })
    expect(found.before(commit('start'))).toMatchObject({ is: 'none' })
    expect(found.before(commit('elsewhere'))).toMatchObject({ is: 'unknown' })
  })

  it('a single owner with one approval needs another person to write the change', () => {
    const alone = { ...STARTED, tree: known(owners(1, 'olga')) }
    expect(told(settingsInForce(chain([alone, { name: 'a', pull: { reviews: said('a', 'olga') } }])))).toBe('a')
    expect(
      told(settingsInForce(chain([alone, { name: 'a', pull: { author: user('olga'), reviews: said('a', 'olga') } }]))),
    ).toBe('start, a approvals-missing')
  })

  it('zero approvals still need one', () => {
    const none = { ...STARTED, tree: known(owners(0, 'olga')) }
    expect(told(settingsInForce(chain([none, { name: 'a', pull: { reviews: said('a') } }])))).toBe(
      'start, a approvals-missing',
    )
  })
})

describe('the start', () => {
  it('is the oldest landing of daypass.yaml where none is pinned, and says so', () => {
    const before: Story = { name: 'old', changes: [change(RULE, null, 'x')], tree: known(FIRST) }
    const again: Story = {
      name: 'again',
      changes: [change(START, null, 'evil')],
      tree: known(owners(1, 'carl')),
      pulls: known([]),
    }
    const found = settingsInForce(chain([before, STARTED, again], { start: null }))
    expect(found.start).toEqual({ commit: 'start', pinned: false })
    expect(told(found)).toBe('start, again no-pull-request')
    expect(found.before(commit('old')).is).toBe('none')
  })

  it('gives nothing where it does not validate, names no mapped owner, or is not on the chain', () => {
    expect(told(settingsInForce(chain([{ ...STARTED, tree: known(null) }])))).toBe('none')
    expect(told(settingsInForce(chain([{ ...STARTED, tree: known(owners(1, 'mallory')) }])))).toBe('none')
    expect(told(settingsInForce(chain([STARTED], { start: commit('elsewhere') })))).toBe('none')
    expect(told(settingsInForce(chain([{ name: 'a' }], { start: null })))).toBe('none')
    expect(told(settingsInForce(chain([{ ...STARTED, tree: UNREAD }])))).toBe('unknown')
  })

  it('can be moved past what cannot be proved', () => {
    const found = settingsInForce(
      chain([STARTED, { name: 'a', pulls: known([]) }, { name: 'b' }], { start: commit('a') }),
    )
    expect(told(found)).toBe('b')
    expect(found.before(commit('a')).is).toBe('none')
  })

  it('names what has to be read and proved', () => {
    const stories = [
      STARTED,
      { name: 'r', changes: [change('config/requests/r.yaml', null, 'r')] },
      { name: 'a' },
      { name: 'h', changes: [change(HOLDS, null, 'h')] },
    ]
    expect(settingsToRead(chain(stories))).toEqual(['start', 'a', 'h'])
    expect(settingsToProve(chain(stories)).map((one) => [one.landing, one.settingsUnder])).toEqual([
      ['a', 'config'],
      ['h', 'config'],
    ])
  })
})

describe('holds', () => {
  const added: Story = {
    name: 'h',
    changes: [change(HOLDS, null, 'h')],
    tree: known({ ...FIRST, holds: [hold('stolen laptop', 'marta')] }),
    pulls: known([]),
  }
  const lifted = (rest: Omit<Story, 'name'>): Story => ({
    name: 'l',
    changes: [change(HOLDS, 'h', null)],
    tree: known(FIRST),
    ...rest,
  })

  it('count at once, whoever adds them', () => {
    const found = judged(added)
    expect([told(found), holdsOf(found)]).toEqual(['start', ['stolen laptop']])
  })

  it('need no evidence to be added', () => {
    expect(holdsOf(judged({ ...added, evidence: UNREAD }))).toEqual(['stolen laptop'])
  })

  it('stay where they are lifted without approval', () => {
    const found = judged(added, lifted({ pulls: known([]) }))
    expect([told(found), holdsOf(found)]).toEqual(['start, l no-pull-request', ['stolen laptop']])
  })

  it('are lifted by owners', () => {
    const found = judged(added, lifted({}))
    expect([told(found), holdsOf(found)]).toEqual(['l', []])
  })

  it('are lifted only by owners who saw the very holds that landed', () => {
    const saw = known(new Map([...contents('l'), [HOLDS, blob('h')]]))
    const found = judged(
      added,
      lifted({ pull: { reviews: reviewed(review('olga', { blobs: saw }), review('sam', { blobs: saw })) } }),
    )
    expect([told(found), holdsOf(found)]).toEqual(['start, l approvals-missing', ['stolen laptop']])
  })

  it('outlive a proved change of rules that does not mention them', () => {
    const found = judged(added, lifted({ pulls: known([]) }), { name: 'b', tree: known(FIRST) })
    expect(holdsOf(found)).toEqual(['stolen laptop'])
  })

  it('pile up', () => {
    const more: Story = {
      name: 'm',
      changes: [change(HOLDS, 'h', 'm')],
      tree: known({ ...FIRST, holds: [hold('stolen laptop', 'marta'), hold('left', 'carl')] }),
      pulls: known([]),
    }
    expect(holdsOf(judged(added, more))).toEqual(['stolen laptop', 'left'])
  })

  it('cannot be known to be lifted by evidence that cannot be read', () => {
    expect(holdsOf(judged(added, lifted({ evidence: UNREAD })))).toEqual(['unknown'])
  })
})
