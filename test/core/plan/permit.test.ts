// What is withheld, and why: law 3, and what people are told where nothing is given.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import type { Unrecorded } from '../../../src/core/plan/mode.ts'
import { permit, shutOut, stopped } from '../../../src/core/plan/permit.ts'
import { settlementOf } from '../../../src/core/plan/settlement.ts'
import { isProved, type Verdicts } from '../../../src/core/plan/verdicts.ts'
import { type Permitting, withholding } from '../../../src/core/plan/withheld.ts'
import { hours, NOON } from '../../support/builders.ts'
import { proved } from '../../support/toy-run.ts'
import { aGrant, aGranted, aLedger, aPlan, aRevocation, aStep, versionOf } from './values.ts'

const GRANT = aGrant('a')
const PROVED: Verdicts = new Map([[GRANT.version, proved(GRANT.version)]])
const SILENT: Verdicts = new Map([[GRANT.version, { is: 'unknown', because: 'GitHub did not answer' }]])
const REFUSED: Verdicts = new Map([[GRANT.version, { is: 'refused', because: 'edited', says: 'it was edited' }]])

describe('a grant', () => {
  const LATE = {
    is: 'late',
    because: 'it was not granted before 2026-12-02T12:00:00Z',
    cure: 'ask again with a new request',
    told: true,
  }
  const settled = (ended: Parameters<typeof aGranted>[1]) => settlementOf(aLedger([aGranted(GRANT, ended)]))
  const NEW = settlementOf(aLedger())
  const endedBy = (because: 'held' | 'undone') => settled({ ended: { because, at: NOON } })
  const tomorrow = GRANT.claimUntil
  const stuck = new Set([GRANT.version])

  it.each<[string, Partial<Permitting>, unknown]>([
    ['that is proved is given', { verdicts: PROVED }, null],
    ['counts as proved while it is asked what has to be', { verdicts: null }, null],
    ['that stands goes on, however late it is', { settlement: settled({}), now: tomorrow, stuck }, null],
    ['that somebody undid is told elsewhere', { settlement: endedBy('undone'), now: tomorrow, stuck }, null],
    ['that nobody claimed in time is too late', { verdicts: PROVED, now: tomorrow, stuck }, LATE],
    [
      'that may stand is never too late, and waits for the record',
      { settlement: settlementOf(null), verdicts: SILENT, now: tomorrow },
      { is: 'unproved', because: 'not proved: GitHub did not answer', cure: 'the next run tries again', told: true },
    ],
    ['can be claimed to the last second', { verdicts: PROVED, now: later(tomorrow, -1) }, null],
    [
      'that was given before may be given again, however late',
      { settlement: endedBy('held'), verdicts: PROVED, now: tomorrow },
      null,
    ],
    [
      'waits for the rest of its file',
      { verdicts: PROVED, stuck },
      { is: 'file', because: 'another item of its request cannot be given', cure: 'see there', told: true },
    ],
    [
      'of which nothing can be learned waits',
      { verdicts: SILENT },
      { is: 'unproved', because: 'not proved: GitHub did not answer', cure: 'the next run tries again', told: true },
    ],
    [
      'that was given before and of which nothing can be learned waits, too',
      { settlement: endedBy('held'), verdicts: SILENT },
      { is: 'unproved', because: 'not proved: GitHub did not answer', cure: 'the next run tries again', told: true },
    ],
    [
      'of which nobody asked is withheld without a word',
      {},
      {
        is: 'unproved',
        because: 'not proved: nothing was asked for it',
        cure: 'the next run tries again',
        told: false,
      },
    ],
  ])('%s', (_which, more, answer) => {
    const permitting = { settlement: NEW, verdicts: new Map(), stuck: new Set<never>(), now: NOON, ...more }
    expect(withholding(permitting)(GRANT)).toEqual(answer)
  })
})

describe('a step', () => {
  const step = aStep(GRANT)
  const because = (why: string) => ({ because: `not proved: ${why}`, cure: 'the next run tries again' })

  it.each<[string, Verdicts, Parameters<typeof stopped>[0], unknown]>([
    ['whose only holder is proved may be made', PROVED, step, null],
    ['that nobody holds needs no proof', new Map(), { ...step, holders: [] }, null],
    ['of which the proof is refused says why', REFUSED, step, because('it was edited')],
    ['of which nothing could be learned says why', SILENT, step, because('GitHub did not answer')],
    ['nobody asked about says so', new Map(), step, because('its proof was not asked for in this run')],
    [
      'is stopped by any one of its holders',
      PROVED,
      { ...step, holders: [...step.holders, { grant: GRANT.key, version: versionOf('other') }] },
      because('its proof was not asked for in this run'),
    ],
    [
      'whose time is up says so, though it is proved',
      PROVED,
      { ...step, notAfter: NOON },
      { because: 'it was not granted before 2026-12-01T12:00:00Z', cure: 'ask again with a new request' },
    ],
    ['may be made to the last second', PROVED, { ...step, notAfter: later(NOON, 1) }, null],
  ])('%s', (_which, verdicts, of, why) => {
    expect(stopped(of, verdicts, NOON)).toEqual(why)
  })
})

describe('permit', () => {
  const other = aGrant('b', { badge: 'amber' })
  const taking = aRevocation(aGrant('c', { badge: 'coral' }))
  const unrecorded = (of: typeof GRANT, is: Unrecorded['is'] = 'unknown'): Unrecorded => {
    const { holding, mode, target, holders, identity, content, until, says, reach } = aStep(of)
    if (identity === null || until === null) throw new Error('given to nobody')
    return { is, holding, mode, target, holders, identity, content, until, says, reach }
  }
  const before = { grants: [other.key], because: 'the policy does not exist', cure: 'make it' }
  const plan = aPlan({
    steps: [aStep(GRANT), aStep(other, { effect: 'prepares' }), taking],
    unrecorded: [unrecorded(GRANT), unrecorded(other)],
    blocked: [before],
  })

  it('lets through what takes, and of the rest only what is proved', () => {
    const permitted = permit(plan, PROVED)
    expect(permitted.steps.map(({ id }) => id)).toEqual([taking.id, aStep(GRANT).id])
    expect(permitted.blocked).toEqual([
      {
        grants: [other.key],
        because: 'not proved: its proof was not asked for in this run',
        cure: 'the next run tries again',
      },
      before,
    ])
    expect(permitted.digest).not.toBe(plan.digest)
  })

  it('writes nothing down as given that is not proved', () => {
    expect(permit(plan, PROVED).unrecorded).toEqual([unrecorded(GRANT)])
    expect(permit(plan, new Map()).unrecorded).toEqual([])
  })

  it('writes down what stands otherwise than it is told without any proof, since nothing is given by that', () => {
    const outdated = unrecorded(GRANT, 'outdated')
    expect(permit({ ...plan, unrecorded: [outdated] }, new Map()).unrecorded).toEqual([outdated])
  })

  it('writes down what is proved and stands, though its time for being given is over', () => {
    expect(permit({ ...plan, now: later(NOON, hours(30)) }, PROVED).unrecorded).toEqual([unrecorded(GRANT)])
  })
})

it('a run that may give nothing knows nothing of any version, and why', () => {
  const verdicts = shutOut(new Set([GRANT.version]), 'the record could not be read')
  expect([...verdicts]).toEqual([[GRANT.version, { is: 'unknown', because: 'the record could not be read' }]])
  expect([isProved(verdicts, GRANT.version), isProved(new Map(), GRANT.version)]).toEqual([false, false])
})
