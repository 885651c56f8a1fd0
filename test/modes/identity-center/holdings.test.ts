// What live grants become in Identity Center, in full: the set, the assignment, and what people read of them.

import { describe, expect, it } from 'vitest'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import { later } from '../../../src/core/model/time.ts'
import { contentDigest } from '../../../src/modes/identity-center/content.ts'
import type { Placing } from '../../../src/modes/identity-center/place.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'
import { AWS, asking, grantOf, placing, putting } from './placing.ts'
import { ACCOUNT, allowing, END, PORTAL } from './sets.ts'
import { actions, aGrant, managed, named } from './support.ts'

describe('a holding', () => {
  it('of actions is a set with its text, its person, and what people read of it', () => {
    const live = asking(aGrant(actions('dynamodb:GetItem'), { what: 'dynamodb on orders' }))
    const { holdings, blocked } = putting(placing(), [live])
    expect(blocked).toEqual([])
    const [one] = holdings
    if (one?.content.is !== 'set') throw new Error('no set')
    expect(one).toEqual({
      key: `${ACCOUNT}/set/${one.content.name}`,
      mode: 'identity-center',
      target: 'prod',
      scope: `sso:${ACCOUNT}`,
      holders: [live],
      until: END,
      lapse: 'always',
      identity: 'user-1',
      content: {
        is: 'set',
        account: ACCOUNT,
        name: expect.stringMatching(/^dynamodb-dp[a-z2-7]{13}$/),
        document: expect.objectContaining({ version: '2012-10-17' }),
        managed: [],
        customer: [],
        assigned: [`${ACCOUNT}/USER/user-1`],
        made: {
          description:
            'Daypass: dynamodb on orders for marta in prod, first asked for by r. It ends by itself and is then removed; changes by hand are undone.',
          person: 'marta',
          version: 'a'.repeat(40),
        },
        portal: PORTAL,
      },
      digest: contentDigest(one.content),
    })
    expect(one.content.document?.statements.map(({ sid, effect }) => [effect, sid])).toEqual([
      ['Allow', `Daypass0V${'a'.repeat(40)}`],
      ['Deny', `Daypass1V${'a'.repeat(40)}`],
      ['Deny', 'DaypassGuard0'],
    ])
  })

  it('of a set of the organisation is an assignment that nothing but the record marks', () => {
    const session = { id: 'arn:set', name: 'ReadOnly', used: { session: 3600 } }
    const grant = grantOf(named('permissionSet', 'readonly'))
    const live = asking(grant, { permissionSet: session, identity: { name: 'Marta' } })
    const [one, ...more] = putting(placing(), [live]).holdings
    expect(more).toEqual([])
    expect(one).toStrictEqual({
      key: `${ACCOUNT}/assignment/user-1/ReadOnly`,
      mode: 'identity-center',
      target: 'prod',
      scope: `sso:${ACCOUNT}`,
      holders: [live],
      until: END,
      lapse: 'never',
      identity: 'user-1',
      content: {
        is: 'assignment',
        account: ACCOUNT,
        userId: 'user-1',
        user: 'Marta',
        set: 'ReadOnly',
        portal: PORTAL,
        session: 3600,
      },
      digest: expect.any(String),
      markedBy: 'claim',
    })
    const untold = asking(grant, { permissionSet: { name: 'ReadOnly' } })
    expect(putting(placing(), [untold]).holdings[0]?.content).toMatchObject({ session: null })
  })

  it('of a set of the organisation is one for everybody who asked for it, until the last of them', () => {
    const [short, long] = ['a', 'b'].map((letter) => {
      const until = letter === 'b' ? later(NOON, hours(5)) : END
      return asking({ ...grantOf(named('permissionSet', 'ReadOnly'), letter), until })
    })
    if (short === undefined || long === undefined) throw new Error('no grants')
    const { holdings } = putting(placing(), [short, long])
    expect(holdings.map(({ until, holders }) => [until, holders])).toEqual([[later(NOON, hours(5)), [short, long]]])
  })

  it('of a managed policy holds it as it is: by ARN where it is of AWS, by path where it is of the account', () => {
    const policies = (arn: string) => {
      const [one] = putting(placing(), [asking(grantOf(managed('ReadOnly')), { policy: { id: arn } })]).holdings
      return one?.content.is === 'set' ? [one.content.managed, one.content.customer, one.lapse] : null
    }
    expect(policies(AWS)).toEqual([[AWS], [], 'always'])
    expect(policies('arn:aws-cn:iam::aws:policy/X')).toEqual([['arn:aws-cn:iam::aws:policy/X'], [], 'always'])
    expect(policies(`arn:aws:iam::${ACCOUNT}:policy/orders/requeue`)).toEqual([[], ['/orders/requeue'], 'always'])
    expect(policies(`arn:aws:iam::${ACCOUNT}:policy/requeue`)).toEqual([[], ['/requeue'], 'always'])
  })

  it('of a managed policy of the account stays one, though its path looks like those of AWS', () => {
    const arn = `arn:aws:iam::${ACCOUNT}:policy/arn:aws:iam::aws:policy/X`
    const [one] = putting(placing(), [asking(grantOf(managed('X')), { policy: { id: arn } })]).holdings
    expect(one?.content).toMatchObject({ managed: [], customer: ['/arn:aws:iam::aws:policy/X'] })
  })

  it('of a policy limited to a resource holds what is left of it, and never the policy', () => {
    const arn = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`
    const limited: Permissions = {
      form: 'narrowed',
      policy: { what: 'policy', by: 'name', value: 'Power', at: HERE },
      to: [{ arn, only: null, when: {} }],
    }
    const answers = { policy: { id: AWS, document: allowing('dynamodb:GetItem') } }
    const [one] = putting(placing(), [asking(grantOf(limited), answers)]).holdings
    if (one?.content.is !== 'set') throw new Error('no set')
    expect([one.content.managed, one.content.customer]).toEqual([[], []])
    expect(one.content.document?.statements[0]).toMatchObject({
      effect: 'Allow',
      actions: { only: ['dynamodb:GetItem'] },
      resources: { only: [arn] },
    })
  })

  it('of a role is a set of its own, though there is a set of that name', () => {
    const live = asking(grantOf(named('role', 'orders')), { role: { id: `arn:aws:iam::${ACCOUNT}:role/orders` } })
    const set = asking(grantOf(named('permissionSet', 'orders'))).facts.slice(-1)
    const both = { ...live, facts: [...live.facts, ...set] }
    expect(putting(placing(), [both]).holdings.map(({ content }) => content.is)).toEqual(['set'])
  })

  it('of a role ends for new sessions only', () => {
    const live = asking(grantOf(named('role', 'orders')), { role: { id: `arn:aws:iam::${ACCOUNT}:role/orders` } })
    const [one] = putting(placing(), [live]).holdings
    expect(one?.lapse).toBe('depends')
    const both = putting(placing('merged'), [asking(grantOf(actions('s3:Get*'), 'b')), live]).holdings
    expect(both.map(({ lapse, holders }) => [lapse, holders.length])).toEqual([['depends', 2]])
  })

  it('is told in the order of its key', () => {
    const live = ['z', 'b', 'm'].map((name) => asking(grantOf(named('permissionSet', name), name)))
    expect(putting(placing(), live).holdings.map(({ key }) => key.split('/').at(-1))).toEqual(['b', 'm', 'z'])
  })

  it('has no portal where the account told none', () => {
    const live = asking(grantOf(named('permissionSet', 'a')), { account: { is: 'absent' }, identity: { is: 'absent' } })
    expect(putting(placing(), [live]).holdings[0]?.content).toMatchObject({
      portal: { url: '', region: 'eu-west-1' },
      user: '',
    })
  })
})

describe('what people read of a set', () => {
  const description = (asked: Placing, what: string): string => {
    const [one] = putting(asked, [asking(aGrant(actions('s3:Get*'), { what }))]).holdings
    return one?.content.is === 'set' ? one.content.made.description : ''
  }

  it('is of letters that Identity Center takes, and no longer than it takes', () => {
    expect(description(placing(), 'ключ\t~ü¡ÿ')).toMatch(/^Daypass: \?\?\?\?\?~ü¡ÿ for marta/)
    expect(description(placing(), 'x'.repeat(900))).toBe(`Daypass: ${'x'.repeat(691)}`)
  })

  it('names nothing by itself where all that is dated shares a set, unless it is a managed policy', () => {
    expect(description(placing('merged'), 's3')).toMatch(/^Daypass: what was approved for marta in prod,/)
    const live = asking(aGrant(managed('ReadOnly'), { what: 'policy ReadOnly' }), { policy: { id: AWS } })
    const [one] = putting(placing('merged'), [live]).holdings
    expect(one?.content).toMatchObject({
      made: { description: expect.stringMatching(/^Daypass: policy ReadOnly for marta/) },
    })
  })
})
