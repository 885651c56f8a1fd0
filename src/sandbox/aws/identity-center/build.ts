// How an Identity Center is written down in a few lines, for tests and the demo.

import type { DocumentText } from '../build.ts'
import type { AwsWorld, Named } from '../world.ts'
import { instanceArnOf, setArnOf, storeIdOf, uuidOf } from './ids.ts'
import { deprovision, provision } from './roles.ts'
import type { Assignment, CenterLimits, CustomerPolicy, IdentityCenter, PermissionSet, StoreUser } from './world.ts'

export const defaultLimits: CenterLimits = {
  sets: 3500,
  provisionedPerAccount: 500,
  managedPerSet: 20,
  inlineBytes: 32_768,
  inlineSize: 10_240,
  tagsPerSet: 50,
  creationsInFlight: 10,
}

export interface StoreUserDraft {
  readonly email?: string
  readonly displayName?: string
  readonly status?: StoreUser['status']
}

export interface SetDraft {
  readonly managed?: readonly string[]
  readonly customer?: readonly CustomerPolicy[]
  readonly inline?: DocumentText
  readonly description?: string
  readonly tags?: Named<string>
  readonly sessionDuration?: string
}

export type CenterDraft = Partial<Pick<IdentityCenter, 'region' | 'settles' | 'emptyRoles' | 'conflicts' | 'stale'>> & {
  /** By user name. */
  readonly users?: Readonly<Record<string, StoreUserDraft>>
  /** Display name → user names. */
  readonly groups?: Readonly<Record<string, readonly string[]>>
  /** By name. */
  readonly sets?: Readonly<Record<string, SetDraft>>
  readonly assignments?: readonly { readonly account: string; readonly set: string; readonly user: string }[]
  readonly limits?: Partial<CenterLimits>
}

/** Always the same id for the same user name. */
export const userIdOf = (userName: string): string => uuidOf(`user/${userName}`)

const SEED = 'daypass'

export const setArnFor = (partition: string, name: string): string => setArnOf(instanceArnOf(partition, SEED), name)

const textOf = (document: DocumentText): string => (typeof document === 'string' ? document : JSON.stringify(document))

const set = (name: string, { inline, description, ...draft }: SetDraft): PermissionSet => ({
  name,
  sessionDuration: 'PT1H',
  tags: {},
  managed: [],
  customer: [],
  created: 1_704_067_200,
  roles: {},
  ...draft,
  ...(description === undefined ? {} : { description }),
  ...(inline === undefined ? {} : { inline: textOf(inline) }),
})

const user = (
  userName: string,
  { email = userName, displayName = userName, status = 'ENABLED' }: StoreUserDraft,
): StoreUser => ({
  userName,
  displayName,
  emails: [{ value: email, primary: true }],
  status,
})

/** The world with an Identity Center in it; roles of assigned sets are made at once. Throws where a role cannot be made. */
export function withIdentityCenter(world: AwsWorld, draft: CenterDraft): AwsWorld {
  const instanceArn = instanceArnOf(world.partition, SEED)
  const { users = {}, groups = {}, sets = {}, assignments = [], limits, ...rest } = draft
  const rows = assignments.map(
    (one): Assignment => ({
      account: one.account,
      set: setArnFor(world.partition, one.set),
      principalType: 'USER',
      principalId: userIdOf(one.user),
    }),
  )
  let center: IdentityCenter = {
    region: world.region,
    instanceArn,
    storeId: storeIdOf(SEED),
    users: Object.fromEntries(Object.entries(users).map(([name, one]) => [userIdOf(name), user(name, one)])),
    groups: Object.fromEntries(
      Object.entries(groups).map(([name, members]) => [
        uuidOf(`group/${name}`),
        { displayName: name, members: members.map(userIdOf) },
      ]),
    ),
    sets: Object.fromEntries(
      Object.entries(sets).map(([name, one]) => [setArnFor(world.partition, name), set(name, one)]),
    ),
    assignments: rows,
    jobs: [],
    limits: { ...defaultLimits, ...limits },
    settles: { calls: 1 },
    emptyRoles: 'go',
    conflicts: 0,
    spreading: {},
    stale: 0,
    ...rest,
  }
  let aws = world
  for (const row of rows) {
    const made = provision(aws, center, row.set, row.account, 1_704_067_200)
    if (made.is === 'failed') throw new Error(made.reason)
    aws = made.aws
    center = made.center
  }
  return { ...aws, identityCenter: center }
}

/** Who is assigned which set where, in names. */
export const assignmentsIn = ({ identityCenter: center }: AwsWorld): readonly string[] =>
  (center?.assignments ?? [])
    .map(({ account, set: arn, principalId }) => {
      const name = center?.sets[arn]?.name ?? arn
      const who = center?.users[principalId]?.userName ?? center?.groups[principalId]?.displayName ?? principalId
      return `${who} has ${name} in ${account}`
    })
    .sort()

/** Takes assignments away by hand, with the roles that nobody is left to enter. */
export function withoutAssignments(aws: AwsWorld, which: (row: Assignment) => boolean): AwsWorld {
  const center = aws.identityCenter
  if (center === undefined) throw new Error('There is no Identity Center in this world.')
  const assignments = center.assignments.filter((row) => !which(row))
  const left = new Set(assignments.map(({ account, set: arn }) => `${account} ${arn}`))
  let both: { readonly aws: AwsWorld; readonly center: IdentityCenter } = { aws, center: { ...center, assignments } }
  for (const { account, set: arn } of center.assignments.filter(which))
    if (!left.has(`${account} ${arn}`)) both = deprovision(both.aws, both.center, arn, account)
  return { ...both.aws, identityCenter: both.center }
}

/** An edit by hand of one set, by its name; its roles stay as they are until it is provisioned. */
export function inSet(
  aws: AwsWorld,
  which: (name: string) => boolean,
  edit: (set: PermissionSet) => PermissionSet,
): AwsWorld {
  const center = aws.identityCenter
  if (center === undefined) throw new Error('There is no Identity Center in this world.')
  const sets = Object.fromEntries(
    Object.entries(center.sets).map(([arn, one]) => [arn, which(one.name) ? edit(one) : one]),
  )
  return { ...aws, identityCenter: { ...center, sets } }
}
