// The policy algebra: what it says of policies must be so for each call that an evaluator of other code is asked about.

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Part } from '../../src/core/model/permissions.ts'
import type { Among, PolicyDocument } from '../../src/core/model/policy-document.ts'
import { instantOf } from '../../src/core/model/time.ts'
import { allowedBy } from '../../src/core/policy/allowed.ts'
import { covers } from '../../src/core/policy/covers.ts'
import { dated, deniesFrom, denyAfter, endsOf } from '../../src/core/policy/dated.ts'
import { narrowed } from '../../src/core/policy/narrow.ts'
import { readPolicy } from '../../src/core/policy/read.ts'
import { sameAccount } from '../../src/core/policy/same-account.ts'
import { contains, foldCase, intersects, matches } from '../../src/core/policy/wildcard.ts'
import { writePolicy } from '../../src/core/policy/write.ts'
import { conditionsHold } from '../../src/sandbox/access/conditions.ts'
import { arnFits, fits } from '../../src/sandbox/access/glob.ts'
import { small } from '../core/policy/support.ts'
import { contextFor, permits } from './oracle.ts'
import { type Call, call, document, FIRST_HOUR, fills, HOUR, instance, nearby, OURS, policyOf, statement } from './policy-inputs.ts' // biome-ignore format: one line
import { must, type Note, type Target } from './target.ts'

interface Input {
  readonly one: PolicyDocument
  readonly other: PolicyDocument
  readonly more: PolicyDocument['statements'][number]
  readonly calls: readonly Call[]
  readonly fills: readonly string[]
  readonly from: number
  readonly until: number
  readonly parts: readonly Part[]
}

const part: fc.Arbitrary<Part> = fc.record({
  arn: fc.constantFrom('arn:aws:s3:::a', 'arn:aws:s3:::a/*', 'arn:aws:s3:::ab/a*', 'arn:aws:sqs:a:1:a', 'arn:aws:sqs:a:1:*', 'arn:aws:s3:::?'),
  only: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.uniqueArray(fc.constantFrom('s3:ListBucket', 's3:GetObject', 's3:a'), { minLength: 1 })),
  when: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, fc.constant({ StringLike: { 's3:prefix': ['a*'] } })),
}) // biome-ignore format: one line each

const inputs: fc.Arbitrary<Input> = document.chain((one) =>
  fc.record({
    one: fc.constant(one),
    other: fc.oneof(nearby(one), document),
    more: statement,
    calls: fc.array(call, { minLength: 3, maxLength: 6 }),
    fills,
    from: fc.integer({ min: 0, max: 3 }),
    until: fc.integer({ min: 1, max: 5 }),
    parts: fc.array(part, { minLength: 1, maxLength: 2 }),
  }),
)

const texts = (among: Among): readonly string[] => ('only' in among ? among.only : among.except)

/** The calls asked for, and others made of what the policies themselves name. */
function callsFor({ one, other, calls, fills: filled }: Input): readonly Call[] {
  const statements = [...one.statements, ...other.statements]
  const actions = statements.flatMap(({ actions: set }) => texts(set)).map((text) => instance(text, filled))
  const resources = statements.flatMap(({ resources: set }) => texts(set)).map((text) => instance(text, filled))
  const [first] = calls
  if (first === undefined) return calls
  const made = resources.flatMap((resource, index) =>
    calls.slice(0, 2).map((like, at) => ({ ...like, resource, action: actions[(index + at) % actions.length] ?? first.action })),
  ) // biome-ignore format: one line
  // Nobody can ask for a thing that has no whole ARN.
  return [...calls, ...made.filter(({ resource }) => /^arn(:[^:]*){4}:./.test(resource))]
}

function judgeCovers(outer: PolicyDocument, inner: PolicyDocument, calls: readonly Call[], note: Note): void {
  if (!covers(outer, inner)) return
  note('one policy covers another')
  for (const asked of calls)
    must(!permits(inner, asked) || permits(outer, asked), 'what covers a policy permits what it permits', asked, { outer, inner }) // biome-ignore format: one line
}

function judgeDated(input: Input, calls: readonly Call[], note: Note): void {
  const { one, from, until } = input
  if (from >= until) return
  const [start, end] = [instantOf(FIRST_HOUR + from * HOUR), instantOf(FIRST_HOUR + until * HOUR)]
  const made = dated(one, start, end)
  if ('problem' in made) return
  note('a policy is given an end')
  const { document: bound } = made
  for (const asked of calls) {
    const inside = asked.hour >= from && asked.hour < until
    must(permits(bound, asked) === (inside && permits(one, asked)), 'a dated policy permits the same, and only in its window', asked, one, bound) // biome-ignore format: one line
    if (permits(bound, asked)) note('a call in its window')
  }
  const ends = endsOf(bound)
  must(ends.is === 'nothing' || (ends.is === 'at' && ends.last <= end), 'a dated policy is read back as ending', ends)
  must(covers(one, bound), 'a policy covers itself with an end', one, bound)
}

function judgeSameAccount({ one }: Input, calls: readonly Call[], note: Note): void {
  const made = sameAccount(one, OURS)
  if ('problem' in made) return
  note('a policy is kept in its account')
  for (const asked of calls) {
    const ours = asked.owner === undefined || asked.owner === OURS
    if (!ours && permits(one, asked)) note('a call into another account')
    must(permits(made.document, asked) === (ours && permits(one, asked)), 'kept in its account, a policy permits the same there and nothing elsewhere', asked, one, made.document) // biome-ignore format: one line
  }
}

const isInPart = (asked: Call, { arn, only, when }: Part): boolean =>
  arnFits(arn, asked.resource) &&
  (only === null || only.some((action) => action.toLowerCase() === asked.action.toLowerCase())) &&
  conditionsHold(when, contextFor(asked), true)

function judgeNarrowed({ one, parts }: Input, calls: readonly Call[], note: Note): void {
  const { document: cut, reported } = narrowed(one, parts)
  for (const asked of calls) {
    const may = permits(cut, asked)
    if (may) note('a call in its part')
    must(!may || permits(one, asked), 'a narrowed policy permits nothing more', asked, one, cut)
    must(!may || parts.some((each) => isInPart(asked, each)), 'a narrowed policy permits nothing outside its parts', asked, one, cut) // biome-ignore format: one line
    if (reported.length > 0 || may || !permits(one, asked)) continue
    must(!parts.some((each) => isInPart(asked, each)), 'a narrowed policy tells what it leaves out', asked, one, cut)
  }
}

function judgeDenies({ one, more, until }: Input, calls: readonly Call[], note: Note): void {
  const denied = policyOf([...one.statements, { ...more, effect: 'Deny' }], one.version)
  const over = policyOf([...one.statements, denyAfter(instantOf(FIRST_HOUR + until * HOUR))], one.version)
  must(covers(one, denied), 'a policy covers itself with one Deny more', denied)
  must((deniesFrom(over) ?? 0) <= FIRST_HOUR + until * HOUR, 'a Deny of everything is read back', over)
  for (const asked of calls) {
    const before = permits(one, asked)
    must(before || !permits(denied, asked), 'one Deny more permits nothing more', asked, denied)
    if (before && !permits(denied, asked)) note('a Deny takes away')
    must(
      permits(over, asked) === (before && asked.hour < until),
      'a Deny of everything wins from its instant on',
      asked,
    )
  }
}

function judgePatterns({ one, other, fills: filled }: Input, note: Note): void {
  const lists = (of: PolicyDocument) => of.statements.flatMap((each) => [texts(each.actions), texts(each.resources)])
  const [left, right] = [lists(one).flat().slice(0, 6), lists(other).flat().slice(0, 6)]
  const examples = [...left, ...right].map((text) => instance(text, filled))
  for (const text of left) {
    for (const example of examples) must(matches(text, example) === fits(text, example), 'a pattern means what it means to others', text, example) // biome-ignore format: one line
    for (const wide of right) {
      const [holds, meets] = [contains(wide, text), intersects(wide, text)]
      if (holds && wide !== text) note('a pattern holds another')
      must(meets === intersects(text, wide), 'that patterns meet is said of both', text, wide)
      for (const example of examples) {
        must(!holds || !fits(text, example) || fits(wide, example), 'a pattern holds every text of another', wide, text, example) // biome-ignore format: one line
        must(meets || !fits(text, example) || !fits(wide, example), 'patterns that do not meet share no text', wide, text, example) // biome-ignore format: one line
      }
    }
  }
}

const actionsOf = (document: PolicyDocument): ReadonlySet<string> =>
  new Set(allowedBy(document, small).flatMap(({ known }) => known.map(({ action }) => foldCase(action))))

function judgeAllowed({ one }: Input, calls: readonly Call[], note: Note): void {
  const known = new Set(small.services().flatMap((service) => small.actions(service).map(({ name }) => foldCase(`${service}:${name}`)))) // biome-ignore format: one line
  const allowed = actionsOf(one)
  for (const asked of calls) {
    if (!known.has(foldCase(asked.action)) || !permits(one, asked)) continue
    note('a known action is permitted')
    must(allowed.has(foldCase(asked.action)), 'what a policy permits is among what it is judged by', asked, one)
  }
}

function check(input: Input, note: Note): void {
  const { one, other } = input
  const calls = callsFor(input)
  must(covers(one, one), 'a policy covers itself', one)
  judgeCovers(one, other, calls, note)
  judgeCovers(other, one, calls, note)
  judgeDated(input, calls, note)
  judgeSameAccount(input, calls, note)
  judgeNarrowed(input, calls, note)
  judgeDenies(input, calls, note)
  judgePatterns(input, note)
  judgeAllowed(input, calls, note)
  const read = readPolicy(writePolicy(one))
  must('document' in read, 'a policy that was written can be read', read)
  must(writePolicy(read.document) === writePolicy(one), 'a policy that was written is read as the same', read)
  must(isDeepStrictEqual(read.document.statements.length, one.statements.length), 'no statement is lost')
}

export const policy: Target<Input> = { says: 'policy algebra', runs: 120_000, longest: 1000, inputs, check }
