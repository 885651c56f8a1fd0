// Whether one policy permits all that another does, case by case.

import { describe, expect, it } from 'vitest'
import type { Conditions, PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { covers } from '../../../src/core/policy/covers.ts'

const allow = (actions: readonly string[], resources: readonly string[], conditions: Conditions = {}): Statement => ({
  effect: 'Allow',
  actions: { only: actions },
  resources: { only: resources },
  conditions,
})
const deny = (actions: readonly string[], resources: readonly string[], conditions: Conditions = {}): Statement => ({
  ...allow(actions, resources, conditions),
  effect: 'Deny',
})
const policy = (...statements: readonly Statement[]): PolicyDocument => ({ version: '2012-10-17', statements })
const until = (end: string): Conditions => ({ DateLessThan: { 'aws:CurrentTime': [end] } })
const from = (start: string): Conditions => ({ DateGreaterThanEquals: { 'aws:CurrentTime': [start] } })

const TWO = '2026-12-01T14:00:00Z'
const THREE = '2026-12-01T15:00:00Z'
const BUCKET = 'arn:aws:s3:::orders'
/** A policy variable, as IAM writes it. */
const variable = (name: string): string => `$\{aws:${name}}`

describe('a policy covers', () => {
  it.each<[string, Statement[], Statement[]]>([
    ['itself', [allow(['s3:Get*'], [BUCKET])], [allow(['s3:Get*'], [BUCKET])]],
    ['nothing', [], []],
    ['less of it', [allow(['s3:Get*', 's3:List*'], ['*'])], [allow(['s3:GetObject'], [BUCKET])]],
    ['an action of another spelling', [allow(['S3:get*'], ['*'])], [allow(['s3:GetObject'], ['*'])]],
    ['an earlier end', [allow(['s3:*'], ['*'], until(THREE))], [allow(['s3:*'], ['*'], until(TWO))]],
    ['an end where it has none', [allow(['s3:*'], ['*'])], [allow(['s3:*'], ['*'], until(TWO))]],
    ['a later beginning', [allow(['s3:*'], ['*'], from(TWO))], [allow(['s3:*'], ['*'], from(THREE))]],
    [
      'more conditions',
      [allow(['s3:*'], ['*'])],
      [allow(['s3:*'], ['*'], { Bool: { 'aws:SecureTransport': ['true'] } })],
    ],
    [
      'a key of another spelling',
      [allow(['s3:*'], ['*'], { StringEquals: { 'aws:UserId': ['a'] } })],
      [allow(['s3:*'], ['*'], { StringEquals: { 'aws:userid': ['a'] } })],
    ],
    ['a policy with a Deny it lacks', [allow(['s3:*'], ['*'])], [allow(['s3:*'], ['*']), deny(['s3:*'], ['*'])]],
    [
      'a policy that denies more',
      [allow(['s3:*'], ['*']), deny(['s3:Put*'], [BUCKET])],
      [allow(['s3:*'], ['*']), deny(['s3:*'], ['*'])],
    ],
    [
      'an action outside its exceptions',
      [{ ...allow([], ['*']), actions: { except: ['iam:*'] } }],
      [allow(['s3:*'], ['*'])],
    ],
    [
      'everything but a list by everything',
      [allow(['*'], ['*'])],
      [{ ...allow([], []), actions: { except: ['iam:*'] }, resources: { except: [BUCKET] } }],
    ],
    [
      'each of several, by whichever statement permits it',
      [allow(['iam:*'], ['*']), allow(['s3:*', 'sqs:*'], ['*'])],
      [allow(['s3:Get*', 'sqs:Send'], ['*']), allow(['iam:GetUser'], ['*'])],
    ],
    [
      'the same end, beginning and list of values in another order',
      [allow(['s3:*'], ['*'], { ...until(TWO), ...from(TWO), StringEquals: { a: ['x', 'y'] } })],
      [allow(['s3:*'], ['*'], { ...until(TWO), ...from(TWO), StringEquals: { a: ['y', 'x', 'y'] } })],
    ],
    [
      'several exceptions, each by one of many',
      [{ ...allow([], ['*']), actions: { except: ['iam:*', 'sts:*'] } }],
      [{ ...allow([], ['*']), actions: { except: ['sts:*', 'ec2:*', 'iam:*'] } }],
    ],
    [
      'more exceptions',
      [{ ...allow([], ['*']), actions: { except: ['iam:Get*'] } }],
      [{ ...allow([], ['*']), actions: { except: ['iam:*'] } }],
    ],
    [
      'a variable by its own text',
      [allow(['s3:*'], [`arn:aws:s3:::${variable('username')}`])],
      [allow(['s3:*'], [`arn:aws:s3:::${variable('username')}`])],
    ],
    [
      'a variable by any text',
      [allow(['s3:*'], ['arn:aws:s3:::a*'])],
      [allow(['s3:*'], [`arn:aws:s3:::a${variable('username')}`])],
    ],
  ])('%s', (_what, outer, inner) => {
    expect(covers(policy(...outer), policy(...inner))).toBe(true)
  })
})

describe('a policy does not cover', () => {
  it.each<[string, Statement[], Statement[]]>([
    ['more actions', [allow(['s3:Get*'], ['*'])], [allow(['s3:*'], ['*'])]],
    ['more resources', [allow(['s3:*'], [BUCKET])], [allow(['s3:*'], [`${BUCKET}*`])]],
    ['a resource of another spelling', [allow(['s3:*'], [BUCKET])], [allow(['s3:*'], [BUCKET.toUpperCase()])]],
    ['a later end', [allow(['s3:*'], ['*'], until(TWO))], [allow(['s3:*'], ['*'], until(THREE))]],
    ['no end', [allow(['s3:*'], ['*'], until(TWO))], [allow(['s3:*'], ['*'])]],
    ['an earlier beginning', [allow(['s3:*'], ['*'], from(THREE))], [allow(['s3:*'], ['*'], from(TWO))]],
    [
      'a list of ends',
      [allow(['s3:*'], ['*'], until(TWO))],
      [allow(['s3:*'], ['*'], { DateLessThan: { 'aws:CurrentTime': [TWO, THREE] } })],
    ],
    [
      'an end of another operator',
      [allow(['s3:*'], ['*'], until(TWO))],
      [allow(['s3:*'], ['*'], { DateLessThanIfExists: { 'aws:CurrentTime': [TWO] } })],
    ],
    [
      'an end on another key',
      [allow(['s3:*'], ['*'], { DateLessThan: { 'aws:TokenIssueTime': [THREE] } })],
      [allow(['s3:*'], ['*'], { DateLessThan: { 'aws:TokenIssueTime': [TWO] } })],
    ],
    [
      'fewer conditions',
      [allow(['s3:*'], ['*'], { Bool: { 'aws:SecureTransport': ['true'] } })],
      [allow(['s3:*'], ['*'])],
    ],
    ['what it denies', [allow(['s3:*'], ['*']), deny(['s3:Put*'], ['*'])], [allow(['s3:*'], ['*'])]],
    [
      'what it denies and the other denies only for now',
      [allow(['s3:*'], ['*']), deny(['s3:*'], ['*'])],
      [allow(['s3:*'], ['*']), deny(['s3:*'], ['*'], until(TWO))],
    ],
    [
      'an action among its exceptions',
      [{ ...allow([], ['*']), actions: { except: ['iam:*'] } }],
      [allow(['*'], ['*'])],
    ],
    [
      'everything but a list by names',
      [allow(['s3:*', 'iam:*'], ['*'])],
      [{ ...allow([], ['*']), actions: { except: ['iam:*'] } }],
    ],
    [
      'one action of several, or one of several exceptions',
      [{ ...allow([], ['*']), actions: { except: ['iam:*', 'sts:*'] } }],
      [allow(['s3:*', 'sts:*'], ['*'])],
    ],
    [
      'an exception of two',
      [{ ...allow([], ['*']), actions: { except: ['iam:*', 'sts:*'] } }],
      [{ ...allow([], ['*']), actions: { except: ['iam:*', 'ec2:*'] } }],
    ],
    [
      'one value of two',
      [allow(['s3:*'], ['*'], { StringEquals: { a: ['x', 'y'] } })],
      [allow(['s3:*'], ['*'], { StringEquals: { a: ['x'] } })],
    ],
    [
      'more values',
      [allow(['s3:*'], ['*'], { StringEquals: { a: ['x'] } })],
      [allow(['s3:*'], ['*'], { StringEquals: { a: ['x', 'y'] } })],
    ],
    [
      'one condition of two on keys of one operator',
      [allow(['s3:*'], ['*'], { StringEquals: { a: ['x'], b: ['y'] } })],
      [allow(['s3:*'], ['*'], { StringEquals: { a: ['x'] } })],
    ],
    [
      'a key that is demanded twice in other letters',
      [allow(['s3:*'], ['*'], { StringEquals: { A: ['x'] } })],
      [allow(['s3:*'], ['*'], { StringEquals: { A: ['x'], a: ['y'] } })],
    ],
    ['an end that is no time', [allow(['s3:*'], ['*'], until('soon'))], [allow(['s3:*'], ['*'], until(TWO))]],
    ['a beginning that is no time', [allow(['s3:*'], ['*'], from('soon'))], [allow(['s3:*'], ['*'], from(TWO))]],
    [
      'an end under an operator that is no date',
      [allow(['s3:*'], ['*'], { StringLike: { 'aws:CurrentTime': [THREE] } })],
      [allow(['s3:*'], ['*'], { StringLike: { 'aws:CurrentTime': [TWO] } })],
    ],
    [
      'fewer exceptions',
      [{ ...allow([], ['*']), actions: { except: ['iam:*'] } }],
      [{ ...allow([], ['*']), actions: { except: ['iam:Get*'] } }],
    ],
    [
      'a text by a variable',
      [allow(['s3:*'], [`arn:aws:s3:::${variable('username')}`])],
      [allow(['s3:*'], ['arn:aws:s3:::marta'])],
    ],
    [
      'a variable by another',
      [allow(['s3:*'], [`arn:aws:s3:::${variable('userid')}`])],
      [allow(['s3:*'], [`arn:aws:s3:::${variable('username')}`])],
    ],
    [
      'a resource by a wildcard that would have to cross a colon',
      [allow(['sqs:*'], ['arn:aws:sqs:*:orders'])],
      [allow(['sqs:*'], ['arn:aws:sqs:eu-west-1:1:orders'])],
    ],
    [
      'a resource among exceptions that break off',
      [{ ...allow(['sqs:*'], []), resources: { except: ['arn:aws:sqs'] } }],
      [allow(['sqs:*'], ['arn:aws:sqs:eu-west-1:1:orders'])],
    ],
    [
      'halves of two statements',
      [allow(['s3:Get*'], [BUCKET]), allow(['s3:Put*'], [BUCKET])],
      [allow(['s3:Get*', 's3:Put*'], [BUCKET])],
    ],
  ])('%s', (_what, outer, inner) => {
    expect(covers(policy(...outer), policy(...inner))).toBe(false)
  })

  it('a document of another version, where variables mean something else', () => {
    const one = policy(allow(['s3:*'], [`arn:aws:s3:::${variable('username')}`]))
    expect(covers(one, { ...one, version: '2008-10-17' })).toBe(false)
  })
})
