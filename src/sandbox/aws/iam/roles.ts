// Which roles there are, whom they trust and what bounds them.

import { type Answer, done, type Refused, refuse } from '../answer.ts'
import { checkDocument, sizeOf } from '../documents.ts'
import type { Asked, Operations } from '../operation.ts'
import { pageOf } from '../page.ts'
import { paging } from '../parameters.ts'
import { tagsOf, text, textOf } from '../query.ts'
import { type Account, having, lacking, own, type Role } from '../world.ts'
import { newAim, roleAim } from './aims.ts'
import { noPolicy, noRole, policyAt, taken } from './lookup.ts'
import { protectedRole } from './protected.ts'
import { boundaryMember, roleCore, roleExtras, tagMember } from './shapes.ts'
import { strangePrincipal } from './trust.ts'

const checkTrust = ({ aws, account }: Asked, document: string): Refused | null => {
  const bad = checkDocument(document, 'trust') ?? strangePrincipal(aws, document)
  if (bad !== null) return bad
  return sizeOf(document) > account.quotas.trustSize
    ? refuse.limitExceeded(`Cannot exceed quota for ACLSizePerRole: ${account.quotas.trustSize}`)
    : null
}

const whole = ({ aws, account }: Asked, name: string, role: Role) => ({
  ...roleCore(aws, account.id, name, role),
  ...roleExtras(role),
  ...boundaryMember(role.boundary),
  ...tagMember(role.tags),
})

const createRole = (asked: Asked) => {
  const { aws, account, input, now } = asked
  const name = text(input, 'RoleName')
  const trust = text(input, 'AssumeRolePolicyDocument')
  const bad = checkTrust(asked, trust)
  if (bad !== null) return bad
  if (taken(account.roles, name)) return refuse.entityAlreadyExists(`Role with name ${name} already exists.`)
  if (Object.keys(account.roles).length >= account.quotas.roles)
    return refuse.limitExceeded(`Cannot exceed quota for RolesPerAccount: ${account.quotas.roles}`)
  const boundary = textOf(input, 'PermissionsBoundary')
  if (boundary !== undefined && policyAt(aws, account, boundary) === null) return noPolicy(boundary)
  const description = textOf(input, 'Description')
  const role: Role = {
    path: textOf(input, 'Path') ?? '/',
    id: asked.newId('AROA'),
    created: now,
    inline: {},
    attached: [],
    tags: tagsOf(input),
    trust,
    maxSession: Number(textOf(input, 'MaxSessionDuration') ?? 3600),
    ...(boundary === undefined ? {} : { boundary }),
    ...(description === undefined ? {} : { description }),
  }
  return done({ ...account, roles: having(account.roles, name, role) }, { Role: whole(asked, name, role) })
}

const onRole =
  (access: 'read' | 'write', run: (asked: Asked, name: string, role: Role) => Answer<Account>) =>
  (asked: Asked): Answer<Account> => {
    const name = text(asked.input, 'RoleName')
    const role = own(asked.account.roles, name)
    if (role === undefined) return noRole(name)
    return (access === 'write' ? protectedRole(asked.account, name) : null) ?? run(asked, name, role)
  }

const getRole = onRole('read', (asked, name, role) => done(asked.account, { Role: whole(asked, name, role) }))

const listRoles = ({ aws, account, input }: Asked) => {
  const prefix = textOf(input, 'PathPrefix') ?? '/'
  const roles = Object.entries(account.roles).filter(([, role]) => role.path.startsWith(prefix))
  const page = pageOf(roles, input, aws.pageSize)
  if (page.is === 'refused') return page
  const shown = page.items.map(([name, role]) => ({ ...roleCore(aws, account.id, name, role), ...roleExtras(role) }))
  return done(account, { Roles: shown, ...page.more })
}

const deleteRole = onRole('write', ({ account }, name, role) => {
  if (Object.keys(role.inline).length > 0)
    return refuse.deleteConflict('Cannot delete entity, must delete policies first.')
  if (role.attached.length > 0) return refuse.deleteConflict('Cannot delete entity, must detach all policies first.')
  return done({ ...account, roles: lacking(account.roles, name) })
})

const updateTrust = onRole('write', (asked, name, role) => {
  const trust = text(asked.input, 'PolicyDocument')
  const bad = checkTrust(asked, trust)
  return bad ?? done({ ...asked.account, roles: having(asked.account.roles, name, { ...role, trust }) })
})

const putBoundary = onRole('write', ({ aws, account, input }, name, role) => {
  const boundary = text(input, 'PermissionsBoundary')
  return policyAt(aws, account, boundary) === null
    ? noPolicy(boundary)
    : done({ ...account, roles: having(account.roles, name, { ...role, boundary }) })
})

export const roleOperations: Operations = {
  CreateRole: {
    writes: true,
    takes: {
      RoleName: 'roleName',
      AssumeRolePolicyDocument: 'document',
      'Path?': 'path',
      'Description?': 'description',
      'MaxSessionDuration?': 'maxSession',
      'PermissionsBoundary?': 'arn',
      'Tags?': 'tags',
    },
    aim: newAim('role', 'RoleName', 'iam:TagRole'),
    run: createRole,
  },
  GetRole: { writes: false, takes: { RoleName: 'roleName' }, aim: roleAim, run: getRole },
  ListRoles: { writes: false, takes: { 'PathPrefix?': 'pathPrefix', ...paging }, run: listRoles },
  DeleteRole: { writes: true, takes: { RoleName: 'roleName' }, aim: roleAim, run: deleteRole },
  UpdateAssumeRolePolicy: {
    writes: true,
    takes: { RoleName: 'roleName', PolicyDocument: 'document' },
    aim: roleAim,
    run: updateTrust,
  },
  PutRolePermissionsBoundary: {
    writes: true,
    takes: { RoleName: 'roleName', PermissionsBoundary: 'arn' },
    aim: roleAim,
    run: putBoundary,
  },
}
