// Whether somebody who names actions is told what AWS would never permit by them, and nobody is told what is not certain.

import { describe, expect, it } from 'vitest'
import { accessFindings } from '../../../src/core/approval/lint-access.ts'
import { readRequest } from '../../../src/core/documents/request.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { loadKnowledge } from '../../../src/knowledge/load.ts'
import { loadResourceKnowledge } from '../../../src/knowledge/load-resources.ts'
import { fileOf } from '../documents/files-of.ts'

const known = { knowledge: await loadKnowledge(), resources: await loadResourceKnowledge() }

function told(what: string) {
  const text = `for: marta\nreason: A look\nduration: 2h\naccess:\n  - {account: prod, ${what}}\n`
  const { request } = readRequest(fileOf('config/requests/x.yaml', text), KINDS)
  const [line] = request?.lines ?? []
  if (line?.asked.is !== 'entitlement') throw new Error(`${what} cannot be read`)
  return accessFindings(line.asked.entitlement, known)
}

const actions = (names: string, on: string): string => `actions: [${names}], on: [${on}]`
const codes = (what: string): readonly string[] =>
  told(what).map(({ code, at }) => `${code} at ${at.line}:${at.column}`)

const BUCKET = '"arn:aws:s3:::orders"'
const OBJECTS = '"arn:aws:s3:::orders/*"'
const QUEUE = '"arn:aws:sqs:eu-west-1:111122223333:orders"'

describe('an action', () => {
  it.each([
    ['that AWS has, on what it is done on', actions('"sqs:SendMessage"', QUEUE)],
    ['spelled in other letters', actions('"SQS:sendmessage"', QUEUE)],
    ['on everything', actions('"sqs:ListQueues", "s3:GetObject"', '"*"')],
    ['beside another, each on its own', actions('"s3:ListBucket", "s3:GetObject"', `${BUCKET}, ${OBJECTS}`)],
    ['on a pattern that could mean it', actions('"s3:GetObject"', '"arn:aws:s3:::orders*"')],
    ['by a pattern of which some can be done there', actions('"s3:Get*"', OBJECTS)],
    [
      'on a log group by the ARN that the console shows',
      actions('"logs:GetLogEvents"', '"arn:aws:logs:eu-west-1:111122223333:log-group:/orders:*"'),
    ],
    ['in another partition', actions('"sqs:SendMessage"', '"arn:aws-cn:sqs:cn-north-1:111122223333:orders"')],
  ])('%s is not remarked on', (_what, what) => {
    expect(told(what)).toEqual([])
  })

  it('that AWS is not known to have is told, with what may be meant', () => {
    const [finding, ...more] = told(actions('"dynamodb:GetItm"', '"*"'))
    expect(more).toEqual([])
    expect(finding).toMatchObject({ code: 'action-unknown', cure: expect.stringContaining('dynamodb:GetItem') })
  })

  it('that cannot be limited to a resource is told to be asked for alone', () => {
    const [finding] = told(actions('"sqs:ListQueues"', QUEUE))
    expect(finding).toMatchObject({
      code: 'action-idle',
      message:
        '`sqs:ListQueues` cannot be limited to a resource: on arn:aws:sqs:eu-west-1:111122223333:orders it permits nothing.',
      cure: 'Ask for it in an item of its own, with `on: ["*"]`.',
    })
  })

  it.each([
    ['an action on objects, on the bucket', '"s3:GetObject"', BUCKET],
    ['an action on buckets, on what is in one', '"s3:ListBucket"', OBJECTS],
    ['an action of another service', '"dynamodb:GetItem"', QUEUE],
    ['a pattern of which none can be done there', '"dynamodb:Get*"', QUEUE],
  ])('is told to permit nothing: %s', (_what, names, on) => {
    expect(codes(actions(names, on))).toEqual(['action-idle at 5:5'])
  })
})

it('what is asked for by the name of a policy is looked at when it is read, not here', () => {
  expect(told('policy: ReadOnlyAccess')).toEqual([])
})
