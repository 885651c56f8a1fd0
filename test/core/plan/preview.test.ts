// What a pull request is told before anything landed.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Request } from '../../../src/core/model/request.ts'
import { later } from '../../../src/core/model/time.ts'
import { type Change, type Previewing, preview } from '../../../src/core/plan/preview.ts'
import {
  AT,
  actions,
  approvedBy,
  auto,
  carries,
  document,
  group,
  knowledge,
  NOON,
  person,
  policy,
  request,
  reviews,
  rule,
  sentence,
  settings,
} from '../approval/company.ts'

const NOTHING: Change = { added: [], removed: [], edited: [], settings: [], outside: [] }
const SETTINGS = settings([
  rule('leads', { ways: [approvedBy('@leads')] }),
  rule('self', { who: 'nils', ways: [auto] }),
  rule('powers', { what: { kind: 'policy', managesPermissions: true }, deny: 'Only owners change permissions' }),
  rule('secrets', { what: { kind: 'actions', resourceTags: { env: 'secret' } }, deny: 'Nobody reads secrets' }),
])
const previewed = (change: Partial<Change>, more: Partial<Previewing> = {}) =>
  preview({
    change: { ...NOTHING, ...change },
    settings: SETTINGS,
    deciding: { knowledge, carries, documents: new Map(), tags: new Map() },
    author: null,
    opinions: () => [],
    now: NOON,
    ...more,
  })
const asked: Request = request({ items: [group('Keepers')] })

describe('what a change adds', () => {
  it('is judged as if it landed now', () => {
    const { requests } = previewed({ added: [asked] })
    expect(requests).toMatchObject([
      { request: asked, tentative: null, window: { from: NOON, until: later(NOON, 7200) } },
    ])
    expect(requests.map(({ judgement }) => sentence(judgement))).toEqual(['waiting leads lena,omar 1'])
  })

  it('is asked for by its beneficiary where nobody is known to ask', () => {
    const own = { ...asked, for: { value: 'nils', at: AT } }
    const told = (author: Previewing['author']) =>
      previewed({ added: [own] }, { author }).requests.map(({ judgement }) => sentence(judgement))
    expect(told(null)).toEqual(['allowed auto self'])
    expect(told(person('marta'))).toEqual(['refused on-behalf'])
  })

  it('is judged with what was said of that very file', () => {
    const opinions = (path: string) => (path === asked.path ? reviews('lena') : [])
    const other = { ...asked, id: id<'request'>('r2'), path: 'config/requests/r2.yaml' }
    const { requests } = previewed({ added: [asked, other] }, { opinions })
    expect(requests.map(({ judgement }) => sentence(judgement))).toEqual([
      'allowed approvedBy leads lena',
      'waiting leads lena,omar 1',
    ])
  })

  it('is not judged at all where it says no end', () => {
    expect(previewed({ added: [{ ...asked, when: { is: 'default' } }] }).requests).toEqual([])
  })
})

describe('what depends on something that nobody has read', () => {
  const BUCKET = 'arn:aws:s3:::reports'
  const bucket: Entitlement = { ...actions('s3:GetObject', BUCKET), thing: BUCKET }
  const narrowed: Entitlement = {
    ...policy('IAMFullAccess'),
    permissions: {
      form: 'narrowed',
      policy: { what: 'policy', by: 'name', value: 'IAMFullAccess', at: AT },
      to: [{ arn: 'arn:aws:iam::111111111111:user/marta', only: null, when: {} }],
    },
  }
  const told = (item: Entitlement, more: Partial<Previewing['deciding']> = {}) => {
    const deciding = { knowledge, carries, documents: new Map(), tags: new Map(), ...more }
    const [one] = previewed({ added: [request({ items: [item] })] }, { deciding }).requests
    return one && [sentence(one.judgement), one.tentative && sentence(one.tentative)]
  }
  const UNDECIDED = 'waiting leads lena,omar 1 (undecided)'
  const HARMLESS = 'waiting leads lena,omar 1'

  it.each([
    ['the text of a policy', policy('IAMFullAccess')],
    ['the text of a policy for one resource', narrowed],
    ['the tags of a resource', bucket],
  ])('is shown as if %s were harmless, so that people see whose approval it takes', (_what, item) => {
    expect(told(item)).toEqual([UNDECIDED, HARMLESS])
  })

  it('is decided by what is known', () => {
    const documents = new Map([['orders-prod IAMFullAccess', document('iam:*')]])
    expect(told(policy('IAMFullAccess'), { documents })).toEqual(['refused denied', null])
    const tags = new Map([[`orders-prod ${BUCKET}`, known(new Map([['env', 'secret']]))]])
    expect(told(bucket, { tags })).toEqual(['refused denied', null])
  })

  it('leaves what is known as it is, and supposes only the rest', () => {
    const items = [policy('IAMFullAccess'), bucket]
    const tentative = (deciding: Partial<Previewing['deciding']>) =>
      previewed(
        { added: [request({ items })] },
        { deciding: { knowledge, carries, documents: new Map(), tags: new Map(), ...deciding } },
      ).requests.map((one) => one.tentative && sentence(one.tentative))
    expect(tentative({ documents: new Map([['orders-prod IAMFullAccess', document('s3:GetObject')]]) })).toEqual([
      HARMLESS,
    ])
    expect(tentative({ tags: new Map([[`orders-prod ${BUCKET}`, known(new Map([['env', 'test']]))]]) })).toEqual([
      HARMLESS,
    ])
  })
})

describe('what is wrong with a change', () => {
  const at = { file: asked.path, line: 3, column: 1 }
  const added: Request = { ...asked, at }
  const MIXED = { code: 'change-mixed', cure: 'put them into two pull requests' }
  const EDITED = {
    code: 'request-edited',
    at,
    message: 'config/requests/r1.yaml was merged before, and merged requests do not change',
    cure: 'add another request for the same thing to extend it (there is no gap), or delete this one to end it early',
  }
  const settingsAt = { file: 'config/people.yaml', line: 1, column: 1 }
  const people = ['config/people.yaml']
  const readme = ['README.md']

  it.each<[string, Partial<Change>, readonly unknown[]]>([
    ['requests alone', { added: [added], removed: [added] }, []],
    ['settings alone', { settings: people }, []],
    ['deleted requests beside other files', { removed: [added], outside: readme }, []],
    ['other files alone', { outside: readme }, []],
    ['nothing', {}, []],
  ])('%s are fine', (_what, change, findings) => {
    expect(previewed(change).findings).toEqual(findings)
  })

  it.each<[string, Partial<Change>, unknown]>([
    [
      'requests and settings',
      { added: [added], settings: people, outside: readme },
      { ...MIXED, at, message: 'this change holds requests and settings (config/people.yaml) together' },
    ],
    [
      'deleted requests and settings',
      { removed: [added], settings: people },
      { ...MIXED, at, message: 'this change holds requests and settings (config/people.yaml) together' },
    ],
    [
      'requests and other files',
      { added: [added], outside: readme },
      { ...MIXED, at, message: 'this change holds requests and other files (README.md) together' },
    ],
    [
      'settings and other files',
      { settings: people, outside: readme },
      { ...MIXED, at: settingsAt, message: 'this change holds settings and other files (README.md) together' },
    ],
  ])('%s do not go together', (_what, change, finding) => {
    expect(previewed(change).findings).toEqual([finding])
  })

  it('a merged request that changes is told, also beside settings', () => {
    expect(previewed({ edited: [added] }).findings).toEqual([EDITED])
    expect(previewed({ edited: [added], settings: people }).findings).toEqual([
      EDITED,
      { ...MIXED, at, message: 'this change holds requests and settings (config/people.yaml) together' },
    ])
  })

  it('is told beside what goes away and which settings change', () => {
    expect(previewed({ removed: [added], settings: people })).toMatchObject({
      requests: [],
      removed: [added],
      settings: people,
    })
  })
})
