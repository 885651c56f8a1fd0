// Which tags users, roles and policies carry, and how they are set, removed and listed.

import { type Answer, done, type Refused, refuse } from '../answer.ts'
import type { Aim, Asked, Operations } from '../operation.ts'
import { pageOf } from '../page.ts'
import { type FormName, paging } from '../parameters.ts'
import { tagsOf, text, textOf, textsOf } from '../query.ts'
import { type Account, having, type Named, own } from '../world.ts'
import { policyAim, roleAim, userAim } from './aims.ts'
import { noPolicy, noRole, noUser, policyAt } from './lookup.ts'
import { protectedRole } from './protected.ts'
import { tagList } from './shapes.ts'

interface Tagged {
  readonly is: 'tagged'
  readonly tags: Named<string>
}

const tagged = (thing: { readonly tags: Named<string> } | undefined, missing: Refused): Tagged | Refused =>
  thing === undefined ? missing : { is: 'tagged', tags: thing.tags }

interface Kind {
  readonly word: 'User' | 'Role' | 'Policy'
  readonly parameter: string
  readonly form: FormName
  readonly aim: (asked: Asked) => Aim
  readonly find: (asked: Asked) => Tagged | Refused
  readonly change: (asked: Asked, tags: Named<string>) => Account
}

const user: Kind = {
  word: 'User',
  parameter: 'UserName',
  form: 'existingUserName',
  aim: userAim,
  find: ({ account, input }) => tagged(own(account.users, text(input, 'UserName')), noUser(text(input, 'UserName'))),
  change: ({ account, input }, tags) => {
    const name = text(input, 'UserName')
    const found = own(account.users, name)
    return found === undefined ? account : { ...account, users: having(account.users, name, { ...found, tags }) }
  },
}

const role: Kind = {
  word: 'Role',
  parameter: 'RoleName',
  form: 'roleName',
  aim: roleAim,
  find: ({ account, input }) => {
    const name = text(input, 'RoleName')
    return tagged(own(account.roles, name), noRole(name))
  },
  change: ({ account, input }, tags) => {
    const name = text(input, 'RoleName')
    const found = own(account.roles, name)
    return found === undefined ? account : { ...account, roles: having(account.roles, name, { ...found, tags }) }
  },
}

const policy: Kind = {
  word: 'Policy',
  parameter: 'PolicyArn',
  form: 'arn',
  aim: policyAim,
  find: ({ aws, account, input }) => {
    const found = policyAt(aws, account, text(input, 'PolicyArn'))
    return tagged(found?.keeper === 'customer' ? found.policy : undefined, noPolicy(text(input, 'PolicyArn')))
  },
  change: ({ aws, account, input }, tags) => {
    const found = policyAt(aws, account, text(input, 'PolicyArn'))
    return found === null
      ? account
      : { ...account, policies: having(account.policies, found.name, { ...found.policy, tags }) }
  },
}

const guarded = ({ account, input }: Asked): Refused | null => protectedRole(account, textOf(input, 'RoleName') ?? '')

/** Tag keys are unique ignoring case; setting one again keeps the newer spelling (AWS IAM user guide, "Tagging IAM resources"). */
export const mergedTags = (old: Named<string>, fresh: Named<string>): Named<string> => {
  const said = Object.keys(fresh).map((key) => key.toLowerCase())
  return { ...Object.fromEntries(Object.entries(old).filter(([key]) => !said.includes(key.toLowerCase()))), ...fresh }
}

const set =
  (kind: Kind) =>
  (asked: Asked): Answer<Account> => {
    const old = guarded(asked) ?? kind.find(asked)
    if (old.is === 'refused') return old
    const tags = mergedTags(old.tags, tagsOf(asked.input))
    const quota = asked.account.quotas.tagsPerThing
    return Object.keys(tags).length > quota
      ? refuse.limitExceeded(`The number of tags has reached the maximum limit: ${quota}`)
      : done(kind.change(asked, tags))
  }

const unset =
  (kind: Kind) =>
  (asked: Asked): Answer<Account> => {
    const old = guarded(asked) ?? kind.find(asked)
    if (old.is === 'refused') return old
    const gone = textsOf(asked.input, 'TagKeys').map((key) => key.toLowerCase())
    return done(
      kind.change(
        asked,
        Object.fromEntries(Object.entries(old.tags).filter(([key]) => !gone.includes(key.toLowerCase()))),
      ),
    )
  }

const list =
  (kind: Kind) =>
  (asked: Asked): Answer<Account> => {
    const found = kind.find(asked)
    if (found.is === 'refused') return found
    const page = pageOf(tagList(found.tags), asked.input, asked.aws.pageSize)
    return page.is === 'refused' ? page : done(asked.account, { Tags: page.items, ...page.more })
  }

const operationsOf = (kind: Kind): Operations => {
  const { word, aim } = kind
  const thing = { [kind.parameter]: kind.form }
  return {
    [`Tag${word}`]: { writes: true, takes: { ...thing, Tags: 'tags' }, aim, run: set(kind) },
    [`Untag${word}`]: { writes: true, takes: { ...thing, TagKeys: 'tagKeys' }, aim, run: unset(kind) },
    [`List${word}Tags`]: { writes: false, takes: { ...thing, ...paging }, aim, run: list(kind) },
  }
}

export const tagOperations: Operations = { ...operationsOf(user), ...operationsOf(role), ...operationsOf(policy) }
