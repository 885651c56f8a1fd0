// Whether each key that settings may have is read, where it stands and as what.

import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../../src/core/model/time.ts'
import { at } from '../../support/builders.ts'
import { asRead } from './as-read.ts'
import { FILES, read } from './everything.ts'

const EVERYTHING = () => read(FILES).settings
const PLAIN = { system: 'aws', ou: '/', closing: false }
const READER = { kind: 'role', what: 'role:Reader', says: 'the role Reader', facets: { role: ['Reader'] }, at: '8:43' }

describe('settings that say everything', () => {
  it('have nothing wrong in them', () => {
    expect(read(FILES).findings).toEqual([])
  })

  it('name the installation, its owners, its limits and what it protects', () => {
    const { installation, owners, formBot, limits, protected: guarded } = EVERYTHING() ?? {}
    expect(asRead({ installation, owners, formBot, limits, guarded })).toEqual({
      installation: 'harbor',
      owners: { people: ['nadia at 3:19', 'oscar at 3:26', 'priya at 3:33', 'tomas at 3:40'], approvals: 3 },
      formBot: 41898282,
      limits: {
        strays: 3,
        maxDuration: 2 * DAY,
        claimWithin: 3 * HOUR,
        waitingTime: 4 * DAY,
        reviewAge: 5 * DAY,
        itemsPerRequest: 6,
      },
      guarded: {
        people: ['nadia at 6:22'],
        targets: ['prod at 6:40', 'okta at 6:46'],
        things: ['Admin', '/^break-.*$/'],
      },
    })
  })

  it('know each person by handle, GitHub account, e-mail, manager and groups', () => {
    const mail = (name: string) => `${name}@harbor.example`
    expect(asRead(EVERYTHING()?.people)).toEqual({
      nadia: {
        handle: 'nadia',
        githubId: 1,
        login: 'nadia-berg',
        email: mail('nadia'),
        groups: ['engineers', 'security'],
        at: '2:3',
      },
      oscar: {
        handle: 'oscar',
        githubId: 2,
        login: 'oscar-lind',
        email: mail('oscar'),
        manager: 'nadia',
        groups: ['engineers'],
        at: '3:3',
      },
      priya: { handle: 'priya', githubId: 3, login: 'priya-rao', email: mail('priya'), at: '4:3' },
      tomas: { handle: 'tomas', githubId: 4, login: 'tomas-hall', email: mail('tomas'), at: '5:3' },
    })
  })

  it('bundle items, each with its place, and how long they are given for', () => {
    expect(asRead(EVERYTHING()?.bundles)).toEqual({
      oncall: {
        name: 'oncall',
        says: 'What on-call needs',
        duration: 2 * HOUR,
        items: [
          {
            kind: 'policy',
            what: 'policy:ViewOnlyAccess',
            says: 'the policy ViewOnlyAccess',
            permissions: {
              form: 'policy',
              policy: { what: 'policy', by: 'name', value: 'ViewOnlyAccess', at: '6:18' },
            },
            facets: { policy: ['ViewOnlyAccess'] },
            at: '6:9',
          },
          {
            kind: 'okta',
            what: 'okta:Grafana Admins',
            says: 'the Okta group Grafana Admins',
            permissions: {
              form: 'existing',
              thing: { what: 'group', by: 'name', value: 'Grafana Admins', at: '7:16' },
            },
            facets: { okta: ['Grafana Admins'] },
            at: '7:9',
            target: 'okta',
          },
        ],
        at: '2:3',
      },
      reading: {
        name: 'reading',
        says: 'Looking around',
        items: [
          {
            ...READER,
            permissions: { form: 'existing', thing: { what: 'role', by: 'name', value: 'Reader', at: '8:50' } },
          },
        ],
        at: '8:3',
      },
    })
  })

  it('hold a person, an account, a request or everything, since when and why', () => {
    expect(asRead(EVERYTHING()?.holds)).toEqual([
      {
        what: { is: 'person', person: 'oscar' },
        because: 'Laptop stolen',
        since: at('2026-12-01T08:00:00Z'),
        at: '2:5',
      },
      { what: { is: 'target', target: 'prod' }, because: 'Incident', at: '3:5' },
      { what: { is: 'request', request: 'oscar-queue' }, because: 'Asked for too much', at: '4:5' },
      { what: { is: 'everything' }, because: 'All stop', at: '5:5' },
    ])
  })

  it('say how AWS is reached and which accounts there are', () => {
    const hub = (job: string) => `arn:aws:iam::999900001111:role/daypass/hub-${job}`
    expect(asRead(EVERYTHING()?.aws)).toEqual({
      partition: 'aws',
      region: 'eu-west-1',
      hub: { apply: hub('apply'), expire: hub('expire'), inventory: hub('inventory') },
      roles: { apply: 'daypass/apply', expire: 'access/expire', inventory: 'daypass/inventory' },
      externalId: 'harbor-1',
      identityCenter: {
        home: '999900001111',
        region: 'eu-north-1',
        match: 'email',
        managementAccount: 'allowed',
        sets: 'merged',
      },
      inventory: { aggregator: 'eu-central-1' },
      trust: {
        repository: 'harbor/access',
        repositoryId: 11,
        ownerId: 12,
        branch: 'live',
        workflows: { repository: 'harbor/locked', ref: 'refs/tags/v1' },
        administrators: ['Root'],
      },
      handsOut: { groups: ['readers'], policies: ['ViewOnlyAccess'] },
      accounts: [
        {
          system: 'aws',
          name: 'prod',
          id: '111122223333',
          mode: 'iam-user',
          ou: '/work/prod',
          tags: { env: 'prod' },
          match: { by: 'tag', tag: 'mail' },
          closing: true,
          at: '20:5',
        },
        { ...PLAIN, name: 'stage', id: '444455556666', mode: 'identity-center', match: { by: 'userName' }, at: '27:5' },
        { ...PLAIN, name: 'shop', id: '777788889999', mode: 'okta-saml', match: { by: 'localPart' }, at: '28:5' },
      ],
    })
  })

  it('say how Okta is reached, what it decides about people and which accounts are entered through it', () => {
    expect(asRead(EVERYTHING()?.okta)).toEqual({
      host: 'harbor.okta.com',
      credential: { in: 'secret', arn: 'arn:aws:secretsmanager:eu-west-1:999900001111:secret:okta', at: '2:22' },
      match: 'email',
      directory: {
        groups: { leads: 'Orders Leads' },
        github: { id: 'githubId', login: 'githubLogin' },
        manager: 'managerEmail',
        at: '4:12',
      },
      federation: [{ account: 'shop', app: '0oa1shop', provider: 'Okta', roles: 20, marker: 'ours', at: '6:5' }],
      closing: true,
      at: '1:1',
    })
  })
})
