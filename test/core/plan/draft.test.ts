// What a plan asks to be proved, and everything that people are told is blocked.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { later, MINUTE } from '../../../src/core/model/time.ts'
import { draftPlan } from '../../../src/core/plan/draft.ts'
import { NOTHING_ASKED, type Verdicts } from '../../../src/core/plan/verdicts.ts'
import { anyFilter, aRequest, aRule, auto, hours, landed, NOON } from '../../support/builders.ts'
import { company, lasting } from '../../support/toy-day.ts'
import type { ToyWorld } from '../../support/toy-mode.ts'
import { proved } from '../../support/toy-run.ts'
import { A, type Day, drawn, given, planned, toProve, worn } from './drawing.ts'

describe('what people are told is blocked', () => {
  const blocked = async (day: Day) => (await planned(day)).blocked
  const told = async (day: Day) => (await blocked(day)).map(({ grants, because }) => `${grants.join(' ')}: ${because}`)
  const both = aRequest('both', { when: lasting(4) })
  const BOTH = landed({ ...both, lines: [...both.lines, ...aRequest('both', { target: 'stage' }).lines] })
  const absent = (world: ToyWorld) => void world.absent.add('stage marta')

  it('is nothing where all is given', async () => {
    expect(await blocked({ standing: [A] })).toEqual([])
  })

  it('is a file that cannot be read as a whole', async () => {
    const lines = [...both.lines, ...aRequest('both', { target: 'nowhere' }).lines]
    expect(await told({ standing: [landed({ ...both, lines })] })).toEqual([
      'both/marta/prod/badge:blue: there is no account named nowhere',
    ])
  })

  it('is what has too little time left', async () => {
    const dying = landed(aRequest('a', { when: { is: 'duration', seconds: hours(1) + 299, from: null } }))
    expect(await blocked({ standing: [dying] })).toEqual([
      {
        grants: ['a/marta/prod/badge:blue'],
        because: 'less than 5 minutes are left until 2026-12-01T13:04:59Z',
        cure: 'ask again with a new request',
        at: dying.request.at,
      },
    ])
  })

  it('is what does not exist, and with it the rest of its file', async () => {
    const plan = await planned({ standing: [BOTH], change: absent })
    expect(plan.steps).toEqual([])
    expect(plan.blocked).toEqual([
      {
        grants: ['both/marta/prod/badge:blue'],
        because: 'another item of its request cannot be given',
        cure: 'see there',
        at: BOTH.request.at,
      },
      {
        grants: ['both/marta/stage/badge:blue'],
        because: 'the person marta@example.com does not exist in stage',
        cure: 'create the user there, or correct the e-mail in people.yaml or how the account finds people',
        at: BOTH.request.at,
      },
    ])
  })

  it('holds back nothing of a file that stands already', async () => {
    const day: Day = { standing: [BOTH], change: absent, granted: [given(BOTH)], badges: [worn(BOTH)] }
    expect(await told(day)).toEqual([
      'both/marta/stage/badge:blue: the person marta@example.com does not exist in stage',
    ])
    expect((await planned(day)).steps).toEqual([])
  })

  it('is what could not be looked up, which holds back nothing else of its file', async () => {
    const plan = await planned({ standing: [BOTH], dark: ['stage'] })
    expect(plan.steps.map(({ holding }) => holding)).toEqual(['prod/marta/blue'])
    expect(plan.blocked.map(({ because }) => because)).toEqual([
      'the person marta@example.com could not be looked up in stage: toy:look: unreachable (dark)',
    ])
  })

  it('is what does not fit, and with it the rest of its file, once', async () => {
    const many = { badges: ['b0', 'b1', 'b2', 'b3', 'b4'] }
    const lines = [...both.lines, ...aRequest('both', { target: 'lab', ...many }).lines]
    const labelled = many.badges.map((badge) => `both/marta/lab/badge:${badge}`)
    expect(await told({ standing: [landed({ ...both, lines })] })).toEqual([
      `${labelled.join(' ')}: the lanyard is full`,
      'both/marta/prod/badge:blue: another item of its request cannot be given',
    ])
  })

  const silent: Verdicts = new Map([[A.version.id, { is: 'unknown', because: 'GitHub did not answer' }]])
  const under = async (day: Day, verdicts: Verdicts) => {
    const { drawing, looked } = await drawn(day)
    return draftPlan(drawing, looked, verdicts)
  }
  const NOT_PROVED = 'not proved: GitHub did not answer'

  it('is what is not proved', async () => {
    expect((await under({ standing: [A] }, silent)).blocked).toEqual([
      { grants: ['a/marta/prod/badge:blue'], because: NOT_PROVED, cure: 'the next run tries again', at: A.request.at },
    ])
  })

  it('is not what nobody asked about, unless it could not be given anyhow', async () => {
    expect((await under({ standing: [A] }, NOTHING_ASKED)).blocked).toEqual([])
    const more = landed(aRequest('more', { target: 'lab', badges: ['b0', 'b1', 'b2', 'b3', 'b4'] }))
    const { blocked: full } = await under({ standing: [A, more] }, NOTHING_ASKED)
    expect(full.map(({ because }) => because)).toEqual(['the lanyard is full'])
  })

  it('is told of what nobody asked about alone, and of whoever shares it', async () => {
    const asked = landed(aRequest('a', { target: 'lab', badges: ['a0', 'a1', 'a2', 'a3', 'a4'] }))
    const unasked = landed(aRequest('b', { badges: ['amber'] }))
    const verdicts: Verdicts = new Map([[asked.version.id, { is: 'unknown', because: 'GitHub did not answer' }]])
    const becauses = async (...standing: Day['standing'] & object) =>
      (await under({ standing }, verdicts)).blocked.map(({ because }) => because)
    expect(new Set(await becauses(asked, unasked))).toEqual(new Set([NOT_PROVED]))
    const sharing = landed(aRequest('b', { target: 'lab', badges: ['b0'] }))
    expect(new Set(await becauses(asked, sharing))).toEqual(new Set([NOT_PROVED, 'the lanyard is full']))
  })

  it('is what is not proved, also where what is there is cut', async () => {
    const plan = await under({ standing: [A], badges: [worn(A, { until: later(NOON, hours(9)) })] }, silent)
    expect(plan.steps.map(({ effect }) => effect)).toEqual(['takes'])
    expect(plan.blocked.map(({ because }) => because)).toEqual([NOT_PROVED])
  })

  it('lets be what it may have been given, while its proof is not known', async () => {
    const plan = await under({ standing: [A], badges: [worn(A, { until: later(NOON, hours(2)) })] }, silent)
    expect([plan.steps, plan.blocked.map(({ because }) => because)]).toEqual([[], [NOT_PROVED]])
  })

  it('is nobody who shares what is only cut, though a proof of another is not known', async () => {
    const b = landed(aRequest('b', { when: lasting(6) }), later(NOON, MINUTE))
    const wide = worn(A, { until: later(NOON, hours(9)) })
    const verdicts: Verdicts = new Map([...silent, [b.version.id, proved(b.version.id)]])
    const plan = await under({ standing: [A, b], granted: [given(A)], badges: [wide] }, verdicts)
    expect(plan.steps.map(({ effect, until }) => [effect, until])).toEqual([['takes', later(NOON, hours(6) + MINUTE)]])
    expect(plan.blocked).toEqual([])
  })

  it('is what means somebody else now, which holds back nothing new of its file', async () => {
    const plan = await planned({
      standing: [BOTH],
      granted: [given(BOTH, { identity: 'somebody' })],
      badges: [worn(BOTH)],
    })
    expect(plan.steps.map(({ do: does, holding }) => `${does} ${holding}`)).toEqual([
      'revoke prod/marta/blue',
      'grant stage/marta/blue',
    ])
    expect(plan.blocked.map(({ because }) => because)).toEqual([
      'marta@example.com is another user in prod than when this was granted',
    ])
  })

  it('is not what others have that cannot be given, where somebody else is asked about', async () => {
    const late = landed(aRequest('late', { badges: ['amber'], when: lasting(72) }))
    const { blocked: all } = await under(
      { standing: [landed(aRequest('new', { when: lasting(72) }), later(NOON, hours(20))), late], hour: 25 },
      NOTHING_ASKED,
    )
    expect(all.map(({ grants, because }) => `${grants.join()} ${because}`)).toEqual([
      'late/marta/prod/badge:amber it was not granted before 2026-12-02T12:00:00Z',
    ])
  })

  it('is not what stands unrecorded: that waits for its proof without a word', async () => {
    const standing = { standing: [A], badges: [worn(A)] }
    expect((await under(standing, silent)).unrecorded).toHaveLength(1)
    expect((await under(standing, silent)).blocked).toEqual([])
  })

  it('is not what somebody had before, which is told as that', async () => {
    const before = await under({ standing: [A], badges: [worn(A, { mark: null })] }, silent)
    expect([before.blocked, before.drift.map(({ is }) => is)]).toEqual([[], ['had-before']])
  })

  it('is who waits for somebody on the same thing, whose proof is not known now', async () => {
    const b = landed(aRequest('b', { when: lasting(6) }), later(NOON, MINUTE))
    const day: Day = { standing: [A, b], granted: [given(A)], badges: [worn(A)] }
    const verdicts: Verdicts = new Map([...silent, [b.version.id, proved(b.version.id)]])
    const plan = await under(day, verdicts)
    expect(plan.steps).toEqual([])
    expect(plan.blocked.map(({ grants, because }) => `${grants.join()} ${because}`)).toEqual([
      `b/marta/prod/badge:blue ${NOT_PROVED}`,
    ])
  })

  it('is what cannot be told for sure, which holds back nothing else', async () => {
    const b = landed(aRequest('b', { badges: ['blue', 'amber'] }))
    const confirmed = later(NOON, hours(1) - MINUTE)
    const plan = await planned({ standing: [A, b], granted: [given(A, { confirmed })] })
    expect(plan.blocked.map(({ because }) => because)).toEqual([
      'what is there of prod/marta/blue cannot be told for sure now',
    ])
    expect(plan.steps.map(({ holding }) => holding)).toEqual(['prod/marta/amber'])
  })

  it('is more strays than may go at once', async () => {
    const badges = Array.from({ length: 11 }, (_, n) => worn(A, { name: `f${n}`, mark: 'f'.repeat(40) }))
    const plan = await planned({ badges })
    expect([plan.steps, plan.blocked.map(({ cure }) => cure)]).toEqual([
      [],
      ['look at them; when they may go, raise limits.strays in daypass.yaml'],
    ])
  })
})

describe('what has to be proved', () => {
  const version = A.version.id
  const b = landed(aRequest('b', { when: lasting(6) }), later(NOON, MINUTE))
  const other = landed(aRequest('c', { badges: ['amber'] }))

  it.each<[string, Day, readonly string[]]>([
    ['is what would be given', { standing: [A] }, [version]],
    [
      'is everybody on a thing that would be changed',
      { standing: [A, b], granted: [given(A)], badges: [worn(A)] },
      [version, b.version.id],
    ],
    ['is what stands and was never recorded', { standing: [A], badges: [worn(A)] }, [version]],
    [
      'is what is cut and was never recorded',
      { standing: [A], badges: [worn(A, { until: later(NOON, hours(9)) })] },
      [version],
    ],
    ['is nothing where all stands', { standing: [A], granted: [given(A)], badges: [worn(A)] }, []],
    [
      'is not what stands and is only cut',
      { standing: [A, other], granted: [given(A)], badges: [worn(A, { until: later(NOON, hours(9)) })] },
      [other.version.id],
    ],
    [
      'is not what stands otherwise than it is recorded',
      { standing: [A, other], granted: [given(A, { content: id('0'.repeat(64)) })], badges: [worn(A)] },
      [other.version.id],
    ],
    ['is nothing of what could not be looked up', { standing: [A], dark: ['prod'] }, []],
    ['is nothing of what is too late', { standing: [landed(aRequest('a', { when: lasting(72) }))], hour: 24 }, []],
    [
      'is nothing of what a rule denies',
      {
        standing: [A],
        more: {
          settings: company({ rules: [aRule('all', [auto]), aRule('no', [], { what: anyFilter, deny: 'No' })] }),
        },
      },
      [],
    ],
  ])('%s', async (_which, day, versions) => {
    expect((await toProve(day)).toSorted()).toEqual(versions.toSorted())
  })
})

it('a plan tells the commit, the instant and every wish', async () => {
  const plan = await planned({ standing: [A], hour: 5 })
  expect([plan.basis, plan.head, plan.now]).toEqual(['live', 'head', later(NOON, hours(5))])
  expect(plan.wishes.map(({ grant, fate }) => [grant.key, fate.is])).toEqual([['a/marta/prod/badge:blue', 'over']])
})
