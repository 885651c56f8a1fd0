// What cannot be given through Okta's app: why, and what to do about it.

import { describe, expect, it } from 'vitest'
import type { PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import type { Resolved } from '../../../src/core/plan/provisioner.ts'
import { type Placing, place } from '../../../src/modes/okta-saml/place.ts'
import { HERE, NOON } from '../../support/builders.ts'
import { actions, managed, named } from '../identity-center/support.ts'
import { placing, putting } from './placing.ts'
import { ACCOUNT, allowing, asking, text } from './pool.ts'

const get = () => actions('dynamodb:GetItem')
const rolesOf = ({ holdings }: ReturnType<typeof putting>) =>
  holdings.map(({ identity, content }) => `${identity} ${content.role}`)

describe('what is refused', () => {
  const refusal = (one: Resolved) => {
    const { holdings, blocked } = putting([one])
    expect(holdings).toEqual([])
    return blocked.map(({ because, cure, grants, at }) => {
      expect([grants, at]).toEqual([[one.grant.key], HERE])
      return [because, cure]
    })
  }
  const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`
  const own = (name: string) => [[`${name} is Daypass's own`, 'ask for something that Daypass does not live on']]

  it("is Daypass's own, as a role or a policy, and nothing that only looks like it", () => {
    expect(refusal(asking(named('role', 'd'), {}, { role: { id: arn('role/audit/daypass') } }))).toEqual(own('d'))
    expect(refusal(asking(managed('p'), {}, { policy: { id: arn('policy/daypass/p') } }))).toEqual(own('p'))
    const person = asking(
      get(),
      {},
      { identity: { id: arn('user/daypass/x') }, account: { id: arn('role/daypass/x') } },
    )
    expect(putting([person]).blocked).toEqual([])
    const gone = asking(named('role', 'd'), {}, { role: { is: 'absent', id: arn('role/daypass/d') } })
    expect(refusal(gone)).toEqual([['nobody holds a role through Okta', 'ask for a role, a policy or actions']])
  })

  it.each(['group', 'permissionSet'] as const)('is a %s, though a role of that name is there', (what) => {
    const one = asking({ form: 'existing', thing: { what, by: 'name', value: 'ops', at: HERE } })
    const role = asking(named('role', 'ops')).facts.slice(-1)
    expect(refusal({ ...one, facts: [...one.facts, ...role] })).toEqual([
      [`nobody holds a ${what} through Okta`, 'ask for a role, a policy or actions'],
    ])
  })

  const looking = (statement: Partial<Statement>): PolicyDocument => text({ ...allowing('s3:Get*'), ...statement })
  const conditions = { StringLike: { 'AWS:UserId': ['*:x'] } }

  it('is what looks at the name of the session itself, whatever its letters: both could not be demanded', () => {
    expect(refusal(asking(managed('p'), {}, { policy: { document: looking({ conditions }) } }))).toEqual([
      ['policy a cannot be given: it looks at who is asking by aws:userid itself', 'ask for something else'],
    ])
  })

  it('is not what looks at it in another way: that is demanded besides', () => {
    const other = { StringNotLike: { 'aws:userid': ['*:x'] } }
    const document = looking({ conditions: other })
    const [one] = putting([asking(managed('p'), {}, { policy: { document } })]).holdings
    expect(one?.content.is === 'pool' && one.content.document?.statements[0]?.conditions).toMatchObject({
      ...other,
      StringLike: { 'aws:userid': ['*:marta@example.com'] },
    })
  })

  it('is a text that nobody understands, and one with a Deny', () => {
    expect(refusal(asking(managed('p')))).toEqual([
      ['policy a cannot be given: its text is not understood', 'ask for something else'],
    ])
    const document = text(allowing('s3:*'), { ...allowing('s3:Delete*'), effect: 'Deny' })
    expect(refusal(asking(managed('p'), {}, { policy: { document } }))).toEqual([
      ['policy a cannot be given: it holds a Deny, which would cut other access as well', 'ask for something else'],
    ])
  })

  it('stands before what has no room', () => {
    const live = [
      asking(get(), { free: {} }),
      asking(managed('p'), { letter: 'b' }),
      asking(actions('s3:*'), { who: 'abe' }),
    ]
    const { holdings, blocked } = putting(live)
    expect(rolesOf({ holdings, blocked })).toEqual(['00uabe pool-01'])
    expect(blocked.map(({ grants }) => grants[0])).toEqual([live[1]?.grant.key, live[0]?.grant.key])
  })
})

describe('our own mistake', () => {
  const put = (asked: Placing, one: Resolved) =>
    place(asked, [one], { asOf: NOON, scopes: new Map(), observed: [], facts: new Map() })
  it('is to place somebody in no app, or nobody at all', () => {
    const mistake = 'a grant was placed without its app or person'
    expect(() => put(placing({ federation: () => null }), asking(named('role', 'r')))).toThrow(mistake)
    const nobody = { identity: { is: 'absent' } }
    expect(() => put(placing(), asking(named('role', 'r'), {}, nobody))).toThrow(mistake)
    expect(putting([])).toEqual({ holdings: [], blocked: [] })
  })
})
