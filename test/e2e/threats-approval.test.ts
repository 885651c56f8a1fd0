// Threats to who approved what, each played against the bundle's apply.

import { describe, expect, it } from 'vitest'
import { addUser, removeUser, renameUser } from '../../src/sandbox/github/actions/people.ts'
import { changePull } from '../../src/sandbox/github/actions/pulls.ts'
import { dismiss, forgetReviewedCommits } from '../../src/sandbox/github/actions/reviews.ts'
import { DAY, HOUR, inHouse, MINUTE } from './house.ts'
import { expectNothingGiven, expectRefused, givingCalls, MARTA, mayRead, refusals, whatAnybodyMay } from './judging.ts'
import { approve, land, loginOf, merge, propose, pushMore, REPOSITORY, says } from './people.ts'
import { asking } from './requests.ts'

describe.concurrent('threats to the approval', () => {
  it(
    'threat 5: stale approval, then new push',
    inHouse(async (house) => {
      const pull = propose(house, { by: 'marta', files: asking('stale') })
      approve(house, pull, 'tomas')
      pushMore(house, pull, 'marta', asking('stale', { duration: '4h' }))
      merge(house, pull)
      const ran = await house.run('apply')
      expectRefused(house, ran, { stale: 'approvals-missing' }, /tomas-vega approved other bytes/)
    }),
  )

  it(
    'threat 7: self-approval, second account, bot-opened pull request',
    inHouse(async (house) => {
      house.change((world) => addUser(world, { id: 990001, login: 'marta-private' }))
      house.change((world) => addUser(world, { id: 990003, login: 'tomas-private' }))
      house.change((world) => addUser(world, { id: 990002, login: 'helpful[bot]', type: 'Bot' }))
      land(house, { by: 'aiko', files: asking('own', { for: 'aiko' }), approvedBy: ['aiko'] })
      land(house, { by: 'jonas', files: asking('for-approver', { for: 'tomas' }), approvedBy: ['tomas'] })
      land(house, { by: 'tomas', files: asking('by-approver', { for: 'marta' }), approvedBy: ['tomas'] })
      land(house, { by: 'tomas', files: asking('by-approver-too', { for: 'marta' }), approvedBy: ['tomas', 'aiko'] })
      land(house, { by: 'jonas', files: asking('behalf-by-one', { for: 'marta' }), approvedBy: ['tomas'] })
      land(house, {
        by: 'jonas',
        files: asking('behalf-by-beneficiary', { for: 'aiko' }),
        approvedBy: ['tomas', 'aiko'],
      })
      land(house, { by: 'marta-private', files: asking('second-asks'), approvedBy: ['tomas'] })
      land(house, { by: 'jonas', files: asking('second-approves', { for: 'jonas' }), approvedBy: ['tomas-private'] })
      land(house, { by: 'helpful[bot]', files: asking('bot'), approvedBy: ['tomas', 'aiko'] })
      const ran = await house.run('apply')
      expectRefused(
        house,
        ran,
        {
          own: 'approvals-missing',
          'for-approver': 'rules-at-landing',
          'by-approver': 'rules-at-landing',
          'by-approver-too': 'rules-at-landing',
          'behalf-by-one': 'approvals-missing',
          'behalf-by-beneficiary': 'rules-at-landing',
          'second-asks': 'author-unknown',
          'second-approves': 'approvals-missing',
          bot: 'author-unknown',
        },
        'helpful opened it, which is no person',
      )
    }),
  )

  it(
    'and what two eligible people approve on behalf of a third is given',
    inHouse(async (house) => {
      land(house, { by: 'jonas', files: asking('behalf'), approvedBy: ['tomas', 'aiko'] })
      const ran = await house.run('apply')
      expect(ran.code).toBe(0)
      expect(whatAnybodyMay(house)).toEqual([`111122223333 ${MARTA} sqs:ReceiveMessage`])
    }),
  )

  it(
    'threat 8: the approver rewrites what another asked for',
    inHouse(async (house) => {
      const mine = propose(house, { by: 'marta', files: asking('hijacked') })
      pushMore(house, mine, 'aiko', asking('hijacked', { for: 'aiko' }))
      approve(house, mine, 'aiko')
      merge(house, mine)
      const helped = propose(house, { by: 'marta', files: asking('helped') })
      pushMore(house, helped, 'aiko', asking('helped', { for: 'aiko' }))
      approve(house, helped, 'aiko', 'tomas')
      merge(house, helped)
      const ran = await house.run('apply')
      // Asked for by marta it takes two leads besides the one who gets it: there is but one.
      expectRefused(house, ran, { hijacked: 'rules-at-landing', helped: 'rules-at-landing' }, /2 approvals/)
    }),
  )

  it(
    'threat 9: a reader, an outsider, a bot or a former colleague approves',
    inHouse(async (house) => {
      house.change((world) => addUser(world, { id: 990001, login: 'passer-by' }))
      house.change((world) => addUser(world, { id: 990002, login: 'helpful[bot]', type: 'Bot' }))
      house.change((world) => addUser(world, { id: 990003, login: 'imported', type: 'Mannequin' }))
      for (const who of ['jonas', 'passer-by', 'helpful[bot]', 'imported', 'nadia', 'aiko'])
        land(house, { by: 'marta', files: asking(`by-${who.replace('[bot]', '-bot')}`), approvedBy: [who] })
      house.change((world) => removeUser(world, { login: loginOf(house, 'aiko') }))
      const ran = await house.run('apply')
      const ids = ['by-jonas', 'by-passer-by', 'by-helpful-bot', 'by-imported', 'by-nadia', 'by-aiko']
      expectRefused(house, ran, Object.fromEntries(ids.map((id) => [id, 'approvals-missing'])))
    }),
  )

  it(
    'threat 10: a review is dismissed, or changes are asked for later',
    inHouse(async (house) => {
      const at = house.now()
      const dismissed = propose(house, { by: 'marta', files: asking('dismissed') })
      approve(house, dismissed, 'tomas')
      house.change((world) =>
        dismiss(world, { repository: REPOSITORY, pull: dismissed, user: loginOf(house, 'tomas'), at }),
      )
      merge(house, dismissed)
      const regretted = propose(house, { by: 'marta', files: asking('regretted') })
      says(house, 'tomas', regretted, { at: at - MINUTE })
      says(house, 'tomas', regretted, { state: 'CHANGES_REQUESTED' })
      merge(house, regretted)
      const opposed = propose(house, { by: 'marta', files: asking('opposed') })
      says(house, 'aiko', opposed, { state: 'CHANGES_REQUESTED', at: at - MINUTE })
      approve(house, opposed, 'tomas')
      merge(house, opposed)
      const late = land(house, { by: 'marta', files: asking('opposed-after'), approvedBy: ['tomas'] })
      says(house, 'tomas', late, { state: 'CHANGES_REQUESTED', at: at + MINUTE })
      const ran = await house.run('apply')
      expectRefused(house, ran, {
        dismissed: 'approvals-missing',
        regretted: 'changes-requested',
        opposed: 'changes-requested',
        'opposed-after': 'changes-requested',
      })
    }),
  )

  it(
    'threat 11: a review after the merge, of a commit that is gone, or long before',
    inHouse(async (house) => {
      const late = land(house, { by: 'marta', files: asking('late') })
      says(house, 'tomas', late, { at: house.now() + 1 })
      const gone = propose(house, { by: 'marta', files: asking('gone') })
      approve(house, gone, 'tomas')
      house.change((world) => forgetReviewedCommits(world, { repository: REPOSITORY, pull: gone, at: house.now() }))
      merge(house, gone)
      const old = propose(house, { by: 'marta', files: asking('old') })
      says(house, 'tomas', old, { at: house.now() - 8 * DAY })
      merge(house, old)
      const ran = await house.run('apply')
      expectRefused(
        house,
        ran,
        { late: 'approvals-missing', gone: 'approvals-missing', old: 'approvals-missing' },
        'approved a commit that is gone',
        /approved 8d before the merge, which is too long/,
      )
    }),
  )

  it(
    'threat 12: the objection stands on the second page of 101 reviews, which fails',
    inHouse(async (house) => {
      const pull = propose(house, { by: 'marta', files: asking('paged') })
      approve(house, pull, 'tomas')
      for (let nth = 0; nth < 99; nth += 1) says(house, 'jonas', pull, { state: 'COMMENTED' })
      says(house, 'aiko', pull, { state: 'CHANGES_REQUESTED' })
      merge(house, pull)
      house.sandbox.faults.add({
        when: { part: 'github', op: 'DaypassReviews' },
        do: { status: 404, code: 'NotFound' },
      })
      const blind = await house.run('apply')
      expectNothingGiven(house, blind)
      expect(refusals(house)).toEqual({})
      expect(blind.text).toMatch(/not proved: .*GitHub GraphQL reviews/)
      expect(blind.code).toBe(2)
      house.sandbox.faults.clear()
      expectRefused(house, await house.run('apply'), { paged: 'changes-requested' })
    }),
  )

  it(
    'threat 13: somebody else takes the login that a colleague gave up',
    inHouse(async (house) => {
      const freed = [loginOf(house, 'tomas'), loginOf(house, 'marta')] as const
      for (const [nth, login] of freed.entries()) {
        house.change((world) => renameUser(world, { login, to: `${login}-new` }))
        house.change((world) => addUser(world, { id: 990001 + nth, login }))
      }
      land(house, { by: 'jonas', files: asking('approved-by-name', { for: 'jonas' }), approvedBy: [freed[0]] })
      land(house, { by: freed[1], files: asking('asked-by-name'), approvedBy: ['aiko'] })
      land(house, { by: `${freed[1]}-new`, files: asking('renamed'), approvedBy: [`${freed[0]}-new`] })
      const ran = await house.run('apply')
      expect(refusals(house)).toEqual({ 'approved-by-name': 'approvals-missing', 'asked-by-name': 'author-unknown' })
      // The renamed colleagues are who they were: theirs alone is given.
      expect(whatAnybodyMay(house)).toEqual([`111122223333 ${MARTA} sqs:ReceiveMessage`])
      expect(givingCalls(ran)).toEqual(['CreatePolicy 111122223333', 'AttachUserPolicy 111122223333'])
    }),
  )

  it(
    'threat 25: the landing is dated far from its merge, or its end in the past',
    inHouse(async (house) => {
      land(house, {
        by: 'marta',
        files: asking('dated-ahead'),
        approvedBy: ['tomas'],
        committedAt: house.now() + 10 * MINUTE,
      })
      const far = 'until: 2027-12-01T00:00:00Z'
      const over = 'until: 2026-11-30T00:00:00Z'
      for (const [id, line] of [
        ['far', far],
        ['over', over],
      ] as const) {
        const files = Object.entries(asking(id)).map(([path, text]) => [path, text.replace('duration: 2h', line)])
        land(house, { by: 'marta', files: Object.fromEntries(files), approvedBy: ['tomas'] })
      }
      house.wait(11 * MINUTE)
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(refusals(house)).toEqual({ 'dated-ahead': 'clock', far: 'rules-at-landing' })
      house.wait(3 * HOUR)
      expect(whatAnybodyMay(house)).toEqual([])
    }),
  )

  it(
    'an approval of what the default branch did not have yet counts only once it is merged',
    inHouse(async (house) => {
      const pull = propose(house, { by: 'marta', files: asking('open') })
      approve(house, pull, 'tomas')
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(mayRead(house, MARTA)).toBe(false)
      house.change((world) => changePull(world, { repository: REPOSITORY, pull, at: house.now() }, { draft: true }))
      merge(house, pull)
      expect((await house.run('apply')).code).toBe(0)
      expect(mayRead(house, MARTA)).toBe(true)
    }),
  )
})
