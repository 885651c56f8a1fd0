// What a rule's `what` or `not` filters on.

import type { Kinds } from '../entitlements/kind.ts'
import type { Pattern } from '../model/pattern.ts'
import type { Filter } from '../model/rule.ts'
import { nearest } from '../policy/nearest.ts'
import { complain, patternsAt, type Reader } from './reader.ts'
import type { FilterEntry } from './shapes.ts'
import type { Path } from './yaml.ts'

/** Key of a filter → the facet that kinds set. A new kind with a name of its own adds a row here and a key in the schema. */
const FACETS = {
  policy: 'policy',
  role: 'role',
  group: 'group',
  permissionSet: 'permissionSet',
  okta: 'okta',
  actions: 'action',
  resource: 'resource',
  level: 'level',
  reach: 'reach',
} as const satisfies Partial<Record<keyof FilterEntry, string>>

const FACET_KEYS = [
  'policy',
  'role',
  'group',
  'permissionSet',
  'okta',
  'actions',
  'resource',
  'level',
  'reach',
] as const satisfies readonly (keyof typeof FACETS)[]

const listed = <T>(value: T | readonly T[] | undefined): readonly T[] | null =>
  value === undefined ? null : Array.isArray(value) ? value : [value as T]

type Texts = string | readonly string[] | undefined

function kindsOf(value: Texts, path: Path, reader: Reader, kinds: Kinds): readonly string[] | null {
  const names = listed(value)
  const known = kinds.table.map(({ kind }) => kind)
  for (const [index, name] of (names ?? []).entries()) {
    if (known.includes(name)) continue
    const [meant] = nearest(name, known)
    complain(
      reader,
      'unknown-kind',
      reader.tree.place(typeof value === 'string' ? path : [...path, index]),
      `\`${name}\` is no kind of item, so the rule could never match.`,
      `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Possible: ${known.join(', ')}.`,
    )
  }
  return names
}

function tagsOf(
  tags: Readonly<Record<string, string | readonly string[]>> | undefined,
  path: Path,
  reader: Reader,
): Readonly<Record<string, readonly Pattern[]>> {
  return Object.fromEntries(
    Object.entries(tags ?? {}).map(([tag, texts]) => [tag, patternsAt(reader, texts, [...path, tag])]),
  )
}

/** Two ways to say one thing: `ou` and `tags` may stand beside `account` or inside it, not in both places. */
function sayTwice(entry: FilterEntry, path: Path, reader: Reader): void {
  const { account } = entry
  if (typeof account !== 'object' || Array.isArray(account)) return
  for (const key of ['ou', 'tags'] as const)
    if (account[key] !== undefined && entry[key] !== undefined)
      complain(
        reader,
        'duplicate-entry',
        reader.tree.keyPlace([...path, key]),
        `\`${key}\` is said twice, here and in \`account\`.`,
        'Keep one of them.',
      )
}

export function readFilter(entry: FilterEntry, path: Path, reader: Reader, kinds: Kinds): Filter {
  sayTwice(entry, path, reader)
  const patterns = (texts: Texts, inside: Path): readonly Pattern[] | null =>
    texts === undefined ? null : patternsAt(reader, texts, [...path, ...inside])
  const { account } = entry
  const parts = typeof account === 'object' && !Array.isArray(account) ? account : null
  const names = typeof account === 'string' || Array.isArray(account) ? account : undefined
  return {
    account: parts === null ? patterns(names, ['account']) : patterns(parts.name, ['account', 'name']),
    ou: patterns(entry.ou, ['ou']) ?? patterns(parts?.ou, ['account', 'ou']),
    tags: {
      ...tagsOf(parts?.tags, [...path, 'account', 'tags'], reader),
      ...tagsOf(entry.tags, [...path, 'tags'], reader),
    },
    region: patterns(entry.region, ['region']),
    resourceTags: tagsOf(entry.resourceTags, [...path, 'resourceTags'], reader),
    kind: kindsOf(entry.kind, [...path, 'kind'], reader, kinds),
    facets: Object.fromEntries(
      FACET_KEYS.flatMap((key) => {
        const found = patterns(entry[key], [key])
        return found === null ? [] : [[FACETS[key], found]]
      }),
    ),
    risk: listed(entry.risk),
    endsByItself: entry.endsByItself ?? null,
    escalating: entry.escalating ?? null,
    managesPermissions: entry.managesPermissions ?? null,
  }
}
