// What a level of access to one resource holds, and what a policy limited to it keeps.

import { describe, expect, it } from 'vitest'
import type { ResourceItem } from '../../../src/core/documents/shapes.ts'
import { resource } from '../../../src/core/entitlements/resource.ts'
import type { Level } from '../../../src/core/model/permissions.ts'
import type { PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { expandActions, onlyReads } from '../../../src/core/policy/actions.ts'
import { OVERRIDES } from '../../../src/core/policy/level-overrides.ts'
import { levelOf } from '../../../src/core/policy/levels.ts'
import { narrowed } from '../../../src/core/policy/narrow.ts'
import { leftOutOf, meantBy } from '../../../src/core/policy/one-resource.ts'
import { contains } from '../../../src/core/policy/wildcard.ts'
import { loadAllKnowledge, loadKnowledge } from '../../../src/knowledge/load.ts'
import { HERE } from '../../support/builders.ts'
import { allow, policy } from './support.ts'

const knowledge = await loadAllKnowledge()
const { resources } = knowledge
if (resources === null) throw new Error('the data of resources are missing')

function meant(raw: ResourceItem) {
  const read = resource.read(raw, () => HERE)
  if ('findings' in read) throw new Error(read.findings.map(({ message }) => message).join(' '))
  return meantBy(read.entitlement, knowledge)
}

function given(raw: ResourceItem) {
  const found = meant(raw)
  if ('problem' in found) throw new Error(found.problem)
  return found.entitlement
}

const statementsOf = (raw: ResourceItem): readonly Statement[] => {
  const { permissions } = given(raw)
  if (permissions.form !== 'statements') throw new Error(`it has the form ${permissions.form}`)
  return permissions.document.statements
}

const list = (statement: Statement, what: 'actions' | 'resources'): readonly string[] => {
  const among = statement[what]
  return 'only' in among ? among.only : []
}

const actionsOf = (raw: ResourceItem): readonly string[] => statementsOf(raw).flatMap((one) => list(one, 'actions'))

describe('reviewed levels', () => {
  const rows = [
    ...OVERRIDES.reading.map((row) => ({ ...row, reads: true })),
    ...OVERRIDES.writing.map((row) => ({ ...row, reads: false })),
  ]

  it.each(rows.flatMap(({ actions, is, because, reads }) => actions.map((action) => ({ action, is, because, reads }))))(
    '$action is $is: it $because',
    ({ action, reads }) => {
      const { known } = expandActions([action], knowledge)
      const touched = known.filter(({ level }) => (reads ? onlyReads(level) : level === 'Write'))
      expect(touched, 'no action is touched by it').not.toEqual([])
    },
  )

  it.each<[string, Level]>([
    ['s3:GetObject', 'read'],
    ['s3:PutObject', 'write'],
    ['s3:DeleteObject', 'write'],
    ['s3:DeleteBucket', 'admin'],
    ['s3:PutBucketPolicy', 'admin'],
    ['s3:PutLifecycleConfiguration', 'admin'],
    ['s3:PutObjectTagging', 'admin'],
    ['dynamodb:DeleteItem', 'write'],
    ['dynamodb:DeleteTable', 'admin'],
    ['sqs:ReceiveMessage', 'write'],
    ['sqs:PurgeQueue', 'admin'],
    ['secretsmanager:GetSecretValue', 'read'],
    ['kms:Decrypt', 'write'],
    ['kms:ScheduleKeyDeletion', 'admin'],
    ['lambda:InvokeFunction', 'write'],
    ['lambda:UpdateFunctionCode', 'admin'],
    ['iam:PassRole', 'admin'],
    ['ecs:ExecuteCommand', 'admin'],
    ['rds:DeleteDBInstance', 'admin'],
    ['rds:RebootDBInstance', 'write'],
    ['glue:DeleteTable', 'admin'],
  ])('%s is %s', (action, level) => {
    const found = expandActions([action], knowledge).known[0]
    expect(found && levelOf(found)).toBe(level)
  })
})

describe('one resource', () => {
  const BUCKET = 'arn:aws:s3:::orders-exports'

  it('of S3 means the bucket and its objects, each with the actions it takes', () => {
    const [bucket, objects] = statementsOf({ resource: BUCKET, level: 'write' })
    expect([bucket?.resources, objects?.resources]).toEqual([{ only: [BUCKET] }, { only: [`${BUCKET}/*`] }])
    expect(bucket && list(bucket, 'actions')).toContain('s3:ListBucket')
    expect(objects && list(objects, 'actions')).toContain('s3:PutObject')
  })

  it('from a prefix on means those objects and their listing alone', () => {
    expect(statementsOf({ resource: BUCKET, level: 'read', prefix: '2026/12/' })).toEqual([
      expect.objectContaining({ resources: { only: [`${BUCKET}/2026/12/*`] }, conditions: {} }),
      {
        effect: 'Allow',
        actions: { only: ['s3:ListBucket', 's3:ListBucketVersions'] },
        resources: { only: [BUCKET] },
        conditions: { StringLike: { 's3:prefix': ['2026/12/*'] } },
      },
    ])
  })

  it('of CloudWatch Logs is written with and without what AWS wants after it', () => {
    const group = 'arn:aws:logs:eu-west-1:111122223333:log-group:/app/orders'
    expect(statementsOf({ resource: group, level: 'read' })[0]?.resources).toEqual({ only: [group, `${group}:*`] })
  })

  it('says which index of a table, and leaves what is for whole tables alone', () => {
    const index = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-day'
    expect(actionsOf({ resource: index, level: 'admin' })).toContain('dynamodb:Query')
    expect(actionsOf({ resource: index, level: 'admin' })).not.toContain('dynamodb:DeleteTable')
  })

  it('is told to rules by level, reach, actions and every ARN that it comes to', () => {
    expect(given({ resource: BUCKET, level: 'read' }).facets).toMatchObject({
      level: ['read'],
      reach: ['exact'],
      resource: [BUCKET, `${BUCKET}/*`],
      action: expect.arrayContaining(['s3:GetObject', 's3:ListBucket']),
    })
    expect(given({ resource: 'arn:aws:s3:::orders-*', level: 'read' }).facets['reach']).toEqual(['wildcards'])
  })

  it.each([
    ['arn:aws:nothing:eu-west-1:111122223333:thing/a', 'not known to have anything'],
    ['arn:aws:dynamodb:eu-west-1:111122223333:tabel/orders', 'not known to have anything'],
  ])('%s cannot be given', (arn, why) => {
    expect(meant({ resource: arn, level: 'read' })).toEqual({ problem: expect.stringContaining(why) })
  })

  it('cannot be given where the data were not loaded', async () => {
    const read = resource.read({ resource: BUCKET, level: 'read' }, () => HERE)
    if ('findings' in read) throw new Error('it reads')
    expect(meantBy(read.entitlement, await loadKnowledge())).toEqual({ problem: expect.stringContaining('not read') })
  })
})

describe('a policy limited to one resource', () => {
  const BUCKET = 'arn:aws:s3:::orders-exports'
  const cut = (document: PolicyDocument, raw: Partial<ResourceItem> = {}) => {
    const { permissions } = given({ resource: BUCKET, policy: 'Some', ...raw })
    if (permissions.form !== 'narrowed') throw new Error(`it has the form ${permissions.form}`)
    return { ...narrowed(document, permissions.to), leftOut: leftOutOf(document, permissions.to, knowledge) }
  }

  it('keeps its actions there, and tells which of them are idle', () => {
    const { document, leftOut } = cut(policy(allow(['s3:Get*', 's3:List*', 'sqs:SendMessage'])))
    expect(document.statements.map(({ resources }) => resources)).toEqual([{ only: [BUCKET, `${BUCKET}/*`] }])
    expect(leftOut).toContain('s3:ListAllMyBuckets')
    expect(leftOut).not.toContain('s3:GetObject')
    expect(leftOut.filter((action) => !action.startsWith('s3:'))).toEqual([])
  })

  it('lists from a prefix on only what the policy lets be listed', () => {
    const { document } = cut(policy(allow(['s3:List*']), allow(['s3:GetObject'])), { prefix: 'a/' })
    expect(document.statements).toEqual([
      allow(['s3:List*'], [`${BUCKET}/a/*`]),
      allow(['s3:ListBucket', 's3:ListBucketVersions'], [BUCKET], {
        conditions: { StringLike: { 's3:prefix': ['a/*'] } },
      }),
      allow(['s3:GetObject'], [`${BUCKET}/a/*`]),
    ])
    expect(cut(policy(allow(['s3:GetObject'])), { prefix: 'a/' }).document.statements).toEqual([
      allow(['s3:GetObject'], [`${BUCKET}/a/*`]),
    ])
  })

  it('drops a listing whose own condition leaves no room for the prefix, and tells so', () => {
    const own = allow(['s3:ListBucket'], ['*'], { conditions: { StringLike: { 's3:prefix': ['home/*'] } } })
    const { document, reported } = cut(policy(own), { prefix: 'a/' })
    expect(
      document.statements.filter(({ resources }) => 'only' in resources && resources.only.includes(BUCKET)),
    ).toEqual([])
    expect(reported.map(({ because }) => because)).toContainEqual(expect.stringContaining('leave no room'))
  })

  it('never reaches outside, whatever the policy says', () => {
    for (const prefix of ['a/', undefined])
      for (const document of [
        policy(allow(['*'])),
        policy(allow({ except: ['iam:*'] })),
        policy(allow(['s3:*'], ['arn:*'])),
      ])
        for (const statement of cut(document, prefix === undefined ? {} : { prefix }).document.statements)
          for (const arn of list(statement, 'resources'))
            expect(arn === BUCKET || contains(`${BUCKET}/*`, arn), arn).toBe(true)
  })
})
