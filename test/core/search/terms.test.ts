// What each word of the search language looks at, and how a row says why it is there.

import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/core/search/entry.ts'
import { arnOf, entryOf, fieldsOf, nameOf } from '../../../src/core/search/entry.ts'
import { findAll } from '../../../src/core/search/find.ts'
import { isKey, KEYS } from '../../../src/core/search/keys.ts'
import { nearNames } from '../../../src/core/search/near.ts'
import { readQuery } from '../../../src/core/search/query.ts'
import { readComparison } from '../../../src/core/search/words.ts'
import {
  assigned,
  group,
  iam,
  PROD,
  people,
  permissionSet,
  policy,
  query,
  resource,
  role,
  set,
  text,
  user,
} from './company.ts'

const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const ENTRIES: readonly Entry[] = [
  resource('arn:aws:s3:::exports', 's3:bucket', { Env: 'Prod', empty: '' }),
  resource(`arn:aws:sqs:eu-west-1:${PROD}:mail`, 'sqs:queue'),
  user('marta', ['readers'], { policies: [READ_ONLY], inline: { own: {} } }),
  role('night'),
  group('readers', { policies: [READ_ONLY] }),
  policy(iam('policy/teams/queues'), text()),
  permissionSet('Reader'),
  people('oncall', 'nadia', 'nils'),
  assigned('nadia', 'Reader', PROD),
]
const why = (written: string): readonly string[] =>
  findAll(ENTRIES, query(written)).map((hit) => `${nameOf(hit.entry.line)}: ${hit.why.join('; ')}`)

describe('a key', () => {
  it.each<[string, readonly string[]]>([
    ['resource:*', ['exports: it is a resource', 'mail: it is a resource']],
    ['user:mart', ['marta: user contains mart']],
    ['role:*', ['night: it is a role']],
    ['group:"readers"', ['readers: group is readers']],
    ['group:*', ['readers: it is a group of IAM']],
    ['policy:teams', ['queues: policy contains teams']],
    ['policy:*', ['queues: it is a managed policy']],
    ['set:*', ['Reader: it is a permission set of Identity Center']],
    ['set:ssoins-1', ['Reader: permissionSet contains ssoins-1']],
    ['people:/^on/', ['oncall: people matches /^on/']],
    ['people:*', ['oncall: it is a group of Identity Center or Okta']],
    ['type:bucket', ['exports: type s3:bucket']],
    ['type:*', ['exports: type s3:bucket', 'mail: type sqs:queue']],
    ['service:"sso"', ['Reader: service sso', 'nadia: service sso']],
    ['service:"iam"', ['marta: service iam', 'night: service iam', 'readers: service iam', 'queues: service iam']],
    ['region:"global"', ['exports: region global']],
    ['region:*', ['exports: region global', 'mail: region eu-west-1']],
    [
      'account:center',
      ['Reader: account identity-center', 'oncall: account identity-center', 'nadia: account identity-center'],
    ],
    [`account:${PROD} type:*`, [`exports: account ${PROD}; type s3:bucket`, `mail: account ${PROD}; type sqs:queue`]],
    ['arn:policy/', [`queues: arn ${iam('policy/teams/queues')}`]],
    [
      'arn:/Reader/ !group:*',
      [`Reader: arn ${set('Reader')}; not group:*`, `nadia: arn ${set('Reader')}; not group:*`],
    ],
    ['holds:ReadOnly', ['marta: holds ReadOnlyAccess', 'readers: holds ReadOnlyAccess']],
    ['holds:own', ['marta: holds own']],
    ['holds:*', ['marta: holds ReadOnlyAccess', 'readers: holds ReadOnlyAccess']],
    ['holds:aws:policy', []],
    ['member:nadia', ['oncall: member nadia']],
    ['member:*', ['marta: member readers', 'oncall: member nadia']],
    ['tag:*', ['exports: tag Env=Prod']],
    ['tag:env', ['exports: tag Env=Prod']],
    ['tag:"ENV=prod"', ['exports: tag Env=Prod']],
    ['tag:env=p?od', ['exports: tag Env=Prod']],
    ['tag:env=pro', []],
    ['tag:en', []],
    ['tag:empty=', ['exports: tag empty=']],
    ['tag:/^env=p/', ['exports: tag Env=Prod']],
    ['tag:/^prod/', []],
  ])('%s finds %j', (written, expected) => {
    expect(why(written)).toEqual(expected)
  })

  it('finds no service where an ARN names none', () => {
    const odd = [...ENTRIES.slice(0, 1), resource('arn:aws::x'), resource('odd'), people('p')]
    expect(findAll(odd, query('service:/.*/')).map((hit) => hit.entry)).toEqual(ENTRIES.slice(0, 1))
  })

  it('is one of a closed list, and never what every object has', () => {
    expect(Object.keys(KEYS).filter((word) => !isKey(word))).toEqual([])
    expect(['toString', 'constructor', '', 'USER'].filter(isKey)).toEqual([])
  })

  it('has an example that can be read, and that is about it', () => {
    for (const [key, { example }] of Object.entries(KEYS)) expect(query(example).terms).toMatchObject([{ key }])
  })
})

describe('a word on its own', () => {
  it.each<[string, readonly string[]]>([
    ['exports', ['exports: name contains exports']],
    ['s3:::', ['exports: arn contains s3:::']],
    ['bucket', ['exports: type contains bucket']],
    ['eu-west', ['mail: arn contains eu-west']],
    ['"eu-west-1"', ['mail: region is eu-west-1']],
    ['"prod"', ['exports: tag Env is prod']],
    ['"nils"', ['oncall: member is nils']],
    ['"readers"', ['marta: group is readers', 'readers: name is readers']],
    ['"ReadOnlyAccess"', ['marta: policy is ReadOnlyAccess', 'readers: policy is ReadOnlyAccess']],
    ['"identity-center" people:*', ['oncall: account is identity-center; it is a group of Identity Center or Okta']],
    ['people:* *', ['oncall: it is a group of Identity Center or Okta; it is there']],
    ['!orders !identity', []],
    ['!user:marta !"exports" !/a/ ', []],
    ['user:* !user:nils !"x" !/zz/', ['marta: it is a user of IAM; not user:nils; not "x"; not /zz/']],
  ])('%s finds %j', (written, expected) => {
    expect(why(written)).toEqual(expected)
  })
})

describe('an entry', () => {
  it('is called what people call it', () => {
    const called = ENTRIES.map(({ line }) => nameOf(line))
    expect(called).toEqual(['exports', 'mail', 'marta', 'night', 'readers', 'queues', 'Reader', 'oncall', 'nadia'])
    expect(ENTRIES.slice(6).map(({ line }) => arnOf(line))).toEqual([set('Reader'), '', set('Reader')])
  })

  it('has its texts in fields, and all of them in lower case beside each other', () => {
    const [bucket, , marta] = ENTRIES
    expect(bucket && fieldsOf(bucket)).toEqual([
      ['name', 'exports'],
      ['arn', 'arn:aws:s3:::exports'],
      ['account', 'orders-prod'],
      ['type', 's3:bucket'],
      ['region', 'global'],
      ['tag Env', 'Prod'],
      ['tag empty', ''],
    ])
    expect(bucket?.hay).toBe(
      ['exports', 'arn:aws:s3:::exports', 'orders-prod', 's3:bucket', 'global', 'prod', '', PROD, 's3'].join('\n'),
    )
    expect(marta?.hay).toBe(
      ['marta', iam('user/marta'), 'orders-prod', 'readers', 'readonlyaccess', PROD, 'iam', 'own'].join('\n'),
    )
  })

  it('knows whether its texts are ASCII alone', () => {
    const line = (name: string) => entryOf({ is: 'people', name, members: [] }, 'okta', '')
    expect(['a\u007f', 'a\u0080', 'né'].map((name) => line(name).plain)).toEqual([true, false, false])
  })
})

describe('near names', () => {
  it.each<[string, readonly string[]]>([
    ['expotrs', ['exports']],
    ['type:* expotrs', ['exports']],
    ['"expotrs"', ['exports']],
    ['exports martha', ['marta']],
    ['orders-porduction', []],
    ['orders-prdo', ['orders-prod']],
    ['zzzzzz martha', ['marta']],
    // What is there is not meant otherwise; nor has what is negated, an expression, a star or two letters a near name.
    ['exports', []],
    ['orders-pro', []],
    ['!expotrs', []],
    ['/expotrs/', []],
    ['*', []],
    ['ma', []],
  ])('of %s are %j', (written, expected) => {
    expect(nearNames(ENTRIES, query(written).terms)).toEqual(expected)
  })

  it('are three at most', () => {
    const alike = ['queue-1', 'queue-2', 'queue-3', 'queue-4'].map((name) => role(name))
    expect(nearNames(alike, query('queue-x').terms)).toEqual(['queue-1', 'queue-2', 'queue-3'])
  })
})

describe('a query', () => {
  it.each<[string, object]>([
    ['', { problem: 'there is nothing to search for', cure: 'Write a word.', at: 1 }],
    ['a usr:b', { problem: 'there is no usr: to search by', cure: 'Did you mean user: ? Or put it in quotes.', at: 3 }],
    ['a !user:', { problem: '!user: says nothing to search for', cure: 'Add a word, or * for all.', at: 3 }],
    ['!', { problem: '! says nothing to search for', cure: 'Add a word, or * for all.', at: 1 }],
    ['"', { problem: 'a quote is not closed', cure: 'Close it with ".', at: 1 }],
    ['x "a b', { problem: 'a quote is not closed', cure: 'Close it with ".', at: 3 }],
    ['//', { problem: 'an empty regular expression says nothing', cure: 'Make it simpler.', at: 1 }],
    ['y'.repeat(201), { problem: 'a word has at most 200 characters', cure: 'Make it simpler.', at: 1 }],
    [
      `/${'y'.repeat(201)}/`,
      { problem: 'a regular expression has at most 200 characters', cure: 'Make it simpler.', at: 1 },
    ],
    [
      '/(a{1000}){1000}/',
      { problem: expect.stringMatching(/repeats too much|not a regular/), cure: 'Make it simpler.', at: 1 },
    ],
    ['/a{900}b{900}c{900}/', { problem: 'the regular expression repeats too much', cure: 'Make it simpler.', at: 1 }],
    [
      '/(/',
      { problem: expect.stringMatching(/^not a regular expression: .*missing/), cure: 'Make it simpler.', at: 1 },
    ],
    ['x'.repeat(1001), { problem: 'it has 1001 characters, and 1000 are read', cure: 'Search for less.', at: 1 }],
    ['x '.repeat(21), { problem: 'it has 21 terms, and 20 are read', cure: 'Search for less.', at: 1 }],
    ['a -> b => c', { problem: 'there are two arrows', cure: 'Write who, one arrow, and what they reach.', at: 8 }],
    [
      '-> b',
      {
        problem: 'the arrow has nothing on one of its sides',
        cure: 'Write for instance user:* -> orders, or * on the side that may be anything.',
        at: 1,
      },
    ],
  ])('%j is told what is wrong, where, and what to do', (written, told) => {
    expect(readQuery(written)).toEqual(told)
  })

  it.each([`${'x'.repeat(200)} `.repeat(4), 'x '.repeat(20), '/y{200}/', `/${'y'.repeat(200)}/`, '"', 'x'].slice(0, 4))(
    'is read up to its limits: %j',
    (written) => {
      expect(readQuery(written)).toHaveProperty('query')
    },
  )

  it.each<[string, readonly (readonly [string | null, string, boolean])[]]>([
    [
      'a  "b c" /d e/',
      [
        [null, 'a', false],
        [null, '"b c"', false],
        [null, '/d e/', false],
      ],
    ],
    [
      '!type:"a b" !x',
      [
        ['type', '"a b"', true],
        [null, 'x', true],
      ],
    ],
    [
      'arn:aws:s3:::x arn:x',
      [
        [null, 'arn:aws:s3:::x', false],
        ['arn', 'x', false],
      ],
    ],
    [
      's3:GetObject sqs:queue',
      [
        [null, 's3:GetObject', false],
        [null, 'sqs:queue', false],
      ],
    ],
    [
      'Usr:x 1user:x',
      [
        [null, 'Usr:x', false],
        [null, '1user:x', false],
      ],
    ],
    [
      '/a\\/b/ /usr/bin /',
      [
        [null, '/a\\/b/', false],
        [null, '/usr/bin', false],
        [null, '/', false],
      ],
    ],
    ['""', [[null, '""', false]]],
  ])('%j has these terms: %j', (written, terms) => {
    expect(query(written).terms.map(({ key, compared, negated }) => [key, compared.text, negated])).toEqual(terms)
    expect(query(written).reached).toBeNull()
  })

  it.each(['a -> b', 'a → b', 'a => b'])('with an arrow has two sides: %s', (written) => {
    const { terms, reached } = query(written)
    expect([terms, reached ?? []].map((side) => side.map(({ compared }) => compared.text))).toEqual([['a'], ['b']])
  })
})

describe('a comparison', () => {
  const compared = (written: string) => {
    const read = readComparison(written)
    if ('problem' in read) throw new Error(read.problem)
    return read.comparison
  }

  it.each<[string, string, readonly string[], readonly string[]]>([
    ['Ord', 'contains Ord', ['orders', 'my ORDERS'], ['odr']],
    ['"Ord"', 'is Ord', ['ord', 'ORD'], ['orders', 'or']],
    ['/^ord.*s$/', 'matches /^ord.*s$/', ['orders', 'ORDS'], ['my orders', 'order']],
  ])('%s %s', (written, says, fitting, others) => {
    const { fits, couldFit, ...told } = compared(written)
    expect(told).toEqual({ text: written, says })
    expect([fitting.filter(fits), others.filter(fits)]).toEqual([fitting, []])
    expect(fitting.map((one) => couldFit(`x\n${one.toLowerCase()}\ny`))).toEqual(fitting.map(() => true))
  })

  it.each<[string, string, boolean]>([
    ['Ord', 'a\norders', true],
    ['Ord', 'a\nodr', false],
    ['"Ord"', 'odr', false],
    ['/^ord$/', 'a\nord\nb', true],
    ['/^ord$/', 'a\norders\nb', false],
    ['/orders[0-9]/', 'orders', false],
    ['/zz(a|b)/', 'a\nb', false],
    // These anchor at the text itself, or switch case: only the fields themselves can tell.
    ['/\\Aord/', 'x', true],
    ['/ord\\z/', 'x', true],
    ['/(?-i)ORD/', 'x', true],
  ])('%s could fit %j: %s', (written, hay, could) => {
    expect(compared(written).couldFit(hay)).toBe(could)
  })
})
