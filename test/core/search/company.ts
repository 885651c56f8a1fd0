// A small inventory to search in: short ways to write its lines.

import type { InventoryLine } from '../../../src/core/inventory/line.ts'
import { type Entry, entryOf } from '../../../src/core/search/entry.ts'
import { type Query, readQuery } from '../../../src/core/search/query.ts'
import { reachedBy } from '../../../src/core/search/reach.ts'
import { pathRow } from '../../../src/core/search/table.ts'

export const PROD = '111122223333'
export const STAGE = '444455556666'
const PLACES: Readonly<Record<string, string>> = {
  [PROD]: 'orders-prod',
  [STAGE]: 'orders-stage',
  '': 'identity-center',
}

export const iam = (what: string, account = PROD): string => `arn:aws:iam::${account}:${what}`
export const set = (name: string): string => `arn:aws:sso:::permissionSet/ssoins-1/${name}`
const entry = (line: InventoryLine, account: string): Entry => entryOf(line, PLACES[account] ?? 'elsewhere', account)

export interface HeldText {
  readonly policies?: readonly string[]
  readonly inline?: Readonly<Record<string, object>>
}
const holds = ({ policies = [], inline = {} }: HeldText) => ({ policies, inline: inline as Record<string, never> })

export const resource = (
  arn: string,
  type = 'x:y',
  tags: Readonly<Record<string, string>> = {},
  account = PROD,
): Entry => entry({ is: 'resource', arn, type, region: arn.split(':')[3] || 'global', tags }, account)
export const user = (name: string, groups: readonly string[], held: HeldText = {}, account = PROD): Entry =>
  entry({ is: 'user', arn: iam(`user/${name}`, account), tags: {}, groups, ...holds(held) }, account)
export const group = (name: string, held: HeldText = {}, account = PROD): Entry =>
  entry({ is: 'group', arn: iam(`group/${name}`, account), ...holds(held) }, account)
export const role = (name: string, held: HeldText = {}, account = PROD): Entry =>
  entry({ is: 'role', arn: iam(`role/${name}`, account), tags: {}, trust: null, ...holds(held) }, account)
export const policy = (arn: string, document: object, account = PROD): Entry =>
  entry({ is: 'policy', arn, version: 'v1', document: document as never }, account)
export const permissionSet = (name: string, held: HeldText = {}): Entry =>
  entry({ is: 'permissionSet', arn: set(name), name, ...holds(held) }, '')
export const assigned = (name: string, of: string, account: string, principal: 'USER' | 'GROUP' = 'USER'): Entry =>
  entry({ is: 'assignment', set: set(of), account, principal, name }, '')
export const people = (name: string, ...members: readonly string[]): Entry => entry({ is: 'people', name, members }, '')

export const statement = (
  Action: string | readonly string[],
  Resource: string | readonly string[],
  more: object = {},
) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})
export const text = (...Statement: readonly object[]): object => ({ Version: '2012-10-17', Statement })
export const allows = (action: string, on: string): object => text(statement(action, on))

export function query(written: string): Query {
  const read = readQuery(written)
  if ('problem' in read) throw new Error(read.problem)
  return read.query
}

/** `who | through | actions | what`, a row for each way. */
export function paths(entries: readonly Entry[], written: string): readonly string[] {
  const { terms, reached } = query(written)
  return reachedBy(entries, terms, reached ?? []).paths.map((path) => {
    const { who, through, actions, what } = pathRow(path)
    return [who, through, actions, what].join(' | ')
  })
}

export function missing(entries: readonly Entry[], written: string): readonly string[] {
  const { terms, reached } = query(written)
  return reachedBy(entries, terms, reached ?? []).missing
}
