// Whether the rules of three settings allow a request, and whose approvals count under all of them: in words.

import { describe, expect, it } from 'vitest'
import { examineRequest } from '../../../src/core/approval/proof.ts'
import type { CheckName } from '../../../src/core/approval/proof-chain.ts'
import { askApprovals, type Bench, type Judging } from '../../../src/core/approval/proof-rules.ts'
import { id, type PersonId } from '../../../src/core/model/id.ts'
import type { Rule } from '../../../src/core/model/rule.ts'
import type { Hold, Person, Settings } from '../../../src/core/model/settings.ts'
import { DAY, instantOf, later } from '../../../src/core/model/time.ts'
import { AT, approvedBy, auto, breakGlass, group, person, policy, rule, settings } from './company.ts'
import {
  asked,
  MERGED,
  proofOf,
  RULES,
  review,
  reviewed,
  SETTINGS,
  type Spoil,
  UNREAD,
  verdict,
} from './proof-story.ts'

const changed = (handle: string, rest: Partial<Person>, rules: readonly Rule[] = RULES): Settings => {
  const people = new Map<PersonId, Person>(
    [...SETTINGS.people].map(([one, who]) => [one, one === person(handle) ? { ...who, ...rest } : who]),
  )
  return settings(rules, { people })
}

const HELD: readonly Hold[] = [{ what: { is: 'everything' }, because: 'incident', since: null, at: AT }]
const held = (...rules: readonly Rule[]): Settings => settings([...RULES, ...rules], { holds: HELD })
const NO = rule('no', { deny: 'never' })
const TWO = settings([rule('leads', { ways: [approvedBy('@leads', 2)] })])
const by = (...reviews: readonly ReturnType<typeof review>[]): NonNullable<Spoil['pull']> => ({
  reviews: reviewed(...reviews),
})
const unread = (who: string) => review(who, { blobs: UNREAD })
const cannot = (who: string) => `what ${who} approved could not be read: GitHub: unreachable (timeout)`

const why = (spoil: Spoil): string => {
  const given = verdict(spoil)
  if (given.is === 'proved') throw new Error('it is proved')
  const said = given.is === 'refused' ? `${given.because}: ${given.says}` : `unknown: ${given.because}`
  return said.replace('pull request #12: ', '')
}

const LANDING = 'the settings in force at the landing'
const EITHER = [...RULES, rule('security', { ways: [approvedBy('@security')] })]
const BUCKETS = [...RULES, rule('buckets', { what: { facets: { action: 's3:*' } }, deny: 'no buckets' })]

const SAID: readonly (readonly [sentence: string, spoil: Spoil])[] = [
  [`approvals-missing: 0 of 1 approval by rule leads (${LANDING})`, { pull: by(review('nils')) }],
  [
    `approvals-missing: 1 of 2 approvals by rule leads (${LANDING}); sam approved 8d before the merge, which is too long; mallory approved and is nobody of the people map`,
    {
      everywhere: TWO,
      pull: by(review('lena'), review('mallory'), review('sam', { submittedAt: later(MERGED, -8 * DAY) })),
    },
  ],
  [
    `approvals-missing: 0 of 1 approval by rule leads (${LANDING}); lena approved and is several people of the people map`,
    { everywhere: changed('sam', { githubId: 102 }) },
  ],
  [`unknown: ${cannot('lena')}; ${cannot('omar')}`, { pull: by(unread('omar'), review('nils'), unread('lena')) }],
  [`rules-at-landing: rule no: never (${LANDING})`, { atLanding: settings([...RULES, NO]) }],
  ['rules-now: rule no: never (the settings in force now)', { now: settings([...RULES, NO]) }],
  ['rules-at-head: rule no: never (the settings at the head)', { head: settings([...RULES, NO]) }],
  [`rules-at-landing: held: incident (${LANDING})`, { atLanding: held() }],
  ['unknown: held: incident (the settings in force now)', { now: held() }],
  ['unknown: held: incident (the settings at the head)', { head: held() }],
  ['rules-at-head: held: incident; rule no: never (the settings at the head)', { head: held(NO) }],
  [
    `unknown: ${LANDING} cannot decide before they know the text of A in orders-prod, the text of B in orders-prod`,
    { everywhere: settings(BUCKETS), ask: { items: [policy('A'), policy('B')] } },
  ],
  [
    `changes-requested: lena may approve by rule leads and asked for changes (${LANDING})`,
    { pull: by(review('!lena'), review('omar')) },
  ],
  [
    `author-not-requester: marta may not ask for carl: leads does not say \`onBehalf: allowed\` (${LANDING})`,
    { ask: { for: 'carl' } },
  ],
  [
    `approvals-missing: 0 of 1 approval by rule leads, counting only approvers who may approve at the landing and now (${LANDING})`,
    {
      atLanding: changed('omar', { groups: [] }),
      now: changed('lena', { groups: [] }),
      pull: by(review('lena'), review('omar')),
    },
  ],
  [
    `approvals-missing: 0 of 1 approval by rule leads; 0 of 1 approval by rule security, counting only approvers who may approve at the landing and now (${LANDING})`,
    {
      everywhere: settings(EITHER),
      atLanding: changed('omar', { groups: [] }, EITHER),
      now: changed('lena', { groups: [] }, EITHER),
      pull: by(review('lena'), review('omar')),
    },
  ],
  [
    'unknown: what lena approved could not be read: GitHub: unreachable (timeout)',
    { atLanding: changed('omar', { groups: [] }), pull: by(unread('lena'), review('omar')) },
  ],
]

describe('rules do not allow it', () => {
  it.each(SAID)('%s', (sentence, spoil) => {
    expect(why(spoil)).toBe(sentence)
  })
})

describe('rules that allow it', () => {
  const saysOf = (name: CheckName, spoil: Spoil) =>
    examineRequest(asked(spoil)).examined[0]?.checks.find((check) => check.name === name)?.says
  const free = settings([rule('free', { ways: [auto] })])
  const several = settings([
    rule('a', { what: { kind: 'policy' }, ways: [approvedBy('@leads')] }),
    rule('b', { what: { kind: 'group' }, ways: [approvedBy('@security')] }),
  ])
  const two = { everywhere: several, ask: { items: [policy('AmazonS3ReadOnlyAccess'), group('g')] } }

  it('say so with every rule and its numbers', () => {
    const spoil = { ...two, pull: by(review('sam'), review('lena')) }
    expect(saysOf('rules-now', spoil)).toBe('1 of 1 approval by rule a; 1 of 1 approval by rule b')
    expect(saysOf('approvals', spoil)).toBe('sam approved 1h before the merge; lena approved 1h before the merge')
  })

  it('name every review that some item rests on, in the order of the reviews', () => {
    const proof = proofOf(verdict({ ...two, pull: by(review('sam'), review('omar'), review('lena')) }))
    expect(proof.reviews).toEqual([
      { id: 1, author: 104 },
      { id: 2, author: 103 },
      { id: 3, author: 102 },
    ])
  })

  it('rest on no approval where none is demanded, though there are some', () => {
    const spoil = { everywhere: free, pull: by(review('lena')) }
    expect(proofOf(verdict(spoil)).reviews).toEqual([])
    expect(saysOf('approvals', spoil)).toBe('none is demanded')
  })

  it('rest on what the stricter of them demand', () => {
    for (const one of ['atLanding', 'now', 'head'] as const)
      expect(proofOf(verdict({ everywhere: SETTINGS, [one]: free })).reviews).toEqual([{ id: 1, author: 102 }])
  })

  it('count whoever all of them know, beside strangers and people who may not approve', () => {
    const pull = by(review('mallory'), review('nils'), review('lena'))
    expect(proofOf(verdict({ pull })).reviews).toEqual([{ id: 3, author: 102 }])
  })

  it('keep who looks at broken glass, from the merge on', () => {
    const glass = settings([rule('glass', { ways: [breakGlass('marta')] })])
    const proof = proofOf(verdict({ everywhere: glass, ask: { glass: true }, pull: by() }))
    expect(proof.afterwards).toEqual({ by: ['sam'], until: later(MERGED, DAY) })
    expect([proof.way, proof.rule]).toEqual(['breakGlass', 'glass'])
  })
})

describe('approvals of an item', () => {
  it('that some settings do not know at all are missing', () => {
    const { request, deciding } = asked()
    const window = { from: instantOf(0), until: instantOf(DAY) }
    const judging: Judging = { ...deciding, request, window, said: { approvals: [], objections: [] } }
    const bench: Bench = { name: 'rules-now', settings: SETTINGS, author: person('marta') }
    expect(askApprovals([id<'grant'>('another')], [bench], judging)).toEqual({
      is: 'no',
      because: 'approvals-missing',
      says: 'there is no such item, counting only approvers who may approve at the landing and now (the settings in force now)',
    })
  })
})
