// How a run is told: which requests it speaks of, how each stands, and what must be read in red.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { DAY, HOUR, later } from '../../../src/core/model/time.ts'
import type { Drift } from '../../../src/core/plan/by-hand.ts'
import type { Fate } from '../../../src/core/plan/desire.ts'
import type { Granted } from '../../../src/core/report/record.ts'
import { grantedKey } from '../../../src/core/report/record.ts'
import { actions, documents, knowledge, NOON, permissionSet } from '../approval/company.ts'
import { type Case, done, landed, provedBy, ran, stepOf, wishes } from './running.ts'
import { finding } from './stories.ts'
import { failed } from './told.ts'

const ONE = landed('one', { items: [actions('s3:GetObject'), actions('s3:PutObject')] })
const [FIRST, SECOND] = wishes(ONE)
if (FIRST === undefined || SECOND === undefined) throw new Error('the request asks for two things')
const refused: Fate = { is: 'over', because: 'refused', says: 'no pull request brought it' }
const over: Fate = { is: 'over', because: 'expired', says: 'ended' }
const denied: Fate = { is: 'over', because: 'denied', says: 'rule payer: Not here' }
const soon: Fate = { is: 'not-yet', from: later(NOON, HOUR) }
const dead: Fate = { is: 'dead', says: 'less than 5 minutes are left' }
const live: Fate = { is: 'live' }
const blocked = { grants: [SECOND.grant.key], because: 'No room.', cure: 'Ask for less.' }
const steps = [stepOf('a', ONE), stepOf('b', ONE)]
const SHARED = stepOf('shared', ONE, {
  holders: [landed('two'), ONE].map(({ version }) => ({ grant: id('g'), version: version.id })),
  reach: ['aws login'],
})
/** Touched by a step of another holding, whatever else. */
const touched = { steps: [stepOf('a', ONE)] }

const ask = (fates: readonly Fate[], plan: Case['plan'] = touched, outcomes = [done('a')]): Case => ({
  standing: [ONE],
  plan: { wishes: wishes(ONE, ...fates), ...plan },
  over: { outcomes },
})

describe('how a request stands after a run', () => {
  it.each<[string, Case, string]>([
    ['ready when every step of it was done', ask([live], { steps }, [done('a'), done('b')]), 'ready'],
    ['partly ready when some steps were done', ask([live], { steps }), 'partly ready'],
    ['being given when no step was done', ask([live], { steps }, []), 'granting'],
    ['being given when only a step of another was done', ask([live], { steps }, [done('c')]), 'granting'],
    [
      'being given when its steps failed',
      ask(
        [live],
        { steps },
        steps.map((step) => failed(step, 'no')),
      ),
      'granting',
    ],
    ['partly ready when one item is blocked', ask([live], { ...touched, blocked: [blocked] }), 'partly ready'],
    [
      'partly ready when one item is blocked with another’s',
      ask([live], { ...touched, blocked: [{ ...blocked, grants: [id('x'), ...blocked.grants] }] }),
      'partly ready',
    ],
    [
      'ready though a step of another was not done',
      ask([live], { steps: [stepOf('a', ONE), stepOf('c', landed('two'))] }),
      'ready',
    ],
    ['being given with a step that is another’s, too', ask([live], { steps: [SHARED] }, []), 'granting'],
    ['blocked when nothing of it could be given', ask([live], { blocked: [blocked] }, []), 'blocked'],
    [
      'ready when what is blocked is another’s',
      ask([live], { ...touched, blocked: [{ ...blocked, grants: [id('x')] }] }),
      'ready',
    ],
    ['refused when any of it was', ask([live, refused]), 'refused'],
    ['refused when too little time was left for any of it', ask([live, dead]), 'refused'],
    ['ended when all of it is over', ask([over, denied]), 'ended'],
    ['ready when only a part is over', ask([live, over]), 'ready'],
    ['allowed when all of it begins later', ask([soon]), 'allowed'],
    ['ready when only a part begins later', ask([live, soon]), 'ready'],
  ])('is %s', (_says, one, state) => {
    expect(ran(one).requests.map((request) => request.state)).toEqual([state])
  })

  it('is not told where only the record had to learn how it stands', () => {
    const unrecorded = [{ ...stepOf('a', ONE), is: 'outdated' }] as never
    expect(ran({ standing: [ONE], plan: { wishes: wishes(ONE), unrecorded } }).requests).toEqual([])
  })

  it('is ready where nothing of it had to be done', () => {
    const unrecorded = [{ ...stepOf('a', ONE), is: 'unknown' }] as never
    expect(ran({ standing: [ONE], plan: { wishes: wishes(ONE), unrecorded } }).requests[0]?.state).toBe('ready')
  })
})

describe('a run speaks of', () => {
  const fresh = (fate: Fate, landedAt = later(NOON, -HOUR)): Case => {
    const standing = landed('one', {}, landedAt)
    return { standing: [standing], plan: { wishes: wishes(standing, fate) } }
  }
  it.each<[string, Case, number]>([
    ['no request that it did nothing about', { standing: [ONE], plan: { wishes: wishes(ONE, live) } }, 0],
    ['no request that ended as it should', { standing: [ONE], plan: { wishes: wishes(ONE, over) } }, 0],
    ['a request that begins later', fresh(soon), 1],
    ['a request that came too late', fresh(dead), 1],
    ['a request that a rule denies', fresh(denied), 1],
    ['a request that is on hold', fresh({ ...denied, because: 'held' }), 1],
    ['a request of an account that is leaving', fresh({ ...denied, because: 'closing' }), 1],
    ['such a request until it could not be claimed any more', fresh(soon, later(NOON, 1 - DAY)), 1],
    ['no such request after that', fresh(soon, later(NOON, -DAY)), 0],
    ['no request that is not at the head', { ...fresh(soon), standing: [] }, 0],
    ['a request that could not be given', { standing: [ONE], plan: { wishes: wishes(ONE), blocked: [blocked] } }, 1],
    [
      'a request whose proof failed',
      { standing: [ONE], over: { verdicts: new Map([[ONE.version.id, { is: 'unknown', because: 'timeout' }]]) } },
      1,
    ],
  ])('%s', (_says, one, count) => {
    expect(ran(one).requests).toHaveLength(count)
  })

  it('a request by when it landed itself, whatever landed before', () => {
    const [old, late] = [landed('old', {}, later(NOON, -7 * DAY)), landed('late')]
    expect(
      ran({ standing: [old, late], plan: { wishes: [...wishes(old, soon), ...wishes(late, soon)] } }).requests.map(
        (request) => request.id,
      ),
    ).toEqual(['late'])
  })

  it('no request that was only proved again', () =>
    expect(ran({ standing: [ONE], over: { verdicts: new Map([[ONE.version.id, provedBy()]]) } }).requests).toEqual([]))

  it('no request that says no end', () => {
    const endless = { ...ONE, request: { ...ONE.request, when: { is: 'default' } as const } }
    expect(ran({ standing: [endless], plan: { ...touched, wishes: wishes(ONE) } }).requests).toEqual([])
  })

  it('nobody as its requester, and of its window as it is since it landed', () =>
    expect(ran(ask([live])).requests[0]).toMatchObject({
      requester: null,
      window: { is: 'window', from: later(NOON, -HOUR), until: later(NOON, HOUR) },
      emergency: null,
      provided: null,
    }))

  it('how people use what they got, once', () => {
    const reach = ['aws login', 'aws s3 ls']
    const other = stepOf('c', landed('two'), { reach: ['not theirs'] })
    const all = [stepOf('a', ONE, { reach }), stepOf('b', ONE, { reach }), other]
    expect(ran(ask([live], { steps: all })).requests[0]?.reach).toEqual(reach)
    expect(ran(ask([live], { steps: [SHARED] })).requests[0]?.reach).toEqual(['aws login'])
  })
})

describe('a run reports', () => {
  const drift = (is: Drift['is'], says: string): Drift => ({ holding: id('h'), grants: [], is, says }) as Drift

  it('what it did and found, and in red what it was told, could not read, and found changed by hand', () => {
    const because = { kind: 'denied', call: 'sts:AssumeRole in 1', said: 'no' } as const
    const story = ran({
      plan: {
        steps,
        blocked: [blocked],
        unread: [{ scope: id('s'), target: id('stage'), mode: id('m'), because }],
        drift: [drift('taken-by-hand', 'somebody took it'), drift('had-before', 'had it before')],
      },
      over: {
        alarms: ['The record is lost.'],
        findings: [finding(1, 'x')],
        outcomes: [done('a')],
        lateness: 'On time.',
        web: 'https://x',
      },
    })
    expect(story).toEqual({
      headline: { tone: 'bad', says: '1 thing cannot be given' },
      now: NOON,
      basis: { is: 'live' },
      head: 'head',
      web: 'https://x',
      requests: [],
      steps,
      outcomes: [done('a')],
      blocked: [blocked],
      findings: [finding(1, 'x')],
      alarms: ['The record is lost.', 'stage could not be read: sts:AssumeRole in 1: denied (no)', 'somebody took it'],
      lateness: 'On time.',
      live: [],
    })
  })

  it('that it looked at no cloud, where it did not', () =>
    expect(ran({ plan: { basis: 'git' } }).basis).toEqual({ is: 'git' }))
})

describe('what is held now', () => {
  const record = (...all: readonly (readonly [typeof FIRST, Granted['ended']])[]) =>
    new Map(all.map(([{ grant }, ended]) => [grantedKey(grant.key, grant.version), { ended } as Granted]))
  const says = (one: Case) => ran(one).live.map((held) => held.says)
  const both = (granted: ReturnType<typeof record> | null, ...fates: readonly Fate[]): Case => ({
    plan: { wishes: wishes(ONE, ...fates) },
    over: { granted },
  })
  const ended = { because: 'held', at: NOON } as const

  it('is what is live and, by the record, was given and did not end', () => {
    expect(ran(both(record([FIRST, null]), live)).live).toEqual([
      {
        person: 'marta',
        target: 'orders-prod',
        says: 's3:GetObject on *',
        window: { from: later(NOON, -HOUR), until: later(NOON, HOUR) },
        ends: 'by itself',
      },
    ])
    expect(says(both(record([FIRST, null], [SECOND, ended]), live))).toEqual(['s3:GetObject on *'])
    expect(says(both(record([FIRST, null], [SECOND, null]), over, live))).toEqual(['s3:PutObject on *'])
    expect(says(both(record([FIRST, null], [SECOND, null]), live))).toHaveLength(2)
  })

  it('is nothing that anybody could name where the record could not be read', () =>
    expect(says(both(null))).toEqual([]))

  it('ends as the way of giving it lets it end', () => {
    const set = landed('set', { items: [permissionSet('Ops')] })
    const all = wishes(set)
    const granted = new Map(all.map(({ grant }) => [grantedKey(grant.key, grant.version), { ended: null } as Granted]))
    expect(ran({ plan: { wishes: all }, over: { granted } }).live[0]?.ends).toBe('only when taken away')
    const deciding = { knowledge, carries: new Map(), documents, tags: new Map() }
    expect(
      ran({ ...both(record([FIRST, null])), over: { granted: record([FIRST, null]), deciding } }).live[0]?.ends,
    ).toBe('only when taken away')
  })
})
