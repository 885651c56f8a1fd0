// What access to one resource comes to, in a small world.

import { describe, expect, it } from 'vitest'
import { resource } from '../../../src/core/entitlements/resource.ts'
import type { AskedEntitlement } from '../../../src/core/model/entitlement.ts'
import type { Level } from '../../../src/core/model/permissions.ts'
import { anatomyOf } from '../../../src/core/policy/anatomy.ts'
import type { ResourceKnowledge } from '../../../src/core/policy/knowledge.ts'
import { meantBy } from '../../../src/core/policy/one-resource.ts'
import { knowledgeOf } from '../../../src/knowledge/load.ts'
import { HERE } from '../../support/builders.ts'
import { BUCKET, GROUP, resources, world } from './small-world.ts'
import { allow, policy, small } from './support.ts'

const asked = (raw: Parameters<typeof resource.read>[0]): AskedEntitlement => {
  const read = resource.read(raw, () => HERE)
  if ('findings' in read) throw new Error(read.findings.map(({ message }) => message).join(' '))
  return read.entitlement
}

const limbs = (arn: string, prefix: string | null = null, known = resources) => {
  const read = anatomyOf({ form: 'resource', arn, prefix, of: { is: 'level', level: 'read' } }, known)
  return 'problem' in read
    ? read.problem
    : read.limbs.map(({ part, templates }) => [part.arn, templates, part.only, part.when])
}

describe('a resource has parts', () => {
  it('of which a bucket’s are the bucket and its objects', () => {
    expect(limbs(BUCKET)).toEqual([
      [BUCKET, ['arn:*:s3:::<name>'], null, {}],
      [`${BUCKET}/*`, ['arn:*:s3:::<name>/*'], null, {}],
    ])
  })

  it('of which those that begin so are objects, and the listing of them', () => {
    expect(limbs(BUCKET, '2026/')).toEqual([
      [`${BUCKET}/2026/*`, ['arn:*:s3:::<name>/*'], null, {}],
      [
        BUCKET,
        ['arn:*:s3:::<name>'],
        ['s3:ListBucket', 's3:ListBucketVersions'],
        { StringLike: { 's3:prefix': ['2026/*'] } },
      ],
    ])
    const bare: ResourceKnowledge = { ...resources, templatesOf: () => ['arn:*:s3:::<name>'] }
    const read = anatomyOf({ form: 'resource', arn: BUCKET, prefix: 'a', of: { is: 'level', level: 'read' } }, bare)
    expect('limbs' in read && read.limbs.map(({ templates }) => templates)).toEqual([[], ['arn:*:s3:::<name>']])
  })

  it('of which an object is one by itself', () => {
    expect(limbs(`${BUCKET}/a/b`)).toEqual([[`${BUCKET}/a/b`, ['arn:*:s3:::<name>/*'], null, {}]])
  })

  it('of which a log group’s are written as AWS wants them, its streams too', () => {
    expect(limbs(GROUP)).toEqual([
      [GROUP, ['arn:*:logs:*:*:log-group:*'], null, {}],
      [`${GROUP}:*`, ['arn:*:logs:*:*:log-group:*'], null, {}],
      [`${GROUP}:log-stream:*`, ['arn:*:logs:*:*:log-group:*:log-stream:*'], null, {}],
    ])
  })

  it('that are told by what is known of it and no more', () => {
    const knowing = (...templates: readonly string[]): ResourceKnowledge => ({
      ...resources,
      templatesOf: () => templates,
    })
    expect(limbs(`${BUCKET}/a`, null, knowing('arn:*:s3:::<name>'))).toContain('not known to have anything')
    const [any, most] = ['arn:*:x:*:*:*:*:*', 'arn:*:x:*:*:a:b*']
    expect(limbs('arn:aws:x:r:1:a:b:c', null, knowing(any, most))).toEqual([['arn:aws:x:r:1:a:b:c', [most], null, {}]])
    const old = knowing('arn:*:x:*:*:a/*', 'arn:*:x:*:*:a/*-old/b')
    expect(limbs('arn:aws:x:r:1:a/q', null, old)).toEqual([['arn:aws:x:r:1:a/q', ['arn:*:x:*:*:a/*'], null, {}]])
  })

  it.each([
    ['orders', null, 'an ARN starts with "arn:"'],
    [
      'arn:aws:sns:eu-west-1:1:orders',
      null,
      'AWS is not known to have anything of which this could be the ARN (data of 2026-01-31)',
    ],
    [`${BUCKET}/a`, 'b', 'only buckets of S3 have prefixes'],
  ])('unless it is none: %s', (arn, prefix, problem) => {
    expect(limbs(arn, prefix)).toBe(problem)
  })
})

describe('a level of access to one resource', () => {
  const given = (arn: string, level: Level, prefix?: string) => {
    const meant = meantBy(asked({ resource: arn, level, ...(prefix === undefined ? {} : { prefix }) }), world)
    if ('problem' in meant) return meant.problem
    const { permissions, facets, leftOut } = meant.entitlement
    return { statements: permissions.form === 'statements' ? permissions.document : null, facets, leftOut }
  }

  it('is what can be done on each part, and tells what was left out', () => {
    expect(given(BUCKET, 'write')).toEqual({
      statements: policy(
        allow(['s3:ListBucket', 's3:ListBucketVersions'], [BUCKET]),
        allow(['s3:GetObject', 's3:PutObject'], [`${BUCKET}/*`]),
      ),
      facets: expect.objectContaining({
        action: ['s3:ListBucket', 's3:ListBucketVersions', 's3:GetObject', 's3:PutObject'],
        resource: [BUCKET, `${BUCKET}/*`],
        level: ['write'],
      }),
      leftOut: ['s3:ListAllMyBuckets'],
    })
    expect(given(BUCKET, 'admin')).toMatchObject({
      statements: {
        statements: [{ actions: { only: ['s3:DeleteBucket', 's3:ListBucket', 's3:ListBucketVersions'] } }, {}],
      },
    })
  })

  it('on the objects that begin so has no more than them and their listing', () => {
    expect(given(BUCKET, 'admin', 'a/')).toMatchObject({
      statements: policy(
        allow(['s3:GetObject', 's3:PutObject'], [`${BUCKET}/a/*`]),
        allow(['s3:ListBucket', 's3:ListBucketVersions'], [BUCKET], {
          conditions: { StringLike: { 's3:prefix': ['a/*'] } },
        }),
      ),
      leftOut: ['s3:DeleteBucket', 's3:ListAllMyBuckets'],
    })
  })

  it('on parts that take the same actions is one statement, and what nothing is known of is in none', () => {
    expect(given(GROUP, 'read')).toMatchObject({
      statements: policy(
        allow(['logs:GetEvents', 'logs:Read'], [GROUP, `${GROUP}:*`]),
        allow(['logs:Read'], [`${GROUP}:log-stream:*`]),
      ),
      leftOut: [],
    })
  })

  it('leaves out of a prefix what can be done on the bucket, whatever else it can be done on', () => {
    const also: ResourceKnowledge = {
      ...resources,
      templates: (action) =>
        action === 's3:DeleteBucket' ? ['arn:*:s3:::<name>', 'arn:*:s3:*:*:point/*'] : resources.templates(action),
    }
    const meant = meantBy(asked({ resource: BUCKET, level: 'admin', prefix: 'a/' }), { ...world, resources: also })
    expect('entitlement' in meant && meant.entitlement.leftOut).toEqual(['s3:DeleteBucket', 's3:ListAllMyBuckets'])
  })

  it('names its parts in order, whichever kind they are of', () => {
    const kinds = ['arn:*:s3:*:*:*/b', 'arn:*:s3:*:*:*/b/z', 'arn:*:s3:*:*:b/*', 'arn:*:s3:*:*:b/*/y']
    const both: ResourceKnowledge = { ...resources, templates: () => kinds, templatesOf: () => kinds }
    const arn = 'arn:aws:s3:eu-west-1:111122223333:b/b'
    const meant = meantBy(asked({ resource: arn, level: 'read' }), { ...world, resources: both })
    expect('entitlement' in meant && meant.entitlement.facets['resource']).toEqual([arn, `${arn}/y`, `${arn}/z`])
  })

  it('that holds nothing that can be limited to it cannot be given', () => {
    const none = knowledgeOf({ asOf: '2026-01-31', services: { s3: 'Write: PutObject' } }, resources)
    expect(meantBy(asked({ resource: BUCKET, level: 'read' }), none)).toEqual({
      problem: 'no action of level read can be limited to it',
    })
    expect(meantBy(asked({ resource: BUCKET, level: 'read' }), small)).toEqual({
      problem: "AWS's data about resources were not read",
    })
  })

  it('is thought of once for the same item, and what is no single resource is left as it is', () => {
    const one = asked({ resource: BUCKET, level: 'read' })
    expect(meantBy(one, world)).toBe(meantBy(one, world))
    const other: AskedEntitlement = { ...one, permissions: { form: 'statements', document: policy(allow(['s3:*'])) } }
    expect(meantBy(other, world)).toEqual({ entitlement: other })
  })

  it('by a policy is that policy, limited to the parts', () => {
    const meant = meantBy(asked({ resource: BUCKET, policy: 'Reader' }), world)
    expect('entitlement' in meant && meant.entitlement).toMatchObject({
      facets: { resource: [BUCKET, `${BUCKET}/*`] },
      permissions: { form: 'narrowed', policy: { value: 'Reader' }, to: [{ arn: BUCKET }, { arn: `${BUCKET}/*` }] },
    })
  })
})
