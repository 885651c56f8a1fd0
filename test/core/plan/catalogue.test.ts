// What `list` shows somebody: every bundle in every account, judged by the real rules.

import { describe, expect, it } from 'vitest'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Request } from '../../../src/core/model/request.ts'
import type { Bundle, Settings } from '../../../src/core/model/settings.ts'
import { catalogueOf, type Listing } from '../../../src/core/plan/catalogue.ts'
import { hours } from '../../support/builders.ts'
import {
  AT,
  approvedBy,
  auto,
  breakGlass,
  carries,
  group,
  knowledge,
  NOON,
  person,
  policy,
  request,
  rule,
  settings,
} from '../approval/company.ts'

const bundle = (name: string, duration: number | null, ...items: readonly Entitlement[]): Bundle => ({
  name,
  says: `what ${name} is for`,
  duration,
  items,
  at: AT,
})
const RULES = [
  rule('leads', { ways: [approvedBy('@leads')] }),
  rule('sandbox', { what: { account: 'sandbox-1' }, ways: [auto] }),
  rule('payer', { what: { account: 'payer' }, deny: 'Only Finance IT changes the payer account' }),
  rule('powers', { what: { kind: 'policy', managesPermissions: true }, deny: 'Only owners change permissions' }),
  rule('oncall', { who: '@oncall', what: { account: 'orders-prod' }, ways: [breakGlass('@oncall')] }),
]
const SETTINGS = settings(RULES, {
  bundles: new Map(
    [
      bundle('queue', hours(2), policy('ReadQueue')),
      bundle('keepers', null, group('Keepers')),
      bundle('both', hours(1), policy('ReadQueue'), group('Keepers')),
    ].map((one) => [one.name, one]),
  ),
})
const asking = (account: string, named: string): Request => ({
  ...request({}),
  when: { is: 'duration', seconds: hours(1), from: null },
  lines: [
    {
      targets: [{ value: account, at: AT }],
      asked: { is: 'bundle', bundle: { value: named, at: AT } },
      at: AT,
    },
  ],
})
const listed = (more: Partial<Listing> = {}, of: Settings = SETTINGS) =>
  catalogueOf({
    settings: of,
    deciding: { knowledge, carries, documents: new Map(), tags: new Map() },
    person: person('marta'),
    asking,
    now: NOON,
    ...more,
  })
const told = (more: Partial<Listing> = {}, of?: Settings) =>
  listed(more, of).offers.map(({ account, bundle: named, decision, endsByItself }) => [
    `${account} ${named}`,
    decision.is === 'refused' ? decision.reasons.map(({ code }) => code).join() : decision.because.join(),
    endsByItself,
  ])

describe('the catalogue', () => {
  it('offers every bundle in every account that stays, with what it takes and whether it ends by itself', () => {
    expect(told()).toEqual([
      ['okta-1 both', 'not-carried', false],
      ['okta-1 keepers', '0 of 1 approval by rule leads', false],
      ['okta-1 queue', 'not-carried', false],
      ['orders-prod both', '0 of 1 approval by rule leads', false],
      ['orders-prod keepers', '0 of 1 approval by rule leads', false],
      ['orders-prod queue', '0 of 1 approval by rule leads', true],
      ['payer both', 'denied', false],
      ['payer keepers', 'denied', false],
      ['payer queue', 'denied', true],
      ['sandbox-1 both', 'auto by rule sandbox', false],
      ['sandbox-1 keepers', 'auto by rule sandbox', false],
      ['sandbox-1 queue', 'auto by rule sandbox', true],
    ])
  })

  it('says of each what it is for and how long it lasts', () => {
    const offers = listed().offers.filter(({ account }) => account === 'sandbox-1')
    expect(offers.map(({ bundle: named, says, duration }) => [named, says, duration])).toEqual([
      ['both', 'what both is for', 3600],
      ['keepers', 'what keepers is for', null],
      ['queue', 'what queue is for', 7200],
    ])
  })

  it('is judged as if the person asked, though the file names another', () => {
    const [one] = told({ person: person('omar') }).filter(([name]) => name === 'orders-prod keepers')
    expect(one?.[1]).toBe('on-behalf')
  })

  it('leaves out what no file could ask for', () => {
    const most = (account: string, named: string) =>
      account === 'sandbox-1' && named === 'queue' ? asking(account, named) : null
    expect(told({ asking: most }).map(([name]) => name)).toEqual(['sandbox-1 queue'])
  })

  it('leaves out what says no end', () => {
    const endless = (account: string, named: string): Request => ({
      ...asking(account, named),
      when: { is: 'default' },
    })
    expect(told({ asking: endless }).filter(([name]) => String(name).endsWith('keepers'))).toEqual([])
  })

  it('is empty where there are no accounts', () => {
    expect(listed({}, { ...SETTINGS, aws: null }).offers).toEqual([])
  })
})

describe('the rules of the catalogue', () => {
  const rules = (who: string) => listed({ person: id(who) }).rules.map(({ rule: { name }, denies }) => [name, denies])

  it('are those that speak of the person, with what they deny', () => {
    const all = [
      ['leads', null],
      ['sandbox', null],
      ['payer', 'Only Finance IT changes the payer account'],
      ['powers', 'Only owners change permissions'],
    ]
    expect(rules('marta')).toEqual(all)
    expect(rules('nils')).toEqual([...all, ['oncall', null]])
    expect(rules('nobody')).toEqual([])
  })

  it('tell the ways they offer', () => {
    const { person: who, rules: all } = listed()
    expect([who, all.map(({ ways }) => ways)]).toEqual(['marta', [RULES[0]?.ways, RULES[1]?.ways, [], []]])
  })
})
