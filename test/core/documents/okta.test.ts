// What files say about Okta, and what they may not.

import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkRequest } from '../../../src/core/documents/check-request.ts'
import { readRequest } from '../../../src/core/documents/request.ts'
import { readSettings } from '../../../src/core/documents/settings.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { fileOf, filesOf } from './files-of.ts'

const OKTA = 'config/integrations/okta.yaml'
const AWS = 'config/integrations/aws.yaml'

/** The example without the account that people enter through Okta, which is added where it is spoken of. */
const EXAMPLE = filesOf(fileURLToPath(new URL('../../../config', import.meta.url)), 'config')
  .filter(({ path }) => !path.includes('/requests/') && !path.endsWith('/legacy.yaml'))
  .map((file) =>
    file.path === AWS ? fileOf(AWS, `${file.text}`.replace(/ {2}# People enter the old shop.*$/s, '')) : file,
  )

function settingsWith(okta: string | null) {
  const others = EXAMPLE.filter(({ path }) => path !== OKTA)
  return readSettings(okta === null ? others : [...others, fileOf(OKTA, okta)], 'config', KINDS, [
    'iam-user',
    'identity-center',
    'okta-saml',
  ])
}

/** The example, with one account more that people enter through Okta. */
function enteredThrough(okta: string | null) {
  const aws = fileOf(
    AWS,
    `${EXAMPLE.find(({ path }) => path === AWS)?.text}  - {name: legacy, id: "666677778888", mode: okta-saml}\n`,
  )
  const others = EXAMPLE.filter(({ path }) => path !== OKTA && path !== aws.path)
  const files = okta === null ? [...others, aws] : [...others, aws, fileOf(OKTA, okta)]
  return readSettings(files, 'config', KINDS, ['iam-user', 'identity-center', 'okta-saml']).findings.map(
    ({ code, at }) => `${code} in ${at.file}${at.file === OKTA ? ` at ${at.line}:${at.column}` : ''}`,
  )
}

function settings(okta: string | null): Settings {
  const read = settingsWith(okta)
  if (read.settings === null) throw new Error(read.findings.map(({ message }) => message).join(' '))
  return read.settings
}

function codes(access: string, given: Settings) {
  const { request } = readRequest(
    fileOf('config/requests/x.yaml', `for: marta\nreason: A look\nduration: 2h\naccess:\n  - ${access}\n`),
    KINDS,
  )
  if (request === null) throw new Error('the request cannot be read')
  return checkRequest(request, given, null).map(({ code, at }) => `${code} at ${at.line}:${at.column}`)
}

describe('a group of Okta', () => {
  it('can be asked for where settings name an Okta, and nowhere else', () => {
    expect(codes('{okta: Grafana Admins}', settings('org: https://harbor.okta.com\n'))).toEqual([])
    expect(codes('{okta: Grafana Admins}', settings(null))).toEqual(['okta-missing at 5:5'])
  })

  it('is told to be of no use while Okta is leaving', () => {
    expect(codes('{okta: Grafana Admins}', settings('org: https://harbor.okta.com\nclosing: true\n'))).toEqual([
      'account-closing at 5:5',
    ])
  })
})

describe('a group that Okta fills', () => {
  const FILLED = 'org: https://harbor.okta.com\ndirectory: {groups: {orders-leads: Orders Leads}}\n'

  it('is listed for nobody in people.yaml', () => {
    const { settings: none, findings } = settingsWith(FILLED)
    expect(none).toBeNull()
    expect([...new Set(findings.map(({ code, at }) => `${code} in ${at.file}`))]).toEqual([
      'group-from-okta in config/people.yaml',
    ])
  })

  it('may be named by rules though nobody in people.yaml belongs to it', () => {
    const named = FILLED.replace('orders-leads', 'keepers')
    const rules = fileOf(
      'config/rules/more.yaml',
      'rules:\n  - {name: more, what: {okta: "*"}, ways: [{approvedBy: {groups: [keepers]}}]}\n',
    )
    const files = [...EXAMPLE.filter(({ path }) => path !== OKTA), fileOf(OKTA, named), rules]
    expect(readSettings(files, 'config', KINDS, ['iam-user', 'identity-center', 'okta-saml']).findings).toEqual([])
  })
})

describe('an account that people enter through Okta', () => {
  const ORG = 'org: https://harbor.okta.com\n'
  const entry = (account: string, app: string) => `  - {account: ${account}, app: ${app}, provider: Okta}\n`

  it('has an app that holds its key', () => {
    expect(enteredThrough(`${ORG}federation:\n${entry('legacy', '0oa1legacy')}`)).toEqual([])
  })

  it('cannot be asked for while no app leads to it', () => {
    expect(enteredThrough(ORG)).toEqual(['mode-unready in config/integrations/aws.yaml'])
    expect(enteredThrough(null)).toContain('mode-unready in config/integrations/aws.yaml')
  })

  it('is told when an app leads to an account that is entered otherwise, or to none', () => {
    const both = `${ORG}federation:\n${entry('legacy', '0oa1legacy')}`
    expect(enteredThrough(`${both}${entry('orders-prod', '0oa1orders')}`)).toEqual([
      `federation-idle in ${OKTA} at 4:5`,
    ])
    expect(enteredThrough(`${both}${entry('nowhere', '0oa1orders')}`)).toEqual([`unknown-account in ${OKTA} at 4:15`])
  })

  it('has one app, and an app one account', () => {
    const one = `${ORG}federation:\n${entry('legacy', '0oa1legacy')}`
    expect(enteredThrough(`${one}${entry('legacy', '0oa2legacy')}`)).toEqual([`duplicate-name in ${OKTA} at 4:15`])
    expect(enteredThrough(`${one}${entry('orders-prod', '0oa1legacy')}`)).toEqual(
      expect.arrayContaining([`duplicate-name in ${OKTA} at 4:33`]),
    )
  })
})
