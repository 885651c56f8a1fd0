// Where access can lie, how it is called, and whether anybody looks at tags: what settings mean before rules are read.

import { describe, expect, it } from 'vitest'
import { plainEmail } from '../../../src/core/model/directory.ts'
import { known, unknown, writeEdgeError } from '../../../src/core/model/edge-error.ts'
import { carriedBy, type Permissions } from '../../../src/core/model/permissions.ts'
import type { OktaIntegration } from '../../../src/core/model/settings.ts'
import { looksAtTags, tagsKey } from '../../../src/core/model/tags.ts'
import { allTargets, OKTA, partitionOf, targetsByName, targetsOf } from '../../../src/core/model/targets.ts'
import { whereOf } from '../../../src/core/model/where.ts'
import { rule, settings } from '../approval/company.ts'

const HERE = { file: 'config/integrations/okta.yaml', line: 2, column: 1 }
const okta = (closing = false): OktaIntegration => ({
  host: 'acme.okta.com',
  credential: { in: 'environment' },
  match: 'login',
  directory: null,
  federation: [],
  closing,
  at: HERE,
})

describe('access can lie', () => {
  const accounts = settings([]).aws?.accounts ?? []

  it('in accounts of AWS, and in Okta as one more', () => {
    expect(allTargets(null, null)).toEqual([])
    expect(allTargets(settings([]).aws, null)).toEqual(accounts)
    const both = allTargets(settings([]).aws, okta(true))
    expect(both.slice(0, -1)).toEqual(accounts)
    expect(both.at(-1)).toEqual({
      system: 'okta',
      name: 'okta',
      id: 'acme.okta.com',
      mode: 'okta-group',
      ou: '/',
      tags: {},
      match: { by: 'userName' },
      closing: true,
      at: HERE,
    })
  })
  it('where settings say, and each is found by its name', () => {
    const [plain, more] = [settings([]), settings([], { okta: okta(), aws: null })]
    expect(targetsOf(plain)).toEqual(accounts)
    expect(targetsOf(plain)).toBe(targetsOf(plain))
    expect(targetsByName(plain)).toBe(targetsByName(plain))
    expect(targetsByName(plain).get('payer')).toEqual(accounts.find(({ name }) => name === 'payer'))
    expect(targetsByName(plain).get('okta')).toBeUndefined()
    expect([...targetsByName(more).keys()]).toEqual(['okta'])
    expect(targetsOf(more).map(({ id }) => id)).toEqual(['acme.okta.com'])
  })
  it('in one partition, or in none without AWS', () => {
    expect([partitionOf(settings([])), partitionOf(settings([], { aws: null }))]).toEqual(['aws', ''])
  })
  it('where its kind says, else where the line says', () => {
    const line = {
      targets: [{ value: 'payer', at: HERE }],
      asked: { is: 'bundle', bundle: { value: 'b', at: HERE } },
      at: { ...HERE, line: 9 },
    } as const
    expect(whereOf(line, {})).toBe(line.targets)
    expect(whereOf(line, { target: OKTA })).toEqual([{ value: 'okta', at: line.at }])
  })
})

describe('tags of resources', () => {
  const tagged = { resourceTags: { data: 'people' } }

  it('are found by target and ARN', () => {
    expect(tagsKey('payer', 'arn:aws:s3:::x')).toBe('payer arn:aws:s3:::x')
  })
  it('are read only where a rule looks at them, be it to except', () => {
    expect(looksAtTags({ rules: [] })).toBe(false)
    expect(
      looksAtTags({ rules: [rule('a', {}), rule('b', { what: { tags: { env: 'prod' } }, not: [{ kind: 'role' }] })] }),
    ).toBe(false)
    expect(looksAtTags({ rules: [rule('a', {}), rule('b', { what: tagged })] })).toBe(true)
    expect(looksAtTags({ rules: [rule('a', { not: [{ kind: 'role' }, tagged] }), rule('b', {})] })).toBe(true)
  })
})

it('permissions are carried by their form, and what exists by what it is', () => {
  const at = HERE
  const policy = { what: 'policy', by: 'name', value: 'P', at } as const
  const forms: readonly Permissions[] = [
    { form: 'statements', document: { version: '2012-10-17', statements: [] } },
    { form: 'policy', policy },
    { form: 'narrowed', policy, to: [] },
    ...(['role', 'permissionSet', 'group'] as const).map(
      (what): Permissions => ({ form: 'existing', thing: { what, by: 'name', value: 'x', at } }),
    ),
  ]
  expect(forms.map(carriedBy)).toEqual(['statements', 'policy', 'narrowed', 'role', 'permissionSet', 'group'])
})

it('an answer is a value, or why there is none, in words', () => {
  const error = { kind: 'denied', call: 'iam:GetRole in 111122223333', said: 'AccessDenied' } as const
  expect([known(1), unknown(error)]).toEqual([
    { is: 'known', value: 1 },
    { is: 'unknown', because: error },
  ])
  expect(writeEdgeError(error)).toBe('iam:GetRole in 111122223333: denied (AccessDenied)')
})

it('e-mail addresses are compared without regard to case or blanks around them', () => {
  expect(plainEmail(' Marta@Example.COM\n')).toBe('marta@example.com')
})
