import { describe, expect, it } from 'vitest'
import { assumable, mayDo, type Question, type Who, whatMay } from '../../src/sandbox/access.ts'
import { account, allowing, awsWorld, trusting, type UserDraft } from '../../src/sandbox/aws/build.ts'
import type { Session } from '../../src/sandbox/aws/world.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import type { World } from '../../src/sandbox/world.ts'

const here = '111122223333'
const there = '444455556666'
/** 2026-11-22T08:00:00Z. */
const now = Date.UTC(2026, 10, 22, 8) / 1000
const marta: Who = { account: here, user: 'marta' }
const table = `arn:aws:dynamodb:eu-west-1:${here}:table/orders`
const bucket = 'arn:aws:s3:::orders-exports'

const worldOf = (draft: UserDraft, more: Parameters<typeof account>[1] = {}): World => ({
  aws: awsWorld({
    accounts: [
      account(here, { ...more, users: { marta: draft, ...more.users } }),
      account(there, { users: { olga: {} } }),
    ],
    resources: { [bucket]: here, 'arn:aws:s3:::foreign': there },
    organization: 'o-acme123456',
  }),
  github: emptyGithub(now),
})

const document = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements })
const inline = (...statements: readonly object[]): World =>
  worldOf({ inline: { p: document(...statements) }, tags: { team: 'orders', star: '*' } })
const allow = (Action: string | readonly string[], Resource: string | readonly string[], Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
})
const deny = (Action: string, Resource: string, Condition?: object) => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
})

const judge = (world: World, action: string, resource: string, more: Partial<Question> = {}): boolean =>
  mayDo(world, { as: marta, action, resource, at: now, ...more }).allowed

describe('actions and resources', () => {
  it.each<[string, readonly object[], string, string, boolean]>([
    ['nothing gives nothing', [], 'dynamodb:GetItem', table, false],
    ['the exact action on the exact resource', [allow('dynamodb:GetItem', table)], 'dynamodb:GetItem', table, true],
    ['an action in another case', [allow('DynamoDB:getitem', table)], 'dynamodb:GetItem', table, true],
    ['another action', [allow('dynamodb:GetItem', table)], 'dynamodb:PutItem', table, false],
    ['another table', [allow('dynamodb:GetItem', table)], 'dynamodb:GetItem', `${table}-2`, false],
    [
      'a resource in another case',
      [allow('dynamodb:GetItem', table.replace('orders', 'Orders'))],
      'dynamodb:GetItem',
      table,
      false,
    ],
    ['a star in the action', [allow('dynamodb:Get*', table)], 'dynamodb:GetItem', table, true],
    ['a star in the action of another service', [allow('dynamo*:Get*', table)], 'dynamodb:GetItem', table, true],
    ['a question mark for one letter', [allow('dynamodb:GetIte?', table)], 'dynamodb:GetItem', table, true],
    ['a question mark for no letter', [allow('dynamodb:GetItem?', table)], 'dynamodb:GetItem', table, false],
    ['a star over everything', [allow('*', '*')], 'dynamodb:GetItem', table, true],
    ['two stars around', [allow('dynamodb:*tIt*', table)], 'dynamodb:GetItem', table, true],
    [
      'a star in the table',
      [allow('dynamodb:GetItem', `arn:aws:dynamodb:eu-west-1:${here}:table/ord*`)],
      'dynamodb:GetItem',
      table,
      true,
    ],
    [
      'a star for the region',
      [allow('dynamodb:GetItem', `arn:aws:dynamodb:*:${here}:table/orders`)],
      'dynamodb:GetItem',
      table,
      true,
    ],
    [
      'a star that would cross a colon',
      [allow('dynamodb:GetItem', 'arn:aws:dynamodb:*:table/orders')],
      'dynamodb:GetItem',
      table,
      false,
    ],
    [
      'a star over objects with slashes',
      [allow('s3:GetObject', `${bucket}/*`)],
      's3:GetObject',
      `${bucket}/2026/12/a`,
      true,
    ],
    ['objects are not the bucket', [allow('s3:ListBucket', `${bucket}/*`)], 's3:ListBucket', bucket, false],
    [
      'a list of actions',
      [allow(['s3:PutObject', 's3:GetObject'], `${bucket}/*`)],
      's3:GetObject',
      `${bucket}/a`,
      true,
    ],
    ['a list of resources', [allow('s3:GetObject', [table, `${bucket}/*`])], 's3:GetObject', `${bucket}/a`, true],
    ['a resource of another account', [allow('*', '*')], 'dynamodb:GetItem', table.replace(here, there), false],
    ['a bucket of another account', [allow('*', '*')], 's3:GetObject', 'arn:aws:s3:::foreign/a', false],
    ['an action without a resource', [allow('sqs:ListQueues', '*')], 'sqs:ListQueues', '*', true],
    ['an action without a resource, given on one', [allow('sqs:ListQueues', table)], 'sqs:ListQueues', '*', false],
    ['a Deny wins over an Allow', [allow('*', '*'), deny('dynamodb:*', '*')], 'dynamodb:GetItem', table, false],
    ['a Deny of something else', [allow('*', '*'), deny('dynamodb:Put*', '*')], 'dynamodb:GetItem', table, true],
    [
      'NotAction gives the others',
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      'dynamodb:GetItem',
      table,
      true,
    ],
    [
      'NotAction keeps back its own',
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      'iam:GetUser',
      '*',
      false,
    ],
    [
      'NotResource gives the others',
      [{ Effect: 'Allow', Action: '*', NotResource: `${bucket}/*` }],
      'dynamodb:GetItem',
      table,
      true,
    ],
    [
      'NotResource keeps back its own',
      [{ Effect: 'Allow', Action: '*', NotResource: `${bucket}/*` }],
      's3:GetObject',
      `${bucket}/a`,
      false,
    ],
    [
      'a Deny of all but one',
      [allow('*', '*'), { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }],
      'dynamodb:GetItem',
      table,
      false,
    ],
  ])('%s', (_what, statements, action, resource, expected) => {
    expect(judge(inline(...statements), action, resource)).toBe(expected)
  })
})

const arn = (name: string) => `arn:aws:iam::${here}:${name}`

const variable = (inside: string) => `\${${inside}}`

describe('conditions', () => {
  it.each<[string, object, Record<string, string | readonly string[]>, boolean]>([
    ['an exact text', { StringEquals: { 'aws:PrincipalTag/team': 'orders' } }, {}, true],
    ['a text in another case', { StringEquals: { 'aws:PrincipalTag/team': 'Orders' } }, {}, false],
    ['a text ignoring case', { StringEqualsIgnoreCase: { 'aws:PrincipalTag/team': 'ORDERS' } }, {}, true],
    ['a key in another case', { StringEquals: { 'AWS:principaltag/TEAM': 'orders' } }, {}, true],
    ['one of several values', { StringEquals: { 'aws:PrincipalTag/team': ['a', 'orders'] } }, {}, true],
    ['none of several values', { StringNotEquals: { 'aws:PrincipalTag/team': ['a', 'orders'] } }, {}, false],
    ['a missing key', { StringEquals: { 'aws:PrincipalTag/none': 'x' } }, {}, false],
    ['a missing key, negated', { StringNotEquals: { 'aws:PrincipalTag/none': 'x' } }, {}, true],
    ['a missing key, if it exists', { StringEqualsIfExists: { 'aws:PrincipalTag/none': 'x' } }, {}, true],
    ['a key that exists, if it exists', { StringEqualsIfExists: { 'aws:PrincipalTag/team': 'x' } }, {}, false],
    ['a pattern', { StringLike: { 'aws:PrincipalTag/team': 'or*s' } }, {}, true],
    ['a star where none counts', { StringEquals: { 'aws:PrincipalTag/team': 'or*s' } }, {}, false],
    [
      'two keys, one of them wrong',
      { StringEquals: { 'aws:PrincipalTag/team': 'orders', 'aws:username': 'ivan' } },
      {},
      false,
    ],
    [
      'two operators, both right',
      { StringEquals: { 'aws:username': 'marta' }, Bool: { 'aws:SecureTransport': 'true' } },
      {},
      true,
    ],
    [
      'two operators, one wrong',
      { StringEquals: { 'aws:username': 'marta' }, Bool: { 'aws:SecureTransport': 'false' } },
      {},
      false,
    ],
    ['a key that is there', { Null: { 'aws:username': 'false' } }, {}, true],
    ['a key that is not there', { Null: { 'aws:TokenIssueTime': 'true' } }, {}, true],
    ['a number', { NumericLessThanEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': '10' }, true],
    ['a number too large', { NumericLessThan: { 's3:max-keys': 10 } }, { 's3:max-keys': '10' }, false],
    ['an address inside', { IpAddress: { 'aws:SourceIp': '10.1.0.0/16' } }, { 'aws:SourceIp': '10.1.2.3' }, true],
    [
      'an address outside',
      { IpAddress: { 'aws:SourceIp': ['10.1.0.0/16', '10.2.0.1'] } },
      { 'aws:SourceIp': '10.2.0.2' },
      false,
    ],
    [
      'an address outside, negated',
      { NotIpAddress: { 'aws:SourceIp': '10.1.0.0/16' } },
      { 'aws:SourceIp': '10.2.0.2' },
      true,
    ],
    ['an address of six', { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }, { 'aws:SourceIp': '2001:db8::1' }, true],
    ['an ARN pattern', { ArnLike: { 'aws:PrincipalArn': arn('user/m*') } }, {}, true],
    ['an ARN pattern by ArnEquals', { ArnEquals: { 'aws:PrincipalArn': arn('user/*') } }, {}, true],
    ['an ARN pattern across colons', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:*:user/marta' } }, {}, false],
    ['an ARN that must not be', { ArnNotLike: { 'aws:PrincipalArn': arn('role/*') } }, {}, true],
    [
      'all values among those named',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      { 'aws:TagKeys': ['a', 'b'] },
      true,
    ],
    [
      'one value too many',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      { 'aws:TagKeys': ['a', 'c'] },
      false,
    ],
    ['no values at all', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } }, {}, true],
    [
      'any of the values',
      { 'ForAnyValue:StringLike': { 'aws:TagKeys': 'day*' } },
      { 'aws:TagKeys': ['x', 'daypass'] },
      true,
    ],
    ['any of no values', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }, {}, false],
    ['the account of the resource', { StringEquals: { 'aws:ResourceAccount': here } }, {}, true],
    ['another account, if it exists', { StringEqualsIfExists: { 'aws:ResourceAccount': there } }, {}, false],
    ['the organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-acme123456' } }, {}, true],
    [
      'a request tag',
      { StringEquals: { 'aws:RequestTag/daypass': 'acme' } },
      { 'aws:RequestTag/daypass': 'acme' },
      true,
    ],
    ['a variable', { StringEquals: { 'aws:PrincipalTag/team': variable('aws:PrincipalTag/team') } }, {}, true],
    ['a variable that is missing', { StringEquals: { 'aws:username': variable('aws:SourceIdentity') } }, {}, false],
    [
      'a variable with another value for want of one',
      { StringEquals: { 'aws:username': variable("aws:SourceIdentity, 'marta'") } },
      {},
      true,
    ],
    [
      'a variable in a date stays a text',
      { DateLessThan: { 'aws:CurrentTime': variable('aws:PrincipalTag/end') } },
      {},
      false,
    ],
  ])('%s', (_what, condition, context, expected) => {
    expect(judge(inline(allow('dynamodb:GetItem', '*', condition)), 'dynamodb:GetItem', table, { context })).toBe(
      expected,
    )
  })

  it('a bucket that nobody is known to own carries no resource account', () => {
    const world = inline(allow('s3:GetObject', '*', { StringEqualsIfExists: { 'aws:ResourceAccount': there } }))
    expect(judge(world, 's3:GetObject', 'arn:aws:s3:::unknown/a')).toBe(true)
    expect(judge(world, 's3:GetObject', `${bucket}/a`)).toBe(false)
  })
})

describe('a dated Allow', () => {
  const dated = inline(
    allow('dynamodb:GetItem', table, {
      DateGreaterThanEquals: { 'aws:CurrentTime': '2026-11-22T08:00:00Z' },
      DateLessThan: { 'aws:CurrentTime': '2026-11-22T10:00:00Z' },
    }),
  )
  it.each([
    [-1, false],
    [0, true],
    [7199, true],
    [7200, false],
    [86_400 * 365, false],
  ])('holds %i seconds after its beginning: %s', (after, expected) => {
    expect(judge(dated, 'dynamodb:GetItem', table, { at: now + after })).toBe(expected)
  })

  it('understands offsets and seconds since the epoch', () => {
    const until = (end: string | number) => inline(allow('a:B', '*', { DateLessThan: { 'aws:CurrentTime': end } }))
    for (const end of ['2026-11-22T11:00:00+02:00', String(now + 3600), now + 3600]) {
      expect(judge(until(end), 'a:B', '*', { at: now + 3599 })).toBe(true)
      expect(judge(until(end), 'a:B', '*', { at: now + 3600 })).toBe(false)
    }
  })

  it('is cut by a Deny after the end, and by that alone', () => {
    const cut = inline(
      allow('*', '*'),
      deny('*', '*', { DateGreaterThanEquals: { 'aws:CurrentTime': '2026-11-22T10:00:00Z' } }),
    )
    expect(judge(cut, 'dynamodb:GetItem', table, { at: now + 7199 })).toBe(true)
    expect(judge(cut, 'dynamodb:GetItem', table, { at: now + 7200 })).toBe(false)
  })
})

describe('policy variables in resources', () => {
  const home = `${bucket}/home/\${aws:username}/*`
  it.each<[string, string, string, boolean]>([
    ['stand for the caller', home, `${bucket}/home/marta/a`, true],
    ['stand for nobody else', home, `${bucket}/home/ivan/a`, false],
    ['do not turn a star in a tag into a wildcard', `${bucket}/\${aws:PrincipalTag/star}/a`, `${bucket}/any/a`, false],
    ['match a star in a tag as a star', `${bucket}/\${aws:PrincipalTag/star}/a`, `${bucket}/*/a`, true],
    ['match nothing where they are missing', `${bucket}/\${aws:PrincipalTag/none}*`, `${bucket}/a`, false],
    ['write a star as a star', `${bucket}/\${*}`, `${bucket}/a`, false],
  ])('%s', (_what, pattern, resource, expected) => {
    expect(judge(inline(allow('s3:GetObject', pattern)), 's3:GetObject', resource)).toBe(expected)
  })

  it('are plain text in the old version of the language', () => {
    const old = worldOf({ inline: { p: { Version: '2008-10-17', Statement: [allow('s3:GetObject', home)] } } })
    expect(judge(old, 's3:GetObject', `${bucket}/home/marta/a`)).toBe(false)
  })
})

describe('where a policy comes from', () => {
  const read = 'arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess'
  const custom = { path: '/daypass/', document: allowing('dynamodb:GetItem', table) }
  it.each<[string, UserDraft, Parameters<typeof account>[1], boolean]>([
    ['attached, of AWS', { attached: [read] }, {}, true],
    ['attached, of the account', { attached: [arn('policy/daypass/p')] }, { policies: { p: custom } }, true],
    ['attached under another path', { attached: [arn('policy/p')] }, { policies: { p: custom } }, false],
    ['attached, but gone', { attached: [arn('policy/daypass/p')] }, {}, false],
    ['of a group', { groups: ['engineers'] }, { groups: { engineers: { attached: [read] } } }, true],
    [
      'inline in a group',
      { groups: ['engineers'] },
      { groups: { engineers: { inline: { p: allowing('dynamodb:*', '*') } } } },
      true,
    ],
    ['of a group she is not in', {}, { groups: { engineers: { attached: [read] } } }, false],
    ['of a group that is gone', { groups: ['engineers'] }, {}, false],
    [
      'denied by a group',
      { attached: [read], groups: ['cut'] },
      { groups: { cut: { attached: ['arn:aws:iam::aws:policy/AWSDenyAll'] } } },
      false,
    ],
    ['within a boundary', { attached: [read], boundary: read }, {}, true],
    ['outside a boundary', { attached: [read], boundary: 'arn:aws:iam::aws:policy/IAMFullAccess' }, {}, false],
    ['a boundary gives nothing', { boundary: read }, {}, false],
    ['a boundary that is gone gives nothing', { attached: [read], boundary: arn('policy/gone') }, {}, false],
    ['of somebody else', {}, { users: { ivan: { attached: [read] } } }, false],
  ])('%s', (_what, draft, more, expected) => {
    expect(judge(worldOf(draft, more), 'dynamodb:GetItem', table)).toBe(expected)
  })

  it('only the default version counts', () => {
    const world = worldOf({ attached: [arn('policy/daypass/p')] }, { policies: { p: custom } })
    const found = world.aws.accounts[here]
    const policy = found?.policies['p']
    if (found === undefined || policy === undefined) throw new Error('the test is wrong')
    const next = {
      ...policy,
      default: 'v2',
      versions: { ...policy.versions, v2: { document: JSON.stringify(allowing('s3:*', '*')), created: now } },
    }
    const changed = {
      ...world,
      aws: { ...world.aws, accounts: { ...world.aws.accounts, [here]: { ...found, policies: { p: next } } } },
    }
    expect(judge(world, 'dynamodb:GetItem', table)).toBe(true)
    expect(judge(changed, 'dynamodb:GetItem', table)).toBe(false)
    expect(judge(changed, 's3:GetObject', `${bucket}/a`)).toBe(true)
  })

  it('says which statement decided', () => {
    const world = inline({ ...allow('a:B', '*'), Sid: 'Orders1' })
    expect(mayDo(world, { as: marta, action: 'a:B', resource: '*', at: now }).because).toEqual([
      'allowed by user marta/p (Orders1)',
    ])
    expect(mayDo(world, { as: marta, action: 'a:C', resource: '*', at: now }).because).toEqual([
      `no policy of ${arn('user/marta')} allows a:C on *`,
    ])
    expect(mayDo(world, { as: { account: here, user: 'nobody' }, action: 'a:B', resource: '*', at: now }).allowed).toBe(
      false,
    )
  })

  it('lists what is allowed of what is asked about', () => {
    const probes = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'].map((action) => ({
      action,
      resource: table,
    }))
    const world = inline(allow(['dynamodb:GetItem', 'dynamodb:Query'], table))
    expect(whatMay(world, marta, now, probes).map((one) => one.action)).toEqual(['dynamodb:GetItem', 'dynamodb:Query'])
  })
})

describe('roles', () => {
  const role = arn('role/operator')
  const root = { AWS: arn('root') }
  const mayAssume = { inline: { p: allowing('sts:AssumeRole', role) } }
  const untilTen = { DateLessThan: { 'aws:CurrentTime': '2026-11-22T10:00:00Z' } }
  it.each<[string, UserDraft, object, Record<string, string>, boolean]>([
    ['trust in the account and the right to assume', mayAssume, trusting(root), {}, true],
    ['trust in the account alone', {}, trusting(root), {}, false],
    ['trust in the account by its number', mayAssume, trusting({ AWS: here }), {}, true],
    ['trust in the person alone, in one account', {}, trusting({ AWS: arn('user/marta') }), {}, true],
    ['trust in somebody else', mayAssume, trusting({ AWS: arn('user/ivan') }), {}, false],
    ['the right alone', mayAssume, trusting({ AWS: there }), {}, false],
    ['trust in everybody', {}, trusting('*'), {}, true],
    ['trust in a service', mayAssume, trusting({ Service: 'ec2.amazonaws.com' }), {}, false],
    [
      'a trust that asks for an external id, without it',
      mayAssume,
      trusting(root, { StringEquals: { 'sts:ExternalId': 'x' } }),
      {},
      false,
    ],
    [
      'a trust that asks for an external id, with it',
      mayAssume,
      trusting(root, { StringEquals: { 'sts:ExternalId': 'x' } }),
      { 'sts:ExternalId': 'x' },
      true,
    ],
    ['a dated right', { inline: { p: document(allow('sts:AssumeRole', role, untilTen)) } }, trusting(root), {}, true],
    [
      'a right that is over',
      {
        inline: {
          p: document(allow('sts:AssumeRole', role, { DateLessThan: { 'aws:CurrentTime': '2026-11-22T08:00:00Z' } })),
        },
      },
      trusting(root),
      {},
      false,
    ],
    [
      'a Deny of her own against a trust that names her',
      { inline: { p: document(deny('sts:*', '*')) } },
      trusting({ AWS: arn('user/marta') }),
      {},
      false,
    ],
    [
      'a trust with a Deny',
      mayAssume,
      {
        Version: '2012-10-17',
        Statement: [...trusting(root).Statement, { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' }],
      },
      {},
      false,
    ],
  ])('%s', (_what, draft, trust, context, expected) => {
    expect(assumable(worldOf(draft, { roles: { operator: { trust } } }), marta, role, now, context).allowed).toBe(
      expected,
    )
  })

  it('between accounts both sides must agree', () => {
    const trust = trusting({ AWS: arn('user/marta') })
    const across = (draft: UserDraft): World => ({
      ...worldOf(draft),
      aws: awsWorld({
        accounts: [account(here, { users: { marta: draft } }), account(there, { roles: { far: { trust } } })],
      }),
    })
    const far = `arn:aws:iam::${there}:role/far`
    expect(assumable(across({}), marta, far, now).allowed).toBe(false)
    expect(assumable(across({ inline: { p: allowing('sts:AssumeRole', far) } }), marta, far, now).allowed).toBe(true)
  })

  it('a role has its own policies, its tags and those of the session', () => {
    const statement = allow('a:B', '*', {
      StringEquals: { 'aws:PrincipalTag/request': '7', 'aws:SourceIdentity': 'marta' },
    })
    const world = worldOf(
      {},
      { roles: { operator: { trust: trusting(root), inline: { p: document(statement) }, tags: { request: '1' } } } },
    )
    const as = { account: here, role: 'operator' }
    const ask = (who: Who) => mayDo(world, { as: who, action: 'a:B', resource: '*', at: now }).allowed
    expect(ask({ ...as, tags: { request: '7' }, sourceIdentity: 'marta' })).toBe(true)
    expect(ask({ ...as, tags: { request: '7' } })).toBe(false)
    expect(ask({ ...as, sourceIdentity: 'marta' })).toBe(false)
  })

  it('a session acts until it is over, within its session policies', () => {
    const base = worldOf({}, { roles: { operator: { trust: trusting(root), inline: { p: allowing('*', '*') } } } })
    const found = base.aws.accounts[here]?.roles['operator']
    if (found === undefined) throw new Error('the test is wrong')
    const session: Session = {
      kind: 'session',
      account: here,
      role: 'operator',
      roleId: found.id,
      sessionName: 'marta',
      token: 't',
      issued: now,
      expires: now + 900,
      tags: {},
      transitive: [],
      limits: [JSON.stringify(allowing('a:*', '*'))],
      claims: {},
    }
    const ask = (held: Session, action: string, at = now) =>
      mayDo(
        { aws: { ...base.aws, credentials: { ASIA1: held } } },
        { as: { accessKeyId: 'ASIA1' }, action, resource: '*', at },
      ).allowed
    expect(ask(session, 'a:B')).toBe(true)
    expect(ask(session, 'b:C')).toBe(false)
    expect(ask({ ...session, limits: [] }, 'b:C')).toBe(true)
    expect(ask(session, 'a:B', now + 900)).toBe(false)
    expect(ask({ ...session, roleId: 'AROAOTHER' }, 'a:B')).toBe(false)
  })
})
