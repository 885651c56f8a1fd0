// What may never be handed out, and the one sentence that says what would lift it, if anything does.

import { describe, expect, it } from 'vitest'
import { guardReasons } from '../../../src/core/approval/guarded.ts'
import { okta } from '../../../src/core/entitlements/okta.ts'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Account, OktaIntegration, Settings } from '../../../src/core/model/settings.ts'
import { OKTA, targetsByName } from '../../../src/core/model/targets.ts'
import { AT, actions, group, knowledge, pattern, permissionSet, person, policy, role, settings } from './company.ts'

const located = <T>(value: T) => ({ value, at: AT })
const protecting = (rest: Partial<Settings['protected']>): Settings =>
  settings([], { protected: { people: [], targets: [], things: [], ...rest } })
const things = (...texts: readonly string[]): Settings => protecting({ things: texts.map(pattern) })

const OURS: OktaIntegration = {
  host: 'acme.okta.com',
  credential: { in: 'environment' },
  match: 'login',
  directory: {
    groups: new Map([
      [id<'group'>('engineers'), 'Everybody Who Engineers'],
      [id<'group'>('leads'), 'Team Leads'],
    ]),
    github: null,
    manager: null,
    at: AT,
  },
  federation: [],
  closing: false,
  at: AT,
}
const withOkta = (rest: Partial<OktaIntegration> = {}, base = settings([])): Settings => ({
  ...base,
  okta: { ...OURS, ...rest },
})

function oktaGroup(name: string): Entitlement {
  const found = okta.read({ okta: name }, () => AT)
  if ('findings' in found) throw new Error(name)
  const { entitlement } = found
  if (entitlement.permissions.form === 'resource') throw new Error(name)
  return { ...entitlement, permissions: entitlement.permissions }
}

/** As no kind would read it: what is guarded must not hang on that. */
const pathed = (value: string): Entitlement => ({ ...role('x'), facets: { role: [value] } })

const PLACE = { file: 'config/requests/r1.yaml', line: 7, column: 3 }

function why(entitlement: Entitlement, inForce = settings([]), assumed: readonly string[] = [], where = 'orders-prod') {
  const account: Account | undefined = targetsByName(inForce).get(where) ?? targetsByName(settings([])).get(where)
  if (account === undefined) throw new Error(where)
  const item = {
    key: id<'grant'>('k'),
    request: id<'request'>('r1'),
    person: person('marta'),
    target: account.name,
    entitlement,
    bundle: null,
    at: PLACE,
  }
  const reasons = guardReasons(item, account, inForce, { account, partition: 'aws', knowledge }, assumed)
  for (const { at } of reasons) expect(at).toBe(PLACE)
  return reasons.map(({ code, sentence }) => `${code}: ${sentence}`)
}

const own = (value: string) =>
  `protected: ${value} belongs to Daypass itself and is never handed out; no setting lifts this`
const by = (value: string, text: string) =>
  `protected: ${value} is protected by ${text} of protected.things in daypass.yaml; only changing that setting lifts it`
const arn = (rest: string) => `arn:aws:iam::111111111111:${rest}`

describe('what Daypass itself runs on', () => {
  it.each<[string, Entitlement]>([
    [arn('role/daypass/x'), role(arn('role/daypass/x'))],
    [arn('policy/daypass/acme/x'), policy(arn('policy/daypass/acme/x'))],
    ['DayPass/x', role('DayPass/x')],
    ['daypass-marta-1', policy('daypass-marta-1')],
    [arn('policy/team/Daypass-marta'), policy(arn('policy/team/Daypass-marta'))],
    ['daypass-pool', group('daypass-pool')],
    ['daypass-set', permissionSet('daypass-set')],
    [arn('role/ops/daypass-inventory'), role(arn('role/ops/daypass-inventory'))],
    ['apply', role('apply')],
    ['EXPIRE', role('EXPIRE')],
    ['daypass-federated', oktaGroup('daypass-federated')],
    ['//daypass/x', pathed('//daypass/x')],
    ['//ops//daypass-x', pathed('//ops//daypass-x')],
    ['//ops/daypass-inventory', pathed('//ops/daypass-inventory')],
  ])('is never handed out: %s', (value, entitlement) => {
    expect(why(entitlement, settings([]), [], 'orders-prod')).toEqual([own(value)])
  })

  it.each<[string, Entitlement]>([
    ['of a job’s name at another path', role(arn('role/team/apply'))],
    ['whose path only ends in such a folder', role(arn('role/not-daypass/x'))],
    ['that only begins with the word', group('daypasses')],
    ['whose name has it in the middle', policy('our-daypass-reader')],
  ])('does not take in anything %s', (_says, entitlement) => {
    expect(why(entitlement)).toEqual([])
  })

  it('takes in the hub roles, by path and by name', () => {
    const { aws } = settings([])
    if (aws === null) throw new Error('no AWS')
    const hub = { apply: 'arn:aws:iam::999999999999:role/ops/Hub', expire: null, inventory: null }
    const inForce = settings([], { aws: { ...aws, hub } })
    expect(why(role('hub'), inForce)).toEqual([own('hub')])
    expect(why(role(arn('role/ops/hub')), inForce)).toEqual([own(arn('role/ops/hub'))])
    expect(why(role('ops'), inForce)).toEqual([])
  })

  it('takes in roles that a text lets one assume, and texts about nothing else', () => {
    const text = actions('sts:AssumeRole', arn('role/daypass/apply'))
    expect(why(text, settings([]), [arn('role/daypass/apply')])).toEqual([own(arn('role/daypass/apply'))])
    expect(why(text, settings([]), [arn('role/x')])).toEqual([])
    expect(why(group('g'), things('arn:aws:iam::111111111111:role/x'), [arn('role/x')])).toEqual([
      by(arn('role/x'), arn('role/x')),
    ])
  })

  it('is known by its own names where there is no AWS', () => {
    const without = settings([], { aws: null })
    expect([why(role('apply'), without), why(role('daypass-x'), without)]).toEqual([[], [own('daypass-x')]])
  })
})

describe('a group of Okta', () => {
  const fills = (value: string, group: string) =>
    `protected: ${value} decides in Okta who is in the group ${group}, which rules use; whoever is in it could approve`

  it.each([
    ['that fills a group of rules', 'Team Leads', [fills('Team Leads', 'leads')]],
    ['in whatever letters', 'team LEADS', [fills('team LEADS', 'leads')]],
    ['that fills none', 'Team', []],
  ])('%s: %s', (_says, name, reasons) => {
    expect(why(oktaGroup(name), withOkta(), [], OKTA)).toEqual(reasons)
  })

  it('is not handed out even where protected things name it, for the graver reason', () => {
    expect(why(oktaGroup('Team Leads'), withOkta({}, things('Team*')), [], OKTA)).toEqual([
      fills('Team Leads', 'leads'),
    ])
    expect(why(oktaGroup('Team Tools'), withOkta({}, things('Team*')), [], OKTA)).toEqual([by('Team Tools', 'Team*')])
  })

  it('fills nothing where no directory says so, and neither does a group of AWS of that name', () => {
    for (const name of ['Team Leads', 'leads', 't'])
      expect(why(oktaGroup(name), withOkta({ directory: null }), [], OKTA)).toEqual([])
    expect(why(oktaGroup('Team Leads'), settings([]))).toEqual([])
    const directory = { groups: new Map([[id<'group'>('leads'), 'admins']]), github: null, manager: null, at: AT }
    expect(why(group('admins'), withOkta({ directory }))).toEqual([])
    expect(why(oktaGroup('admins'), withOkta({ directory }), [], OKTA)).toHaveLength(1)
  })
})

const SET = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-aaaabbbbccccdddd'

describe('a protected thing', () => {
  it.each<[string, Entitlement, readonly string[], readonly string[]]>([
    ['a policy', policy('AdministratorAccess'), ['Admin*'], [by('AdministratorAccess', 'Admin*')]],
    ['the first that names it', role('x'), ['y', '*', 'x'], [by('x', '*')]],
    ['a set by its ARN', permissionSet(SET), ['Admin', 'arn:aws:sso:::*'], [by(SET, 'arn:aws:sso:::*')]],
    ['no set by what its ARN does not tell', permissionSet(SET), ['*', 'Admin'], []],
    ['a set by its name', permissionSet('Admin'), ['Admin'], [by('Admin', 'Admin')]],
    ['nothing else', policy('ReadOnlyAccess'), ['Admin*'], []],
    ['an ARN by its name, once', group(arn('group/admins')), ['admins'], [by(arn('group/admins'), 'admins')]],
  ])('is %s', (_says, entitlement, texts, reasons) => {
    expect(why(entitlement, things(...texts))).toEqual(reasons)
  })
})

describe('people, accounts and places', () => {
  const lifts = (what: string) =>
    `protected: ${what} is protected at config/here.yaml:1:1; only removing it there lifts this`

  it('are protected by name', () => {
    const [marta, carl] = [located(person('marta')), located(person('carl'))]
    const [prod, payer] = [located(id<'target'>('orders-prod')), located(id<'target'>('payer'))]
    expect(why(group('g'), protecting({ people: [carl, marta], targets: [payer, prod] }))).toEqual([
      lifts('marta'),
      lifts('orders-prod'),
    ])
    expect(why(group('g'), protecting({ people: [carl], targets: [payer] }))).toEqual([])
  })

  it('take nothing new while they are closing', () => {
    expect(why(group('g'), settings([]), [], 'old')).toEqual([
      'closing: old is closing (integrations/aws.yaml): it takes no new access',
    ])
    expect(why(oktaGroup('Tools'), withOkta({ closing: true }), [], OKTA)).toEqual([
      'closing: okta is closing (integrations/okta.yaml): it takes no new access',
    ])
  })

  it('have all their reasons told', () => {
    const all = protecting({ people: [located(person('marta'))], things: [pattern('g')] })
    expect(why(group('g'), all, [], 'old')).toHaveLength(3)
  })
})
