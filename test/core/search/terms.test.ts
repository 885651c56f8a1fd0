// What each word of the search language looks at, and how a row says why it is there.

import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/core/search/entry.ts'
import { arnOf, entryOf, fieldsOf, nameOf } from '../../../src/core/search/entry.ts'
import { findAll } from '../../../src/core/search/find.ts'
import { isKey, KEYS } from '../../../src/core/search/keys.ts'
import { nearNames } from '../../../src/core/search/near.ts'
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
    ['arn:* !service:/./', []],
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

  it('takes quotes and slashes inside of the name of a tag for what they are', () => {
    const tagged = (key: string) => resource('arn:aws:s3:::x', 's3:bucket', { [key]: 'v' })
    const finds = (key: string, written: string) => findAll([tagged(key)], query(written)).length
    expect([finds('a"b', 'tag:a"b'), finds('xa/b/', 'tag:a/b/'), finds('x/a/b', 'tag:/a/b')]).toEqual([1, 0, 0])
    expect([finds('a/b/', 'tag:a/b/'), finds('/a/b', 'tag:/a/b'), finds('/', 'tag:/')]).toEqual([1, 1, 1])
    expect([finds('=x', 'tag:=x'), finds('x', 'tag:x=')]).toEqual([0, 0])
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
    const again = ({ line, place, account }: Entry): Entry => entryOf(line, place, account)
    const [bucket, , marta, night, , , , oncall] = ENTRIES.map(again)
    expect(night?.hay).toBe(['night', iam('role/night'), 'orders-prod', PROD, 'iam'].join('\n'))
    expect(oncall?.hay).toBe(['oncall', '', 'identity-center', 'nadia', 'nils', '', ''].join('\n'))
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
    ['/exportz', []],
    ['exportz/', ['exports']],
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

  it('are looked for from three letters on, quotes inside of a word being letters', () => {
    const some = ['mz', 'abc', 'd"efg'].map((name) => role(name))
    const near = (written: string) => nearNames(some, query(written).terms)
    expect([near('mx'), near('abd'), near('d"efh')]).toEqual([[], ['abc'], ['d"efg']])
  })

  it('are three at most', () => {
    const alike = ['queue-1', 'queue-2', 'queue-3', 'queue-4'].map((name) => role(name))
    expect(nearNames(alike, query('queue-x').terms)).toEqual(['queue-1', 'queue-2', 'queue-3'])
  })
})
