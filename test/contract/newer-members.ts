// What AWS has added since the models were taken (April 2025), as the types of its SDK say: only what the sandbox knows.

import { UserStatus } from '@aws-sdk/client-identitystore'
import { AccountState } from '@aws-sdk/client-organizations'
import { type Fields, fieldsAt } from './specs.ts'

const enumOf = (values: Readonly<Record<string, string>>): Fields => ({
  type: 'enum',
  members: Object.fromEntries(
    Object.values(values).map((value) => [
      value,
      { target: 'smithy.api#Unit', traits: { 'smithy.api#enumValue': value } },
    ]),
  ),
})

const users = 'com.amazonaws.identitystore'
const accounts = 'com.amazonaws.organizations'
const status = { UserStatus: { target: `${users}#UserStatus` } }

/** Members by the structure they were added to. */
const members: Readonly<Record<string, Fields>> = {
  [`${users}#User`]: status,
  [`${users}#DescribeUserResponse`]: status,
  [`${accounts}#Account`]: { State: { target: `${accounts}#AccountState` } },
}

const shapes: Fields = {
  [`${users}#UserStatus`]: enumOf(UserStatus),
  [`${accounts}#AccountState`]: enumOf(AccountState),
}

/** The shapes of a model with what is newer. The model wins: once it knows a member itself, nothing is added. */
export const withNewer = (old: Fields): Fields => ({
  ...shapes,
  ...Object.fromEntries(
    Object.entries(old).map(([id, shape]) => {
      const added = members[id]
      return [
        id,
        added === undefined ? shape : { ...fieldsAt(old, id), members: { ...added, ...fieldsAt(shape, 'members') } },
      ]
    }),
  ),
})
