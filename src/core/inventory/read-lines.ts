// How lines of an inventory are read back: whoever may push could have written them, so nothing in them is taken on trust.

import type { Json } from '../model/policy-document.ts'
import { parsed } from './contents.ts'
import type { Holds, InventoryLine } from './line.ts'

type Raw = Readonly<Record<string, unknown>>

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const tagsIn = (value: unknown): Readonly<Record<string, string>> =>
  isRaw(value)
    ? Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
    : {}

const json = (value: unknown): Json => (value === undefined ? null : (value as Json))

const holdsIn = (raw: Raw): Holds => ({
  policies: texts(raw['policies']),
  inline: isRaw(raw['inline'])
    ? Object.fromEntries(Object.entries(raw['inline']).map(([name, one]) => [name, json(one)]))
    : {},
  ...(typeof raw['boundary'] === 'string' ? { boundary: raw['boundary'] } : {}),
})

const READ: Readonly<Record<InventoryLine['is'], (raw: Raw) => InventoryLine | null>> = {
  resource: (raw) =>
    text(raw['arn']) === ''
      ? null
      : {
          is: 'resource',
          arn: text(raw['arn']),
          type: text(raw['type']),
          region: text(raw['region']),
          tags: tagsIn(raw['tags']),
        },
  user: (raw) => ({
    is: 'user',
    arn: text(raw['arn']),
    tags: tagsIn(raw['tags']),
    groups: texts(raw['groups']),
    ...holdsIn(raw),
  }),
  group: (raw) => ({ is: 'group', arn: text(raw['arn']), ...holdsIn(raw) }),
  role: (raw) => ({
    is: 'role',
    arn: text(raw['arn']),
    tags: tagsIn(raw['tags']),
    trust: json(raw['trust']),
    ...holdsIn(raw),
  }),
  policy: (raw) => ({
    is: 'policy',
    arn: text(raw['arn']),
    version: text(raw['version']),
    document: json(raw['document']),
  }),
  permissionSet: (raw) => ({
    is: 'permissionSet',
    arn: text(raw['arn']),
    name: text(raw['name']),
    ...holdsIn(raw),
  }),
  assignment: (raw) => ({
    is: 'assignment',
    set: text(raw['set']),
    account: text(raw['account']),
    principal: raw['principal'] === 'GROUP' ? 'GROUP' : 'USER',
    name: text(raw['name']),
  }),
  people: (raw) => ({ is: 'people', name: text(raw['name']), members: texts(raw['members']) }),
}

const isKind = (word: string): word is InventoryLine['is'] => Object.hasOwn(READ, word)

function readLine(line: string): InventoryLine | null {
  const raw = parsed(line)
  if (!isRaw(raw)) return null
  const is = text(raw['is'])
  return isKind(is) ? READ[is](raw) : null
}

export interface LinesRead {
  readonly lines: readonly InventoryLine[]
  /** Lines that are none of ours. */
  readonly strange: number
}

export function readLines(written: string): LinesRead {
  const rows = written.split('\n').filter((row) => row !== '')
  const lines = rows.flatMap((row) => readLine(row) ?? [])
  return { lines, strange: rows.length - lines.length }
}
