// What is not known of the cloud yet: what a judgement waits for, when it must wait, and what is judged again.

import { describe, expect, it } from 'vitest'
import { windowOf } from '../../../src/core/approval/items.ts'
import { type Judged, judgeAgain, judgeRequest } from '../../../src/core/approval/judge.ts'
import { unreadIn } from '../../../src/core/approval/unread.ts'
import { type Answer, known } from '../../../src/core/model/edge-error.ts'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import type { Rule } from '../../../src/core/model/rule.ts'
import { HOUR } from '../../../src/core/model/time.ts'
import {
  type Ask,
  AT,
  actions,
  approvedBy,
  auto,
  carries,
  document,
  documents,
  group,
  knowledge,
  NOON,
  person,
  policy,
  request,
  role,
  rule,
  settings,
} from './company.ts'
import { UNREAD } from './proof-story.ts'

const FREE = rule('free', { ways: [auto] })
const NO_BUCKETS = rule('buckets', { what: { facets: { action: 's3:*' } }, deny: 'no buckets' })
const NO_PEOPLE = rule('people', { what: { resourceTags: { data: 'people' } }, deny: 'no data of people' })

const BUCKET = 'arn:aws:s3:::exports'
const thing: Entitlement = { ...actions('s3:GetObject', BUCKET), thing: BUCKET }
const narrowed = (value: string): Entitlement => ({
  ...policy(value),
  what: `resource:${value}`,
  permissions: { form: 'narrowed', policy: { what: 'policy', by: 'name', value, at: AT }, to: [] },
})

const NONE_READ: Pick<Judged, 'documents' | 'tags'> = { documents: new Map(), tags: new Map() }

function asked(rules: readonly Rule[], ask: Ask, rest: Partial<Judged> = {}): Judged {
  const inForce = settings(rules)
  const window = windowOf(request(ask), inForce, NOON)
  if (window === null) throw new Error('no end')
  return {
    request: request(ask),
    settings: inForce,
    window,
    knowledge,
    carries,
    ...NONE_READ,
    author: person('marta'),
    opinions: [],
    ...rest,
  }
}

describe('what is waited for', () => {
  const S3 = policy('AmazonS3ReadOnlyAccess')
  const text = (name: string) => `the text of ${name} in orders-prod`
  const tags = (answer: Answer<ReadonlyMap<string, string>>) => new Map([[`orders-prod ${BUCKET}`, answer]])

  it.each<[string, readonly Rule[], readonly Entitlement[], Partial<Judged>, readonly string[]]>([
    ['is the text of a policy', [FREE, NO_BUCKETS], [S3], {}, [text('AmazonS3ReadOnlyAccess')]],
    ['is the text of a policy cut down', [FREE, NO_BUCKETS], [narrowed('Cut')], {}, [text('Cut')]],
    [
      'is each once, in order',
      [FREE, NO_BUCKETS],
      [policy('B'), policy('A'), narrowed('B')],
      {},
      [text('A'), text('B')],
    ],
    ['is no text that was read', [FREE, NO_BUCKETS, NO_PEOPLE], [S3], { documents }, []],
    ['is nothing about a role or a group', [FREE, NO_BUCKETS], [role('x'), group('g')], {}, []],
    ['is how a resource is tagged', [FREE, NO_PEOPLE], [thing], {}, [`the tags of ${BUCKET}`]],
    [
      'is how it is tagged, with what was said instead',
      [FREE, NO_PEOPLE],
      [thing],
      { tags: tags(UNREAD) },
      [`the tags of ${BUCKET} (GitHub: unreachable (timeout))`],
    ],
    ['are no tags that were read', [FREE, NO_PEOPLE], [thing], { tags: tags(known(new Map())) }, []],
    [
      'is both of one item where both are unread',
      [FREE, NO_PEOPLE],
      [{ ...narrowed('Cut'), thing: BUCKET }],
      {},
      [text('Cut'), `the tags of ${BUCKET}`],
    ],
    [
      'is the text alone where the tags were read',
      [FREE, NO_PEOPLE, NO_BUCKETS],
      [{ ...narrowed('Cut'), thing: BUCKET }],
      { tags: tags(known(new Map())) },
      [text('Cut')],
    ],
    [
      'is the tags alone where the text was read',
      [FREE, NO_PEOPLE],
      [{ ...narrowed('Cut'), thing: BUCKET }],
      { documents: new Map([['orders-prod Cut', document('s3:GetObject')]]) },
      [`the tags of ${BUCKET}`],
    ],
    [
      'is nothing of an item that is decided beside one that is not',
      [
        rule('free', { what: { kind: 'policy' }, ways: [auto] }),
        rule('tagged', { what: { kind: 'policy', resourceTags: { data: 'open' } }, ways: [auto] }),
        NO_BUCKETS,
      ],
      [S3, { ...thing, kind: group('g').kind }],
      {},
      [text('AmazonS3ReadOnlyAccess')],
    ],
  ])('%s', (_says, rules, items, rest, is) => {
    const all = asked(rules, { items }, rest)
    expect(unreadIn(judgeRequest(all), all)).toEqual(is)
  })
})

describe('a judgement must wait', () => {
  const S3 = policy('AmazonS3ReadOnlyAccess')
  const waits = (rules: readonly Rule[], ask: Ask, rest: Partial<Judged> = {}): boolean =>
    judgeRequest(asked(rules, ask, rest)).undecided

  it('while anything of one item could change it, though all else is known', () => {
    expect(waits([FREE, NO_BUCKETS], { items: [group('g'), S3] })).toBe(true)
    expect(waits([FREE, NO_BUCKETS], { items: [group('g')] })).toBe(false)
  })

  it('for what could still be refused less, and not where a hold or a deny is final', () => {
    const short = rule('short', { limits: { maxDuration: HOUR } })
    const denied = rule('no', { deny: 'never' })
    expect(waits([FREE, NO_BUCKETS, short], { items: [S3] })).toBe(true)
    expect(waits([FREE, NO_BUCKETS, denied], { items: [S3] })).toBe(false)
    expect(waits([FREE, NO_BUCKETS, short, denied], { items: [S3] })).toBe(false)
    expect(waits([FREE, NO_BUCKETS, denied], { items: [S3, group('g')] })).toBe(false)
  })

  it('for nothing where another item is refused for good', () => {
    const groups = rule('no', { what: { kind: 'group' }, deny: 'no groups' })
    expect(waits([FREE, NO_BUCKETS, groups], { items: [S3, group('g')] })).toBe(false)
  })

  it('for nothing where the request cannot be read at all', () => {
    const lines = [...request({ items: [S3] }).lines, ...request({ in: 'nowhere' }).lines]
    const judgement = judgeRequest(asked([FREE, NO_BUCKETS], {}, { request: { ...request({}), lines } }))
    expect(judgement.items.map(({ routing }) => routing.undecided)).toEqual([true])
    expect([judgement.undecided, judgement.decision.is]).toEqual([false, 'refused'])
  })
})

describe('judging again once a text is known', () => {
  it('judges anew what was undecided, and keeps the rest as it was', () => {
    const rules = [rule('leads', { ways: [approvedBy('@leads')] }), NO_BUCKETS]
    const before = asked(rules, { items: [group('g'), policy('AmazonS3ReadOnlyAccess'), policy('Other')] })
    const first = judgeRequest(before)
    expect(first.items.map(({ routing }) => routing.undecided)).toEqual([false, true, true])
    const after = { ...before, documents }
    const second = judgeAgain(after, first)
    expect(second.items[0]).toBe(first.items[0])
    expect(second.items.map(({ item }) => item)).toEqual(first.items.map(({ item }) => item))
    expect(second).toEqual(judgeRequest(after))
    expect(second.decision).toMatchObject({ is: 'refused', because: ['rule buckets: no buckets'] })
  })
})
