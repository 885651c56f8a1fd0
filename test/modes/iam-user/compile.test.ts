// Which calls a change takes, in which order, and what each of them does.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import type { Call, Holding, Observed } from '../../../src/core/plan/provisioner.ts'
import { OPERATIONS, WRITES } from '../../../src/modes/iam-user/calls.ts'
import { compile } from '../../../src/modes/iam-user/compile.ts'
import { type Content, contentDigest, type PolicyContent } from '../../../src/modes/iam-user/content.ts'
import { effectOf } from '../../../src/modes/iam-user/effect.ts'
import { place } from '../../../src/modes/iam-user/place.ts'
import { hours, NOON } from '../../support/builders.ts'
import { ACCOUNT, allow, aPolicy, document, existing, placing, resolved, seeing, someActions } from './support.ts'

const compiling = { partition: 'aws-cn', installation: 'acme' }
const MARTA = 'user/marta@example.com'

const holdingOf = (...live: Parameters<typeof place>[1]): Holding<Content> => {
  const [holding] = place(placing, live, seeing()).holdings
  if (holding === undefined) throw new Error('nothing was placed')
  return holding
}

const observed = (
  want: Holding<Content>,
  content: Content,
  more: Partial<Observed<Content>> = {},
): Observed<Content> => ({
  key: want.key,
  mode: want.mode,
  target: want.target,
  scope: want.scope,
  state: 'there',
  mark: { version: 'a'.repeat(40), expires: want.until },
  identity: want.identity,
  content,
  digest: contentDigest(content),
  says: 'it',
  ...more,
})

const asPolicy = ({ content }: Holding<Content>): PolicyContent => {
  if (content.is !== 'policy') throw new Error('no policy')
  return content
}

const shown = (calls: readonly Call[]): readonly string[] => calls.map((call) => `${call.op} ${call.effect}`)

const adjust = (want: Holding<Content>, have: Content) =>
  compile(compiling, { do: 'adjust', have: observed(want, have), want, effect: effectOf(have, want.content) })

const revoke = (want: Holding<Content>, have: Content, more: Partial<Observed<Content>> = {}) =>
  compile(compiling, { do: 'revoke', have: observed(want, have, more), because: 'expired' })

describe('a policy of ours', () => {
  const short = () => holdingOf(resolved(someActions('dynamodb:GetItem')))
  const long = () =>
    holdingOf(resolved(someActions('dynamodb:GetItem'), { version: 'b', until: later(NOON, hours(3)) }))
  const had = () => asPolicy(short())
  const wanted = () => asPolicy(long())

  it('takes two writes to give, and they name the policy in the partition of the account', () => {
    const calls = compile(compiling, { do: 'grant', want: short() })
    expect(shown(calls)).toEqual(['CreatePolicy prepares', 'AttachUserPolicy gives'])
    expect(calls.map(({ lane }) => lane)).toEqual([`iam:${ACCOUNT}`, `iam:${ACCOUNT}`])
    expect(calls[1]?.with).toEqual({
      account: ACCOUNT,
      user: 'marta@example.com',
      policy: `arn:aws-cn:iam::${ACCOUNT}:policy/daypass/acme/${had().name}`,
    })
  })

  it.each([
    ['as it was made', {}, ['DetachUserPolicy takes', 'DeletePolicy tidies']],
    [
      'once renewed',
      { olderVersions: 1 },
      ['DetachUserPolicy takes', 'DeletePolicyVersion tidies', 'DeletePolicy tidies'],
    ],
    ['unattached', { attached: [] }, ['DeletePolicy tidies']],
    [
      'attached all over the place',
      { attached: ['group/g', 'role/r', MARTA] },
      ['DetachGroupPolicy takes', 'DetachRolePolicy takes', 'DetachUserPolicy takes', 'DeletePolicy tidies'],
    ],
  ])('%s is taken away with the person first', (_how, more, calls) => {
    expect(shown(revoke(short(), { ...had(), ...more }))).toEqual(calls)
  })

  it.each<[string, () => Content, readonly string[]]>([
    ['renewing gives', had, ['CreatePolicyVersion gives', 'DeletePolicyVersion takes']],
    [
      'renewing the fifth time makes room first',
      () => ({ ...had(), olderVersions: 4 }),
      ['DeletePolicyVersion takes', 'CreatePolicyVersion gives', 'DeletePolicyVersion takes'],
    ],
    [
      'attaching what was left unattached gives last',
      () => ({ ...had(), attached: [] }),
      ['CreatePolicyVersion prepares', 'DeletePolicyVersion takes', 'AttachUserPolicy gives'],
    ],
    [
      'the right policy without its person is only attached',
      () => ({ ...wanted(), attached: [] }),
      ['AttachUserPolicy gives'],
    ],
    [
      'an attachment to somebody else is taken first',
      () => ({ ...wanted(), attached: ['user/mallory'] }),
      ['DetachUserPolicy takes', 'AttachUserPolicy gives'],
    ],
    [
      'only a foreign attachment too many is only taken',
      () => ({ ...wanted(), attached: ['role/r', MARTA] }),
      ['DetachRolePolicy takes'],
    ],
    [
      'a document that nobody understands is replaced',
      () => ({ ...wanted(), document: null }),
      ['CreatePolicyVersion gives', 'DeletePolicyVersion takes'],
    ],
  ])('%s', (_what, have, calls) => {
    expect(shown(adjust(long(), have()))).toEqual(calls)
  })

  it('shrinks by a call that only takes', () => {
    expect(shown(adjust(short(), wanted()))).toEqual(['CreatePolicyVersion takes', 'DeletePolicyVersion takes'])
    const widened = { ...had(), document: document(...(had().document?.statements ?? []), allow(['s3:*'], ['*'])) }
    expect(shown(adjust(short(), widened))).toEqual(['CreatePolicyVersion takes', 'DeletePolicyVersion takes'])
  })
})

describe('what a tag marks', () => {
  const kinds: readonly [string, string, string, () => Holding<Content>][] = [
    [
      'a membership',
      'AddUserToGroup',
      'RemoveUserFromGroup',
      () => holdingOf(resolved(existing('group', 'orders-team'))),
    ],
    [
      'a policy attached as it is',
      'AttachUserPolicy',
      'DetachUserPolicy',
      () =>
        holdingOf(
          resolved(aPolicy('Odd'), {
            directAttachment: true,
            text: document({ ...allow(['s3:*'], ['*']), effect: 'Deny' }),
          }),
        ),
    ],
  ]

  it.each(kinds)('%s is marked before it is given, and unmarked after it is taken', (_what, gives, takes, make) => {
    const want = make()
    expect(shown(compile(compiling, { do: 'grant', want }))).toEqual(['TagUser prepares', `${gives} gives`])
    expect(shown(revoke(want, want.content))).toEqual([`${takes} takes`, 'UntagUser tidies'])
  })

  it.each(kinds)('%s that is gone leaves only its mark to remove', (_what, _gives, _takes, make) => {
    const want = make()
    if (want.content.is === 'policy') throw new Error('no tag')
    expect(shown(revoke(want, { ...want.content, there: false }, { state: 'remains' }))).toEqual(['UntagUser tidies'])
  })

  it.each(kinds)('%s without its mark is only taken', (_what, _gives, takes, make) => {
    const want = make()
    if (want.content.is === 'policy') throw new Error('no tag')
    expect(shown(revoke(want, { ...want.content, mark: null }, { mark: null }))).toEqual([`${takes} takes`])
  })

  it.each(kinds)(
    '%s lasts longer by a mark that gives, and shorter by one that takes',
    (_what, gives, _takes, make) => {
      const want = make()
      if (want.content.is === 'policy' || want.content.mark === null) throw new Error('no tag')
      const { content } = want
      const mark = want.content.mark
      expect(shown(adjust(want, { ...content, mark: { ...mark, expires: NOON } }))).toEqual(['TagUser gives'])
      expect(shown(adjust(want, { ...content, mark: { ...mark, expires: later(want.until, 60) } }))).toEqual([
        'TagUser takes',
      ])
      expect(shown(adjust(want, { ...content, mark: null }))).toEqual(['TagUser takes'])
      expect(shown(adjust(want, { ...content, there: false }))).toEqual([`${gives} gives`])
    },
  )

  it('fits the tag key to the holding', () => {
    const want = kinds[0]?.[3]()
    if (want === undefined) throw new Error('no membership')
    const [tag] = compile(compiling, { do: 'grant', want })
    expect(tag?.with).toMatchObject({
      user: 'marta@example.com',
      key: expect.stringMatching(/^daypass:acme:[a-z2-7]{20}$/),
      value: `${'a'.repeat(40)} 2026-12-01T14:00:00Z orders-team`,
    })
  })
})

describe('the effect of a change', () => {
  const short = () => holdingOf(resolved(someActions('dynamodb:GetItem')))
  const long = () => holdingOf(resolved(someActions('dynamodb:GetItem'), { until: later(NOON, hours(3)) }))
  const renamed = () => holdingOf(resolved(someActions('dynamodb:GetItem'), { version: 'b' }))

  it.each([
    ['a later end', () => short().content, () => long().content, 'gives'],
    ['an earlier end', () => long().content, () => short().content, 'takes'],
    ['another version with the same end', () => short().content, () => renamed().content, 'prepares'],
    ['a person it was taken from', () => ({ ...asPolicy(short()), attached: [] }), () => short().content, 'gives'],
    [
      'a stranger too many',
      () => ({ ...asPolicy(short()), attached: ['user/x', MARTA] }),
      () => short().content,
      'takes',
    ],
    ['a stranger instead', () => ({ ...asPolicy(short()), attached: ['user/x'] }), () => short().content, 'gives'],
    ['what nobody understands', () => ({ ...asPolicy(short()), document: null }), () => short().content, 'gives'],
  ] as const)('of %s', (_what, have, want, effect) => {
    expect(effectOf(have(), want())).toBe(effect)
  })
})

describe('the table of operations', () => {
  it('has every write with its lane, and every read without', () => {
    for (const [op, operation] of Object.entries(OPERATIONS)) {
      const writes = WRITES.some((write) => write === op)
      expect([op, operation.lane, operation.effect === 'reads']).toEqual([op, writes ? 'iam:{account}' : null, !writes])
      expect(operation.action).toBe(`iam:${op}`)
    }
  })

  it('lets the expiring job do nothing that gives', () => {
    const effects = Object.values(OPERATIONS)
      .filter((one) => one.jobs.some((job) => job === 'expire'))
      .map(({ effect }) => effect)
    expect(effects).not.toContain('gives')
    expect(effects).toContain('takes')
  })
})
