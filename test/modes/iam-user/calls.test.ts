// What each call of a change says: whom it is about, what is written, and what it does.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import type { Call, Holding, Observed } from '../../../src/core/plan/provisioner.ts'
import { callOf, isWrite, OPERATIONS, type Write } from '../../../src/modes/iam-user/calls.ts'
import { compile } from '../../../src/modes/iam-user/compile.ts'
import { type Content, contentDigest, type PolicyContent } from '../../../src/modes/iam-user/content.ts'
import { effectOf } from '../../../src/modes/iam-user/effect.ts'
import { tagKey } from '../../../src/modes/iam-user/naming.ts'
import { place } from '../../../src/modes/iam-user/place.ts'
import { hours, NOON } from '../../support/builders.ts'
import { ACCOUNT, allow, aPolicy, document, existing, placing, resolved, seeing, someActions } from './support.ts'

const compiling = { partition: 'aws', installation: 'acme' }
const USER = 'marta@example.com'
const END = '2026-12-01T14:00:00Z'

const holdingOf = (...live: Parameters<typeof place>[1]): Holding<Content> => {
  const [holding] = place(placing, live, seeing()).holdings
  if (holding === undefined) throw new Error('nothing was placed')
  return holding
}

const observed = (want: Holding<Content>, content: Content, more: Partial<Observed<Content>> = {}) => ({
  ...{ key: want.key, mode: want.mode, target: want.target, scope: want.scope, state: 'there' as const },
  ...{ mark: { version: 'a'.repeat(40), expires: want.until }, identity: want.identity, says: 'it' },
  ...{ content, digest: contentDigest(content), ...more },
})

const shown = (calls: readonly Call[]) => calls.map(({ op, effect, with: given }) => [`${op} ${effect}`, given])

const grant = (want: Holding<Content>) => shown(compile(compiling, { do: 'grant', want }))
const adjust = (want: Holding<Content>, have: Content) =>
  shown(compile(compiling, { do: 'adjust', have: observed(want, have), want, effect: effectOf(have, want.content) }))
const revoke = (want: Holding<Content>, have: Content, more: Partial<Observed<Content>> = {}) =>
  shown(compile(compiling, { do: 'revoke', have: observed(want, have, more), because: 'expired' }))

const policyOf = ({ content }: Holding<Content>): PolicyContent => {
  if (content.is !== 'policy') throw new Error('no policy')
  return content
}

describe('a policy of ours', () => {
  const get = () => holdingOf(resolved(someActions('s3:GetObject')))
  const arn = (want: Holding<Content>) => `arn:aws:iam::${ACCOUNT}:policy/daypass/acme/${policyOf(want).name}`
  const text = (letter: string, until: string) => ({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: `Daypass0V${letter.repeat(40)}`,
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`,
        Condition: {
          StringEqualsIfExists: { 'aws:ResourceAccount': ACCOUNT },
          DateLessThan: { 'aws:CurrentTime': until },
        },
      },
    ],
  })

  it('is made with its text and whose it is, then attached to the one user', () => {
    const want = get()
    expect(grant(want)).toEqual([
      [
        'CreatePolicy prepares',
        {
          account: ACCOUNT,
          path: '/daypass/acme/',
          name: policyOf(want).name,
          document: text('a', END),
          tags: { 'daypass:installation': 'acme', 'daypass:person': 'marta' },
        },
      ],
      ['AttachUserPolicy gives', { account: ACCOUNT, user: USER, policy: arn(want) }],
    ])
  })

  it('is renewed by a new version, and the older one goes', () => {
    const had = get()
    const want = holdingOf(resolved(someActions('s3:GetObject'), { version: 'b', until: later(NOON, hours(3)) }))
    expect(adjust(want, had.content)).toEqual([
      [
        'CreatePolicyVersion gives',
        { account: ACCOUNT, policy: arn(want), document: text('b', '2026-12-01T15:00:00Z') },
      ],
      ['DeletePolicyVersion takes', { account: ACCOUNT, policy: arn(want), which: 'all but the default' }],
    ])
  })

  it.each([
    [3, ['CreatePolicyVersion gives', 'DeletePolicyVersion takes']],
    [4, ['DeletePolicyVersion takes', 'CreatePolicyVersion gives', 'DeletePolicyVersion takes']],
  ])('with %i older versions is renewed by these calls, since IAM keeps five', (olderVersions, ops) => {
    const want = holdingOf(resolved(someActions('s3:GetObject'), { until: later(NOON, hours(3)) }))
    expect(adjust(want, { ...policyOf(get()), olderVersions }).map(([op]) => op)).toEqual(ops)
  })

  it('that is right already loses only what older versions it has', () => {
    const want = get()
    expect(adjust(want, want.content)).toEqual([])
    expect(adjust(want, { ...policyOf(want), olderVersions: 1 })).toEqual([
      ['DeletePolicyVersion takes', { account: ACCOUNT, policy: arn(want), which: 'all but the default' }],
    ])
  })

  it('is taken off everybody who has it before it is deleted', () => {
    const want = get()
    const policy = arn(want)
    const attached = ['group/ops', 'role/teams/orders', `user/${USER}`]
    expect(revoke(want, { ...policyOf(want), attached, olderVersions: 2 })).toEqual([
      ['DetachGroupPolicy takes', { account: ACCOUNT, group: 'ops', policy }],
      ['DetachRolePolicy takes', { account: ACCOUNT, role: 'teams/orders', policy }],
      ['DetachUserPolicy takes', { account: ACCOUNT, user: USER, policy }],
      ['DeletePolicyVersion tidies', { account: ACCOUNT, policy, which: 'all but the default' }],
      ['DeletePolicy tidies', { account: ACCOUNT, policy }],
    ])
  })

  it('is taken off strangers before its person gets it back', () => {
    const want = get()
    const policy = arn(want)
    expect(adjust(want, { ...policyOf(want), attached: ['user/mallory'] })).toEqual([
      ['DetachUserPolicy takes', { account: ACCOUNT, user: 'mallory', policy }],
      ['AttachUserPolicy gives', { account: ACCOUNT, user: USER, policy }],
    ])
  })

  it('is not written without a text, nor for nobody', () => {
    const want = get()
    const blank = { ...want, content: { ...policyOf(want), document: null } }
    expect(() => grant(blank)).toThrow(`no document to write for ${policyOf(want).name}`)
    expect(() => grant({ ...want, holders: [] })).toThrow(`nobody holds ${want.key}`)
  })
})

describe('what a tag on the user marks', () => {
  const group = () => holdingOf(resolved(existing('group', 'ops')))
  const odd = document({ ...allow(['s3:*'], ['*']), effect: 'Deny' })
  const policy = () => holdingOf(resolved(aPolicy('Odd'), { directAttachment: true, text: odd }))
  const ARN = `arn:aws:iam::${ACCOUNT}:policy/Odd`
  const mark = 'a'.repeat(40)

  it.each([
    ['ops', group, 'AddUserToGroup gives', 'RemoveUserFromGroup takes', { group: 'ops' }],
    [ARN, policy, 'AttachUserPolicy gives', 'DetachUserPolicy takes', { policy: ARN }],
  ] as const)('%s is written down with version, end and name', (thing, holding, gives, takes, names) => {
    const want = holding()
    const key = tagKey('acme', want.key)
    expect(grant(want)).toEqual([
      ['TagUser prepares', { account: ACCOUNT, user: USER, key, value: `${mark} ${END} ${thing}` }],
      [gives, { account: ACCOUNT, user: USER, ...names }],
    ])
    expect(revoke(want, want.content)).toEqual([
      [takes, { account: ACCOUNT, user: USER, ...names }],
      ['UntagUser tidies', { account: ACCOUNT, user: USER, key }],
    ])
  })

  it.each([
    ['group', group],
    ['policy', policy],
  ])('a %s that somebody gave by hand is marked with the end it now gets', (_what, holding) => {
    const want = holding()
    const key = tagKey('acme', want.key)
    const { content } = want
    if (content.is === 'policy') throw new Error('no tag')
    expect(adjust(want, content)).toEqual([])
    expect(adjust(want, { ...content, mark: null })).toEqual([
      ['TagUser takes', expect.objectContaining({ key, user: USER })],
    ])
    expect(adjust(want, { ...content, mark: { version: 'b', expires: content.mark?.expires ?? null } })).toEqual([
      ['TagUser prepares', expect.objectContaining({ key, user: USER })],
    ])
    expect(adjust(want, { ...content, there: false, mark: null }).map(([op]) => op)).toEqual([
      'TagUser prepares',
      expect.stringMatching(/ gives$/),
    ])
  })

  it('is not written without an end, or where its name is too long for a tag', () => {
    for (const [want, thing] of [
      [group(), 'ops'],
      [policy(), ARN],
    ] as const) {
      if (want.content.is === 'policy') throw new Error('no tag')
      expect(() => grant({ ...want, content: { ...want.content, mark: null } as Content })).toThrow(
        `no mark to write for ${thing}`,
      )
    }
    const long = group()
    if (long.content.is !== 'membership') throw new Error('no membership')
    const content = { ...long.content, group: 'x'.repeat(200) }
    expect(() => grant({ ...long, content })).toThrow(`no mark to write for ${'x'.repeat(200)}`)
  })

  it('needs no call where neither it nor what is wanted has an end', () => {
    const want = group()
    if (want.content.is === 'policy') throw new Error('no tag')
    const endless = { ...want.content, mark: null }
    expect(adjust({ ...want, content: endless }, endless)).toEqual([])
  })

  it('never becomes a policy of ours, nor that one a mark', () => {
    const own = holdingOf(resolved(someActions('s3:GetObject')))
    expect(() => adjust(group(), own.content)).toThrow(`${group().key} names two kinds of things`)
    expect(() => adjust(own, group().content)).toThrow(`${own.key} names two kinds of things`)
    expect([effectOf(group().content, own.content), effectOf(own.content, group().content)]).toEqual(['gives', 'gives'])
  })
})

describe('a call', () => {
  it('has the lane of its account and the effect of the table, unless it does something else', () => {
    expect(callOf('TagUser', ACCOUNT, { user: USER })).toEqual({
      op: 'TagUser',
      lane: `iam:${ACCOUNT}`,
      effect: 'prepares',
      with: { account: ACCOUNT, user: USER },
    })
    expect(callOf('TagUser', ACCOUNT, {}, 'takes').effect).toBe('takes')
  })

  it('is never one that only reads', () => {
    expect(() => callOf('GetPolicy' as Write, ACCOUNT, {})).toThrow('GetPolicy only reads')
  })

  it('is one of those that change something', () => {
    for (const [op, { effect }] of Object.entries(OPERATIONS))
      expect([op, isWrite(op)]).toEqual([op, effect !== 'reads'])
    expect(isWrite('DeleteUser')).toBe(false)
  })
})
