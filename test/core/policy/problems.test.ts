// What is said of a policy or an ARN that cannot be taken, word for word, and the last that still can.

import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../src/core/model/time.ts'
import { arnProblems, readArn } from '../../../src/core/policy/arn.ts'
import { dated, deniesFrom, denyAfter, endsOf } from '../../../src/core/policy/dated.ts'
import { neverMatches, parsePattern } from '../../../src/core/policy/pattern.ts'
import { readPolicy, readPolicyValue } from '../../../src/core/policy/read.ts'
import { sameAccount } from '../../../src/core/policy/same-account.ts'
import { allow, deny, policy } from './support.ts'

const statement = (parts: object) => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 'a:B', Resource: '*', ...parts },
})

describe('a policy that cannot be read', () => {
  it.each<[unknown, string]>([
    ['text', 'a policy must be a JSON object'],
    [null, 'a policy must be a JSON object'],
    [[], 'a policy must be a JSON object'],
    [{}, 'the policy has no Statement'],
    [{ Version: '2026-01-01', Statement: [] }, 'the policy has the unknown Version "2026-01-01"'],
    [{ Statement: [], Statements: [] }, 'the policy has the unknown element "Statements"'],
    [{ Statement: [], Principal: '*' }, 'the policy has Principal, which a policy of a person cannot have'],
    [statement({ NotPrincipal: '*' }), 'statement 1 has NotPrincipal, which a policy of a person cannot have'],
    [statement({ action: 'a:B' }), 'statement 1 has the unknown element "action"'],
    [statement({ Effect: 'allow' }), 'statement 1, Effect must be Allow or Deny'],
    [statement({ Effect: undefined }), 'statement 1, Effect must be Allow or Deny'],
    [statement({ Sid: 7 }), 'statement 1, Sid must be text'],
    [statement({ NotAction: 'a:B' }), 'statement 1 has both Action and NotAction'],
    [statement({ NotAction: 1 }), 'statement 1 has both Action and NotAction'],
    [statement({ NotResource: '*' }), 'statement 1 has both Resource and NotResource'],
    [statement({ Action: undefined }), 'statement 1 has neither Action nor NotAction'],
    [statement({ Resource: undefined }), 'statement 1 has neither Resource nor NotResource'],
    [statement({ Action: [] }), 'statement 1, Action must be text or a list of text'],
    [statement({ Action: ['a:B', ''] }), 'statement 1, Action must be text or a list of text'],
    [statement({ Action: ['a:B', 1] }), 'statement 1, Action must be text or a list of text'],
    [statement({ Action: undefined, NotAction: 1 }), 'statement 1, NotAction must be text or a list of text'],
    [statement({ Condition: [] }), 'statement 1, Condition must be an object'],
    [statement({ Condition: 'x' }), 'statement 1, Condition must be an object'],
    [statement({ Condition: { Bool: 'x' } }), 'statement 1, Condition Bool must be an object'],
    [
      statement({ Condition: { Bool: { k: [{}] } } }),
      'statement 1, Condition Bool k must be text, a number, true or false',
    ],
    [
      { Statement: [{ Effect: 'Allow', Action: 'a:B', Resource: '*' }, { Effect: 'Deny' }] },
      'statement 2 has neither Action nor NotAction; statement 2 has neither Resource nor NotResource',
    ],
    [
      { Statement: ['x'] },
      'statement 1 must be an object; statement 1, Effect must be Allow or Deny; statement 1 has neither Action nor NotAction; statement 1 has neither Resource nor NotResource',
    ],
  ])('%j', (given, problem) => {
    expect(readPolicyValue(given)).toEqual({ problem })
  })

  it('is told where its text is no JSON', () => {
    expect(readPolicy('{"a"')).toEqual({ problem: expect.stringMatching(/^not JSON: Expected ':'/) })
  })

  it('is not one whose Sid is empty, which counts as none, or without conditions', () => {
    const read = readPolicyValue(statement({ Sid: '', Condition: null }))
    expect(read).toStrictEqual({ document: policy(allow(['a:B'])) })
    expect(readPolicyValue(statement({}))).toStrictEqual({ document: policy(allow(['a:B'])) })
    expect(readPolicyValue(statement({ Sid: 'x' }))).toEqual({ document: policy({ sid: 'x', ...allow(['a:B']) }) })
    expect(readPolicyValue({ ...statement({}), Version: '2008-10-17', Id: 'x' })).toEqual({
      document: { ...policy(allow(['a:B'])), version: '2008-10-17' },
    })
  })
})

describe('time that a policy limits in a way that is not ours', () => {
  const FROM = instantOf(1_796_112_000)
  const UNTIL = instantOf(1_796_119_200)
  const limited = (operator: string, values: readonly string[], key = 'aws:CurrentTime') =>
    policy(deny(['a:A']), allow(['a:B'], ['*'], { conditions: { [operator]: { [key]: values } } }))

  it.each<[string, readonly string[], string, string]>([
    ['NumericLessThan', ['1796115600'], 'AWS:epochtime', 'it limits time by NumericLessThan on AWS:epochtime'],
    ['DateNotEquals', ['2026-12-01'], 'aws:CurrentTime', 'it limits time by DateNotEquals on aws:CurrentTime'],
    ['DateLessThan', [], 'aws:CurrentTime', 'it has 0 alternative times for DateLessThan on aws:CurrentTime'],
    [
      'DateLessThan',
      ['2026-12-01', '2027-12-01'],
      'aws:currenttime',
      'it has 2 alternative times for DateLessThan on aws:currenttime',
    ],
    [
      'DateLessThan',
      ['2026-12-01T09:00'],
      'aws:CurrentTime',
      'it limits time by "2026-12-01T09:00", which is not a plain UTC time',
    ],
    [
      'DateLessThan',
      ['2026-02-30'],
      'aws:CurrentTime',
      'it limits time by "2026-02-30", which is not a plain UTC time',
    ],
    [
      'DateLessThan',
      ['x2026-12-01'],
      'aws:CurrentTime',
      'it limits time by "x2026-12-01", which is not a plain UTC time',
    ],
    [
      'DateLessThan',
      ['2026-12-01x'],
      'aws:CurrentTime',
      'it limits time by "2026-12-01x", which is not a plain UTC time',
    ],
  ])('is told: %s of %j', (operator, values, key, problem) => {
    const document = limited(operator, values, key)
    expect(dated(document, FROM, UNTIL)).toEqual({ problem: `statement 2 cannot be given an end: ${problem}` })
    expect(endsOf(document)).toEqual({ is: 'unknown', because: `statement 2: ${problem}` })
  })

  it('is no time from which everything is denied', () => {
    const whole = denyAfter(UNTIL)
    const odd = { ...whole, conditions: { DateGreaterThan: { 'aws:CurrentTime': ['2026-12-01'] } } }
    expect(deniesFrom(policy(odd))).toBeNull()
    const ending = { ...whole, conditions: { DateLessThan: { 'aws:CurrentTime': ['2026-12-01'] } } }
    expect(deniesFrom(policy(ending))).toBeNull()
    const also = { DateGreaterThanEquals: { 'aws:CurrentTime': ['2026-12-01'], 'aws:TokenIssueTime': ['2026-12-01'] } }
    expect(deniesFrom(policy({ ...whole, conditions: also }))).toBeNull()
    const [late, early] = [denyAfter(UNTIL), denyAfter(FROM)]
    expect(deniesFrom(policy(late, early))).toBe(FROM)
    expect(deniesFrom(policy({ ...late, actions: { only: ['s3:*', '*'] } }))).toBe(UNTIL)
    expect(deniesFrom(policy({ ...late, resources: { except: ['*'] } }))).toBeNull()
    expect(deniesFrom(policy())).toBeNull()
  })

  it('bound to another account is told with its number', () => {
    const bound = allow(['a:B'], ['*'], { conditions: { StringEqualsIfExists: { 'aws:ResourceAccount': ['1'] } } })
    expect(sameAccount(policy(deny(['a:A']), bound), '111122223333')).toEqual({
      problem: 'statement 2 is bound to resources of another account than 111122223333',
    })
    const other = { StringEquals: { 'aws:ResourceAccount': ['1'] } }
    expect(sameAccount(policy(allow(['a:B'], ['*'], { conditions: other })), '111122223333')).toEqual({
      document: policy(
        allow(['a:B'], ['*'], {
          conditions: { ...other, StringEqualsIfExists: { 'aws:ResourceAccount': ['111122223333'] } },
        }),
      ),
    })
  })
})

describe('an ARN', () => {
  const at = { account: '111122223333', partition: 'aws' }

  it.each([
    ['orders', 'an ARN starts with "arn:"'],
    ['xarn:aws:s3:::a', 'an ARN starts with "arn:"'],
    ['arn:aws:s3', 'an ARN has six parts: arn:partition:service:region:account:resource'],
    ['arn', 'an ARN has six parts: arn:partition:service:region:account:resource'],
    ['arn:aws', 'an ARN has six parts: arn:partition:service:region:account:resource'],
    ['arn:aws:s3:eu', 'an ARN has six parts: arn:partition:service:region:account:resource'],
    ['arn:aws:s3::', 'an ARN names a resource in its sixth part'],
    ['arn:aws:s3:::', 'an ARN names a resource in its sixth part'],
    [`arn:aws:s3:::${'a'.repeat(2036)}`, 'an ARN has at most 2048 characters'],
  ])('%s is none', (arn, problem) => {
    expect(readArn(arn)).toEqual({ problem })
    expect(arnProblems(arn, at)).toEqual([problem])
  })

  it('is one up to 2,048 characters', () => {
    expect(readArn(`arn:aws:s3:::${'a'.repeat(2035)}`)).toHaveProperty('arn')
  })

  it.each<[string, readonly string[]]>([
    ['arn:aws:sqs:eu-west-1:444455556666:q', ['it lies in the account 444455556666, not in 111122223333']],
    ['arn:aws:sqs:eu-west-1:*:q', ['"*" could mean other accounts than 111122223333']],
    ['arn:aws:sqs:eu-west-1:1111222233334:q', ['"1111222233334" is not an account']],
    ['arn:aws:sqs:eu-west-1:me1:q', ['"me1" is not an account']],
    ['arn:aws:sqs:eu-west-1:xaws:q', ['"xaws" is not an account']],
    ['arn:aws-cn:s3:::a', ['it lies in the partition aws-cn, the account in aws']],
    ['arn:aws-us-gov:s3:::a', ['it lies in the partition aws-us-gov, the account in aws']],
    ['arn:aw*:s3:::a', ['"aw*" is not the partition aws']],
    ['arn:xaws:s3:::a', ['"xaws" is not the partition aws']],
    ['arn:aws-:s3:::a', ['"aws-" is not the partition aws']],
    ['arn:aws:s*:::a', ['"s*" is not one service']],
    ['arn:aws:-s3:::a', ['"-s3" is not one service']],
    ['arn:aws:s3:EU_1::a', ['"EU_1" is not a region']],
    ['arn:aws:s3:eu-w?st-*::a', []],
    ['arn:aws:iam::aws:policy/X', []],
    ['arn:aws:iam::aws:role/X', ['it lies in the account aws, not in 111122223333']],
    ['arn:aws:iam:eu:aws:policy/X', ['it lies in the account aws, not in 111122223333']],
    ['arn:aws:iam::444455556666:policy/X', ['it lies in the account 444455556666, not in 111122223333']],
    ['arn:aws:s3$:{x}::a', ['"s3$" is not one service', '"{x}" is not a region']],
    ['arn:aws:s3::aws:policy/X', ['it lies in the account aws, not in 111122223333']],
    [`arn:aws:s3:::a/$\{aws:username}`, []],
    [`arn:aws:s3:$\{aws:x}::a`, ['a policy variable may stand only in the sixth part of an ARN']],
    [
      'arn:aws-cn:*:E:444455556666:q',
      [
        'it lies in the partition aws-cn, the account in aws',
        '"*" is not one service',
        '"E" is not a region',
        'it lies in the account 444455556666, not in 111122223333',
      ],
    ],
  ])('%s has everything said against it at once', (arn, problems) => {
    expect(arnProblems(arn, at)).toEqual(problems)
  })
})

describe('a pattern of a rule', () => {
  it.each([
    ['', 'an empty pattern matches nothing'],
    ['//', 'an empty regular expression matches nothing'],
    [`/${'a'.repeat(201)}/`, 'a regular expression has at most 200 characters'],
    [`/${'.{999}'.repeat(30)}/`, 'the regular expression repeats too much'],
    ['/a{1000}a{999}/', 'the regular expression repeats too much'],
    ['a'.repeat(2049), 'a pattern has at most 2048 characters'],
  ])('%#: %s is none', (text, problem) => {
    expect(parsePattern(text)).toEqual({ problem })
  })

  it.each([
    ['/', 'glob'],
    ['/a', 'glob'],
    ['a/', 'glob'],
    ['/a/', 'expression'],
    [`/${'a'.repeat(200)}/`, 'expression'],
    ['/a{1000}a{998}/', 'expression'],
    ['a'.repeat(2048), 'glob'],
  ])('%#: %s is read as a %s'.replace('%s is', 'it is'), (text, is) => {
    expect(parsePattern(text)).toEqual({ pattern: { is, text } })
  })

  it('that can never match is told why', () => {
    const why = (text: string) => {
      const read = parsePattern(text)
      return 'pattern' in read ? neverMatches(read.pattern, /[a-z]/) : read.problem
    }
    expect(why('/a$b/')).toBe('it asks for something after the end ($) or before the start (^) of the name')
    expect(why('a?b*C')).toBe('no such name has the character "C"')
    expect(why('/C/')).toBeNull()
  })
})
