// The inline policy of what one person alone holds: what is allowed, the end of everything, and what is out of reach.

import { describe, expect, it } from 'vitest'
import type { Statement } from '../../../src/core/model/policy-document.ts'
import { instantOf, later } from '../../../src/core/model/time.ts'
import { policySize, writePolicy } from '../../../src/core/policy/write.ts'
import { inlinePolicy, markOf, type Wrapped } from '../../../src/modes/aws/container.ts'
import { UNREADABLE } from '../../../src/modes/aws/signature.ts'
import { hours, NOON } from '../../support/builders.ts'
import { ACCOUNT, allow, document, TABLE, version } from '../iam-user/support.ts'

const END = later(NOON, hours(2))
const HUB = '999988887777'

const asking = (more: Partial<Wrapped> = {}): Wrapped => ({
  allowed: [allow(['dynamodb:GetItem'], [TABLE], { sid: 'Daypass0Vaa' })],
  last: { from: NOON, until: END, version: version('b') },
  ours: { partition: 'aws', account: ACCOUNT, paths: ['/daypass/'], roleArns: [`arn:aws:iam::${ACCOUNT}:role/x`] },
  home: HUB,
  quotas: { inlineBytes: 10_000, inlineSize: 10_000 },
  ...more,
})

const made = (asked: Wrapped) => {
  const read = inlinePolicy(asked)
  if ('problem' in read) throw new Error(read.problem)
  return read.document
}

const guards = (asked: Wrapped): readonly Statement[] => made(asked).statements.slice(asked.allowed.length + 1)

describe('an inline policy', () => {
  it('allows what is asked, denies everything from the last end on, and never lets Daypass be changed', () => {
    expect(made(asking())).toEqual({
      version: '2012-10-17',
      statements: [
        {
          sid: 'Daypass0Vaa',
          effect: 'Allow',
          actions: { only: ['dynamodb:GetItem'] },
          resources: { only: [TABLE] },
          conditions: {},
        },
        {
          sid: `Daypass1V${'b'.repeat(40)}`,
          effect: 'Deny',
          actions: { only: ['*'] },
          resources: { only: ['*'] },
          conditions: { DateGreaterThanEquals: { 'aws:CurrentTime': ['2026-12-01T14:00:00Z'] } },
        },
        {
          sid: 'DaypassGuard0',
          effect: 'Deny',
          actions: { only: ['iam:*', 'sts:*'] },
          resources: {
            only: [
              `arn:aws:iam::${ACCOUNT}:policy/daypass/*`,
              `arn:aws:iam::${ACCOUNT}:role/daypass/*`,
              `arn:aws:iam::${ACCOUNT}:user/daypass/*`,
              `arn:aws:iam::${ACCOUNT}:group/daypass/*`,
              `arn:aws:iam::${ACCOUNT}:role/x`,
            ],
          },
          conditions: {},
        },
      ],
    })
  })

  it('has its end and its guard although managed policies allow everything', () => {
    expect(made(asking({ allowed: [] })).statements.map(({ sid }) => sid)).toEqual([
      `Daypass0V${'b'.repeat(40)}`,
      'DaypassGuard0',
    ])
  })

  it('in the account that Daypass works from lets nobody change who may do what in the organisation', () => {
    const [, second, third] = guards(asking({ home: ACCOUNT }))
    expect(third).toBeUndefined()
    expect(second).toMatchObject({
      sid: 'DaypassGuard1',
      effect: 'Deny',
      resources: { only: ['*'] },
      conditions: {},
    })
    expect(guards(asking())).toHaveLength(1)
  })

  it('is refused just above what the container takes, in characters and in bytes', () => {
    const size = policySize(made(asking()))
    const bytes = Buffer.byteLength(writePolicy(made(asking())))
    const fits = (quotas: Wrapped['quotas']) => inlinePolicy(asking({ quotas }))
    expect(fits({ inlineSize: size, inlineBytes: bytes })).toHaveProperty('document')
    expect(fits({ inlineSize: size - 1, inlineBytes: bytes })).toEqual({
      problem: `it takes ${size} characters with its end, and an inline policy takes ${size - 1} at most`,
    })
    expect(fits({ inlineSize: size, inlineBytes: bytes - 1 })).toEqual({
      problem: `it takes ${bytes} bytes with its end, and an inline policy takes ${bytes - 1} at most`,
    })
  })

  it('is refused where it has characters that IAM does not take', () => {
    expect(inlinePolicy(asking({ allowed: [allow(['s3:GetObject'], ['arn:aws:s3:::ключ'])] }))).toEqual({
      problem: 'it has characters that IAM does not take',
    })
  })
})

describe('the mark of an inline policy', () => {
  const deny = (sid: string, until: string): Statement => ({
    sid,
    effect: 'Deny',
    actions: { only: ['*'] },
    resources: { only: ['*'] },
    conditions: { DateGreaterThanEquals: { 'aws:CurrentTime': [until] } },
  })

  it('is the version and the instant of its own end', () => {
    expect(markOf(made(asking()))).toEqual({ version: 'b'.repeat(40), expires: END })
  })

  it('is not that of what is allowed, nor that of a deny which nobody signed', () => {
    const end = deny('Daypass1Vbb', '2026-12-01T14:00:00Z')
    const theirs = { ...deny('Theirs', '2026-12-01T20:00:00Z'), actions: { only: ['s3:*'] } }
    const allowed = allow(['s3:GetObject'], ['*'], { sid: 'Daypass0Vaa' })
    expect(markOf(document(allowed, theirs, end))).toEqual({ version: 'bb', expires: END })
  })

  it('is the earliest end where somebody wrote another one', () => {
    const both = document(deny('Daypass0Vbb', '2026-12-01T14:00:00Z'), deny('Theirs', '2026-12-01T13:00:00Z'))
    expect(markOf(both)).toEqual({ version: 'bb', expires: instantOf(NOON + hours(1)) })
  })

  it.each([
    ['there is no policy', null],
    ['nothing in it is ours', document(allow(['s3:*'], ['*']))],
    ['only what it allows is signed', document(allow(['s3:*'], ['*'], { sid: 'Daypass0Vaa' }))],
  ])('names no version and no end where %s', (_why, read) => {
    expect(markOf(read)).toEqual({ version: UNREADABLE, expires: null })
  })
})
