// Whether each key that a rule may have is read as what it says.

import { describe, expect, it } from 'vitest'
import { asRead } from './as-read.ts'
import { FILES, read } from './everything.ts'

const rules = (...lines: readonly string[]) =>
  read({ ...FILES, 'rules/a.yaml': `rules:\n${lines.map((line) => `  - ${line}\n`).join('')}` })

/** The one rule that stands there. */
function rule(line: string): unknown {
  const { settings, findings } = rules(line)
  expect(findings).toEqual([])
  return asRead(settings?.rules[0])
}

const said = (...lines: readonly string[]) =>
  rules(...lines).findings.map(({ code, at, message }) => `${code} at ${at.line}:${at.column}: ${message}`)

describe('a rule', () => {
  it('that says everything is read in all its parts', () => {
    const who = 'who: {people: [nadia, oscar], groups: [engineers]}'
    const glass = 'breakGlass: {who: {groups: [security]}, reviewedBy: {people: [priya], manager: true}, within: 1d}'
    const ways = `ways: [auto, {approvedBy: {people: [tomas], groups: [security], manager: true, approvals: 2}}, {${glass}}]`
    const strict = 'maxDuration: 4h, reason: required, ticket: "INC-*", endsByItself: required, approvals: 2'
    const limits = `limits: {${strict}, directAttachment: allowed, wildcards: allowed, onBehalf: allowed}`
    expect(rule(`{name: all, ${who}, what: {policy: Reader}, ${ways}, ${limits}}`)).toEqual({
      name: 'all',
      who: { is: 'some', people: ['nadia at 2:32', 'oscar at 2:39'], groups: ['engineers at 2:56'], manager: false },
      what: { facets: { policy: ['Reader'] } },
      ways: [
        { is: 'auto', at: '2:100' },
        {
          is: 'approvedBy',
          who: { is: 'some', people: ['tomas at 2:129'], groups: ['security at 2:146'], manager: true },
          approvals: 2,
          at: '2:106',
        },
        {
          is: 'breakGlass',
          who: { is: 'some', groups: ['security at 2:217'], manager: false },
          reviewedBy: { is: 'some', people: ['priya at 2:251'], manager: true },
          within: 86400,
          at: '2:188',
        },
      ],
      limits: {
        maxDuration: 14400,
        reason: 'required',
        ticket: 'INC-*',
        endsByItself: 'required',
        approvals: 2,
        directAttachment: 'allowed',
        wildcards: 'allowed',
        onBehalf: 'allowed',
      },
      at: '2:5',
    })
  })

  it('that names nobody is for anyone, and one approval is enough where no number stands', () => {
    const ways =
      'ways: [{approvedBy: {groups: [security]}}, {breakGlass: {who: anyone, reviewedBy: {groups: [security]}, within: 2h}}]'
    const approving = { is: 'some', groups: ['security at 2:74'], manager: false }
    expect(rule(`{name: little, what: {policy: Reader}, ${ways}}`)).toEqual({
      name: 'little',
      who: { is: 'anyone' },
      what: { facets: { policy: ['Reader'] } },
      ways: [
        { is: 'approvedBy', who: approving, approvals: 1, at: '2:51' },
        {
          is: 'breakGlass',
          who: { is: 'anyone' },
          reviewedBy: { is: 'some', groups: ['security at 2:136'], manager: false },
          within: 7200,
          at: '2:87',
        },
      ],
      at: '2:5',
    })
  })

  it('denies in its own words, or only limits', () => {
    expect(rule('{name: never, who: anyone, what: {policy: Admin}, deny: Not here}')).toMatchObject({
      who: { is: 'anyone' },
      deny: 'Not here',
    })
    expect(rule('{name: ticket, what: {policy: Admin}, limits: {ticket: required}}')).toMatchObject({
      limits: { ticket: 'required' },
    })
  })

  it('leaves out what one filter says, or any of several', () => {
    const one = { facets: { policy: ['Admin'] } }
    expect(rule('{name: a, what: {account: "*", not: {policy: Admin}}, ways: [auto]}')).toMatchObject({ not: [one] })
    expect(
      rule('{name: a, what: {account: "*", not: [{policy: Admin}, {escalating: true}]}, ways: [auto]}'),
    ).toMatchObject({ what: { account: ['*'] }, not: [one, { escalating: true }] })
    expect(said('{name: a, what: {account: "*", not: {policy: "/(/"}}, ways: [auto]}')[0]).toMatch(/ at 2:50: /)
    expect(said('{name: a, what: {account: "*", not: [{policy: "/(/"}]}, ways: [auto]}')[0]).toMatch(/ at 2:51: /)
  })
})

describe('a filter', () => {
  const what = (keys: string): unknown => Object(rule(`{name: a, what: {${keys}}, ways: [auto]}`)).what

  it('is read key by key', () => {
    const facets =
      'policy: p, role: r, group: g, permissionSet: s, okta: o, actions: "a:*", resource: x, level: l, reach: c'
    const tags = 'tags: {env: [prod, stage]}, resourceTags: {team: orders}'
    const flags = 'risk: high, endsByItself: true, escalating: false, managesPermissions: true'
    expect(
      what(`account: [prod, "s*"], ou: /a, ${tags}, region: eu-west-1, kind: policy, ${facets}, ${flags}`),
    ).toEqual({
      account: ['prod', 's*'],
      ou: ['/a'],
      tags: { env: ['prod', 'stage'] },
      region: ['eu-west-1'],
      resourceTags: { team: ['orders'] },
      kind: ['policy'],
      facets: {
        policy: ['p'],
        role: ['r'],
        group: ['g'],
        permissionSet: ['s'],
        okta: ['o'],
        action: ['a:*'],
        resource: ['x'],
        level: ['l'],
        reach: ['c'],
      },
      risk: ['high'],
      endsByItself: true,
      escalating: false,
      managesPermissions: true,
    })
  })

  it('says of accounts the same inside `account` and beside it', () => {
    expect(what('account: {name: "p*", ou: [/a, /b], tags: {env: prod}}')).toEqual({
      account: ['p*'],
      ou: ['/a', '/b'],
      tags: { env: ['prod'] },
    })
    expect(what('account: {tags: {env: prod}}, ou: /a')).toEqual({ ou: ['/a'], tags: { env: ['prod'] } })
  })

  it.each([
    ['account: "/(/"', '2:31'],
    ['account: [prod, "/(/"]', '2:38'],
    ['account: {name: "/(/"}', '2:38'],
    ['account: {ou: "/(/"}', '2:36'],
    ['account: {tags: {env: "/(/"}}', '2:44'],
    ['ou: "/(/"', '2:26'],
    ['tags: {env: [a, "/(/"]}', '2:38'],
    ['region: "/(/"', '2:30'],
    ['resourceTags: {team: "/(/"}', '2:43'],
    ['reach: "/(/"', '2:29'],
  ])('that says %s is told where the pattern stands', (keys, place) => {
    expect(said(`{name: a, what: {${keys}}, ways: [auto]}`).map((text) => text.split(': ')[0])).toEqual([
      `pattern-syntax at ${place}`,
    ])
  })

  it('names kinds that there are, each of a list by itself', () => {
    expect(what('kind: [policy, okta]')).toEqual({ kind: ['policy', 'okta'] })
    expect(said('{name: a, what: {kind: [policy, polcy, rol]}, ways: [auto]}')).toEqual([
      'unknown-kind at 2:37: `polcy` is no kind of item, so the rule could never match.',
      'unknown-kind at 2:44: `rol` is no kind of item, so the rule could never match.',
    ])
  })

  it('says nothing twice: `ou` and `tags` stand beside `account` or in it', () => {
    expect(said('{name: a, what: {account: {ou: /a, tags: {e: p}}, ou: /b, tags: {e: q}}, ways: [auto]}')).toEqual([
      'duplicate-entry at 2:55: `ou` is said twice, here and in `account`.',
      'duplicate-entry at 2:63: `tags` is said twice, here and in `account`.',
    ])
  })
})

describe('a rule that contradicts itself', () => {
  it.each([
    ['limits what it denies', '{name: a, what: {policy: p}, deny: "No", limits: {approvals: 2}}', 'limits'],
    ['gives what it denies', '{name: a, what: {policy: p}, deny: "No", ways: [auto]}', 'ways'],
  ])('%s is told so', (_, line, half) => {
    expect(said(line)).toEqual([`rule-deny at 2:34: The rule \`a\` denies, so its ${half} can never count.`])
  })

  it('has an end of broken glass that is none', () => {
    const glass = 'ways: [{breakGlass: {who: anyone, reviewedBy: {groups: [security]}, within: 0d}}]'
    expect(said(`{name: a, what: {policy: p}, ${glass}}`)).toEqual([
      'duration-impossible at 2:110: `0d` is not a duration.',
    ])
    expect(said('{name: a, what: {policy: p}, limits: {maxDuration: 0h}}')).toEqual([
      'duration-impossible at 2:56: `0h` is not a duration.',
    ])
  })

  it('demands a ticket of a form that is none', () => {
    const [found = ''] = said('{name: a, what: {policy: p}, limits: {ticket: "/(/"}}')
    expect(found).toMatch(/^pattern-syntax at 2:51: /)
  })
})
