// The limits of the tables once more as denials: they hold even when somebody attaches a wider policy to a role of ours.

import type { Conditions, Statement } from '../../core/model/policy-document.ts'
import type { Operation } from '../../modes/aws/operation.ts'
import { filledTexts, type Names } from './names.ts'

/** What must hold, said as what must not: an operator and its opposite (IAM user guide, condition operators). */
const OPPOSITES: Readonly<Record<string, string>> = {
  ArnLike: 'ArnNotLike',
  'ForAllValues:StringLike': 'ForAnyValue:StringNotLike',
}

function opposite(conditions: Conditions, names: Names): Conditions | null {
  const [operator, another] = Object.keys(conditions)
  const not = operator === undefined ? undefined : OPPOSITES[operator]
  if (operator === undefined || another !== undefined || not === undefined) return null
  const keys = Object.entries(conditions[operator] ?? {}).map(
    ([key, values]) => [key, filledTexts(values, names)] as const,
  )
  return { [not]: Object.fromEntries(keys) }
}

/** Only IAM's: an Identity Center call is judged by several resources at once, of which one bears no mark. */
const limited = ({ action, effect }: Operation): boolean => effect !== 'reads' && action.startsWith('iam:')

const deny = (sid: string, actions: readonly string[], rest: Partial<Statement>): Statement => ({
  sid,
  effect: 'Deny',
  actions: { only: actions },
  resources: { only: ['*'] },
  conditions: {},
  ...rest,
})

const actionsOf = (operations: readonly Operation[]): readonly string[] =>
  operations.flatMap(({ action, also = [] }) => [action, ...also])

/** One denial for all operations on the same things, and one for all under the same condition. */
export function onlyAsListed(operations: readonly Operation[], names: Names): readonly Statement[] {
  const unique = [...new Map(operations.filter(limited).map((one) => [one.action, one])).values()]
  const byResources = Map.groupBy(unique, ({ resources }) => JSON.stringify(filledTexts(resources, names)))
  const byConditions = Map.groupBy(unique, ({ conditions }) => JSON.stringify(conditions?.[0] ?? null))
  const elsewhere = [...byResources.values()].map((same, index) => {
    const except = filledTexts(same[0]?.resources ?? [], names)
    const resources = except.length === 0 ? { only: ['*'] } : { except }
    return deny(`OnlyOn${index + 1}`, actionsOf(same), { resources })
  })
  const otherwise = [...byConditions.values()].flatMap((same) => {
    const conditions = opposite(same[0]?.conditions?.[0] ?? {}, names)
    return conditions === null ? [] : [{ same, conditions }]
  })
  return [
    ...elsewhere,
    ...otherwise.map(({ same, conditions }, index) => deny(`OnlyIf${index + 1}`, actionsOf(same), { conditions })),
  ]
}
