// Which sets are ours and what they permit: found by name, explained by rows, and read where nothing else tells.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { HoldingKey } from '../../core/model/id.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { eachOf } from '../any/each.ts'
import { type AccountDetails, readAccount } from '../aws/account.ts'
import type { Row } from './assignments.ts'
import { type Permitted, permittedBy, readDefinition, setOfRole } from './contents.ts'
import { isOfInstallation, readKey, TAGS } from './naming.ts'
import type { OwnSet } from './recognise.ts'
import { tagsOf } from './set-tags.ts'
import type { SetNames } from './sets.ts'

export interface Named {
  readonly arn: string
  readonly name: string
}

export const namedAsOurs = (names: SetNames, installation: string): readonly Named[] =>
  [...names].flatMap(([arn, name]) => (isOfInstallation(name, installation) ? [{ arn, name }] : []))

/** Name of a set → the account that it was made for, as the record's keys tell. */
export const recordedSets = (recorded: Iterable<HoldingKey>): ReadonlyMap<string, string> =>
  new Map(
    [...recorded].flatMap((key): [string, string][] => {
      const read = readKey(key)
      return read?.is === 'set' ? [[read.name, read.account]] : []
    }),
  )

export interface Origin extends Named {
  readonly account: string
  readonly version: string | null
}

/** What the record does not know must say itself that it is ours: another installation's set may be called alike. */
export async function originOf(
  aws: Aws,
  instance: string,
  installation: string,
  { arn, name }: Named,
): Promise<Answer<Origin | null>> {
  const read = await tagsOf(aws, instance, arn)
  if (read.is === 'unknown') return read
  const tags = read.value ?? new Map<string, string>()
  const account = tags.get(TAGS.account)
  if (tags.get(TAGS.installation) !== installation || account === undefined) return known(null)
  return known({ arn, name, account, version: tags.get(TAGS.version) ?? null })
}

/** One account's IAM, or why it could not be read: then its sets tell what they permit, and policies and roles are unknown. */
export type Accounts = ReadonlyMap<string, Answer<AccountDetails>>

export interface Asking {
  readonly account: string
  readonly policies: boolean
}

export async function readAccounts(aws: Aws, asked: readonly Asking[]): Promise<Accounts> {
  const read = await eachOf(
    asked,
    async ({ account, policies }): Promise<[string, Answer<AccountDetails>]> => [
      account,
      await readAccount(aws, account, policies ? ['Role', 'LocalManagedPolicy'] : ['Role']),
    ],
  )
  return new Map(read)
}

function roleOf(details: AccountDetails, name: string): Permitted | null {
  const role = details.roles.find((one) => setOfRole(one) === name)
  return role === undefined ? null : permittedBy(role)
}

/** The role says what is permitted; where none is seen, yet or at all, the set itself is asked. */
export async function openSet(
  aws: Aws,
  instance: string,
  origin: Origin,
  rows: readonly Row[],
  accounts: Accounts,
): Promise<Answer<OwnSet | null>> {
  const there = accounts.get(origin.account)
  const assigned = rows.some(({ set, account }) => set === origin.arn && account === origin.account)
  const seen = there?.is === 'known' ? roleOf(there.value, origin.name) : null
  if (assigned && seen !== null) return known({ ...origin, permitted: seen })
  const definition = await readDefinition(aws, instance, origin.arn)
  if (definition.is === 'unknown') return definition
  return known(definition.value === null ? null : { ...origin, permitted: definition.value })
}
