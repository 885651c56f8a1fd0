// What is told of a request that cannot be read with these settings: where, why, and what to do about it.

import { describe, expect, it } from 'vitest'
import { itemsOf } from '../../../src/core/approval/items.ts'
import type { KindRead } from '../../../src/core/entitlements/kind.ts'
import { okta as oktaKind } from '../../../src/core/entitlements/okta.ts'
import { resource as resourceKind } from '../../../src/core/entitlements/resource.ts'
import type { AskedEntitlement } from '../../../src/core/model/entitlement.ts'
import type { Line, Request } from '../../../src/core/model/request.ts'
import type { IdentityMatch, OktaIntegration, Person, Settings } from '../../../src/core/model/settings.ts'
import { AT, actions, knowledge, person, request, role, settings } from './company.ts'

const located = <T>(value: T, line: number) => ({ value, at: { ...AT, line } })
/** Entitlements stand on line 1, like all that the company's builders make. */
const line = (targets: readonly string[], asked: AskedEntitlement | string, at = 5): Line => ({
  targets: targets.map((target, index) => located(target, at + 20 + index)),
  asked:
    typeof asked === 'string'
      ? { is: 'bundle', bundle: located(asked, at + 10) }
      : { is: 'entitlement', entitlement: asked },
  at: { ...AT, line: at },
})
const asks = (lines: readonly Line[], who = 'marta'): Request => ({ ...request({}), for: located(who, 2), lines })
const made = (read: KindRead): AskedEntitlement => {
  if ('findings' in read) throw new Error('not read')
  return read.entitlement
}
const oktaGroup = made(oktaKind.read({ okta: 'Grafana Admins' }, () => AT))
const bucket = made(resourceKind.read({ resource: 'arn:aws:s3:::orders', level: 'read' }, () => AT))

const OKTA: OktaIntegration = {
  host: 'acme.okta.com',
  credential: { in: 'environment' },
  match: 'login',
  directory: null,
  federation: [],
  closing: false,
  at: AT,
}
const WITH: Settings = settings([], {
  bundles: new Map(
    [
      { name: 'nothing', items: [] },
      { name: 'foreign', items: [role('arn:aws:iam::111111111111:role/a')] },
      { name: 'buckets', items: [bucket] },
    ].map((one) => [one.name, { ...one, says: one.name, duration: null, at: AT }]),
  ),
})

/** `line: because → cure` */
const told = (of: Request, under: Settings = WITH): readonly string[] =>
  itemsOf(of, under, knowledge).problems.map(({ at, because, cure }) => `${at.line}: ${because} → ${cure}`)
const keys = (of: Request, under: Settings = WITH): readonly string[] =>
  itemsOf(of, under, knowledge).items.map(({ key }) => key)

const NAME_ACCOUNT = 'name an account of integrations/aws.yaml'
const WRITE_OUT = 'ask for it in the account it lies in, written out in full'
const CORRECT = 'correct the ARN, or name `actions` and what they are for'

describe('a name that means nothing is told where it stands', () => {
  it.each([
    [
      'a person',
      asks([line(['payer'], role('a'))], 'mallory'),
      '2: there is nobody named mallory → name a person of people.yaml by handle',
    ],
    [
      'an account',
      asks([line(['payer', 'nowhere'], role('a'))]),
      `26: there is no account named nowhere → ${NAME_ACCOUNT}`,
    ],
    ['a bundle', asks([line(['payer'], 'none')]), '15: there is no bundle named none → name a bundle of bundles.yaml'],
  ])('%s', (_what, of, problem) => {
    expect(told(of)).toEqual([problem])
  })

  it('and nobody hides what else is wrong', () => {
    expect(told(asks([line(['nowhere'], role('a'))], 'mallory'))).toEqual([
      '2: there is nobody named mallory → name a person of people.yaml by handle',
      `25: there is no account named nowhere → ${NAME_ACCOUNT}`,
    ])
  })

  it('and Okta is no account, though it is a target', () => {
    const of = asks([line(['okta'], role('a'))])
    expect(told(of, { ...WITH, okta: OKTA })).toEqual([`25: there is no account named okta → ${NAME_ACCOUNT}`])
    expect(keys(of, { ...WITH, okta: OKTA })).toEqual([])
  })
})

describe('an ARN that does not lie in the account', () => {
  const because = (arn: string, where: string, problem: string) => `${arn} cannot be asked for in ${where}: ${problem}`

  it('is told once for each account that is named', () => {
    const arn = 'arn:aws:iam::111111111111:role/a'
    expect(told(asks([line(['payer', 'orders-prod', 'old'], role(arn))]))).toEqual([
      `1: ${because(arn, 'payer', 'it lies in the account 111111111111, not in 333333333333')} → ${WRITE_OUT}`,
      `1: ${because(arn, 'old', 'it lies in the account 111111111111, not in 444444444444')} → ${WRITE_OUT}`,
    ])
  })
  it('is told at the line that asks for the bundle, since nobody sees the bundle there', () => {
    expect(told(asks([line(['payer'], 'foreign')]))).toEqual([
      `5: ${because('arn:aws:iam::111111111111:role/a', 'payer', 'it lies in the account 111111111111, not in 333333333333')} → ${WRITE_OUT}`,
    ])
  })
  it('is told for each ARN of several, once, and what is no ARN says nothing', () => {
    const one = actions(
      'sqs:SendMessage',
      '* arn:aws-cn:sqs:eu-west-1:333333333333:a arn:aws:sqs:eu-west-1:333333333333:b',
    )
    const twice = { ...one, facets: { ...one.facets, again: one.facets['resource'] ?? [] } }
    expect(told(asks([line(['payer'], twice)]))).toEqual([
      `1: ${because('arn:aws-cn:sqs:eu-west-1:333333333333:a', 'payer', 'it lies in the partition aws-cn, the account in aws')} → ${WRITE_OUT}`,
    ])
  })
})

describe('what lies somewhere must have a place', () => {
  it('in an account, unless it says itself where it lies', () => {
    expect(told(asks([line([], role('a'))]))).toEqual([
      '5: the role a lies in an account, and none is named → add `account: …`',
    ])
    expect(told(asks([line([], oktaGroup)]), { ...WITH, okta: OKTA })).toEqual([])
    expect(keys(asks([line([], oktaGroup)]), { ...WITH, okta: OKTA })).toEqual(['r1/marta/okta/okta:Grafana Admins'])
  })
  it('in Okta, if there is one', () => {
    expect(told(asks([line([], oktaGroup)]))).toEqual([
      '5: the Okta group Grafana Admins cannot be given: there is no Okta in the settings → owners add integrations/okta.yaml',
    ])
    expect(told(asks([line(['payer'], role('a'))]))).toEqual([])
  })
})

describe('a resource of which AWS’s data say nothing', () => {
  const because = "read on arn:aws:s3:::orders cannot be given: AWS's data about resources were not read"

  it('is told where it stands, or where its bundle is asked for, and becomes no item', () => {
    const [plain, bundled] = [asks([line(['payer'], bucket)]), asks([line(['payer'], 'buckets')])]
    expect([told(plain), keys(plain)]).toEqual([[`1: ${because} → ${CORRECT}`], []])
    expect([told(bundled), keys(bundled)]).toEqual([[`5: ${because} → ${CORRECT}`], []])
  })
})

describe('the number of items', () => {
  const few = settings([], { limits: { ...WITH.limits, itemsPerRequest: 2 } })

  it('may be as many as one request may hold', () => {
    expect(told(asks([line(['payer', 'old'], role('a'))]), few)).toEqual([])
  })
  it('may not be more', () => {
    expect(told(asks([line(['payer', 'old', 'sandbox-1'], role('a'))]), few)).toEqual([
      '1: it asks for 3 items, more than the 2 that one request may hold → write several requests; limits.itemsPerRequest in daypass.yaml sets the number',
    ])
  })
  it('is not none, unless something else was told already', () => {
    const nothing = '1: it asks for nothing → add an item below `access`'
    expect(told(asks([]))).toEqual([nothing])
    expect(told(asks([line(['payer'], 'nothing')]))).toEqual([nothing])
    expect(told(asks([line(['nowhere'], role('a'))]))).toEqual([
      `25: there is no account named nowhere → ${NAME_ACCOUNT}`,
    ])
  })
})

describe('two people who share the part of their e-mail before the @', () => {
  const finds = (match: IdentityMatch, nils: string): Settings => {
    const base = settings([])
    const people = new Map<Person['handle'], Person>(base.people)
    for (const [handle, email] of [
      ['marta', 'Marta@example.com'],
      ['nils', nils],
    ] as const) {
      const one = people.get(person(handle))
      if (one !== undefined) people.set(one.handle, { ...one, email })
    }
    if (base.aws === null) throw new Error('no accounts')
    const accounts = base.aws.accounts.map((one) => (one.name === 'payer' ? { ...one, match } : one))
    return { ...base, people, okta: OKTA, aws: { ...base.aws, accounts } }
  }
  const of = asks([line(['payer', 'old'], role('a')), line([], oktaGroup)])
  const twin =
    '25: payer finds people by the part of their e-mail before the @, and marta and nils share it → let the account find people by user name or by a tag (integrations/aws.yaml)'

  it.each(['marta@other.example', ' MARTA @example.com', 'marta'])('are told apart by nothing there: %s', (email) => {
    expect(told(of, finds({ by: 'localPart' }, email))).toEqual([twin])
  })
  it('are two in an account that finds people in another way', () => {
    expect(told(of, finds({ by: 'userName' }, 'marta@other.example'))).toEqual([])
    expect(told(of, finds({ by: 'tag', tag: 'email' }, 'marta@other.example'))).toEqual([])
  })
  it('are not two that are spelled differently', () => {
    expect(told(of, finds({ by: 'localPart' }, 'marta.k@example.com'))).toEqual([])
  })
})

it('an item says all that rules, modes and people need of it', () => {
  expect(itemsOf(asks([line(['payer'], 'foreign', 9), line(['payer'], role('b'))]), WITH, knowledge).items).toEqual([
    {
      key: 'r1/marta/payer/role:arn:aws:iam::111111111111:role/a',
      request: 'r1',
      person: 'marta',
      target: 'payer',
      entitlement: role('arn:aws:iam::111111111111:role/a'),
      bundle: 'foreign',
      at: { ...AT, line: 9 },
    },
    {
      key: 'r1/marta/payer/role:b',
      request: 'r1',
      person: 'marta',
      target: 'payer',
      entitlement: role('b'),
      bundle: null,
      at: { ...AT, line: 5 },
    },
  ])
})
