// What stands in one account and in its app, read once: roles, policies, and whom the app lets in by which role.

import { type Answer, type EdgeError, known, unknown } from '../../core/model/edge-error.ts'
import type { TargetId } from '../../core/model/id.ts'
import type { PolicyDocument } from '../../core/model/policy-document.ts'
import type { OktaFederation, OktaIntegration } from '../../core/model/settings.ts'
import type { Need, Recorded } from '../../core/plan/provisioner.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import type { OktaAppUser } from '../../edges/okta/shapes.ts'
import { eachOf } from '../any/each.ts'
import { reading, sure } from '../any/sure.ts'
import { type AccountDetails, type RoleDetail, readAccount } from '../aws/account.ts'
import { readStored } from '../aws/stored.ts'
import { type AppSeen, readApp } from './app.ts'
import { readAppUser } from './app-user.ts'
import { POLICY, poolPath, readKey, readState, STATE, type State } from './naming.ts'

/** An account that people enter through Okta: of settings, or one that left them with something of ours in it. */
export interface Watched {
  readonly target: TargetId
  readonly account: string
  /** null: settings lead to no app any more. Roles of the pool can still be cut. */
  readonly federation: OktaFederation | null
}

export interface Observing {
  readonly aws: Aws
  /** null: Okta cannot be asked. */
  readonly okta: Okta | null
  readonly match: OktaIntegration['match']
  readonly installation: string
  readonly accounts: readonly Watched[]
}

/** A role of the pool as it stands. */
export interface PoolRole {
  readonly name: string
  readonly state: State
  readonly written: boolean
  readonly document: PolicyDocument | null
  /** Seconds. */
  readonly session: number
}

function poolRole(role: RoleDetail): PoolRole {
  const inline = role.RolePolicyList ?? []
  const [only, second] = inline
  const ours = only?.PolicyName === POLICY && second === undefined && (role.AttachedManagedPolicies ?? []).length === 0
  return {
    name: role.RoleName ?? '',
    state: readState(role.Tags?.find(({ Key }) => Key === STATE)?.Value),
    written: inline.length > 0 || (role.AttachedManagedPolicies ?? []).length > 0,
    document: ours ? readStored(only?.PolicyDocument) : null,
    session: 3600,
  }
}

export interface Ground {
  readonly details: AccountDetails
  readonly pool: readonly PoolRole[]
  /** What Okta says; what it does not say leaves the roles in AWS as clear as they are. */
  readonly entered: Answer<Entered>
}

export interface Entered {
  /** null: nothing in Okta matters here, or there is no such app. */
  readonly app: AppSeen | null
  /** By the user's id; null: not a user of the app. */
  readonly users: ReadonlyMap<string, OktaAppUser | null>
}

const NOBODY: Entered = { app: null, users: new Map() }

/** Throws (see sure) what could not be read. */
async function readEntered(okta: Okta, app: string, ids: readonly string[]): Promise<Entered> {
  const seen = sure(await readApp(okta, app))
  const users = await eachOf(
    ids,
    async (user): Promise<[string, OktaAppUser | null]> => [
      user,
      seen === null ? null : sure(await readAppUser(okta, app, user)),
    ],
  )
  return { app: seen, users: new Map(users) }
}

const filterFor = (needs: readonly Need[]) =>
  needs.some(({ what }) => what === 'policy') ? (['Role', 'LocalManagedPolicy'] as const) : (['Role'] as const)

export const NO_OKTA: EdgeError = {
  kind: 'denied',
  call: 'asking Okta',
  said: 'integrations/okta.yaml names no app for this account',
}

/** Whose roles matter: those of whom a need means, of whoever holds a pool role, and of whom the record names. */
function usersOf(
  account: string,
  pool: readonly PoolRole[],
  people: readonly string[],
  recorded: Recorded,
): readonly string[] {
  const bound = pool.flatMap(({ state }) => (state.is === 'bound' ? [state.userId] : []))
  const named = [...recorded.keys()].flatMap((key) => {
    const read = readKey(key)
    return read?.account === account ? [read.userId] : []
  })
  return [...new Set([...people, ...bound, ...named])].sort()
}

/** `people`: ids in Okta of who may have a role that is asked for. Throws (see sure) what of AWS could not be read. */
export async function readGround(
  { aws, okta, installation }: Observing,
  { account, federation }: Watched,
  needs: readonly Need[],
  people: readonly string[],
  recorded: Recorded,
): Promise<Ground> {
  const details = sure(await readAccount(aws, account, [...filterFor(needs)]))
  const pool = details.roles.filter(({ Path }) => Path === poolPath(installation)).map(poolRole)
  const users = usersOf(account, pool, people, recorded)
  if (federation === null || (users.length === 0 && needs.length === 0))
    return { details, pool, entered: known(NOBODY) }
  const entered = okta === null ? unknown(NO_OKTA) : await reading(() => readEntered(okta, federation.app, users))
  return { details, pool, entered }
}
