// Threats by AWS, GitHub and Okta that are hostile: what they say does nothing where it is shown, and labels approve nothing.

import { describe, expect, it } from 'vitest'
import type { Matching } from '../../src/sandbox/faults.ts'
import { newestPull, theRepository, withRepository } from '../../src/sandbox/github/records.ts'
import { forge } from './cloud.ts'
import { expectHarmless, HOSTILE } from './harmless.ts'
import { type House, inHouse } from './house.ts'
import { expectNothingGiven, MARTA, mayRead, refusals } from './judging.ts'
import { land, merge, propose, REPOSITORY } from './people.ts'
import { asking, pathOf } from './requests.ts'

const asked = (house: House): void => void land(house, { by: 'marta', files: asking('asked'), approvedBy: ['tomas'] })

const askedOfOkta = (house: House): void =>
  void land(house, {
    by: 'marta',
    files: {
      [pathOf('dashboards')]: 'for: marta\nreason: Look\nduration: 2h\naccess:\n  - {okta: Grafana Admins}\n',
    },
    approvedBy: ['tomas'],
  })

/** Who answers in hostile words, and to what. */
const SPEAKERS: Readonly<Record<string, { readonly when: Matching; readonly before: (house: House) => void }>> = {
  'AWS about its sessions': { when: { part: 'sts', op: 'AssumeRole' }, before: asked },
  'AWS about GitHub’s token': { when: { part: 'sts', op: 'AssumeRoleWithWebIdentity' }, before: asked },
  'AWS about what there is': { when: { part: 'iam', op: 'GetAccountAuthorizationDetails' }, before: asked },
  'AWS about a call that gives': { when: { part: 'iam', op: 'AttachUserPolicy' }, before: asked },
  'GitHub about the repository': { when: { part: 'github', op: 'DaypassRepository' }, before: asked },
  'GitHub about landings': { when: { part: 'github', op: 'DaypassLandings' }, before: asked },
  'GitHub about the token for AWS': { when: { part: 'github', op: 'GET /oidc' }, before: asked },
  'git about a push': { when: { part: 'git', op: 'receive-pack' }, before: asked },
  'Okta about anything': { when: { part: 'okta' }, before: askedOfOkta },
}

describe.concurrent('hostile words', () => {
  for (const [who, { when, before }] of Object.entries(SPEAKERS))
    it(
      `of ${who} do nothing where they are shown`,
      inHouse(async (house) => {
        before(house)
        house.sandbox.faults.add({ when, do: { status: 403, code: 'AccessDenied', message: HOSTILE } })
        const ran = await house.run('apply')
        expectHarmless(ran)
        expect(mayRead(house, MARTA)).toBe(false)
        expect(ran.code).toBeGreaterThan(1)
      }),
    )

  it(
    'in the names of what stands in an account do nothing where they are shown',
    inHouse(async (house) => {
      const sid = `Daypass0V${'f'.repeat(40)}`
      const document = {
        Version: '2012-10-17',
        Statement: [{ Sid: sid, Effect: 'Allow', Action: 'sqs:*', Resource: '*' }],
      }
      forge(house, { path: '/daypass/harbor/', name: HOSTILE, document, to: [MARTA] })
      asked(house)
      expectHarmless(await house.run('apply'))
    }),
  )

  it(
    'in the title, the branch and the log of a pull request do nothing where they are shown',
    inHouse(async (house) => {
      const pull = propose(house, { by: 'marta', files: asking('asked'), title: HOSTILE })
      house.change((world) => {
        const { id, pulls } = theRepository(world, REPOSITORY)
        const named = pulls.map((one) => (one.number === pull ? { ...one, body: HOSTILE } : one))
        return withRepository(world, id, { pulls: named })
      })
      expectHarmless(await house.run('plan', { 'pull-request': String(pull) }))
      merge(house, pull, { message: HOSTILE })
      const ran = await house.run('apply')
      expectHarmless(ran)
      expectNothingGiven(house, ran)
    }),
  )

  it(
    'in rules, holds and reasons of settings do nothing where they are shown',
    inHouse(async (house) => {
      const text = JSON.stringify(HOSTILE)
      const pull = propose(house, {
        by: 'nadia',
        files: {
          'config/rules/evil.yaml': `rules:\n  - {name: evil, what: {account: orders-prod}, deny: ${text}}\n`,
          'config/holds.yaml': `holds:\n  - {person: marta, because: ${text}}\n`,
        },
      })
      expectHarmless(await house.run('plan', { 'pull-request': String(pull) }))
      merge(house, pull)
      asked(house)
      const ran = await house.run('apply')
      expectHarmless(ran)
      expectNothingGiven(house, ran)
    }),
  )
})

describe.concurrent('labels', () => {
  it(
    'that somebody puts on a pull request approve nothing',
    inHouse(async (house) => {
      const pull = propose(house, { by: 'marta', files: asking('labelled') })
      house.change((world) => {
        const { id, pulls } = theRepository(world, REPOSITORY)
        const labels = ['daypass: ready', 'daypass: approved', 'daypass: given', 'approved']
        return withRepository(world, id, {
          pulls: pulls.map((one) => (one.number === pull ? { ...one, labels } : one)),
        })
      })
      expect(newestPull(house.sandbox.world(), REPOSITORY).labels).toHaveLength(4)
      merge(house, pull)
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(refusals(house)).toEqual({ labelled: 'approvals-missing' })
    }),
  )
})
