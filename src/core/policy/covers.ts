// Whether one policy certainly permits everything that another permits: what tells taking from giving.

import type { Among, Conditions, PolicyDocument, Statement } from '../model/policy-document.ts'
import { readInstant } from '../model/time.ts'
import { entriesOn } from './conditions.ts'
import { resourceHolds, resourcesMeet } from './resources.ts'
import { contains, foldCase, intersects } from './wildcard.ts'

/** How patterns of one element are compared; `true` of either function is proof. */
interface Comparison {
  readonly holds: (outer: string, inner: string) => boolean
  readonly apart: (a: string, b: string) => boolean
}

const ACTIONS: Comparison = {
  holds: (outer, inner) => contains(foldCase(outer), foldCase(inner)),
  apart: (a, b) => !intersects(foldCase(a), foldCase(b)),
}

const RESOURCES: Comparison = { holds: resourceHolds, apart: (a, b) => !resourcesMeet(a, b) }

function amongHolds(outer: Among, inner: Among, { holds, apart }: Comparison): boolean {
  if ('only' in outer)
    return 'only' in inner
      ? inner.only.every((one) => outer.only.some((other) => holds(other, one)))
      : outer.only.includes('*')
  return 'only' in inner
    ? inner.only.every((one) => outer.except.every((other) => apart(one, other)))
    : outer.except.every((one) => inner.except.some((other) => holds(other, one)))
}

const SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

const instants = (values: readonly string[]): number | null => {
  const [text, second] = values
  const read = text === undefined || second !== undefined || !SECONDS.test(text) ? null : readInstant(text)
  return read?.is === 'instant' ? read.instant : null
}

/** Two dates of one operator on the clock: whether what the inner one lets through the outer one does as well. */
const DATES: Readonly<Record<string, (outer: number, inner: number) => boolean>> = {
  DateLessThan: (outer, inner) => inner <= outer,
  DateGreaterThanEquals: (outer, inner) => inner >= outer,
}

const sameValues = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((value) => b.includes(value)) && b.every((value) => a.includes(value))

function conditionHolds(operator: string, key: string, outer: readonly string[], inner: readonly string[]): boolean {
  if (sameValues(outer, inner)) return true
  const [before, after, holds] = [instants(outer), instants(inner), DATES[operator]]
  if (foldCase(key) !== 'aws:currenttime' || before === null || after === null || holds === undefined) return false
  return holds(before, after)
}

/** Conditions are all demanded together: the inner statement must demand each of the outer's, and may demand more. */
const conditionsHold = (outer: Conditions, inner: Conditions): boolean =>
  Object.entries(outer).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => {
      const [one, second] = entriesOn(inner, key).filter((entry) => entry.operator === operator)
      return one !== undefined && second === undefined && conditionHolds(operator, key, values, one.values)
    }),
  )

const statementHolds = (outer: Statement, inner: Statement): boolean =>
  outer.effect === inner.effect &&
  amongHolds(outer.actions, inner.actions, ACTIONS) &&
  amongHolds(outer.resources, inner.resources, RESOURCES) &&
  conditionsHold(outer.conditions, inner.conditions)

const allows = ({ statements }: PolicyDocument) => statements.filter(({ effect }) => effect === 'Allow')
const denies = ({ statements }: PolicyDocument) => statements.filter(({ effect }) => effect === 'Deny')

/**
 * Whether everything that `inner` permits, at every instant and to whomever it is attached, `outer` permits too. `true` is
 * proof; `false` may only mean that it was not found. Each Allow of the inner one must lie within one Allow of the outer
 * one, and each Deny of the outer one within one Deny of the inner one. Variables mean something only in 2012-10-17, so
 * documents of two versions are never compared.
 */
export function covers(outer: PolicyDocument, inner: PolicyDocument): boolean {
  if (outer.version !== inner.version) return false
  return (
    allows(inner).every((one) => allows(outer).some((other) => statementHolds(other, one))) &&
    denies(outer).every((one) => denies(inner).some((other) => statementHolds(other, one)))
  )
}
