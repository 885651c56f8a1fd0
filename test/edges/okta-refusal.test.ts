// What Okta's errors mean.

import { expect, it } from 'vitest'
import { errorOf } from '../../src/edges/okta/refusal.ts'

it.each([
  ['says that a thing is not there, with Okta’s own code', { status: 404, errorCode: 'E0000007' }, 'not-found'],
  ['may be an answer of something else on the way, without it', { status: 404 }, 'garbage'],
  ['says something else, with another code', { status: 404, errorCode: 'E0000022' }, 'garbage'],
] as const)('a 404 %s', (_what, thrown, kind) => {
  expect(errorOf('okta:getGroup', thrown).kind).toBe(kind)
})
