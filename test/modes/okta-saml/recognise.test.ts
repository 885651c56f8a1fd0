// Which roles of the pool are held by whom, and who was given which role that is there anyway.

import { describe, expect, it } from 'vitest'
import { unknown } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import { NO_OKTA, type PoolRole } from '../../../src/modes/okta-saml/ground.ts'
import { type Recognising, recognise } from '../../../src/modes/okta-saml/recognise.ts'
import { NOON } from '../../support/builders.ts'
import { ACCOUNT, APP, allowing, appUser, END, ending, federation, ground, poolRole, text, VERSION } from './pool.ts'

const look = (from: Recognising['ground'], more: Partial<Recognising> = {}) =>
  recognise({
    watched: { target: id('prod'), account: ACCOUNT, federation },
    host: 'acme.okta.com',
    ground: from,
    told: () => true,
    ...more,
  })

const document = text(allowing('s3:*'), ending)
const bound = (more: Partial<PoolRole> = {}): PoolRole =>
  poolRole('pool-01', { state: { is: 'bound', userId: '00u1' }, written: true, document, ...more })

describe('a role of the pool', () => {
  it('that is bound is held by its person, with what it permits and until when', () => {
    expect(look(ground([bound()], [['00u1', appUser('marta', ['pool-01'])]]))).toEqual([
      {
        key: `${ACCOUNT}/pool/00u1`,
        mode: 'okta-saml',
        target: 'prod',
        scope: `okta-saml:${ACCOUNT}`,
        state: 'there',
        mark: { version: VERSION, expires: END },
        identity: '00u1',
        content: {
          is: 'pool',
          account: ACCOUNT,
          app: APP,
          marker: 'managed',
          role: 'pool-01',
          userId: '00u1',
          login: 'marta',
          host: 'acme.okta.com',
          document,
          written: true,
          assigned: true,
          session: 3600,
        },
        digest: expect.any(String),
        says: 'role pool-01 bound to marta in prod',
      },
    ])
  })

  it('that bears no policy only remains, whoever is let in by it', () => {
    const [one] = look(ground([bound({ written: false, document: null })], [['00u1', appUser('marta', ['pool-01'])]]))
    expect([one?.state, one?.mark]).toEqual(['remains', { version: 'unreadable', expires: null }])
  })

  it.each<[string, PoolRole['state']]>([
    ['clean', { is: 'clean' }],
    ['resting', { is: 'resting', until: instantOf(NOON) }],
    ['marked in a way nobody understands', { is: 'unreadable' }],
  ])('that is %s is held by nobody', (_how, state) => {
    expect(look(ground([bound({ state })], [['00u1', appUser('marta', ['pool-01'])]]))).toEqual([])
  })

  it.each([
    ['has it', appUser('marta', ['other', 'pool-01']), true, 'marta'],
    ['has another', appUser('marta', ['pool-02']), false, 'marta'],
    ['has it through a group, which is not ours', appUser('marta', ['pool-01'], 'GROUP'), false, 'marta'],
    ['is not in the app', null, false, '00u1'],
    ['was not asked for', undefined, false, '00u1'],
  ] as const)('lets in whom Okta says it does: who %s', (_how, user, assigned, login) => {
    const [one] = look(ground([bound()], user === undefined ? [] : [['00u1', user]]))
    expect(one?.content).toMatchObject({ assigned, login })
  })

  it('is taken for let in by where Okta says nothing, so that it is taken out as well', () => {
    const silent = { ...ground([bound()], []), entered: unknown(NO_OKTA) }
    expect(look(silent)).toMatchObject([
      { content: { assigned: true, login: '00u1' }, says: 'role pool-01 bound to 00u1 in prod' },
    ])
  })

  it('is told where settings lead to no app any more', () => {
    const watched = { target: id<'target'>('gone'), account: ACCOUNT, federation: null }
    expect(look(ground([bound()], []), { watched })[0]?.content).toMatchObject({ app: '', marker: '' })
  })

  it('is told whether or not anybody asked: it is ours', () => {
    expect(look(ground([bound()], []), { told: () => false })).toHaveLength(1)
  })
})

describe('a role that is there anyway', () => {
  it('is told of each who was given it and is asked for, and bears no mark', () => {
    const users = [
      ['00u1', appUser('marta', ['Auditor', 'pool-01', 'Other'])],
      ['00u2', appUser('mario', ['Auditor'])],
      ['00u3', null],
      ['00u4', appUser('group', ['Auditor'], 'GROUP')],
    ] as const
    const told = (key: string): boolean => key !== `${ACCOUNT}/okta-role/00u1/Other`
    const found = look(ground([poolRole('pool-01')], users), { told })
    expect(found[0]).toEqual({
      key: `${ACCOUNT}/okta-role/00u1/Auditor`,
      mode: 'okta-saml',
      target: 'prod',
      scope: `okta-saml:${ACCOUNT}:app`,
      state: 'there',
      mark: null,
      identity: '00u1',
      content: {
        is: 'role',
        account: ACCOUNT,
        app: APP,
        marker: 'managed',
        role: 'Auditor',
        userId: '00u1',
        login: 'marta',
        host: 'acme.okta.com',
      },
      digest: expect.any(String),
      says: 'role Auditor given to marta in prod through Okta',
    })
    expect(found.map(({ key }) => key)).toEqual([
      `${ACCOUNT}/okta-role/00u1/Auditor`,
      `${ACCOUNT}/okta-role/00u2/Auditor`,
    ])
  })

  it('is told of nobody where Okta says nothing', () => {
    expect(look({ ...ground([], []), entered: unknown(NO_OKTA) })).toEqual([])
  })
})
