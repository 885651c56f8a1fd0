// What the inventory knows of one thing in the world: one line of JSON each.

import { canonicalJson } from '../model/canonical.ts'
import type { Json } from '../model/policy-document.ts'

/** What somebody or something may do: policies by ARN, and texts written into it. */
export interface Holds {
  readonly policies: readonly string[]
  /** Name → document as AWS has it. */
  readonly inline: Readonly<Record<string, Json>>
  /** ARN of the policy that limits it. */
  readonly boundary?: string
}

type Tags = Readonly<Record<string, string>>

/** `type` and `region` as Resource Explorer writes them (`s3:bucket`; `global` where there is none). */
export interface ResourceLine {
  readonly is: 'resource'
  readonly arn: string
  readonly type: string
  readonly region: string
  readonly tags: Tags
}

export interface UserLine extends Holds {
  readonly is: 'user'
  readonly arn: string
  readonly tags: Tags
  /** Names of IAM groups. */
  readonly groups: readonly string[]
}

export interface GroupLine extends Holds {
  readonly is: 'group'
  readonly arn: string
}

export interface RoleLine extends Holds {
  readonly is: 'role'
  readonly arn: string
  readonly tags: Tags
  /** Who may assume it. */
  readonly trust: Json
}

export interface PolicyLine {
  readonly is: 'policy'
  readonly arn: string
  /** AWS's name of the version that counts: `v3`. */
  readonly version: string
  readonly document: Json
}

export interface PermissionSetLine extends Holds {
  readonly is: 'permissionSet'
  readonly arn: string
  readonly name: string
}

/** Who holds a permission set where. */
export interface AssignmentLine {
  readonly is: 'assignment'
  /** ARN of the set. */
  readonly set: string
  /** Twelve digits. */
  readonly account: string
  readonly principal: 'USER' | 'GROUP'
  /** As the identity store names it, or its id where it could not be read. */
  readonly name: string
}

/** A group of the identity store or of Okta, with the names of its members. */
export interface PeopleLine {
  readonly is: 'people'
  readonly name: string
  readonly members: readonly string[]
}

export type InventoryLine =
  | ResourceLine
  | UserLine
  | GroupLine
  | RoleLine
  | PolicyLine
  | PermissionSetLine
  | AssignmentLine
  | PeopleLine

/** What no two lines of one place share. */
export function keyOf(line: InventoryLine): string {
  switch (line.is) {
    case 'assignment':
      return `assignment ${line.account} ${line.set} ${line.principal} ${line.name}`
    case 'people':
      return `people ${line.name}`
    default:
      return `${line.is} ${line.arn}`
  }
}

/** Keys in one order, whatever order they came in; resources are most of all lines, and have no depth. */
function written(line: InventoryLine): string {
  if (line.is !== 'resource') return canonicalJson(line as unknown as Json)
  const { arn, is, region, tags, type } = line
  const names = Object.keys(tags)
  const sorted = names.length < 2 ? tags : Object.fromEntries(names.sort().map((name) => [name, tags[name]]))
  return JSON.stringify({ arn, is, region, tags: sorted, type })
}

/** No two keys are equal. */
const byKey = (a: readonly [string, string], b: readonly [string, string]): number => (a[0] < b[0] ? -1 : 1)

/** Sorted, each thing once: the same world gives the same bytes. */
export function writeLines(lines: readonly InventoryLine[]): string {
  return [...new Map(lines.map((line) => [keyOf(line), written(line)]))]
    .sort(byKey)
    .map(([, text]) => `${text}\n`)
    .join('')
}
