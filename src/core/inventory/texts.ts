// What the inventory knows of policies and resources that requests name: enough to say on a pull request what they come to.

import type { PolicyDocument } from '../model/policy-document.ts'
import type { Tags } from '../model/tags.ts'
import { readPolicyValue } from '../policy/read.ts'
import type { InventoryLine, PolicyLine, ResourceLine } from './line.ts'

const isResource = (line: InventoryLine): line is ResourceLine => line.is === 'resource'

const isPolicy = (line: InventoryLine): line is PolicyLine => line.is === 'policy'

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

/** The text of what a name or an ARN means in an account; null: it is not known, not understood, or could be several. */
export function policyText(named: string, lines: readonly InventoryLine[]): PolicyDocument | null {
  const found = lines
    .filter(isPolicy)
    .filter(({ arn }) => (named.startsWith('arn:') ? arn === named : nameOf(arn) === named))
  const [only, other] = found
  if (only === undefined || other !== undefined) return null
  const read = readPolicyValue(only.document)
  return 'document' in read ? read.document : null
}

/** How a resource is tagged; null: it is not known. Without any tag it could be that nobody showed them. */
export function tagsOf(arn: string, lines: readonly InventoryLine[]): Tags | null {
  const line = lines.filter(isResource).find((one) => one.arn === arn)
  if (line === undefined) return null
  const tags = new Map(Object.entries(line.tags))
  return tags.size === 0 ? null : tags
}
