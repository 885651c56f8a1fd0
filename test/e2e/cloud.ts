// What somebody with rights of their own does in AWS behind Daypass's back, in these tests.

import { inAccount, policy, user } from '../../src/sandbox/aws/build.ts'
import type { Account } from '../../src/sandbox/aws/world.ts'
import type { House } from './house.ts'
import { PROD } from './requests.ts'

export const editAccount = (house: House, id: string, edit: (account: Account) => Account): void =>
  house.change((world) => ({ ...world, aws: inAccount(world.aws, id, edit) }))

export const accountOf = ({ sandbox }: House, id: string): Account => {
  const found = sandbox.world().aws.accounts[id]
  if (found === undefined) throw new Error(`there is no account ${id}`)
  return found
}

export const addUser = (house: House, id: string, name: string): void =>
  editAccount(house, id, (account) => ({
    ...account,
    users: { ...account.users, [name]: user({}, `AIDA${name.toUpperCase().replace(/\W/g, '')}`) },
  }))

/** The production account once more under another id, so that pointing there would work. */
export const copyProduction = (house: House, to: string): void =>
  house.change((world) => {
    const copy: Account = JSON.parse(JSON.stringify(accountOf(house, PROD)).replaceAll(PROD, to))
    return { ...world, aws: { ...world.aws, accounts: { ...world.aws.accounts, [to]: copy } } }
  })

export const arnOf = (account: string, path: string, name: string): string =>
  `arn:aws:iam::${account}:policy${path}${name}`

export interface Forged {
  readonly account?: string
  readonly path: string
  readonly name: string
  readonly document: object
  /** Seconds since 1970; long ago unless told. */
  readonly created?: number
  /** IAM users it is attached to. */
  readonly to?: readonly string[]
}

/** A managed policy that somebody else made, attached to some users. */
export function forge(house: House, { account: id = PROD, path, name, document, created, to = [] }: Forged): void {
  const arn = arnOf(id, path, name)
  editAccount(house, id, (account) => ({
    ...account,
    policies: {
      ...account.policies,
      [name]: policy(
        { path, document, ...(created === undefined ? {} : { created }) },
        `ANPA${name.toUpperCase().replace(/\W/g, '').slice(0, 12)}`,
      ),
    },
    users: Object.fromEntries(
      Object.entries(account.users).map(([one, holder]) => [
        one,
        to.includes(one) ? { ...holder, attached: [...holder.attached, arn] } : holder,
      ]),
    ),
  }))
}

/** `path/name` of every managed policy of the account below `/daypass/`, but for the ceiling over Daypass's own roles. */
export const ourPoliciesIn = (house: House, id: string = PROD): readonly string[] =>
  Object.entries(accountOf(house, id).policies)
    .filter(([name, one]) => one.path.startsWith('/daypass/') && name !== 'boundary-harbor')
    .map(([name, one]) => `${one.path}${name}`)
    .sort()
