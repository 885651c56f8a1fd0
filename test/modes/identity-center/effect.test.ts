// What turning one set into another gives or takes, and what is compared to see whether anything is to be done.

import { describe, expect, it } from 'vitest'
import { type Content, contentDigest, type SetContent } from '../../../src/modes/identity-center/content.ts'
import { effectOf } from '../../../src/modes/identity-center/effect.ts'
import { allowing, anAssignment, aSet, MARTA } from './sets.ts'

const more = { document: allowing('s3:GetObject', 's3:PutObject') }

describe('a set', () => {
  it.each<[string, Partial<SetContent>, Partial<SetContent>, string]>([
    ['that stays as it is', {}, {}, 'prepares'],
    ['that permits more', {}, more, 'gives'],
    ['that permits less', more, {}, 'takes'],
    ['with one of the policies of AWS more', {}, { managed: ['arn:a'] }, 'gives'],
    ['with one of the policies of AWS less', { managed: ['arn:a'] }, {}, 'takes'],
    ['with another policy of AWS', { managed: ['arn:a'] }, { managed: ['arn:b'] }, 'gives'],
    ['with one policy of the account more', {}, { customer: ['/a'] }, 'gives'],
    ['with one policy of the account less', { customer: ['/a'] }, {}, 'takes'],
    ['of one person more', {}, { assigned: [MARTA, 'x'] }, 'gives'],
    ['of one person less', { assigned: [MARTA, 'x'] }, {}, 'takes'],
    ['that permits less to somebody else', more, { assigned: ['x'] }, 'gives'],
    ['that nobody could read', { document: null }, {}, 'gives'],
    ['that nobody can read then', {}, { document: null }, 'gives'],
    ['that nobody could ever read', { document: null }, { document: null }, 'gives'],
  ])('%s', (_what, have, want, effect) => {
    expect(effectOf(aSet(have), aSet(want))).toBe(effect)
  })

  it('that becomes an assignment gives, and so does the other way; an assignment is there or not', () => {
    expect([effectOf(aSet(), anAssignment()), effectOf(anAssignment(), aSet())]).toEqual(['gives', 'gives'])
    expect(effectOf(anAssignment(), anAssignment())).toBe('prepares')
  })
})

describe('what is compared', () => {
  const differs = (one: Content, ...others: readonly Content[]): readonly boolean[] =>
    others.map((other) => contentDigest(other) !== contentDigest(one))

  it('of a set is what it permits, to whom and where', () => {
    const others: readonly Partial<SetContent>[] = [
      { account: '1' },
      { name: 'x' },
      { managed: ['arn:a'] },
      { customer: ['/a'] },
      { assigned: [] },
      { document: null },
      more,
    ]
    expect(differs(aSet(), ...others.map(aSet))).toEqual(others.map(() => true))
    expect(differs(aSet({ document: null }), aSet({ document: { version: '2012-10-17', statements: [] } }))).toEqual([
      true,
    ])
  })

  it('of a set is neither who signed it, what people read of it, nor where they enter', () => {
    const signed = allowing('s3:GetObject').statements.map((one) => ({ ...one, sid: 'Daypass0Va' }))
    const others: readonly Partial<SetContent>[] = [
      { made: { description: '', person: '', version: '' } },
      { portal: { url: '', region: '' } },
      { document: { version: '2012-10-17', statements: signed } },
    ]
    expect(differs(aSet(), ...others.map(aSet))).toEqual([false, false, false])
  })

  it('of an assignment is who has which set where, and not how long its sessions last', () => {
    const others = [{ account: '1' }, { userId: 'x' }, { set: 'x' }].map(anAssignment)
    expect(differs(anAssignment(), ...others, aSet())).toEqual([true, true, true, true])
    expect(differs(anAssignment(), anAssignment({ session: 1, user: 'x' }))).toEqual([false])
  })
})
