// The policy of a role, from the tables of operations: what none of them names cannot be done.

import type { Conditions, Json, Statement } from '../../core/model/policy-document.ts'
import { policyJson } from '../../core/policy/write.ts'
import type { Operation } from '../../modes/aws/operation.ts'
import { filledTexts, type Names } from './names.ts'

/** First word of a statement's id: an auditor sees at a glance what gives and what takes. */
const WORDS: Readonly<Record<Operation['effect'], string>> = {
  reads: 'Reads',
  prepares: 'Prepares',
  gives: 'Gives',
  takes: 'Takes',
}

interface Part {
  readonly word: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly conditions: Conditions
}

const filledConditions = (conditions: Conditions, names: Names): Conditions =>
  Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, filledTexts(values, names)])),
    ]),
  )

/** Nothing where no resource is left: what owners list nothing for is not permitted at all. */
function partsOf(operation: Operation, names: Names): readonly Part[] {
  const actions = [operation.action, ...(operation.also ?? [])]
  const word = WORDS[operation.effect]
  const resources = filledTexts(operation.resources, names)
  const alternatives = operation.conditions ?? []
  const beside = filledTexts(operation.beside ?? [], names)
  const all = (alternatives.length === 0 ? [{}] : alternatives).map((conditions) => ({
    word,
    actions,
    resources,
    conditions: filledConditions(conditions, names),
  }))
  return [...all, { word, actions, resources: beside, conditions: {} }].filter((part) => part.resources.length > 0)
}

const keyOf = ({ word, resources, conditions }: Part): string =>
  JSON.stringify([word, [...resources].sort(), conditions])

/** Statements in the tables' order of effects; what has the same effect on the same things shares one. */
export function statementsOf(operations: readonly Operation[], names: Names): readonly Statement[] {
  const parts = operations.flatMap((operation) => partsOf(operation, names))
  const words = Object.values(WORDS)
  const grouped = [...Map.groupBy(parts, keyOf).values()].toSorted(
    ([a], [b]) => words.indexOf(a?.word ?? '') - words.indexOf(b?.word ?? ''),
  )
  const counted = new Map<string, number>()
  return grouped.flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const number = (counted.get(first.word) ?? 0) + 1
    counted.set(first.word, number)
    return [
      {
        sid: `${first.word}${number}`,
        effect: 'Allow' as const,
        actions: { only: same.flatMap(({ actions }) => actions) },
        resources: { only: first.resources },
        conditions: first.conditions,
      },
    ]
  })
}

export const documentOf = (statements: readonly Statement[]): Json => policyJson({ version: '2012-10-17', statements })
