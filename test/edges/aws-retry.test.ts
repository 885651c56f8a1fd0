// Which AWS calls are made again, and how errors are told apart.

import { describe, expect, it } from 'vitest'
import { edgeErrorOf, kindOf } from '../../src/edges/aws/errors.ts'
import { paceWrites } from '../../src/edges/aws/limiter.ts'
import { type Pause, withRetry } from '../../src/edges/aws/retry.ts'

const error = (name: string, status = 400, more: object = {}): Error =>
  Object.assign(new Error(`${name} happened`), { name, $metadata: { httpStatusCode: status }, ...more })

const recording = (random = 0.999999): { readonly pause: Pause; readonly slept: number[] } => {
  const slept: number[] = []
  return {
    slept,
    pause: {
      async sleep(milliseconds) {
        slept.push(Math.round(milliseconds))
      },
      random: () => random,
    },
  }
}

const attempts = async (failure: unknown, failures = Number.POSITIVE_INFINITY) => {
  const { pause, slept } = recording()
  let made = 0
  const outcome = await withRetry(async () => {
    made++
    if (made <= failures) throw failure
    return 'done'
  }, pause).catch((thrown: unknown) => thrown)
  return { made, slept, outcome }
}

describe('a failed call', () => {
  it.each([
    'ConflictException',
    'ConcurrentModification',
    'ConcurrentModificationException',
    'EntityTemporarilyUnmodifiable',
  ])('is made again for up to three minutes after %s', async (name) => {
    const { slept, outcome } = await attempts(error(name, 409))
    expect(slept.slice(0, 7)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    expect(slept.reduce((sum, one) => sum + one)).toBeGreaterThan(150_000)
    expect(slept.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(180_000)
    expect(outcome).toMatchObject({ name })
  })

  it.each(['Throttling', 'TooManyRequestsException', 'ServiceFailureException'])(
    'is made again after %s',
    async (name) => {
      expect(await attempts(error(name, 500), 2)).toMatchObject({ made: 3, slept: [500, 1000], outcome: 'done' })
    },
  )

  it.each([
    'LimitExceeded',
    'LimitExceededException',
    'ServiceQuotaExceededException',
    'NoSuchEntityException',
    'EntityAlreadyExistsException',
    'DeleteConflictException',
    'MalformedPolicyDocumentException',
    'AccessDenied',
  ])('is final after %s', async (name) => {
    expect(await attempts(error(name))).toMatchObject({ made: 1, slept: [] })
  })

  it('is made again at once when the answer told the right time, and only once', async () => {
    const skewed = Object.assign(error('SignatureDoesNotMatch', 403), {
      $metadata: { httpStatusCode: 403, clockSkewCorrected: true },
    })
    expect(await attempts(skewed, 1)).toMatchObject({ made: 2, slept: [], outcome: 'done' })
    expect(await attempts(skewed)).toMatchObject({ made: 2, slept: [] })
    const other = Object.assign(error('AccessDenied', 403), {
      $metadata: { httpStatusCode: 403, clockSkewCorrected: true },
    })
    expect(await attempts(other)).toMatchObject({ made: 1, slept: [] })
  })

  it('waits at least half as long with the least luck', async () => {
    const { pause, slept } = recording(0)
    await withRetry(() => Promise.reject(error('Throttling')), pause).catch(() => null)
    expect(slept.slice(0, 3)).toEqual([250, 500, 1000])
  })
})

describe('an error of the SDK', () => {
  it.each([
    [error('AccessDenied', 403), 'denied'],
    [error('ExpiredTokenException'), 'denied'],
    [error('SomethingNew', 403), 'denied'],
    [error('NoSuchEntityException', 404), 'not-found'],
    [error('EntityAlreadyExistsException', 409), 'conflict'],
    [error('Throttling'), 'throttled'],
    [error('SomethingNew', 429), 'throttled'],
    [error('LimitExceededException', 409), 'quota'],
    [error('MalformedPolicyDocumentException'), 'invalid'],
    [error('SomethingNew', 503), 'unreachable'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'unreachable'],
    [error('TimeoutError', 0), 'unreachable'],
    [error('NotFound', 404), 'garbage'],
    [error('SyntaxError', 200), 'garbage'],
    ['what', 'garbage'],
    [null, 'garbage'],
  ] as const)('%s is %s', (thrown, kind) => {
    expect(kindOf(thrown)).toBe(kind)
  })

  it('is told without the name of the session, which is another one in every run', () => {
    const refusal = (run: number) =>
      edgeErrorOf(
        'sts:AssumeRole',
        Object.assign(error('AccessDenied', 403), {
          message: `User: arn:aws:sts::999900001111:assumed-role/hub-apply/daypass-${run} is not authorized`,
        }),
      ).said
    expect(refusal(1)).toBe('AccessDenied: User: arn:aws:sts::999900001111:assumed-role/hub-apply is not authorized')
    expect(refusal(2)).toBe(refusal(1))
  })

  it('is told with who was asked what, on one line and not at length', () => {
    expect(
      edgeErrorOf(
        'iam:GetPolicy in 1',
        Object.assign(error('AccessDenied', 403), { message: `no\n${'x'.repeat(999)}` }),
      ),
    ).toEqual({
      kind: 'denied',
      call: 'iam:GetPolicy in 1',
      said: `AccessDenied: no ${'x'.repeat(297)}`,
    })
  })
})

describe('writes in one account', () => {
  it('go five at once and then five a second; another account does not wait', async () => {
    const { pause, slept } = recording()
    const pace = paceWrites({ perSecond: 5, pause, ticks: () => 10_000 })
    for (let write = 0; write < 8; write++) await pace('a')
    await pace('b')
    expect(slept).toEqual([200, 400])
  })
})
