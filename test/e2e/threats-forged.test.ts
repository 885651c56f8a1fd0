// Threats by forged marks and records, and things of others in the same account.

import { describe, expect, it } from 'vitest'
import { versionId } from '../../src/core/approval/landing.ts'
import { canonicalJson } from '../../src/core/model/canonical.ts'
import { id } from '../../src/core/model/id.ts'
import { instantOf } from '../../src/core/model/time.ts'
import { CHAIN_START, chainOn } from '../../src/core/report/chain.ts'
import type { Entry } from '../../src/core/report/record.ts'
import { allowing } from '../../src/sandbox/aws/build.ts'
import { commit } from '../../src/sandbox/git/repository.ts'
import { git } from '../../src/sandbox/git/run.ts'
import { accountOf, arnOf, forge, ourPoliciesIn } from './cloud.ts'
import { HOUR, type House, inHouse, MINUTE } from './house.ts'
import {
  entriesOf,
  expectNothingGiven,
  expectRefused,
  givingCalls,
  MARTA,
  refusals,
  whatAnybodyMay,
} from './judging.ts'
import { land, pushToMain, tip } from './people.ts'
import { ACTION, asking, PROD, pathOf, queueIn } from './requests.ts'

const asked = (house: House): void => void land(house, { by: 'marta', files: asking('asked'), approvedBy: ['tomas'] })
const JONAS = 'jonas.weil@harborgoods.example'

/** The version of a request file as it landed last. */
const versionOf = (house: House, path: string): string => {
  const blob = git(house.gitDirectory, ['rev-parse', `refs/heads/main:${path}`])
  return versionId(id<'blob'>(blob), id<'commit'>(tip(house)), path)
}

/** A record that somebody wrote by hand: every line follows the one before, as it must. */
function forgeRecord(house: House, entries: readonly Entry[]): void {
  const lines = chainOn(CHAIN_START, entries, instantOf(house.now()), '7').map(canonicalJson)
  const author = { name: 'marta', email: 'marta@localhost' }
  const files = { 'record/2026-12.jsonl': `${lines.join('\n')}\n` }
  commit(
    { gitDirectory: house.gitDirectory },
    { branch: 'daypass-ledger', parents: [], files, message: 'Lines', author, at: house.now() },
  )
}

describe.concurrent('threats by forgery', () => {
  it(
    'threat 33: a forged record gives nothing',
    inHouse(async (house) => {
      pushToMain(house, 'marta', asking('forged'))
      const version = id<'version'>(versionOf(house, pathOf('forged')))
      const landing = id<'commit'>(tip(house))
      const about = {
        holding: id<'holding'>(`${PROD}/policy/daypass/harbor/x`),
        mode: id<'mode'>('iam-user'),
        target: id<'target'>('orders-prod'),
        account: PROD,
      }
      const commits = { settingsAtLanding: house.start, settingsNow: house.start }
      forgeRecord(house, [
        { is: 'opened', head: landing, plan: id<'digest'>('0'.repeat(64)), job: 'apply' },
        {
          is: 'proved',
          version,
          request: 'forged',
          blob: 'a'.repeat(40),
          landing,
          pull: 1,
          reviews: [1],
          way: 'approvedBy',
          rule: 'production',
          ...commits,
        },
        { is: 'claimed', ...about, versions: [version], existedBefore: false },
        { is: 'closed', exit: 0, done: 1, failed: 0, skipped: 0 },
      ])
      expectRefused(house, await house.run('apply'), { forged: 'no-pull-request' })
    }),
  )

  it(
    'threat 33: a record that says it was granted gives nothing either',
    inHouse(async (house) => {
      asked(house)
      await house.run('apply')
      const [real] = entriesOf(house, 'granted')
      if (real === undefined) throw new Error('nothing was granted to copy from')
      land(house, { by: 'marta', files: { [pathOf('asked')]: null } })
      await house.run('apply')
      pushToMain(house, 'marta', asking('forged'))
      const version = id<'version'>(versionOf(house, pathOf('forged')))
      const grant = id<'grant'>((real.grants[0]?.grant ?? '').replace(/^asked/, 'forged'))
      forgeRecord(house, [{ ...real, grants: [{ grant, version }] }])
      house.sandbox.journal.clear()
      house.wait(10 * MINUTE)
      const ran = await house.run('apply')
      expect(givingCalls(house)).toEqual([])
      expect(whatAnybodyMay(house)).toEqual([])
      expect(ran.text).toMatch(/was taken away by hand and stays away/)
    }),
  )

  it(
    'threat 33: forged marks in the account give nothing and are taken',
    inHouse(async (house) => {
      pushToMain(house, 'marta', asking('unproved'))
      const version = versionOf(house, pathOf('unproved'))
      const until = { DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } }
      const statement = { Effect: 'Allow', Action: ACTION, Resource: queueIn(PROD), Condition: until }
      const marked = (sid: string) => ({ Version: '2012-10-17', Statement: [{ Sid: sid, ...statement }] })
      forge(house, {
        path: '/daypass/harbor/',
        name: 'of-a-version',
        document: marked(`Daypass0V${version.slice(0, 40)}`),
        to: [MARTA],
      })
      forge(house, {
        path: '/daypass/harbor/',
        name: 'of-nothing',
        document: marked(`Daypass0V${'f'.repeat(40)}`),
        to: [JONAS],
      })
      forge(house, { path: '/daypass/harbor/', name: 'unmarked', document: allowing('s3:*', '*'), to: [JONAS] })
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(refusals(house)).toEqual({ unproved: 'no-pull-request' })
      expect(ourPoliciesIn(house)).toEqual([])
    }),
  )

  it(
    'a policy with our name is there before: what it says is not given',
    inHouse(async (house) => {
      asked(house)
      const probe = await house.run('apply')
      const [path = ''] = ourPoliciesIn(house)
      expect(probe.code).toBe(0)
      const name = path.slice('/daypass/harbor/'.length)
      land(house, { by: 'jonas', files: { [pathOf('asked')]: null } })
      await house.run('apply')
      expect(ourPoliciesIn(house)).toEqual([])
      forge(house, { path: '/daypass/harbor/', name, document: allowing('*', '*'), to: [JONAS] })
      land(house, { by: 'marta', files: asking('once-more'), approvedBy: ['tomas'] })
      await house.run('apply')
      expect(whatAnybodyMay(house).filter((one) => one !== `${PROD} ${MARTA} ${ACTION}`)).toEqual([])
      await house.run('apply')
      expect(whatAnybodyMay(house)).toEqual([`${PROD} ${MARTA} ${ACTION}`])
      expect(ourPoliciesIn(house)).toHaveLength(1)
    }),
  )

  it(
    'two installations in one account leave each other alone',
    inHouse(async (house) => {
      const other = {
        Version: '2012-10-17',
        Statement: [{ Sid: `Daypass0V${'e'.repeat(40)}`, Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }],
      }
      forge(house, { path: '/daypass/harbor-two/', name: 'theirs', document: other, to: [JONAS] })
      forge(house, { path: '/daypass/', name: 'nobodys', document: other })
      asked(house)
      await house.run('apply')
      house.wait(2 * HOUR)
      await house.run('expire')
      await house.run('apply')
      expect(ourPoliciesIn(house)).toEqual(['/daypass/harbor-two/theirs', '/daypass/nobodys'])
      expect(accountOf(house, PROD).users[JONAS]?.attached).toEqual([arnOf(PROD, '/daypass/harbor-two/', 'theirs')])
    }),
  )
})
