// How a change is told before it is merged: requests, settings, the red button, and what ends early.

import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/model/finding.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Held, Hold } from '../../../src/core/model/settings.ts'
import { DAY, HOUR, later } from '../../../src/core/model/time.ts'
import { type Change, preview } from '../../../src/core/plan/preview.ts'
import { type PreviewTold, storyOfPreview } from '../../../src/core/report/story-of-preview.ts'
import {
  type Ask,
  AT,
  approvedBy,
  auto,
  breakGlass,
  carries,
  documents,
  knowledge,
  NOON,
  person,
  request,
  reviews,
  rule,
  settings,
} from '../approval/company.ts'
import { STEP } from './told.ts'

const SETTINGS = settings([rule('leads', { ways: [approvedBy('@leads'), breakGlass('@oncall')] })], {
  owners: {
    people: [
      { value: person('olga'), at: AT },
      { value: person('omar'), at: AT },
    ],
    approvals: 2,
  },
})
const NOTHING: Change = { added: [], removed: [], edited: [], settings: [], outside: [] }

interface Case {
  readonly change?: Partial<Change>
  readonly over?: Partial<PreviewTold>
  readonly said?: string
  readonly inForce?: typeof SETTINGS
  readonly unread?: boolean
}

function told({ change = {}, over = {}, said = '', inForce = SETTINGS, unread = false }: Case) {
  return storyOfPreview({
    preview: preview({
      change: { ...NOTHING, ...change },
      settings: inForce,
      deciding: { knowledge, carries, documents: unread ? new Map() : documents, tags: new Map() },
      author: over.author ?? null,
      opinions: () => reviews(said),
      now: NOON,
    }),
    steps: [],
    settings: inForce,
    holds: null,
    installation: [],
    owners: [],
    author: null,
    stranger: null,
    findings: [],
    textsAsOf: null,
    now: NOON,
    openedAt: null,
    head: null,
    web: null,
    ...over,
  })
}

const asks = (ask: Ask = {}): Case => ({ change: { added: [request(ask)] } })
const first = (one: Case) => told(one).requests[0]
const finding = (code: Finding['code'], line = 1): Finding => ({ code, at: { ...AT, line }, message: 'm', cure: 'c' })

describe('a request before it is merged', () => {
  it('is told with where it was looked at and what giving it would take', () => {
    const story = told({ ...asks(), over: { head: id('abc'), web: 'https://github.com/o/r', steps: [STEP] } })
    expect(story).toMatchObject({
      headline: { tone: 'waits', says: 'Waiting for 1 approval by leads' },
      now: NOON,
      basis: { is: 'git' },
      head: 'abc',
      web: 'https://github.com/o/r',
      steps: [STEP],
      outcomes: [],
      blocked: [],
      findings: [],
      alarms: [],
      lateness: null,
      live: [],
    })
    expect(first(asks())).toMatchObject({
      window: { is: 'after merge', seconds: 2 * HOUR },
      reach: [],
      provided: null,
      breakGlass: null,
    })
  })

  it.each<[string, Case, string]>([
    ['waits for whom it takes', asks(), 'waiting'],
    ['is allowed once they approved', { ...asks(), said: 'lena' }, 'allowed'],
    ['is refused where somebody objects', { ...asks(), said: '!lena' }, 'refused'],
    [
      'is told as if what nobody read yet were harmless',
      { ...asks(), unread: true, inForce: settings([rule('r', { what: { risk: ['low'] }, ways: [auto] })]) },
      'allowed',
    ],
  ])('%s', (_says, one, state) => {
    expect(first(one)?.state).toBe(state)
  })

  it('that nobody can judge yet is only asked for', () => {
    const [judged] = preview({
      change: { ...NOTHING, added: [request({})] },
      settings: SETTINGS,
      deciding: { knowledge, carries, documents: new Map(), tags: new Map() },
      author: null,
      opinions: () => [],
      now: NOON,
    }).requests
    if (judged === undefined) throw new Error('nothing was judged')
    const undecided = { ...judged, judgement: { ...judged.judgement, undecided: true }, tentative: null }
    const open = { requests: [undecided], removed: [], findings: [], settings: [] }
    expect(first({ over: { preview: open } })).toMatchObject({ state: 'asked', decision: { is: 'undecided' } })
  })

  it('waits as long as a pull request may, from when it was opened', () => {
    expect(first(asks())?.decision).toMatchObject({ is: 'waiting', until: null })
    expect(first({ ...asks(), over: { openedAt: later(NOON, -DAY) } })?.decision).toMatchObject({
      until: later(NOON, 6 * DAY),
    })
  })

  it('is asked for by its author, and where there is none yet by whom it is for', () => {
    expect(first(asks())?.requester).toBe('marta')
    expect(first({ ...asks(), over: { author: person('lena') } })?.requester).toBe('lena')
  })

  it('says from when what it was judged by is', () => {
    const textsAsOf = later(NOON, -HOUR)
    expect(first({ ...asks(), over: { textsAsOf } })?.provided).toContain('inventory of 2027-01-15T07:00:00Z')
  })

  it('of a stranger is refused, whatever the rules say', () => {
    const says = 'octocat is not in the people file'
    const one = { ...asks({ for: 'nils', glass: true }), over: { stranger: says } }
    expect(first({ ...one, over: {} })?.breakGlass).toContain('sam must review it')
    expect(first(one)).toMatchObject({
      requester: null,
      state: 'refused',
      breakGlass: null,
      decision: {
        is: 'refused',
        objections: [{ says, cure: 'Ask an owner to add them, then ask again.', rule: null, at: null }],
      },
    })
    expect(told(one).headline).toEqual({ tone: 'bad', says: 'Not allowed' })
  })
})

describe('findings before the merge', () => {
  it('come first in the headline, and stand in the order of the files', () => {
    const one = (findings: readonly Finding[]) => told({ ...asks(), over: { findings } })
    const both = [finding('yaml-syntax', 9), finding('yaml-tag', 2)]
    expect(one(both).headline).toEqual({ tone: 'bad', says: '2 findings to mend first' })
    expect(one(both).findings.map(({ at }) => at.line)).toEqual([2, 9])
    expect(one([finding('yaml-syntax')]).headline.says).toBe('1 finding to mend first')
    expect(one([finding('action-idle')]).headline.says).toBe('Waiting for 1 approval by leads')
  })

  it('of the change itself are among them', () =>
    expect(told({ change: { edited: [request({})] } }).findings.map(({ code }) => code)).toEqual(['request-edited']))
})

describe('a change of settings', () => {
  const change = { settings: ['config/daypass.yaml', 'config/rules/a.yaml'] }
  const line = 'This changes settings (config/daypass.yaml, config/rules/a.yaml): '

  it('says how many owners must approve it, and who they are', () => {
    const story = told({ change, over: { installation: ['Roles change in orders-prod.'] } })
    expect(story.headline).toEqual({
      tone: 'waits',
      says: 'A change of settings: 2 owners other than the author must approve it',
    })
    expect(story.alarms).toEqual([
      `${line}2 owners other than the author must approve it (olga, omar)`,
      'Roles change in orders-prod.',
    ])
  })

  it('counts those who did', () => {
    const one = (...owners: readonly string[]) => told({ change, over: { owners: owners.map(person) } })
    expect(one('olga').headline.says).toBe('A change of settings: 1 owner other than the author must approve it')
    expect(one('olga').alarms[0]).toMatch(/\(olga, omar\); approved so far by olga$/)
    expect(one('olga', 'omar').headline).toEqual({
      tone: 'good',
      says: 'A change of settings, approved by olga, omar: it counts when it is merged',
    })
    expect(one('olga', 'omar').alarms[0]).toMatch(/; approved so far by olga, omar$/)
  })

  it('speaks of one owner where one is enough', () => {
    const inForce = { ...SETTINGS, owners: { ...SETTINGS.owners, approvals: 1 } }
    expect(told({ change, inForce }).alarms).toEqual([
      `${line}1 owner other than the author must approve it (olga, omar)`,
    ])
  })

  it('leaves the headline to requests', () =>
    expect(told({ change: { ...change, added: [request({})], removed: [] } }).headline.says).toBe(
      '1 finding to mend first',
    ))
})

describe('the red button', () => {
  const holds = (...all: readonly Held[]): readonly Hold[] =>
    all.map((what) => ({ what, because: 'incident', since: null, at: AT }))

  it('needs nobody, and says whom it hits', () => {
    const story = told({
      change: { settings: ['config/holds.yaml'] },
      over: {
        holds: holds(
          { is: 'everything' },
          { is: 'person', person: person('marta') },
          { is: 'target', target: id('orders-prod') },
          { is: 'request', request: 'r1' },
        ),
      },
    })
    expect(story.headline).toEqual({
      tone: 'quiet',
      says: 'The red button: it counts when it is merged; nobody has to approve that',
    })
    expect(story.alarms).toEqual([
      'The red button: nobody holds anything any more, until an owner lifts the hold (incident)',
      'The red button: marta holds nothing any more, until an owner lifts the hold (incident)',
      'The red button: nobody holds anything in orders-prod any more, until an owner lifts the hold (incident)',
      'The red button: what r1 asked for is not held any more, until an owner lifts the hold (incident)',
    ])
  })
})

describe('what a change takes away', () => {
  it('ends early, and needs nobody', () => {
    const other = { ...request({}), id: id<'request'>('r2'), path: 'config/requests/r2.yaml' }
    const story = told({ change: { removed: [request({}), other] } })
    expect(story.headline).toEqual({ tone: 'quiet', says: 'Ends early: r1, r2; nobody has to approve that' })
    expect(story.alarms).toEqual([
      'Ends early: config/requests/r1.yaml (needs no approval)',
      'Ends early: config/requests/r2.yaml (needs no approval)',
    ])
  })

  it('leaves the headline to what is asked for beside it', () => {
    const other = { ...request({}), id: id<'request'>('r2'), path: 'config/requests/r2.yaml' }
    const story = told({ change: { added: [request({})], removed: [other] } })
    expect(story.headline.says).toBe('Waiting for 1 approval by leads')
    expect(story.alarms).toEqual(['Ends early: config/requests/r2.yaml (needs no approval)'])
  })

  it('is no change of settings, whoever approved it', () =>
    expect(
      told({ change: { removed: [request({})] }, over: { owners: [person('olga'), person('omar')] } }).headline,
    ).toEqual({ tone: 'quiet', says: 'Ends early: r1; nobody has to approve that' }))

  it('is nothing where nothing changes', () =>
    expect(told({})).toMatchObject({ headline: { tone: 'quiet', says: 'Nothing to do' }, alarms: [] }))
})
