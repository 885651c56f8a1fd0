// What settings mean where they say as little as they may.

import { describe, expect, it } from 'vitest'
import { DAY } from '../../../src/core/model/time.ts'
import { FILES, read } from './everything.ts'

describe('settings that say as little as they may', () => {
  const LITTLE = {
    'daypass.yaml': 'version: 1\ninstallation: harbor\nowners: {people: [nadia, oscar, priya]}\n',
    'people.yaml': FILES['people.yaml'],
    'integrations/aws.yaml':
      'partition: aws\nregion: eu-west-1\ntrust: {repository: a/b, repositoryId: 1, ownerId: 2}\n' +
      'identityCenter: {home: "999900001111", region: eu-north-1}\naccounts: [{name: prod, id: "111122223333", mode: iam-user}]\n',
    'integrations/okta.yaml': 'org: https://harbor.okta.com\ndirectory: {}\n',
  }

  it('mean what the reference says of what is left out', () => {
    const { settings, findings } = read(LITTLE)
    expect(findings).toEqual([])
    expect(settings).toMatchObject({
      owners: { approvals: 2 },
      formBot: null,
      limits: {
        strays: 10,
        maxDuration: 7 * DAY,
        claimWithin: DAY,
        waitingTime: 3 * DAY,
        reviewAge: 7 * DAY,
        itemsPerRequest: 50,
      },
      protected: { people: [], targets: [], things: [] },
      bundles: new Map(),
      rules: [],
      holds: [],
      aws: {
        hub: { apply: null, expire: null, inventory: null },
        roles: { apply: 'daypass/apply', expire: 'daypass/expire', inventory: 'daypass/inventory' },
        externalId: null,
        identityCenter: { match: 'userName', managementAccount: 'refused', sets: 'separate' },
        inventory: null,
        trust: {
          branch: 'main',
          workflows: null,
          administrators: ['OrganizationAccountAccessRole', 'stacksets-exec-*'],
        },
        handsOut: { groups: [], policies: [] },
        accounts: [{ ou: '/', tags: {}, match: { by: 'userName' }, closing: false }],
      },
      okta: {
        credential: { in: 'environment' },
        match: 'login',
        directory: { groups: new Map(), github: null, manager: null },
        federation: [],
        closing: false,
      },
    })
  })

  it('need neither AWS nor Okta, and no directory in Okta', () => {
    const { 'integrations/aws.yaml': _, 'integrations/okta.yaml': __, ...bare } = LITTLE
    expect(read(bare).settings).toMatchObject({ aws: null, okta: null })
    expect(
      read({ ...bare, 'integrations/okta.yaml': 'org: https://harbor.okta.com\n' }).settings?.okta?.directory,
    ).toBe(null)
    const aws = read({
      ...bare,
      'integrations/aws.yaml':
        'partition: aws\nregion: eu-west-1\naccounts: [{name: prod, id: "111122223333", mode: iam-user}]\n',
    }).settings?.aws
    expect(aws).toMatchObject({ identityCenter: null, trust: null })
  })

  it('give an app ten roles and the marker that Daypass makes, where they say nothing else', () => {
    const aws =
      'partition: aws\nregion: eu-west-1\naccounts: [{name: shop, id: "777788889999", mode: okta-saml, identity: {match: userName}}]\n'
    const okta = 'org: https://harbor.okta.com\nfederation: [{account: shop, app: 0oa1shop, provider: Okta}]\n'
    const { settings } = read({ ...LITTLE, 'integrations/aws.yaml': aws, 'integrations/okta.yaml': okta })
    expect(settings?.okta?.federation).toMatchObject([{ roles: 10, marker: 'managedByDaypass' }])
    expect(settings?.aws?.accounts).toMatchObject([{ match: { by: 'userName' } }])
  })
})
