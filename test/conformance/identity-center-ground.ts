// A sandbox with an organisation, its Identity Center, and two accounts that people enter through it.

import type { Account, Settings } from '../../src/core/model/settings.ts'
import { mayDo } from '../../src/sandbox/access.ts'
import { type AccountDraft, allowing, inAccount, trusting } from '../../src/sandbox/aws/build.ts'
import { type CenterDraft, inSet, withIdentityCenter } from '../../src/sandbox/aws/identity-center/build.ts'
import type { PermissionSet } from '../../src/sandbox/aws/identity-center/world.ts'
import { organization } from '../../src/sandbox/aws/organizations/build.ts'
import type { Account as AwsAccount, AwsWorld, Role } from '../../src/sandbox/aws/world.ts'
import type { World } from '../../src/sandbox/world.ts'
import { HUB, PROD, STAGE, settingsOf, someAws } from './ground.ts'

export const MARTA = 'marta@example.com'
export const TABLE = `arn:aws:dynamodb:eu-west-1:${PROD}:table/orders`
export const ROLE = `arn:aws:iam::${PROD}:role/orders-admin`

/** Everything that the home account's role could want: what it really may do is for the tests of its own roles. */
const home: NonNullable<AccountDraft['roles']> = {
  'daypass-apply': {
    path: '/daypass/',
    trust: trusting({ AWS: `arn:aws:iam::${HUB}:root` }, { StringEquals: { 'sts:ExternalId': 'acme-7' } }, [
      'sts:AssumeRole',
      'sts:TagSession',
      'sts:SetSourceIdentity',
    ]),
    inline: { work: allowing(['sso:*', 'identitystore:*', 'organizations:*'], '*') },
  },
}

/** What owners write on sets of their own that Daypass may assign. */
export const ASSIGNABLE = { 'daypass:assignable': 'acme' } as const

export interface CenterGround {
  readonly center?: CenterDraft
  readonly prod?: AccountDraft
  readonly delegated?: readonly string[]
  readonly management?: string
  readonly members?: Parameters<typeof organization>[0]['members']
}

/** The home account is HUB: the management account unless said otherwise. */
export function centerAws({ center, prod, delegated = [], management = HUB, members }: CenterGround = {}): AwsWorld {
  const plain = someAws({
    roles: { 'orders-admin': { trust: trusting({ AWS: `arn:aws:iam::${PROD}:root` }) } },
    policies: {
      requeue: { document: allowing('sqs:SendMessage', '*'), path: '/orders/' },
      theirs: { document: allowing('s3:ListBucket', '*'), path: '/daypass/other-installation/' },
    },
    ...prod,
  })
  const organized: AwsWorld = {
    ...inAccount(plain, HUB, (account) => ({ ...account, roles: { ...account.roles, ...rolesOf(home) } })),
    organizations: organization({ management, delegated, members: { [HUB]: {}, [PROD]: {}, [STAGE]: {}, ...members } }),
  }
  return withIdentityCenter(
    { ...organized, region: 'eu-west-1' },
    {
      users: { [MARTA]: {}, 'mario@example.com': {}, 'gone@example.com': { status: 'DISABLED' } },
      sets: {
        OrdersReadOnly: { inline: allowing('dynamodb:Query', TABLE), sessionDuration: 'PT4H', tags: ASSIGNABLE },
        Auditor: { tags: ASSIGNABLE },
      },
      assignments: [{ account: PROD, set: 'OrdersReadOnly', user: 'mario@example.com' }],
      ...center,
    },
  )
}

const rolesOf = (drafts: NonNullable<AccountDraft['roles']>): Readonly<Record<string, Role>> =>
  Object.fromEntries(
    Object.entries(drafts).map(([name, draft]) => [
      name,
      {
        path: draft.path ?? '/',
        id: `AROA${name
          .toUpperCase()
          .replace(/[^A-Z]/g, '')
          .padEnd(17, 'X')
          .slice(0, 17)}`,
        created: 1_704_067_200,
        tags: {},
        attached: [],
        maxSession: 3600,
        trust: typeof draft.trust === 'string' ? draft.trust : JSON.stringify(draft.trust),
        inline: Object.fromEntries(
          Object.entries(draft.inline ?? {}).map(([policy, text]) => [
            policy,
            typeof text === 'string' ? text : JSON.stringify(text),
          ]),
        ),
      },
    ]),
  )

export function centerSettings(
  more: readonly Partial<Account>[] = [{}, {}],
  center: Partial<NonNullable<NonNullable<Settings['aws']>['identityCenter']>> = {},
): Settings {
  const mode = 'identity-center' as Account['mode']
  const settings = settingsOf([
    { mode, ...more[0] },
    { mode, ...more[1] },
  ])
  if (settings.aws === null) throw new Error('settings without AWS')
  return {
    ...settings,
    aws: {
      ...settings.aws,
      identityCenter: {
        home: HUB,
        region: 'eu-west-1',
        match: 'userName',
        managementAccount: 'refused',
        sets: 'separate',
        ...center,
      },
    },
  }
}

/** What Marta may do with any set that she is assigned in the account. */
export const may =
  (action: string, resource: string, account = PROD) =>
  (world: World, at: number): boolean =>
    Object.values(world.aws.identityCenter?.sets ?? {}).some(
      ({ name }) =>
        mayDo(world, { as: { account, permissionSet: name, storeUser: MARTA }, action, resource, at }).allowed,
    )

export const isOurs = (name: string): boolean => /-dp[a-z2-7]{13}$/.test(name)

export const inCenter =
  (edit: (center: NonNullable<AwsWorld['identityCenter']>) => NonNullable<AwsWorld['identityCenter']>) =>
  (world: World): World =>
    world.aws.identityCenter === undefined
      ? world
      : { ...world, aws: { ...world.aws, identityCenter: edit(world.aws.identityCenter) } }

/** Changes the roles that Identity Center made of our sets, as if a changed set had been provisioned. */
export const inOurRoles =
  (edit: (role: Role) => Role) =>
  (world: World): World => ({
    ...world,
    aws: inAccount(world.aws, PROD, (account: AwsAccount) => ({
      ...account,
      roles: Object.fromEntries(
        Object.entries(account.roles).map(([name, role]) => [
          name,
          /_[^_]*-dp[a-z2-7]{13}_/.test(name) ? edit(role) : role,
        ]),
      ),
    })),
  })

export const inOurSets =
  (edit: (set: PermissionSet) => PermissionSet) =>
  (world: World): World => ({ ...world, aws: inSet(world.aws, isOurs, edit) })

/** Without what AWS makes up anew each time: ARNs of sets, ends of role names, jobs that are over. */
export function thingsIn({ aws }: World): unknown {
  const names = new Map(Object.entries(aws.identityCenter?.sets ?? {}).map(([arn, { name }]) => [arn, name]))
  const stable = (role: string): string => role.replace(/^(AWSReservedSSO_.+)_[0-9a-f]{16}$/, '$1')
  const named = (roles: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(roles).map(([name, role]) => [stable(name), role]))
  const accounts = Object.fromEntries(
    Object.entries(aws.accounts).map(([id, account]) => [id, { ...account, roles: named(account.roles) }]),
  )
  const center = aws.identityCenter
  return {
    ...aws,
    credentials: null,
    made: null,
    accounts,
    identityCenter:
      center === undefined
        ? null
        : {
            users: center.users,
            sets: Object.values(center.sets)
              .map((set) => ({
                ...set,
                roles: Object.entries(set.roles).map(([account, role]) => `${account} ${stable(role)}`),
              }))
              .sort((a, b) => (a.name < b.name ? -1 : 1)),
            assignments: center.assignments
              .map(({ account, set, principalId }) => `${account} ${names.get(set)} ${principalId}`)
              .sort(),
          },
  }
}
