// What turning one thing into another gives or takes, and what is compared to see whether anything is to be done.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import { type Content, contentDigest, type PolicyContent } from '../../../src/modes/iam-user/content.ts'
import { effectOf } from '../../../src/modes/iam-user/effect.ts'
import { hours, NOON } from '../../support/builders.ts'
import { ACCOUNT, allow, document } from './support.ts'

const policy = (more: Partial<PolicyContent> = {}): PolicyContent => ({
  is: 'policy',
  account: ACCOUNT,
  path: '/daypass/acme/',
  name: 'p',
  document: document(allow(['s3:GetObject'], ['*'])),
  attached: ['user/marta'],
  olderVersions: 0,
  ...more,
})

const tagged = (is: 'membership' | 'attachment', more: object = {}): Content => {
  const common = { account: ACCOUNT, user: 'marta', there: true, mark: { version: 'a', expires: NOON }, ...more }
  return is === 'membership' ? { is, group: 'ops', ...common } : { is, policy: 'arn:p', ...common }
}

const wider = document(allow(['s3:GetObject', 's3:PutObject'], ['*']))

describe('a policy', () => {
  it.each<[string, PolicyContent, PolicyContent, string]>([
    ['the same to the same person', policy(), policy(), 'prepares'],
    ['more', policy(), policy({ document: wider }), 'gives'],
    ['less', policy({ document: wider }), policy(), 'takes'],
    ['the same to one person more', policy(), policy({ attached: ['user/marta', 'user/mario'] }), 'gives'],
    ['the same to one person less', policy({ attached: ['user/marta', 'user/mario'] }), policy(), 'takes'],
    ['less to another person', policy({ document: wider }), policy({ attached: ['user/mario'] }), 'gives'],
    ['something for what cannot be read', policy({ document: null }), policy(), 'gives'],
    ['what cannot be read', policy(), policy({ document: null }), 'gives'],
    ['the same under newer versions', policy({ olderVersions: 3 }), policy(), 'prepares'],
  ])('that then permits %s', (_what, have, want, effect) => {
    expect(effectOf(have, want)).toBe(effect)
  })
})

it('what a tag marks never becomes a policy of ours without giving, nor the other way', () => {
  for (const other of [tagged('membership'), tagged('attachment', { mark: null })])
    expect([effectOf(other, policy()), effectOf(policy(), other)]).toEqual(['gives', 'gives'])
})

describe.each(['membership', 'attachment'] as const)('what a tag marks as a %s', (is) => {
  const until = (count: number) => ({ mark: { version: 'b', expires: later(NOON, hours(count)) } })
  it.each([
    ['that is not there is given, whatever its mark says', { there: false, ...until(9) }, until(1), 'gives'],
    ['lasts longer', until(1), until(2), 'gives'],
    ['lasts shorter', until(2), until(1), 'takes'],
    ['lasts as long by another version', until(0), {}, 'prepares'],
    ['gets an end', { mark: null }, until(1), 'takes'],
    ['gets an end although its mark had none', { mark: { version: 'a', expires: null } }, until(1), 'takes'],
    ['loses its end', until(1), { mark: null }, 'gives'],
    ['never had one', { mark: null }, { mark: null }, 'prepares'],
  ])('%s', (_what, have, want, effect) => {
    expect(effectOf(tagged(is, have), tagged(is, want))).toBe(effect)
  })
})

describe('what is compared', () => {
  const differs = (one: Content, ...others: readonly Content[]): readonly boolean[] =>
    others.map((other) => contentDigest(other) !== contentDigest(one))

  it('of a policy is where it lies, what it permits and to whom', () => {
    expect(
      differs(
        policy(),
        policy({ account: '1' }),
        policy({ path: '/' }),
        policy({ name: 'q' }),
        policy({ attached: [] }),
        policy({ document: wider }),
        policy({ document: null }),
      ),
    ).toEqual([true, true, true, true, true, true])
  })

  it('of a policy is neither who signed it nor how many older versions there are', () => {
    const signed = document(allow(['s3:GetObject'], ['*'], { sid: 'Daypass0Va' }))
    expect(differs(policy(), policy({ document: signed }), policy({ olderVersions: 4 }))).toEqual([false, false])
  })

  it.each(['membership', 'attachment'] as const)('of a %s is whose it is, of what, and until when', (is) => {
    expect(
      differs(
        tagged(is),
        tagged(is, { account: '1' }),
        tagged(is, { user: 'mario' }),
        tagged(is, { there: false }),
        tagged(is, { mark: null }),
        tagged(is, { mark: { version: 'a', expires: later(NOON, 1) } }),
        tagged(is, is === 'membership' ? { group: 'all' } : { policy: 'arn:q' }),
        tagged(is === 'membership' ? 'attachment' : 'membership'),
      ),
    ).toEqual([true, true, true, true, true, true, true])
    expect(differs(tagged(is), tagged(is, { mark: { version: 'b', expires: NOON } }))).toEqual([false])
  })

  it('tells a policy that nobody can read from one that permits nothing', () => {
    expect(differs(policy({ document: null }), policy({ document: document() }))).toEqual([true])
    expect(contentDigest(tagged('membership', { mark: null }))).toBe(
      contentDigest(tagged('membership', { mark: { version: 'a', expires: null } })),
    )
  })
})
