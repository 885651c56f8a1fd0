// What somebody does in the AWS console behind Daypass's back.

import { allowing, inAccount, user as newUser } from '../../../src/sandbox/aws/build.ts'
import { userIdOf, withoutAssignments } from '../../../src/sandbox/aws/identity-center/build.ts'
import type { Assignment, IdentityCenter } from '../../../src/sandbox/aws/identity-center/world.ts'
import { type Account, type AwsWorld, type ManagedPolicy, own, type User } from '../../../src/sandbox/aws/world.ts'
import { type Given, givenOf, mistake, text, texts } from './given.ts'
import { accountOf, personOf, type Stage, userOf } from './stage.ts'

type Edit = (account: Account) => Account

const OURS = ':policy/daypass/'

const withUser = (account: Account, name: string, change: (user: User) => User): Account => {
  const found = own(account.users, name)
  if (found === undefined) throw new Error(`there is no user ${name} in ${account.id}`)
  return { ...account, users: { ...account.users, [name]: change(found) } }
}

const documentOf = (policy: ManagedPolicy): { readonly Statement: readonly object[] } =>
  JSON.parse(policy.versions[policy.default]?.document ?? '{"Statement":[]}')

function rewritten(policy: ManagedPolicy, document: object, { company }: Stage): ManagedPolicy {
  const updated = company.sandbox.clock.now()
  const next = `v${policy.last + 1}`
  const versions = { ...policy.versions, [next]: { document: JSON.stringify(document), created: updated } }
  return { ...policy, updated, versions, default: next, last: policy.last + 1 }
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
    edit: (given, who, stage) => (account) =>
      withPolicy(account, heldPolicy(account, who), (policy) => {
        const document = documentOf(policy)
        const added = { Effect: 'Allow', Action: texts(given, 'allow'), Resource: '*' }
        return rewritten(policy, { ...document, Statement: [...document.Statement, added] }, stage)
      }),
  },
  narrow: {
    words: ['allow'],
    names: 'person',
    edit: (given, who, stage) => (account) =>
      withPolicy(account, heldPolicy(account, who), (policy) => {
        const document = documentOf(policy)
        const Statement = document.Statement.map((one) => ({ ...one, Action: texts(given, 'allow') }))
        return rewritten(policy, { ...document, Statement }, stage)
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
    edit: (given, who, stage) => (account) =>
      withPolicy(account, who, (policy) => rewritten(policy, allowing(texts(given, 'allow'), '*'), stage)),
  },
}

type CenterEdit = (center: IdentityCenter, userId: string, account: string) => IdentityCenter

const arnOf = (center: IdentityCenter, name: string): string => {
  const found = Object.entries(center.sets).find(([, set]) => set.name === name)
  if (found === undefined) throw new Error(`there is no permission set ${name}`)
  return found[0]
}

/** What somebody does in the Identity Center console. */
const CENTER_HANDS: Readonly<Record<string, (given: Given) => CenterEdit>> = {
  assign: (given) => (center, principalId, account) => ({
    ...center,
    assignments: [
      ...center.assignments,
      { account, set: arnOf(center, text(given, 'set')), principalType: 'USER', principalId },
    ],
  }),
}

/** Somebody adds to the sets that a person holds in an account, and provisions them. */
function widenSets(world: AwsWorld, userId: string, account: string, actions: readonly string[]): AwsWorld {
  const center = world.identityCenter
  const mine = new Set(center?.assignments.flatMap((row) => (row.principalId === userId ? [row.set] : [])))
  const added = (text: string): string => {
    const document: { readonly Statement: readonly object[] } = JSON.parse(text)
    return JSON.stringify({
      ...document,
      Statement: [...document.Statement, { Effect: 'Allow', Action: actions, Resource: '*' }],
    })
  }
  return Object.entries(center?.sets ?? {}).reduce((aws, [arn, set]) => {
    const role = set.roles[account]
    if (!mine.has(arn) || role === undefined || aws.identityCenter === undefined || set.inline === undefined) return aws
    const inline = added(set.inline)
    const changed = inAccount(aws, account, (one) => {
      const found = own(one.roles, role)
      return found === undefined
        ? one
        : { ...one, roles: { ...one.roles, [role]: { ...found, inline: { AwsSSOInlinePolicy: inline } } } }
    })
    const sets = { ...aws.identityCenter.sets, [arn]: { ...set, inline } }
    return { ...changed, identityCenter: { ...aws.identityCenter, sets } }
  }, world)
}

function inCenter(stage: Stage, value: unknown, at: string, verb: string): void {
  const given = givenOf(value, at, [verb, 'in', 'set', 'allow'])
  const account = accountOf(stage, text(given, 'in')).id
  const userId = userIdOf(personOf(stage, text(given, verb)).email)
  stage.company.sandbox.change((world) => {
    const center = world.aws.identityCenter
    if (center === undefined) return world
    if (verb === 'unassign') {
      const mine = (row: Assignment): boolean => row.principalId === userId && row.account === account
      return { ...world, aws: withoutAssignments(world.aws, mine) }
    }
    const edit = CENTER_HANDS[verb]?.(given)
    return edit === undefined
      ? { ...world, aws: widenSets(world.aws, userId, account, texts(given, 'allow')) }
      : { ...world, aws: { ...world.aws, identityCenter: edit(center, userId, account) } }
  })
}

const namesCenter = (stage: Stage, value: unknown): boolean =>
  stage.company.settings.aws?.accounts.find(({ name }) => name === Object(value).in)?.mode === 'identity-center'

export function byHand(stage: Stage, value: unknown, at: string): void {
  const centered = [...Object.keys(CENTER_HANDS), 'unassign', 'widen'].find((one) => Object.hasOwn(Object(value), one))
  if (centered !== undefined && namesCenter(stage, value)) {
    inCenter(stage, value, at, centered)
    return
  }
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
