// What a search finds, why, and how it is told.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InventoryLine } from '../../../src/core/inventory/line.ts'
import { PLAIN } from '../../../src/core/report/palette.ts'
import { arnOf, type Entry, entryOf } from '../../../src/core/search/entry.ts'
import { findAll } from '../../../src/core/search/find.ts'
import { KEYS } from '../../../src/core/search/keys.ts'
import { nearNames } from '../../../src/core/search/near.ts'
import { readQuery } from '../../../src/core/search/query.ts'
import { reachedBy } from '../../../src/core/search/reach.ts'
import { csvOf, hitRow, pathRow, tableOf } from '../../../src/core/search/table.ts'

const PROD = '111122223333'
const STAGE = '444455556666'

const entry = (line: InventoryLine, place = 'orders-prod', account = PROD): Entry => entryOf(line, place, account)

const resource = (arn: string, type: string, tags: Record<string, string> = {}, place?: string, account?: string) =>
  entry({ is: 'resource', arn, type, region: arn.split(':')[3] || 'global', tags }, place, account)

const NOTHING = { policies: [], inline: {} }
const document = (Action: string | readonly string[], Resource: string, more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: [Action].flat(), Resource, ...more }],
})
const arn = (what: string, account = PROD): string => `arn:aws:iam::${account}:${what}`

const ENTRIES: readonly Entry[] = [
  resource('arn:aws:s3:::orders-exports', 's3:bucket', { env: 'prod', team: 'Orders' }),
  resource(`arn:aws:sqs:eu-west-1:${PROD}:orders`, 'sqs:queue'),
  resource(`arn:aws:sqs:us-east-1:${PROD}:mail`, 'sqs:queue', { note: '=HYPERLINK("http://evil")' }),
  resource(`arn:aws:sqs:eu-west-1:${STAGE}:orders`, 'sqs:queue', {}, 'orders-stage', STAGE),
  entry({ is: 'user', arn: arn('user/marta'), tags: {}, groups: ['readers'], ...NOTHING }),
  entry({
    is: 'user',
    arn: arn('user/jonas'),
    tags: {},
    groups: [],
    policies: [arn('policy/queues'), 'arn:aws:iam::aws:policy/Lost'],
    inline: {},
  }),
  entry({
    is: 'group',
    arn: arn('group/readers'),
    policies: [],
    inline: { read: document('s3:GetObject', 'arn:aws:s3:::orders-exports/*') },
  }),
  entry({
    is: 'role',
    arn: arn('role/night'),
    tags: {},
    trust: null,
    policies: [],
    inline: { all: document('*', '*', { Condition: { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } } }) },
  }),
  entry({
    is: 'policy',
    arn: arn('policy/queues'),
    version: 'v1',
    document: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
        { Effect: 'Deny', Action: 'sqs:*', Resource: `arn:aws:sqs:us-east-1:${PROD}:mail` },
      ],
    },
  }),
  entry(
    {
      is: 'permissionSet',
      arn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1',
      name: 'Reader',
      policies: [],
      inline: { in: document('sqs:Get*', '*') },
    },
    'identity-center',
    '',
  ),
  entry(
    {
      is: 'assignment',
      set: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1',
      account: STAGE,
      principal: 'USER',
      name: 'nadia',
    },
    'identity-center',
    '',
  ),
]

function query(text: string) {
  const read = readQuery(text)
  if ('problem' in read) throw new Error(read.problem)
  return read.query
}

const found = (text: string): readonly string[] =>
  findAll(ENTRIES, query(text)).map(({ entry: { line, place } }) => `${place} ${arnOf(line).split(':').at(-1)}`)

const why = (text: string): readonly string[] => findAll(ENTRIES, query(text)).map((hit) => hit.why.join('; '))

describe('a search', () => {
  it.each<[string, readonly string[]]>([
    ['exports', ['orders-prod orders-exports']],
    ['EXPORTS', ['orders-prod orders-exports']],
    ['"orders"', ['orders-prod orders-exports', 'orders-prod orders', 'orders-stage orders']],
    ['resource:"orders"', ['orders-prod orders', 'orders-stage orders']],
    ['/^ord.*s$/ type:sqs', ['orders-prod orders', 'orders-stage orders']],
    ['type:sqs:queue !arn:/:orders$/', ['orders-prod mail']],
    ['type:sqs:queue account:stage', ['orders-stage orders']],
    [`account:${STAGE} type:*`, ['orders-stage orders']],
    ['tag:env=prod', ['orders-prod orders-exports']],
    ['tag:env', ['orders-prod orders-exports']],
    ['tag:env=p*', ['orders-prod orders-exports']],
    ['tag:team=orders', ['orders-prod orders-exports']],
    ['tag:env=test', []],
    ['region:us-', ['orders-prod mail']],
    ['service:"s3"', ['orders-prod orders-exports']],
    ['user:marta', ['orders-prod user/marta']],
    ['user:* !user:marta', ['orders-prod user/jonas']],
    ['holds:queues', ['orders-prod user/jonas']],
    ['member:readers', ['orders-prod user/marta']],
    [`arn:aws:sqs:eu-west-1:${PROD}:orders`, ['orders-prod orders']],
    ['arn:/:mail$/', ['orders-prod mail']],
    ['set:reader', ['identity-center permissionSet/ssoins-1/ps-1']],
  ])('for %s finds %j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('says for each row why it is there', () => {
    expect(why('exports tag:env=prod !mail')).toEqual(['name contains exports; tag env=prod; not mail'])
    expect(why('"prod" type:bucket')).toEqual(['tag env is prod; type s3:bucket'])
  })

  it.each([
    ['', 'nothing to search for'],
    ['   ', 'nothing to search for'],
    ['usr:marta', 'there is no usr: to search by'],
    ['user:', 'says nothing'],
    ['"open', 'not closed'],
    ['/(/', 'not a regular expression'],
    [`/${'a'.repeat(201)}/`, 'at most 200'],
    ['/(a{1000}){1000}/', /repeats|not a regular/],
    ['a -> b -> c', 'two arrows'],
    ['-> b', 'nothing on one of its sides'],
    ['a ->', 'nothing on one of its sides'],
    ['x '.repeat(21), 'has 21 terms'],
    ['x'.repeat(1001), 'has 1001 characters'],
  ])('%j is told what is wrong', (text, problem) => {
    const read = readQuery(text)
    expect('problem' in read ? read.problem : 'read').toMatch(problem)
    if ('problem' in read) expect([read.cure.length > 0, read.at >= 1]).toEqual([true, true])
  })

  it('for whatever text is a query or a problem, and never an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 60 }),
          fc.string({ unit: fc.constantFrom('"', '/', '!', ':', '-', '>', ' ', 'a', '\\', '('), maxLength: 30 }),
        ),
        (text) => {
          const read = readQuery(text)
          if ('query' in read) {
            findAll(ENTRIES, read.query)
            reachedBy(ENTRIES, read.query.terms, read.query.reached ?? [])
          }
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('overlooks nothing by looking at many fields at once', () => {
    const words = ENTRIES.flatMap(({ line }) => JSON.stringify(line).match(/[\w-]{3,12}/g) ?? [])
    const shapes = [
      'x',
      '"x"',
      '/x/',
      '/^x/',
      '/x$/',
      '/^x$/',
      '/x.*s/',
      '/xs?/',
      '/(x|zzz)/',
      '/[^a]x/',
      '/\\Ax/',
      '/(?-i)x/',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.constantFrom(...shapes),
        fc.constantFrom('', '!', ...Object.keys(KEYS).map((key) => `${key}:`)),
        (word, shape, before) => {
          const terms = query(`${before}${shape.replace('x', word)}`).terms
          const blind = terms.map((term) => ({ ...term, compared: { ...term.compared, couldFit: () => true } }))
          expect(findAll(ENTRIES, { terms })).toEqual(findAll(ENTRIES, { terms: blind }))
        },
      ),
      { numRuns: 4000 },
    )
  })
})

describe('letters that change when they are made small', () => {
  const TOWN = 'İstanbul, Straſe, 3 \u212a'
  const there = [resource('arn:aws:s3:::a', 's3:bucket', { town: TOWN })]

  it.each(['/İ/', '/^İs/', '/^.st/', '/strase/', '/3 k$/', '/\u212a/', 'İs', 'istanbul', '"i̇stanbul, straſe, 3 k"'])(
    'do not keep %s from finding them',
    (text) => {
      const { terms } = query(text)
      const fits = terms.every(({ compared }) => compared.fits(TOWN))
      expect(findAll(there, { terms })).toHaveLength(fits ? 1 : 0)
    },
  )

  it('are found by what RE2 says is the same letter', () => {
    expect(findAll(there, query('/İ/'))).toHaveLength(1)
    expect(findAll(there, query('/strase/'))).toHaveLength(1)
    expect(findAll([resource('arn:aws:s3:::straße-s', 's3:bucket')], query('/ſ/'))).toHaveLength(1)
    expect(findAll([resource('arn:aws:s3:::desks', 's3:bucket')], query('/ſ/'))).toHaveLength(1)
  })
})

describe('an arrow', () => {
  const paths = (text: string): readonly string[] => {
    const { terms, reached } = query(text)
    return reachedBy(ENTRIES, terms, reached ?? []).paths.map((path) => {
      const { who, through, actions, what } = pathRow(path)
      return [who, through, actions, what?.split(':').at(-1)].join(' | ')
    })
  }

  it.each<[string, readonly string[]]>([
    ['marta -> orders', ['user marta | group readers / inline read | s3:GetObject | orders-exports']],
    ['jonas -> orders', ['user jonas | policy queues | sqs:* | orders']],
    ['jonas -> mail', []],
    ['user:* -> mail', []],
    ['role:night -> type:bucket', ['role night | inline all | * (under conditions) | orders-exports']],
    ['nadia -> *', ['person nadia | permission set Reader / inline in | sqs:Get* | orders']],
    ['marta -> account:stage', []],
  ])('%s: %j', (text, expected) => {
    expect(paths(text)).toEqual(expected)
  })

  it('tells which texts it could not look into', () => {
    const { terms, reached } = query('jonas → orders')
    expect(reachedBy(ENTRIES, terms, reached ?? []).missing).toEqual(['orders-prod: policy Lost'])
  })
})

describe('what was found', () => {
  const rows = findAll(ENTRIES, query('type:*')).map(hitRow)

  it('as a table leaves out what no row has', () => {
    expect(tableOf(rows.slice(1, 2), PLAIN)).toBe(
      [
        'account      kind       name    arn',
        `orders-prod  sqs:queue  orders  arn:aws:sqs:eu-west-1:${PROD}:orders`,
        '  type sqs:queue',
      ].join('\n'),
    )
  })

  it('as values for a spreadsheet holds no formula of somebody else', () => {
    const hostile = resource('arn:aws:s3:::x', '=cmd', { '@a': '+1' })
    const [, line = ''] = csvOf([hitRow({ entry: hostile, why: ['-x', 'a "quoted", one'] })]).split('\r\n')
    expect(line).toBe(`orders-prod,'=cmd,x,arn:aws:s3:::x,'@a=+1,"'-x; a ""quoted"", one"`)
  })

  it('suggests near names where nothing is found', () => {
    expect(nearNames(ENTRIES, query('orders-export2').terms)).toEqual(['orders-exports'])
    expect(nearNames(ENTRIES, query('zzzzzzzz').terms)).toEqual([])
  })

  it('shows no escape sequence that a tag brings', () => {
    const hostile = resource('arn:aws:s3:::x', 's3:bucket', { a: '\u001b[31mred' })
    expect(tableOf([hitRow({ entry: hostile, why: [] })], PLAIN)).not.toContain('\u001b')
  })
})
