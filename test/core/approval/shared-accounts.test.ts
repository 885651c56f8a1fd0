// Where one item could lie in two rules: what keeps rules apart, and what does not.

import { describe, expect, it } from 'vitest'
import { sharedAccounts } from '../../../src/core/approval/overlap.ts'
import { rule, settings } from './company.ts'

type Of = Parameters<typeof rule>[1]
type What = Of['what'] & {}

const COMPANY = settings([])
const ALL = COMPANY.aws?.accounts.map(({ name }) => name) ?? []

const shared = (one: Of, other: Of): readonly string[] =>
  sharedAccounts(rule('one', one), rule('other', other), COMPANY).map(({ name }) => name)

/** Every row is read both ways round. */
const MEET: readonly (readonly [says: string, one: What, other: What])[] = [
  ['that say nothing', {}, {}],
  [
    'of which one says nothing',
    {},
    {
      kind: 'role',
      region: 'eu-*',
      resourceTags: { data: 'x' },
      risk: ['low'],
      endsByItself: false,
      managesPermissions: true,
    },
  ],
  ['about kinds of which they share one', { kind: 'role group' }, { kind: 'group policy' }],
  ['about a kind and one of its facets', { kind: 'resource' }, { facets: { policy: 'x' } }],
  ['about patterns that meet', { facets: { policy: 'Amazon*' } }, { facets: { policy: '*FullAccess' } }],
  ['about names in other letters, which AWS disregards', { facets: { role: 'ADMIN' } }, { facets: { role: 'adm*' } }],
  ['about several patterns of which two meet', { facets: { role: 'a b' } }, { facets: { role: 'c b' } }],
  ['about an expression and a name that it means', { facets: { role: '/a|b/' } }, { facets: { role: 'b' } }],
  ['about an expression and a wildcard, which could meet', { facets: { role: '/a|b/' } }, { facets: { role: 'z*' } }],
  ['about two expressions, which could meet', { facets: { role: '/a|b/' } }, { facets: { role: '/c/' } }],
  ['about facets of which they share none', { facets: { action: 's3:*' } }, { facets: { reach: 'exact' } }],
  ['about tags of resources that meet', { resourceTags: { data: 'p*' } }, { resourceTags: { data: '*e' } }],
  ['about different tags of resources', { resourceTags: { data: 'people' } }, { resourceTags: { team: 'orders' } }],
  ['about regions that meet', { region: 'eu-* us-*' }, { region: '*-west-1' }],
  ['about risks that meet', { risk: ['low', 'high'] }, { escalating: false }],
  ['about what ends by itself', { endsByItself: true }, { endsByItself: true }],
  ['about what manages permissions', { managesPermissions: true }, { managesPermissions: true }],
]

const APART: readonly (readonly [says: string, one: What, other: What])[] = [
  ['about other kinds', { kind: 'role' }, { kind: 'group policy' }],
  ['about a kind that has not the facet', { kind: 'role' }, { facets: { policy: '*' } }],
  ['about facets that no kind has together', { facets: { role: '*' } }, { facets: { group: '*' } }],
  ['about patterns that do not meet', { facets: { policy: 'Amazon*' } }, { facets: { policy: 'Admin*' } }],
  ['about an expression and a name that it does not mean', { facets: { role: '/a|b/' } }, { facets: { role: 'c' } }],
  ['about the same tag with other values', { resourceTags: { data: 'people' } }, { resourceTags: { data: 'open' } }],
  [
    'about two tags of which one has other values',
    { resourceTags: { team: 'orders', data: 'people' } },
    { resourceTags: { team: 'orders', data: 'open' } },
  ],
  ['about other regions', { region: 'eu-*' }, { region: 'us-*' }],
  ['about other risks', { risk: ['low'] }, { risk: ['high', 'escalating'] }],
  ['about what escalates and what does not', { escalating: true }, { escalating: false }],
  ['about what ends by itself and what does not', { endsByItself: true }, { endsByItself: false }],
  ['about what manages permissions and what does not', { managesPermissions: true }, { managesPermissions: false }],
]

describe('one item could lie in two rules', () => {
  it.each(MEET)('%s', (_says, one, other) => {
    expect([shared({ what: one }, { what: other }), shared({ what: other }, { what: one })]).toEqual([ALL, ALL])
  })
})

describe('no item lies in two rules', () => {
  it.each(APART)('%s', (_says, one, other) => {
    expect([shared({ what: one }, { what: other }), shared({ what: other }, { what: one })]).toEqual([[], []])
  })
})

describe('the accounts that two rules share', () => {
  const ROWS: readonly (readonly [says: string, one: Of, other: Of, names: readonly string[]])[] = [
    [
      'are those that both name',
      { what: { account: 'o* p*' } },
      { what: { account: '*d *r' } },
      ['orders-prod', 'payer', 'old'],
    ],
    ['are none where each names others', { what: { account: 'payer' } }, { what: { account: 'old' } }, []],
    ['are none that one of them excepts', { not: [{ account: '*-*' }] }, {}, ['payer', 'old']],
    [
      'are none in which one excepts all that the other means',
      { not: [{ kind: 'role' }] },
      { what: { kind: 'role' } },
      [],
    ],
    [
      'are those in which one excepts only some of what the other means',
      { not: [{ kind: 'role' }] },
      { what: { kind: 'role group', account: 'payer' } },
      ['payer'],
    ],
  ]
  it.each(ROWS)('%s', (_says, one, other, names) => {
    expect([shared(one, other), shared(other, one)]).toEqual([names, names])
  })
})
