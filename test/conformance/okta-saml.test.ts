// The mode of accounts that people enter through Okta: the suite of all modes, and what only this one has.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entitlement } from '../../src/core/model/entitlement.ts'
import { id } from '../../src/core/model/id.ts'
import type { Permissions } from '../../src/core/model/permissions.ts'
import { HOUR, type Instant, later } from '../../src/core/model/time.ts'
import { type Fact, type Need, needKey } from '../../src/core/plan/provisioner.ts'
import { addRole, removeRole } from '../../src/modes/okta-saml/app-user.ts'
import { scopesOf } from '../../src/modes/okta-saml/calls.ts'
import type { Content } from '../../src/modes/okta-saml/content.ts'
import { poolNames, poolPath } from '../../src/modes/okta-saml/naming.ts'
import { throughOkta } from '../../src/sandbox/access/saml.ts'
import { mayDo } from '../../src/sandbox/access.ts'
import { inAccount } from '../../src/sandbox/aws/build.ts'
import type { Account } from '../../src/sandbox/aws/world.ts'
import type { App, AppUser } from '../../src/sandbox/okta/world.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { HERE, NOON } from '../support/builders.ts'
import { PROD } from './ground.ts'
import { inOkta, MARTA, oktaFor } from './okta-ground.ts'
import { APP, MARKER, open, PROVIDER, start, TABLE } from './okta-saml-ground.ts'
import { type Example, emptyLedger, provisionerSuite, run } from './provisioner.suite.ts'

const may =
  (action: string, resource: string, login = MARTA) =>
  (world: World, at: Instant): boolean =>
    throughOkta(world, PROD, login, at).some((as) => mayDo(world, { as, action, resource, at }).allowed)

const entitlement = (kind: string, what: string, permissions: Permissions): Entitlement => ({
  kind: id(kind),
  what: `${kind}:${what}`,
  says: what,
  permissions,
  facets: {},
  at: HERE,
})

const inPool =
  (edit: (role: Account['roles'][string]) => Account['roles'][string]) =>
  (world: World): World => ({
    ...world,
    aws: inAccount(world.aws, PROD, (account) => ({
      ...account,
      roles: Object.fromEntries(
        Object.entries(account.roles).map(([name, role]) => [name, role.path === poolPath('acme') ? edit(role) : role]),
      ),
    })),
  })

const addS3 = inPool((role) => {
  const text = role.inline['daypass']
  if (text === undefined) return role
  const read: { Statement: object[] } = JSON.parse(text)
  const wider = { ...read, Statement: [...read.Statement, { Effect: 'Allow', Action: 's3:*', Resource: '*' }] }
  return { ...role, inline: { daypass: JSON.stringify(wider) } }
})

const inApp = (edit: (app: App) => App) => inOkta((world) => ({ ...world, apps: world.apps.map(edit) }))

const userOf = (world: World, login = MARTA): AppUser | undefined =>
  world.okta?.apps[0]?.users.find(({ userName }) => userName === login)

const idOf = (world: World, login = MARTA): string =>
  world.okta?.users.find(({ profile }) => profile['login'] === login)?.id ?? ''

/** Somebody empties the role, and takes it off the person. */
const emptied = (world: World): World =>
  inApp((one) => ({ ...one, users: one.users.filter(({ userName }) => userName !== MARTA) }))(
    inPool((role) => ({ ...role, inline: {} }))(world),
  )

const own = { take: emptied, widen: addS3, wide: may('s3:GetObject', 'arn:aws:s3:::orders/1') }

const examples: readonly Example<World>[] = [
  {
    name: 'actions',
    entitlement: entitlement('actions', 'read orders', {
      form: 'statements',
      document: {
        version: '2012-10-17',
        statements: [
          { effect: 'Allow', actions: { only: ['dynamodb:GetItem'] }, resources: { only: [TABLE] }, conditions: {} },
        ],
      },
    }),
    lapse: 'always',
    writes: 3,
    held: may('dynamodb:GetItem', TABLE),
    ...own,
  },
  {
    name: 'a policy of the account',
    entitlement: entitlement('policy', 'reader', {
      form: 'policy',
      policy: { what: 'policy', by: 'name', value: 'reader', at: HERE },
    }),
    lapse: 'always',
    writes: 3,
    held: may('dynamodb:Scan', TABLE),
    ...own,
  },
  {
    name: 'a role that is there anyway',
    entitlement: entitlement('role', 'Auditor', {
      form: 'existing',
      thing: { what: 'role', by: 'name', value: 'Auditor', at: HERE },
    }),
    lapse: 'never',
    claimed: true,
    writes: 1,
    held: may('dynamodb:Query', TABLE),
    take: emptied,
    widen: null,
    wide: () => false,
  },
]

provisionerSuite<Content, World, Sandbox>({
  mode: 'okta-saml',
  target: 'prod',
  account: PROD,
  start: () => start(),
  open,
  // Which of the roles is used, and until when one rests, is not what anybody holds.
  things: ({ aws, okta }) => ({
    pool: Object.values(aws.accounts[PROD]?.roles ?? {}).flatMap(({ inline, path }) =>
      path === poolPath('acme') && Object.keys(inline).length > 0 ? [inline] : [],
    ),
    users: okta?.apps[0]?.users.map(({ id: user, profile }) => [
      user,
      JSON.stringify(profile).replace(/daypass-pool-\w+-\d\d/g, 'a pool role'),
    ]),
  }),
  blind: (sandbox) =>
    sandbox.faults.add({ when: { part: 'okta', writes: false }, do: { status: 403, code: 'E0000006', message: 'no' } }),
  blinded: ['known', 'unknown'],
  examples,
})

describe('what Okta and the account answer to a need', () => {
  let sandbox: Sandbox
  afterEach(() => sandbox.close())

  async function asked(what: Need['what'], name: string): Promise<Fact> {
    const need: Need = { target: id('prod'), what, name }
    const { facts } = await open(sandbox).observe([need], new Map())
    const fact = facts.get(needKey(need))
    if (fact === undefined) throw new Error('the need has no answer')
    return fact
  }

  it.each([
    ['is of another kind', { name: 'saml_2_0_app' }, 'no "AWS Account Federation"'],
    ['is switched off', { status: 'INACTIVE' }, 'is not active'],
    ['speaks for another provider', { settings: { identityProviderArn: `${PROVIDER}2` } }, 'speaks for'],
    ['takes roles from groups', { settings: { identityProviderArn: PROVIDER, useGroupMapping: true } }, 'group names'],
    [
      'does not join all roles any more',
      { settings: { identityProviderArn: PROVIDER, joinAllRoles: false } },
      'no roles of their groups',
    ],
    ['was never told of any role', { roles: null, users: {} }, 'knows no roles of AWS'],
    ['has no marker', { custom: {} }, 'no boolean attribute managedByDaypass'],
    [
      'has a marker of another type',
      { custom: { [MARKER]: { type: 'string' } } },
      'no boolean attribute managedByDaypass',
    ],
    ['was not told of the pool', { roles: ['Auditor'] }, 'does not know the roles'],
  ] as const)('an app that %s gives nothing, and the cure is told', async (_what, more, says) => {
    sandbox = await start(more)
    const fact = await asked('account', PROD)
    expect(fact).toMatchObject({ is: 'unfit' })
    expect(fact.is === 'unfit' && fact.because).toContain(says)
  })

  it('an account without the pool is told to deploy it', async () => {
    sandbox = await start({}, 0)
    expect(await asked('account', PROD)).toMatchObject({ is: 'unfit', cure: 'deploy what `daypass setup` prints' })
  })

  it('a role that does not trust the provider, or that Okta does not offer, is not handed out', async () => {
    sandbox = await start()
    expect(await asked('role', 'Auditor')).toMatchObject({ is: 'found' })
    expect(await asked('role', 'Other')).toMatchObject({
      is: 'unfit',
      because: expect.stringContaining('does not let'),
    })
    expect(await asked('role', poolNames('acme', 1)[0] ?? '')).toMatchObject({ is: 'unfit' })
    sandbox.change(
      inApp((one) => ({
        ...one,
        schema: { ...one.schema, base: { samlRoles: { type: 'array', items: { enum: [] } } } },
      })),
    )
    expect(await asked('role', 'Auditor')).toMatchObject({
      is: 'unfit',
      because: expect.stringContaining('does not know the role'),
    })
  })
})

describe('the roles of somebody in the app', () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await start()
  })
  afterEach(() => sandbox.close())

  const okta = () => oktaFor(sandbox, { scopes: scopesOf('apply') })
  const entering = (login = MARTA, role = 'Other') => ({
    app: APP,
    marker: MARKER,
    role,
    userId: idOf(sandbox.world(), login),
    login,
  })

  it('are added to what is there, and whoever was in before keeps everything else', async () => {
    sandbox.change(
      inApp((one) => ({
        ...one,
        users: one.users.map((user) => ({ ...user, profile: { ...user.profile, role: 'Auditor' } })),
      })),
    )
    const before = userOf(sandbox.world(), 'mario@example.com')?.profile
    expect((await addRole(okta(), entering('mario@example.com'))).is).toBe('known')
    expect(userOf(sandbox.world(), 'mario@example.com')?.profile).toEqual({
      ...before,
      samlRoles: ['Auditor', 'Other'],
    })
    expect((await removeRole(okta(), entering('mario@example.com'))).is).toBe('known')
    expect(userOf(sandbox.world(), 'mario@example.com')?.profile).toEqual(before)
  })

  it('are not added where AWS would take none of them any more', async () => {
    const many = Array.from({ length: 300 }, (_, at) => `role-${at}`)
    sandbox.change(
      inApp((one) => ({
        ...one,
        users: one.users.map((user) => ({ ...user, profile: { ...user.profile, samlRoles: many } })),
      })),
    )
    const before = userOf(sandbox.world(), 'mario@example.com')
    expect(await addRole(okta(), entering('mario@example.com'))).toMatchObject({
      because: { said: expect.stringContaining('has 300 roles in this app') },
    })
    expect(userOf(sandbox.world(), 'mario@example.com')).toEqual(before)
  })

  it('bring in whoever was not in, marked, and let go of them with the last role', async () => {
    await addRole(okta(), entering())
    expect(userOf(sandbox.world())?.profile).toEqual({ email: MARTA, samlRoles: ['Other'], [MARKER]: true })
    await addRole(okta(), entering(MARTA, 'Auditor'))
    await removeRole(okta(), entering())
    expect(userOf(sandbox.world())?.profile['samlRoles']).toEqual(['Auditor'])
    await removeRole(okta(), entering(MARTA, 'Auditor'))
    expect(userOf(sandbox.world())).toBeUndefined()
  })

  it('leave whoever is in through a group with what the group gives', async () => {
    sandbox.change(
      inOkta((world) => ({
        ...world,
        groups: [
          {
            id: '00g1',
            type: 'OKTA_GROUP',
            profile: { name: 'All' },
            members: [idOf(sandbox.world())],
            adminRoles: [],
            created: NOON,
            membersChanged: NOON,
          },
        ],
        apps: world.apps.map((one) => ({ ...one, groups: [{ id: '00g1', profile: { samlRoles: ['Auditor'] } }] })),
      })),
    )
    await addRole(okta(), entering())
    expect(userOf(sandbox.world())).toMatchObject({ scope: 'USER', profile: { [MARKER]: true } })
    expect((await removeRole(okta(), entering())).is).toBe('known')
    expect(userOf(sandbox.world())).toBeUndefined()
    expect(throughOkta(sandbox.world(), PROD, MARTA, NOON).map((who) => 'role' in who && who.role)).toEqual(['Auditor'])
  })

  it('are written again when somebody else wrote at the same moment, and given up when that goes on', async () => {
    let times = 0
    const wrote = sandbox.change
    const busy = okta()
    const meddling = {
      ...busy,
      send: async (...given: Parameters<typeof busy.send>) => {
        const answer = await busy.send(...given)
        times += 1
        if (times === 1 || times > 4)
          wrote(
            inApp((one) => ({
              ...one,
              users: one.users.map((user) =>
                user.userName === MARTA ? { ...user, profile: { ...user.profile, samlRoles: [] } } : user,
              ),
            })),
          )
        return answer
      },
    }
    expect(await addRole(meddling, entering())).toMatchObject({ is: 'known' })
    expect(userOf(sandbox.world())?.profile['samlRoles']).toEqual(['Other'])
    times = 10
    expect(await addRole(meddling, entering(MARTA, 'Auditor'))).toMatchObject({ because: { kind: 'conflict' } })
  })

  it('are not given to somebody whom the app calls otherwise than Okta does', async () => {
    sandbox.change(inApp((one) => ({ ...one, users: one.users.map((user) => ({ ...user, userName: 'm.rossi' })) })))
    const answer = await addRole(okta(), entering('mario@example.com'))
    expect(answer).toMatchObject({ is: 'unknown', because: { kind: 'invalid' } })
    expect(sandbox.world().okta?.apps[0]?.users[0]?.profile['samlRoles']).toEqual(['Auditor'])
  })
})

describe('a role of the pool', () => {
  let sandbox: Sandbox
  afterEach(() => sandbox.close())
  const [actions] = examples
  if (actions === undefined) throw new Error('there are no examples')
  const bench = {
    mode: 'okta-saml',
    target: 'prod',
    account: PROD,
    examples,
    start,
    open,
    things: () => null,
    blind: () => undefined,
    blinded: [],
  }

  const grant = (letter: string, email: string, hours = 2) => {
    const from = NOON as Instant
    const item = {
      key: id<'grant'>(`${letter}/p/prod/${actions.entitlement.what}`),
      request: id<'request'>(letter),
      person: id<'person'>(email.split('@')[0] ?? ''),
      target: id<'target'>('prod'),
      entitlement: actions.entitlement,
      bundle: null,
      at: HERE,
    }
    return {
      key: item.key,
      version: id<'version'>(letter.repeat(64)),
      item,
      email,
      account: PROD,
      mode: id<'mode'>('okta-saml'),
      from,
      until: later(from, hours * HOUR),
      landedAt: from,
      claimUntil: later(from, 24 * HOUR),
      directAttachment: false,
    }
  }

  const boundRoles = () =>
    Object.entries(sandbox.world().aws.accounts[PROD]?.roles ?? {}).flatMap(([name, role]) =>
      role.inline['daypass'] === undefined ? [] : [name],
    )

  it('does nothing for anybody but the person it is bound to, even if Okta lets them in by it', async () => {
    sandbox = await start()
    await run(bench, sandbox, [grant('a', MARTA)], emptyLedger())
    const [role = ''] = boundRoles()
    await addRole(oktaFor(sandbox, { scopes: scopesOf('apply') }), {
      app: APP,
      marker: MARKER,
      role,
      userId: idOf(sandbox.world(), 'mario@example.com'),
      login: 'mario@example.com',
    })
    expect(may('dynamodb:GetItem', TABLE)(sandbox.world(), NOON)).toBe(true)
    expect(may('dynamodb:GetItem', TABLE, 'mario@example.com')(sandbox.world(), NOON)).toBe(false)
  })

  it('is not given to the next person before every session of the last could have ended', async () => {
    sandbox = await start({}, 1)
    const ledger = emptyLedger()
    await run(bench, sandbox, [grant('a', MARTA)], ledger)
    const taken = await run(bench, sandbox, [grant('b', 'mario@example.com')], ledger)
    expect(taken.blocked.join()).toContain('every role for people from Okta is taken')
    expect(boundRoles()).toEqual([])
    const early = await run(bench, sandbox, [grant('b', 'mario@example.com')], ledger)
    expect(early.blocked.join()).toContain('rests for an hour')
    sandbox.clock.advance(HOUR)
    const then = await run(bench, sandbox, [grant('b', 'mario@example.com')], ledger)
    expect(then.blocked).toEqual([])
    expect(boundRoles()).toHaveLength(1)
    // A session that was opened by the first person before still bears their name, and may nothing.
    const [role = ''] = boundRoles()
    const old = { account: PROD, role, sessionName: MARTA }
    expect(
      mayDo(sandbox.world(), { as: old, action: 'dynamodb:GetItem', resource: TABLE, at: sandbox.clock.now() }).allowed,
    ).toBe(false)
  })

  it('goes to each person once, whatever they hold', async () => {
    sandbox = await start()
    await run(bench, sandbox, [grant('a', MARTA), grant('b', 'mario@example.com')], emptyLedger())
    expect(boundRoles()).toHaveLength(2)
  })
})
