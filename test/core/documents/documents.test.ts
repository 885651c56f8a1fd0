// What is said of all files together: requests beside settings, holds beside requests, files beside each other.

import { describe, expect, it } from 'vitest'
import { readDocuments } from '../../../src/core/documents/documents.ts'
import { compilerFor, validatorOf } from '../../../src/core/documents/validator.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { FILES, MODES, read } from './everything.ts'
import { fileOf } from './files-of.ts'

const REQUEST = 'for: oscar\nduration: 2h\naccess: [{okta: Grafana Admins}]\n'
const STAYING = { ...FILES, 'integrations/okta.yaml': FILES['integrations/okta.yaml'].replace('closing: true\n', '') }

const files = (all: Readonly<Record<string, string>>) => Object.entries(all).map(([path, text]) => fileOf(path, text))
const documents = (more: Readonly<Record<string, string>>) =>
  readDocuments(files({ ...STAYING, 'requests/oscar-queue.yaml': REQUEST, ...more }), '', KINDS, MODES)
const said = (more: Readonly<Record<string, string>>) =>
  documents(more).findings.map(
    ({ code, at, message }) => `${code} in ${at.file} at ${at.line}:${at.column}: ${message}`,
  )

describe('a request', () => {
  it('is held against the settings beside it, and not where there are none that count', () => {
    const unknown = REQUEST.replace('oscar', 'osca')
    const person =
      'unknown-person in requests/a.yaml at 1:6: The person `osca` is not known: people.yaml has no such handle.'
    expect(said({ 'requests/a.yaml': unknown })).toEqual([person])
    expect(said({ 'requests/a.yaml': unknown, 'bundles.yaml': 'bundles: 7\n' })).toHaveLength(1)
  })

  it('has an id that no other has, or that could be taken for it', () => {
    expect(
      said({ 'requests/old/oscar-queue.yaml': REQUEST, 'requests/osar.yaml': REQUEST, 'requests/0sar.yaml': REQUEST }),
    ).toEqual([
      'look-alike in requests/osar.yaml at 1:1: The request id `osar` is easily taken for `0sar` (requests/0sar.yaml).',
      'duplicate-request in requests/oscar-queue.yaml at 1:1: The id `oscar-queue` is that of requests/old/oscar-queue.yaml too.',
    ])
  })
})

describe('a request in the wrong place', () => {
  it('is told so once for each line that asks in Okta for what lies in an account', () => {
    const access = 'access: [{account: okta, policy: X}, {account: okta, policy: X}]\n'
    expect(
      said({ 'requests/a.yaml': `for: oscar\nduration: 2h\n${access}` }).map((text) => text.split(':')[0]),
    ).toEqual(['unknown-account in requests/a.yaml at 3', 'unknown-account in requests/a.yaml at 3'])
  })

  it('is told what to do where there is no Okta', () => {
    const { 'integrations/okta.yaml': _, ...rest } = STAYING
    const given = { ...rest, 'daypass.yaml': rest['daypass.yaml'].replace('prod, okta', 'prod') }
    const aws = given['integrations/aws.yaml'].replace(/.*okta-saml.*\n/, '')
    const { findings } = readDocuments(
      files({ ...given, 'integrations/aws.yaml': aws, 'requests/oscar-queue.yaml': REQUEST }),
      '',
      KINDS,
      MODES,
    )
    expect(findings.map(({ code, cure }) => `${code}: ${cure}`)).toEqual([
      'okta-missing: Ask for something else, or let owners add integrations/okta.yaml.',
    ])
  })
})

describe('a rule', () => {
  it('that requires a ticket requires any, and not one that is called so', () => {
    const rule = 'rules: [{name: a, what: {policy: X}, limits: {ticket: required}}]\n'
    expect(read({ ...STAYING, 'rules/a.yaml': rule }).settings?.rules[0]?.limits.ticket).toBe('required')
  })
})

describe('a hold', () => {
  it('on a request, a person or an account that there is has nothing said against it', () => {
    expect(said({})).toEqual([])
  })

  it('on what there is not is told where its name stands', () => {
    const holds =
      'holds:\n  - {because: x, request: osca-queue}\n  - {because: x, target: pord}\n  - {because: x, person: osca}\n'
    expect(said({ 'holds.yaml': holds })).toEqual([
      'unknown-account in holds.yaml at 3:26: The target `pord` is not known: neither an account of integrations/aws.yaml nor okta is called so.',
      'unknown-person in holds.yaml at 4:26: The person `osca` is not known: people.yaml has no such handle.',
    ])
    expect(said({ 'holds.yaml': 'holds: [{because: x, request: osca-queue}]\n' })).toEqual([
      'unknown-request in holds.yaml at 1:9: The request `osca-queue` is not known: there is no such request.',
    ])
  })
})

describe('files', () => {
  it('come in any order, and in the same after they were read', () => {
    const given = files({
      'requests/b.yaml': REQUEST,
      ...STAYING,
      'requests/a.yaml': REQUEST,
      'holds.yaml': 'holds: []\n',
    })
    const { requests } = readDocuments(Object.freeze(given), '', KINDS, MODES)
    expect(requests.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('that are there in another form than a file are not said to be missing, too', () => {
    const link = fileOf('people.yaml', 'elsewhere.yaml', '120000')
    const { 'people.yaml': _, ...rest } = STAYING
    const { findings } = readDocuments([...files(rest), link], '', KINDS, MODES)
    expect(findings.filter(({ at }) => at.file === 'people.yaml').map(({ code }) => code)).toEqual(['file-mode'])
  })

  it('with rules are each blamed for what is broken in them', () => {
    const broken = { 'rules/a.yaml': 'rules: 7\n', 'rules/b.yaml': 'rules: 8\n' }
    expect(read({ ...STAYING, 'holds.yaml': 'holds: []\n', ...broken }).findings.map(({ at }) => at.file)).toEqual([
      'rules/a.yaml',
      'rules/b.yaml',
    ])
  })

  it('with a text that is no time or no pattern are told at its place, a long one shortened', () => {
    const long = `/${'x'.repeat(90)}(/`
    const rule = `rules: [{name: a, what: {policy: "${long}"}, deny: x}]\n`
    const bundles = STAYING['bundles.yaml'].replace('duration: 2h', 'duration: 0h')
    expect(said({ 'rules/a.yaml': rule, 'bundles.yaml': bundles })).toEqual([
      'duration-impossible in bundles.yaml at 4:15: `0h` is not a duration.',
      expect.stringContaining(`pattern-syntax in rules/a.yaml at 1:34: \`${long.slice(0, 80)}\` is not a pattern: `),
    ])
  })
})

describe('a way of giving access', () => {
  it('that there is not is told with those that there are, in the order of their names', () => {
    const modes = ['okta-saml', 'identity-center', 'iam-user']
    const aws = STAYING['integrations/aws.yaml'].replace('mode: iam-user', 'mode: by-hand')
    const { findings } = readDocuments(files({ ...STAYING, 'integrations/aws.yaml': aws }), '', KINDS, modes)
    expect(findings.filter(({ code }) => code === 'unknown-mode').map(({ cure }) => cure)).toEqual([
      'Possible: iam-user, identity-center, okta-saml.',
    ])
  })
})

describe('schemas', () => {
  it('are compiled once for each table of kinds', () => {
    const kinds = { ...KINDS, schema: { ...KINDS.schema } }
    expect(compilerFor(kinds)).toBe(compilerFor(kinds))
    expect(compilerFor(kinds)).not.toBe(compilerFor(KINDS))
    for (const name of ['rules', 'aws', 'okta'] as const)
      expect(validatorOf(name, kinds)).toBe(validatorOf(name, kinds))
  })
})

describe('policies that may be handed out as they are', () => {
  it.each([
    ['AdministratorAccess', true],
    ['*', true],
    ['*?*', true],
    ['Read*', false],
    ['*Reader', false],
  ])('%s is too much: %s', (name, much) => {
    const aws = STAYING['integrations/aws.yaml'].replace('policies: [ViewOnlyAccess]', `policies: ["${name}"]`)
    expect(said({ 'integrations/aws.yaml': aws }).some((text) => text.startsWith('hands-out-all'))).toBe(much)
  })
})
