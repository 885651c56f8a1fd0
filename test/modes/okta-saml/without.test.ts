// What a role of the pool permits without what some of those on it were given.

import { expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { PolicyDocument } from '../../../src/core/model/policy-document.ts'
import type { PoolContent } from '../../../src/modes/okta-saml/content.ts'
import { without } from '../../../src/modes/okta-saml/without.ts'

const [ONE, TWO] = ['1', '2'].map((digit) => id<'version'>(digit.repeat(64)))
const signed = (effect: 'Allow' | 'Deny', sid: string) => ({
  effect,
  sid,
  actions: { is: 'in', patterns: [`sqs:${sid}`] },
  resources: { is: 'in', patterns: ['*'] },
  conditions: [],
})
const statements = [
  signed('Allow', `Daypass0V${'1'.repeat(40)}`),
  signed('Allow', `Daypass1V${'2'.repeat(40)}`),
  signed('Deny', `Daypass2V${'2'.repeat(40)}`),
  signed('Deny', 'DaypassGuard0'),
  signed('Allow', 'SomebodyElse'),
]
const content = (more: object = {}) =>
  ({
    is: 'pool',
    account: '1',
    app: 'app',
    role: 'r',
    userId: 'u',
    assigned: true,
    document: { version: '2012-10-17', statements },
    ...more,
  }) as unknown as PoolContent
const sids = (versions: readonly (typeof ONE)[], of = content()) => {
  const left = without(of, new Set(versions.filter((one) => one !== undefined)))?.content
  const document: PolicyDocument | null = left?.is === 'pool' ? left.document : null
  return document?.statements.map(({ sid }) => sid?.slice(0, 10)) ?? null
}

it('keeps what others were given, and everything that denies', () => {
  expect(sids([ONE])).toEqual(['Daypass1V2', 'Daypass2V2', 'DaypassGua', 'SomebodyEl'])
  expect(sids([TWO])).toEqual(['Daypass0V1', 'Daypass2V2', 'DaypassGua', 'SomebodyEl'])
  expect(sids([])).toHaveLength(5)
})

it('is nothing where nothing would be left that allows, and of what is no policy of ours', () => {
  const mine = { version: '2012-10-17', statements: statements.slice(0, -1) }
  const both = new Set([ONE, TWO].flatMap((one) => one ?? []))
  for (const have of [content({ document: mine }), content({ document: null }), content({ is: 'role' })])
    expect(without(have, both)).toBeNull()
})

it('has another digest than the whole', () => {
  const all = without(content(), new Set())?.digest
  expect(without(content(), new Set(ONE === undefined ? [] : [ONE]))?.digest).not.toBe(all)
})
