// Which policies in an account are ours, and how they stand.

import { describe, expect, it } from 'vitest'
import { type HoldingKey, id } from '../../../src/core/model/id.ts'
import { policyKey, scopeOf } from '../../../src/modes/iam-user/naming.ts'
import { ourPolicies } from '../../../src/modes/iam-user/recognise.ts'
import { attached, END, look, ours, PATH, policy, user, VERSION } from './account.ts'
import { ACCOUNT, allow, document, TARGET } from './support.ts'

describe('a policy of ours', () => {
  it('is one under our path, with its text, its mark and whom it is attached to', () => {
    const [one, second] = look({
      policies: [policy('p'), policy('theirs', { Path: '/' })],
      users: [user('marta', { AttachedManagedPolicies: attached(ours('p')) }), user('mario')],
    })
    expect(second).toBeUndefined()
    expect(one).toEqual({
      key: policyKey(ACCOUNT, PATH, 'p'),
      mode: 'iam-user',
      target: TARGET,
      scope: scopeOf(ACCOUNT),
      state: 'there',
      mark: { version: VERSION, expires: END },
      identity: 'AIDAMARTA',
      content: {
        is: 'policy',
        account: ACCOUNT,
        path: PATH,
        name: 'p',
        document: document(
          allow(['s3:GetObject'], ['*'], {
            sid: `Daypass0V${VERSION}`,
            conditions: { DateLessThan: { 'aws:CurrentTime': ['2026-12-01T14:00:00Z'] } },
          }),
        ),
        attached: ['user/marta'],
        olderVersions: 0,
      },
      digest: expect.any(String),
      says: 'policy p attached to user/marta in orders-prod',
    })
  })

  it('that nobody has only remains', () => {
    const [one] = look({ policies: [policy('p')] })
    expect([one?.state, one?.identity, one?.says]).toEqual(['remains', null, 'unattached policy p in orders-prod'])
  })

  it('that several have, whoever they are, belongs to none of them', () => {
    const users = ['marta', 'mario'].map((name) => user(name, { AttachedManagedPolicies: attached(ours('p')) }))
    const strangers = new Map([[ours('p'), ['role/r', 'group/g']]])
    expect(look({ policies: [policy('p')], users, strangers })[0]).toMatchObject({
      state: 'there',
      identity: null,
      content: { attached: ['group/g', 'role/r', 'user/mario', 'user/marta'] },
      says: 'policy p attached to group/g, role/r, user/mario, user/marta in orders-prod',
    })
    expect(look({ policies: [policy('p')], strangers: new Map([[ours('p'), ['role/r']]]) })[0]).toMatchObject({
      state: 'there',
      identity: null,
      content: { attached: ['role/r'] },
    })
    expect(look({ policies: [policy('p')], users: users.slice(1), strangers })[0]?.identity).toBeNull()
  })

  it.each([
    [undefined, 0],
    [[], 0],
    [[{}], 0],
    [[{}, {}, {}], 2],
  ])('with the versions %j has %i older ones', (PolicyVersionList, olderVersions) => {
    const given = PolicyVersionList === undefined ? {} : { PolicyVersionList }
    const { PolicyVersionList: _, ...bare } = policy('p')
    expect(look({ policies: [{ ...bare, ...given }] })[0]).toMatchObject({
      content: { olderVersions, document: null },
      mark: { version: 'unreadable', expires: null },
    })
  })

  it('may lie under an older name of the installation, where the record shows it as given', () => {
    const old = policy('p', { Path: '/daypass/before/', Arn: ours('p', '/daypass/before/') })
    const elsewhere = policy('p', { Path: '/other/', Arn: ours('p', '/other/') })
    const recorded = new Map(['/daypass/before/', '/other/'].map((path) => [policyKey(ACCOUNT, path, 'p'), null]))
    const asked = (known: ReadonlyMap<HoldingKey, string | null>) =>
      ourPolicies({ installation: 'acme', account: ACCOUNT, recorded: known }, [old, elsewhere, policy('q'), {}])
    expect(asked(recorded).map(({ Arn }) => Arn)).toEqual([old.Arn, ours('q')])
    expect(asked(new Map()).map(({ Arn }) => Arn)).toEqual([ours('q')])
  })

  it('is told even where AWS leaves out what it is called', () => {
    expect(look({ policies: [{ Path: PATH }], users: [user('marta'), {}] })[0]).toMatchObject({
      key: policyKey(ACCOUNT, PATH, ''),
      content: { name: '', attached: [] },
    })
  })
})

it('everything is told in the order of its keys', () => {
  const users = [user('zoe', { GroupList: ['ops'] }), user('abe', { GroupList: ['ops', 'all'] })]
  const account = {
    policies: [policy('z'), policy('b')],
    users,
    people: new Set(['AIDAZOE', 'AIDAABE']),
    asked: new Set(['ops', 'all']),
  }
  const keys = look(account).map(({ key }) => key)
  expect(keys).toEqual([
    id(`${ACCOUNT}/membership/AIDAABE/all`),
    id(`${ACCOUNT}/membership/AIDAABE/ops`),
    id(`${ACCOUNT}/membership/AIDAZOE/ops`),
    id(`${ACCOUNT}/policy/daypass/acme/b`),
    id(`${ACCOUNT}/policy/daypass/acme/z`),
  ])
})
