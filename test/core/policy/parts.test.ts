// The parts that judging policies stands on: patterns of resources, conditions, levels, and what can be done on what.

import { describe, expect, it } from 'vitest'
import type { Level } from '../../../src/core/model/permissions.ts'
import { entriesOn, withEntry } from '../../../src/core/policy/conditions.ts'
import { canBeDoneOn, readable, slashes } from '../../../src/core/policy/doable.ts'
import type { AccessLevel, ResourceKnowledge } from '../../../src/core/policy/knowledge.ts'
import { holds, levelOf } from '../../../src/core/policy/levels.ts'
import { resourceHolds, resourcesMeet } from '../../../src/core/policy/resources.ts'
import { contains, foldCase, hasVariable, hasWildcard, intersects, matches } from '../../../src/core/policy/wildcard.ts'

const USER = `$\{aws:username}`

describe('a pattern of resources', () => {
  it.each<[string, string, boolean, boolean]>([
    ['*', 'anything', true, true],
    ['*', 'arn:aws:s3:::a', true, true],
    ['anything', 'anything', true, true],
    ['any*', 'anything', false, true],
    ['arn:aws:s3:::a*', 'arn:aws:s3:::ab', true, true],
    ['arn:aws:s3:::a', 'arn:aws:s3:::ab', false, false],
    ['arn:aws:sqs:*:*:a', 'arn:aws:sqs:eu:1:a', true, true],
    ['arn:aws:sqs:*:a', 'arn:aws:sqs:eu:1:a', false, true],
    ['arn:aws:sqs:*:*:a', 'arn:aws:sqs:eu:1:z:a', false, true],
    ['arn:aws:sqs:eu:1:a:*', 'arn:aws:sqs:eu:1:a:b:c', true, true],
    ['arn:aws:sqs:eu:*', 'arn:aws:sqs:eu:1:a', false, true],
    ['arn:aws:sqs', 'arn:aws:sqs:eu:1:a', false, true],
    ['arn:aws:sns', 'arn:aws:sqs:eu:1:a', false, false],
    ['aws:sqs', 'arn:aws:sqs:eu:1:a', false, false],
    ['xarn:aws:sqs', 'arn:aws:sqs:eu:1:a', false, false],
    ['aws', 'aws:*', false, false],
    ['arn:aws:sqs:eu:1', 'arn:aws:sqs:eu:1:a', false, true],
    ['arn:aws:sqs:eu:1:a', 'arn:aws:sqs:eu:1:a:b', false, false],
    ['arn:aws:sqs:eu:1:a:b', 'arn:aws:sqs:eu:1:ab', false, false],
    ['arn:aws:sqs:eu:1:a:*', 'arn:aws:sqs:eu:1:ab', false, false],
    ['arn:aws:sqs:eu:1:a*', 'arn:aws:sqs:eu:1:a:b:c', true, true],
    [`arn:aws:s3:::${USER}`, `arn:aws:s3:::${USER}`, true, true],
    [`arn:aws:s3:::${USER}`, 'arn:aws:s3:::marta', false, true],
    ['arn:aws:s3:::m*', `arn:aws:s3:::m${USER}`, true, true],
    ['arn:aws:s3:::marta', `arn:aws:s3:::${USER}`, false, true],
  ])('%s holds %s: %s; meets it: %s', (outer, inner, held, met) => {
    expect(resourceHolds(outer, inner)).toBe(held)
    expect([resourcesMeet(outer, inner), resourcesMeet(inner, outer)]).toEqual([met, met])
  })

  it('is a text with wildcards or variables, or neither', () => {
    expect(['a*', 'a?', 'a', USER].map(hasWildcard)).toEqual([true, true, false, false])
    expect(['a*', USER, '$a', '{a}'].map(hasVariable)).toEqual([false, true, false, false])
  })

  it('compares letters of any alphabet as they are, and folds those of ASCII', () => {
    expect([foldCase('ÄBC'), foldCase('ABC é'), foldCase('AbC')]).toEqual(['Äbc', 'abc é', 'abc'])
  })

  it.each<[string, string, boolean, boolean]>([
    ['a?c', 'a*c', false, true],
    ['a*c', 'a?c', true, true],
    ['?', '', false, false],
    ['*', '', true, true],
    ['', '', true, true],
    ['a', '', false, false],
    ['a*', 'b*', false, false],
    ['*a', '*b', false, false],
    ['a*?', 'ab', true, true],
    ['a?*', 'a', false, false],
    ['**', '*', true, true],
    ['?*?', '??', true, true],
    ['?*?', '?*', false, true],
  ])('%j contains %j: %s; intersects: %s', (outer, inner, held, met) => {
    expect([contains(outer, inner), intersects(outer, inner), intersects(inner, outer)]).toEqual([held, met, met])
  })

  it('means a text from its first sign to its last', () => {
    const cases = [
      ['ab', 'ab'],
      ['ab', 'abc'],
      ['abc', 'ab'],
      ['a*', 'a'],
      ['*a*', 'bab'],
      ['a*b*c', 'axbyc'],
      ['a*b', 'abxb'],
    ] as const
    expect(cases.map(([pattern, text]) => matches(pattern, text))).toEqual([true, false, false, true, true, true, true])
  })
})

describe('conditions', () => {
  const there = {
    StringLike: { 'AWS:UserId': ['a'], other: ['b'] },
    Null: { 'aws:userid': ['true'] },
    Bool: { x: ['y'] },
  }

  it('on one key are found under every operator, however it is spelt', () => {
    expect(entriesOn(there, 'aws:userID')).toEqual([
      { operator: 'StringLike', key: 'AWS:UserId', values: ['a'] },
      { operator: 'Null', key: 'aws:userid', values: ['true'] },
    ])
    expect(entriesOn({}, 'x')).toEqual([])
  })

  it('are set to one value, in the place of other spellings, and nothing else changes', () => {
    expect(withEntry(there, 'StringLike', 'aws:userid', 'c')).toEqual({
      ...there,
      StringLike: { other: ['b'], 'aws:userid': ['c'] },
    })
    expect(withEntry({}, 'Bool', 'x', 'y')).toEqual({ Bool: { x: ['y'] } })
  })
})

describe('an action', () => {
  it.each<[AccessLevel, string, Level]>([
    ['List', 'any:List', 'read'],
    ['Read', 'any:Get', 'read'],
    ['Write', 'any:Do', 'write'],
    ['Write', 'any:CreateThing', 'admin'],
    ['Write', 'ANY:deletething', 'admin'],
    ['Read', 'any:CreateThing', 'read'],
    ['Tagging', 'any:Tag', 'admin'],
    ['Tagging', 's3:PutObject', 'admin'],
    ['Permissions management', 'any:Allow', 'admin'],
    ['Permissions management', 's3:PutObject', 'admin'],
    ['Write', 'kms:EnableKey', 'admin'],
    ['Write', 's3:PutObject', 'write'],
  ])('that AWS calls %s, %s, is one of %s', (level, action, expected) => {
    expect(levelOf({ action, level })).toBe(expected)
  })

  it('is held by its own level and those above', () => {
    const held = (level: AccessLevel) =>
      (['read', 'write', 'admin'] as const).map((one) => holds(one, { action: 'any:Do', level }))
    expect([held('Read'), held('Write'), held('Tagging')]).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, true],
    ])
  })
})

describe('what can be done on an ARN', () => {
  const resources: ResourceKnowledge = {
    asOf: '2026-01-31',
    templates: (action) =>
      new Map([
        ['s3:GetObject', ['arn:*:s3:::<name>/*']],
        ['s3:ListBucket', ['arn:*:s3:::<name>']],
        ['sqs:Send', ['arn:*:sqs:*:*:*']],
        ['s3:ListAll', []],
        ['logs:Read', ['arn:*:logs:*:*:group:*:stream:*']],
      ]).get(action) ?? null,
    servicesOn: (service) => [service],
    templatesOf: () => [],
  }

  it.each([
    ['s3:ListBucket', 'arn:aws:s3:::orders', true],
    ['s3:ListBucket', 'arn:aws:s3:::orders*', true],
    ['s3:ListBucket', 'arn:aws:s3:::orders/x', false],
    ['s3:ListBucket', '*', true],
    ['s3:ListBucket', 'arn:aws:sqs:eu:1:q', false],
    ['s3:GetObject', 'arn:aws:s3:::orders/x', true],
    ['s3:GetObject', 'arn:aws:s3:::orders/x/y', true],
    ['s3:GetObject', 'arn:aws:s3:::orders', false],
    ['s3:GetObject', 'arn:aws:s3:::orders*', true],
    ['sqs:Send', 'arn:aws:sqs:eu:1:q', true],
    ['sqs:Send', 'arn:aws:sqs:eu:1:q:more', true],
    ['sqs:Send', 'arn:aws:sqs:*', false],
    ['s3:ListAll', 'arn:aws:s3:::orders', false],
    ['logs:Read', 'arn:aws:logs:eu:1:group:a:stream:b', true],
    ['logs:Read', 'arn:aws:logs:eu:1:group:astream:b', false],
    ['logs:Read', 'arn:aws:logs:eu:1:x:group:a:stream:b', false],
    ['new:Thing', 'arn:aws:s3:::orders', true],
  ])('is %s on %s: %s', (action, arn, can) => {
    expect(canBeDoneOn(action, arn, resources)).toBe(can)
  })

  it('is shown as somebody would write it', () => {
    expect(readable('arn:*:s3:::<name>/*')).toBe('arn:aws:s3:::*/*')
    expect(readable('x-arn:*:s3')).toBe('x-arn:*:s3')
    expect(['a', 'a/b', '/a/'].map(slashes)).toEqual([0, 1, 2])
  })
})
