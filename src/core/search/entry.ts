// What is searched: every line of the inventory, with the place it lies in and what it is called.

import type { InventoryLine } from '../inventory/line.ts'

export interface Entry {
  readonly line: InventoryLine
  /** Name of the account in the settings, or of what else was read. */
  readonly place: string
  /** Twelve digits; empty where it is no account. */
  readonly account: string
  /** All its texts in lower case, one a line: what fits none of these lines fits no field. */
  readonly hay: string
  /** Whether its texts are ASCII alone: of other letters an expression can mean others than their lower case. */
  readonly plain: boolean
}

const lastPart = (arn: string): string => arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1)

/** What people call it. */
export function nameOf(line: InventoryLine): string {
  switch (line.is) {
    case 'permissionSet':
    case 'people':
    case 'assignment':
      return line.name
    default:
      return lastPart(line.arn)
  }
}

export const arnOf = (line: InventoryLine): string =>
  line.is === 'assignment' ? line.set : line.is === 'people' ? '' : line.arn

/** Field → texts, as a bare word looks through them. */
export function fieldsOf({ line, place }: Pick<Entry, 'line' | 'place'>): readonly (readonly [string, string])[] {
  const tags = 'tags' in line ? Object.entries(line.tags).map(([key, value]) => [`tag ${key}`, value] as const) : []
  const holds = 'policies' in line ? line.policies.map((policy) => ['policy', lastPart(policy)] as const) : []
  const more: readonly (readonly [string, string])[] =
    line.is === 'resource'
      ? [
          ['type', line.type],
          ['region', line.region],
        ]
      : line.is === 'user'
        ? line.groups.map((group) => ['group', group] as const)
        : line.is === 'people'
          ? line.members.map((member) => ['member', member] as const)
          : []
  return [['name', nameOf(line)], ['arn', arnOf(line)], ['account', place], ...more, ...tags, ...holds]
}

const serviceOf = (arn: string): string => arn.split(':')[2] ?? ''

/** Whatever any key of a search looks at, each on a line of its own. */
function textsOf(line: InventoryLine, place: string, account: string): string {
  const texts = fieldsOf({ line, place }).map(([, text]) => text)
  const more = [account, serviceOf(arnOf(line)), ...('inline' in line ? Object.keys(line.inline) : [])]
  return [...texts, ...more].join('\n')
}

const ASCII = /^[\0-\x7f]*$/

export function entryOf(line: InventoryLine, place: string, account: string): Entry {
  const texts = textsOf(line, place, account)
  return { line, place, account, hay: texts.toLowerCase(), plain: ASCII.test(texts) }
}
