// What cannot be given through Identity Center: why, what to do about it, and how much room there is.

import { describe, expect, it } from 'vitest'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import type { Placing } from '../../../src/modes/identity-center/place.ts'
import { QUOTAS } from '../../../src/modes/identity-center/quotas.ts'
import { HERE } from '../../support/builders.ts'
import { type Answers, AWS, asking, grantOf, placing, putting } from './placing.ts'
import { ACCOUNT, seen } from './sets.ts'
import { actions, managed, named } from './support.ts'

describe('what is refused', () => {
  const refusal = (asked: Placing, permissions: Permissions, answers: Answers = {}) => {
    const { holdings, blocked } = putting(asked, [asking(grantOf(permissions), answers)])
    expect(holdings).toEqual([])
    return blocked.map(({ because, cure, at, grants }) => {
      expect([at, grants.length]).toEqual([HERE, 1])
      return [because, cure]
    })
  }
  const own = (name: string) => [[`${name} is Daypass's own`, 'ask for something that Daypass does not live on']]
  const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`

  it("is Daypass's own, whatever it is called", () => {
    const daypass = (name: string) => ({ id: arn('role/audit/daypass'), name })
    expect(refusal(placing(), named('role', 'daypass'), { role: daypass('daypass') })).toEqual(own('daypass'))
    expect(refusal(placing(), managed('p'), { policy: { id: arn('policy/daypass/acme/p') } })).toEqual(own('p'))
    expect(refusal(placing(), named('permissionSet', 'a-dpabcdefghij234'))).toEqual(own('a-dpabcdefghij234'))
  })

  it('is not what only looks like it: a role with the name of a set of ours, a person, an account', () => {
    const fine = (permissions: Permissions, answers: Answers) =>
      putting(placing(), [asking(grantOf(permissions), answers)]).blocked
    expect(fine(named('role', 'a-dpabcdefghij234'), { role: { id: arn('role/a-dpabcdefghij234') } })).toEqual([])
    expect(fine(actions('s3:Get*'), { identity: { id: arn('user/daypass/x') } })).toEqual([])
    expect(fine(actions('s3:Get*'), { account: { id: arn('role/daypass/x') } })).toEqual([])
  })

  it('is not what is not there, whatever it would be called', () => {
    const gone = { policy: { is: 'absent', id: arn('policy/daypass/p') } }
    expect(refusal(placing(), managed('p'), gone)).toEqual([
      ['policy a cannot be given: its text is not understood', 'ask for something else'],
    ])
  })

  it('is what owners protect by name, and nothing else', () => {
    const things = [{ is: 'glob', text: 'Break*' } as const]
    const protecting = placing('separate', { protected: { people: [], targets: [], things } })
    const because = [
      [
        'BreakGlass is protected by Break* of protected.things in daypass.yaml',
        'ask for something else; only changing that setting lifts it',
      ],
    ]
    expect(refusal(protecting, named('permissionSet', 'BreakGlass'))).toEqual(because)
    expect(refusal(protecting, managed('p'), { policy: { id: AWS, name: 'BreakGlass' } })).toEqual(because)
    const person = { identity: { name: 'Breaker' } }
    expect(putting(protecting, [asking(grantOf(named('permissionSet', 'Glass')), person)]).blocked).toEqual([])
  })

  it('is what cannot be said, with why', () => {
    expect(refusal(placing(), managed('p'), { policy: { is: 'absent' } })).toEqual([
      ['policy a cannot be given: its text is not understood', 'ask for something else'],
    ])
    for (const what of ['role', 'permissionSet'] as const)
      expect(refusal(placing(), named(what, 'x'), { [what]: { is: 'absent' } })).toEqual([
        ['existing a cannot be given: only a role can be assumed', 'ask for something else'],
      ])
  })

  it('is told beside what is given', () => {
    const live = [
      asking(grantOf(managed('p'), 'a'), { policy: { is: 'absent' } }),
      asking(grantOf(actions('s3:*'), 'b')),
    ]
    const { holdings, blocked } = putting(placing(), live)
    expect([holdings.length, blocked.length]).toEqual([1, 1])
  })
})

describe('room for sets', () => {
  const live = (count: number, sets: number) =>
    'abcdef'
      .slice(0, count)
      .split('')
      .map((letter) => asking(grantOf(actions(`s3:${letter}`), letter), { account: { used: { sets } } }))
  const two = placing('separate', { quotas: { ...QUOTAS, sets: 2 } })
  const counts = ({ holdings, blocked }: ReturnType<typeof putting>) => [holdings.length, blocked.length]

  it('is what Identity Center takes, less what others have', () => {
    expect(counts(putting(two, live(2, 0)))).toEqual([2, 0])
    expect(counts(putting(two, live(2, 1)))).toEqual([1, 1])
    expect(counts(putting(two, live(2, 2)))).toEqual([0, 2])
    const { holdings, blocked } = putting(two, live(3, 0))
    const lost = live(3, 0).filter(({ grant }) => holdings.every((one) => one.holders[0]?.grant.key !== grant.key))
    expect(blocked).toEqual([
      {
        grants: lost.map(({ grant }) => grant.key),
        because: 'Identity Center can have 2 permission sets, and all are taken',
        cure: 'end something first, have AWS raise the quota, or set `sets: merged` in integrations/aws.yaml',
        at: HERE,
      },
    ])
  })

  it('is kept by what is there already, however full it is, and taken from what is new', () => {
    const all = putting(placing(), live(3, 0)).holdings
    const there = all.slice(1).map(({ content }) => seen(content))
    const { holdings, blocked } = putting(two, live(3, 0), ...there)
    expect(holdings.map(({ key }) => key)).toEqual(there.map(({ key }) => key))
    expect(blocked).toHaveLength(1)
    expect(counts(putting(two, live(3, 9), ...all.map(({ content }) => seen(content))))).toEqual([3, 0])
  })

  it('is not taken by assignments, nor by what is there and not wanted any more', () => {
    const none = placing('separate', { quotas: { ...QUOTAS, sets: 0 } })
    const assigned = asking(grantOf(named('permissionSet', 'ReadOnly')))
    const [one] = putting(none, [assigned]).holdings
    if (one === undefined) throw new Error('not assigned')
    expect(counts(putting(two, [assigned, ...live(2, 0)], seen(one.content)))).toEqual([3, 0])
    const gone = putting(placing(), live(4, 0)).holdings.slice(2)
    const wanted = live(4, 0).filter(({ grant }) => gone.every((it) => it.holders[0]?.grant.key !== grant.key))
    expect(counts(putting(two, wanted, ...gone.map(({ content }) => seen(content))))).toEqual([2, 0])
  })

  it('is told by the account alone, and only where it was found', () => {
    const used = { sets: 9 }
    const fine = asking(grantOf(actions('s3:Get*')), { identity: { used }, account: { used: { sets: 1 } } })
    expect(counts(putting(two, [fine]))).toEqual([1, 0])
    const lost = asking(grantOf(actions('s3:Get*')), { account: { is: 'absent', used } })
    expect(counts(putting(two, [lost]))).toEqual([1, 0])
  })

  it('is none for what no text fits in', () => {
    const small = placing('separate', { quotas: { sets: 9, inlineBytes: 10, inlineSize: 10 } })
    expect(counts(putting(small, live(2, 0)))).toEqual([0, 2])
  })
})
