// Which operations of the identity store the sandbox serves.

import { type Answer, done, type Refused } from '../answer.ts'
import { uuidOf } from '../identity-center/ids.ts'
import type { IdentityCenter, StoreUser } from '../identity-center/world.ts'
import { refuseJson } from '../json/answer.ts'
import { pages, sure, text } from '../json/forms.ts'
import type { Asked, Service } from '../json/operation.ts'
import { pageOf } from '../json/page.ts'
import { type AwsWorld, own } from '../world.ts'

const STORE = text(1, 36, /^d-[0-9a-f]{10}$|^[0-9a-f]{8}\b-[0-9a-f]{4}\b-[0-9a-f]{4}\b-[0-9a-f]{4}\b-[0-9a-f]{12}$/)
const ID = text(1, 47)

/** Only who may use Identity Center sees its store, and only in its region. */
function storeOf({ aws, caller, region, input }: Asked): IdentityCenter | Refused {
  const { identityCenter: center, organizations } = aws
  const inside =
    caller.account === organizations?.management || organizations?.delegated.includes(caller.account) === true
  if (center === undefined || center.region !== region || center.storeId !== sure(input, 'IdentityStoreId'))
    return refuseJson.notFound(`IDENTITY STORE not found: ${sure(input, 'IdentityStoreId')}`)
  return inside ? center : refuseJson.accessDenied('User is not authorized to use this identity store.')
}

const shown = (storeId: string, id: string, { userName, displayName, emails, status }: StoreUser) => ({
  UserName: userName,
  UserId: id,
  DisplayName: displayName,
  Emails: emails.map(({ value, primary }) => ({ Value: value, Type: 'work', Primary: primary })),
  IdentityStoreId: storeId,
  UserStatus: status,
})

const listUsers = (asked: Asked): Answer<AwsWorld> => {
  const store = storeOf(asked)
  if ('is' in store) return store
  const page = pageOf(Object.entries(store.users), asked.input, Math.min(100, asked.aws.pageSize))
  if (page.is === 'refused') return page
  return done(asked.aws, {
    Users: page.items.map(([id, user]) => shown(store.storeId, id, user)),
    ...page.more,
  })
}

const describeUser = (asked: Asked): Answer<AwsWorld> => {
  const store = storeOf(asked)
  if ('is' in store) return store
  const id = sure(asked.input, 'UserId')
  const user = own(store.users, id)
  return user === undefined
    ? refuseJson.notFound(`USER not found: ${id}`)
    : done(asked.aws, shown(store.storeId, id, user))
}

const listGroups = (asked: Asked): Answer<AwsWorld> => {
  const store = storeOf(asked)
  if ('is' in store) return store
  const page = pageOf(Object.entries(store.groups), asked.input, Math.min(100, asked.aws.pageSize))
  if (page.is === 'refused') return page
  return done(asked.aws, {
    Groups: page.items.map(([id, { displayName }]) => ({
      GroupId: id,
      DisplayName: displayName,
      IdentityStoreId: store.storeId,
    })),
    ...page.more,
  })
}

const listGroupMemberships = (asked: Asked): Answer<AwsWorld> => {
  const store = storeOf(asked)
  if ('is' in store) return store
  const group = sure(asked.input, 'GroupId')
  const found = own(store.groups, group)
  if (found === undefined) return refuseJson.notFound(`GROUP not found: ${group}`)
  const page = pageOf(found.members, asked.input, Math.min(100, asked.aws.pageSize))
  if (page.is === 'refused') return page
  return done(asked.aws, {
    GroupMemberships: page.items.map((UserId) => ({
      IdentityStoreId: store.storeId,
      MembershipId: uuidOf(`membership/${group}/${UserId}`),
      GroupId: group,
      MemberId: { UserId },
    })),
    ...page.more,
  })
}

export const identityStore: Service = {
  name: 'identitystore',
  operations: {
    ListUsers: { writes: false, takes: { IdentityStoreId: STORE, ...pages }, run: listUsers },
    ListGroups: { writes: false, takes: { IdentityStoreId: STORE, ...pages }, run: listGroups },
    ListGroupMemberships: {
      writes: false,
      takes: { IdentityStoreId: STORE, GroupId: ID, ...pages },
      run: listGroupMemberships,
    },
    DescribeUser: { writes: false, takes: { IdentityStoreId: STORE, UserId: ID }, run: describeUser },
  },
}
