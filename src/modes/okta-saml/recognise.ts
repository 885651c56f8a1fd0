// Which roles of the pool are held by whom, and who was given which role that is there anyway.

import type { HoldingKey } from '../../core/model/id.ts'
import type { Observed } from '../../core/plan/provisioner.ts'
import { markOf } from '../aws/container.ts'
import { ownRoles } from './app-user.ts'
import { type Content, contentDigest } from './content.ts'
import type { Entered, Ground, PoolRole, Watched } from './ground.ts'
import { appScopeOf, MODE, poolKey, roleKey, scopeOf } from './naming.ts'

export interface Recognising {
  readonly watched: Watched
  readonly host: string
  readonly ground: Ground
  /** Keys of roles that are told though they bear no mark: recorded, or asked for now. */
  readonly told: (key: HoldingKey) => boolean
}

type Thing = Observed<Content>

const seen = (
  { watched }: Recognising,
  thing: Pick<Thing, 'key' | 'scope' | 'state' | 'mark' | 'identity' | 'content' | 'says'>,
): Thing => ({
  ...thing,
  mode: MODE,
  target: watched.target,
  digest: contentDigest(thing.content),
})

/** Nobody, where Okta said nothing: see `assigned`. */
const usersIn = ({ ground: { entered } }: Recognising): Entered['users'] =>
  entered.is === 'known' ? entered.value.users : new Map()

const commonOf = (from: Recognising, userId: string, role: string) => ({
  account: from.watched.account,
  app: from.watched.federation?.app ?? '',
  marker: from.watched.federation?.marker ?? '',
  role,
  userId,
  login: usersIn(from).get(userId)?.userName ?? userId,
  host: from.host,
})

function pooled(from: Recognising, role: PoolRole): readonly Thing[] {
  if (role.state.is !== 'bound') return []
  const { userId } = role.state
  // What nobody could look at is taken for let in: it is then taken out as well.
  const assigned =
    from.ground.entered.is === 'unknown' || ownRoles(usersIn(from).get(userId) ?? null).includes(role.name)
  const common = commonOf(from, userId, role.name)
  const { document, written, session } = role
  const { account, target } = from.watched
  return [
    seen(from, {
      key: poolKey(account, userId),
      scope: scopeOf(account),
      // Without a policy it gives nothing, whoever is let in by it.
      state: written ? 'there' : 'remains',
      mark: markOf(document),
      identity: userId,
      content: { is: 'pool', ...common, document, written, assigned, session },
      says: `role ${role.name} bound to ${common.login} in ${target}`,
    }),
  ]
}

function given(from: Recognising): readonly Thing[] {
  const pool = new Set(from.ground.pool.map(({ name }) => name))
  const { account, target } = from.watched
  return [...usersIn(from)].flatMap(([userId, user]) =>
    ownRoles(user)
      .filter((role) => !pool.has(role))
      .flatMap((role): readonly Thing[] => {
        const key = roleKey(account, userId, role)
        if (!from.told(key)) return []
        const common = commonOf(from, userId, role)
        return [
          seen(from, {
            key,
            scope: appScopeOf(account),
            state: 'there',
            mark: null,
            identity: userId,
            content: { is: 'role', ...common },
            says: `role ${role} given to ${common.login} in ${target} through Okta`,
          }),
        ]
      }),
  )
}

export const recognise = (from: Recognising): readonly Thing[] => [
  ...from.ground.pool.flatMap((role) => pooled(from, role)),
  ...given(from),
]
