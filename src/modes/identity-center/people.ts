// Who is in the identity store, found by user name or by primary e-mail.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { IdentityCenterHome } from '../../core/model/settings.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'
import type { Aws, StoreOutput } from '../../edges/aws/aws.ts'
import { everyPage } from '../aws/pages.ts'
import { plainText } from '../aws/stored.ts'

export type StoreUser = NonNullable<StoreOutput<'ListUsers'>['Users']>[number]

export interface People {
  readonly byId: ReadonlyMap<string, StoreUser>
  readonly byName: ReadonlyMap<string, readonly StoreUser[]>
}

const PAGE = 100

const namesOf = (user: StoreUser, match: IdentityCenterHome['match']): readonly string[] =>
  match === 'userName'
    ? [user.UserName ?? '']
    : (user.Emails ?? []).flatMap(({ Value, Primary }) => (Primary === true ? [Value ?? ''] : []))

/** Every user in pages of a hundred: cheaper than two questions for each person, and it shows who is there twice. */
export async function readPeople(aws: Aws, store: string, match: IdentityCenterHome['match']): Promise<Answer<People>> {
  const pages = await everyPage('identitystore:ListUsers', (next) =>
    aws.store('ListUsers', {
      IdentityStoreId: store,
      MaxResults: PAGE,
      ...(next === undefined ? {} : { NextToken: next }),
    }),
  )
  if (pages.is === 'unknown') return pages
  const users = pages.value.flatMap(({ Users }) => Users ?? [])
  const named = users.flatMap((user) =>
    [...new Set(namesOf(user, match).map(plainText))].map((name): [string, StoreUser] => [name, user]),
  )
  const grouped = Map.groupBy(named, ([name]) => name)
  return known({
    byId: new Map(users.map((user) => [user.UserId ?? '', user])),
    byName: new Map([...grouped].map(([name, pairs]) => [name, pairs.map(([, user]) => user)])),
  })
}

/** Trimmed and without regard to case. Somebody who is disabled cannot sign in, and is given nothing. */
export function personFact(need: Need, { byName }: People): Fact {
  const users = byName.get(plainText(need.name)) ?? []
  const [user, second] = users
  if (user === undefined) return { need, is: 'absent' }
  if (second !== undefined) return { need, is: 'several', names: users.map(({ UserName }) => UserName ?? '').sort() }
  if (user.UserStatus === 'DISABLED')
    return {
      need,
      is: 'unfit',
      because: `${user.UserName} is disabled in Identity Center`,
      cure: 'enable the user there, or delete the request',
    }
  return { need, is: 'found', id: user.UserId ?? '', name: user.UserName ?? '' }
}
