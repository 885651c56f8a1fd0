// How a policy comes to end by itself, and when a policy read back from the cloud ends.

import type { PolicyDocument, Statement } from '../model/policy-document.ts'
import { type Instant, readInstant, writeInstant } from '../model/time.ts'
import { entriesOn, withEntry } from './conditions.ts'
import type { PolicyRead } from './read.ts'

const NOW = 'aws:CurrentTime'
const STARTS = 'DateGreaterThanEquals'
const ENDS = 'DateLessThan'

interface Bounds {
  readonly from: Instant | null
  readonly until: Instant | null
}

const SPELLING = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/

/** Whole seconds or days in UTC only. Epoch numbers, fractions and offsets mean something to AWS, but are not ours to order. */
function boundOf(text: string): Instant | null {
  if (!SPELLING.test(text)) return null
  const read = readInstant(text.includes('T') ? text : `${text}T00:00:00Z`)
  return read.is === 'instant' ? read.instant : null
}

/** When a statement starts and ends, or why that cannot be said. */
function boundsOf(statement: Statement): Bounds | { readonly problem: string } {
  const [epoch] = entriesOn(statement.conditions, 'aws:EpochTime')
  if (epoch !== undefined) return { problem: `it limits time by ${epoch.operator} on ${epoch.key}` }
  let from: Instant | null = null
  let until: Instant | null = null
  for (const { operator, key, values } of entriesOn(statement.conditions, NOW)) {
    if (operator !== STARTS && operator !== ENDS) return { problem: `it limits time by ${operator} on ${key}` }
    const [text, second] = values
    if (text === undefined || second !== undefined)
      return { problem: `it has ${values.length} alternative times for ${operator} on ${key}` }
    const bound = boundOf(text)
    if (bound === null) return { problem: `it limits time by ${JSON.stringify(text)}, which is not a plain UTC time` }
    if (operator === STARTS) from = from === null || bound > from ? bound : from
    else until = until === null || bound < until ? bound : until
  }
  return { from, until }
}

function datedStatement(statement: Statement, from: Instant, until: Instant): Statement | { readonly problem: string } {
  const bounds = boundsOf(statement)
  if ('problem' in bounds) return bounds
  const start = bounds.from === null || from > bounds.from ? from : bounds.from
  const end = bounds.until === null || until < bounds.until ? until : bounds.until
  const started = withEntry(statement.conditions, STARTS, NOW, writeInstant(start))
  return { ...statement, conditions: withEntry(started, ENDS, NOW, writeInstant(end)) }
}

/**
 * The policy with every Allow working only from `from` (inside) until `until` (outside): literal UTC seconds, because
 * policy variables do not work with date operators (IAM user guide, "AWS: Allows access based on date and time").
 * A later start and an earlier end that are there already are kept: times are never a list, which would mean "or". Deny
 * statements stay as they are. A statement that limits time in any other way is a problem.
 */
export function dated(document: PolicyDocument, from: Instant, until: Instant): PolicyRead {
  const statements: Statement[] = []
  for (const [index, statement] of document.statements.entries()) {
    const made = statement.effect === 'Deny' ? statement : datedStatement(statement, from, until)
    if ('problem' in made) return { problem: `statement ${index + 1} cannot be given an end: ${made.problem}` }
    statements.push(made)
  }
  return { document: { ...document, statements } }
}

/** Denies everything from `until` on. Only for a container of one person: on anything shared it cuts off everybody. */
export const denyAfter = (until: Instant): Statement => ({
  effect: 'Deny',
  actions: { only: ['*'] },
  resources: { only: ['*'] },
  conditions: { [STARTS]: { [NOW]: [writeInstant(until)] } },
})

export type Ends =
  /** The instant from which no Allow of the policy works any more; `first` = from which the first of them stops. */
  | { readonly is: 'at'; readonly first: Instant; readonly last: Instant }
  | { readonly is: 'never' }
  /** Nothing is allowed, so nothing can end. */
  | { readonly is: 'nothing' }
  | { readonly is: 'unknown'; readonly because: string }

/** When the Allow statements of a policy end by their own dates. Denies are not looked at: see `deniesFrom`. */
export function endsOf(document: PolicyDocument): Ends {
  const ends: Instant[] = []
  let never = false
  for (const [index, statement] of document.statements.entries()) {
    if (statement.effect === 'Deny') continue
    const bounds = boundsOf(statement)
    if ('problem' in bounds) return { is: 'unknown', because: `statement ${index + 1}: ${bounds.problem}` }
    if (bounds.until === null) never = true
    else ends.push(bounds.until)
  }
  ends.sort((a, b) => a - b)
  const [first, last] = [ends[0], ends.at(-1)]
  if (never) return { is: 'never' }
  return first === undefined || last === undefined ? { is: 'nothing' } : { is: 'at', first, last }
}

/** The instant from which an unconditional-but-for-time `Deny *` on everything holds (the earliest of them), or null. */
export function deniesFrom(document: PolicyDocument): Instant | null {
  const starts = document.statements.flatMap((statement) => {
    const everything =
      statement.effect === 'Deny' &&
      'only' in statement.actions &&
      statement.actions.only.includes('*') &&
      'only' in statement.resources &&
      statement.resources.only.includes('*')
    const conditions = Object.entries(statement.conditions)
    const keys = conditions.flatMap(([, entries]) => Object.keys(entries))
    const bounds = everything && keys.length === 1 ? boundsOf(statement) : { from: null, until: null }
    return 'problem' in bounds || bounds.from === null ? [] : [bounds.from]
  })
  return starts.sort((a, b) => a - b)[0] ?? null
}

export const hasDeny = (document: PolicyDocument): boolean =>
  document.statements.some((statement) => statement.effect === 'Deny')
