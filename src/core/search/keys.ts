// The table of what can stand before a colon in a search: the reference page is made from it.

import { matches } from '../policy/wildcard.ts'
import { arnOf, type Entry, nameOf } from './entry.ts'
import type { Comparison } from './words.ts'

export interface Key {
  readonly says: string
  readonly example: string
  /** Why an entry fits, in a few words; null: it does not. */
  test(entry: Entry, compared: Comparison): string | null
}

const lastPart = (arn: string): string => arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1)

/** Things of one kind, by name or ARN; `*` means all of them. */
const kind = (is: Entry['line']['is'], says: string, example: string): Key => ({
  says,
  example,
  test({ line }, compared) {
    if (line.is !== is) return null
    if (compared.text === '*') return `it is a ${says}`
    return compared.fits(nameOf(line)) || compared.fits(arnOf(line)) ? `${is} ${compared.says}` : null
  },
})

const texts = (says: string, example: string, textsIn: (entry: Entry) => readonly string[]): Key => ({
  says,
  example,
  test(entry, compared) {
    const found = textsIn(entry).find((text) => (compared.text === '*' ? text !== '' : compared.fits(text)))
    return found === undefined ? null : `${says} ${found}`
  },
})

const serviceOf = ({ line }: Entry): readonly string[] => {
  const service = arnOf(line).split(':')[2]
  return service === undefined || service === '' ? [] : [service]
}

/** `env=prod`, or `env` alone: the key as a whole, the value as a pattern. An expression looks at `env=prod` as it stands. */
function tagTest({ line }: Entry, compared: Comparison): string | null {
  if (!('tags' in line)) return null
  const written = compared.text.replace(/^"|"$/g, '')
  const at = written.indexOf('=')
  const [wanted, value] = at < 0 ? [written, '*'] : [written.slice(0, at), written.slice(at + 1)]
  const fits = ([key, text]: readonly [string, string]): boolean =>
    /^\/.+\/$/s.test(compared.text)
      ? compared.fits(`${key}=${text}`)
      : written === '*' ||
        (key.toLowerCase() === wanted.toLowerCase() && matches(value.toLowerCase(), text.toLowerCase()))
  const found = Object.entries(line.tags).find(fits)
  return found === undefined ? null : `tag ${found[0]}=${found[1]}`
}

export const KEYS = {
  resource: kind('resource', 'resource', 'resource:orders'),
  user: kind('user', 'user of IAM', 'user:marta'),
  role: kind('role', 'role', 'role:*'),
  group: kind('group', 'group of IAM', 'group:readers'),
  policy: kind('policy', 'managed policy', 'policy:ReadOnlyAccess'),
  set: kind('permissionSet', 'permission set of Identity Center', 'set:Admin'),
  people: kind('people', 'group of Identity Center or Okta', 'people:oncall'),
  type: texts('type', 'type:s3:bucket', ({ line }) => (line.is === 'resource' ? [line.type] : [])),
  service: texts('service', 'service:"sqs"', serviceOf),
  region: texts('region', 'region:eu-', ({ line }) => (line.is === 'resource' ? [line.region] : [])),
  account: texts('account', 'account:orders-prod', ({ place, account }) => [place, account]),
  arn: texts('arn', 'arn:/:table\\/orders/', ({ line }) => [arnOf(line)]),
  tag: { says: 'tag', example: 'tag:env=prod', test: tagTest },
  holds: texts('holds', 'holds:AdministratorAccess', ({ line }) =>
    'policies' in line ? [...line.policies.map(lastPart), ...Object.keys(line.inline)] : [],
  ),
  member: texts('member', 'member:marta', ({ line }) =>
    line.is === 'people' ? line.members : line.is === 'user' ? line.groups : [],
  ),
} as const satisfies Readonly<Record<string, Key>>

export type KeyName = keyof typeof KEYS

export const isKey = (word: string): word is KeyName => Object.hasOwn(KEYS, word)
