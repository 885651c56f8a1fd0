// How all versions of a run are proved in one go: what is asked of whom, and what comes of each answer.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import { id, type PersonId } from '../../../src/core/model/id.ts'
import type { Person, Settings } from '../../../src/core/model/settings.ts'
import { HOUR, later } from '../../../src/core/model/time.ts'
import { approvedBy, person, request, rule, settings } from './company.ts'
import {
  asked,
  CHANGES,
  change,
  commit,
  LANDING,
  MERGED,
  PATH,
  PULL,
  REPOSITORY,
  RULES,
  review,
  reviewed,
  SETTINGS,
  UNREAD,
  word,
} from './proof-story.ts'
import { BEGUN, LANDED, proving, STANDING, type World } from './proving-story.ts'
import { RULE } from './settings-story.ts'

const L = STANDING.version.id
const AT = later(MERGED, 2)

const landed = (name: string, path: string) => ({
  request: { ...request({}), id: id<'request'>(name), path },
  version: { ...asked().version, id: id<'version'>(name), request: id<'request'>(name), path },
})

const verdictOf = async (world: World) => (await proving(world)).proved.verdicts.get(L)

describe('what is proved', () => {
  it('is what its approvers approved under the settings in force, and how is told', async () => {
    const { proved } = await proving()
    expect(proved.verdicts.get(L)).toMatchObject({
      is: 'proved',
      proof: { pull: 12, author: 100, settingsAtLanding: 'start', settingsNow: 'start' },
    })
    expect(proved.examinations.get(L)).toMatchObject({ version: STANDING.version, verdict: { is: 'proved' } })
    expect([proved.alarms, proved.reminders]).toEqual([[], []])
  })

  it('costs one question of each kind, about all landings together', async () => {
    const { questions } = await proving()
    expect(questions).toEqual([
      'repository',
      { beside: [] },
      { dropped: { repository: REPOSITORY, directory: 'config', start: 'start' } },
      { settingsAt: ['start'] },
      { landings: [{ landing: 'L', parent: 'parent', at: AT, paths: [PATH], settingsUnder: null }] },
      { directory: SETTINGS, accounts: [102] },
      { directory: SETTINGS, accounts: [102] },
    ])
  })

  it('is asked once of a landing that brought several requests, with all their paths in order', async () => {
    const other = landed('a', 'config/requests/a.yaml')
    const { questions, proved } = await proving({ wanted: { versions: [STANDING, other] } })
    const paths = ['config/requests/a.yaml', PATH]
    expect(questions).toContainEqual({ landings: [expect.objectContaining({ landing: 'L', paths })] })
    expect(questions.filter((one) => JSON.stringify(one).includes('directory":{'))).toHaveLength(2)
    expect([...proved.verdicts.keys()]).toEqual([L, 'a'])
    expect([...proved.examinations.keys()]).toEqual([L, 'a'])
  })

  it('is judged by what was in force at its own landing, and by what is now', async () => {
    const strict = { ...SETTINGS, rules: [rule('leads', { ways: [approvedBy('@leads', 2)] })] }
    const approved = { name: 'c', tree: known(strict) }
    const pushed = { ...approved, pull: { reviews: reviewed() } }
    const before = await proving({ stories: [BEGUN, LANDED, approved] })
    expect(before.proved.verdicts.get(L)).toMatchObject({ is: 'refused', because: 'approvals-missing' })
    const after = await proving({ stories: [BEGUN, approved, LANDED] })
    expect(after.proved.examinations.get(L)?.examined[0]?.checks[0]?.says).toBe('c')
    const ignored = await proving({ stories: [BEGUN, pushed, LANDED] })
    expect(ignored.proved.verdicts.get(L)).toMatchObject({ is: 'proved', proof: { settingsNow: 'start' } })
  })

  it('is nothing where the rules at the head deny it, or the clock says it landed in the future', async () => {
    const denied = { ...SETTINGS, rules: [...RULES, rule('no', { deny: 'not any more' })] }
    expect(await verdictOf({ wanted: { head: denied } })).toMatchObject({ because: 'rules-at-head' })
    expect(await verdictOf({ wanted: { now: later(MERGED, -HOUR) } })).toMatchObject({ because: 'clock' })
  })
})

describe('a landing', () => {
  it('of which GitHub said nothing leaves its requests open', async () => {
    expect(await verdictOf({ evidence: { landings: async () => new Map() } })).toEqual({
      is: 'unknown',
      because: 'GitHub evidence: garbage (nothing was said of L)',
    })
  })

  it('that could not be read leaves its requests open, and nobody who reviewed it is known', async () => {
    const { proved, questions } = await proving({ stories: [BEGUN, { ...LANDED, evidence: UNREAD }] })
    expect(proved.verdicts.get(L)).toEqual({ is: 'unknown', because: 'GitHub: unreachable (timeout)' })
    expect(questions.at(-1)).toMatchObject({ accounts: [] })
  })

  it('that is not on the chain is not even asked for, and proves nothing', async () => {
    const lost = { ...STANDING, version: { ...STANDING.version, landing: commit('elsewhere') } }
    const { proved, questions } = await proving({ wanted: { versions: [lost] } })
    expect(questions).toContainEqual({ landings: [] })
    expect(proved.verdicts.get(L)).toEqual({
      is: 'unknown',
      because: 'elsewhere is no landing of the default branch',
    })
  })

  it('of requests and settings at once is asked for as both, and refused', async () => {
    const changes = [...CHANGES, change(RULE, 'before', 'rules L')]
    const both = {
      ...LANDED,
      changes,
      evidence: known({
        ...LANDING,
        changes: known(changes),
        pulls: known([{ ...PULL, changes: known({ mergeBases: [commit('P')], paths: changes }) }]),
      }),
    }
    const { proved, questions } = await proving({ stories: [BEGUN, both] })
    expect(questions).toContainEqual({
      landings: [{ landing: 'L', parent: 'parent', at: AT, paths: [PATH], settingsUnder: 'config' }],
    })
    expect(proved.verdicts.get(L)).toMatchObject({ is: 'refused', because: 'mixed' })
  })
})

describe('reviewers', () => {
  it('are asked of the directory by their accounts, those who are gone left out', async () => {
    const reviews = reviewed(review('lena'), review('?omar'), review('sam', { author: null }))
    const unread = { ...PULL, number: 13, reviews: UNREAD }
    const evidence = known({ ...LANDING, pulls: known([{ ...PULL, reviews }, unread]) })
    const { questions } = await proving({ stories: [BEGUN, { ...LANDED, evidence }] })
    expect(questions.at(-1)).toEqual({ directory: SETTINGS, accounts: [102, 103] })
  })

  it('of pull requests that could not be read are nobody', async () => {
    const evidence = known({ ...LANDING, pulls: UNREAD })
    const { questions, proved } = await proving({ stories: [BEGUN, { ...LANDED, evidence }] })
    expect(questions.at(-1)).toEqual({ directory: SETTINGS, accounts: [] })
    expect(word(proved.verdicts.get(L) ?? { is: 'unknown', because: '' })).toBe('unknown')
  })
})

describe('the directory', () => {
  const out = (handle: string): Settings => {
    const people = new Map<PersonId, Person>(
      [...SETTINGS.people].map(([one, who]) => [one, one === person(handle) ? { ...who, out: 'has left' } : who]),
    )
    return { ...SETTINGS, people }
  }

  it('has whoever left approve nothing', async () => {
    const { proved } = await proving({ directory: async () => known(out('lena')) })
    expect(proved.verdicts.get(L)).toMatchObject({ is: 'refused', because: 'approvals-missing' })
    expect(proved.settings?.people.get(person('lena'))?.out).toBe('has left')
  })

  it('that could not be read leaves everything open, and no settings are known', async () => {
    const { proved } = await proving({ directory: async () => UNREAD })
    expect(proved.verdicts.get(L)).toEqual({
      is: 'unknown',
      because: 'the directory could not be read: GitHub: unreachable (timeout)',
    })
    expect([proved.settings, proved.alarms]).toEqual([null, []])
  })

  it('is asked nothing where no settings are in force', async () => {
    const { questions, proved } = await proving({ stories: [{ ...BEGUN, tree: known(null) }, LANDED] })
    expect(JSON.stringify(questions)).not.toContain('accounts')
    expect(proved.verdicts.get(L)).toMatchObject({ is: 'refused', because: 'bootstrap' })
  })
})

describe('the settings in force', () => {
  it('are the very value of the head where they say the same, so that what was remembered of it serves', async () => {
    const head = settings(RULES)
    expect((await proving({ wanted: { head } })).proved.settings).toBe(head)
    expect(head).not.toBe(SETTINGS)
  })

  it.each<[string, Settings | null]>([
    ['its rules are other rules', { ...SETTINGS, rules: [] }],
    ['its people are other people', { ...SETTINGS, people: new Map() }],
    ['it does not validate', null],
  ])('are not those of the head where %s', async (_says, head) => {
    expect((await proving({ wanted: { head } })).proved.settings).toBe(SETTINGS)
  })

  it('are none where the start names none, which is an alarm', async () => {
    const { proved } = await proving({ stories: [{ ...BEGUN, tree: known(null) }, LANDED] })
    expect(proved.settings).toBeNull()
    expect(proved.alarms).toEqual(['No settings are in force: the settings at the start start do not validate'])
  })

  it('may begin nowhere, and then nobody asks what was rewritten', async () => {
    const { proved, questions } = await proving({ chain: { start: commit('elsewhere') } })
    const because =
      "the pinned start elsewhere is no commit of the default branch's first-parent chain that changed config"
    expect(proved.alarms).toEqual([`No settings are in force: ${because}`])
    expect(proved.verdicts.get(L)).toEqual({ is: 'refused', because: 'bootstrap', says: because })
    expect(questions.slice(0, 2)).toEqual(['repository', { settingsAt: [] }])
    expect(proved.reminders).toEqual([])
  })

  it('have a start that nobody pinned, of which people are reminded', async () => {
    const { proved } = await proving({ chain: { start: null } })
    expect(proved.reminders).toEqual([
      'The start of the settings is not pinned: give the input `start` the value start',
    ])
    expect([proved.alarms, proved.verdicts.get(L)?.is]).toEqual([[], 'proved'])
  })
})

describe('a change of settings that nobody approved', () => {
  const pushed = (name: string) => ({ name, pulls: known([]), tree: known(SETTINGS) })
  const told = (name: string) =>
    `The settings change ${name} is not proved and gives nothing: no merged pull request brought it to the default branch`

  it('is an alarm, each by itself, oldest first', async () => {
    const { proved } = await proving({ stories: [BEGUN, pushed('a'), LANDED, pushed('b')] })
    expect(proved.alarms).toEqual([told('a'), told('b')])
    expect(proved.verdicts.get(L)?.is).toBe('proved')
  })

  it('is settled by a later one that owners approved, and those after it are not', async () => {
    const taken = { name: 'c', tree: known(SETTINGS) }
    const settled = await proving({ stories: [BEGUN, pushed('a'), taken, LANDED] })
    expect(settled.proved.alarms).toEqual([])
    const again = await proving({ stories: [BEGUN, pushed('a'), taken, pushed('b'), LANDED] })
    expect(again.proved.alarms).toEqual([told('b')])
  })
})
