// What files say about Okta, and what they may not.

import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkRequest } from '../../../src/core/documents/check-request.ts'
import { readRequest } from '../../../src/core/documents/request.ts'
import { readSettings } from '../../../src/core/documents/settings.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { fileOf, filesOf } from './files-of.ts'

const EXAMPLE = filesOf(fileURLToPath(new URL('../../../config', import.meta.url)), 'config')
const OKTA = 'config/integrations/okta.yaml'

function settingsWith(okta: string | null) {
  const others = EXAMPLE.filter(({ path }) => path !== OKTA)
  return readSettings(okta === null ? others : [...others, fileOf(OKTA, okta)], 'config', KINDS, [
    'iam-user',
    'identity-center',
  ])
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
    expect(readSettings(files, 'config', KINDS, ['iam-user', 'identity-center']).findings).toEqual([])
  })
})
