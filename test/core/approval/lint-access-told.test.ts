// The whole of what somebody is told who names actions on things that AWS has not, and of whom it is told at all.

import { describe, expect, it } from 'vitest'
import { accessFindings, askedIn, bundledIn, namesResources } from '../../../src/core/approval/lint-access.ts'
import { resource as resourceKind } from '../../../src/core/entitlements/resource.ts'
import type { AskedEntitlement } from '../../../src/core/model/entitlement.ts'
import type { Request } from '../../../src/core/model/request.ts'
import type { Knowledge, ResourceKnowledge } from '../../../src/core/policy/knowledge.ts'
import { AT, actions, group, knowledge, policy, request, role, settings } from './company.ts'

const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  's3:GetObject': ['arn:*:s3:::*/*'],
  's3:PutObject': ['arn:*:s3:::*/*'],
  's3:ListBucket': ['arn:*:s3:::<name>'],
  'dynamodb:GetItem': ['arn:*:dynamodb:*:*:table/<name>', 'arn:*:dynamodb:*:*:table/*/index/*'],
  'dynamodb:PutItem': ['arn:*:dynamodb:*:*:table/<name>'],
  'ec2:DescribeInstances': [],
  'iam:GetUser': ['arn:*:iam::*:user/*', 'arn:*:iam::*:b/*', 'arn:*:iam::*:a/*', 'arn:*:iam::*:c/*'],
}
const resources: ResourceKnowledge = {
  asOf: '2026-11-02',
  templates: (action) => TEMPLATES[action] ?? null,
  servicesOn: (service) => [service],
  templatesOf: () => [],
}

/** `line code: message → cure` */
const told = (asked: AskedEntitlement, data: Knowledge = knowledge): readonly string[] =>
  accessFindings({ ...asked, at: { ...AT, line: 7 } }, { knowledge: data, resources }).map(
    ({ code, at, message, cure }) => `${at.line} ${code}: ${message} → ${cure}`,
  )

const BUCKET = 'arn:aws:s3:::orders'
const queues = (count: number) => Array.from({ length: count }, (_, at) => `arn:aws:sqs:eu-west-1:1:q${at}`)
const idle = (what: string, on: string, cure: string) =>
  `7 action-idle: \`${what}\` cannot be done on ${on}: it permits nothing there. → Name what it is done on: ${cure}.`

describe('who names actions is told', () => {
  const ROWS: readonly (readonly [says: string, asked: AskedEntitlement, told: readonly string[]])[] = [
    ['nothing, if they can be done there', actions('s3:GetObject s3:ListBucket', `${BUCKET}/* ${BUCKET}`), []],
    ['nothing, if nobody knows on what they can be done', actions('dynamodb:DeleteTable', BUCKET), []],
    ['nothing, if one of those that a pattern means can', actions('s3:*Object', `${BUCKET}/*`), []],
    ['nothing of what is for everything', actions('ec2:DescribeInstances', '*'), []],
    [
      'nothing, if they are for no resource at all',
      { ...actions('s3:GetObject'), facets: { action: ['s3:GetObject'] } },
      [],
    ],
    [
      'what may be meant by an action that AWS has not',
      actions('s3:GetObjekt'),
      [
        '7 action-unknown: AWS is not known to have an action `s3:GetObjekt` (data of 2026-11-01). → Did you mean s3:GetObject or s3:PutObject?',
      ],
    ],
    [
      'where to look, if nothing like it is known',
      actions('newservice:Drop', BUCKET),
      [
        '7 action-unknown: AWS is not known to have an action `newservice:Drop` (data of 2026-11-01). → Compare it with the service authorization reference; if it is newer than the data, leave it.',
      ],
    ],
    [
      'what cannot be limited to anything',
      actions('ec2:DescribeInstances', 'arn:aws:ec2:eu-west-1:1:instance/i-1'),
      [
        '7 action-idle: `ec2:DescribeInstances` cannot be limited to a resource: on arn:aws:ec2:eu-west-1:1:instance/i-1 it permits nothing. → Ask for it in an item of its own, with `on: ["*"]`.',
      ],
    ],
    [
      'on what it can be done',
      actions('s3:ListBucket', `${BUCKET}/*`),
      [idle('s3:ListBucket', `${BUCKET}/*`, 'arn:aws:s3:::*')],
    ],
    [
      'on what all can be done that a pattern means, in order and each once',
      actions('dynamodb:?*tItem', BUCKET),
      [idle('dynamodb:?*tItem', BUCKET, 'arn:aws:dynamodb:*:*:table/*/index/*, arn:aws:dynamodb:*:*:table/*')],
    ],
    [
      'three of many things, and how many more there are',
      actions('iam:GetUser', queues(4).join(' ')),
      [
        idle(
          'iam:GetUser',
          'arn:aws:sqs:eu-west-1:1:q0, arn:aws:sqs:eu-west-1:1:q1, arn:aws:sqs:eu-west-1:1:q2 and 1 more',
          'arn:aws:iam::*:a/*, arn:aws:iam::*:b/*, arn:aws:iam::*:c/* and 1 more',
        ),
      ],
    ],
    [
      'all three of three things',
      actions('s3:ListBucket', queues(3).join(' ')),
      [idle('s3:ListBucket', queues(3).join(', '), 'arn:aws:s3:::*')],
    ],
    [
      'of each action by itself',
      actions('s3:GetObject newservice:Drop s3:ListBucket', `${BUCKET}/*`),
      [
        '7 action-unknown: AWS is not known to have an action `newservice:Drop` (data of 2026-11-01). → Compare it with the service authorization reference; if it is newer than the data, leave it.',
        idle('s3:ListBucket', `${BUCKET}/*`, 'arn:aws:s3:::*'),
      ],
    ],
    ['nothing, if no action is named', policy('ReadOnlyAccess'), []],
    ['nothing of statements that no action made', { ...actions('s3:Nothing'), facets: {} }, []],
    [
      'nothing of actions that a rule reads in something else',
      { ...role('x'), facets: { action: ['s3:Nothing'] } },
      [],
    ],
  ]
  it.each(ROWS)('%s', (_says, asked, findings) => {
    expect(told(asked)).toEqual(findings)
  })
})

describe('who names one resource', () => {
  const one = (arn: string): AskedEntitlement => {
    const read = resourceKind.read({ resource: arn, level: 'read' }, () => AT)
    if ('findings' in read) throw new Error('not read')
    return read.entitlement
  }
  const seen = (of: string) => ({ ...knowledge, resources: { ...resources, templatesOf: () => TEMPLATES[of] ?? [] } })
  const cannot = (arn: string) =>
    `7 resource-unknown: read on ${arn} cannot be given: AWS is not known to have anything of which this could be the ARN (data of 2026-11-02). → Correct the ARN, or name \`actions\` and what they are for.`

  it('is told if AWS’s data make nothing of it', () => {
    expect(told(one('arn:aws:nothing:::x'))).toEqual([cannot('arn:aws:nothing:::x')])
  })
  it('is judged by the data that the rules are judged by, if those hold any', () => {
    const bucket = one('arn:aws:s3:::x')
    expect([told(bucket), told(bucket, seen('s3:ListBucket'))]).toEqual([[cannot('arn:aws:s3:::x')], []])
  })
})

describe('what is looked at', () => {
  const asks = (...lines: readonly (AskedEntitlement | string)[]): Request => ({
    ...request({}),
    lines: lines.map((one) => ({
      targets: [],
      at: AT,
      asked:
        typeof one === 'string'
          ? { is: 'bundle' as const, bundle: { value: one, at: AT } }
          : { is: 'entitlement' as const, entitlement: one },
    })),
  })
  const [one, two, three] = [actions('s3:GetObject'), policy('P'), group('g')]

  it('of requests is what they ask for in so many words', () => {
    expect(askedIn([asks(one, 'oncall', two), asks(three)])).toEqual([one, two, three])
    expect(askedIn([])).toEqual([])
  })
  it('of settings is what their bundles hold', () => {
    const bundles = new Map(
      [[one, two], [three]].map((items, at) => [`${at}`, { name: `${at}`, says: '', duration: null, items, at: AT }]),
    )
    expect(bundledIn(settings([], { bundles }))).toEqual([one, two, three])
  })
  it('is worth the data about resources only where something names one', () => {
    const level = resourceKind.read({ resource: BUCKET, level: 'read' }, () => AT)
    if ('findings' in level) throw new Error('not read')
    expect([one, level.entitlement, two, three, role('x'), { ...one, facets: {} }].map(namesResources)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
