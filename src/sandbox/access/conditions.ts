// Whether a statement's conditions hold for a request (AWS IAM user guide, "IAM JSON policy elements: Condition operators").

import { BlockList, isIPv4, isIPv6 } from 'node:net'
import { type Context, filledIn, valuesOf } from './context.ts'
import type { Conditions } from './document.ts'
import { arnFits, fits, plainText } from './glob.ts'

/** One comparison: what the policy says (variables filled in) against what the request carries. */
type Compare = (wanted: string, given: string) => boolean

/** Seconds since the epoch of an ISO 8601 date or a number of seconds; NaN where it is neither. */
const instant = (text: string): number => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text) / 1000)

const dates =
  (compare: (given: number, wanted: number) => boolean): Compare =>
  (wanted, given) =>
    compare(instant(given), instant(plainText(wanted)))

const numbers =
  (compare: (given: number, wanted: number) => boolean): Compare =>
  (wanted, given) =>
    compare(Number(given), Number(plainText(wanted)))

const exactly: Compare = (wanted, given) => plainText(wanted) === given
const ignoringCase: Compare = (wanted, given) => plainText(wanted).toLowerCase() === given.toLowerCase()

const address: Compare = (wanted, given) => {
  const [network = '', bits] = plainText(wanted).split('/')
  const family = isIPv4(network) ? 'ipv4' : 'ipv6'
  const here = family === 'ipv4' ? isIPv4(given) : isIPv6(given)
  if (!here || (!isIPv4(network) && !isIPv6(network))) return false
  const list = new BlockList()
  list.addSubnet(network, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family)
  return list.check(given, family)
}

interface Operator {
  readonly compare: Compare
  /** Holds where no value compares, and where the key is missing. */
  readonly negated: boolean
}

const pair = (positive: string, negative: string, compare: Compare): readonly (readonly [string, Operator])[] => [
  [positive, { compare, negated: false }],
  [negative, { compare, negated: true }],
]

const single = (name: string, compare: Compare): readonly [string, Operator] => [name, { compare, negated: false }]

const operators: ReadonlyMap<string, Operator> = new Map([
  ...pair('StringEquals', 'StringNotEquals', exactly),
  ...pair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', ignoringCase),
  ...pair('StringLike', 'StringNotLike', fits),
  ...pair('ArnEquals', 'ArnNotEquals', arnFits),
  ...pair('ArnLike', 'ArnNotLike', arnFits),
  ...pair(
    'NumericEquals',
    'NumericNotEquals',
    numbers((given, wanted) => given === wanted),
  ),
  single(
    'NumericLessThan',
    numbers((given, wanted) => given < wanted),
  ),
  single(
    'NumericLessThanEquals',
    numbers((given, wanted) => given <= wanted),
  ),
  single(
    'NumericGreaterThan',
    numbers((given, wanted) => given > wanted),
  ),
  single(
    'NumericGreaterThanEquals',
    numbers((given, wanted) => given >= wanted),
  ),
  ...pair(
    'DateEquals',
    'DateNotEquals',
    dates((given, wanted) => given === wanted),
  ),
  single(
    'DateLessThan',
    dates((given, wanted) => given < wanted),
  ),
  single(
    'DateLessThanEquals',
    dates((given, wanted) => given <= wanted),
  ),
  single(
    'DateGreaterThan',
    dates((given, wanted) => given > wanted),
  ),
  single(
    'DateGreaterThanEquals',
    dates((given, wanted) => given >= wanted),
  ),
  single('Bool', ignoringCase),
  single('BinaryEquals', exactly),
  ...pair('IpAddress', 'NotIpAddress', address),
])

/** Operators in which a policy variable is not filled in but stands as it is written. */
const takesNoVariables = /^(Numeric|Date|Bool|Binary|IpAddress|NotIpAddress)/

interface Asked {
  readonly set: 'all' | 'any' | null
  readonly ifExists: boolean
  readonly base: string
}

const asked = (operator: string): Asked => {
  const [, set, base = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(operator) ?? []
  const kind = set === undefined ? null : set === 'ForAllValues:' ? 'all' : 'any'
  return { set: kind, ifExists: ifExists !== undefined, base }
}

/** Whether IAM knows an operator: with its set prefix, and with IfExists (never on Null). */
export const knownOperator = (operator: string): boolean => {
  const { base, ifExists } = asked(operator)
  return operators.has(base) || (base === 'Null' && !ifExists)
}

const oneHolds = (
  name: string,
  key: string,
  wanted: readonly string[],
  context: Context,
  variables: boolean,
): boolean => {
  const { set, ifExists, base } = asked(name)
  const given = valuesOf(context, key)
  if (base === 'Null') return wanted.some((one) => (one.toLowerCase() === 'true') === (given === undefined))
  const operator = operators.get(base)
  if (operator === undefined) throw new Error(`The sandbox holds a policy with the operator ${name}.`)
  if (given === undefined) return ifExists || set === 'all' || (set === null && operator.negated)
  const fill = variables && !takesNoVariables.test(base)
  const filled = wanted.map((one) => (fill ? filledIn(one, context) : one)).filter((one) => one !== null)
  const compares = (value: string): boolean => filled.some((one) => operator.compare(one, value)) !== operator.negated
  if (set === 'all') return given.every(compares)
  if (set === 'any') return given.some(compares)
  return operator.negated ? given.every(compares) : given.some(compares)
}

/** All operators and all keys must hold; of the values of one key, one is enough (of a negated operator: none may match). */
export const conditionsHold = (conditions: Conditions, context: Context, variables: boolean): boolean =>
  Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => oneHolds(operator, key, wanted, context, variables)),
  )
