// What live grants become in an account of IAM users.

import { describe, expect, it } from 'vitest'
import type { PolicyDocument } from '../../../src/core/model/policy-document.ts'
import { later } from '../../../src/core/model/time.ts'
import type { Placed } from '../../../src/core/plan/provisioner.ts'
import { policySize } from '../../../src/core/policy/write.ts'
import { markIn } from '../../../src/modes/aws/signature.ts'
import type { Content, PolicyContent } from '../../../src/modes/iam-user/content.ts'
import { contentDigest } from '../../../src/modes/iam-user/content.ts'
import { place } from '../../../src/modes/iam-user/place.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'
import {
  ACCOUNT,
  allow,
  aPolicy,
  document,
  existing,
  placing,
  resolved,
  seeing,
  someActions,
  TABLE,
  TARGET,
  version,
} from './support.ts'

const putting = (...live: Parameters<typeof place>[1]) => place(placing, live, seeing())

const only = (placed: Placed<Content>) => {
  expect(placed.blocked).toEqual([])
  expect(placed.holdings).toHaveLength(1)
  const [holding] = placed.holdings
  if (holding === undefined) throw new Error('nothing was placed')
  return holding
}

const policyIn = (content: Content): PolicyContent & { readonly document: NonNullable<PolicyContent['document']> } => {
  if (content.is !== 'policy' || content.document === null) throw new Error(`a ${content.is}, not a policy`)
  return { ...content, document: content.document }
}

const MARTA = 'user/marta@example.com'
const END = later(NOON, hours(2))

describe('a grant of actions', () => {
  const holding = () => only(putting(resolved(someActions('dynamodb:GetItem'))))

  it('becomes a policy of its own that ends by itself, bound to its account and signed with its version', () => {
    expect(holding()).toMatchObject({
      target: TARGET,
      scope: `iam:${ACCOUNT}`,
      lapse: 'always',
      until: END,
      identity: 'AIDAMARTA',
    })
    expect(policyIn(holding().content)).toMatchObject({ path: '/daypass/acme/', attached: [MARTA] })
    expect(policyIn(holding().content).document.statements).toEqual([
      {
        sid: `Daypass0V${'a'.repeat(40)}`,
        effect: 'Allow',
        actions: { only: ['dynamodb:GetItem'] },
        resources: { only: [TABLE] },
        conditions: {
          StringEqualsIfExists: { 'aws:ResourceAccount': [ACCOUNT] },
          DateLessThan: { 'aws:CurrentTime': ['2026-12-01T14:00:00Z'] },
        },
      },
    ])
  })

  it('carries a mark that can be read back', () => {
    expect(markIn(policyIn(holding().content).document)).toEqual({ version: 'a'.repeat(40), expires: END })
  })

  it('keeps its key when it is asked for again, and has another for another person', () => {
    const again = only(putting(resolved(someActions('dynamodb:GetItem'), { version: 'b', from: later(NOON, -60) })))
    const other = only(putting(resolved(someActions('dynamodb:GetItem'), { person: 'mario' })))
    expect(again.key).toBe(holding().key)
    expect(other.key).not.toBe(holding().key)
  })

  it('says when it begins only while that lies ahead', () => {
    const ahead = only(putting(resolved(someActions('dynamodb:GetItem'), { from: later(NOON, 600) })))
    expect(policyIn(ahead.content).document.statements[0]?.conditions['DateGreaterThanEquals']).toEqual({
      'aws:CurrentTime': ['2026-12-01T12:10:00Z'],
    })
  })
})

describe('several grants of the same thing', () => {
  const first = { version: 'a', until: later(NOON, hours(2)) }
  const longer = { version: 'b', from: later(NOON, -600), until: later(NOON, hours(3)) }
  const what = someActions('dynamodb:GetItem')

  it('are one holding with the latest end, signed with the version that gives it', () => {
    for (const live of [
      [first, longer],
      [longer, first],
    ]) {
      const holding = only(putting(...live.map((parts) => resolved(what, parts))))
      expect(holding.until).toBe(longer.until)
      expect(holding.holders).toHaveLength(2)
      expect(markIn(policyIn(holding.content).document)).toEqual({ version: 'b'.repeat(40), expires: longer.until })
    }
  })

  it('stay as they are when the shorter one ends', () => {
    const both = only(putting(resolved(what, first), resolved(what, longer)))
    const left = only(place(placing, [resolved(what, longer)], { ...seeing(), asOf: later(NOON, hours(2.5)) }))
    expect(left.digest).toBe(both.digest)
  })

  it('do not fill the gap between two windows', () => {
    const late = { version: 'c', from: later(NOON, hours(5)), until: later(NOON, hours(6)) }
    const { document: made } = policyIn(only(putting(resolved(what, first), resolved(what, late))).content)
    expect(
      made.statements.map(({ conditions }) => [conditions['DateGreaterThanEquals'], conditions['DateLessThan']]),
    ).toEqual([
      [undefined, { 'aws:CurrentTime': ['2026-12-01T14:00:00Z'] }],
      [{ 'aws:CurrentTime': ['2026-12-01T17:00:00Z'] }, { 'aws:CurrentTime': ['2026-12-01T18:00:00Z'] }],
    ])
    expect(new Set(made.statements.map(({ sid }) => sid)).size).toBe(2)
  })
})

describe('a policy limited to one resource', () => {
  const limited = (text: PolicyDocument) =>
    putting(
      resolved(
        {
          ...aPolicy('PowerUserAccess'),
          what: `resource:policy PowerUserAccess on ${TABLE}`,
          permissions: {
            form: 'narrowed',
            policy: { what: 'policy', by: 'name', value: 'PowerUserAccess', at: HERE },
            to: [{ arn: TABLE, only: null, when: {} }],
          },
        },
        { text },
      ),
    )

  it('is judged by what is left of it, not by what it could do elsewhere', () => {
    const { content } = only(limited(document(allow(['*'], ['*']))))
    expect(policyIn(content).document.statements.map(({ resources }) => resources)).toEqual([{ only: [TABLE] }])
  })

  it('of which nothing is left is blocked', () => {
    expect(limited(document(allow(['s3:*'], ['arn:aws:s3:::a']))).blocked[0]?.because).toContain('nothing of it can be')
  })

  it('keeps the name of its holding when the text changes, so that the record pins what was given', () => {
    const [before, after] = [['dynamodb:GetItem'], ['dynamodb:GetItem', 'dynamodb:Scan']].map((actions) =>
      only(limited(document(allow(actions, ['*'])))),
    )
    expect(before?.key).toBe(after?.key)
    expect(before?.digest).not.toBe(after?.digest)
  })
})

describe('a managed policy', () => {
  const text = document(allow(['s3:GetObject'], ['*'], { sid: 'Theirs' }))

  it('is copied, dated and signed, and reaches as far as it did', () => {
    const holding = only(putting(resolved(aPolicy('Readers'), { text })))
    expect(holding.lapse).toBe('always')
    expect(policyIn(holding.content).document.statements[0]).toMatchObject({
      sid: `Daypass0V${'a'.repeat(40)}`,
      resources: { only: ['*'] },
      conditions: { DateLessThan: { 'aws:CurrentTime': ['2026-12-01T14:00:00Z'] } },
    })
    expect(policyIn(holding.content).document.statements[0]?.conditions['StringEqualsIfExists']).toBeUndefined()
  })

  const denying = document(allow(['s3:*'], ['*']), { ...allow(['s3:Delete*'], ['*']), effect: 'Deny' })
  const long = document(
    ...Array.from({ length: 60 }, (_, index) => allow(['s3:GetObject'], [`arn:aws:s3:::bucket-${index}/*`])),
  )

  it.each([
    ['holds a Deny', denying],
    ['is too long with its end', long],
    ['is not understood', undefined],
  ])('that %s is blocked, or attached as it is where a rule lets it', (_why, given) => {
    const parts = given === undefined ? {} : { text: given }
    const { holdings, blocked } = putting(resolved(aPolicy('Readers'), parts))
    expect(holdings).toEqual([])
    expect(blocked[0]?.because).toMatch(/^Readers cannot be copied with an end: /)
    const direct = putting(resolved(aPolicy('Readers'), { ...parts, directAttachment: true }))
    if (given === undefined) expect(direct.blocked[0]?.because).toMatch(/not understood/)
    else
      expect(only(direct)).toMatchObject({
        lapse: 'never',
        content: {
          is: 'attachment',
          user: 'marta@example.com',
          policy: `arn:aws:iam::${ACCOUNT}:policy/Readers`,
          there: true,
        },
      })
  })

  it('is blocked just above the size that IAM takes and not below', () => {
    const sized = (count: number) => document(allow(['s3:GetObject'], ['x'.repeat(count)]))
    const room =
      placing.quotas.policySize -
      policySize(policyIn(only(putting(resolved(aPolicy('A'), { text: sized(1) }))).content).document) +
      1
    expect(only(putting(resolved(aPolicy('A'), { text: sized(room) }))).lapse).toBe('always')
    expect(putting(resolved(aPolicy('A'), { text: sized(room + 1) })).blocked[0]?.because).toMatch(
      /takes 6145 characters/,
    )
  })

  it.each([
    ['everything', document(allow(['*'], ['*']))],
    ['writing IAM', document(allow(['iam:AttachUserPolicy'], ['*']))],
    ['any role', document(allow(['sts:AssumeRole'], ['*']))],
  ])('that permits %s could change Daypass itself and is blocked, however it would be held', (_what, given) => {
    for (const directAttachment of [true, false]) {
      const { holdings, blocked } = putting(resolved(aPolicy('Power'), { text: given, directAttachment }))
      expect(holdings).toEqual([])
      expect(blocked[0]?.because).toMatch(/could change Daypass itself/)
    }
  })
})

describe('roles and groups', () => {
  it('a role becomes leave to assume it until the end; sessions outlast it', () => {
    const holding = only(putting(resolved(existing('role', 'orders-admin'))))
    expect(holding.lapse).toBe('depends')
    expect(policyIn(holding.content).document.statements[0]).toMatchObject({
      actions: { only: ['sts:AssumeRole'] },
      resources: { only: [`arn:aws:iam::${ACCOUNT}:role/orders-admin`] },
    })
  })

  it("Daypass's own role is not handed out", () => {
    const { blocked } = putting(resolved(existing('role', `arn:aws:iam::${ACCOUNT}:role/daypass/apply`)))
    expect(blocked[0]?.because).toBe("apply is Daypass's own")
  })

  it('a group becomes a membership that never ends by itself, with its mark', () => {
    const holding = only(putting(resolved(existing('group', 'orders-team'))))
    expect(holding).toMatchObject({
      key: `${ACCOUNT}/membership/AIDAMARTA/orders-team`,
      lapse: 'never',
      content: { group: 'orders-team', there: true, mark: { version: version('a'), expires: END } },
    })
  })

  it('a permission set is nothing that an IAM user can hold', () => {
    expect(putting(resolved(existing('permissionSet', 'Admins'))).blocked).toHaveLength(1)
  })
})

describe('quotas', () => {
  const eleven = () =>
    Array.from({ length: 11 }, (_, index) => resolved(someActions(`s3:Get${index}`), { used: { policies: 0 } }))

  it('let ten policies on one user, and block the eleventh with what to do', () => {
    const { holdings, blocked } = putting(...eleven())
    expect(holdings).toHaveLength(10)
    expect(blocked).toHaveLength(1)
    expect(blocked[0]?.because).toMatch(/can have 10 policies attached, and all are taken/)
  })

  it('count what others put there', () => {
    const { holdings } = putting(
      ...eleven()
        .slice(0, 3)
        .map((one) => ({ ...one, facts: one.facts.map((fact) => ({ ...fact, used: { policies: 8 } })) })),
    )
    expect(holdings).toHaveLength(2)
  })

  it('let what is there already stay', () => {
    const all = putting(...eleven())
    const lost = eleven().find((one) => all.blocked[0]?.grants.includes(one.grant.key))
    if (lost === undefined) throw new Error('nothing was blocked')
    const there = only(putting(lost))
    const observed = { ...there, state: 'there' as const, mark: { version: 'a', expires: null }, says: 'it' }
    const { holdings } = place(placing, eleven(), seeing(observed))
    expect(holdings.map(({ key }) => key)).toContain(there.key)
    expect(holdings).toHaveLength(10)
  })

  it.each([
    ['groups', { groups: 10 }, existing('group', 'a')],
    ['tags', { tags: 50 }, existing('group', 'a')],
    ['policies of its own', { policiesOfAccount: 1500 }, someActions('s3:GetObject')],
  ])('stop at the last of the %s', (says, used, what) => {
    expect(putting(resolved(what, { used })).blocked[0]?.because).toContain(says)
  })
})

describe('what is compared', () => {
  it('is not the version that gives the end, but everything that is permitted, to whom and until when', () => {
    const what = someActions('dynamodb:GetItem')
    const one = only(putting(resolved(what)))
    const other = only(putting(resolved(what, { version: 'b' })))
    const longer = only(putting(resolved(what, { until: later(END, 60) })))
    expect(other.digest).toBe(one.digest)
    expect(longer.digest).not.toBe(one.digest)
    expect(contentDigest({ ...policyIn(one.content), attached: [MARTA, 'user/mallory'] })).not.toBe(one.digest)
    expect(contentDigest({ ...policyIn(one.content), olderVersions: 3 })).toBe(one.digest)
  })
})
