// Who may assume a role, and what may be done in it.

import { describe, expect, it } from 'vitest'
import { assumable, mayDo, type Who } from '../../src/sandbox/access.ts'
import { account, allowing, awsWorld, trusting, type UserDraft } from '../../src/sandbox/aws/build.ts'
import type { Session } from '../../src/sandbox/aws/world.ts'
import type { World } from '../../src/sandbox/world.ts'
import { allow, arn, deny, document, here, marta, now, there, worldOf } from './access-ground.ts'

describe('roles', () => {
  const role = arn('role/operator')
  const root = { AWS: arn('root') }
  const mayAssume = { inline: { p: allowing('sts:AssumeRole', role) } }
  const untilTen = { DateLessThan: { 'aws:CurrentTime': '2026-11-22T10:00:00Z' } }
  it.each<[string, UserDraft, object, Record<string, string>, boolean]>([
    ['trust in the account and the right to assume', mayAssume, trusting(root), {}, true],
    ['trust in the account alone', {}, trusting(root), {}, false],
    ['trust in the account by its number', mayAssume, trusting({ AWS: here }), {}, true],
    ['trust in the person alone, in one account', {}, trusting({ AWS: arn('user/marta') }), {}, true],
    ['trust in somebody else', mayAssume, trusting({ AWS: arn('user/ivan') }), {}, false],
    ['the right alone', mayAssume, trusting({ AWS: there }), {}, false],
    ['trust in everybody', {}, trusting('*'), {}, true],
    ['trust in a service', mayAssume, trusting({ Service: 'ec2.amazonaws.com' }), {}, false],
    [
      'a trust that asks for an external id, without it',
      mayAssume,
      trusting(root, { StringEquals: { 'sts:ExternalId': 'x' } }),
      {},
      false,
    ],
    [
      'a trust that asks for an external id, with it',
      mayAssume,
      trusting(root, { StringEquals: { 'sts:ExternalId': 'x' } }),
      { 'sts:ExternalId': 'x' },
      true,
    ],
    ['a dated right', { inline: { p: document(allow('sts:AssumeRole', role, untilTen)) } }, trusting(root), {}, true],
    [
      'a right that is over',
      {
        inline: {
          p: document(allow('sts:AssumeRole', role, { DateLessThan: { 'aws:CurrentTime': '2026-11-22T08:00:00Z' } })),
        },
      },
      trusting(root),
      {},
      false,
    ],
    [
      'a Deny of her own against a trust that names her',
      { inline: { p: document(deny('sts:*', '*')) } },
      trusting({ AWS: arn('user/marta') }),
      {},
      false,
    ],
    [
      'a trust with a Deny',
      mayAssume,
      {
        Version: '2012-10-17',
        Statement: [...trusting(root).Statement, { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' }],
      },
      {},
      false,
    ],
  ])('%s', (_what, draft, trust, context, expected) => {
    expect(assumable(worldOf(draft, { roles: { operator: { trust } } }), marta, role, now, context).allowed).toBe(
      expected,
    )
  })

  it('between accounts both sides must agree', () => {
    const trust = trusting({ AWS: arn('user/marta') })
    const across = (draft: UserDraft): World => ({
      ...worldOf(draft),
      aws: awsWorld({
        accounts: [account(here, { users: { marta: draft } }), account(there, { roles: { far: { trust } } })],
      }),
    })
    const far = `arn:aws:iam::${there}:role/far`
    expect(assumable(across({}), marta, far, now).allowed).toBe(false)
    expect(assumable(across({ inline: { p: allowing('sts:AssumeRole', far) } }), marta, far, now).allowed).toBe(true)
  })

  it('a role has its own policies, its tags and those of the session', () => {
    const statement = allow('a:B', '*', {
      StringEquals: { 'aws:PrincipalTag/request': '7', 'aws:SourceIdentity': 'marta' },
    })
    const world = worldOf(
      {},
      { roles: { operator: { trust: trusting(root), inline: { p: document(statement) }, tags: { request: '1' } } } },
    )
    const as = { account: here, role: 'operator' }
    const ask = (who: Who) => mayDo(world, { as: who, action: 'a:B', resource: '*', at: now }).allowed
    expect(ask({ ...as, tags: { request: '7' }, sourceIdentity: 'marta' })).toBe(true)
    expect(ask({ ...as, tags: { request: '7' } })).toBe(false)
    expect(ask({ ...as, sourceIdentity: 'marta' })).toBe(false)
  })

  it('a session acts until it is over, within its session policies', () => {
    const base = worldOf({}, { roles: { operator: { trust: trusting(root), inline: { p: allowing('*', '*') } } } })
    const found = base.aws.accounts[here]?.roles['operator']
    if (found === undefined) throw new Error('the test is wrong')
    const session: Session = {
      kind: 'session',
      account: here,
      role: 'operator',
      roleId: found.id,
      sessionName: 'marta',
      token: 't',
      issued: now,
      expires: now + 900,
      tags: {},
      transitive: [],
      limits: [JSON.stringify(allowing('a:*', '*'))],
      claims: {},
    }
    const ask = (held: Session, action: string, at = now) =>
      mayDo(
        { aws: { ...base.aws, credentials: { ASIA1: held } } },
        { as: { accessKeyId: 'ASIA1' }, action, resource: '*', at },
      ).allowed
    expect(ask(session, 'a:B')).toBe(true)
    expect(ask(session, 'b:C')).toBe(false)
    expect(ask({ ...session, limits: [] }, 'b:C')).toBe(true)
    expect(ask(session, 'a:B', now + 900)).toBe(false)
    expect(ask({ ...session, roleId: 'AROAOTHER' }, 'a:B')).toBe(false)
  })
})
