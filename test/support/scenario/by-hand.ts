// What somebody does in the AWS console behind Daypass's back.

import { allowing, inAccount, user as newUser } from '../../../src/sandbox/aws/build.ts'
import { type Account, type ManagedPolicy, own, type User } from '../../../src/sandbox/aws/world.ts'
import { type Given, givenOf, mistake, text, texts } from './given.ts'
import { accountOf, type Stage, userOf } from './stage.ts'

type Edit = (account: Account) => Account

const OURS = ':policy/daypass/'

const withUser = (account: Account, name: string, change: (user: User) => User): Account => {
  const found = own(account.users, name)
  if (found === undefined) throw new Error(`there is no user ${name} in ${account.id}`)
  return { ...account, users: { ...account.users, [name]: change(found) } }
}

const documentOf = (policy: ManagedPolicy): { readonly Statement: readonly object[] } =>
  JSON.parse(policy.versions[policy.default]?.document ?? '{"Statement":[]}')

function rewritten(policy: ManagedPolicy, document: object): ManagedPolicy {
  const next = `v${policy.last + 1}`
  const versions = { ...policy.versions, [next]: { document: JSON.stringify(document), created: policy.updated } }
  return { ...policy, versions, default: next, last: policy.last + 1 }
}

/** The first policy of ours that the user has attached. */
function heldPolicy(account: Account, name: string): string {
  const attached = own(account.users, name)?.attached ?? []
  const held = Object.entries(account.policies).find(
    ([policy, { path }]) => path.startsWith('/daypass/') && attached.some((arn) => arn.endsWith(`${path}${policy}`)),
  )
  if (held === undefined) throw new Error(`${name} holds no policy of Daypass in ${account.id}`)
  return held[0]
}

function withPolicy(account: Account, name: string, change: (policy: ManagedPolicy) => ManagedPolicy): Account {
  const found = own(account.policies, name)
  if (found === undefined) throw new Error(`there is no policy ${name} in ${account.id}`)
  return { ...account, policies: { ...account.policies, [name]: change(found) } }
}

/** `who` is what the verb names: a person's user, or a policy. */
interface Hand {
  readonly words: readonly string[]
  readonly names: 'person' | 'policy'
  readonly edit: (given: Given, who: string, stage: Stage) => Edit
}

const HANDS: Readonly<Record<string, Hand>> = {
  widen: {
    words: ['allow'],
    names: 'person',
    edit: (given, who) => (account) =>
      withPolicy(account, heldPolicy(account, who), (policy) => {
        const document = documentOf(policy)
        const added = { Effect: 'Allow', Action: texts(given, 'allow'), Resource: '*' }
        return rewritten(policy, { ...document, Statement: [...document.Statement, added] })
      }),
  },
  narrow: {
    words: ['allow'],
    names: 'person',
    edit: (given, who) => (account) =>
      withPolicy(account, heldPolicy(account, who), (policy) => {
        const document = documentOf(policy)
        const Statement = document.Statement.map((one) => ({ ...one, Action: texts(given, 'allow') }))
        return rewritten(policy, { ...document, Statement })
      }),
  },
  detach: {
    words: [],
    names: 'person',
    edit: (_given, who) => (account) =>
      withUser(account, who, (user) => ({ ...user, attached: user.attached.filter((arn) => !arn.includes(OURS)) })),
  },
  join: {
    words: ['group'],
    names: 'person',
    edit: (given, who) => (account) =>
      withUser(account, who, (user) => ({ ...user, groups: [...user.groups, text(given, 'group')] })),
  },
  leave: {
    words: ['group'],
    names: 'person',
    edit: (given, who) => (account) =>
      withUser(account, who, (user) => ({
        ...user,
        groups: user.groups.filter((one) => one !== text(given, 'group')),
      })),
  },
  untag: {
    words: [],
    names: 'person',
    edit: (_given, who) => (account) =>
      withUser(account, who, (user) => ({
        ...user,
        tags: Object.fromEntries(Object.entries(user.tags).filter(([key]) => !key.startsWith('daypass:'))),
      })),
  },
  'delete user': {
    words: [],
    names: 'person',
    edit: (_given, who) => (account) => ({
      ...account,
      users: Object.fromEntries(Object.entries(account.users).filter(([name]) => name !== who)),
    }),
  },
  'create user': {
    words: [],
    names: 'person',
    edit: (given, who, stage) => (account) => {
      const draft = userOf(stage, text(given, 'create user'), text(given, 'in'))[1]
      return { ...account, users: { ...account.users, [who]: newUser(draft, `AIDACREATEDAGAIN${who.length}`) } }
    },
  },
  rewrite: {
    words: ['allow'],
    names: 'policy',
    edit: (given, who) => (account) =>
      withPolicy(account, who, (policy) => rewritten(policy, allowing(texts(given, 'allow'), '*'))),
  },
}

export function byHand(stage: Stage, value: unknown, at: string): void {
  const verb = Object.keys(HANDS).find((one) => Object.hasOwn(Object(value), one))
  const hand = verb === undefined ? undefined : HANDS[verb]
  if (verb === undefined || hand === undefined) throw mistake(at, `say what is done: ${Object.keys(HANDS).join(', ')}`)
  const given = givenOf(value, at, [verb, 'in', ...hand.words])
  const [named, target] = [text(given, verb), text(given, 'in')]
  const who = hand.names === 'person' ? userOf(stage, named, target)[0] : named
  const account = accountOf(stage, target).id
  const edit = hand.edit(given, who, stage)
  stage.company.sandbox.change((world) => ({ ...world, aws: inAccount(world.aws, account, edit) }))
}
