// Keys written twice, and expressions with little in them: what they mean all the same.

import { describe, expect, it } from 'vitest'
import { instantOf, writeInstant } from '../../../src/core/model/time.ts'
import { dated, deniesFrom, denyAfter, endsOf } from '../../../src/core/policy/dated.ts'
import { expressionFault } from '../../../src/core/policy/expression-fault.ts'
import { matchesName, parsePattern } from '../../../src/core/policy/pattern.ts'
import { allow, policy } from './support.ts'

describe('a key that is written twice in other letters', () => {
  it('limits time by the later start and the earlier end', () => {
    const day = (text: string) => ({ 'aws:CurrentTime': [`2026-12-0${text}`], 'AWS:currenttime': ['2026-12-03'] })
    const ends = (text: string) => endsOf(policy(allow(['a:B'], ['*'], { conditions: { DateLessThan: day(text) } })))
    const third = 1_796_256_000
    expect(ends('4')).toEqual({ is: 'at', first: third, last: third })
    expect(ends('2')).toEqual({ is: 'at', first: third - 86_400, last: third - 86_400 })
    const starts = (text: string) => {
      const conditions = { DateGreaterThanEquals: day(text) }
      const made = dated(policy(allow(['a:B'], ['*'], { conditions })), instantOf(0), instantOf(third * 2))
      return 'document' in made && made.document.statements[0]?.conditions['DateGreaterThanEquals']
    }
    expect(starts('4')).toEqual({ 'aws:CurrentTime': ['2026-12-04T00:00:00Z'] })
    expect(starts('2')).toEqual({ 'aws:CurrentTime': ['2026-12-03T00:00:00Z'] })
  })
})

describe('the end of a policy', () => {
  it('is that of its last statement, and the first of them is told too, in whichever order they stand', () => {
    const ending = (...days: readonly string[]) =>
      endsOf(
        policy(
          ...days.map((day) =>
            allow(['a:B'], ['*'], { conditions: { DateLessThan: { 'aws:CurrentTime': [`2026-12-${day}`] } } }),
          ),
        ),
      )
    const first = 1_796_083_200
    for (const days of [
      ['01', '02', '11'],
      ['11', '02', '01'],
      ['02', '11', '01'],
    ])
      expect(ending(...days)).toEqual({ is: 'at', first, last: first + 10 * 86_400 })
  })
})

describe('time before 1970', () => {
  it.each([0, -1, -86_400])('is time like any other: %d', (seconds) => {
    const at = instantOf(seconds)
    expect(deniesFrom(policy(denyAfter(at)))).toBe(at)
    const made = dated(policy(allow(['a:B'])), at, instantOf(1))
    expect(made).toEqual({
      document: policy(
        allow(['a:B'], ['*'], {
          conditions: {
            DateGreaterThanEquals: { 'aws:CurrentTime': [writeInstant(at)] },
            DateLessThan: { 'aws:CurrentTime': ['1970-01-01T00:00:01Z'] },
          },
        }),
      ),
    })
  })
})

describe('an expression', () => {
  it.each([
    ['', false],
    ['$\\Q\\E', false],
    ['$\\Qa\\E', true],
    ['$\\Qa', true],
    ['$(?i)', false],
    ['(a|(?i)b)$c', true],
    ['a$\\)', true],
    ['$\\Q\\Q\\E', true],
    ['$(?:a)', true],
    ['$\\b', false],
    ['$\\B', false],
    ['$a{0}', false],
    ['$a{0,}', false],
    ['$a{1}', true],
    ['$a{1,}', true],
    ['$a{2,3}', true],
    ['$a+', true],
    ['$a*?', false],
    ['$a??', false],
    ['$a+?', true],
    ['$a{2}?', true],
    ['($a?b){1000,1000}?', true],
    ['(a$?){1000,1000}?b', false],
    ['$a{0,1}?', false],
    ['(a|$)b', false],
    ['(a$|b$)c', true],
    ['a(|$)b', false],
    ['a{,2}$', false],
    [`$\{,2}`, true],
    ['(?im)$a', false],
    ['(a^){0,2}', false],
    ['(a^)+', true],
    ['(^a){2}', true],
    ['(^a){2,}', true],
    ['(^a){1,2}', false],
    ['(^a*){2}', false],
    ['a|b', false],
  ])('%j can never match: %s', (body, never) => {
    expect(expressionFault(body) !== null).toBe(never)
  })

  it('and a glob are matched in either letters as often as wanted', () => {
    for (const text of ['s3:Get*', '/s3:Get.*/']) {
      const read = parsePattern(text)
      if ('problem' in read) throw new Error(read.problem)
      for (const name of ['S3:GETOBJECT', 's3:getobject', 's3:GetObject'])
        expect(matchesName(read.pattern, name, 'either')).toBe(true)
      expect(matchesName(read.pattern, 's3:getobject')).toBe(false)
    }
  })
})
