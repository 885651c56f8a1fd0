// Through what everybody holds permissions: policies of their own, of their groups, and permission sets they are assigned.

import type { Holds, InventoryLine } from '../inventory/line.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import { readPolicyValue } from '../policy/read.ts'
import { type Entry, nameOf } from './entry.ts'

/** One text that permits something, and the way it comes to somebody. */
export interface Permit {
  /** `policy ReadOnlyAccess`, `group readers / policy x`. */
  readonly through: string
  readonly document: PolicyDocument
}

export interface Held {
  readonly permits: readonly Permit[]
  /** What could not be read or is not in the inventory. */
  readonly missing: readonly string[]
}

const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

type Line<Is extends InventoryLine['is']> = Extract<InventoryLine, { is: Is }>

/** What is looked up again and again, once made. */
export interface Register {
  /** Account and ARN → text of the policy; those of AWS are the same everywhere. */
  policy(account: string, arn: string): PolicyDocument | null
  group(account: string, name: string): Line<'group'> | null
  set(arn: string): Line<'permissionSet'> | null
}

export function registerOf(entries: readonly Entry[]): Register {
  const policies = new Map<string, Line<'policy'>>()
  const groups = new Map<string, Line<'group'>>()
  const sets = new Map<string, Line<'permissionSet'>>()
  for (const { line, account } of entries) {
    if (line.is === 'policy') {
      policies.set(`${account} ${line.arn}`, line)
      policies.set(`${account} ${line.arn.replace(/^arn:[^:]*/, '*')}`, line)
      if (/^arn:[^:]*:iam::aws:/.test(line.arn)) policies.set(line.arn, line)
    } else if (line.is === 'group') groups.set(`${account} ${nameOf(line)}`, line)
    else if (line.is === 'permissionSet') sets.set(line.arn, line)
  }
  const read = new Map<Line<'policy'>, PolicyDocument | null>()
  return {
    policy(account, arn) {
      const line = policies.get(`${account} ${arn}`) ?? policies.get(arn)
      if (line === undefined) return null
      const known = read.get(line)
      if (known !== undefined) return known
      const made = readPolicyValue(line.document)
      const document = 'document' in made ? made.document : null
      read.set(line, document)
      return document
    },
    group: (account, name) => groups.get(`${account} ${name}`) ?? null,
    set: (arn) => sets.get(arn) ?? null,
  }
}

/** Of a permission set: each account has a policy of its own of that path and name. */
const ownArn = (policy: string, account: string): string =>
  policy.startsWith('customer:') ? `*:iam::${account}:policy${policy.slice('customer:'.length)}` : policy

function heldBy(holds: Holds, account: string, before: string, register: Register): Held {
  const permits: Permit[] = []
  const missing: string[] = []
  for (const arn of holds.policies) {
    const document = register.policy(account, ownArn(arn, account))
    if (document === null) missing.push(`${before}policy ${lastPart(arn)}`)
    else permits.push({ through: `${before}policy ${lastPart(arn)}`, document })
  }
  for (const [name, text] of Object.entries(holds.inline)) {
    const read = readPolicyValue(text)
    if ('document' in read) permits.push({ through: `${before}inline ${name}`, document: read.document })
    else missing.push(`${before}inline ${name}`)
  }
  return { permits, missing }
}

const together = (all: readonly Held[]): Held => ({
  permits: all.flatMap(({ permits }) => permits),
  missing: all.flatMap(({ missing }) => missing),
})

const unknown = (what: string): Held => ({ permits: [], missing: [what] })

/** null: nobody who could hold anything. */
export function heldIn({ line, account }: Entry, register: Register): Held | null {
  switch (line.is) {
    case 'user':
      return together([
        heldBy(line, account, '', register),
        ...line.groups.map((name) => {
          const group = register.group(account, name)
          return group === null ? unknown(`group ${name}`) : heldBy(group, account, `group ${name} / `, register)
        }),
      ])
    case 'role':
    case 'group':
      return heldBy(line, account, '', register)
    case 'assignment': {
      const set = register.set(line.set)
      return set === null
        ? unknown(`permission set ${lastPart(line.set)}`)
        : heldBy(set, line.account, `permission set ${set.name} / `, register)
    }
    default:
      return null
  }
}
