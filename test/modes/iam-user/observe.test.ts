// What the mode sees in accounts of the sandbox: people, things of ours, things of others, and what it cannot see.

import { afterEach, describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { Account } from '../../../src/core/model/settings.ts'
import { type Fact, type Need, needKey } from '../../../src/core/plan/provisioner.ts'
import { membershipKey, tagKey } from '../../../src/modes/iam-user/naming.ts'
import type { IamUserAsked } from '../../../src/modes/iam-user/provisioner.ts'
import { iamUser } from '../../../src/modes/iam-user/provisioner.ts'
import { type AccountDraft, allowing, trusting } from '../../../src/sandbox/aws/build.ts'
import type { Sandbox } from '../../../src/sandbox/server.ts'
import { awsFor, PROD, STAGE, settingsOf, someAws, startGround } from '../../conformance/ground.ts'
import { NOON } from '../../support/builders.ts'
import { knowledge } from './support.ts'

const MARTA = 'marta@example.com'
let sandbox: Sandbox | null = null
afterEach(() => sandbox?.close())

interface Scene {
  readonly prod: AccountDraft
  readonly stage?: AccountDraft
  readonly settings?: readonly Partial<Account>[]
  readonly pageSize?: number
  readonly more?: Partial<IamUserAsked>
}

const start = async (scene: Scene) => {
  sandbox = await startGround({ ...someAws(scene.prod, scene.stage), pageSize: scene.pageSize ?? 100 })
  const settings = settingsOf(scene.settings)
  return { sandbox, mode: iamUser({ settings, knowledge, aws: awsFor(sandbox, settings), ...scene.more }) }
}

const need = (what: Need['what'], name: string, target = 'prod'): Need => ({ target: id(target), what, name })

const answers = async (scene: Scene, ...needs: readonly Need[]): Promise<readonly (Fact | undefined)[]> => {
  const { mode } = await start(scene)
  const { facts } = await mode.observe(needs, new Map())
  return needs.map((one) => facts.get(needKey(one)))
}

describe('a person', () => {
  const users = {
    'Marta@Example.com': {
      groups: ['a'],
      attached: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      tags: { mail: ' mario@example.com ' },
    },
    mario: { tags: { mail: 'MARTA@example.com' } },
    twin: { tags: { mail: 'nina@example.com' } },
    other: { tags: { mail: 'Nina@example.com' } },
  }
  const prod = { users, groups: { a: {} } }

  it.each<[string, Account['match'], string, unknown]>([
    ['user name', { by: 'userName' }, MARTA, { is: 'found', name: 'Marta@Example.com' }],
    ['user name', { by: 'userName' }, 'mario@example.com', { is: 'absent' }],
    ['local part', { by: 'localPart' }, 'mario@example.com', { is: 'found', name: 'mario' }],
    ['local part', { by: 'localPart' }, MARTA, { is: 'absent' }],
    ['tag', { by: 'tag', tag: 'mail' }, MARTA, { is: 'found', name: 'mario' }],
    ['tag', { by: 'tag', tag: 'mail' }, 'mario@example.com', { is: 'found', name: 'Marta@Example.com' }],
    ['tag', { by: 'tag', tag: 'mail' }, 'nina@example.com', { is: 'several', names: ['other', 'twin'] }],
    ['tag', { by: 'tag', tag: 'Mail' }, MARTA, { is: 'absent' }],
  ])('found by %s: %j %s', async (_by, match, email, expected) => {
    const [fact] = await answers({ prod, settings: [{ match }, {}] }, need('identity', email))
    expect(fact).toMatchObject(expected as object)
  })

  it('comes with an immutable id and with what others use of the quotas', async () => {
    const [fact] = await answers({ prod, pageSize: 1 }, need('identity', MARTA))
    expect(fact).toMatchObject({
      id: expect.stringMatching(/^AIDA/),
      used: { policies: 1, groups: 1, tags: 1, policiesOfAccount: 0 },
    })
  })
})

describe('a thing that is asked for', () => {
  const prod: AccountDraft = {
    groups: { Team: { path: '/x/' } },
    roles: { admin: { path: '/teams/', trust: trusting({ AWS: PROD }) } },
    policies: { Local: { document: allowing('s3:Get*', '*') }, SecurityAudit: { document: allowing('s3:Get*', '*') } },
  }

  it.each<[Need['what'], string, unknown]>([
    ['group', 'team', { is: 'found', id: `arn:aws:iam::${PROD}:group/x/Team`, name: 'Team' }],
    ['group', `arn:aws:iam::${PROD}:group/x/Team`, { is: 'found', name: 'Team' }],
    ['group', `arn:aws:iam::${STAGE}:group/x/Team`, { is: 'absent' }],
    ['role', 'admin', { is: 'found', id: `arn:aws:iam::${PROD}:role/teams/admin` }],
    ['role', 'nobody', { is: 'absent' }],
    [
      'policy',
      'Local',
      {
        is: 'found',
        id: `arn:aws:iam::${PROD}:policy/Local`,
        document: { statements: [{ actions: { only: ['s3:Get*'] } }] },
      },
    ],
    ['policy', 'AmazonS3ReadOnlyAccess', { is: 'found', id: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' }],
    ['policy', 'ViewOnlyAccess', { is: 'found', id: 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess' }],
    ['policy', 'arn:aws:iam::aws:policy/SecurityAudit', { is: 'found', name: 'SecurityAudit' }],
    [
      'policy',
      'SecurityAudit',
      { is: 'several', names: [`arn:aws:iam::${PROD}:policy/SecurityAudit`, 'arn:aws:iam::aws:policy/SecurityAudit'] },
    ],
    ['policy', 'Nothing', { is: 'absent' }],
  ])('as %s %s', async (what, name, expected) => {
    const [fact] = await answers({ prod }, need(what, name))
    expect(fact).toMatchObject(expected as object)
  })

  it("of AWS's is read once a run, however many accounts ask", async () => {
    const { mode, sandbox: open } = await start({ prod })
    await mode.observe([need('policy', 'ReadOnlyAccess'), need('policy', 'ReadOnlyAccess', 'stage')], new Map())
    const read = open.journal.entries().filter(({ op }) => op === 'GetPolicyVersion')
    expect(read).toHaveLength(1)
  })
})

describe('what is there', () => {
  const group = 'orders-team'
  const path = '/daypass/acme/'

  it('is ours by path, and says to whom it is attached, groups and roles too', async () => {
    const ours = `arn:aws:iam::${PROD}:policy${path}shared`
    const { mode } = await start({
      prod: {
        users: { [MARTA]: { attached: [ours] } },
        groups: { [group]: { attached: [ours] } },
        policies: {
          shared: { path, document: allowing('s3:Get*', '*') },
          alone: { path, document: '{"Version":"2012-10-17","Statement":[]}' },
          foreign: { path: '/daypass/other/', document: allowing('s3:Get*', '*') },
          plain: { document: allowing('s3:Get*', '*') },
        },
      },
    })
    const { observed } = await mode.observe([], new Map())
    expect(
      observed.map(({ key, state, mark, content }) => ({
        key,
        state,
        mark,
        attached: content.is === 'policy' && content.attached,
      })),
    ).toEqual([
      {
        key: `${PROD}/policy${path}alone`,
        state: 'remains',
        mark: { version: 'unreadable', expires: null },
        attached: [],
      },
      {
        key: `${PROD}/policy${path}shared`,
        state: 'there',
        mark: { version: 'unreadable', expires: null },
        attached: [`group/${group}`, `user/${MARTA}`],
      },
    ])
  })

  it('of a membership is told with our mark, where it was asked for, and where the record names it', async () => {
    const prod = {
      users: { [MARTA]: { groups: [group, 'other', 'third'] }, 'nina@example.com': { groups: [group] } },
      groups: { [group]: {}, other: {}, third: {} },
    }
    const { mode } = await start({ prod })
    const first = await mode.observe([need('identity', MARTA), need('group', group)], new Map())
    expect(first.observed.map(({ says, mark }) => [says, mark])).toEqual([[`${MARTA} in group ${group} in prod`, null]])
    const marta = first.facts.get(needKey(need('identity', MARTA)))
    const key = membershipKey(PROD, marta?.is === 'found' ? marta.id : '', 'third')
    const second = await mode.observe([], new Map([[key, null]]))
    expect(second.observed.map((one) => one.key)).toEqual([key])
  })

  it.each([
    ['readable', `${'a'.repeat(40)} 2026-12-01T14:00:00Z ${group}`, { version: 'a'.repeat(40), expires: NOON + 7200 }],
    ['tampered with', 'x', { version: 'unreadable', expires: null }],
  ])('is ours by a tag that is %s', async (_how, value, mark) => {
    const { mode, sandbox: open } = await start({
      prod: { users: { [MARTA]: { groups: [group] } }, groups: { [group]: {} } },
    })
    const account = open.world().aws.accounts[PROD]
    const marta = account?.users[MARTA]
    if (account === undefined || marta === undefined) throw new Error('no Marta')
    const key = membershipKey(PROD, marta.id, group)
    const tags = { [tagKey('acme', key)]: value, [tagKey('acme', membershipKey(PROD, 'AIDAOTHER', group))]: value }
    open.change((world) => ({
      ...world,
      aws: {
        ...world.aws,
        accounts: { ...world.aws.accounts, [PROD]: { ...account, users: { [MARTA]: { ...marta, tags } } } },
      },
    }))
    const { observed } = await mode.observe([], new Map())
    expect(observed.map((one) => [one.key, one.state, one.mark])).toEqual([[key, 'there', mark]])
  })
})

describe('what cannot be seen', () => {
  const users = { [MARTA]: {} }

  it.each([
    ['cannot be entered', { op: 'AssumeRole', where: STAGE }, 'denied'],
    ['cannot be read', { op: 'GetAccountAuthorizationDetails', where: STAGE }, 'denied'],
  ])('is an account that %s; the other is whole', async (_why, when, kind) => {
    const { mode, sandbox: open } = await start({ prod: { users }, stage: { users } })
    open.faults.add({ when, do: { status: 403, code: 'AccessDenied' } })
    const { scopes, facts } = await mode.observe([need('identity', MARTA), need('identity', MARTA, 'stage')], new Map())
    expect([scopes.get(id(`iam:${PROD}`))?.is, scopes.get(id(`iam:${STAGE}`))]).toMatchObject([
      'known',
      { is: 'unknown', because: { kind } },
    ])
    expect([...facts.values()].map(({ is }) => is)).toEqual(['found', 'unknown'])
  })

  it('is an account whose second page fails', async () => {
    const { mode, sandbox: open } = await start({ prod: { users: { ...users, b: {}, c: {} } }, pageSize: 1 })
    open.faults.add({ when: { op: 'GetAccountAuthorizationDetails', where: PROD, nth: 2 }, do: 'garbage' })
    const { scopes, observed } = await mode.observe([], new Map())
    expect(scopes.get(id(`iam:${PROD}`))).toMatchObject({ is: 'unknown', because: { kind: 'garbage' } })
    expect(observed).toEqual([])
  })

  it('is everything while nobody tells the time', async () => {
    const { mode, sandbox: open } = await start({ prod: { users } })
    open.faults.add({ when: { part: 'sts' }, do: 'fail-before' })
    const { scopes, facts } = await mode.observe([need('identity', MARTA)], new Map())
    expect([...scopes.values(), ...facts.values()].map(({ is }) => is)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  it('is no account that was never asked about', async () => {
    const left = [{ target: id<'target'>('gone'), account: '777766665555' }]
    const { mode } = await start({ prod: { users }, more: { left } })
    expect(mode.scopes.map(({ target }) => target)).toEqual(['prod', 'stage', 'gone'])
    const { scopes } = await mode.observe([], new Map())
    expect([...scopes.values()].map(({ is }) => is)).toEqual(['known', 'known', 'unknown'])
  })
})

describe('the cost of looking', () => {
  it('is one session and one read an account, and one question for the time', async () => {
    const { mode, sandbox: open } = await start({ prod: { users: { [MARTA]: {} } } })
    await mode.observe([need('identity', MARTA)], new Map())
    const ops = open.journal
      .entries()
      .map(({ op }) => op)
      .sort()
    expect(ops).toEqual([
      'AssumeRole',
      'AssumeRole',
      'GetAccountAuthorizationDetails',
      'GetAccountAuthorizationDetails',
      'GetCallerIdentity',
    ])
  })
})
