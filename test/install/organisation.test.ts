// The service control policy: what Daypass lives on is left to Daypass and the named administrators.

import { describe, expect, it } from 'vitest'
import { filled } from '../../src/install/blueprint/names.ts'
import { mayDo, type Probe, type Who } from '../../src/sandbox/access.ts'
import { inAccount, role, trusting } from '../../src/sandbox/aws/build.ts'
import { organization } from '../../src/sandbox/aws/organizations/build.ts'
import type { World } from '../../src/sandbox/world.ts'
import { deployed, HUB, installable, NOW, printed, TARGET, thief } from './ground.ts'

const settings = installable()
const document = filled(printed(settings).organisation.document, { partition: 'aws' })
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'

function protectedWorld(): Pick<World, 'aws'> {
  const { aws } = deployed(settings)
  const developers = role({ trust: trusting('*'), attached: [ADMIN] }, 'AROADEVELOPERS')
  const withDevelopers = inAccount(aws, TARGET, (one) => ({ ...one, roles: { ...one.roles, developers } }))
  return {
    aws: {
      ...withDevelopers,
      organizations: organization({
        management: HUB,
        members: { [TARGET]: {} },
        controls: { daypass: document as object },
      }),
    },
  }
}

const world = protectedWorld()
const may = (as: Who, probe: Probe) => mayDo(world, { as, at: NOW, ...probe }).allowed
const developers: Who = { account: TARGET, role: 'developers' }
const iam = (rest: string) => `arn:aws:iam::${TARGET}:${rest}`

const OURS: Readonly<Record<string, Probe>> = {
  'an own policy rewritten': { action: 'iam:CreatePolicyVersion', resource: iam('policy/daypass/harbor/orders-marta') },
  'an own policy deleted': { action: 'iam:DeletePolicy', resource: iam('policy/daypass/harbor/orders-marta') },
  'the boundary rewritten': { action: 'iam:CreatePolicyVersion', resource: iam('policy/daypass/boundary-harbor') },
  'a policy put into our role': { action: 'iam:PutRolePolicy', resource: iam('role/daypass/apply') },
  'the trust of our role changed': { action: 'iam:UpdateAssumeRolePolicy', resource: iam('role/daypass/apply') },
  'our role deleted': { action: 'iam:DeleteRole', resource: iam('role/daypass/expire') },
  'the boundary of our role taken off': {
    action: 'iam:DeleteRolePermissionsBoundary',
    resource: iam('role/daypass/apply'),
  },
  'a mark forged on a user': {
    action: 'iam:TagUser',
    resource: iam('user/marta'),
    context: { 'aws:TagKeys': ['daypass:harbor:x', 'team'] },
  },
  'a mark taken off a user': {
    action: 'iam:UntagUser',
    resource: iam('user/marta'),
    context: { 'aws:TagKeys': ['daypass:harbor:x'] },
  },
  'a set marked as assignable': {
    action: 'sso:TagResource',
    resource: '*',
    context: { 'aws:TagKeys': ['daypass:assignable'] },
  },
}

describe('in an account with the policy', () => {
  it.each(Object.entries(OURS))(
    'an administrator of the account cannot have %s, the named administrators can',
    (_, probe) => {
      expect(may(developers, probe)).toBe(false)
      expect(may({ account: TARGET, role: 'OrganizationAccountAccessRole' }, probe)).toBe(true)
      expect(may({ account: TARGET, user: 'admin' }, probe)).toBe(false)
    },
  )

  it('an administrator can do everything else as before', () => {
    expect(may(developers, { action: 'iam:CreateRole', resource: iam('role/orders') })).toBe(true)
    expect(
      may(developers, { action: 'iam:TagUser', resource: iam('user/marta'), context: { 'aws:TagKeys': ['team'] } }),
    ).toBe(true)
    expect(may(developers, { action: 'iam:DeletePolicy', resource: iam('policy/payroll') })).toBe(true)
  })

  it('Daypass can do what it could', () => {
    const mine = iam('policy/daypass/harbor/orders-marta')
    expect(may(thief(TARGET, 'apply'), { action: 'iam:CreatePolicy', resource: mine })).toBe(true)
    expect(may(thief(TARGET, 'expire'), { action: 'iam:DeletePolicy', resource: mine })).toBe(true)
  })

  it('and the management account is not protected, as AWS has it', () => {
    const arn = `arn:aws:iam::${HUB}:policy/daypass/harbor/x`
    expect(may({ account: HUB, user: 'admin' }, { action: 'iam:DeletePolicy', resource: arn })).toBe(true)
  })
})
