// Somebody holds the keys of one of Daypass's roles: what they must not get with them, by every published way.

import { describe, expect, it } from 'vitest'
import { NEVER_ACTIONS } from '../../src/install/blueprint/guards.ts'
import { mayDo, type Probe } from '../../src/sandbox/access.ts'
import { account, allowing } from '../../src/sandbox/aws/build.ts'
import type { World } from '../../src/sandbox/world.ts'
import { deployed, HUB, installable, LEGACY, NOW, printed, TARGET, thief } from './ground.ts'

const world = deployed(installable())
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'
const iam = (rest: string, at: string = TARGET): string => `arn:aws:iam::${at}:${rest}`
const FOREIGN_SET = 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef'

const attaching = (policy: string): NonNullable<Probe['context']> => ({ 'iam:PolicyARN': policy })

/** Published ways from IAM rights to more of them, each by the call without which it goes nowhere. */
const WAYS: Readonly<Record<string, Probe>> = {
  'a new version of somebody else’s policy': { action: 'iam:CreatePolicyVersion', resource: iam('policy/payroll') },
  'an older version of a policy made the default': {
    action: 'iam:SetDefaultPolicyVersion',
    resource: iam('policy/payroll'),
  },
  'an access key for an administrator': { action: 'iam:CreateAccessKey', resource: iam('user/admin') },
  'a password for an administrator': { action: 'iam:CreateLoginProfile', resource: iam('user/admin') },
  'a changed password of an administrator': { action: 'iam:UpdateLoginProfile', resource: iam('user/admin') },
  'the administrators’ policy attached to a user': {
    action: 'iam:AttachUserPolicy',
    resource: iam('user/marta'),
    context: attaching(ADMIN),
  },
  'a policy of the account attached to a user': {
    action: 'iam:AttachUserPolicy',
    resource: iam('user/marta'),
    context: attaching(iam('policy/payroll')),
  },
  'a policy attached without saying which': { action: 'iam:AttachUserPolicy', resource: iam('user/marta') },
  'a policy attached to a group': {
    action: 'iam:AttachGroupPolicy',
    resource: iam('group/readers'),
    context: attaching(ADMIN),
  },
  'a policy attached to a role': {
    action: 'iam:AttachRolePolicy',
    resource: iam('role/daypass/apply'),
    context: attaching(ADMIN),
  },
  'a policy written into a user': { action: 'iam:PutUserPolicy', resource: iam('user/marta') },
  'a policy written into a group': { action: 'iam:PutGroupPolicy', resource: iam('group/readers') },
  'a policy written into its own role': { action: 'iam:PutRolePolicy', resource: iam('role/daypass/apply') },
  'a user added to the administrators’ group': { action: 'iam:AddUserToGroup', resource: iam('group/admins') },
  'a changed trust of a role': {
    action: 'iam:UpdateAssumeRolePolicy',
    resource: iam('role/OrganizationAccountAccessRole'),
  },
  'a role handed to a service': { action: 'iam:PassRole', resource: iam('role/OrganizationAccountAccessRole') },
  'a new role': { action: 'iam:CreateRole', resource: iam('role/daypass/harbor/new') },
  'a new user': { action: 'iam:CreateUser', resource: iam('user/daypass/harbor/new') },
  'a boundary taken off a user': { action: 'iam:DeleteUserPermissionsBoundary', resource: iam('user/marta') },
  'its own boundary taken off': { action: 'iam:DeleteRolePermissionsBoundary', resource: iam('role/daypass/apply') },
  'its own boundary widened': { action: 'iam:CreatePolicyVersion', resource: iam('policy/daypass/boundary-harbor') },
  'its own boundary deleted': { action: 'iam:DeletePolicy', resource: iam('policy/daypass/boundary-harbor') },
  'the expire role deleted, so that nothing ends': { action: 'iam:DeleteRole', resource: iam('role/daypass/expire') },
  'its own role tagged': { action: 'iam:TagRole', resource: iam('role/daypass/apply') },
  'a policy taken off its own role': {
    action: 'iam:DetachRolePolicy',
    resource: iam('role/daypass/apply'),
    context: attaching(iam('policy/daypass/harbor/x')),
  },
  'a policy taken off the administrators’ role': {
    action: 'iam:DetachRolePolicy',
    resource: iam('role/OrganizationAccountAccessRole'),
    context: attaching(ADMIN),
  },
  'an identity provider of their own': {
    action: 'iam:CreateOpenIDConnectProvider',
    resource: iam('oidc-provider/evil.example'),
  },
  'a changed identity provider': { action: 'iam:UpdateSAMLProvider', resource: iam('saml-provider/okta') },
  'an MFA device exchanged': { action: 'iam:DeactivateMFADevice', resource: iam('user/admin') },
  'a user marked with another tag': {
    action: 'iam:TagUser',
    resource: iam('user/marta'),
    context: { 'aws:TagKeys': ['team'] },
  },
  'the role of another account': { action: 'sts:AssumeRole', resource: iam('role/OrganizationAccountAccessRole') },
  'a function with a role of its own': { action: 'lambda:CreateFunction', resource: '*' },
  'code of a function': { action: 'lambda:UpdateFunctionCode', resource: '*' },
  'a machine with a profile': { action: 'ec2:RunInstances', resource: '*' },
  'a stack with a role': { action: 'cloudformation:CreateStack', resource: '*' },
  'a job with a role': { action: 'glue:CreateDevEndpoint', resource: '*' },
  'a notebook with a role': { action: 'sagemaker:CreatePresignedNotebookInstanceUrl', resource: '*' },
  'a command on a machine': { action: 'ssm:SendCommand', resource: '*' },
  'the trail switched off': { action: 'cloudtrail:StopLogging', resource: '*' },
  'the organisation left': { action: 'organizations:LeaveOrganization', resource: '*' },
  'data read': { action: 's3:GetObject', resource: 'arn:aws:s3:::payroll/2026' },
}

const AT_HOME: Readonly<Record<string, Probe>> = {
  'a set of somebody else assigned': { action: 'sso:CreateAccountAssignment', resource: FOREIGN_SET },
  'a set of another installation assigned': {
    action: 'sso:CreateAccountAssignment',
    resource: FOREIGN_SET,
    context: { 'aws:ResourceTag/daypass:assignable': 'other' },
  },
  'somebody let into the management account': {
    action: 'sso:CreateAccountAssignment',
    resource: `arn:aws:sso:::account/${HUB}`,
  },
  'a policy written into a set of somebody else': {
    action: 'sso:PutInlinePolicyToPermissionSet',
    resource: FOREIGN_SET,
  },
  'a policy attached to a set of somebody else': {
    action: 'sso:AttachManagedPolicyToPermissionSet',
    resource: FOREIGN_SET,
  },
  'a set of somebody else deleted': { action: 'sso:DeletePermissionSet', resource: FOREIGN_SET },
  'a mark forged on a set of somebody else': {
    action: 'sso:TagResource',
    resource: FOREIGN_SET,
    context: { 'aws:RequestTag/daypass:installation': 'harbor', 'aws:TagKeys': ['daypass:installation'] },
  },
  'a person added to a group of the directory': { action: 'identitystore:CreateGroupMembership', resource: '*' },
  'a person made in the directory': { action: 'identitystore:CreateUser', resource: '*' },
  'another identity source': { action: 'sso-directory:UpdateUser', resource: '*' },
  'the instance changed': { action: 'sso:UpdateInstance', resource: '*' },
  'an account invited': { action: 'organizations:InviteAccountToOrganization', resource: '*' },
  'a service control policy detached': { action: 'organizations:DetachPolicy', resource: '*' },
}

const pool = (name: string): string => iam(`role/daypass/harbor/pool/${name}`, LEGACY)

/** Where people enter through Okta, a role of ours writes into other roles: into those of the pool alone. */
const THROUGH_OKTA: Readonly<Record<string, Probe>> = {
  'a policy written into a role of somebody else': {
    action: 'iam:PutRolePolicy',
    resource: iam('role/auditor', LEGACY),
  },
  'a policy written into the administrators’ role': {
    action: 'iam:PutRolePolicy',
    resource: iam('role/OrganizationAccountAccessRole', LEGACY),
  },
  'a policy written into a role of another installation': {
    action: 'iam:PutRolePolicy',
    resource: iam('role/daypass/other/pool/x', LEGACY),
  },
  'a policy written into its own role': { action: 'iam:PutRolePolicy', resource: iam('role/daypass/apply', LEGACY) },
  'a policy taken out of its own role': {
    action: 'iam:DeleteRolePolicy',
    resource: iam('role/daypass/expire', LEGACY),
  },
  'a policy attached to a role of the pool': {
    action: 'iam:AttachRolePolicy',
    resource: pool('a'),
    context: attaching(ADMIN),
  },
  'a changed trust of a role of the pool': { action: 'iam:UpdateAssumeRolePolicy', resource: pool('a') },
  'a role of the pool without its boundary': { action: 'iam:DeleteRolePermissionsBoundary', resource: pool('a') },
  'a role more for the pool': { action: 'iam:CreateRole', resource: pool('new') },
  'a role of the pool taken by itself': { action: 'sts:AssumeRole', resource: pool('a') },
  'another tag on a role of the pool': {
    action: 'iam:TagRole',
    resource: pool('a'),
    context: { 'aws:TagKeys': ['team', 'daypass:state'] },
  },
  'our tag on another role': {
    action: 'iam:TagRole',
    resource: iam('role/auditor', LEGACY),
    context: { 'aws:TagKeys': ['daypass:state'] },
  },
  'another identity provider': { action: 'iam:UpdateSAMLProvider', resource: iam('saml-provider/Okta', LEGACY) },
}

const ROLES = ['apply', 'expire', 'inventory'] as const

const refusedTo = (to: Pick<World, 'aws'>, at: string, role: string, probe: Probe) =>
  expect(
    mayDo(to, { as: thief(at, role), at: NOW, ...probe }).allowed,
    `${role}: ${probe.action} on ${probe.resource}`,
  ).toBe(false)

describe('whoever steals a session of one of our roles cannot have', () => {
  it.each(Object.entries(WAYS))('%s', (_, probe) => {
    for (const role of ROLES) refusedTo(world, TARGET, role, probe)
  })

  it.each(Object.entries(AT_HOME))('%s', (_, probe) => {
    for (const role of ROLES) refusedTo(world, HUB, role, probe)
  })

  it.each(Object.entries(THROUGH_OKTA))('%s, where people enter through Okta', (_, probe) => {
    for (const role of ROLES) refusedTo(world, LEGACY, role, probe)
  })

  it('anything given there by the role that only takes', () => {
    const writing = { action: 'iam:PutRolePolicy', resource: pool('daypass-pool-abcd-01') }
    refusedTo(world, LEGACY, 'expire', writing)
    refusedTo(world, LEGACY, 'inventory', { ...writing, action: 'iam:DeleteRolePolicy' })
  })

  it('anything of Daypass with a role of the pool, whatever is written into it', () => {
    const [shape] = printed(installable()).shapes.filter(({ parts }) => parts.includes('okta-saml'))
    const [name = ''] = shape?.pool?.names ?? []
    const there = world.aws.accounts[LEGACY]
    const role = there?.roles[name]
    if (there === undefined || role === undefined) throw new Error('there is no pool')
    const inline = { daypass: JSON.stringify(allowing('*', '*')) }
    const wide = {
      aws: {
        ...world.aws,
        accounts: {
          ...world.aws.accounts,
          [LEGACY]: { ...there, roles: { ...there.roles, [name]: { ...role, inline } } },
        },
      },
    }
    for (const action of ['iam:PutRolePolicy', 'iam:DeleteRolePermissionsBoundary', 'iam:AttachRolePolicy'])
      refusedTo(wide, LEGACY, name, { action, resource: pool(name) })
    refusedTo(wide, LEGACY, name, { action: 'iam:UpdateAssumeRolePolicy', resource: iam('role/daypass/apply', LEGACY) })
    refusedTo(wide, LEGACY, name, { action: 'iam:UpdateSAMLProvider', resource: iam('saml-provider/Okta', LEGACY) })
    refusedTo(wide, LEGACY, name, { action: 'sts:AssumeRole', resource: iam('role/daypass/apply', LEGACY) })
  })

  it('more, even when every policy there is was attached to the role by mistake: the boundary stays', () => {
    const careless = {
      aws: {
        ...world.aws,
        accounts: {
          ...world.aws.accounts,
          [TARGET]: account(TARGET, carelessDraft()),
        },
      },
    }
    for (const probe of Object.values(WAYS)) refusedTo(careless, TARGET, 'apply', probe)
    for (const action of NEVER_ACTIONS) refusedTo(careless, TARGET, 'apply', { action, resource: '*' })
  })

  it('anything through a hub role but the roles of ours', () => {
    for (const role of ['hub-apply', 'hub-expire', 'hub-inventory'])
      for (const probe of [...Object.values(WAYS), ...Object.values(AT_HOME)]) refusedTo(world, HUB, role, probe)
  })
})

function carelessDraft() {
  const [shape] = printed(installable()).shapes.filter(({ parts }) => parts.includes('iam-user'))
  if (shape === undefined) throw new Error('no account of IAM users')
  const document = JSON.parse(
    JSON.stringify(shape.boundary.document).replaceAll('{account}', TARGET).replaceAll('{partition}', 'aws'),
  )
  return {
    policies: { [shape.boundary.name]: { path: shape.boundary.path, document } },
    roles: {
      apply: {
        path: '/daypass/',
        trust: allowing('sts:AssumeRole', '*'),
        attached: [ADMIN],
        boundary: iam('policy/daypass/boundary-harbor'),
      },
    },
  }
}
