// Whether the judges of the contract see what is wrong: each fault is put into a request or an answer that was right.

import { describe, expect, it } from 'vitest'
import type { Arrival, Reply } from '../../src/sandbox/protocol.ts'
import { judgeAws } from './judge-aws.ts'
import { judgeGraphql } from './judge-graphql.ts'
import { descriptionOf, GITHUB, judgeRest } from './judge-rest.ts'
import { faultsOf, type Judgement } from './judgement.ts'
import { specsAreHere } from './specs.ts'
import { parseXml } from './xml.ts'

const arrival = (method: string, path: string, body: string, type = 'application/x-www-form-urlencoded'): Arrival => ({
  method,
  url: new URL(`http://127.0.0.1${path}`),
  headers: { 'content-type': type },
  body: Buffer.from(body),
})

const all = ({ request, answer }: Judgement): string => [...request, ...answer].join('\n')

const right =
  'Action=CreatePolicy&Version=2010-05-08&PolicyName=p&PolicyDocument=%7B%7D&Tags.member.1.Key=k&Tags.member.1.Value=v'
const policy =
  '<CreatePolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><CreatePolicyResult><Policy><PolicyName>p</PolicyName>' +
  '<PolicyId>ANPA2222222222222222</PolicyId><AttachmentCount>0</AttachmentCount><IsAttachable>true</IsAttachable>' +
  '<CreateDate>2026-11-22T08:00:00Z</CreateDate><Tags><member><Key>k</Key><Value>v</Value></member></Tags>' +
  '</Policy></CreatePolicyResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></CreatePolicyResponse>'
const error =
  '<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>LimitExceeded</Code>' +
  '<Message>m</Message></Error><RequestId>1</RequestId></ErrorResponse>'
const xml = (status: number, body: string): Reply => ({ status, headers: { 'content-type': 'text/xml' }, body })

const aws = (form: string, body = policy, status = 200): string =>
  all(judgeAws(arrival('POST', '/aws', form), xml(status, body)))

describe.runIf(specsAreHere)('the judge of AWS', () => {
  it('finds nothing where all is right', () => {
    expect([aws(right), aws(right, error, 409)]).toEqual(['', ''])
  })

  it.each([
    ['an unknown operation', right.replace('CreatePolicy', 'MakePolicy'), 'no operation "MakePolicy"'],
    ['an unknown parameter', `${right}&Colour=red`, 'Colour: is not in the model'],
    ['an unknown member', `${right}&Tags.member.1.Colour=red`, 'Tags.1.Colour: is not in the model'],
    ['a missing parameter', right.replace('&PolicyName=p', ''), 'PolicyName: is missing'],
    ['a missing member', right.replace('&Tags.member.1.Value=v', ''), 'Tags.1.Value: is missing'],
    [
      'a name that is too long',
      right.replace('=p&', `=${'p'.repeat(129)}&`),
      'PolicyName: its length is 129, more than 128',
    ],
    ['a name with a blank', right.replace('=p&', '=p+p&'), 'PolicyName: "p p" does not match'],
    ['a list with a gap', right.replaceAll('member.1', 'member.2'), 'Tags: numbered 2'],
    ['a list of another form', right.replaceAll('Tags.member.1', 'Tags.1'), 'Tags: is no list of member'],
    ['a parameter given twice', `${right}&PolicyName=q`, 'PolicyName: given 2 times'],
    ['another version', 'Action=GetCallerIdentity&Version=2010-05-08', 'no operation "GetCallerIdentity"'],
    ['a number out of range', 'Action=ListUsers&Version=2010-05-08&MaxItems=0', 'MaxItems: is 0, less than 1'],
    ['a word out of an enum', 'Action=ListPolicies&Version=2010-05-08&Scope=Mine', 'Scope: "Mine" is none of'],
    ['no boolean', `Action=ListPolicies&Version=2010-05-08&OnlyAttached=yes`, 'OnlyAttached: "yes" is no boolean'],
  ])('sees %s in a request', (_what, form, said) => {
    expect(aws(form)).toContain(said)
  })

  it.each([
    ['an unknown member', policy.replaceAll('IsAttachable', 'IsAttached'), 'Policy.IsAttached: is not in the model'],
    ['a missing member', policy.replace('<Value>v</Value>', ''), 'Policy.Tags.1.Value: is missing'],
    [
      'a member twice',
      policy.replace('</PolicyName>', '</PolicyName><PolicyName>p</PolicyName>'),
      'Policy.PolicyName: is there twice',
    ],
    [
      'an instant of another form',
      policy.replace('T08:00:00Z', ' 08:00'),
      'Policy.CreateDate: "2026-11-22 08:00" is no timestamp',
    ],
    ['no number', policy.replace('>0<', '>none<'), 'Policy.AttachmentCount: "none" is no integer'],
    [
      'an id that is too short',
      policy.replace('ANPA2222222222222222', 'ANPA'),
      'Policy.PolicyId: its length is 4, less than 16',
    ],
    ['a list of another form', policy.replaceAll('member>', 'item>'), 'holds <item>, not <member>'],
    ['another operation', policy.replaceAll('CreatePolicyRes', 'GetPolicyRes'), 'is a <GetPolicyResponse>'],
    ['no result', policy.replace(/<CreatePolicyResult>.*<.CreatePolicyResult>/, ''), 'has no <CreatePolicyResult>'],
    ['no request id', policy.replace('<RequestId>1</RequestId>', ''), 'has no RequestId'],
    ['another namespace', policy.replace('2010-05-08', '2011-06-15'), 'is not in the namespace'],
    ['broken XML', policy.replace('</Policy>', ''), 'is no well-formed XML'],
  ])('sees %s in an answer', (_what, body, said) => {
    expect(aws(right, body)).toContain(said)
  })

  it.each([
    [
      'an error of another operation',
      error.replace('LimitExceeded', 'PolicyNotAttachable'),
      409,
      'is no error of this operation',
    ],
    ['an error that is none', error.replace('LimitExceeded', 'Oops'), 400, '"Oops" is no error of this operation'],
    ['another status', error, 400, '"LimitExceeded" comes with 409, not with 400'],
    ['a fault of the wrong side', error.replace('Sender', 'Receiver'), 409, 'Type: is "Receiver"'],
    ['an error in JSON', '{"message":"no"}', 409, 'is no <ErrorResponse>'],
  ])('sees %s in a refusal', (_what, body, status, said) => {
    expect(aws(right, body, status)).toContain(said)
  })

  it('blames a request on Daypass, and on the sandbox only where it took it', () => {
    const form = arrival('POST', '/aws', `${right}&Colour=red`)
    const [taken, refused] = [judgeAws(form, xml(200, policy)), judgeAws(form, xml(409, error))]
    expect([
      faultsOf(taken, 'a test').length,
      faultsOf(refused, 'a test').length,
      faultsOf(refused, 'daypass').length,
    ]).toEqual([1, 0, 1])
  })
})

describe('the reader of XML', () => {
  it.each(['', 'x', '<a>', '</a>', '<a></b>', '<a/><b/>', '<a>1</a>x', '<a b=c/>', '<a'])(
    'takes %j for broken',
    (text) => {
      expect(parseXml(text)).toBeNull()
    },
  )
  it('reads texts with entities and elements that are empty', () => {
    expect(parseXml('<?xml version="1.0"?><a n="&quot;"><b>1 &lt; 2&#xD;</b><c/></a>')).toMatchObject({
      attributes: new Map([['n', '"']]),
      children: [
        { name: 'b', text: '1 < 2\r' },
        { name: 'c', children: [], text: '' },
      ],
    })
  })
})

const reply = (status: number, body: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const user = { login: 'marta', id: 101, type: 'User', url: 'https://api.github.com/users/marta' }
const links = [
  'html_url',
  'avatar_url',
  'events_url',
  'followers_url',
  'following_url',
  'gists_url',
  'organizations_url',
  'received_events_url',
  'repos_url',
  'starred_url',
  'subscriptions_url',
]
const account = {
  ...user,
  ...Object.fromEntries(links.map((name) => [name, 'https://github.com/marta'])),
  node_id: 'x',
  gravatar_id: null,
  site_admin: false,
}
const reaction = { id: 1, node_id: 'x', user: account, content: 'eyes', created_at: '2026-11-22T08:00:00Z' }
const react = '/repos/acme/access/issues/1/reactions'
const rest = (body: unknown, answer: unknown, status = 201, query = ''): string =>
  all(
    judgeRest(
      GITHUB,
      descriptionOf(GITHUB).routeOf('POST', react),
      '',
      arrival('POST', `/github${react}${query}`, JSON.stringify(body), 'application/json'),
      reply(status, answer),
    ),
  )

describe.runIf(specsAreHere)('the judge of REST', () => {
  it('finds nothing where all is right, with null where null may be', () => {
    expect([rest({ content: 'eyes' }, reaction), rest({ content: 'eyes' }, { ...reaction, user: null })]).toEqual([
      '',
      '',
    ])
  })

  it.each<[string, unknown, unknown, number, string, string]>([
    ['a missing member of a request', {}, reaction, 201, '', "body /: must have required property 'content'"],
    [
      'a word out of an enum',
      { content: 'cheese' },
      reaction,
      201,
      '',
      'body /content: must be equal to one of the allowed values',
    ],
    [
      'an unknown member of a request',
      { content: 'eyes', colour: 'red' },
      reaction,
      201,
      '',
      'body /colour: is not in the description',
    ],
    ['an unknown parameter', { content: 'eyes' }, reaction, 201, '?colour=red', '?colour: is not in the description'],
    [
      'a missing member of an answer',
      { content: 'eyes' },
      { ...reaction, node_id: undefined },
      201,
      '',
      "must have required property 'node_id'",
    ],
    ['a member of another type', { content: 'eyes' }, { ...reaction, id: '1' }, 201, '', '/id: must be integer'],
    [
      'an instant of another form',
      { content: 'eyes' },
      { ...reaction, created_at: 'today' },
      201,
      '',
      '/created_at: must match format "date-time"',
    ],
    [
      'a fault below what may be null',
      { content: 'eyes' },
      { ...reaction, user: { ...account, id: null } },
      201,
      '',
      '/user/id: must be integer',
    ],
    ['another status', { content: 'eyes' }, reaction, 202, '', 'status 202: is not in the description'],
    [
      'an error of another form',
      { content: 'eyes' },
      { error: 'no' },
      422,
      '',
      "must have required property 'message'",
    ],
  ])('sees %s', (_what, body, answer, status, query, said) => {
    expect(rest(body, answer, status, query)).toContain(said)
  })

  it('sees an operation that GitHub does not have', () => {
    expect(
      all(judgeRest(GITHUB, null, 'GET /nowhere', arrival('GET', '/github/nowhere', ''), reply(200, {}))),
    ).toContain('is not in the description')
  })
})

const question =
  'query Q($n: Int!) { repository(owner: "acme", name: "access") { id pullRequest(number: $n) { state mergedAt author { login ... on User { databaseId } } } } }'
const pull = { state: 'MERGED', mergedAt: null, author: { login: 'marta', databaseId: 101 } }
const graphql = (answer: unknown, query = question, variables: object = { n: 1 }): string =>
  all(judgeGraphql(arrival('POST', '/github/graphql', JSON.stringify({ query, variables })), reply(200, answer)))
const data = (more: object) => ({ data: { repository: { id: 'x', pullRequest: { ...pull, ...more } } } })

describe('the judge of GraphQL', () => {
  it('finds nothing where all is right, whichever type stands behind an interface', () => {
    expect([graphql(data({})), graphql(data({ author: { login: 'app' } })), graphql(data({ author: null }))]).toEqual([
      '',
      '',
      '',
    ])
  })

  it.each<[string, unknown, string]>([
    ['a null where none may be', data({ state: null }), 'data.repository.pullRequest.state: is null'],
    ['a word out of an enum', data({ state: 'merged' }), '"merged" is no PullRequestState'],
    ['an instant of another form', data({ mergedAt: 5 }), '5 is no DateTime'],
    ['a missing field', { data: { repository: { id: 'x' } } }, 'repository.pullRequest: is missing'],
    ['a field that was not asked', data({ title: 'x' }), 'pullRequest.title: was not asked'],
    ['fields of no type behind an interface', data({ author: { databaseId: 101 } }), 'author.login: is missing'],
    [
      'an error whose path is filled',
      { ...data({}), errors: [{ message: 'm', path: ['repository', 'id'] }] },
      'its path repository.id is not null',
    ],
    ['neither data nor errors', {}, 'has neither data nor errors'],
    ['an empty list of errors', { ...data({}), errors: [] }, 'errors: is an empty list'],
  ])('sees %s', (_what, answer, said) => {
    expect(graphql(answer)).toContain(said)
  })

  it.each([
    ['an unknown field', question.replace('state', 'stars'), { n: 1 }, 'Cannot query field "stars"'],
    ['a missing variable', question, {}, 'Variable "$n" of required type "Int!" was not provided'],
    ['a variable of another type', question, { n: 'one' }, 'Variable "$n" got invalid value'],
    ['no GraphQL', '{', {}, 'Syntax Error'],
  ])('sees %s in a question', (_what, query, variables, said) => {
    expect(graphql({ errors: [{ message: 'm' }] }, query, variables)).toContain(said)
  })
})
