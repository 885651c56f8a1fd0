// What a name or an ARN of something in IAM says: policies, roles and groups are named alike.

import type { Finding } from '../model/finding.ts'
import type { Ref } from '../model/permissions.ts'
import type { Place } from '../model/place.ts'
import { readArn } from '../policy/arn.ts'

/** Longest name by type, without path (IAM user guide, IAM and STS quotas). */
const LONGEST = { policy: 128, role: 64, group: 128 } as const

export type Named = keyof typeof LONGEST

const LONGEST_PATH = 512
const NAME = /^[\w+=,.@-]+$/
const PATH = /^([\w+=,.@-]+\/)*$/

const complaint = (code: Finding['code'], at: Place, message: string, cure: string): Finding => ({
  code,
  at,
  message,
  cure,
})

function nameProblem(what: Named, text: string): string | null {
  const slash = text.lastIndexOf('/') + 1
  const [path, name] = [text.slice(0, slash), text.slice(slash)]
  if (name.length > LONGEST[what])
    return `the name of a ${what} has at most ${LONGEST[what]} characters, this has ${name.length}`
  if (!NAME.test(name)) return `the name of a ${what} has letters, digits and \`+=,.@_-\` only`
  if (path.length > LONGEST_PATH || !PATH.test(path)) return `\`${path}\` is not a path`
  return null
}

function arnProblem(what: Named, text: string): string | null {
  const read = readArn(text)
  if ('problem' in read) return read.problem
  const { arn } = read
  const [type, ...rest] = arn.resource.split('/')
  if (arn.service !== 'iam' || arn.region !== '' || type !== what || rest.length === 0)
    return `the ARN of a ${what} looks like arn:aws:iam::111122223333:${what}/Name`
  if (!/^([0-9]{12}|aws)$/.test(arn.account) || (arn.account === 'aws' && what !== 'policy'))
    return `\`${arn.account}\` is not an account`
  return nameProblem(what, rest.join('/'))
}

/**
 * `Name`, `path/Name` or an ARN → what it refers to. A path is understood for roles only: a policy or group with one is
 * named by its ARN or by its bare name, which is unique in an account.
 */
export function readNamed<What extends Named>(
  what: What,
  text: string,
  at: Place,
): { readonly ref: Ref<What>; readonly name: string } | { readonly findings: readonly Finding[] } {
  const by = text.startsWith('arn:') ? 'arn' : 'name'
  const problem = by === 'arn' ? arnProblem(what, text) : nameProblem(what, text)
  if (problem !== null)
    return {
      findings: [
        complaint(
          by === 'arn' ? 'arn-syntax' : 'name-syntax',
          at,
          `\`${text}\` does not name a ${what}: ${problem}.`,
          `Write the name or the ARN as the IAM console shows it; an item names one ${what}, without wildcards.`,
        ),
      ],
    }
  if (by === 'name' && what !== 'role' && text.includes('/'))
    return {
      findings: [
        complaint(
          'name-syntax',
          at,
          `\`${text}\` names a ${what} with its path.`,
          'Leave the path out, or write the ARN.',
        ),
      ],
    }
  return { ref: { what, by, value: text, at }, name: text.slice(text.lastIndexOf('/') + 1) }
}

/** Name and, if it was written, ARN or path: whichever of them a rule names. */
export const facetValues = (ref: Ref<string>, name: string): readonly string[] =>
  name === ref.value ? [name] : [name, ref.value]
