// A small company to judge requests in: people, accounts, a little of AWS, and short ways to write rules and requests.

import { windowOf } from '../../../src/core/approval/items.ts'
import { type Judgement, judgeRequest, type Opinion } from '../../../src/core/approval/judge.ts'
import type { Deciding } from '../../../src/core/approval/routing.ts'
import { group as groupKind } from '../../../src/core/entitlements/group.ts'
import type { Kind } from '../../../src/core/entitlements/kind.ts'
import { permissionSet as setKind } from '../../../src/core/entitlements/permission-set.ts'
import { policy as policyKind } from '../../../src/core/entitlements/policy.ts'
import { role as roleKind } from '../../../src/core/entitlements/role.ts'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import { id, type PersonId } from '../../../src/core/model/id.ts'
import type { Pattern } from '../../../src/core/model/pattern.ts'
import type { Carried, Lapse } from '../../../src/core/model/permissions.ts'
import type { Place } from '../../../src/core/model/place.ts'
import type { PolicyDocument } from '../../../src/core/model/policy-document.ts'
import type { Line, Request } from '../../../src/core/model/request.ts'
import type { Filter, Rule, RuleLimits, Way, Who } from '../../../src/core/model/rule.ts'
import type { Account, Person, Settings } from '../../../src/core/model/settings.ts'
import { DAY, HOUR, instantOf } from '../../../src/core/model/time.ts'
import type { AccessLevel, Knowledge } from '../../../src/core/policy/knowledge.ts'
import { meantBy } from '../../../src/core/policy/one-resource.ts'
import { parsePattern } from '../../../src/core/policy/pattern.ts'

export const AT: Place = { file: 'config/here.yaml', line: 1, column: 1 }
const located = <T>(value: T) => ({ value, at: AT })
export const person = (handle: string): PersonId => id<'person'>(handle)

/** `/…/` is an expression, everything else a glob. */
export function pattern(text: string): Pattern {
  const read = parsePattern(text)
  if ('problem' in read) throw new Error(read.problem)
  return read.pattern
}

/** `anyone`, `@group`, `manager` or handles, separated by blanks. */
export function who(text: string): Who {
  if (text === 'anyone') return { is: 'anyone' }
  const words = text.split(' ')
  return {
    is: 'some',
    people: words.filter((word) => !word.startsWith('@') && word !== 'manager').map((word) => located(person(word))),
    groups: words.filter((word) => word.startsWith('@')).map((word) => located(id<'group'>(word.slice(1)))),
    manager: words.includes('manager'),
  }
}

interface FilterText {
  readonly account?: string
  readonly ou?: string
  readonly tags?: Readonly<Record<string, string>>
  readonly region?: string
  readonly resourceTags?: Readonly<Record<string, string>>
  readonly kind?: string
  readonly facets?: Readonly<Record<string, string>>
  readonly risk?: Filter['risk']
  readonly endsByItself?: boolean
  readonly escalating?: boolean
  readonly managesPermissions?: boolean
}

const patterns = (text: string | undefined): readonly Pattern[] | null => text?.split(' ').map(pattern) ?? null

export function filter(text: FilterText): Filter {
  const table = (of: Readonly<Record<string, string>> | undefined) =>
    Object.fromEntries(Object.entries(of ?? {}).map(([key, value]) => [key, patterns(value) ?? []]))
  return {
    account: patterns(text.account),
    ou: patterns(text.ou),
    tags: table(text.tags),
    region: patterns(text.region),
    resourceTags: table(text.resourceTags),
    kind: text.kind?.split(' ') ?? null,
    facets: table(text.facets),
    risk: text.risk ?? null,
    endsByItself: text.endsByItself ?? null,
    escalating: text.escalating ?? null,
    managesPermissions: text.managesPermissions ?? null,
  }
}

export const approvedBy = (text: string, approvals = 1): Way => ({
  is: 'approvedBy',
  who: who(text),
  approvals,
  at: AT,
})
export const auto: Way = { is: 'auto', at: AT }
export const breakGlass = (text: string, reviewedBy = '@security'): Way => ({
  is: 'breakGlass',
  who: who(text),
  reviewedBy: who(reviewedBy),
  within: DAY,
  at: AT,
})

export const NO_LIMITS: RuleLimits = {
  maxDuration: null,
  reason: null,
  ticket: null,
  endsByItself: null,
  approvals: null,
  directAttachment: null,
  wildcards: null,
  onBehalf: null,
}

interface RuleText {
  readonly who?: string
  readonly what?: FilterText
  readonly not?: readonly FilterText[]
  readonly ways?: readonly Way[]
  readonly limits?: Partial<RuleLimits>
  readonly deny?: string
}

export const rule = (name: string, text: RuleText): Rule => ({
  name,
  who: who(text.who ?? 'anyone'),
  what: filter(text.what ?? {}),
  not: (text.not ?? []).map(filter),
  ways: text.ways ?? [],
  limits: { ...NO_LIMITS, ...text.limits },
  deny: text.deny ?? null,
  at: AT,
})

/** handle, manager, groups */
const STAFF: readonly (readonly [string, string | null, string])[] = [
  ['marta', 'lena', 'engineers orders'],
  ['nils', 'lena', 'engineers oncall'],
  ['lena', 'olga', 'engineers leads'],
  ['omar', 'olga', 'leads'],
  ['sam', null, 'security'],
  ['olga', null, 'owners'],
  ['carl', 'omar', 'contractors'],
]

const people = new Map<PersonId, Person>(
  STAFF.map(([handle, manager, groups], index) => [
    person(handle),
    {
      handle: person(handle),
      githubId: 100 + index,
      login: handle,
      email: `${handle}@example.com`,
      manager: manager === null ? null : person(manager),
      out: null,
      groups: groups.split(' ').map((group) => id<'group'>(group)),
      at: AT,
    },
  ]),
)

const account = (name: string, digits: string, rest: Partial<Account>): Account => ({
  name: id<'target'>(name),
  id: digits.repeat(12),
  mode: id<'mode'>('iam-user'),
  ou: '/workloads/prod',
  tags: {},
  match: { by: 'userName' },
  closing: false,
  system: 'aws',
  at: AT,
  ...rest,
})

export const settings = (rules: readonly Rule[], rest: Partial<Settings> = {}): Settings => ({
  installation: 'acme',
  owners: { people: [located(person('olga'))], approvals: 1 },
  formBot: null,
  limits: {
    strays: 5,
    maxDuration: 7 * DAY,
    claimWithin: DAY,
    waitingTime: 7 * DAY,
    reviewAge: 7 * DAY,
    itemsPerRequest: 20,
  },
  protected: { people: [], targets: [], things: [] },
  people,
  bundles: new Map(),
  // Whoever sorts them in place is told.
  rules: Object.freeze([...rules]),
  holds: [],
  okta: null,
  aws: {
    partition: 'aws',
    region: 'eu-west-1',
    hub: { apply: null, expire: null, inventory: null },
    roles: { apply: 'daypass/apply', expire: 'daypass/expire', inventory: 'ops/daypass-inventory' },
    externalId: null,
    identityCenter: null,
    inventory: null,
    trust: null,
    handsOut: { groups: ['*'], policies: ['*'] },
    accounts: [
      account('orders-prod', '1', { tags: { env: 'prod', team: 'orders' } }),
      account('sandbox-1', '2', { ou: '/sandbox', tags: { env: 'dev' } }),
      account('payer', '3', { ou: '/' }),
      account('old', '4', { closing: true }),
      account('okta-1', '5', { mode: id<'mode'>('other') }),
    ],
  },
  ...rest,
})

const read = <Raw>(kind: Kind<Raw>, raw: Raw): Entitlement => {
  const found = kind.read(raw, () => AT)
  if ('findings' in found) throw new Error(found.findings.map(({ message }) => message).join(' '))
  const meant = meantBy(found.entitlement, knowledge)
  if ('problem' in meant) throw new Error(meant.problem)
  return meant.entitlement
}

export const policy = (value: string): Entitlement => read(policyKind, { policy: value })
export const role = (value: string): Entitlement => read(roleKind, { role: value })
export const permissionSet = (value: string): Entitlement => read(setKind, { permissionSet: value })
export const group = (value: string): Entitlement => read(groupKind, { group: value })

export const document = (action: string, resource = '*'): PolicyDocument => ({
  version: '2012-10-17',
  statements: [
    { effect: 'Allow', actions: { only: action.split(' ') }, resources: { only: resource.split(' ') }, conditions: {} },
  ],
})

/** Built by hand: hostile actions that the kind would not even read must not dodge a rule either. */
export const actions = (action: string, on = '*'): Entitlement => ({
  kind: id<'kind'>('actions'),
  what: `actions:${action} ${on}`,
  says: `${action} on ${on}`,
  permissions: { form: 'statements', document: document(action, on) },
  facets: { action: action.split(' '), resource: on.split(' ') },
  at: AT,
})

const KNOWN: Readonly<Record<string, Readonly<Record<string, AccessLevel>>>> = {
  s3: {
    GetObject: 'Read',
    ListBucket: 'List',
    PutObject: 'Write',
    DeleteObject: 'Write',
    PutBucketPolicy: 'Permissions management',
  },
  dynamodb: { GetItem: 'Read', PutItem: 'Write', DeleteItem: 'Write', DeleteTable: 'Write' },
  ec2: { DescribeInstances: 'List', StopInstances: 'Write' },
  iam: {
    CreateUser: 'Write',
    CreateAccessKey: 'Write',
    GetUser: 'Read',
    PutRolePolicy: 'Permissions management',
    AttachUserPolicy: 'Permissions management',
  },
}

export const knowledge: Knowledge = {
  asOf: '2026-11-01',
  services: () => Object.keys(KNOWN).sort(),
  resources: null,
  actions: (service) =>
    Object.entries(KNOWN[service] ?? {})
      .map(([name, level]) => ({ name, level }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
}

const IAM_USER: Readonly<Record<Carried, Lapse | null>> = {
  statements: 'always',
  policy: 'always',
  narrowed: 'always',
  role: 'depends',
  permissionSet: 'never',
  group: 'never',
}

const NOTHING: Readonly<Record<Carried, Lapse | null>> = {
  statements: null,
  policy: null,
  narrowed: null,
  role: null,
  permissionSet: 'never',
  group: 'never',
}

export const carries = new Map([
  [id<'mode'>('iam-user'), IAM_USER],
  [id<'mode'>('other'), NOTHING],
])

export const documents = new Map<string, PolicyDocument>(
  Object.entries({
    ReadOnlyAccess: document('s3:Get* s3:List* ec2:Describe* iam:Get*'),
    AmazonS3ReadOnlyAccess: document('s3:Get* s3:List*'),
    AmazonS3FullAccess: document('s3:*'),
    AmazonEC2ReadOnlyAccess: document('ec2:Describe*'),
    AdministratorAccess: document('*'),
    IAMFullAccess: document('iam:*'),
  }).flatMap(([name, text]) =>
    ['orders-prod', 'sandbox-1', 'payer', 'old'].flatMap((target): readonly (readonly [string, PolicyDocument])[] => [
      [`${target} ${name}`, text],
      [`${target} arn:aws:iam::aws:policy/${name}`, text],
    ]),
  ),
)

export const NOON = instantOf(1_800_000_000)

export interface Ask {
  readonly author?: string
  readonly for?: string
  readonly reason?: string | null
  readonly ticket?: string | null
  readonly hours?: number
  readonly in?: string
  readonly items?: readonly Entitlement[]
  readonly opinions?: readonly Opinion[]
  readonly unread?: boolean
  readonly tags?: Deciding['tags']
  readonly glass?: boolean
}

export function request(ask: Ask): Request {
  const lines = (ask.items ?? [policy('AmazonS3ReadOnlyAccess')]).map(
    (one): Line => ({
      targets: [located(ask.in ?? 'orders-prod')],
      asked: { is: 'entitlement', entitlement: one },
      at: AT,
    }),
  )
  return {
    id: id<'request'>('r1'),
    path: 'config/requests/r1.yaml',
    blob: id<'blob'>('b1'),
    for: located(ask.for ?? 'marta'),
    reason: ask.reason === null ? null : located(ask.reason ?? 'queue is stuck'),
    ticket: ask.ticket === null ? null : located(ask.ticket ?? 'INC-4211'),
    when: { is: 'duration', seconds: (ask.hours ?? 2) * HOUR, from: null },
    lines,
    breakGlass: ask.glass === true ? AT : null,
    issue: null,
    extension: null,
    at: AT,
  }
}

/** `lena omar !sam`: who approved, and with `!` who asked for changes. */
export const reviews = (text: string): readonly Opinion[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word, index) => ({
      person: person(word.replace('!', '')),
      state: word.startsWith('!') ? 'changes-requested' : 'approved',
      review: index + 1,
    }))

export function judge(rules: readonly Rule[], ask: Ask = {}, rest: Partial<Settings> = {}): Judgement {
  const inForce = settings(rules, rest)
  const asked = request(ask)
  const window = windowOf(asked, inForce, NOON)
  if (window === null) throw new Error('the request says no end')
  return judgeRequest({
    request: asked,
    settings: inForce,
    window,
    knowledge,
    carries,
    documents: ask.unread === true ? new Map() : documents,
    tags: ask.tags ?? new Map(),
    author: person(ask.author ?? ask.for ?? 'marta'),
    opinions: ask.opinions ?? [],
  })
}

/** `allowed approvedBy production lena`, `waiting production lena,omar 1`, `refused denied`. */
export function sentence(judgement: Judgement): string {
  const { decision } = judgement
  const tail = judgement.undecided ? ' (undecided)' : ''
  switch (decision.is) {
    case 'allowed':
      return `${['allowed', decision.way, decision.rule, ...decision.approvers].join(' ')}${tail}`
    case 'waiting':
      return `waiting ${decision.missing.map((one) => `${one.rule} ${one.people.join(',')} ${one.more}`).join('; ')}${tail}`
    case 'refused':
      return `refused ${[...new Set(decision.reasons.map((reason) => reason.code))].join(' ')}${tail}`
  }
}
