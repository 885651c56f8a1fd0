// What a policy allows, risks and reaches.
import { describe, expect, it } from 'vitest'
import type { Part } from '../../../src/core/model/permissions.ts'
import type { PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { accessLevel, actionsOf, expandActions } from '../../../src/core/policy/actions.ts'
import { arnProblems, readArn } from '../../../src/core/policy/arn.ts'
import { escalating, unknownInTable } from '../../../src/core/policy/escalation.ts'
import { ESCALATION_PATHS } from '../../../src/core/policy/escalation-paths.ts'
import { narrowed } from '../../../src/core/policy/narrow.ts'
import { nearest } from '../../../src/core/policy/nearest.ts'
import { couldWriteOurs, isOurs, type Ours } from '../../../src/core/policy/reach.ts'
import { riskOf } from '../../../src/core/policy/risk.ts'
import { loadKnowledge } from '../../../src/knowledge/load.ts'
import { allow, deny, policy, small } from './support.ts'

const aws = await loadKnowledge()
const names = (list: readonly { readonly action: string }[]) => list.map(({ action }) => action)

describe('expanding actions', () => {
  it.each([
    { patterns: ['S3:GETobject'], known: ['s3:GetObject'] },
    { patterns: ['s3:Get*', 's3:GetObject'], known: ['s3:GetObject', 's3:GetObjectAcl'] },
    { patterns: ['s3:*Object'], known: ['s3:GetObject', 's3:PutObject'] },
    { patterns: ['s3:?etObject'], known: ['s3:GetObject'] },
    { patterns: ['*:Get*'], known: ['iam:GetUser', 's3:GetObject', 's3:GetObjectAcl', 'sts:GetCallerIdentity'] },
    { patterns: [], known: [] },
  ])('$patterns', ({ patterns, known }) => {
    const expansion = expandActions(patterns, small)
    expect(names(expansion.known)).toEqual(known)
    expect(expansion.unmatched).toEqual([])
  })
  it('names what means nothing known, and what may have been meant', () => {
    expect(
      expandActions(['s3:GetObjct', 's33:GetObject', 'nope:Nothing', 'GetObject', 's3:Frob*', ''], small).unmatched,
    ).toEqual([
      { pattern: '', meant: [] },
      { pattern: 'GetObject', meant: [] },
      { pattern: 'nope:Nothing', meant: [] },
      { pattern: 's33:GetObject', meant: ['s3:GetObject'] },
      { pattern: 's3:Frob*', meant: [] },
      { pattern: 's3:GetObjct', meant: ['s3:GetObject', 's3:PutObject'] },
    ])
  })
  it('of NotAction gives everything known but the list', () => {
    const { known } = actionsOf({ except: ['s3:*', 'iam:*'] }, small)
    expect(names(known)).toEqual(['sts:AssumeRole', 'sts:GetCallerIdentity'])
  })
  it('tells levels, and unknown from harmless', () => {
    expect(['s3:getobject', 's3:PutObjectTagging', 's3:Nothing', 'x:Y'].map((one) => accessLevel(one, small))).toEqual([
      'Read',
      'Tagging',
      'unknown',
      'unknown',
    ])
  })
  it('finds near words only', () => {
    expect(nearest('orders-prd', ['orders-prod', 'orders-stage', 'payer'])).toEqual(['orders-prod'])
    expect(nearest('a'.repeat(5000), ['a'])).toEqual([])
  })
})

const RISKS: readonly {
  readonly name: string
  readonly given: readonly Statement[]
  readonly risk: string
  readonly says: RegExp
}[] = [
  { name: 'only reading', given: [allow(['s3:Get*', 's3:ListBucket'])], risk: 'low', says: /only lists and reads/ },
  { name: 'nothing', given: [deny(['*'])], risk: 'low', says: /allows nothing/ },
  {
    name: 'a write',
    given: [allow(['s3:GetObject', 's3:PutObject'])],
    risk: 'high',
    says: /s3:PutObject: changes things/,
  },
  { name: 'a tag', given: [allow(['s3:PutObjectTagging'])], risk: 'high', says: /changes tags/ },
  {
    name: 'an unknown action',
    given: [allow(['s3:Frobnicate'])],
    risk: 'high',
    says: /s3:Frobnicate: no such action is known/,
  },
  { name: 'an unknown service', given: [allow(['new:Thing'])], risk: 'high', says: /new:Thing/ },
  {
    name: 'reading by NotAction',
    given: [allow({ except: ['iam:*', 'sts:*', 's3:Put*'] })],
    risk: 'high',
    says: /NotAction/,
  },
  { name: 'a write that is denied again', given: [allow(['s3:*']), deny(['s3:Put*'])], risk: 'low', says: /only/ },
  {
    name: 'a write denied on condition only',
    given: [allow(['s3:*']), deny(['s3:Put*'], { conditions: { Bool: { a: ['true'] } } })],
    risk: 'high',
    says: /PutObject/,
  },
  {
    name: 'a write denied on one resource only',
    given: [allow(['s3:*']), deny(['s3:Put*'], { resources: { only: ['arn:aws:s3:::a/*'] } })],
    risk: 'high',
    says: /PutObject/,
  },
  { name: 'a bare wildcard', given: [allow(['*'])], risk: 'escalating', says: /iam:CreateAccessKey/ },
  { name: 'a wildcard over a path', given: [allow(['IAM:attach*'])], risk: 'escalating', says: /iam:AttachUserPolicy/ },
  { name: 'NotAction that leaves a path open', given: [allow({ except: ['s3:*'] })], risk: 'escalating', says: /iam:/ },
  {
    name: 'passing a role',
    given: [allow(['iam:PassRole'], ['arn:aws:iam::111122223333:role/a'])],
    risk: 'escalating',
    says: /alone/,
  },
  {
    name: 'assuming one role',
    given: [allow(['sts:AssumeRole'], ['arn:aws:iam::111122223333:role/a'])],
    risk: 'high',
    says: /sts:AssumeRole/,
  },
  {
    name: 'assuming many roles',
    given: [allow(['sts:AssumeRole'], ['arn:aws:iam::111122223333:role/a*'])],
    risk: 'escalating',
    says: /any role/,
  },
  {
    name: 'assuming a role named by a variable',
    given: [allow(['sts:AssumeRole'], [`arn:aws:iam::111122223333:role/\${aws:username}`])],
    risk: 'escalating',
    says: /any role/,
  },
  {
    name: 'a wildcard over an unknown service',
    given: [allow(['new:*'])],
    risk: 'escalating',
    says: /the resource itself/,
  },
  {
    name: 'a new action of the organization',
    given: [allow(['organizations:Frobnicate'])],
    risk: 'escalating',
    says: /every account/,
  },
]

describe('risk', () => {
  it.each(RISKS)('of $name is $risk', ({ given, risk, says }) => {
    const judged = riskOf(policy(...given), small)
    expect(judged.risk).toBe(risk)
    expect(judged.because.join('\n')).toMatch(says)
  })
  it('of a plain Deny with NotAction counts what it takes away', () => {
    expect(riskOf(policy(allow(['*']), deny({ except: ['s3:Get*'] })), small).risk).toBe('high')
  })
  it('is never lowered by another Allow', () => {
    const rank = { low: 0, high: 1, escalating: 2 }
    for (const { given } of RISKS)
      for (const { given: more } of RISKS) {
        const allows = more.filter(({ effect }) => effect === 'Allow')
        expect(rank[riskOf(policy(...given, ...allows), small).risk]).toBeGreaterThanOrEqual(
          rank[riskOf(policy(...given), small).risk],
        )
      }
  })
})

describe('escalation, on the real data,', () => {
  it('has a table without actions that AWS does not have', () => {
    expect(unknownInTable(aws)).toEqual([])
  })
  it('finds each action of the table, alone, under its own path', () => {
    for (const path of ESCALATION_PATHS)
      for (const action of path.any)
        expect(escalating(policy(allow([action])), aws).map((one) => one.path)).toContain(path.name)
  })
  it.each([
    {
      actions: ['iam:Pass*', 'lambda:Create*'],
      says: 'iam:PassRole: can start something that acts with the role (with lambda:CreateFunction)',
    },
    { actions: ['organizations:*'], says: 'can give access in every account' },
    { actions: ['ssm:Start*'], says: 'ssm:StartAutomationExecution, ssm:StartSession' },
    { actions: ['s3:Put*'], says: 's3:PutBucketPolicy' },
  ])('$actions', ({ actions, says }) => {
    const [first] = escalating(policy(allow(actions)), aws)
    expect(first?.because).toContain(says)
    expect(first?.source).not.toBe('')
  })
  it.each([
    ['organizations:List*', 'organizations:Describe*', 'sso:List*'],
    ['iam:Get*', 'iam:List*'],
    ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
    ['dynamodb:GetItem', 'sqs:*Message*'],
  ])('none in %s', (...actions) => {
    expect(escalating(policy(allow(actions)), aws)).toEqual([])
  })
  it('is found in every order of statements alike', () => {
    const [a, b] = [allow(['iam:PassRole']), allow(['lambda:*', 'ec2:*'])]
    expect(escalating(policy(a, b), aws)).toEqual(escalating(policy(b, a), aws))
  })
})

describe('reaching what is ours', () => {
  const ours: Ours = {
    partition: 'aws',
    account: '111122223333',
    paths: ['/daypass/'],
    roleArns: ['arn:aws:iam::111122223333:role/ci/daypass-apply'],
  }
  const reached = (document: PolicyDocument) =>
    couldWriteOurs(document, ours, small).map(({ action, ours: what }) => `${action} ${what.split(':')[5]}`)

  it.each([
    { name: 'everything', document: policy(allow(['*'])), count: 4 * 2 },
    {
      name: 'writing policies under the path',
      document: policy(allow(['iam:AttachUserPolicy'], ['arn:aws:iam::111122223333:user/daypass/x'])),
      count: 1,
    },
    {
      name: 'a wildcard that spans the path',
      document: policy(allow(['iam:AttachUserPolicy'], ['arn:aws:iam::*:*'])),
      count: 2,
    },
    {
      name: 'a variable',
      document: policy(allow(['iam:PassRole'], [`arn:aws:iam::111122223333:\${aws:username}`])),
      count: 2,
    },
    {
      name: 'assuming our role',
      document: policy(allow(['sts:AssumeRole'], ['arn:aws:iam::111122223333:role/ci/*'])),
      count: 1 + 1,
    },
    { name: 'an unknown action of IAM', document: policy(allow(['iam:Frobnicate'])), count: 2 },
    { name: 'NotAction that names neither service', document: policy(allow({ except: ['s3:*'] })), count: (4 + 2) * 2 },
    {
      name: 'NotResource',
      document: policy(allow(['iam:PassRole'], [], { resources: { except: ['arn:aws:s3:::a'] } })),
      count: 2,
    },
    { name: 'only reading', document: policy(allow(['iam:Get*', 'sts:GetCallerIdentity'])), count: 0 },
    { name: 'other services', document: policy(allow(['s3:*', 'new:*'])), count: 0 },
    {
      name: 'another role',
      document: policy(allow(['sts:AssumeRole'], ['arn:aws:iam::111122223333:role/orders'])),
      count: 0,
    },
    { name: 'another account', document: policy(allow(['iam:PassRole'], ['arn:aws:iam::444455556666:*'])), count: 0 },
    { name: 'NotAction that names both services', document: policy(allow({ except: ['iam:*', 'sts:*'] })), count: 0 },
    {
      name: 'NotResource that names all of IAM',
      document: policy(allow(['iam:PassRole'], [], { resources: { except: ['arn:*:iam::*'] } })),
      count: 0,
    },
    { name: 'what is denied again', document: policy(allow(['iam:*', 'sts:*']), deny(['iam:*', 'sts:*'])), count: 0 },
  ])('$name: $count times', ({ document, count }) => {
    expect(reached(document)).toHaveLength(count)
  })
  it('knows its own ARNs', () => {
    const arns = ['role/ci/daypass-apply', 'policy/daypass/acme/x', 'policy/x'].map(
      (name) => `arn:aws:iam::111122223333:${name}`,
    )
    expect(arns.map((arn) => isOurs(arn, ours))).toEqual([true, true, false])
  })
})

describe('ARNs', () => {
  const at = { account: '111122223333', partition: 'aws' }
  it('are read into parts', () => {
    expect(readArn('arn:aws:logs:eu-west-1:111122223333:log-group:/a:*')).toEqual({
      arn: {
        partition: 'aws',
        service: 'logs',
        region: 'eu-west-1',
        account: '111122223333',
        resource: 'log-group:/a:*',
      },
    })
  })
  it.each([
    '*',
    'arn:aws:s3:::orders/*',
    'arn:aws:dynamodb:*:111122223333:table/o*',
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    `arn:aws:s3:::home/\${aws:username}/*`,
  ])('%s is fine', (arn) => {
    expect(arnProblems(arn, at)).toEqual([])
  })
  it.each([
    { arn: 'orders', says: 'starts with "arn:"' },
    { arn: 'arn:aws:s3', says: 'six parts' },
    { arn: 'arn:aws:s3:::', says: 'names a resource' },
    { arn: `arn:aws:s3:::${'a'.repeat(2048)}`, says: 'at most 2048' },
    { arn: 'arn:aws:sqs:eu-west-1:444455556666:q', says: 'account 444455556666' },
    { arn: 'arn:aws:sqs:eu-west-1:*:q', says: 'could mean other accounts' },
    { arn: 'arn:aws:sqs:eu-west-1:11112222333?:q', says: 'could mean other accounts' },
    { arn: 'arn:aws:sqs:eu-west-1:aws:q', says: 'account aws' },
    { arn: 'arn:aws:sqs:eu-west-1:me:q', says: 'not an account' },
    { arn: 'arn:aws-cn:s3:::orders', says: 'partition aws-cn' },
    { arn: 'arn:*:s3:::orders', says: 'not the partition aws' },
    { arn: 'arn:aws:*:::orders', says: 'not one service' },
    { arn: 'arn:aws:sqs:EU:111122223333:q', says: 'not a region' },
    { arn: `arn:aws:sqs:eu-west-1:\${aws:PrincipalAccount}:q`, says: 'policy variable' },
  ])('$arn: $says', ({ arn, says }) => {
    expect(arnProblems(arn, at).join(' ')).toContain(says)
  })
})

describe('narrowing', () => {
  const BUCKET = 'arn:aws:s3:::orders'
  const parts = (arns: readonly string[]): readonly Part[] => arns.map((arn) => ({ arn, only: null, when: {} }))
  const kept = (document: PolicyDocument, arns: readonly string[]) =>
    narrowed(document, parts(arns)).document.statements.map(({ resources }) => resources)

  it('cuts an Allow to what lies within the ARNs, and keeps every Deny', () => {
    const document = policy(
      allow(['s3:*']),
      allow(['s3:*'], ['arn:aws:s3:::o*', `${BUCKET}/a/b`, 'arn:aws:s3:::other']),
      deny(['s3:DeleteObject']),
    )
    expect(kept(document, [BUCKET, `${BUCKET}/a/*`])).toEqual([
      { only: [BUCKET, `${BUCKET}/a/*`] },
      { only: [BUCKET, `${BUCKET}/a/*`, `${BUCKET}/a/b`] },
      { only: ['*'] },
    ])
  })
  it('takes no wildcard to reach across the colons of an ARN', () => {
    // AWS reads `a` in the fifth place as an account, whatever the star before it means.
    const queue = 'arn:aws:sqs:eu-west-1:111122223333:a'
    for (const short of ['arn:aws:sqs:*:a', 'arn:*:a'])
      expect(narrowed(policy(allow(['sqs:*'], [short])), parts([queue]))).toEqual({
        document: policy(),
        reported: [{ statement: 1, because: `${short} overlaps ${queue}, and no one ARN says where` }],
      })
    expect(kept(policy(allow(['sqs:*'], ['arn:aws:sqs:*:*:a'])), [queue])).toEqual([{ only: [queue] }])
  })
  it('does not allow what a NotResource that breaks off leaves out', () => {
    const document = policy({ ...allow(['sqs:*']), resources: { except: ['arn:aws:sqs'] } })
    expect(kept(document, ['arn:aws:sqs:eu-west-1:111122223333:a'])).toEqual([])
  })
  it('drops an Allow that has nothing within them', () => {
    expect(narrowed(policy(allow(['s3:*'], ['arn:aws:s3:::other'])), parts([BUCKET]))).toEqual({
      document: policy(),
      reported: [],
    })
  })
  it('reports an overlap that no ARN can say', () => {
    const { document, reported } = narrowed(
      policy(allow(['s3:*'], ['arn:aws:s3:::orders/*/x'])),
      parts([`${BUCKET}/a/*`]),
    )
    expect(document.statements).toEqual([])
    expect(reported).toEqual([{ statement: 1, because: expect.stringContaining('overlaps') }])
  })
  it('takes a variable as any text, never as a text it certainly is', () => {
    expect(kept(policy(allow(['s3:*'], [`${BUCKET}/\${aws:username}`])), [`${BUCKET}/*`])).toEqual([
      { only: [`${BUCKET}/\${aws:username}`] },
    ])
    expect(kept(policy(allow(['s3:*'], [`${BUCKET}/\${aws:username}`])), [`${BUCKET}/bob`])).toEqual([])
  })
  it('keeps an ARN that NotResource leaves out wholly, and reports NotAction', () => {
    const document = policy(allow({ except: ['iam:*'] }, [], { resources: { except: ['arn:aws:s3:::secret*'] } }))
    const { document: cut, reported } = narrowed(document, parts([BUCKET, 'arn:aws:s3:::secret-a', 'arn:aws:s3:::s*']))
    expect(cut.statements.map(({ resources }) => resources)).toEqual([{ only: [BUCKET] }])
    expect(reported.map(({ because }) => because)).toEqual([
      expect.stringContaining('covers a part'),
      expect.stringContaining('NotAction'),
    ])
  })
})
