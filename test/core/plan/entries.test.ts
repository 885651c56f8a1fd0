// What a run writes into the record before it gives anything: word for word.

import { describe, expect, it } from 'vitest'
import type { Proof, Verdict } from '../../../src/core/approval/proof-verdict.ts'
import type { Grant } from '../../../src/core/model/grant.ts'
import { id, type VersionId } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { entriesBefore } from '../../../src/core/plan/entries.ts'
import type { Remembering } from '../../../src/core/plan/remembering.ts'
import { hours, NOON } from '../../support/builders.ts'
import { proved } from '../../support/toy-run.ts'
import { aGrant, aGranted, aLedger, aPlan, aRemembering, aStep, holdingOf, versionOf } from './values.ts'

const [GRANT, OTHER] = [aGrant('a'), aGrant('b', { badge: 'amber' })]
const BLUE = { holding: holdingOf(GRANT), mode: 'toy', target: 'prod', account: '111122223333' }

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
    expect(entriesBefore(aRemembering({ verdicts: verdicts([GRANT, proof()]) }))).toEqual([])
  })

  it.each([
    ['steps', aPlan({ steps: [aStep(GRANT)] })],
    [
      'things to be written down',
      aPlan({ unrecorded: [{ ...aStep(GRANT), is: 'unknown', identity: 'id', until: GRANT.until }] }),
    ],
  ])('the record is opened for %s, with the plan and who makes it', (_what, plan) => {
    expect(entriesBefore(aRemembering({ plan, job: 'apply from a clone' }))).toEqual([
      { is: 'opened', head: '0'.repeat(40), plan: plan.digest, job: 'apply from a clone' },
    ])
  })

  it('the record is opened for what is blocked, which is told at the end', () => {
    const blocked = [{ grants: [GRANT.key], because: 'no such user', cure: 'make one' }]
    const plan = aPlan({ wishes: [{ grant: GRANT, fate: { is: 'live' } }], blocked })
    expect(entriesBefore(aRemembering({ plan })).map(({ is }) => is)).toEqual(['opened'])
  })

  it('the record is opened for what is blocked beside what is refused', () => {
    const blocked = [{ grants: [GRANT.key], because: 'no such user', cure: 'make one' }]
    const plan = aPlan({ wishes: [{ grant: GRANT, fate: { is: 'live' } }], blocked })
    const asked = aRemembering({ plan, verdicts: verdicts([OTHER, refused('it was edited')]) })
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
    expect(known(aRemembering({ plan: giving, verdicts: verdicts([GRANT, verdict]) }))).toEqual([
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
    const plan = aPlan({ unrecorded: [{ ...aStep(GRANT), is: 'unknown', identity: 'id', until: GRANT.until }] })
    expect(known(aRemembering({ plan, verdicts: verdicts([GRANT, proof()]) })).map(({ is }) => is)).toEqual(['proved'])
  })

  it('what is refused is written down once, used or not', () => {
    const asked = verdicts([GRANT, refused('it was edited')])
    const entry = { is: 'refused', version: GRANT.version, request: 'a', because: 'edited', says: 'it was edited' }
    expect(known(aRemembering({ verdicts: asked }))).toEqual([entry])
    const ledger = aLedger([], { refused: new Map([[GRANT.version, { because: 'edited', says: 'it was edited' }]]) })
    expect(known(aRemembering({ verdicts: asked, ledger }))).toEqual([])
  })

  it.each([
    ['proofs that nothing used', verdicts([OTHER, proof()])],
    ['what could not be learned', verdicts([GRANT, { is: 'unknown', because: 'GitHub did not answer' }])],
    ['versions that are not at the head', verdicts([aGrant('gone'), refused('it was edited')])],
  ])('%s are not written down', (_what, asked) => {
    expect(known(aRemembering({ plan: giving, verdicts: asked }))).toEqual([])
  })

  it('verdicts are written in the order of their versions, in whichever they came', () => {
    const all = ['a', 'b', 'c'].map((name) => [aGrant(name), refused(name)] as const)
    const sorted = ['a', 'b', 'c'].map(versionOf).toSorted()
    for (const order of [all, all.toReversed()])
      expect(
        known(aRemembering({ verdicts: verdicts(...order) })).map((one) => 'version' in one && one.version),
      ).toEqual(sorted)
  })

  it('broken glass is written down once, with whoever must review it', () => {
    const afterwards = { by: [id<'person'>('priya')], until: later(NOON, hours(24)) }
    const asked = { plan: giving, verdicts: verdicts([GRANT, proof({ pull: 7, afterwards })]) }
    expect(known(aRemembering(asked)).at(-1)).toEqual({
      is: 'brokeGlass',
      version: GRANT.version,
      request: 'a',
      pull: 7,
      ...afterwards,
    })
    const glass = new Map([[GRANT.version, { request: 'a', pull: 7, ...afterwards, at: NOON, reviewed: null }]])
    expect(known(aRemembering({ ...asked, ledger: aLedger([], { glass }) })).map(({ is }) => is)).toEqual(['proved'])
  })

  it('what is gone without us is ended at once', () => {
    const plan = aPlan({ vanished: [{ granted: aGranted(GRANT, { account: '999988887777' }), because: 'undone' }] })
    expect(known(aRemembering({ plan }))).toEqual([
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
