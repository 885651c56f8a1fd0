// What cannot be given to an IAM user: why, and what to do about it.

import { describe, expect, it } from 'vitest'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import { later } from '../../../src/core/model/time.ts'
import type { Fact, Resolved } from '../../../src/core/plan/provisioner.ts'
import { place } from '../../../src/modes/iam-user/place.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'
import {
  ACCOUNT,
  allow,
  aPolicy,
  document,
  existing,
  type GrantParts,
  placing,
  resolved,
  seeing,
  someActions,
  TABLE,
} from './support.ts'

const putting = (asked: typeof placing, ...live: readonly Resolved[]) => place(asked, live, seeing())

/** Because and cure of what is refused, of which nothing must be held. */
const refused = (one: Resolved, asked = placing) => {
  const { holdings, blocked } = putting(asked, one)
  expect(holdings).toEqual([])
  return blocked.map(({ because, cure, grants, at }) => {
    expect([grants, at]).toEqual([[one.grant.key], HERE])
    return [because, cure]
  })
}

const denying = () => document({ ...allow(['s3:*'], ['*']), effect: 'Deny' })
const direct = (more: GrantParts = {}) => resolved(aPolicy('Odd'), { directAttachment: true, text: denying(), ...more })

/** The same grant, where the account answered so to one of its needs. */
const answered = (one: Resolved, what: Fact['need']['what'], answer: object): Resolved => ({
  ...one,
  facts: one.facts.map((fact) => (fact.need.what === what ? ({ ...fact, ...answer } as Fact) : fact)),
})

describe("Daypass's own", () => {
  const own = (name: string) => [[`${name} is Daypass's own`, 'ask for something that Daypass does not live on']]
  const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`

  it.each<[string, () => Resolved, string]>([
    ['role', () => resolved(existing('role', arn('role/daypass/apply'))), 'apply'],
    ['policy', () => resolved(aPolicy(arn('policy/daypass/boundary')), { text: denying() }), 'boundary'],
    ['group', () => answered(resolved(existing('group', 'g')), 'group', { id: arn('group/daypass/g') }), 'g'],
  ])('is not handed out: a %s', (_what, one, name) => {
    expect(refused(one())).toEqual(own(name))
  })

  it('is not a person, though somebody keeps their user under its path, nor a thing that is not there', () => {
    const user = answered(resolved(someActions('s3:GetObject')), 'identity', { id: arn('user/daypass/marta') })
    expect(putting(placing, user).blocked).toEqual([])
    const id = arn('policy/daypass/x')
    expect(refused(answered(resolved(aPolicy('x')), 'policy', { is: 'absent', id }))).toEqual([
      ['policy:x cannot be given: its text is not understood', 'ask for something else'],
    ])
  })

  it('is not written by what is asked for, whether as actions or by the text of a policy', () => {
    const write = { ...someActions(), permissions: statements(allow(['iam:CreateUser'], ['*'])), says: 'users' }
    const cure = 'ask for less: without IAM and STS actions, or on resources that Daypass does not live on'
    expect(refused(resolved(write))).toEqual([
      [`users could change Daypass itself: iam:CreateUser on * may mean arn:aws:iam::${ACCOUNT}:*/daypass/*`, cure],
    ])
    const text = document(allow(['iam:CreateUser'], ['*']))
    expect(refused(resolved(aPolicy('Power'), { text }))).toEqual([
      [
        `policy:Power could change Daypass itself: iam:CreateUser on * may mean arn:aws:iam::${ACCOUNT}:*/daypass/*`,
        cure,
      ],
    ])
  })

  it('is looked for once in each text and account, and found for everybody who asks', () => {
    const text = document(allow(['iam:CreateUser'], ['*']))
    const fine = document(allow(['s3:GetObject'], ['*']))
    const [one, two] = ['marta', 'mario'].map((person) => resolved(aPolicy('Power'), { person, text }))
    const [three, four] = ['marta', 'mario'].map((person) => resolved(aPolicy('Read'), { person, text: fine }))
    if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('none')
    const elsewhere: Resolved = { ...one, grant: { ...one.grant, account: '444455556666' } }
    const asked: string[] = []
    const placingOnce = {
      ...placing,
      ours: (account: string) => {
        asked.push(account)
        return account === ACCOUNT ? placing.ours(account) : { ...placing.ours(account), paths: [], roleArns: [] }
      },
    }
    const { holdings, blocked } = putting(placingOnce, one, two, three, four, elsewhere)
    expect(blocked.map(({ grants }) => grants)).toEqual([[one.grant.key], [two.grant.key]])
    expect(holdings).toHaveLength(3)
    // Once for the thing of each, and once for each text in each account.
    expect(asked.toSorted()).toEqual([...Array.from({ length: 6 }, () => ACCOUNT), '444455556666', '444455556666'])
  })
})

const statements = (...given: readonly ReturnType<typeof allow>[]): Entitlement['permissions'] => ({
  form: 'statements',
  document: document(...given),
})

describe('a managed policy', () => {
  it('that cannot be copied is told with what to ask instead', () => {
    expect(refused(resolved(aPolicy('Odd'), { text: denying() }))).toEqual([
      [
        'Odd cannot be copied with an end: it holds a Deny, which would cut other access as well',
        'ask for the actions that are needed, or let a rule say `directAttachment: allowed` (then it does not end by itself)',
      ],
    ])
  })

  it('that nobody understands is not attached either', () => {
    expect(refused(resolved(aPolicy('Odd'), { directAttachment: true }))).toEqual([
      ['what Odd permits is not understood', 'ask for actions by name'],
    ])
  })

  it('is attached as it is by its ARN, until the last end of those who asked, and only where it cannot be copied', () => {
    const long = { version: 'b', until: later(NOON, hours(5)) }
    const { holdings, blocked } = putting(placing, direct(), direct(long))
    expect(blocked).toEqual([])
    expect(holdings).toMatchObject([
      {
        key: `${ACCOUNT}/attachment/AIDAMARTA/arn:aws:iam::${ACCOUNT}:policy/Odd`,
        lapse: 'never',
        until: long.until,
        content: {
          is: 'attachment',
          account: ACCOUNT,
          user: 'marta@example.com',
          there: true,
          mark: { version: 'b'.repeat(64), expires: long.until },
          policy: `arn:aws:iam::${ACCOUNT}:policy/Odd`,
        },
      },
    ])
    const text = document(allow(['s3:GetObject'], ['*']))
    expect(putting(placing, direct({ text })).holdings[0]?.content.is).toBe('policy')
  })
})

describe('what is given as it is', () => {
  it.each<[string, () => Resolved, string, string]>([
    ['groups', () => resolved(existing('group', 'ops')), 'ops', `arn:aws:iam::${ACCOUNT}:group/ops`],
    ['policies', () => direct(), 'Odd', `arn:aws:iam::${ACCOUNT}:policy/Odd`],
  ])('must be among the %s of the settings, by its ARN in the account', (what, one, name, arn) => {
    const asked: (readonly string[])[] = []
    const mayHandOut = (...given: readonly string[]): boolean => {
      asked.push(given)
      return false
    }
    expect(refused(one(), { ...placing, mayHandOut })).toEqual([
      [
        `${name} is not among the ${what} that may be handed out as they are`,
        `owners list it under \`handsOut.${what}\` in integrations/aws.yaml, then deploy what \`daypass setup\` prints`,
      ],
    ])
    expect(asked).toEqual([[ACCOUNT, what, arn]])
  })

  it('need not be listed where a copy or a policy of ours is made of it', () => {
    const none = { ...placing, mayHandOut: () => false }
    const text = document(allow(['s3:GetObject'], ['*']))
    expect(putting(none, resolved(aPolicy('Readers'), { text })).blocked).toEqual([])
    expect(putting(none, resolved(existing('role', 'orders'))).blocked).toEqual([])
  })
})

describe('what is too long', () => {
  it('for a tag is not given, since nothing could mark it', () => {
    const name = 'x'.repeat(195)
    expect(refused(resolved(existing('group', name)))).toEqual([
      [`${name} is too long a name to be marked by a tag`, 'ask for less at once'],
    ])
  })

  it('for IAM is not given, and costs nobody else what they ask for', () => {
    const many = Array.from({ length: 400 }, (_, at) => `s3:SomeLongAction${at}`)
    const one = resolved({ ...someActions(), permissions: statements(allow(many, [TABLE])), what: 'many' })
    const { holdings, blocked } = putting(placing, one, resolved(someActions('s3:GetObject')))
    expect(holdings).toHaveLength(1)
    expect(blocked).toEqual([
      {
        grants: [one.grant.key],
        because: expect.stringMatching(/^it takes \d+ characters with its end, and IAM takes 6144$/),
        cure: 'ask for less at once',
        at: HERE,
      },
    ])
  })
})

describe('what an IAM user cannot hold', () => {
  it.each([
    ['permissionSet', {}],
    ['group', { is: 'absent' }],
  ] as const)('a %s that is not there as one', (what, answer) => {
    expect(refused(answered(resolved(existing(what, 'ops')), what, answer))).toEqual([
      [`IAM users cannot hold a ${what}`, 'ask for a group, role, policy or actions'],
    ])
  })

  it('a role that is not there', () => {
    expect(refused(answered(resolved(existing('role', 'ops')), 'role', { is: 'absent' }))).toEqual([
      ['role:ops cannot be given: only a role can be assumed', 'ask for something else'],
    ])
  })

  it('a permission set, though a group of that name is there', () => {
    const set = resolved(existing('permissionSet', 'ops'))
    const group: Fact = {
      need: { target: set.grant.item.target, what: 'group', name: 'ops' },
      is: 'found',
      id: 'a',
      name: 'ops',
    }
    expect(refused({ ...set, facts: [...set.facts, group] })).toEqual([
      ['IAM users cannot hold a permissionSet', 'ask for a group, role, policy or actions'],
    ])
  })

  it('anything, without being somebody: that is our own mistake', () => {
    const nobody = answered(resolved(someActions('s3:GetObject')), 'identity', { is: 'absent' })
    expect(() => putting(placing, nobody)).toThrow('a grant was placed without its person')
  })
})

it('room is given in the order of keys, however requests come', () => {
  const groups = ['c', 'a', 'k', 'b', 'h', 'e', 'd', 'g', 'f', 'j', 'i'].map((name) =>
    resolved(existing('group', name)),
  )
  for (const live of [groups, groups.toReversed()])
    expect(putting(placing, ...live).blocked.flatMap(({ grants }) => grants)).toEqual([groups[2]?.grant.key])
})
