// Whether the judge of AWS JSON 1.1 sees what is wrong with an answer, and nothing where all is right.

import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/sandbox/protocol.ts'
import {
  accounts,
  arrival,
  asked,
  create,
  created,
  judged,
  made,
  marta,
  orders,
  refused,
  reply,
  store,
  tagging,
  uniquely,
  users,
} from './json-ground.ts'
import { judgeAwsJson, judgeAwsJsonRefusal } from './judge-aws-json.ts'
import { faultsOf } from './judgement.ts'
import { specsAreHere } from './specs.ts'

describe.runIf(specsAreHere)('the judge of AWS JSON', () => {
  it.each([
    ['a call that was done', create, asked, reply(made)],
    ['an instant without a fraction, and an enum', accounts, { MaxResults: 20 }, reply({ Accounts: [orders] })],
    ['texts of many alphabets and lists', users, store, reply({ Users: [{ ...marta, DisplayName: 'Марта Ö' }] })],
    [
      'a union with its one member',
      'AWSIdentityStore.GetUserId',
      uniquely('userName'),
      reply({ UserId: marta.UserId, ...store }),
    ],
    ['a member newer than the model', users, store, reply({ Users: [{ ...marta, UserStatus: 'ENABLED' }] })],
    ['an output without members', 'SWBExternalService.TagResource', tagging(['k']), reply({})],
    ['an operation without input', 'AWSOrganizationsV20161128.DescribeOrganization', {}, reply({})],
    [
      'an operation without output',
      'AWSOrganizationsV20161128.RemoveAccountFromOrganization',
      { AccountId: orders.Id },
      reply(''),
    ],
    ['an error of the operation', create, asked, refused('ConflictException', 409)],
    ['an error with its namespace', create, asked, refused('com.amazonaws.ssoadmin#ConflictException', 409)],
    [
      'an error in the header',
      create,
      asked,
      reply({ message: 'm' }, 409, { 'x-amzn-errortype': 'ConflictException:http://aws/' }),
    ],
    ['an error of the service', users, store, refused('ThrottlingException', 429, { RetryAfterSeconds: 3 })],
    ['an error of every operation', create, asked, refused('UnrecognizedClientException', 400)],
  ])('finds nothing wrong in %s', (_what, target, body, answered) => {
    expect(judged(arrival(target, body), answered)).toBe('')
  })

  it.each<[string, string, unknown, Reply, string]>([
    ['an unknown member', create, asked, reply({ ...made, Colour: 'red' }), 'Colour: is not in the model'],
    ['a member of another type', create, asked, reply({ PermissionSet: [] }), 'PermissionSet: is a list, no structure'],
    [
      'an instant as a text',
      create,
      asked,
      reply(created('2026-11-22T08:00:00Z')),
      'CreatedDate: is a string, no timestamp',
    ],
    [
      'an instant in milliseconds',
      create,
      asked,
      reply(created(1795334400000)),
      'CreatedDate: 1795334400000 is no timestamp in seconds',
    ],
    ['a missing member', users, store, reply({}), 'Users: is missing'],
    [
      'a missing member below',
      users,
      store,
      reply({ Users: [{ ...marta, UserId: undefined }] }),
      'Users.1.UserId: is missing',
    ],
    [
      'a text for a boolean',
      users,
      store,
      reply({ Users: [{ ...marta, Emails: [{ Primary: 'true' }] }] }),
      'Emails.1.Primary: is a string, no boolean',
    ],
    [
      'an id out of its pattern',
      users,
      store,
      reply({ Users: [{ ...marta, UserId: 'marta' }] }),
      'Users.1.UserId: "marta" does not match',
    ],
    [
      'a word out of an enum',
      accounts,
      {},
      reply({ Accounts: [{ ...orders, Status: 'Active' }] }),
      'Accounts.1.Status: "Active" is none of',
    ],
    [
      'a word out of an enum newer than the model',
      accounts,
      {},
      reply({ Accounts: [{ ...orders, State: 'OPEN' }] }),
      'Accounts.1.State: "OPEN" is none of ACTIVE, CLOSED',
    ],
    ['a null', accounts, {}, reply({ Accounts: [orders], NextToken: null }), 'NextToken: is null, no string'],
    ['XML', create, asked, reply('<CreatePermissionSetResponse/>'), 'is no JSON object'],
    ['nothing', create, asked, reply(''), 'is no JSON object'],
    [
      'another content type',
      create,
      asked,
      reply(made, 200, { 'content-type': 'application/json' }),
      'content-type: is "application/json"',
    ],
    ['no request id', create, asked, reply(made, 200, { 'x-amzn-requestid': '' }), 'x-amzn-requestid: is missing'],
    ['another success', create, asked, reply(made, 201), 'has no code'],
  ])('sees %s in an answer', (_what, target, body, answered, said) => {
    expect(judged(arrival(target, body), answered)).toContain(said)
  })

  it.each<[string, Reply, string]>([
    [
      'an error of another operation',
      refused('ResourceInUseException', 400),
      '"ResourceInUseException" is no error of this operation',
    ],
    ['an error of the Query protocol', refused('AccessDenied', 403), '"AccessDenied" is no error of this operation'],
    ['a word that every object has', refused('constructor', 400), '"constructor" is no error of this operation'],
    ['another status', refused('ConflictException', 400), '"ConflictException" comes with 409, not with 400'],
    ['another status of a common error', refused('ExpiredTokenException', 401), 'comes with 400 or 403, not with 401'],
    ['an error without a code', reply({ Message: 'm' }, 400), 'has no code'],
    [
      'two codes',
      reply({ __type: 'ConflictException', Message: 'm' }, 409, { 'x-amzn-errortype': 'Oops' }),
      'but __type "ConflictException"',
    ],
    ['an error without a message', reply({ __type: 'ConflictException' }, 409), 'Message: is not said once'],
    ['a message that is none', refused('ConflictException', 409, { Message: 5 }), 'Message: is a number, no string'],
    ['an unknown member', refused('ConflictException', 409, { Colour: 'red' }), 'Colour: is not in the model'],
    [
      'an unknown member of a common error',
      refused('UnrecognizedClientException', 400, { Colour: 1 }),
      'Colour: is not in the model',
    ],
    ['an error in XML', reply('<ErrorResponse/>', 400), 'is no JSON object'],
  ])('sees %s in a refusal', (_what, answered, said) => {
    expect(judged(arrival(create, asked), answered)).toContain(said)
  })

  it('judges a refusal that a fault asked for by all errors of its service', () => {
    const call = { part: 'organizations', op: 'ListAccounts', writes: false, where: '', input: {} }
    const answer = (answered: Reply) => judgeAwsJsonRefusal(call, answered)?.answer
    expect(answer(refused('TooManyRequestsException', 429))).toEqual([])
    expect(answer(refused('TooManyRequestsException', 400))).toHaveLength(1)
    expect(judgeAwsJsonRefusal({ ...call, part: 'iam' }, reply({}))).toBeNull()
  })

  it('blames the sandbox for what it does not serve only by the request', () => {
    const one = judgeAwsJson(arrival(create, asked), reply({ message: 'no' }, 501))
    expect([faultsOf(one, 'a test'), faultsOf(one, 'daypass').length]).toEqual([[], 1])
  })
})
