// How a policy that stands in AWS differs from the one that was printed, statement by statement.

import { canonicalJson } from '../../core/model/canonical.ts'
import type { Json } from '../../core/model/policy-document.ts'

export interface Difference {
  /** Printed, and not there. */
  readonly missing: readonly Statement[]
  /** There, and not printed. */
  readonly extra: readonly Statement[]
}

export interface Statement {
  readonly effect: 'Allow' | 'Deny' | 'unknown'
  /** The same for statements that mean the same. */
  readonly text: string
}

const isObject = (value: unknown): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One and a list of one mean the same, in whatever order. */
function normal(value: Json): Json {
  if (Array.isArray(value)) {
    const sorted = value.map((one: Json) => (typeof one === 'string' ? one : canonicalJson(one))).sort()
    return [...new Set(sorted)]
  }
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, normal(one)]))
  return [String(value)]
}

/** Names of statements mean nothing to AWS. */
function statementOf(value: Json): Statement {
  if (!isObject(value)) return { effect: 'unknown', text: canonicalJson(value) }
  const { Sid: _, Effect: effect, ...rest } = value
  const said = effect === 'Allow' || effect === 'Deny' ? effect : 'unknown'
  return {
    effect: said,
    text: canonicalJson({
      Effect: said,
      ...Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, normal(one)])),
    }),
  }
}

function statementsOf(document: Json): readonly Statement[] {
  const statements = isObject(document) ? document['Statement'] : undefined
  if (statements === undefined) return []
  return (Array.isArray(statements) ? statements : [statements]).map(statementOf)
}

export function differenceOf(printed: Json, there: Json): Difference {
  const [wanted, found] = [statementsOf(printed), statementsOf(there)]
  const lacks = (all: readonly Statement[], one: Statement): boolean => !all.some(({ text }) => text === one.text)
  return {
    missing: wanted.filter((one) => lacks(found, one)),
    extra: found.filter((one) => lacks(wanted, one)),
  }
}

/** Whether what is there may let somebody do what was not printed: an extra Allow, or a Deny that is gone. */
export const isMore = ({ missing, extra }: Difference): boolean =>
  extra.some(({ effect }) => effect !== 'Deny') || missing.some(({ effect }) => effect === 'Deny')

export const isSame = ({ missing, extra }: Difference): boolean => missing.length + extra.length === 0

export const differenceLines = ({ missing, extra }: Difference): readonly string[] => [
  ...missing.map(({ text }) => `- ${text}`),
  ...extra.map(({ text }) => `+ ${text}`),
]

/** IAM sends documents URL-encoded (RFC 3986). undefined: no JSON. */
export function storedJson(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined
  try {
    return JSON.parse(decodeURIComponent(text)) as Json
  } catch (error) {
    if (error instanceof URIError || error instanceof SyntaxError) return undefined
    throw error
  }
}
