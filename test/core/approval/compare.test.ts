// How names, ARNs and actions are compared with patterns: to allow, all of it must lie inside; to take away, any of it.

import { describe, expect, it } from 'vitest'
import { type Comparing, compareFacet, fullest, type Reading } from '../../../src/core/approval/compare.ts'
import type { Pattern } from '../../../src/core/model/pattern.ts'
import { knowledge, pattern, settings } from './company.ts'

const [PROD, SANDBOX] = settings([]).aws?.accounts ?? []
if (PROD === undefined || SANDBOX === undefined) throw new Error('no accounts')
const ASKED: Comparing = { account: PROD, partition: 'aws', knowledge }
const IAM = 'arn:aws:iam::111111111111'
const SET = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-aaaabbbbccccdddd'

/** [facet, patterns, value, to allow, to take away] */
type Row = readonly [facet: string, patterns: string, value: string, wholly: boolean, partly: boolean]

const NAMES: readonly Row[] = [
  ['role', 'Reader', 'Reader', true, true],
  ['role', 'reader', 'Reader', false, true],
  ['role', 'Reader', 'Writer', false, false],
  ['role', 'Reader', 'team/Reader', true, true],
  ['role', 'S*', `${IAM}:role/team/Reader`, false, false],
  ['role', 'team/Reader', 'Reader', false, false],
  ['role', `${IAM}:role/*`, 'Reader', true, true],
  ['role', `${IAM}:role/Reader`, 'Reader', false, true],
  ['role', `${IAM}:role/team/*`, 'Reader', false, true],
  ['role', `${IAM}:role/team/*`, 'team/Reader', true, true],
  ['role', `${IAM}:role/other/*`, 'team/Reader', false, false],
  ['role', `${IAM}:role/Reader ${IAM}:role/*/Reader`, 'Reader', true, true],
  ['role', 'arn:aws:iam::222222222222:role/*', 'Reader', false, false],
  ['role', 'arn:aws:iam::aws:role/*', 'Reader', false, false],
  ['role', `arn:aws-cn:iam::111111111111:role/*`, 'Reader', false, false],
  ['role', `${IAM}:policy/*`, 'Reader', false, false],
  ['role', `${IAM}:role/*`, `${IAM}:role/team/Reader`, true, true],
  ['role', 'Reader', `${IAM}:role/team/Reader`, true, true],
  ['group', `${IAM}:group/*`, 'readers', true, true],
  ['group', `${IAM}:group/team/readers`, 'readers', false, true],
  ['policy', `${IAM}:policy/*`, 'Billing', false, true],
  ['policy', 'arn:aws:iam::aws:policy/*', 'Billing', false, true],
  ['policy', `arn:aws:iam::aws:policy/* ${IAM}:policy/*`, 'Billing', true, true],
]

/** The ARN of another account is no name: what lies here says nothing of it. */
const FOREIGN: readonly Row[] = [
  ['role', `${IAM}:role/*`, 'arn:aws:iam::222222222222:role/Reader', false, false],
  ['group', `${IAM}:group/*`, 'arn:aws:iam::222222222222:group/readers', false, false],
  ['policy', 'arn:aws:iam::aws:policy/*', 'arn:aws:iam::222222222222:policy/Billing', false, false],
  ['role', `${IAM}:role/*`, 'x-arn:', true, true],
]

const SETS: readonly Row[] = [
  ['permissionSet', 'Admin', 'Admin', true, true],
  ['permissionSet', 'Admin', 'ADMIN', false, true],
  ['permissionSet', 'Admin', 'Reader', false, false],
  ['permissionSet', 'a*', 'Reader', false, false],
  ['permissionSet', 'Admin', SET, false, true],
  ['permissionSet', SET, 'Admin', false, true],
  ['permissionSet', SET, SET, true, true],
  ['permissionSet', SET.replace('1111', '2222'), SET, false, false],
  ['permissionSet', 'arn:aws-cn:sso:::permissionSet/*', 'Admin', false, false],
  ['permissionSet', 'arn:aws:sso:::permissionSet/*', SET, true, true],
]

const ACTIONS: readonly Row[] = [
  ['action', 's3:GetObject', 'S3:getobject', true, true],
  ['action', 's3:Get*', 's3:*', false, true],
  ['action', 's3:*', 's3:Get*', true, true],
  ['action', 's3:getobject S3:LISTBUCKET', 's3:?etObject', true, true],
  ['action', 'S3:DELETEOBJECT S3:PUT*', 's3:*Object', false, true],
  ['action', 'DYNAMODB:DELETEITEM dynamodb:deletetable', 'dynamodb:Delete*', true, true],
  ['action', '/s3:get.*/', 's3:Get*', true, true],
  ['action', '/s3:Put.*/', 's3:Get*', false, false],
  ['action', '/s3:put.*/', 's3:PutObject', true, true],
  ['action', '/newservice:.*/', 'newservice:*', false, true],
  ['action', 'newservice:Get', 'newservice:*', false, true],
]

const TEXTS: readonly Row[] = [
  ['resource', 'arn:aws:s3:::orders*', 'arn:aws:s3:::orders/*', true, true],
  ['resource', 'arn:aws:s3:::orders', 'arn:aws:s3:::orders*', false, true],
  ['resource', 'arn:aws:s3:::orders', 'arn:aws:s3:::ORDERS', false, true],
  ['resource', 'orders', 'arn:aws:s3:::x/orders', false, false],
  ['okta', 'Grafana*', 'Grafana Admins', true, true],
  ['level', 'read', 'admin', false, false],
]

const patterns = (text: string): readonly Pattern[] => text.split(' ').map(pattern)
const compare = (facet: string, text: string, values: readonly string[], reading: Reading): boolean =>
  compareFacet(facet, patterns(text), values, reading, ASKED)

describe.each(
  Object.entries({
    names: NAMES,
    'things of another account': FOREIGN,
    'permission sets': SETS,
    actions: ACTIONS,
    texts: TEXTS,
  }),
)('%s', (_title, rows) => {
  it.each(rows)('%s %s and %s: all of it inside %s, any of it touched %s', (facet, text, value, wholly, partly) => {
    expect([compare(facet, text, [value], 'wholly'), compare(facet, text, [value], 'partly')]).toEqual([wholly, partly])
  })
})

describe('several values', () => {
  it('lie inside if each does, and none lies inside if there is none', () => {
    expect(compare('action', 's3:Get* ec2:*', ['s3:GetObject', 'ec2:StopInstances'], 'wholly')).toBe(true)
    expect(compare('action', 's3:Get*', ['s3:GetObject', 'ec2:StopInstances'], 'wholly')).toBe(false)
    for (const facet of ['action', 'role', 'resource']) expect(compare(facet, '*', [], 'wholly')).toBe(false)
  })
  it('are touched if one is', () => {
    expect(compare('action', 'ec2:*', ['s3:GetObject', 'ec2:StopInstances'], 'partly')).toBe(true)
    expect(compare('action', '*', [], 'partly')).toBe(false)
  })
  it('of one name are judged by the fullest spelling', () => {
    const spelled = ['Reader', `${IAM}:role/team/Reader`, 'team/Reader']
    expect(fullest(spelled)).toEqual([`${IAM}:role/team/Reader`, 'team/Reader'])
    expect(fullest(['Reader', 'Writer', 'a:Reader'])).toEqual(['Writer', 'a:Reader'])
    expect(compare('role', `${IAM}:role/team/*`, ['Reader', `${IAM}:role/team/Reader`], 'wholly')).toBe(true)
    expect(compare('resource', 'arn:aws:s3:::x/orders', ['orders', 'arn:aws:s3:::x/orders'], 'wholly')).toBe(false)
  })
})

describe('an answer', () => {
  /** A pattern that tells how often it was looked at. */
  function counting(text: string) {
    let times = 0
    const one: Pattern = {
      get is() {
        times++
        return 'glob' as const
      },
      text,
    }
    return { list: [one], reads: () => times }
  }

  it.each([
    ['of a name is remembered', 'role', 1],
    ['of an action is remembered', 'action', 1],
    ['of a resource is not, since it hardly comes again', 'resource', 2],
  ])('%s', (_says, facet, times) => {
    for (const reading of ['wholly', 'partly'] as const) {
      const { list, reads } = counting('x*')
      const ask = () => compareFacet(facet, list, ['y'], reading, ASKED)
      expect([ask(), reads() > 0]).toEqual([false, true])
      const once = reads()
      for (let again = 0; again < 3; again++) ask()
      expect(reads() > once).toBe(times > 1)
    }
  })

  it('is remembered for every facet, reading and account by itself', () => {
    const { list, reads } = counting(`${IAM}:role/*`)
    const questions = [PROD, SANDBOX].flatMap((account) =>
      (['wholly', 'partly'] as const).flatMap((reading) =>
        ['role', 'group'].map((facet) => () => compareFacet(facet, list, ['Reader'], reading, { ...ASKED, account })),
      ),
    )
    const answers = [true, false, true, false, false, false, false, false]
    expect(questions.map((ask) => ask())).toEqual(answers)
    const once = reads()
    expect(questions.map((ask) => ask())).toEqual(answers)
    expect(reads()).toBe(once)
  })

  it('is not that of other data', () => {
    const list = patterns('dynamodb:DeleteItem')
    const fewer = { ...knowledge, actions: () => [{ name: 'DeleteItem', level: 'Write' as const }] }
    const ask = (data: typeof knowledge) =>
      compareFacet('action', list, ['dynamodb:Delete*'], 'wholly', { ...ASKED, knowledge: data })
    expect([knowledge, fewer, knowledge].map(ask)).toEqual([false, true, false])
  })

  it('is forgotten when there are too many', () => {
    const { list, reads } = counting('x*')
    const ask = (value: string) => compareFacet('role', list, [value], 'partly', ASKED)
    ask('first')
    for (let other = 0; other < 2001; other++) ask(`role-${other}`)
    const before = reads()
    ask('first')
    expect(reads()).toBeGreaterThan(before)
  })
})
