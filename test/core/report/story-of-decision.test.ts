// How it is told what was decided of a request, what that hangs on, and what may be done in an emergency.

import { describe, expect, it } from 'vitest'
import { HOUR, later } from '../../../src/core/model/time.ts'
import { decisionStory } from '../../../src/core/report/story-of-request.ts'
import {
  AT,
  actions,
  approvedBy,
  auto,
  breakGlass,
  judge,
  NOON,
  policy,
  reviews,
  rule,
  settings,
} from '../approval/company.ts'
import { type Case, LEADS, narrowed, told } from './telling.ts'

describe('a decision', () => {
  const decided = (one: Case) => told(one).decision

  it('that allows names approvers and the rule with its place', () => {
    const elsewhere = { ...rule('none', { who: 'sam', ways: [auto] }), at: { ...AT, line: 9 } }
    expect(decided({ rules: [elsewhere, ...LEADS], ask: { opinions: reviews('lena omar') } })).toEqual({
      is: 'allowed',
      approvers: ['lena', 'omar'],
      rule: 'leads',
      at: AT,
    })
    expect(decided({ ask: { opinions: reviews('lena') }, over: { settings: settings([]) } })).toMatchObject({
      at: null,
    })
  })

  it('that refuses says every reason with its place', () =>
    expect(decided({ rules: [rule('no', { deny: 'Not here' })] })).toEqual({
      is: 'refused',
      objections: [{ says: 'rule no: Not here', cure: '', rule: null, at: AT }],
    }))

  it('that refuses because of the file says what to do', () =>
    expect(decided({ ask: { in: 'nowhere' } })).toEqual({
      is: 'refused',
      objections: [
        {
          says: 'there is no account named nowhere',
          cure: 'name an account of integrations/aws.yaml',
          rule: null,
          at: AT,
        },
      ],
    }))

  it('that refuses for several reasons says of each what to do', () =>
    expect(decided({ ask: { for: 'ghost', in: 'nowhere' } })).toMatchObject({
      objections: [
        { says: 'there is no account named nowhere', cure: 'name an account of integrations/aws.yaml' },
        { says: 'there is nobody named ghost', cure: 'name a person of people.yaml by handle' },
      ],
    }))

  it('that hangs on what only the cloud knows is open, even where it would be refused by what is known', () => {
    const rules = [rule('r', { what: { risk: ['low'] }, ways: [auto] })]
    const open = {
      is: 'undecided',
      because: 'what a policy contains and how a resource is tagged is only known after the merge',
    }
    expect(decided({ rules, ask: { unread: true } })).toEqual(open)
    const waits = judge(LEADS, {})
    expect(decisionStory({ ...waits, undecided: true }, settings(LEADS), null)).toEqual(open)
  })

  it('is the tentative one where there is one', () =>
    expect(decided({ over: { tentative: judge([rule('all', { ways: [auto] })]) } })).toMatchObject({ rule: 'all' }))
})

describe('an emergency', () => {
  const GLASS = [rule('r', { ways: [approvedBy('@leads'), breakGlass('@oncall', '@security @owners')] })]
  const WRITE = rule('write', { what: { risk: ['high'] }, ways: [approvedBy('@leads'), breakGlass('@oncall')] })
  const HINT =
    'In an emergency that cannot wait, add the line `breakGlass: true` to the file: it is then given at once, told loudly, and reviewed afterwards.'

  it('is told loudly: who must review it, and how soon', () => {
    const broken = told({ rules: GLASS, ask: { for: 'nils', glass: true } })
    expect(broken.breakGlass).toBe(
      'Nobody approves this beforehand: olga, sam must review it within 1d. An approval before the merge makes that needless.',
    )
    expect(broken.emergency).toBeNull()
    const tentative = judge(GLASS, { for: 'nils', glass: true })
    expect(told({ over: { tentative } }).breakGlass).toContain('olga, sam')
  })

  it.each<[string, Case, string | null]>([
    ['is offered to whoever waits and could break the glass', { rules: GLASS, ask: { for: 'nils' } }, HINT],
    ['is not offered to whoever could not', { rules: GLASS, ask: { for: 'marta' } }, null],
    [
      'is not offered to whoever asks for another',
      { rules: GLASS, ask: { for: 'nils' }, over: { requester: null } },
      null,
    ],
    [
      'is not offered where nothing is missing',
      { rules: GLASS, ask: { for: 'nils', opinions: reviews('lena') } },
      null,
    ],
    ['is not offered where no rule has such a way', { ask: { for: 'nils' } }, null],
    [
      'is not offered to whoever might approve it for others',
      { rules: [rule('r', { ways: [approvedBy('@engineers')] })], ask: { for: 'nils' } },
      null,
    ],
    [
      'is offered where the other items are allowed anyway',
      {
        rules: [WRITE, rule('read', { what: { risk: ['low'] }, ways: [auto] })],
        ask: { for: 'nils', items: [actions('s3:GetObject'), actions('s3:PutObject')] },
      },
      HINT,
    ],
    [
      'is not offered where one item would still wait',
      {
        rules: [WRITE, rule('read', { what: { risk: ['low'] }, ways: [approvedBy('@leads')] })],
        ask: { for: 'nils', items: [actions('s3:GetObject'), actions('s3:PutObject')] },
      },
      null,
    ],
  ])('%s', (_says, one, hint) => {
    expect(told(one).emergency).toBe(hint)
  })

  it('is judged as it would be if what is not known were harmless', () =>
    expect(
      told({ rules: GLASS, ask: { for: 'nils', unread: true }, over: { tentative: judge(GLASS, { for: 'nils' }) } })
        .emergency,
    ).toBe(HINT))
})

describe('what a decision hangs on', () => {
  const TAGGED = [rule('r', { what: { resourceTags: { team: 'orders' } }, ways: [auto] }), ...LEADS]
  const thing = { ...actions('s3:GetObject', 'arn:aws:s3:::a'), thing: 'arn:aws:s3:::a' }
  const after = 'is looked at after the merge; if that is more than the rules allow, nothing is given.'
  const again =
    'is as the inventory of 2027-01-15T07:00:00Z has it. It is looked at again after the merge; if that is then more than the rules allow, nothing is given.'
  /** Judged inside the test. */
  const looked = {
    get tentative() {
      return judge(LEADS)
    },
  }
  const textsAsOf = later(NOON, -HOUR)

  it.each<[string, Case, string | null]>([
    ['nothing, where nobody has to look', {}, null],
    ['texts that are looked at later', { over: looked }, `What the policies contain ${after}`],
    [
      'texts of policies that are cut down',
      { ask: { items: [narrowed] }, over: { textsAsOf } },
      `What the policies contain ${again}`,
    ],
    ['texts of the inventory', { over: { textsAsOf } }, `What the policies contain ${again}`],
    [
      'tags that are looked at later',
      { rules: TAGGED, ask: { items: [thing] }, over: looked },
      `How the resources are tagged ${after}`,
    ],
    [
      'tags of the inventory',
      { rules: TAGGED, ask: { items: [thing] }, over: { textsAsOf } },
      `How the resources are tagged ${again}`,
    ],
    [
      'both',
      { rules: TAGGED, ask: { items: [thing, policy('AmazonS3ReadOnlyAccess')] }, over: { textsAsOf } },
      `What the policies contain and how the resources are tagged ${again}`,
    ],
    ['nothing, where no rule looks at tags', { ask: { items: [thing] }, over: { textsAsOf } }, null],
    [
      'nothing, where no single resource is named',
      { rules: TAGGED, ask: { items: [actions('s3:GetObject')] }, over: { textsAsOf } },
      null,
    ],
  ])('is told: %s', (_says, one, provided) => {
    expect(told(one).provided).toBe(provided)
  })
})
