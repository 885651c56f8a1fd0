// How requests are told before they are merged.

import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/model/finding.ts'
import { id } from '../../../src/core/model/id.ts'
import { DAY, HOUR, later } from '../../../src/core/model/time.ts'
import { preview } from '../../../src/core/plan/preview.ts'
import { type Ask, AT, auto, carries, knowledge, NOON, person, request, rule, settings } from '../approval/company.ts'
import { type Case, NOTHING, SETTINGS, told } from './previewing.ts'
import { STEP } from './told.ts'

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
