// Which policies users, groups and roles hold: inline and attached ones, put, read and taken away.

import { type Answer, done, type Refused, refuse } from '../answer.ts'
import { checkDocument, sizeOf } from '../documents.ts'
import type { Aim, Asked, Operations } from '../operation.ts'
import { pageOf } from '../page.ts'
import { type FormName, paging } from '../parameters.ts'
import { text, textOf } from '../query.ts'
import { type Account, type Holder, having, lacking, own, type Quotas } from '../world.ts'
import { groupAim, roleAim, userAim } from './aims.ts'
import { badArn, noGroup, noPolicy, noRole, noUser, policyAt } from './lookup.ts'
import { protectedRole } from './protected.ts'
import { attachedList, urlEncoded } from './shapes.ts'

type Policies = Partial<Pick<Holder, 'inline' | 'attached'>>

interface Kind {
  readonly word: 'User' | 'Group' | 'Role'
  readonly parameter: string
  readonly form: FormName
  readonly aim: (asked: Asked) => Aim
  readonly find: (account: Account, name: string) => Holder | undefined
  readonly change: (account: Account, name: string, policies: Policies) => Account
  readonly missing: (name: string) => Refused
  readonly guard: (account: Account, name: string) => Refused | null
  readonly inlineQuota: keyof Quotas
  readonly attachedQuota: { readonly key: keyof Quotas; readonly shown: string }
}

const user: Kind = {
  word: 'User',
  parameter: 'UserName',
  form: 'existingUserName',
  aim: userAim,
  find: (account, name) => own(account.users, name),
  change: (account, name, policies) => {
    const found = own(account.users, name)
    return found === undefined ? account : { ...account, users: having(account.users, name, { ...found, ...policies }) }
  },
  missing: noUser,
  guard: () => null,
  inlineQuota: 'userInlineSize',
  attachedQuota: { key: 'attachedPerUser', shown: 'PoliciesPerUser' },
}

const group: Kind = {
  word: 'Group',
  parameter: 'GroupName',
  form: 'groupName',
  aim: groupAim,
  find: (account, name) => own(account.groups, name),
  change: (account, name, policies) => {
    const found = own(account.groups, name)
    return found === undefined
      ? account
      : { ...account, groups: having(account.groups, name, { ...found, ...policies }) }
  },
  missing: noGroup,
  guard: () => null,
  inlineQuota: 'groupInlineSize',
  attachedQuota: { key: 'attachedPerGroup', shown: 'PoliciesPerGroup' },
}

const role: Kind = {
  word: 'Role',
  parameter: 'RoleName',
  form: 'roleName',
  aim: roleAim,
  find: (account, name) => own(account.roles, name),
  change: (account, name, policies) => {
    const found = own(account.roles, name)
    return found === undefined ? account : { ...account, roles: having(account.roles, name, { ...found, ...policies }) }
  },
  missing: noRole,
  guard: protectedRole,
  inlineQuota: 'roleInlineSize',
  attachedQuota: { key: 'attachedPerRole', shown: 'PoliciesPerRole' },
}

/** Runs on the holder the call names, or refuses; writes to roles that AWS keeps to itself are refused too. */
const onHolder =
  (kind: Kind, access: 'read' | 'write', run: (asked: Asked, name: string, holder: Holder) => Answer<Account>) =>
  (asked: Asked): Answer<Account> => {
    const name = text(asked.input, kind.parameter)
    const holder = kind.find(asked.account, name)
    if (holder === undefined) return kind.missing(name)
    return (access === 'write' ? kind.guard(asked.account, name) : null) ?? run(asked, name, holder)
  }

const noInline = (kind: Kind, name: string, policy: string): Refused =>
  refuse.noSuchEntity(`The ${kind.word.toLowerCase()} policy with name ${policy} cannot be found for ${name}.`)

const put = (kind: Kind) =>
  onHolder(kind, 'write', ({ account, input }, name, holder) => {
    const document = text(input, 'PolicyDocument')
    const bad = checkDocument(document, 'identity')
    if (bad !== null) return bad
    const inline = having(holder.inline, text(input, 'PolicyName'), document)
    const quota = account.quotas[kind.inlineQuota]
    const size = Object.values(inline).reduce((sum, one) => sum + sizeOf(one), 0)
    if (size > quota)
      return refuse.limitExceeded(
        `Maximum policy size of ${quota} bytes exceeded for ${kind.word.toLowerCase()} ${name}`,
      )
    return done(kind.change(account, name, { inline }))
  })

const get = (kind: Kind) =>
  onHolder(kind, 'read', ({ account, input }, name, holder) => {
    const policy = text(input, 'PolicyName')
    const document = own(holder.inline, policy)
    return document === undefined
      ? noInline(kind, name, policy)
      : done(account, { [kind.parameter]: name, PolicyName: policy, PolicyDocument: urlEncoded(document) })
  })

const remove = (kind: Kind) =>
  onHolder(kind, 'write', ({ account, input }, name, holder) => {
    const policy = text(input, 'PolicyName')
    return own(holder.inline, policy) === undefined
      ? noInline(kind, name, policy)
      : done(kind.change(account, name, { inline: lacking(holder.inline, policy) }))
  })

const listInline = (kind: Kind) =>
  onHolder(kind, 'read', ({ aws, account, input }, _name, holder) => {
    const page = pageOf(Object.keys(holder.inline).sort(), input, aws.pageSize)
    return page.is === 'refused' ? page : done(account, { PolicyNames: page.items, ...page.more })
  })

const attach = (kind: Kind) =>
  onHolder(kind, 'write', ({ aws, account, input }, name, holder) => {
    const arn = text(input, 'PolicyArn')
    const bad = badArn(arn)
    if (bad !== null) return bad
    if (policyAt(aws, account, arn) === null) return noPolicy(arn)
    if (holder.attached.includes(arn)) return done(account)
    const { key, shown } = kind.attachedQuota
    if (holder.attached.length >= account.quotas[key])
      return refuse.limitExceeded(`Cannot exceed quota for ${shown}: ${account.quotas[key]}`)
    return done(kind.change(account, name, { attached: [...holder.attached, arn] }))
  })

const detach = (kind: Kind) =>
  onHolder(kind, 'write', ({ account, input }, name, holder) => {
    const arn = text(input, 'PolicyArn')
    const bad = badArn(arn)
    if (bad !== null) return bad
    if (!holder.attached.includes(arn)) return refuse.noSuchEntity(`Policy ${arn} was not found.`)
    return done(kind.change(account, name, { attached: holder.attached.filter((one) => one !== arn) }))
  })

const listAttached = (kind: Kind) =>
  onHolder(kind, 'read', ({ aws, account, input }, _name, holder) => {
    const prefix = textOf(input, 'PathPrefix') ?? '/'
    const shown = holder.attached.filter((arn) => (policyAt(aws, account, arn)?.policy.path ?? '/').startsWith(prefix))
    const page = pageOf(shown, input, aws.pageSize)
    return page.is === 'refused' ? page : done(account, { AttachedPolicies: attachedList(page.items), ...page.more })
  })

const operationsOf = (kind: Kind): Operations => {
  const { word, aim, parameter, form } = kind
  const holder = { [parameter]: form }
  const inline = { ...holder, PolicyName: 'policyName' } as const
  const attached = { ...holder, PolicyArn: 'arn' } as const
  return {
    [`Put${word}Policy`]: { writes: true, takes: { ...inline, PolicyDocument: 'document' }, aim, run: put(kind) },
    [`Get${word}Policy`]: { writes: false, takes: inline, aim, run: get(kind) },
    [`Delete${word}Policy`]: { writes: true, takes: inline, aim, run: remove(kind) },
    [`List${word}Policies`]: { writes: false, takes: { ...holder, ...paging }, aim, run: listInline(kind) },
    [`Attach${word}Policy`]: { writes: true, takes: attached, aim, run: attach(kind) },
    [`Detach${word}Policy`]: { writes: true, takes: attached, aim, run: detach(kind) },
    [`ListAttached${word}Policies`]: {
      writes: false,
      takes: { ...holder, 'PathPrefix?': 'pathPrefix', ...paging },
      aim,
      run: listAttached(kind),
    },
  }
}

export const holderOperations: Operations = { ...operationsOf(user), ...operationsOf(group), ...operationsOf(role) }
