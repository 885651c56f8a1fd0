// What stands in an account and in its app: roles of the pool as they are, and whom the app lets in, or why nobody knows.

import { describe, expect, it } from 'vitest'
import { type Answer, type EdgeError, known, unknown } from '../../../src/core/model/edge-error.ts'
import { type HoldingKey, id } from '../../../src/core/model/id.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import type { Need } from '../../../src/core/plan/provisioner.ts'
import type { Okta } from '../../../src/edges/okta/okta.ts'
import { getApplication, getApplicationUser, getApplicationUserSchema } from '../../../src/edges/okta/operations.ts'
import { reading } from '../../../src/modes/any/sure.ts'
import type { RoleDetail } from '../../../src/modes/aws/account.ts'
import { readGround, type Watched } from '../../../src/modes/okta-saml/ground.ts'
import { NOON } from '../../support/builders.ts'
import { failing, sky } from '../identity-center/sky.ts'
import { ACCOUNT, APP, allowing, app, appUser, federation, text } from './pool.ts'

const PATH = '/daypass/acme/pool/'
const TEXT = encodeURIComponent(
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}',
)
const policy = { PolicyName: 'daypass', PolicyDocument: TEXT }
const role = (RoleName: string, more: Partial<RoleDetail> = {}): RoleDetail => ({ Path: PATH, RoleName, ...more })
const state = (Value: string) => ({
  Tags: [
    { Key: 'other', Value: 'x' },
    { Key: 'daypass:state', Value },
  ],
})

const failed = (kind: EdgeError['kind']): Answer<never> => unknown({ kind, call: 'okta', said: 'no' })

/** An app in which everybody is called by their id. */
function org(
  more: {
    readonly app?: EdgeError['kind']
    readonly schema?: EdgeError['kind']
    readonly user?: EdgeError['kind']
  } = {},
) {
  const asked: unknown[] = []
  const seen = app(['pool-01'])
  const told = (kind: EdgeError['kind'] | undefined, value: unknown) =>
    kind === undefined ? known(value) : failed(kind)
  const edge = {
    get: async (operation: unknown, parameters: { readonly userId?: string }) => {
      asked.push(parameters)
      if (operation === getApplication) return told(more.app, seen.app)
      if (operation === getApplicationUserSchema) return told(more.schema, seen.schema)
      expect(operation).toBe(getApplicationUser)
      return told(more.user, appUser(parameters.userId ?? '', []))
    },
  }
  return { okta: edge as unknown as Okta, asked }
}

const need = (what: Need['what']): Need => ({ target: id('prod'), what, name: 'x' })

interface Asked {
  readonly roles?: readonly RoleDetail[]
  readonly okta?: Okta | null
  readonly federation?: Watched['federation']
  readonly needs?: readonly Need[]
  readonly people?: readonly string[]
  readonly recorded?: readonly string[]
}

function look(asked: Asked) {
  const open = sky({ GetAccountAuthorizationDetails: { IsTruncated: false, RoleDetailList: asked.roles ?? [] } })
  const okta = asked.okta === undefined ? org().okta : asked.okta
  const watched = {
    target: id<'target'>('prod'),
    account: ACCOUNT,
    federation,
    ...(asked.federation === null ? { federation: null } : {}),
  }
  const recorded = new Map((asked.recorded ?? []).map((key) => [id<'holding'>(key) as HoldingKey, null]))
  const observing = { aws: open.aws, okta, match: 'login' as const, installation: 'acme', accounts: [watched] }
  return { ...open, ground: readGround(observing, watched, asked.needs ?? [], asked.people ?? [], recorded) }
}

const pool = async (...roles: readonly RoleDetail[]) => (await look({ roles }).ground).pool

describe('a role of the pool', () => {
  it('is one under the path of this installation', async () => {
    const others = [
      role('a', { Path: '/' }),
      role('b', { Path: '/daypass/other/pool/' }),
      role('c', { Path: `${PATH}x/` }),
    ]
    expect((await pool(...others, role('d'))).map(({ name }) => name)).toEqual(['d'])
  })

  it('is told with its state, its text, and how long a session lives', async () => {
    expect(
      await pool(
        role('clean'),
        role('bound', { ...state('bound 00u1'), RolePolicyList: [policy] }),
        role('rests', state('rests 2026-12-01T12:00:00Z')),
        role('odd', state('odd')),
      ),
    ).toEqual([
      { name: 'clean', state: { is: 'clean' }, written: false, document: null, session: 3600 },
      {
        name: 'bound',
        state: { is: 'bound', userId: '00u1' },
        written: true,
        document: text(allowing('s3:*')),
        session: 3600,
      },
      {
        name: 'rests',
        state: { is: 'resting', until: instantOf(NOON) },
        written: false,
        document: null,
        session: 3600,
      },
      { name: 'odd', state: { is: 'unreadable' }, written: false, document: null, session: 3600 },
    ])
  })

  it.each<[string, Partial<RoleDetail>]>([
    ['a policy of another name', { RolePolicyList: [{ ...policy, PolicyName: 'other' }] }],
    ['a second policy', { RolePolicyList: [policy, { ...policy, PolicyName: 'other' }] }],
    ['a managed policy beside ours', { RolePolicyList: [policy], AttachedManagedPolicies: [{}] }],
    ['a managed policy alone', { AttachedManagedPolicies: [{}] }],
    ['a text that nobody understands', { RolePolicyList: [{ ...policy, PolicyDocument: 'odd' }] }],
  ])('that bears %s is written, and nobody understands what it permits', async (_what, more) => {
    expect(await pool(role('a', more))).toMatchObject([{ written: true, document: null }])
  })

  it('is no text of ours where it bears none, or AWS tells nothing of it', async () => {
    expect(
      await pool(role('a', { RolePolicyList: [], AttachedManagedPolicies: [], Tags: [] }), { Path: PATH }),
    ).toEqual([
      { name: 'a', state: { is: 'clean' }, written: false, document: null, session: 3600 },
      { name: '', state: { is: 'clean' }, written: false, document: null, session: 3600 },
    ])
  })

  it('is unknown where AWS cannot be read', async () => {
    const { aws } = sky({ GetAccountAuthorizationDetails: 'denied' })
    const watched = { target: id<'target'>('prod'), account: ACCOUNT, federation }
    const observing = { aws, okta: null, match: 'login' as const, installation: 'acme', accounts: [watched] }
    expect(await reading(() => readGround(observing, watched, [], [], new Map()))).toEqual(
      failing('denied', 'GetAccountAuthorizationDetails'),
    )
  })

  it('is read with the policies of the account where somebody needs one', async () => {
    const filter = async (...needs: readonly Need[]) => {
      const { asked, ground } = look({ needs })
      await ground
      return asked[0]?.[1]['Filter']
    }
    expect(await filter()).toEqual(['Role'])
    expect(await filter(need('role'))).toEqual(['Role'])
    expect(await filter(need('role'), need('policy'))).toEqual(['Role', 'LocalManagedPolicy'])
  })
})

describe('whom the app lets in', () => {
  const users = async (asked: Asked) => {
    const { entered } = await look(asked).ground
    return entered.is === 'known' ? [...entered.value.users.keys()] : entered
  }

  it('is asked of whom a need means, of who holds a role of the pool, and of whom the record names', async () => {
    const roles = [role('a', state('bound 00u2')), role('b', state('rests 2026-12-01T12:00:00Z'))]
    const recorded = [`${ACCOUNT}/pool/00u1`, `${ACCOUNT}/okta-role/00u4/R`, '444455556666/pool/00u9', 'odd']
    expect(await users({ roles, recorded, people: ['00u3', '00u1'] })).toEqual(['00u1', '00u2', '00u3', '00u4'])
  })

  it('is told with the app as it stands', async () => {
    const { okta, asked } = org()
    const { entered } = await look({ okta, people: ['00u1'] }).ground
    expect(entered).toEqual(known({ app: app(['pool-01']), users: new Map([['00u1', appUser('00u1', [])]]) }))
    expect(asked).toEqual([{ appId: APP }, { appId: APP }, { appId: APP, userId: '00u1' }])
  })

  it('is not asked where nobody matters, or settings lead to no app', async () => {
    const { okta, asked } = org()
    const nobody = known({ app: null, users: new Map() })
    expect((await look({ okta }).ground).entered).toEqual(nobody)
    expect((await look({ okta, people: ['00u1'], needs: [need('role')], federation: null }).ground).entered).toEqual(
      nobody,
    )
    expect(asked).toEqual([])
    await look({ okta, needs: [need('account')] }).ground
    expect(asked).toHaveLength(2)
  })

  it('is nobody where there is no such app', async () => {
    const { okta, asked } = org({ app: 'not-found' })
    const { entered } = await look({ okta, people: ['00u1'] }).ground
    expect(entered).toEqual(known({ app: null, users: new Map([['00u1', null]]) }))
    expect(asked).toHaveLength(1)
  })

  it('is unknown where Okta cannot be asked, or fails; roles of the pool are told all the same', async () => {
    const roles = [role('a', state('bound 00u2'))]
    for (const kinds of [{ app: 'denied' }, { schema: 'denied' }, { user: 'denied' }] as const) {
      const ground = await look({ okta: org(kinds).okta, roles }).ground
      expect([ground.entered, ground.pool.length]).toEqual([failed('denied'), 1])
    }
    expect(await users({ okta: null, roles })).toEqual(
      unknown({
        kind: 'denied',
        call: 'asking Okta',
        said: 'integrations/okta.yaml names no app for this account',
      }),
    )
  })
})
