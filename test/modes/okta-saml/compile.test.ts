// Which calls a change of a role of the pool takes, in order, and what each of them does.

import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../src/core/model/time.ts'
import type { Call } from '../../../src/core/plan/provisioner.ts'
import { callOf, isWrite, OKTA_OPERATIONS, OPERATIONS, scopesOf } from '../../../src/modes/okta-saml/calls.ts'
import { compile } from '../../../src/modes/okta-saml/compile.ts'
import { type Content, contentDigest, type PoolContent } from '../../../src/modes/okta-saml/content.ts'
import { effectOf } from '../../../src/modes/okta-saml/effect.ts'
import { hours, NOON } from '../../support/builders.ts'
import { ACCOUNT, APP, allowing, aPool, aRole, ending, seen, text, wanting } from './pool.ts'

const shown = (calls: readonly Call[]) => calls.map(({ op, effect, with: given }) => [`${op} ${effect}`, given])
const ops = (calls: readonly Call[]) => calls.map(({ op, effect }) => `${op} ${effect}`)

const grant = (content: Content) => compile({ do: 'grant', want: wanting(content) }, NOON)
const adjust = (have: Content, want: Content) =>
  compile({ do: 'adjust', have: seen(have), want: wanting(want), effect: effectOf(have, want) }, NOON)
const revoke = (have: Content, now = NOON) => compile({ do: 'revoke', have: seen(have), because: 'expired' }, now)

const person = (role: string) => ({ app: APP, marker: 'managed', role, userId: '00u1', login: 'marta' })
const role = { account: ACCOUNT, role: 'pool-01' }
const document = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    {
      Sid: ending.sid,
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { DateGreaterThanEquals: { 'aws:CurrentTime': '2026-12-01T14:00:00Z' } },
    },
  ],
}

describe('a role of the pool', () => {
  it('is bound to its person, then written, and only then let in by', () => {
    expect(shown(grant(aPool()))).toEqual([
      ['TagRole prepares', { ...role, key: 'daypass:state', value: 'bound 00u1' }],
      ['PutRolePolicy prepares', { ...role, document }],
      ['addRoleToAppUser gives', person('pool-01')],
    ])
    expect(new Set(grant(aPool()).map(({ lane }) => lane))).toEqual(new Set([`okta:${APP}`]))
  })

  it('is not written without a text', () => {
    expect(() => grant(aPool({ document: null }))).toThrow('no document to write for pool-01')
  })

  it('that is taken is emptied, let out of, and put to rest for as long as a session could live', () => {
    const now = instantOf(NOON + hours(1))
    const rest = ['TagRole tidies', { ...role, key: 'daypass:state', value: 'rests 2026-12-01T14:00:00Z' }]
    const out = ['removeRoleFromAppUser takes', person('pool-01')]
    const empty = ['DeleteRolePolicy takes', role]
    expect(shown(revoke(aPool(), now))).toEqual([empty, out, rest])
    expect(shown(revoke(aPool({ written: false }), now))).toEqual([out, rest])
    expect(shown(revoke(aPool({ assigned: false }), now))).toEqual([empty, rest])
    expect(shown(revoke(aPool({ document: null }), now))).toEqual([empty, out, rest])
    const longer = ['TagRole tidies', { ...role, key: 'daypass:state', value: 'rests 2026-12-01T15:00:00Z' }]
    expect(shown(revoke(aPool({ written: false, assigned: false, session: 7200 }), now))).toEqual([longer])
  })

  const more = text(allowing('s3:GetObject', 's3:PutObject'), ending)
  it.each<[string, Partial<PoolContent>, Partial<PoolContent>, readonly string[]]>([
    ['that is as it should be is left alone', {}, {}, []],
    ['that permits too little is written, which gives', {}, { document: more }, ['PutRolePolicy gives']],
    ['that permits too much is written, which takes', { document: more }, {}, ['PutRolePolicy takes']],
    ['whose text nobody understands is written, which in doubt gives', { document: null }, {}, ['PutRolePolicy gives']],
    ['that nobody is let in by is only let in by', { assigned: false }, {}, ['addRoleToAppUser gives']],
    [
      'that nobody is let in by is written before anybody is',
      { assigned: false, document: more },
      {},
      ['PutRolePolicy prepares', 'addRoleToAppUser gives'],
    ],
  ])('%s', (_what, have, want, calls) => {
    expect(ops(adjust(aPool(have), aPool(want)))).toEqual(calls)
  })

  it('that another version signed anew is written, which neither gives nor takes', () => {
    const signed = text(allowing('s3:GetObject'), { ...ending, sid: 'Daypass1Vb' })
    expect(ops(adjust(aPool(), aPool({ document: signed })))).toEqual(['PutRolePolicy prepares'])
  })

  it('is written and let in by as it is wanted', () => {
    expect(shown(adjust(aPool({ assigned: false, document: null }), aPool()))).toEqual([
      ['PutRolePolicy prepares', { ...role, document }],
      ['addRoleToAppUser gives', person('pool-01')],
    ])
  })
})

describe('a role that is there anyway', () => {
  it('is let in by and out of, and nothing is written', () => {
    expect(shown(grant(aRole()))).toEqual([['addRoleToAppUser gives', person('Auditor')]])
    expect(shown(revoke(aRole()))).toEqual([['removeRoleFromAppUser takes', person('Auditor')]])
    expect(adjust(aRole(), aRole())).toEqual([])
    expect([...adjust(aPool(), aRole()), ...adjust(aRole(), aPool())]).toEqual([])
  })
})

describe('what is given or taken', () => {
  const more = { document: text(allowing('s3:GetObject', 's3:PutObject'), ending) }
  it.each<[string, Partial<PoolContent>, Partial<PoolContent>, string]>([
    ['by nothing', {}, {}, 'prepares'],
    ['by more', {}, more, 'gives'],
    ['by less', more, {}, 'takes'],
    ['by letting in', { assigned: false }, {}, 'gives'],
    ['by letting out', {}, { assigned: false }, 'takes'],
    ['by nothing to nobody', { assigned: false }, { assigned: false }, 'prepares'],
    ['by another role', {}, { role: 'pool-02' }, 'gives'],
    ['by what nobody could read', { document: null }, {}, 'gives'],
    ['by what nobody can read', {}, { document: null }, 'gives'],
  ])('%s', (_how, have, want, effect) => {
    expect(effectOf(aPool(have), aPool(want))).toBe(effect)
  })

  it('by a role of another kind, and never by one that is there anyway', () => {
    for (const role of ['pool-01', 'Auditor'])
      expect([effectOf(aPool(), aRole({ role })), effectOf(aRole({ role }), aPool())]).toEqual(['gives', 'gives'])
    expect(effectOf(aRole(), aRole())).toBe('prepares')
  })
})

describe('what is compared', () => {
  const differs = (one: Content, ...others: readonly Content[]): readonly boolean[] =>
    others.map((other) => contentDigest(other) !== contentDigest(one))

  it('is whose it is, by which role, in which app and account, and what that permits', () => {
    const common = [{ account: '1' }, { app: 'x' }, { role: 'x' }, { userId: 'x' }]
    expect(differs(aRole(), ...common.map(aRole), aPool({ role: 'Auditor' }))).toEqual([true, true, true, true, true])
    const pool = [...common, { assigned: false }, { document: null }, { document: text() }]
    expect(differs(aPool(), ...pool.map(aPool))).toEqual(pool.map(() => true))
    expect(differs(aPool({ document: null }), aPool({ document: text() }))).toEqual([true])
  })

  it('is not what people read of it, who signed it, or how long it rests', () => {
    const same = [{ login: 'x' }, { host: 'x' }, { marker: 'x' }]
    expect(differs(aRole(), ...same.map(aRole))).toEqual([false, false, false])
    const signed = { document: text(allowing('s3:GetObject'), { ...ending, sid: 'Daypass1Vb' }) }
    const pool = [...same, { session: 1 }, { written: false }, signed]
    expect(differs(aPool(), ...pool.map(aPool))).toEqual(pool.map(() => false))
  })
})

describe('the table of operations', () => {
  it('asks Okta for no more than each job needs', () => {
    expect([scopesOf('apply'), scopesOf('expire'), scopesOf('inventory')]).toEqual([
      ['okta.apps.manage', 'okta.apps.read', 'okta.schemas.read', 'okta.users.read'],
      ['okta.apps.manage', 'okta.apps.read', 'okta.schemas.read', 'okta.users.read'],
      ['okta.apps.read', 'okta.schemas.read', 'okta.users.read'],
    ])
  })

  it('lets the inventory change nothing', () => {
    for (const row of [...Object.values(OPERATIONS), ...Object.values(OKTA_OPERATIONS)])
      if (row.jobs.some((job) => job === 'inventory')) expect(row.effect).toBe('reads')
  })

  it('knows what a call can be, and its effect unless it does something else', () => {
    for (const op of ['PutRolePolicy', 'TagRole', 'DeleteRolePolicy', 'addRoleToAppUser', 'removeRoleFromAppUser'])
      expect([op, isWrite(op)]).toEqual([op, true])
    for (const op of ['DeleteRole', 'GetPolicy', 'getUser', 'toString']) expect([op, isWrite(op)]).toEqual([op, false])
    expect(callOf('DeleteRolePolicy', APP, role)).toEqual({
      op: 'DeleteRolePolicy',
      lane: `okta:${APP}`,
      effect: 'takes',
      with: role,
    })
    expect(callOf('TagRole', APP, role, 'takes').effect).toBe('takes')
  })
})
