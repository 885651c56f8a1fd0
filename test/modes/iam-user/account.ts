// An account with users and policies as IAM tells of them, looked at for what is ours.

import { later } from '../../../src/core/model/time.ts'
import type { PolicyDetail, UserDetail } from '../../../src/modes/aws/account.ts'
import { type Recognising, recognise } from '../../../src/modes/iam-user/recognise.ts'
import { hours, NOON } from '../../support/builders.ts'
import { ACCOUNT, TARGET } from './support.ts'

export const END = later(NOON, hours(2))
export const PATH = '/daypass/acme/'
export const VERSION = 'a'.repeat(40)
export const ARN = `arn:aws:iam::${ACCOUNT}:policy/Readers`
export const ours = (name: string, path = PATH): string => `arn:aws:iam::${ACCOUNT}:policy${path}${name}`

export const TEXT = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: `Daypass0V${VERSION}`,
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: '*',
      Condition: { DateLessThan: { 'aws:CurrentTime': '2026-12-01T14:00:00Z' } },
    },
  ],
})

export const policy = (name: string, more: Partial<PolicyDetail> = {}): PolicyDetail => ({
  PolicyName: name,
  Path: PATH,
  Arn: ours(name),
  PolicyVersionList: [{ IsDefaultVersion: true, Document: encodeURIComponent(TEXT) }],
  ...more,
})

export const user = (name: string, more: Partial<UserDetail> = {}): UserDetail => ({
  UserName: name,
  UserId: `AIDA${name.toUpperCase()}`,
  ...more,
})

export const attached = (...arns: readonly string[]) => arns.map((PolicyArn) => ({ PolicyArn }))

export interface Account extends Partial<Omit<Recognising, 'details'>> {
  readonly users?: readonly UserDetail[]
  readonly policies?: readonly PolicyDetail[]
}

export const look = ({ users = [], policies = [], ...more }: Account) =>
  recognise({
    installation: 'acme',
    target: TARGET,
    account: ACCOUNT,
    details: { users, policies, groups: [], roles: [] },
    strangers: new Map(),
    asked: new Set(),
    people: new Set(),
    recorded: new Map(),
    ...more,
  })
