// Which groups there are and who is in them.

import { done, refuse } from '../answer.ts'
import type { Asked, Operations } from '../operation.ts'
import { pageOf } from '../page.ts'
import { paging } from '../parameters.ts'
import { text, textOf } from '../query.ts'
import { type Account, type Group, having, lacking, own } from '../world.ts'
import { groupAim, newAim, userAim } from './aims.ts'
import { noGroup, noUser, taken } from './lookup.ts'
import { groupCore, userCore } from './shapes.ts'

const membersOf = (account: Account, group: string) =>
  Object.entries(account.users).filter(([, user]) => user.groups.includes(group))

const createGroup = (asked: Asked) => {
  const { aws, account, input, now } = asked
  const name = text(input, 'GroupName')
  if (taken(account.groups, name)) return refuse.entityAlreadyExists(`Group with name ${name} already exists.`)
  if (Object.keys(account.groups).length >= account.quotas.groups)
    return refuse.limitExceeded(`Cannot exceed quota for GroupsPerAccount: ${account.quotas.groups}`)
  const path = textOf(input, 'Path') ?? '/'
  const group: Group = { path, id: asked.newId('AGPA'), created: now, inline: {}, attached: [] }
  return done(
    { ...account, groups: having(account.groups, name, group) },
    { Group: groupCore(aws, account.id, name, group) },
  )
}

const deleteGroup = ({ account, input }: Asked) => {
  const name = text(input, 'GroupName')
  const group = own(account.groups, name)
  if (group === undefined) return noGroup(name)
  if (membersOf(account, name).length > 0)
    return refuse.deleteConflict('Cannot delete entity, must remove users from group first.')
  if (Object.keys(group.inline).length > 0)
    return refuse.deleteConflict('Cannot delete entity, must delete policies first.')
  if (group.attached.length > 0) return refuse.deleteConflict('Cannot delete entity, must detach all policies first.')
  return done({ ...account, groups: lacking(account.groups, name) })
}

const getGroup = ({ aws, account, input }: Asked) => {
  const name = text(input, 'GroupName')
  const group = own(account.groups, name)
  if (group === undefined) return noGroup(name)
  const page = pageOf(membersOf(account, name), input, aws.pageSize)
  if (page.is === 'refused') return page
  const users = page.items.map(([one, user]) => userCore(aws, account.id, one, user))
  return done(account, { Group: groupCore(aws, account.id, name, group), Users: users, ...page.more })
}

const listGroups = ({ aws, account, input }: Asked) => {
  const prefix = textOf(input, 'PathPrefix') ?? '/'
  const groups = Object.entries(account.groups).filter(([, group]) => group.path.startsWith(prefix))
  const page = pageOf(groups, input, aws.pageSize)
  if (page.is === 'refused') return page
  return done(account, {
    Groups: page.items.map(([name, group]) => groupCore(aws, account.id, name, group)),
    ...page.more,
  })
}

const listGroupsForUser = ({ aws, account, input }: Asked) => {
  const name = text(input, 'UserName')
  const user = own(account.users, name)
  if (user === undefined) return noUser(name)
  const page = pageOf(user.groups, input, aws.pageSize)
  if (page.is === 'refused') return page
  const groups = page.items.flatMap((one) => {
    const group = own(account.groups, one)
    return group === undefined ? [] : [groupCore(aws, account.id, one, group)]
  })
  return done(account, { Groups: groups, ...page.more })
}

const addUserToGroup = ({ account, input }: Asked) => {
  const groupName = text(input, 'GroupName')
  const userName = text(input, 'UserName')
  if (own(account.groups, groupName) === undefined) return noGroup(groupName)
  const user = own(account.users, userName)
  if (user === undefined) return noUser(userName)
  if (user.groups.includes(groupName)) return done(account)
  if (user.groups.length >= account.quotas.groupsPerUser)
    return refuse.limitExceeded(`Cannot exceed quota for GroupsPerUser: ${account.quotas.groupsPerUser}`)
  return done({ ...account, users: having(account.users, userName, { ...user, groups: [...user.groups, groupName] }) })
}

/** That removing a non-member succeeds is not stated by the API reference; only an absent user or group is NoSuchEntity there. */
const removeUserFromGroup = ({ account, input }: Asked) => {
  const groupName = text(input, 'GroupName')
  const userName = text(input, 'UserName')
  if (own(account.groups, groupName) === undefined) return noGroup(groupName)
  const user = own(account.users, userName)
  if (user === undefined) return noUser(userName)
  if (!user.groups.includes(groupName)) return done(account)
  const groups = user.groups.filter((one) => one !== groupName)
  return done({ ...account, users: having(account.users, userName, { ...user, groups }) })
}

const membership = { GroupName: 'groupName', UserName: 'existingUserName' } as const

export const groupOperations: Operations = {
  CreateGroup: {
    writes: true,
    takes: { GroupName: 'groupName', 'Path?': 'path' },
    aim: newAim('group', 'GroupName', ''),
    run: createGroup,
  },
  DeleteGroup: { writes: true, takes: { GroupName: 'groupName' }, aim: groupAim, run: deleteGroup },
  GetGroup: { writes: false, takes: { GroupName: 'groupName', ...paging }, aim: groupAim, run: getGroup },
  ListGroups: { writes: false, takes: { 'PathPrefix?': 'pathPrefix', ...paging }, run: listGroups },
  ListGroupsForUser: {
    writes: false,
    takes: { UserName: 'existingUserName', ...paging },
    aim: userAim,
    run: listGroupsForUser,
  },
  AddUserToGroup: { writes: true, takes: membership, aim: groupAim, run: addUserToGroup },
  RemoveUserFromGroup: { writes: true, takes: membership, aim: groupAim, run: removeUserFromGroup },
}
