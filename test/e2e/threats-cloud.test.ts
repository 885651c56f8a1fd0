// Threats around the cloud: forged marks and records, several runs at once, no run at all, other installations.

import { describe, expect, it } from 'vitest'
import { inAccount, trusting } from '../../src/sandbox/aws/build.ts'
import { addJob } from '../../src/sandbox/github/actions/people.ts'
import { ourPoliciesIn } from './cloud.ts'
import { HOUR, type House, inHouse, MINUTE } from './house.ts'
import { entriesOf, expectNothingGiven, MARTA, mayRead, whatAnybodyMay } from './judging.ts'
import { land, loginOf, REPOSITORY } from './people.ts'
import { ACTION, asking, PROD } from './requests.ts'

const asked = (house: House): void => void land(house, { by: 'marta', files: asking('asked'), approvedBy: ['tomas'] })
const JONAS = 'jonas.weil@harborgoods.example'

describe.concurrent('threats around the cloud', () => {
  it(
    'threat 22: the push event is lost, a later run by the clock gives',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('skipped'), approvedBy: ['tomas'], message: 'Ask [skip ci]' })
      house.wait(30 * MINUTE)
      expect((await house.run('apply')).code).toBe(0)
      expect(mayRead(house, MARTA)).toBe(true)
      expect(mayRead(house, MARTA, PROD, house.now() + 90 * MINUTE + 1)).toBe(false)
    }),
  )

  it(
    'threat 23: three runs at once end as one',
    inHouse(async (house) => {
      asked(house)
      land(house, { by: 'jonas', files: asking('second', { for: 'jonas' }), approvedBy: ['tomas'] })
      const runs = await Promise.all([house.run('apply'), house.run('apply'), house.run('expire')])
      for (const ran of runs) expect(ran.stderr).not.toContain('bug of Daypass')
      const settled = await house.run('apply')
      expect(settled.code).toBe(0)
      expect(ourPoliciesIn(house)).toHaveLength(2)
      expect([...whatAnybodyMay(house)].sort()).toEqual([JONAS, MARTA].map((who) => `${PROD} ${who} ${ACTION}`))
      expect((await house.run('apply')).writes).toEqual([])
    }),
  )

  it(
    'threat 24: no run for days, and access has ended all the same',
    inHouse(async (house) => {
      asked(house)
      await house.run('apply')
      house.wait(2 * HOUR - 1)
      expect(mayRead(house, MARTA)).toBe(true)
      house.wait(1)
      expect(whatAnybodyMay(house)).toEqual([])
      house.wait(5 * 24 * HOUR)
      expect(whatAnybodyMay(house)).toEqual([])
      const ran = await house.run('apply')
      expect(ran.writes.map(({ op }) => op)).toEqual(['DetachUserPolicy', 'DeletePolicy'])
    }),
  )

  it(
    'a run that comes a day after the merge gives nothing any more',
    inHouse(async (house) => {
      land(house, {
        by: 'lena',
        files: asking('late', { for: 'lena', account: 'orders-stage', duration: '2d' }),
        approvedBy: ['greta'],
      })
      house.wait(24 * HOUR)
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(ran.text).toMatch(/it was not granted before 2026-12-02/)
      expect(ran.code).toBe(2)
    }),
  )

  it(
    'threat 37: the hardened hub takes no other workflow',
    inHouse(async (house) => {
      asked(house)
      const issuer = 'token.actions.githubusercontent.com'
      const locked = 'harbor-goods/daypass-locked/.github/workflows/apply.yml@refs/heads/main'
      house.change((world) => ({
        ...world,
        aws: inAccount(world.aws, '999900001111', (account) => {
          const role = account.roles['hub-apply']
          if (role === undefined) throw new Error('no hub role')
          const trust = trusting(
            { Federated: `arn:aws:iam::999900001111:oidc-provider/${issuer}` },
            { StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:job_workflow_ref`]: locked } },
            'sts:AssumeRoleWithWebIdentity',
          )
          return { ...account, roles: { ...account.roles, 'hub-apply': { ...role, trust: JSON.stringify(trust) } } }
        }),
      }))
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(ran.code).toBe(2)
      house.change((world) =>
        addJob(world, {
          requestToken: 'locked',
          repository: REPOSITORY,
          ref: 'refs/heads/main',
          environment: 'daypass-apply',
          workflowRef: locked,
          jobWorkflowRef: locked,
          actor: loginOf(house, 'nadia'),
          runId: 9,
        }),
      )
      expect((await house.run('apply', {}, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'locked' })).code).toBe(0)
      expect(mayRead(house, MARTA)).toBe(true)
    }),
  )

  it(
    'the expire job has no rights to give, even when it is told to apply',
    inHouse(async (house) => {
      asked(house)
      const ran = await house.run('apply', {}, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'sandbox-oidc-expire' })
      expectNothingGiven(house, ran)
      expect(ran.code).toBe(2)
      expect([...entriesOf(house, 'claimed'), ...entriesOf(house, 'granted')]).toEqual([])
    }),
  )
})
