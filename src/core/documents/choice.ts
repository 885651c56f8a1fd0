// Which branch of a `oneOf` the author meant, judged by the value's type and keys.

import { type Complaint, didYouMean, inWords, listed, typeOf } from './complaint.ts'

/** What a branch says about itself, references followed. */
export interface Branch {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, unknown>>
}

export type Choice = { readonly meant: number } | { readonly complaint: Complaint }

const typeOfBranch = ({ type, const: only, enum: some }: Branch): string =>
  type === 'integer' ? 'number' : (type ?? typeOf(some === undefined ? only : some[0]))

const complaint = (code: Complaint['code'], message: string, cure: string): Choice => ({
  complaint: { code, points: 'value', more: [], message, cure },
})

/** The key that tells a branch from its sisters: the first one it requires. */
const keyOf = (branch: Branch): string => branch.required?.[0] ?? ''

const everywhere = (key: string, branches: readonly Branch[], among: readonly number[]): boolean =>
  among.every((index) => branches[index]?.required?.includes(key) === true)

function byKeys(value: object, branches: readonly Branch[], among: readonly number[], label: string): Choice {
  const keys = among.map((index) => keyOf(branches[index] ?? {}))
  const named = keys.filter((key) => Object.hasOwn(value, key))
  const [one, other] = named
  if (one !== undefined && other === undefined) return { meant: among[keys.indexOf(one)] ?? 0 }
  const whole = among.filter((index) => named.every((key) => Object.hasOwn(branches[index]?.properties ?? {}, key)))
  if (other !== undefined && whole.length === 1) return { meant: whole[0] ?? 0 }
  if (other !== undefined)
    return {
      complaint: {
        code: 'shape-choice',
        points: 'key',
        more: [other],
        message: `${label} has ${listed(named)}, but only one of them can be meant.`,
        cure: 'Write one entry for each.',
      },
    }
  const half = among.find((index) =>
    branches[index]?.required?.some((key) => !everywhere(key, branches, among) && Object.hasOwn(value, key)),
  )
  if (half !== undefined) return { meant: half }
  const shared = new Set(among.flatMap((index) => Object.keys(branches[index]?.properties ?? {})))
  const unknown = Object.keys(value).find((key) => !shared.has(key))
  if (unknown === undefined)
    return complaint('shape-choice', `${label} does not say what is meant.`, `Add one of: ${listed(keys)}.`)
  return {
    complaint: {
      code: 'shape-unknown-key',
      points: 'key',
      more: [unknown],
      message: `\`${unknown}\` is not a key of ${label}.`,
      cure: `${didYouMean(unknown, [...shared])}Possible: ${listed(keys)}.`,
    },
  }
}

export function choose(value: unknown, branches: readonly Branch[], label: string): Choice {
  const type = typeOf(value)
  const fitting = branches.flatMap((branch, index) => (typeOfBranch(branch) === type ? [index] : []))
  const [only, ...others] = fitting
  if (only === undefined) {
    const wanted = [...new Set(branches.map(typeOfBranch))].map(inWords)
    return complaint(
      'shape-type',
      `${label} must be ${wanted.join(' or ')}; here it is ${inWords(type)}.`,
      'Correct it.',
    )
  }
  if (others.length === 0 || typeof value !== 'object' || value === null) return { meant: only }
  return byKeys(value, branches, fitting, label)
}
