// What is asked for once texts of policies and tags of resources have been read.

import { describe, expect, it } from 'vitest'
import { type Deciding, NOTHING_READ } from '../../../src/core/approval/routing.ts'
import { unknown } from '../../../src/core/model/edge-error.ts'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import { id } from '../../../src/core/model/id.ts'
import { type AskedFor, askedFor, knowing } from '../../../src/core/plan/asked.ts'
import { landed } from '../../support/builders.ts'
import {
  actions,
  auto,
  carries,
  documents,
  knowledge,
  NOON,
  policy,
  request,
  rule,
  settings,
} from '../approval/company.ts'

const BUCKET = 'arn:aws:s3:::orders'
const bucket: Entitlement = { ...actions('s3:GetObject', BUCKET), thing: BUCKET }
const tagged = (env: string): Deciding['tags'] =>
  new Map([[`orders-prod ${BUCKET}`, { is: 'known', value: new Map([['env', env]]) }]])

const SETTINGS = settings([
  rule('all', { ways: [auto], limits: { directAttachment: 'allowed' } }),
  rule('no-powers', { what: { kind: 'policy', managesPermissions: true }, deny: 'Only owners change permissions' }),
  rule('no-secrets', { what: { kind: 'actions', resourceTags: { env: 'secret' } }, deny: 'Nobody reads secrets' }),
])
const standing = (...items: readonly Entitlement[]) => [landed(request({ items }), NOON)]
const asking = (items: readonly Entitlement[], read: Partial<Deciding> = {}) => ({
  standing: standing(...items),
  settings: SETTINGS,
  head: SETTINGS,
  deciding: { knowledge, carries, ...NOTHING_READ, ...read },
  now: NOON,
})
const blind = (...items: readonly Entitlement[]): AskedFor => askedFor(asking(items))
const informed = (items: readonly Entitlement[], read: Partial<Deciding>) =>
  knowing(blind(...items), asking(items, read))
const told = ({ asked }: AskedFor) => asked.map(({ grant, over }) => [over?.says ?? null, grant.directAttachment])

describe('before anything is read', () => {
  it('no rule denies what it cannot tell', () => {
    expect(told(blind(policy('IAMFullAccess'), policy('AmazonS3ReadOnlyAccess')))).toEqual([
      [null, true],
      [null, true],
    ])
    expect(told(blind(bucket))).toEqual([[null, false]])
  })

  it('there is nothing to know', () => {
    const first = blind(policy('IAMFullAccess'))
    expect(knowing(first, asking([policy('IAMFullAccess')]))).toBe(first)
  })
})

describe('once policies are read', () => {
  it('what their text holds is denied, and what may be attached can be', () => {
    const both = [policy('IAMFullAccess'), policy('AmazonS3ReadOnlyAccess')]
    expect(told(informed(both, { documents }))).toEqual([
      [null, true],
      ['rule no-powers: Only owners change permissions', false],
    ])
  })

  it('a policy that is cut down to a resource is judged again as well', () => {
    const narrowed: Entitlement = {
      ...policy('IAMFullAccess'),
      permissions: {
        form: 'narrowed',
        policy: { what: 'policy', by: 'name', value: 'IAMFullAccess', at: bucket.at },
        to: [{ arn: 'arn:aws:iam::111111111111:user/marta', only: null, when: {} }],
      },
    }
    expect(told(informed([narrowed], { documents }))[0]?.[0]).toBe('rule no-powers: Only owners change permissions')
  })

  it('what asks for none is what it was, to the very value', () => {
    const items = [actions('s3:GetObject'), bucket]
    const first = blind(...items)
    const second = knowing(first, asking(items, { documents }))
    expect(second.asked.map((one, at) => one === first.asked[at])).toEqual([true, true])
  })
})

describe('once tags are read', () => {
  it('a resource is denied by its own', () => {
    expect(told(informed([bucket], { tags: tagged('secret') }))).toEqual([
      ['rule no-secrets: Nobody reads secrets', false],
    ])
    expect(told(informed([bucket], { tags: tagged('test') }))).toEqual([[null, false]])
  })

  it('a resource of which they cannot be told is denied nothing', () => {
    const silent = unknown({ kind: 'unreachable', call: 'tags', said: 'down' })
    expect(told(informed([bucket], { tags: new Map([[`orders-prod ${BUCKET}`, silent]]) }))).toEqual([[null, false]])
  })

  it('what is about no single resource is what it was, to the very value', () => {
    const items = [actions('s3:GetObject')]
    const first = blind(...items)
    expect(knowing(first, asking(items, { tags: tagged('secret') })).asked[0]).toBe(first.asked[0])
  })
})

it('nothing else of what was asked for changes', () => {
  const whole = blind(policy('IAMFullAccess'))
  const first: AskedFor = {
    asked: whole.asked.map((one) => ({ ...one, whole: false, bundle: 'kept' })),
    blocked: [{ grants: [id('a')], because: 'no', cure: 'yes' }],
  }
  const second = knowing(first, asking([policy('IAMFullAccess')], { documents }))
  expect(second).toMatchObject({ asked: [{ whole: false, bundle: 'kept' }], blocked: first.blocked })
  expect(second.asked[0]?.grant.key).toBe(first.asked[0]?.grant.key)
})
