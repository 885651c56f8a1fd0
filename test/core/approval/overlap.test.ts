// How the filters of two rules relate before anybody asks: what kinds and risks one can mean, and whether it covers another.

import { describe, expect, it } from 'vitest'
import { accountsOf, coversIn, kindsOf, risksOf } from '../../../src/core/approval/overlap.ts'
import { id } from '../../../src/core/model/id.ts'
import type { OktaIntegration } from '../../../src/core/model/settings.ts'
import { targetsByName } from '../../../src/core/model/targets.ts'
import { AT, filter, rule, settings } from './company.ts'

type What = Parameters<typeof filter>[0]

const OKTA: OktaIntegration = {
  host: 'acme.okta.com',
  credential: { in: 'environment' },
  match: 'login',
  directory: null,
  federation: [],
  closing: false,
  at: AT,
}
const COMPANY = settings([], { okta: OKTA })
const targetNamed = (name: string) => {
  const target = targetsByName(COMPANY).get(id<'target'>(name))
  if (target === undefined) throw new Error(`no target ${name}`)
  return target
}

describe('the kinds that an item in a filter can have', () => {
  const ROWS: readonly (readonly [What, string | null])[] = [
    [{}, null],
    [{ kind: 'role group' }, 'role group'],
    [{ facets: { policy: 'x' } }, 'policy resource'],
    [{ facets: { role: 'x' } }, 'role'],
    [{ facets: { group: 'x' } }, 'group'],
    [{ facets: { permissionSet: 'x' } }, 'permissionSet'],
    [{ facets: { okta: 'x' } }, 'okta'],
    [{ facets: { action: 'x' } }, 'actions resource'],
    [{ facets: { level: 'read' } }, 'resource'],
    [{ facets: { reach: 'exact' } }, 'actions resource'],
    [{ facets: { resource: 'arn:aws:s3:::x' } }, null],
    [{ facets: { resource: 'arn:aws:s3:::x', policy: 'x' } }, 'policy resource'],
    [{ facets: { policy: 'x', level: 'read' } }, 'resource'],
    [{ facets: { policy: 'x', role: 'x' } }, ''],
    [{ kind: 'role resource', facets: { action: 'x' } }, 'resource'],
    [{ kind: 'role', facets: { action: 'x' } }, ''],
  ]
  it.each(ROWS)('of %j are %j', (what, kinds) => {
    expect(kindsOf(filter(what))?.join(' ') ?? null).toBe(kinds)
  })
})

describe('the risks that an item in a filter can have', () => {
  const ROWS: readonly (readonly [What, string])[] = [
    [{}, 'low high escalating'],
    [{ risk: ['high'] }, 'high'],
    [{ escalating: true }, 'escalating'],
    [{ escalating: false }, 'low high'],
    [{ risk: ['low', 'escalating'], escalating: false }, 'low'],
    [{ risk: ['low', 'high'], escalating: true }, ''],
  ]
  it.each(ROWS)('of %j are %j', (what, risks) => {
    expect(risksOf(filter(what)).join(' ')).toBe(risks)
  })
})

describe('in orders-prod, a filter covers another', () => {
  const ROWS: readonly (readonly [says: string, outer: What, inner: What, is: boolean])[] = [
    ['that says nothing, if it says nothing either', {}, {}, true],
    [
      'whatever that says, if it says nothing',
      {},
      { kind: 'role', region: 'eu-*', risk: ['low'], endsByItself: true, managesPermissions: false },
      true,
    ],
    ['if it means the account', { account: 'orders-*' }, {}, true],
    ['not if it means other accounts', { account: 'payer' }, {}, false],
    ['in the same region', { region: 'eu-*' }, { region: 'eu-west-1' }, true],
    ['not everywhere by its region', { region: 'eu-*' }, {}, false],
    ['not in further regions', { region: 'eu-*' }, { region: 'eu-west-1 us-east-1' }, false],
    ['by several patterns together', { region: 'us-* eu-*' }, { region: 'eu-west-1 us-east-1' }, true],
    ['with a tag of the resource', { resourceTags: { data: '*' } }, { resourceTags: { data: 'people' } }, true],
    ['not without the tag', { resourceTags: { data: '*' } }, {}, false],
    ['not with another value', { resourceTags: { data: 'open' } }, { resourceTags: { data: 'people' } }, false],
    [
      'with more tags than it asks for',
      { resourceTags: { data: '*' } },
      { resourceTags: { data: 'people', team: 'orders' } },
      true,
    ],
    ['not with fewer tags', { resourceTags: { data: '*', team: '*' } }, { resourceTags: { data: 'people' } }, false],
    ['not by a tag named like a property of every object', { resourceTags: { toString: '*' } }, {}, false],
    ['of the same kind', { kind: 'role' }, { kind: 'role' }, true],
    ['of one of its kinds', { kind: 'role group' }, { kind: 'role' }, true],
    ['not of further kinds', { kind: 'role' }, { kind: 'role group' }, false],
    ['not of any kind', { kind: 'role' }, {}, false],
    ['of the kind that a facet tells', { kind: 'role' }, { facets: { role: 'x' } }, true],
    ['not where the facet could tell another kind', { kind: 'policy' }, { facets: { policy: 'x' } }, false],
    ['where it means both kinds of the facet', { kind: 'policy resource' }, { facets: { policy: 'x' } }, true],
    ['by a wider pattern', { facets: { policy: 'Amazon*' } }, { facets: { policy: 'AmazonS3*' } }, true],
    ['not by a narrower pattern', { facets: { policy: 'AmazonS3*' } }, { facets: { policy: 'Amazon*' } }, false],
    ['not by a pattern in other letters', { facets: { policy: 'amazon*' } }, { facets: { policy: 'AmazonS3' } }, false],
    ['not without the facet', { facets: { policy: '*' } }, {}, false],
    [
      'with all the facets of it',
      { facets: { action: 's3:*' } },
      { facets: { action: 's3:Get*', reach: 'exact' } },
      true,
    ],
    ['not with one of its facets alone', { facets: { action: '*', reach: '*' } }, { facets: { action: 'a' } }, false],
    ['by the same expression', { facets: { role: '/a|b/' } }, { facets: { role: '/a|b/' } }, true],
    ['not by another expression', { facets: { role: '/a|b/' } }, { facets: { role: '/a/' } }, false],
    ['an expression by everything', { facets: { role: '*' } }, { facets: { role: '/a|b/' } }, true],
    ['not an expression by less than everything', { facets: { role: 'a*' } }, { facets: { role: '/a.*/' } }, false],
    [
      'not an expression by a wildcard that is like its text',
      { facets: { role: '/*' } },
      { facets: { role: '/a/' } },
      false,
    ],
    ['not by an expression that is like its text', { facets: { role: '/.*/' } }, { facets: { role: '/.x/' } }, false],
    ['not by an expression, whatever it means', { facets: { role: '/.*/' } }, { facets: { role: 'a' } }, false],
    ['of the same risk', { risk: ['low'] }, { risk: ['low'] }, true],
    ['not of any risk', { risk: ['low'] }, {}, false],
    ['of all risks that the other leaves', { risk: ['low', 'high'] }, { escalating: false }, true],
    ['not of a risk more', { risk: ['low'] }, { escalating: false }, false],
    ['of what is escalating by either word', { escalating: true }, { risk: ['escalating'] }, true],
    ['with the same end', { endsByItself: true }, { endsByItself: true }, true],
    ['that does not end by itself either', { endsByItself: false }, { endsByItself: false }, true],
    ['not with the other end', { endsByItself: true }, { endsByItself: false }, false],
    ['not with any end', { endsByItself: false }, {}, false],
    ['that manages permissions too', { managesPermissions: true }, { managesPermissions: true }, true],
    ['not where only the other does not', { managesPermissions: true }, { managesPermissions: false }, false],
    ['not where the other may or may not', { managesPermissions: false }, {}, false],
  ]
  it.each(ROWS)('%s', (_says, outer, inner, is) => {
    expect(coversIn(targetNamed('orders-prod'), filter(outer), filter(inner))).toBe(is)
  })
})

describe('a rule can mean something', () => {
  const AWS = ['orders-prod', 'sandbox-1', 'payer', 'old', 'okta-1']
  const ROWS: readonly (readonly [says: string, of: Parameters<typeof rule>[1], targets: readonly string[]])[] = [
    ['everywhere, if it says nothing', {}, [...AWS, 'okta']],
    ['in the accounts that it names', { what: { account: 'p* s*' } }, ['sandbox-1', 'payer']],
    ['in accounts alone, if it is about a kind of AWS', { what: { kind: 'role' } }, AWS],
    ['in Okta alone, if it is about groups of Okta', { what: { facets: { okta: '*' } } }, ['okta']],
    ['in both, if it is about kinds of both', { what: { kind: 'okta group' } }, [...AWS, 'okta']],
    ['nowhere, if its kinds exclude each other', { what: { facets: { okta: '*', role: '*' } } }, []],
    ['not in an account that is excepted', { not: [{ account: 'o*' }] }, ['sandbox-1', 'payer', 'okta']],
    [
      'in an account of which only some is excepted',
      { what: { account: 'payer' }, not: [{ kind: 'role' }] },
      ['payer'],
    ],
    ['nowhere, if all that it means is excepted', { what: { facets: { role: 'x' } }, not: [{ kind: 'role' }] }, []],
    [
      'not where any of several exceptions takes all of it',
      { what: { kind: 'role' }, not: [{ kind: 'group' }, { account: '*-*' }] },
      ['payer', 'old'],
    ],
  ]
  it.each(ROWS)('%s', (_says, of, targets) => {
    expect(accountsOf(rule('r', of), COMPANY).map(({ name }) => name)).toEqual(targets)
  })
})
