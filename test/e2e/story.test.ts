// The whole story on the bundle: asked, planned, approved, merged, given, ended, gone; and run again at every point.

import { describe, expect, it } from 'vitest'
import { mayDo } from '../../src/sandbox/access.ts'
import { accountOf, editAccount, ourPoliciesIn } from './cloud.ts'
import { HOUR, type House, inHouse, MINUTE } from './house.ts'
import { entriesOf, givingCalls, MARTA, mayRead, whatAnybodyMay } from './judging.ts'
import { approve, land, merge, propose } from './people.ts'
import { ACTION, asking, PROD, pathOf, queueIn, STAGE } from './requests.ts'

const BUNDLE =
  'for: marta\nreason: Orders queue is stuck\nticket: INC-4211\nduration: 2h\naccess:\n  - {account: orders-prod, bundle: orders-oncall}\n'
const RENEWED =
  'for: marta\nreason: Still stuck\nticket: INC-4211\nduration: 4h\naccess:\n  - {account: orders-prod, bundle: orders-oncall}\n'

const JONAS = 'jonas.weil@harborgoods.example'

const githubCalls = ({ sandbox }: House): number =>
  sandbox.journal.entries().filter(({ op }) => op.startsWith('Daypass')).length

const opsOf = (ran: { readonly writes: readonly { readonly op: string }[] }): readonly string[] =>
  ran.writes.map(({ op }) => op).sort()

describe.concurrent('the story', () => {
  it(
    'from the pull request to the end',
    inHouse(async (house) => {
      const pull = propose(house, { by: 'marta', files: { [pathOf('queue')]: BUNDLE } })
      const waiting = await house.run('plan', { 'pull-request': String(pull) })
      expect(waiting.code).toBe(0)
      expect(waiting.summary).toMatch(/🟡 Waiting for 1 approval by orders-leads/)
      approve(house, pull, 'tomas')
      const allowed = await house.run('plan', { 'pull-request': String(pull) })
      expect(allowed.summary).toMatch(/🟢 Allowed: marta gets this/)
      // Planning writes nothing but what GitHub shows.
      expect(house.sandbox.journal.writes().filter(({ part }) => part !== 'github')).toEqual([])
      merge(house, pull)

      const given = await house.run('apply')
      expect(given.code).toBe(0)
      expect(opsOf(given)).toEqual(['AttachUserPolicy', 'AttachUserPolicy', 'CreatePolicy', 'CreatePolicy'])
      expect(given.summary).toMatch(/🟢 Ready: marta has access until 2026-12-01 11:00 UTC/)
      expect(given.summary).toMatch(/```mermaid\ngantt\n[^`]*section marta\n[^`]*2026-12-01T09:00, 2026-12-01T11:00\n/)
      expect(whatAnybodyMay(house)).toEqual([`${PROD} ${MARTA} ${ACTION}`, `${PROD} ${MARTA} logs:GetLogEvents`])
      const asks = (action: string, resource: string): boolean =>
        mayDo(house.sandbox.world(), { as: { account: PROD, user: MARTA }, action, resource, at: house.now() }).allowed
      expect(asks('sqs:StartMessageMoveTask', queueIn(PROD))).toBe(true)
      expect(asks(ACTION, `${queueIn(PROD)}-other`)).toBe(false)
      expect(asks('sqs:DeleteMessage', queueIn(PROD))).toBe(false)
      expect(asks('logs:DeleteLogGroup', '*')).toBe(false)
      expect(mayRead(house, MARTA, STAGE)).toBe(false)

      house.sandbox.journal.clear()
      for (const again of [
        await house.run('apply'),
        await house.run('apply', {}, { GITHUB_RUN_ATTEMPT: '2' }),
        await house.run('expire'),
      ]) {
        expect(again.code, again.text).toBe(0)
        expect(again.writes).toEqual([])
        expect(again.summary).toMatch(/Nothing to do/)
      }
      // What is settled costs one look a run whether anything waits, and the record no line.
      expect(githubCalls(house)).toBe(3)
      expect(house.sandbox.journal.writes()).toEqual([])

      house.wait(2 * HOUR - 1)
      expect(mayRead(house, MARTA)).toBe(true)
      house.wait(1)
      expect(whatAnybodyMay(house)).toEqual([])
      const ended = await house.run('expire')
      expect(ended.code).toBe(0)
      expect(opsOf(ended)).toEqual(['DeletePolicy', 'DeletePolicy', 'DetachUserPolicy', 'DetachUserPolicy'])
      expect(ourPoliciesIn(house)).toEqual([])
      expect((await house.run('expire')).writes).toEqual([])
      expect((await house.run('apply')).writes).toEqual([])
      expect(entriesOf(house, 'ended').map(({ because }) => because)).toEqual(['expired', 'expired'])
      expect(accountOf(house, PROD).users[MARTA]).toMatchObject({ attached: [], inline: {}, groups: [], tags: {} })
    }),
  )

  it(
    'a second request carries the first on without a gap, and deleting it ends at the first end',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: { [pathOf('queue')]: BUNDLE }, approvedBy: ['tomas'] })
      await house.run('apply')
      const before = ourPoliciesIn(house)
      house.wait(HOUR)
      land(house, { by: 'marta', files: { [pathOf('more')]: RENEWED }, approvedBy: ['aiko'] })
      expect((await house.run('apply')).code).toBe(0)
      expect(ourPoliciesIn(house)).toEqual(before)
      expect(mayRead(house, MARTA, PROD, house.now() + 4 * HOUR - 1)).toBe(true)
      expect(mayRead(house, MARTA, PROD, house.now() + 4 * HOUR)).toBe(false)
      land(house, { by: 'jonas', files: { [pathOf('more')]: null } })
      expect((await house.run('apply')).code).toBe(0)
      expect(mayRead(house, MARTA, PROD, house.now() + HOUR - 1)).toBe(true)
      expect(mayRead(house, MARTA, PROD, house.now() + HOUR)).toBe(false)
    }),
  )

  it(
    'deleting a request ends it at once, and a hold that anybody adds does too',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
      land(house, { by: 'jonas', files: asking('two', { for: 'jonas' }), approvedBy: ['tomas'] })
      await house.run('apply')
      expect(whatAnybodyMay(house)).toHaveLength(2)
      land(house, { by: 'lena', files: { [pathOf('one')]: null } })
      const hold = 'holds:\n  - {person: jonas, because: His laptop is gone}\n'
      land(house, { by: 'lena', files: { 'config/holds.yaml': hold } })
      const ran = await house.run('apply')
      expect(opsOf(ran)).toEqual(['DeletePolicy', 'DeletePolicy', 'DetachUserPolicy', 'DetachUserPolicy'])
      expect(
        entriesOf(house, 'ended')
          .map(({ because }) => because)
          .sort(),
      ).toEqual(['held', 'withdrawn'])
      expect(whatAnybodyMay(house)).toEqual([])
    }),
  )

  it(
    'what is taken away by hand stays away, what is added by hand goes',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
      land(house, { by: 'jonas', files: asking('two', { for: 'jonas' }), approvedBy: ['tomas'] })
      await house.run('apply')
      house.wait(10 * MINUTE)
      const arn = accountOf(house, PROD).users[JONAS]?.attached[0] ?? ''
      editAccount(house, PROD, (account) => ({
        ...account,
        users: Object.fromEntries(
          Object.entries(account.users).map(([name, user]) => [
            name,
            { ...user, attached: name.startsWith('lena') ? [arn] : name === MARTA ? [] : user.attached },
          ]),
        ),
      }))
      const ran = await house.run('apply')
      expect(givingCalls(ran)).toEqual([])
      expect(whatAnybodyMay(house)).toEqual([`${PROD} ${JONAS} ${ACTION}`])
      expect(opsOf(ran)).toContain('DetachUserPolicy')
      expect(ran.text).toMatch(/taken away by hand and stays away/)
      expect((await house.run('apply')).writes).toEqual([])
    }),
  )

  it(
    'exit 3: a call fails while giving; what was given stays told as partly ready, and the next run completes it',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: { [pathOf('queue')]: BUNDLE }, approvedBy: ['tomas'] })
      house.sandbox.faults.add({ when: { op: 'AttachUserPolicy', nth: 2 }, do: { status: 403, code: 'AccessDenied' } })
      const failed = await house.run('apply')
      expect(failed.code).toBe(3)
      expect(failed.summary).toMatch(/🔴 1 step failed/)
      expect(failed.summary).toMatch(/partly ready/i)
      expect(failed.outputs['exit']).toBe('3')
      house.sandbox.faults.clear()
      const next = await house.run('apply')
      expect(next.code).toBe(0)
      expect(whatAnybodyMay(house)).toHaveLength(2)
    }),
  )

  it(
    'exit 3: a call fails while taking; it is the loudest line, and the next run takes',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
      await house.run('apply')
      house.wait(2 * HOUR)
      house.sandbox.faults.add({ when: { op: 'DetachUserPolicy' }, do: { status: 403, code: 'AccessDenied' } })
      const failed = await house.run('expire')
      expect(failed.code).toBe(3)
      expect(failed.summary).toMatch(/🔴 1 thing COULD NOT BE TAKEN AWAY/)
      house.sandbox.faults.clear()
      expect((await house.run('expire')).code).toBe(0)
      expect(ourPoliciesIn(house)).toEqual([])
    }),
  )

  it(
    'a reply that is lost, or a runner that dies, changes nothing in the end',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: { [pathOf('queue')]: BUNDLE }, approvedBy: ['tomas'] })
      house.sandbox.faults.add(
        { when: { part: 'iam', op: 'CreatePolicy', nth: 1 }, do: 'fail-after' },
        { when: { part: 'git', op: 'receive-pack', nth: 2 }, do: { status: 403, code: 'Forbidden' } },
      )
      const cut = await house.run('apply')
      expect(cut.text).toMatch(/The record could not be closed/)
      house.sandbox.faults.clear()
      const next = await house.run('apply')
      expect(next.writes).toEqual([])
      expect(next.code).toBe(0)
      expect(whatAnybodyMay(house)).toHaveLength(2)
      expect(entriesOf(house, 'granted')).toHaveLength(2)
    }),
  )

  it(
    'a time budget that is over begins no further step, and the next run goes on',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: { [pathOf('queue')]: BUNDLE }, approvedBy: ['tomas'] })
      const short = await house.run('apply', { 'time-budget': '0.0001' })
      expect(short.writes).toEqual([])
      expect(short.code).toBe(0)
      expect(short.summary).toMatch(/🟡 Being given/)
      expect((await house.run('apply')).code).toBe(0)
      expect(whatAnybodyMay(house)).toHaveLength(2)
    }),
  )
})
