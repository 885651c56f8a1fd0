// Which IAM users there are: made, read, listed and deleted.

import { done, refuse } from '../answer.ts'
import { nameInArn } from '../arns.ts'
import type { Asked, Operations } from '../operation.ts'
import { pageOf } from '../page.ts'
import { paging } from '../parameters.ts'
import { tagsOf, text, textOf } from '../query.ts'
import { having, lacking, own, type User } from '../world.ts'
import { newAim, userAim } from './aims.ts'
import { noPolicy, noUser, policyAt, taken } from './lookup.ts'
import { boundaryMember, tagMember, userCore } from './shapes.ts'

const createUser = (asked: Asked) => {
  const { aws, account, input, now } = asked
  const name = text(input, 'UserName')
  if (taken(account.users, name)) return refuse.entityAlreadyExists(`User with name ${name} already exists.`)
  if (Object.keys(account.users).length >= account.quotas.users)
    return refuse.limitExceeded(`Cannot exceed quota for UsersPerAccount: ${account.quotas.users}`)
  const boundary = textOf(input, 'PermissionsBoundary')
  if (boundary !== undefined && policyAt(aws, account, boundary) === null) return noPolicy(boundary)
  const user: User = {
    path: textOf(input, 'Path') ?? '/',
    id: asked.newId('AIDA'),
    created: now,
    inline: {},
    attached: [],
    groups: [],
    tags: tagsOf(input),
    ...(boundary === undefined ? {} : { boundary }),
  }
  const shown = { ...userCore(aws, account.id, name, user), ...boundaryMember(boundary), ...tagMember(user.tags) }
  return done({ ...account, users: having(account.users, name, user) }, { User: shown })
}

const getUser = ({ aws, account, input, caller }: Asked) => {
  if (textOf(input, 'UserName') === undefined && caller.arn !== caller.lastingArn)
    return refuse.validationError('Must specify userName when calling with non-User credentials')
  const name = textOf(input, 'UserName') ?? nameInArn(caller.lastingArn)
  const user = own(account.users, name)
  if (user === undefined) return noUser(name)
  const shown = { ...userCore(aws, account.id, name, user), ...boundaryMember(user.boundary), ...tagMember(user.tags) }
  return done(account, { User: shown })
}

/** Neither tags nor boundary: the API reference says so. */
const listUsers = ({ aws, account, input }: Asked) => {
  const prefix = textOf(input, 'PathPrefix') ?? '/'
  const users = Object.entries(account.users).filter(([, user]) => user.path.startsWith(prefix))
  const page = pageOf(users, input, aws.pageSize)
  if (page.is === 'refused') return page
  return done(account, { Users: page.items.map(([name, user]) => userCore(aws, account.id, name, user)), ...page.more })
}

const conflicts = (user: User): readonly string[] => [
  ...(Object.keys(user.inline).length > 0 ? ['must delete policies first.'] : []),
  ...(user.attached.length > 0 ? ['must detach all policies first.'] : []),
  ...(user.groups.length > 0 ? ['must remove users from group first.'] : []),
]

const deleteUser = ({ aws, account, input }: Asked) => {
  const name = text(input, 'UserName')
  const user = own(account.users, name)
  if (user === undefined) return noUser(name)
  const keys = Object.values(aws.credentials).some(
    (one) => one.kind === 'key' && one.account === account.id && one.user === name,
  )
  const [conflict] = [...conflicts(user), ...(keys ? ['must delete access keys first.'] : [])]
  return conflict === undefined
    ? done({ ...account, users: lacking(account.users, name) })
    : refuse.deleteConflict(`Cannot delete entity, ${conflict}`)
}

export const userOperations: Operations = {
  CreateUser: {
    writes: true,
    takes: { UserName: 'userName', 'Path?': 'path', 'PermissionsBoundary?': 'arn', 'Tags?': 'tags' },
    aim: newAim('user', 'UserName', 'iam:TagUser'),
    run: createUser,
  },
  GetUser: { writes: false, takes: { 'UserName?': 'existingUserName' }, aim: userAim, run: getUser },
  ListUsers: { writes: false, takes: { 'PathPrefix?': 'pathPrefix', ...paging }, run: listUsers },
  DeleteUser: { writes: true, takes: { UserName: 'existingUserName' }, aim: userAim, run: deleteUser },
}
