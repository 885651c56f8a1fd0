// What an account answers to the needs of grants, what is needed and presumed, and how much others use of its quotas.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { IdentityMatch, Settings } from '../../../src/core/model/settings.ts'
import type { Fact, Need } from '../../../src/core/plan/provisioner.ts'
import type { AccountDetails, UserDetail } from '../../../src/modes/aws/account.ts'
import { answer } from '../../../src/modes/iam-user/facts.ts'
import { CARRIES, needsOf } from '../../../src/modes/iam-user/needs.ts'
import { presume } from '../../../src/modes/iam-user/presume.ts'
import { anAccount, HERE, someSettings } from '../../support/builders.ts'
import { ACCOUNT, aGrant, aPolicy, existing, someActions, TARGET } from './support.ts'

const need = (what: Need['what'], name: string, target: string = TARGET): Need => ({ target: id(target), what, name })

const details = (users: readonly UserDetail[], more: Partial<AccountDetails> = {}): AccountDetails => ({
  users,
  groups: [],
  roles: [],
  policies: [],
  ...more,
})

const asked = (from: AccountDetails, wanted: Need, match: IdentityMatch = { by: 'userName' }) => {
  const { need: of, ...fact } = answer({ installation: 'acme', target: TARGET, match, details: from }, wanted)
  expect(of).toBe(wanted)
  return fact
}

const NO_TAG = { Key: undefined, Value: undefined }
const NONE = { policies: 0, groups: 0, tags: 0, policiesOfAccount: 0 }
const known = (name: string): object => ({ is: 'found', id: `AIDA-${name}`, name, used: NONE })
const user = (UserName: string, more: Partial<UserDetail> = {}): UserDetail => ({
  UserName,
  UserId: `AIDA-${UserName}`,
  ...more,
})

describe('a person', () => {
  const tagged = (name: string, ...values: readonly string[]) =>
    user(name, { Tags: values.map((Value) => ({ Key: 'mail', Value })) })
  const several = { is: 'several', names: ['MARTA', 'marta'] }

  it.each<[string, IdentityMatch, readonly UserDetail[], object]>([
    ['by e-mail', { by: 'userName' }, [user('mario@x.org'), user('Marta@X.org')], known('Marta@X.org')],
    ['by e-mail, not by its beginning', { by: 'userName' }, [user('marta')], { is: 'absent' }],
    ['by what stands before the @', { by: 'localPart' }, [user('marta')], known('marta')],
    ['by what stands before the @, not all of it', { by: 'localPart' }, [user('marta@x.org')], { is: 'absent' }],
    ['twice, in other letters', { by: 'localPart' }, [user('marta'), user('MARTA')], several],
  ])('is found %s', (_how, match, users, fact) => {
    const found = asked(details(users), need('identity', ' MARTA@x.org'), match)
    expect(found.is === 'found' ? { ...found, used: NONE } : found).toEqual(fact)
  })

  it('is found by the tag that owners name, and by no other', () => {
    const match = { by: 'tag', tag: 'mail' } as const
    const found = (...users: readonly UserDetail[]) => asked(details(users), need('identity', 'marta@x.org'), match)
    expect(found(tagged('m1', 'Marta@x.org'), tagged('m2', 'mario@x.org'))).toMatchObject({ id: 'AIDA-m1', name: 'm1' })
    expect(found(tagged('m1', 'marta@x.org', 'MARTA@x.org'))).toMatchObject({ is: 'found', id: 'AIDA-m1' })
    expect(found(user('marta@x.org', { Tags: [{ Key: 'other', Value: 'marta@x.org' }] }))).toEqual({ is: 'absent' })
    expect(found(user('marta@x.org'), user('x', { Tags: [{ Key: 'mail', Value: undefined }] }))).toEqual({
      is: 'absent',
    })
  })

  it('is looked for in each account by itself, and each time in the way that is asked', () => {
    const first = details([user('marta'), tagged('m1', 'marta@x.org'), tagged('m2', 'x')])
    const second = details([user('MARTA')])
    const find = (from: AccountDetails, match: IdentityMatch) => asked(from, need('identity', 'marta@x.org'), match)
    const tag = (name: string): IdentityMatch => ({ by: 'tag', tag: name })
    for (let again = 0; again < 2; again++) {
      expect(find(first, { by: 'localPart' })).toMatchObject({ id: 'AIDA-marta' })
      expect(find(first, tag('mail'))).toMatchObject({ id: 'AIDA-m1' })
      expect(find(first, tag('other'))).toEqual({ is: 'absent' })
      expect(find(first, { by: 'userName' })).toEqual({ is: 'absent' })
      expect(find(second, { by: 'localPart' })).toMatchObject({ id: 'AIDA-MARTA' })
    }
  })

  it('has what others use of the quotas counted, and nothing of ours', () => {
    const arn = (path: string): string => `arn:aws:iam::${ACCOUNT}:policy${path}p`
    const marta = user('marta', {
      AttachedManagedPolicies: [
        { PolicyArn: arn('/daypass/acme/') },
        { PolicyArn: arn('/') },
        { PolicyArn: arn('/x/') },
        {},
      ],
      GroupList: ['ops', 'all', 'dev'],
      Tags: [
        { Key: 'daypass:acme:abc', Value: 'x' },
        { Key: 'daypass:acme:def', Value: 'x' },
        { Key: 'daypass:acme:ghi', Value: 'x' },
        { Key: 'daypass:other:abc', Value: 'x' },
        { Key: 'team', Value: 'x' },
        { Key: 'desk', Value: 'x' },
        { Key: 'room', Value: 'x' },
        NO_TAG,
      ],
    })
    const policies = ['/daypass/acme/', '/', '/daypass/other/'].map((Path) => ({ Path }))
    expect(asked(details([marta], { policies }), need('identity', 'marta'))).toEqual({
      is: 'found',
      id: 'AIDA-marta',
      name: 'marta',
      used: { policies: 3, groups: 3, tags: 5, policiesOfAccount: 2 },
    })
    expect(asked(details([user('marta')]), need('identity', 'marta'))).toEqual(known('marta'))
  })
})

describe('a thing', () => {
  const account = () =>
    details([user('ops')], {
      groups: [{ GroupName: 'ops', Arn: 'arn:group' }],
      roles: [{ RoleName: 'ops', Arn: 'arn:role' }],
      policies: [{ PolicyName: 'ops', Arn: 'arn:policy' }],
    })

  it.each<[Need['what'], object]>([
    ['group', { is: 'found', id: 'arn:group', name: 'ops' }],
    ['role', { is: 'found', id: 'arn:role', name: 'ops' }],
    ['account', { is: 'absent' }],
    ['policy', { is: 'absent' }],
    ['permissionSet', { is: 'absent' }],
  ])('is found as a %s where there is one of that kind', (what, fact) => {
    expect(asked(account(), need(what, 'ops'))).toEqual(fact)
  })
})

describe('what a grant needs', () => {
  const narrowed = {
    ...aPolicy('Power'),
    permissions: {
      form: 'narrowed' as const,
      policy: { what: 'policy' as const, by: 'name' as const, value: 'Power', at: HERE },
      to: [],
    },
  }
  it.each([
    ['actions', someActions('s3:*'), []],
    ['a policy', aPolicy('Readers'), [['policy', 'Readers']]],
    ['a limited policy', narrowed, [['policy', 'Power']]],
    ['a role', existing('role', 'orders'), [['role', 'orders']]],
    ['a group', existing('group', 'ops'), [['group', 'ops']]],
  ])('for %s is the person, and what is named', (_what, entitlement, things) => {
    expect(needsOf(aGrant(entitlement)).map(({ target, what, name }) => [target, what, name])).toEqual(
      [['identity', 'marta@example.com'], ...things].map((rest) => [TARGET, ...rest]),
    )
  })

  it('is carried by IAM users, but for permission sets', () => {
    expect(CARRIES).toEqual({
      statements: 'always',
      policy: 'always',
      narrowed: 'always',
      role: 'depends',
      group: 'never',
      permissionSet: null,
    })
  })
})

describe('what is presumed before the merge', () => {
  const settings = (match: IdentityMatch = { by: 'userName' }): Settings =>
    someSettings({ accounts: [anAccount('other', { id: '1' }), anAccount(TARGET, { id: ACCOUNT, match })] })
  const shown = ({ need: _, ...fact }: Fact): object => fact
  const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`
  const later = {
    is: 'unknown',
    because: {
      kind: 'not-found',
      call: `looking at ${TARGET}`,
      said: 'that is only looked at after the merge',
    },
  }

  it.each<[IdentityMatch, string]>([
    [{ by: 'userName' }, 'marta@x.org'],
    [{ by: 'localPart' }, 'marta'],
    [{ by: 'tag', tag: 'mail' }, '(user tagged mail=marta@x.org)'],
  ])('is the user that %j means', (match, name) => {
    expect(shown(presume(settings(match), need('identity', 'marta@x.org')))).toEqual({ is: 'found', id: name, name })
  })

  it.each<[Need['what'], string, string, string]>([
    ['role', 'orders', arn('role/orders'), 'orders'],
    ['role', 'teams/orders', arn('role/teams/orders'), 'orders'],
    ['group', 'ops', arn('group/ops'), 'ops'],
    ['role', 'arn:aws:iam::1:role/teams/orders', 'arn:aws:iam::1:role/teams/orders', 'orders'],
  ])('is the %s %s', (what, text, of, name) => {
    expect(shown(presume(settings(), need(what, text)))).toEqual({ is: 'found', id: of, name })
  })

  it('is no text of a policy, no permission set, and nothing of an account that settings do not know', () => {
    for (const what of ['policy', 'permissionSet'] as const)
      expect(shown(presume(settings(), need(what, 'Readers')))).toEqual(later)
    const because = { ...later.because, call: 'looking at nowhere' }
    expect(shown(presume(settings(), need('role', 'orders', 'nowhere')))).toEqual({ ...later, because })
    expect(shown(presume({ ...settings(), aws: null }, need('identity', 'marta@x.org')))).toEqual(later)
  })

  it('tells which need it answers', () => {
    const wanted = need('identity', 'marta@x.org')
    expect(presume(settings(), wanted).need).toBe(wanted)
  })
})
