// What a run writes into the record, before and after: word for word.

import { describe, expect, it } from 'vitest'
import type { Proof, Verdict } from '../../../src/core/approval/proof-verdict.ts'
import type { Grant, Version } from '../../../src/core/model/grant.ts'
import { id, type VersionId } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { entriesAfter, entriesBefore } from '../../../src/core/plan/entries.ts'
import type { Step, StepOutcome } from '../../../src/core/plan/provisioner.ts'
import type { Remembering } from '../../../src/core/plan/remembering.ts'
import { hours, NOON } from '../../support/builders.ts'
import { proved } from '../../support/toy-run.ts'
import { aGrant, aGranted, aLedger, aPlan, aRevocation, aStep, holdingOf, versionOf } from './values.ts'

const [GRANT, OTHER] = [aGrant('a'), aGrant('b', { badge: 'amber' })]
const BLUE = { holding: holdingOf(GRANT), mode: 'toy', target: 'prod', account: '111122223333' }
const AMBER = { ...BLUE, holding: holdingOf(OTHER) }

const edition = (request: string): Version => ({
  id: versionOf(request),
  request: id(request),
  path: `config/requests/${request}.yaml`,
  blob: id(`blob of ${request}`),
  landing: id(`landing of ${request}`),
  landedAt: NOON,
})
const remembering = (more: Partial<Remembering> = {}): Remembering => ({
  plan: aPlan(),
  verdicts: new Map(),
  versions: new Map(['a', 'b', 'c'].map((request) => [versionOf(request), edition(request)])),
  ledger: aLedger(),
  job: 'apply',
  accounts: new Map([['prod', '111122223333']]),
  ...more,
})
const proof = (more: Partial<Proof> = {}): Verdict => {
  const verdict = proved(GRANT.version)
  if (verdict.is !== 'proved') throw new Error('not proved')
  return { is: 'proved', proof: { ...verdict.proof, ...more } }
}
const refused = (says: string): Verdict => ({ is: 'refused', because: 'edited', says })
const verdicts = (...all: readonly (readonly [Grant, Verdict])[]) =>
  new Map<VersionId, Verdict>(all.map(([grant, verdict]) => [grant.version, verdict]))

/** What is known before anything is done: all but the line that opens the record. */
const known = (asked: Remembering) => {
  const [opened, ...rest] = entriesBefore(asked)
  expect(opened?.is ?? 'opened').toBe('opened')
  return rest
}

describe('before anything is given', () => {
  it('nothing is written where there is nothing to do and nothing to tell', () => {
    expect(entriesBefore(remembering({ verdicts: verdicts([GRANT, proof()]) }))).toEqual([])
  })

  it.each([
    ['steps', aPlan({ steps: [aStep(GRANT)] })],
    ['things to be written down', aPlan({ unrecorded: [{ ...aStep(GRANT), identity: 'id', until: GRANT.until }] })],
  ])('the record is opened for %s, with the plan and who makes it', (_what, plan) => {
    expect(entriesBefore(remembering({ plan, job: 'apply from a clone' }))).toEqual([
      { is: 'opened', head: '0'.repeat(40), plan: plan.digest, job: 'apply from a clone' },
    ])
  })

  it('the record is opened for what is blocked, which is told at the end', () => {
    const blocked = [{ grants: [GRANT.key], because: 'no such user', cure: 'make one' }]
    const plan = aPlan({ wishes: [{ grant: GRANT, fate: { is: 'live' } }], blocked })
    expect(entriesBefore(remembering({ plan })).map(({ is }) => is)).toEqual(['opened'])
  })

  it('the record is opened for what is blocked beside what is refused', () => {
    const blocked = [{ grants: [GRANT.key], because: 'no such user', cure: 'make one' }]
    const plan = aPlan({ wishes: [{ grant: GRANT, fate: { is: 'live' } }], blocked })
    const asked = remembering({ plan, verdicts: verdicts([OTHER, refused('it was edited')]) })
    expect(entriesBefore(asked).map(({ is }) => is)).toEqual(['opened', 'refused'])
  })

  const giving = aPlan({ steps: [aStep(GRANT)] })

  it('a proof that is used is written down: what landed, by which pull request, by whose reviews, under which rules', () => {
    const verdict = proof({
      pull: 7,
      reviews: [
        { id: 11, author: 1 },
        { id: 12, author: 2 },
      ],
      way: 'approvedBy',
      rule: 'production',
      settingsAtLanding: 'e1',
      settingsNow: 'e2',
    })
    expect(known(remembering({ plan: giving, verdicts: verdicts([GRANT, verdict]) }))).toEqual([
      {
        is: 'proved',
        version: GRANT.version,
        request: 'a',
        blob: 'blob of a',
        landing: 'landing of a',
        pull: 7,
        reviews: [11, 12],
        way: 'approvedBy',
        rule: 'production',
        settingsAtLanding: 'e1',
        settingsNow: 'e2',
      },
    ])
  })

  it('a proof of what stands unrecorded is used as well', () => {
    const plan = aPlan({ unrecorded: [{ ...aStep(GRANT), identity: 'id', until: GRANT.until }] })
    expect(known(remembering({ plan, verdicts: verdicts([GRANT, proof()]) })).map(({ is }) => is)).toEqual(['proved'])
  })

  it('what is refused is written down once, used or not', () => {
    const asked = verdicts([GRANT, refused('it was edited')])
    const entry = { is: 'refused', version: GRANT.version, request: 'a', because: 'edited', says: 'it was edited' }
    expect(known(remembering({ verdicts: asked }))).toEqual([entry])
    const ledger = aLedger([], { refused: new Map([[GRANT.version, { because: 'edited', says: 'it was edited' }]]) })
    expect(known(remembering({ verdicts: asked, ledger }))).toEqual([])
  })

  it.each([
    ['proofs that nothing used', verdicts([OTHER, proof()])],
    ['what could not be learned', verdicts([GRANT, { is: 'unknown', because: 'GitHub did not answer' }])],
    ['versions that are not at the head', verdicts([aGrant('gone'), refused('it was edited')])],
  ])('%s are not written down', (_what, asked) => {
    expect(known(remembering({ plan: giving, verdicts: asked }))).toEqual([])
  })

  it('verdicts are written in the order of their versions, in whichever they came', () => {
    const all = ['a', 'b', 'c'].map((name) => [aGrant(name), refused(name)] as const)
    const sorted = ['a', 'b', 'c'].map(versionOf).toSorted()
    for (const order of [all, all.toReversed()])
      expect(
        known(remembering({ verdicts: verdicts(...order) })).map((one) => 'version' in one && one.version),
      ).toEqual(sorted)
  })

  it('broken glass is written down once, with whoever must review it', () => {
    const afterwards = { by: [id<'person'>('priya')], until: later(NOON, hours(24)) }
    const asked = { plan: giving, verdicts: verdicts([GRANT, proof({ pull: 7, afterwards })]) }
    expect(known(remembering(asked)).at(-1)).toEqual({
      is: 'brokeGlass',
      version: GRANT.version,
      request: 'a',
      pull: 7,
      ...afterwards,
    })
    const glass = new Map([[GRANT.version, { request: 'a', pull: 7, ...afterwards, at: NOON, reviewed: null }]])
    expect(known(remembering({ ...asked, ledger: aLedger([], { glass }) })).map(({ is }) => is)).toEqual(['proved'])
  })

  it('what is gone without us is ended at once', () => {
    const plan = aPlan({ vanished: [{ granted: aGranted(GRANT, { account: '999988887777' }), because: 'undone' }] })
    expect(known(remembering({ plan }))).toEqual([
      {
        is: 'ended',
        because: 'undone',
        versions: [GRANT.version],
        until: GRANT.until,
        confirmed: NOON,
        ...BLUE,
        account: '999988887777',
      },
    ])
  })
})

describe('after a step', () => {
  const confirmed = later(NOON, 30)
  const done = (step: Step): StepOutcome => ({ step: step.id, is: 'done', already: false, confirmed })
  const failed = (step: Step): StepOutcome => ({
    step: step.id,
    is: 'failed',
    call: 0,
    error: { kind: 'denied', call: 'iam:AttachUserPolicy', said: 'no' },
  })
  const skipped = (step: Step): StepOutcome => ({ step: step.id, is: 'skipped', because: 'out-of-time' })
  const made = (step: Step, outcome: (of: Step) => StepOutcome, more: Partial<Remembering> = {}) =>
    entriesAfter(remembering({ plan: aPlan({ steps: [step] }), ...more }), [outcome(step)], 0).slice(0, -1)

  const step = aStep(GRANT, { reach: ['wear blue'] })
  const GRANTED = {
    is: 'granted',
    grants: [{ grant: GRANT.key, version: GRANT.version }],
    identity: 'id-of-marta@example.com',
    content: step.content,
    until: GRANT.until,
    reach: ['wear blue'],
    confirmed,
    ...BLUE,
  }
  const both = aStep(GRANT, { ...step, holders: [...step.holders, { grant: OTHER.key, version: OTHER.version }] })
  const PROVED = { verdicts: verdicts([GRANT, proof()]) }

  it('what was given is written down', () => {
    expect(made(step, done, PROVED)).toEqual([GRANTED])
  })

  it('only of those who are proved, or had it before', () => {
    expect(made(both, done, PROVED)).toEqual([GRANTED])
    expect(made(both, done, { ...PROVED, ledger: aLedger([aGranted(OTHER)]) })).toEqual([
      { ...GRANTED, grants: both.holders },
    ])
    expect(made(both, done, { ledger: aLedger([aGranted(GRANT, { ended: { because: 'held', at: NOON } })]) })).toEqual(
      [],
    )
  })

  it.each([
    ['nobody', { identity: null }],
    ['no end', { until: null }],
    ['no holder', { holders: [] }],
  ])('nothing is written down as given to %s', (_whom, more) => {
    expect(made(aStep(GRANT, { ...step, ...more }), done, PROVED)).toEqual([])
  })

  it('what failed says what, of whom and where', () => {
    expect(made(both, failed, PROVED)).toEqual([
      {
        is: 'failed',
        does: 'gives',
        versions: [GRANT.version, OTHER.version].toSorted(),
        says: 'iam:AttachUserPolicy: no',
        ...BLUE,
      },
    ])
  })

  const taking = aRevocation(GRANT, { because: 'withdrawn' })
  const second = aGrant('c')
  const held = aLedger([aGranted(GRANT), aGranted(second), aGranted(OTHER)])
  const holders = [GRANT.version, second.version].toSorted()

  it('what could not be taken is told of everybody who stands on it', () => {
    expect(made(taking, failed, { ledger: held })).toMatchObject([{ is: 'failed', does: 'takes', versions: holders }])
  })

  it('what was taken has ended for everybody who stood on it', () => {
    expect(made(taking, done, { ledger: held })).toEqual([
      { is: 'ended', because: 'withdrawn', versions: holders, until: GRANT.until, confirmed, ...BLUE },
    ])
  })

  it.each(['asked', 'renewed', 'drift'] as const)('what was taken because it was %s has changed', (because) => {
    expect(made({ ...taking, because }, done)).toMatchObject([{ is: 'ended', because: 'changed' }])
  })

  it('a step that was not begun leaves nothing', () => {
    expect(made(step, skipped, PROVED)).toEqual([])
  })

  it('a step of which nothing is known leaves nothing either', () => {
    const asked = remembering({ plan: aPlan({ steps: [step] }), ...PROVED })
    expect(entriesAfter(asked, [], 0)).toEqual([{ is: 'closed', exit: 0, done: 0, failed: 0, skipped: 0 }])
  })

  it('what stood already is written down as it was found', () => {
    const { holders: given, ...found } = aStep(OTHER, { reach: ['wear amber'] })
    const unrecorded = { ...found, holders: given, identity: 'id-of-then', until: OTHER.until }
    expect(entriesAfter(remembering({ plan: aPlan({ unrecorded: [unrecorded] }) }), [], 0).slice(0, -1)).toEqual([
      {
        is: 'granted',
        grants: given,
        identity: 'id-of-then',
        content: found.content,
        until: OTHER.until,
        reach: ['wear amber'],
        confirmed: NOON,
        ...AMBER,
      },
    ])
  })

  it('the record is closed with how it went', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const steps = names.map((badge) => aStep(aGrant('a', { badge })))
    const ends = [done, failed, skipped, done, skipped, done]
    const outcomes = steps.map((one, at) => (ends[at] ?? done)(one))
    expect(entriesAfter(remembering({ plan: aPlan({ steps }) }), outcomes, 3).at(-1)).toEqual({
      is: 'closed',
      exit: 3,
      done: 3,
      failed: 1,
      skipped: 2,
    })
  })
})
