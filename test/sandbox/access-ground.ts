// What the tests of the evaluator share: marta in one account, another account beside it, and short ways to write policies.

import { mayDo, type Question, type Who } from '../../src/sandbox/access.ts'
import { account, awsWorld, type UserDraft } from '../../src/sandbox/aws/build.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import type { World } from '../../src/sandbox/world.ts'

export const here = '111122223333'
export const there = '444455556666'
/** 2026-11-22T08:00:00Z. */
export const now = Date.UTC(2026, 10, 22, 8) / 1000
export const marta: Who = { account: here, user: 'marta' }
export const table = `arn:aws:dynamodb:eu-west-1:${here}:table/orders`
export const bucket = 'arn:aws:s3:::orders-exports'

export const worldOf = (draft: UserDraft, more: Parameters<typeof account>[1] = {}): World => ({
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

export const document = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements })
export const inline = (...statements: readonly object[]): World =>
  worldOf({ inline: { p: document(...statements) }, tags: { team: 'orders', star: '*' } })
export const allow = (
  Action: string | readonly string[],
  Resource: string | readonly string[],
  Condition?: object,
) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
})
export const deny = (Action: string, Resource: string, Condition?: object) => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
})

export const judge = (world: World, action: string, resource: string, more: Partial<Question> = {}): boolean =>
  mayDo(world, { as: marta, action, resource, at: now, ...more }).allowed

export const arn = (name: string) => `arn:aws:iam::${here}:${name}`
