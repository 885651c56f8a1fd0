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

/** The branch that was meant, or why none can be told. */
export type Choice<B> = { readonly meant: B } | { readonly complaint: Complaint }

const typeOfBranch = ({ type, const: only, enum: some }: Branch): string =>
  type === 'integer' ? 'number' : (type ?? typeOf(some === undefined ? only : some[0]))

const complaint = (code: Complaint['code'], message: string, cure: string): Complaint => ({
  code,
  points: 'value',
  more: [],
  message,
  cure,
})

/** The key that tells a branch from its sisters: the first one it requires. */
const keyOf = (branch: Branch): string => branch.required?.[0] ?? ''

const everywhere = (key: string, among: readonly Branch[]): boolean =>
  among.every(({ required }) => required?.includes(key) === true)

function byKeys<B extends Branch>(value: object, among: readonly B[], label: string): Choice<B> {
  const named = among.filter((branch) => Object.hasOwn(value, keyOf(branch)))
  const [one, other] = named
  if (one !== undefined && other === undefined) return { meant: one }
  const [whole, second] = among.filter(({ properties }) =>
    named.every((branch) => Object.hasOwn(Object(properties), keyOf(branch))),
  )
  if (other !== undefined && whole !== undefined && second === undefined) return { meant: whole }
  if (other !== undefined)
    return {
      complaint: {
        code: 'shape-choice',
        points: 'key',
        more: [keyOf(other)],
        message: `${label} has ${listed(named.map(keyOf))}, but only one of them can be meant.`,
        cure: 'Write one entry for each.',
      },
    }
  const half = among.find(({ required }) =>
    required?.some((key) => !everywhere(key, among) && Object.hasOwn(value, key)),
  )
  if (half !== undefined) return { meant: half }
  const keys = listed(among.map(keyOf))
  const shared = new Set(among.flatMap(({ properties }) => Object.keys(Object(properties))))
  const unknown = Object.keys(value).find((key) => !shared.has(key))
  if (unknown === undefined)
    return { complaint: complaint('shape-choice', `${label} does not say what is meant.`, `Add one of: ${keys}.`) }
  return {
    complaint: {
      code: 'shape-unknown-key',
      points: 'key',
      more: [unknown],
      message: `\`${unknown}\` is not a key of ${label}.`,
      cure: `${didYouMean(unknown, [...shared])}Possible: ${keys}.`,
    },
  }
}

export function choose<B extends Branch>(value: unknown, branches: readonly B[], label: string): Choice<B> {
  const type = typeOf(value)
  const fitting = branches.filter((branch) => typeOfBranch(branch) === type)
  const [only, ...others] = fitting
  if (only === undefined) {
    const wanted = [...new Set(branches.map(typeOfBranch))].map(inWords).join(' or ')
    return {
      complaint: complaint('shape-type', `${label} must be ${wanted}; here it is ${inWords(type)}.`, 'Correct it.'),
    }
  }
  if (others.length === 0 || typeof value !== 'object' || value === null) return { meant: only }
  return byKeys(value, fitting, label)
}
