// Whose token opens a hub role, and who gets from there into an account: judged by the sandbox's STS.

import { describe, expect, it } from 'vitest'
import type { Trust } from '../../src/core/model/settings.ts'
import { contextOf } from '../../src/sandbox/access/context.ts'
import { ambient, roleAt, trustVerdict } from '../../src/sandbox/access/decide.ts'
import { assumable } from '../../src/sandbox/access.ts'
import { deployed, HUB, installable, NOW, TARGET, TRUST, thief } from './ground.ts'

const HOST = 'token.actions.githubusercontent.com'

/** What GitHub says of the apply job (GitHub docs, OpenID Connect reference). */
const CLAIMS = {
  aud: 'sts.amazonaws.com',
  sub: 'repo:harbor-goods/access:environment:daypass-apply',
  repository: 'harbor-goods/access',
  repository_id: '4242',
  repository_owner_id: '4200',
  ref: 'refs/heads/main',
  environment: 'daypass-apply',
  workflow: 'daypass apply',
  job_workflow_ref: 'harbor-goods/daypass-control/.github/workflows/apply.yml@refs/tags/v1.0.0',
}

type Claims = Partial<Record<keyof typeof CLAIMS, string>>

function opens(trust: Trust, claims: Claims, role = 'hub-apply'): boolean {
  const { aws } = deployed(installable({ trust }))
  const arn = `arn:aws:iam::${HUB}:role/daypass/${role}`
  const target = roleAt(aws, arn)
  if (target === null) throw new Error(`${arn} is not there`)
  const keys = Object.fromEntries(Object.entries(claims).map(([name, value]) => [`${HOST}:${name}`, value]))
  const names = { kind: 'Federated' as const, direct: [`arn:aws:iam::${HUB}:oidc-provider/${HOST}`], account: [] }
  const context = contextOf(ambient(aws, arn, NOW), keys, { 'sts:RoleSessionName': 'daypass-7' })
  return (
    trustVerdict(target.role, names, { action: 'sts:AssumeRoleWithWebIdentity', resource: arn, context }) === 'directly'
  )
}

const without = (name: keyof typeof CLAIMS): Claims => {
  const { [name]: _, ...rest } = CLAIMS
  return rest
}

const HARDENED: Trust = { ...TRUST, workflows: { repository: 'harbor-goods/daypass-control', ref: 'refs/tags/v1.0.0' } }

describe('a hub role opens to', () => {
  it('the job of this repository, whichever form of sub GitHub uses', () => {
    expect(opens(TRUST, CLAIMS)).toBe(true)
    expect(opens(TRUST, { ...CLAIMS, sub: 'repo:harbor-goods@4200/access@4242:environment:daypass-apply' })).toBe(true)
  })

  it.each([
    ['another branch', { ref: 'refs/heads/evil' }],
    ['a pull request', { ref: 'refs/pull/7/merge', sub: 'repo:harbor-goods/access:pull_request' }],
    [
      'another environment',
      { environment: 'daypass-expire', sub: 'repo:harbor-goods/access:environment:daypass-expire' },
    ],
    ['another repository of the same name', { repository_id: '999' }],
    ['another owner', { repository_owner_id: '1' }],
    ['another audience', { aud: 'sts.example' }],
    ['a sub with ids of another repository', { sub: 'repo:harbor-goods@4200/access@1:environment:daypass-apply' }],
  ])('no job of %s', (_, wrong: Claims) => {
    expect(opens(TRUST, { ...CLAIMS, ...wrong })).toBe(false)
  })

  it.each(['aud', 'sub', 'repository_id', 'repository_owner_id', 'ref', 'environment'] as const)(
    'nobody who does not say %s',
    (name) => {
      expect(opens(TRUST, without(name))).toBe(false)
    },
  )

  it('the locked workflow alone, in the hardened tier', () => {
    expect(opens(HARDENED, CLAIMS)).toBe(true)
    expect(opens(HARDENED, without('job_workflow_ref'))).toBe(false)
    for (const other of [
      'harbor-goods/access/.github/workflows/apply.yml@refs/heads/main',
      'harbor-goods/daypass-control/.github/workflows/apply.yml@refs/heads/main',
      'harbor-goods/daypass-control/.github/workflows/expire.yml@refs/tags/v1.0.0',
    ])
      expect(opens(HARDENED, { ...CLAIMS, job_workflow_ref: other })).toBe(false)
  })

  it('the job that it is for, and not to another job of the same repository', () => {
    for (const role of ['hub-expire', 'hub-inventory']) expect(opens(TRUST, CLAIMS, role)).toBe(false)
  })
})

describe('the role of an account opens to', () => {
  const world = deployed(installable())
  const into = `arn:aws:iam::${TARGET}:role/daypass/apply`
  const said = { 'sts:ExternalId': 'harbor-daypass', 'sts:RoleSessionName': 'daypass-7' }
  const enters = (from: ReturnType<typeof thief>, context: Readonly<Record<string, string>> = said) =>
    assumable(world, from, into, NOW, context).allowed

  it('the hub role of its job', () => {
    expect(enters(thief(HUB, 'hub-apply'))).toBe(true)
  })

  it('no other role of the hub, and to nobody without the external id or with another name', () => {
    for (const role of ['hub-expire', 'hub-inventory', 'apply', 'OrganizationAccountAccessRole'])
      expect(enters(thief(HUB, role)), role).toBe(false)
    expect(enters(thief(HUB, 'hub-apply'), { 'sts:RoleSessionName': 'daypass-7' })).toBe(false)
    expect(enters(thief(HUB, 'hub-apply'), { ...said, 'sts:RoleSessionName': 'me' })).toBe(false)
  })

  it('no role of the account itself, administrators included', () => {
    expect(enters(thief(TARGET, 'expire'))).toBe(false)
    expect(enters(thief(TARGET, 'OrganizationAccountAccessRole'))).toBe(false)
  })
})
