// What `daypass expire` takes away from a clone, with the credentials that somebody has at hand.

import { describe, expect, it, vi } from 'vitest'
import { mayDo } from '../../src/sandbox/access.ts'
import { allowing, inAccount, keyOf, trusting, user, withKey } from '../../src/sandbox/aws/build.ts'
import type { Role } from '../../src/sandbox/aws/world.ts'
import { inOffice, LOOK, land, type Office, remove } from './company.ts'
import { CRASH, daypass, ESCAPE, type Variables } from './daypass.ts'

vi.setConfig({ testTimeout: 90_000 })

const HUB = '999900001111'
const STAGE = '444455556666'
const MAY_ENTER = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']

/** An owner with a key of her own, whom every account's expire role trusts. */
function trustOwner({ company: { sandbox } }: Office): Variables {
  const trust = JSON.stringify(
    trusting(
      { AWS: `arn:aws:iam::${HUB}:user/nadia-cli` },
      { StringEquals: { 'sts:ExternalId': 'harbor-goods-daypass' } },
      MAY_ENTER,
    ),
  )
  const trusted = (role: Role | undefined) => (role === undefined ? {} : { expire: { ...role, trust } })
  sandbox.change((world) => {
    const { accounts } = world.aws
    let aws = inAccount(world.aws, HUB, (hub) => ({
      ...hub,
      users: {
        ...hub.users,
        'nadia-cli': user({ inline: { enter: allowing(MAY_ENTER, 'arn:aws:iam::*:role/daypass/*') } }, 'AIDANADIACLI'),
      },
    }))
    for (const id of Object.keys(accounts))
      aws = inAccount(aws, id, (one) => ({ ...one, roles: { ...one.roles, ...trusted(one.roles['expire']) } }))
    return { ...world, aws: withKey(aws, HUB, 'nadia-cli') }
  })
  const key = keyOf(HUB, 'nadia-cli')
  return {
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    AWS_ENDPOINT_URL: `${sandbox.url}/aws`,
  }
}

const held = ({ company: { sandbox } }: Office) =>
  mayDo(sandbox.world(), {
    as: { account: STAGE, user: 'marta.kowal' },
    action: 'sqs:ReceiveMessage',
    resource: `arn:aws:sqs:eu-west-1:${STAGE}:orders`,
    at: sandbox.clock.now(),
  }).allowed

const left = ({ company: { sandbox } }: Office) =>
  Object.values(sandbox.world().aws.accounts[STAGE]?.policies ?? {}).filter(({ path }) =>
    path.startsWith('/daypass/harbor/'),
  ).length

async function given(office: Office): Promise<void> {
  land(office, LOOK)
  await office.apply()
  expect([held(office), left(office)]).toEqual([true, 1])
}

describe('expire', () => {
  it('takes away what has ended, asks GitHub nothing, and has nothing to do after that', () =>
    inOffice(async (office) => {
      await given(office)
      const keys = trustOwner(office)
      const clone = office.clone()
      const { sandbox } = office.company
      const early = await daypass(clone, ['expire'], keys)
      expect([left(office), early.stderr]).toEqual([1, ''])
      sandbox.clock.advance(3600)
      expect([held(office), left(office)]).toEqual([false, 1])
      sandbox.journal.clear()
      const said = await daypass(clone, ['expire'], keys)
      expect(left(office)).toBe(0)
      expect(said.stderr).toMatch(/^done .*sqs-marta\.kowal.* in orders-stage$/m)
      expect(said.stdout).toMatch(/take away {2}policy .* because its time is over {2}done/)
      expect(sandbox.journal.entries().filter(({ part }) => part === 'github' || part === 'git')).toEqual([])
      sandbox.journal.clear()
      await daypass(clone, ['expire'], keys)
      expect(sandbox.journal.entries().filter(({ part, writes }) => part !== 'git' && writes)).toEqual([])
    }))

  it('takes away what a clone says was withdrawn, before its end', () =>
    inOffice(async (office) => {
      await given(office)
      const keys = trustOwner(office)
      remove(office)
      await daypass(office.clone(), ['expire'], keys)
      expect([held(office), left(office)]).toEqual([false, 0])
    }))

  it('leaves alone what was given after the clone was made', () =>
    inOffice(async (office) => {
      const before = office.clone()
      await given(office)
      const { stdout } = await daypass(before, ['expire'], trustOwner(office))
      expect([held(office), left(office)]).toEqual([true, 1])
      expect(stdout).not.toMatch(/take away/)
    }))

  it('shows a name that it cannot find without any power over the terminal', () =>
    inOffice(async (office) => {
      const { stdout, stderr } = await daypass(office.clone(), ['expire', '--at', 'x\u001b[2J'], trustOwner(office))
      expect(`${stdout}${stderr}`).toContain('x‹U+001B›[2J')
      expect(`${stdout}${stderr}`).not.toContain(ESCAPE)
    }))

  it('gives nothing, whatever the clone asks for', () =>
    inOffice(async (office) => {
      land(office, LOOK)
      const keys = trustOwner(office)
      const { sandbox } = office.company
      const said = await daypass(office.clone(), ['expire', '--json'], { ...office.environment, ...keys })
      expect(sandbox.journal.entries().filter(({ part, writes }) => part !== 'git' && writes)).toEqual([])
      expect([said.code, JSON.parse(said.stdout).steps]).toEqual([0, []])
    }))

  it('keeps the record where it is told which repository keeps it', () =>
    inOffice(async (office) => {
      await given(office)
      const keys = trustOwner(office)
      office.company.sandbox.clock.advance(3600)
      const said = await daypass(office.clone(), ['expire'], { ...office.environment, ...keys })
      expect([said.code, left(office)]).toEqual([0, 0])
      const { stdout } = await daypass(office.clone(), ['explain', 'marta-look'], office.environment)
      expect(stdout).toMatch(/record .*Z ended in orders-stage: expired/)
    }))

  it('says in red that the record was not kept where nobody tells it which', () =>
    inOffice(async (office) => {
      await given(office)
      const keys = trustOwner(office)
      office.company.sandbox.clock.advance(3600)
      const said = await daypass(office.clone(), ['expire'], keys)
      expect([said.code, left(office)]).toEqual([2, 0])
      expect(said.stdout).toContain('The record could not be read')
    }))

  it('without credentials that may enter takes nothing, says so, and fails', () =>
    inOffice(async (office) => {
      await given(office)
      const { AWS_ENDPOINT_URL = '' } = trustOwner(office)
      office.company.sandbox.clock.advance(3600)
      const stranger = { AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID: 'AKIASTRANGER', AWS_SECRET_ACCESS_KEY: 'no' }
      const said = await daypass(office.clone(), ['expire'], stranger)
      expect([said.code, left(office)]).toEqual([2, 1])
      expect(said.stdout).toMatch(/orders-stage/)
      expect(`${said.stdout}${said.stderr}`).not.toMatch(CRASH)
    }))

  it('sends no credentials to an address that is not this machine', () =>
    inOffice(async (office) => {
      const keys = trustOwner(office)
      const said = await daypass(office.clone(), ['expire'], { ...keys, AWS_ENDPOINT_URL: 'https://evil.example' })
      expect(said.code).toBe(2)
      expect(`${said.stdout}${said.stderr}`).toContain('AWS_ENDPOINT_URL may only name a loopback address')
    }))

  it('leaves alone what is not in its folder', () =>
    inOffice(async (office) => {
      await given(office)
      const said = await daypass(office.clone(), ['expire', '--directory', 'elsewhere'], trustOwner(office))
      expect([said.code, left(office)]).toEqual([3, 1])
      expect(said.stdout).toMatch(/no settings can be read anywhere/)
    }))
})
