// What is left of a policy that is limited to parts of a resource, and what is told of the rest.

import { describe, expect, it } from 'vitest'
import { narrowed } from '../../../src/core/policy/narrow.ts'
import { leftOutOf } from '../../../src/core/policy/one-resource.ts'
import { BUCKET, world } from './small-world.ts'
import { allow, deny, policy, small } from './support.ts'

describe('a policy limited to parts', () => {
  const whole = (arn: string) => ({ arn, only: null, when: {} })
  const listing = { arn: BUCKET, only: ['S3:listbucket'], when: { StringLike: { 's3:prefix': ['a/*'] } } }

  it('leaves out what permits nothing there, of their services alone', () => {
    const left = (...actions: readonly string[]) =>
      leftOutOf(policy(allow(actions)), [whole(`${BUCKET}/*`), listing], world)
    expect(left('s3:*', 'logs:*')).toEqual(['s3:DeleteBucket', 's3:ListAllMyBuckets', 's3:ListBucketVersions'])
    expect(left('s3:Get*')).toEqual([])
    expect(leftOutOf(policy(allow(['s3:*'])), [whole('orders')], world)).toEqual([])
    expect(leftOutOf(policy(allow(['s3:*'])), [whole(BUCKET)], small)).toEqual([])
  })

  it('is told statement by statement, with what cannot be written down', () => {
    const bound = { conditions: { StringLike: { 'S3:Prefix': ['home/*'] } } }
    const document = policy(
      deny(['s3:DeleteBucket']),
      allow(['s3:ListBucket'], ['*'], bound),
      allow({ except: ['iam:*'] }, ['*']),
      allow(['s3:PutObject'], ['*'], { conditions: { Bool: { 'aws:SecureTransport': ['true'] } } }),
    )
    expect(narrowed(document, [listing])).toEqual({
      document: policy(deny(['s3:DeleteBucket']), allow(['S3:listbucket'], [BUCKET], { conditions: listing.when })),
      reported: [{ statement: 2, because: `its conditions leave no room for those of ${BUCKET}` }],
    })
    const { document: cut, reported } = narrowed(document, [whole(BUCKET), whole(`${BUCKET}/*`)])
    expect(cut.statements).toEqual([
      deny(['s3:DeleteBucket']),
      allow(['s3:ListBucket'], [BUCKET, `${BUCKET}/*`], bound),
      allow({ except: ['iam:*'] }, [BUCKET, `${BUCKET}/*`]),
      allow(['s3:PutObject'], [BUCKET, `${BUCKET}/*`], { conditions: { Bool: { 'aws:SecureTransport': ['true'] } } }),
    ])
    expect(reported).toEqual([{ statement: 3, because: 'NotAction allows every action but a list' }])
  })

  it('demands what it demanded and what the part demands, under one operator too', () => {
    const there = { StringLike: { 'aws:userid': ['m'] }, Bool: { x: ['true'] } }
    expect(
      narrowed(policy(allow(['s3:*'], ['*'], { conditions: there })), [listing]).document.statements.map(
        ({ conditions }) => conditions,
      ),
    ).toEqual([{ StringLike: { 'aws:userid': ['m'], 's3:prefix': ['a/*'] }, Bool: { x: ['true'] } }])
  })

  it('keeps from NotResource what none of its exceptions touches', () => {
    const except = (...list: readonly string[]) =>
      narrowed(policy({ ...allow(['s3:*']), resources: { except: list } }), [whole(`${BUCKET}/*`)])
    expect(except('arn:aws:s3:::other').document).toEqual(policy(allow(['s3:*'], [`${BUCKET}/*`])))
    expect(except('arn:aws:s3:::other', `${BUCKET}*`)).toEqual({ document: policy(), reported: [] })
    expect(except(`${BUCKET}*`)).toEqual({ document: policy(), reported: [] })
    expect(except('arn:aws:s3:::other', `${BUCKET}/secret`)).toEqual({
      document: policy(),
      reported: [{ statement: 1, because: `NotResource ${BUCKET}/secret covers a part of ${BUCKET}/*` }],
    })
  })

  it('keeps each ARN and each action once, in order, and conditions under other operators', () => {
    const parts = [whole(`${BUCKET}/b/*`), whole(`${BUCKET}/a/*`)]
    expect(narrowed(policy(allow(['s3:*'], ['*', 'arn:*:s3:::*'])), parts).document).toEqual(
      policy(allow(['s3:*'], [`${BUCKET}/a/*`, `${BUCKET}/b/*`])),
    )
    const other = { conditions: { StringEquals: { 's3:prefix': ['a/b'] } } }
    expect(narrowed(policy(allow(['iam:*', 's3:List*'], ['*'], other)), [listing])).toEqual({
      document: policy(allow(['S3:listbucket'], [BUCKET], { conditions: { ...other.conditions, ...listing.when } })),
      reported: [],
    })
  })

  it('keeps apart what takes other actions or has other conditions', () => {
    const cut = narrowed(policy(allow(['s3:*'])), [whole(`${BUCKET}/*`), listing]).document.statements
    expect(cut.map(({ actions }) => actions)).toEqual([{ only: ['s3:*'] }, { only: ['S3:listbucket'] }])
  })

  it('leaves out each action once, in order, by whichever of the part’s actions', () => {
    const two = { ...listing, only: ['s3:ListBucketVersions', 's3:ListBucket'] }
    const document = policy(allow(['s3:List*', 's3:GetObject']), allow(['s3:DeleteBucket', 's3:GetObject']))
    expect(leftOutOf(document, [two], world)).toEqual(['s3:DeleteBucket', 's3:GetObject', 's3:ListAllMyBuckets'])
  })
})
