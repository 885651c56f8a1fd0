// What these tests hold a run to: what it gave and took, what the record says, and what people may do now.

import { expect } from 'vitest'
import type { Entry } from '../../src/core/report/record.ts'
import { mayDo, whatMay } from '../../src/sandbox/access.ts'
import type { House, Ran } from './house.ts'
import { ACTION, PROD, queueIn } from './requests.ts'

/** Anything of IAM's that does not take away. */
const TAKES = /^(Detach|Delete|Remove|Untag)/

/** Calls that gave something, or prepared to: `CreatePolicy 111122223333`. All that ever came, or those of one run. */
export const givingCalls = (from: House | Ran): readonly string[] => {
  const writes = 'writes' in from ? from.writes : from.sandbox.journal.writes().filter((entry) => entry.part === 'iam')
  return writes.filter((entry) => !TAKES.test(entry.op)).map((entry) => `${entry.op} ${entry.where}`)
}

export const entriesOf = <K extends Entry['is']>(house: House, is: K): readonly Extract<Entry, { is: K }>[] =>
  house.record().filter((entry): entry is Extract<Entry, { is: K }> => entry.is === is)

/** Request → the code of its refusal, as the record has it. */
export const refusals = (house: House): Readonly<Record<string, string>> =>
  Object.fromEntries(entriesOf(house, 'refused').map(({ request, because }) => [request, because]))

const PROBES: readonly (readonly [action: string, resource: (account: string) => string])[] = [
  [ACTION, queueIn],
  ['sqs:DeleteQueue', queueIn],
  ['sqs:SendMessage', (account) => `arn:aws:sqs:eu-west-1:${account}:anything`],
  ['dynamodb:GetItem', (account) => `arn:aws:dynamodb:eu-west-1:${account}:table/orders`],
  ['dynamodb:UpdateItem', (account) => `arn:aws:dynamodb:eu-west-1:${account}:table/orders`],
  ['logs:GetLogEvents', (account) => `arn:aws:logs:eu-west-1:${account}:log-group:/orders:log-stream:app`],
  ['cloudwatch:GetMetricData', () => '*'],
  ['s3:GetObject', () => 'arn:aws:s3:::orders-exports/one'],
  ['iam:CreateUser', (account) => `arn:aws:iam::${account}:user/two`],
  ['sts:AssumeRole', (account) => `arn:aws:iam::${account}:role/daypass/apply`],
]

/** Everything that any IAM user of the company may do now: `444455556666 lena.fuchs dynamodb:GetItem`. */
export const whatAnybodyMay = ({ sandbox }: House, at: number = sandbox.clock.now()): readonly string[] =>
  Object.values(sandbox.world().aws.accounts).flatMap(({ id, users }) =>
    Object.keys(users).flatMap((user) => {
      const probes = PROBES.map(([action, resource]) => ({ action, resource: resource(id) }))
      return whatMay(sandbox.world(), { account: id, user }, at, probes).map(({ action }) => `${id} ${user} ${action}`)
    }),
  )

/** May this IAM user read the orders queue there? */
export const mayRead = (
  { sandbox }: House,
  user: string,
  account: string = PROD,
  at: number = sandbox.clock.now(),
): boolean => mayDo(sandbox.world(), { as: { account, user }, action: ACTION, resource: queueIn(account), at }).allowed

export const MARTA = 'marta.kowal@harborgoods.example'

/** Nothing was given, by any call, and nobody may do anything. */
export function expectNothingGiven(house: House, ran: Ran): void {
  expect(ran.stderr).not.toContain('bug of Daypass')
  expect(givingCalls(house)).toEqual([])
  expect(entriesOf(house, 'granted')).toEqual([])
  expect(whatAnybodyMay(house)).toEqual([])
}

/** Every request is refused for its own reason, said in the summary too, and nothing was given. */
export function expectRefused(
  house: House,
  ran: Ran,
  because: Readonly<Record<string, string>>,
  ...told: readonly (string | RegExp)[]
): void {
  expectNothingGiven(house, ran)
  expect(refusals(house)).toEqual(because)
  for (const one of told) expect(ran.text).toMatch(one)
  expect(ran.code).toBe(2)
}
