// The rule matcher: taking away never gives, reading more strictly never takes more, and what is not known never turns out better.

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Match } from '../../src/core/approval/filter.ts'
import { matchRules, whatMatches } from '../../src/core/approval/matching.ts'
import { type Contents, regionOf, type Subject } from '../../src/core/approval/subject.ts'
import type { Rule } from '../../src/core/model/rule.ts'
import type { Settings } from '../../src/core/model/settings.ts'
import { expandActions } from '../../src/core/policy/actions.ts'
import { auto, type filter, knowledge, person, rule, settings } from '../core/approval/company.ts'
import { must, type Note, type Target } from './target.ts'

type FilterText = Parameters<typeof filter>[0]

interface RuleText {
  readonly who: string
  readonly what: FilterText
  readonly not: readonly FilterText[]
  readonly does: 'way' | 'limit' | 'deny'
}

interface SubjectText {
  readonly account: number
  readonly kind: string
  readonly facets: Readonly<Record<string, readonly string[]>>
  readonly contents: Contents
  /** Missing, as in inputs kept from before: no single resource. */
  readonly tags?: 'of many' | 'unknown' | Readonly<Record<string, string>>
  readonly risk: Subject['risk']
  readonly manages: Subject['managesPermissions']
  readonly lapse: Subject['lapse']
}

interface Input {
  readonly rules: readonly RuleText[]
  readonly more: RuleText
  readonly subject: SubjectText
  /** What the wildcards of the subject come to mean. */
  readonly fill: readonly string[]
  /** What becomes known of what is not. */
  readonly known: Pick<SubjectText, 'contents' | 'risk' | 'manages' | 'tags'>
  readonly person: string
  readonly author: string
}

const NAMES = ['reader', 'Reader', 'ops/reader', 'AmazonS3ReadOnlyAccess', 'arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::111111111111:role/ops/reader', 'arn:aws:iam::111111111111:group/reader', 'Admin', 'arn:aws:sso:::permissionSet/ssoins-1/ps-1', 'x'] // biome-ignore format: a list
const ACTIONS = ['s3:GetObject', 's3:Get*', 's3:*', 'S3:getobject', 's3:?etObject', '*', 'dynamodb:Delete*', 'iam:PutRolePolicy', 's3:NotKnown', 's3:Not*', 'ec2:*Instances', 'new:Thing'] // biome-ignore format: a list
const RESOURCES = ['*', 'arn:aws:s3:::orders', 'arn:aws:s3:::orders/*', 'arn:aws:sqs:eu-west-1:111111111111:orders', 'arn:aws:sqs:eu-*:111111111111:ord*', 'arn:aws:sqs:*:*:?rders', `arn:aws:dynamodb:us-east-1:111111111111:table/$\{aws:username}`, 'arn:*:sqs:eu-west-1:1:x'] // biome-ignore format: a list
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  policy: [...NAMES, '*', '*ReadOnly*', 'arn:aws:iam::aws:policy/*', '/^Amazon.*Access$/', 'arn:*', '?'],
  role: [...NAMES, '*', 'r*', 'arn:aws:iam::*:role/*', '/reader|Admin/', 'ops/*'],
  group: [...NAMES, '*', 'arn:aws:iam::111111111111:group/*', '/[Rr]eader/'],
  permissionSet: [...NAMES, '*', 'arn:aws:sso:::permissionSet/*', 'A*'],
  action: [...ACTIONS, '/s3:(Get|List).*/', '/.*:Delete.*/', 'S3:*', '*:Get*', '*:*', '/[^i].*/'],
  resource: [...RESOURCES, 'arn:aws:s3:::*', 'arn:aws:sqs:eu-west-1:*', '/arn:aws:(s3|sqs):.*/', '*orders*', 'arn:*:orders'],
  level: ['read', 'write', 'admin', '*', '/read|write/'],
} // biome-ignore format: a table

const FACETS = Object.keys(PATTERNS)

const some = (texts: readonly string[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1, maxLength: most })
const patternsOf = (texts: readonly string[]) => some(texts, 2).map((list) => list.join(' '))

const facetText = fc
  .constantFrom(...FACETS)
  .chain((facet) => patternsOf(PATTERNS[facet] ?? []).map((text) => ({ [facet]: text })))

const filterText: fc.Arbitrary<FilterText> = fc.record(
  {
    account: patternsOf(['*', 'orders-*', 'sandbox-1', '/.*-prod/', 'payer', 'okta']),
    ou: patternsOf(['*', '/workloads/*', '/sandbox', '/']),
    tags: fc.constantFrom({ env: 'prod' }, { env: 'prod dev' }, { none: '*' }, { env: '*', team: '/o.*/' }),
    region: patternsOf(['*', 'eu-*', 'eu-west-1', '/us-.*/', 'EU-west-1']),
    resourceTags: fc.constantFrom(
      { data: 'people' },
      { data: 'open people' },
      { none: '*' },
      { data: '*', team: '/o.*/' },
    ),
    kind: patternsOf(['policy', 'role', 'group', 'permissionSet', 'actions', 'resource']),
    facets: fc.array(facetText, { minLength: 1, maxLength: 2 }).map((parts) => Object.assign({}, ...parts)),
    risk: fc.uniqueArray(fc.constantFrom('low' as const, 'high' as const, 'escalating' as const), { minLength: 1 }),
    endsByItself: fc.boolean(),
    escalating: fc.boolean(),
    managesPermissions: fc.boolean(),
  },
  { requiredKeys: [] },
)
/** Most keys away: what demands ten things at once means nothing. */
const few = fc
  .tuple(filterText, fc.array(fc.nat({ max: 10 }), { minLength: 1, maxLength: 3 }))
  .map(([text, keep]): FilterText => {
    const keys = Object.entries(text)
    return Object.fromEntries(keys.filter((_, index) => keep.includes(index)))
  })

const whoText = fc.constantFrom('anyone', 'anyone', 'anyone', '@engineers', 'marta', '@contractors @leads')
const ruleText: fc.Arbitrary<RuleText> = fc.record({
  who: whoText,
  what: fc.oneof(few, fc.constant({})),
  not: fc.array(few, { maxLength: 2 }),
  does: fc.constantFrom('way' as const, 'way' as const, 'limit' as const, 'deny' as const),
})

const facets = fc.record(
  {
    policy: some(NAMES, 2),
    role: some(NAMES, 2),
    group: some(NAMES, 1),
    permissionSet: some(NAMES, 1),
    action: some(ACTIONS, 3),
    resource: some(RESOURCES, 2),
    level: some(['read', 'write', 'admin'], 1),
  },
  { requiredKeys: [] },
)
const contents = fc.record({ action: some(ACTIONS, 3), resource: some(RESOURCES, 2), role: some(NAMES, 1) })
const bears = fc.constantFrom({}, { data: 'people' }, { data: 'open', team: 'orders' })
const risk = fc.constantFrom('low' as const, 'high' as const, 'escalating' as const)

const inputs: fc.Arbitrary<Input> = fc.record({
  rules: fc.array(ruleText, { minLength: 1, maxLength: 4 }),
  more: ruleText,
  subject: fc.record({
    account: fc.nat({ max: 4 }),
    kind: fc.constantFrom('policy', 'role', 'group', 'permissionSet', 'actions', 'resource'),
    facets,
    contents: fc.oneof(fc.constantFrom('none' as const, 'unknown' as const, 'unknown' as const), contents),
    tags: fc.oneof(fc.constantFrom('of many' as const, 'unknown' as const), bears),
    risk: fc.oneof(risk, fc.constant('unknown' as const)),
    manages: fc.constantFrom(true, false, 'unknown' as const),
    lapse: fc.constantFrom('always' as const, 'never' as const, 'depends' as const, null),
  }),
  fill: fc.array(fc.constantFrom('', 'a', 'orders', 'eu-west-1', 'GetObject', 'x/y', 'Reader'), { minLength: 4, maxLength: 4 }),
  known: fc.record({ contents, tags: bears, risk, manages: fc.boolean() }),
  person: fc.constantFrom('marta', 'nils', 'carl', 'nobody'),
  author: fc.constantFrom('marta', 'marta', 'lena', 'sam'),
}) // biome-ignore format: one line each

const LIMITS = { maxDuration: 60 }
const ruleOf = (text: RuleText, name: string): Rule =>
  rule(name, {
    who: text.who,
    what: text.what,
    not: text.not,
    ways: text.does === 'way' ? [auto] : [],
    limits: text.does === 'limit' ? LIMITS : {},
    ...(text.does === 'deny' ? { deny: 'no' } : {}),
  })

const ACCOUNTS = settings([]).aws?.accounts ?? []

const subjectOf = (text: SubjectText): Subject => {
  const account = ACCOUNTS[text.account]
  must(account !== undefined, 'there is such an account')
  const { kind, contents: held, risk: how, manages, lapse, tags = 'of many' } = text
  const resourceTags = typeof tags === 'string' ? tags : new Map(Object.entries(tags))
  const regions = (text.facets['resource'] ?? []).map(regionOf)
  return { account, partition: 'aws', kind, facets: text.facets, regions, resourceTags, contents: held, risk: how, managesPermissions: manages, lapse } // biome-ignore format: one line
}

const filled = (text: string, fill: readonly string[]): string => {
  let next = 0
  const take = (): string => fill[next++ % fill.length] ?? ''
  return text.replace(/\$\{[^}]*\}|[*?]/g, (sign) => (sign === '?' ? (take()[0] ?? 'q') : take()))
}

/** One thing that the value could mean: a known action where it means any, and of any resource one in a region. */
function meant(facet: string, value: string, fill: readonly string[]): string {
  if (facet === 'action') {
    const { known } = expandActions([value], knowledge)
    const [first] = fill
    return known[(first?.length ?? 0) % Math.max(1, known.length)]?.action ?? filled(value, fill)
  }
  if (facet === 'resource' && value === '*') return `arn:aws:sqs:eu-west-1:111111111111:${fill[0]}`
  return facet === 'resource' ? filled(value.replace(':eu-*:', ':eu-west-1:').replace('sqs:*:*', 'sqs:us-east-1:1'), fill) : value
} // biome-ignore format: one line

const narrower = (text: SubjectText, fill: readonly string[]): SubjectText => ({
  ...text,
  facets: Object.fromEntries(
    Object.entries(text.facets).map(([facet, values]) => [facet, values.map((value) => meant(facet, value, fill))]),
  ),
})

const RANK: Readonly<Record<Match, number>> = { no: 0, unknown: 1, yes: 2 }

function judgeReadings(made: Rule, subject: Subject, input: Input, note: Note): void {
  const [partly, wholly] = [
    whatMatches(made, subject, 'partly', knowledge),
    whatMatches(made, subject, 'wholly', knowledge),
  ]
  must(RANK[wholly] <= RANK[partly], 'what is wholly meant is partly meant', made, { partly, wholly })
  if (wholly === 'yes') note('wholly meant')
  // Nothing is allowed for what was not said: an item without a region, or without the facet asked for.
  const said = (facet: string): boolean => (subject.facets[facet] ?? []).length > 0
  const demands = Object.keys(made.what.facets)
  const unsaid =
    demands.some((facet) => !said(facet)) ||
    (made.what.region !== null && subject.regions.length === 0) ||
    (Object.keys(made.what.resourceTags).length > 0 && subject.resourceTags === 'of many')
  must(wholly === 'no' || !unsaid, 'what an item does not say is not wholly meant', made, { wholly })
  if (unsaid) note('something is not said')

  const learnt = subjectOf({ ...input.subject, ...known(input) })
  for (const reading of ['partly', 'wholly'] as const) {
    const [before, after] = [
      whatMatches(made, subject, reading, knowledge),
      whatMatches(made, learnt, reading, knowledge),
    ]
    if (before === 'unknown') note('not known yet')
    must(before === 'unknown' || before === after, 'what is certain stays so once all is known', made, reading, { before, after }) // biome-ignore format: one line
  }

  const one = subjectOf(narrower(input.subject, input.fill))
  if (isDeepStrictEqual(one.facets, subject.facets)) return
  note('a wildcard made one thing')
  const [onePartly, oneWholly] = [
    whatMatches(made, one, 'partly', knowledge),
    whatMatches(made, one, 'wholly', knowledge),
  ]
  must(wholly !== 'yes' || oneWholly === 'yes', 'what is meant wholly is meant in each part', made, one.facets)
  must(onePartly !== 'yes' || partly === 'yes', 'what is meant in a part is partly meant', made, one.facets)
}

/** Only what was not known changes. */
const known = ({ subject, known: more }: Input): Partial<SubjectText> => ({
  ...(subject.contents === 'unknown' ? { contents: more.contents } : {}),
  ...(subject.tags === 'unknown' ? { tags: more.tags ?? {} } : {}),
  ...(subject.risk === 'unknown' ? { risk: more.risk } : {}),
  ...(subject.manages === 'unknown' ? { manages: more.manages } : {}),
})

function check(input: Input, note: Note): void {
  const subject = subjectOf(input.subject)
  const rules = input.rules.map((text, index) => ruleOf(text, `r${index}`))
  const asking = (inForce: readonly Rule[]) => ({
    settings: { ...SETTINGS, rules: inForce },
    person: person(input.person),
    author: person(input.author),
    knowledge,
  })
  const matched = matchRules(subject, asking(rules))
  for (const made of rules) judgeReadings(made, subject, input, note)
  must(isDeepStrictEqual(matchRules(subject, asking([...rules].reverse())), matched), 'the order of rules does not matter') // biome-ignore format: one line

  const denying = ruleOf({ ...input.more, does: 'deny' }, 'z-deny')
  const denied = matchRules(subject, asking([...rules, denying]))
  must(isDeepStrictEqual(denied.ways, matched.ways), 'a denying rule offers nothing', denied.ways)
  must(matched.denied === null || denied.denied !== null, 'what is denied stays denied by one rule more')
  if (matched.denied === null && denied.denied !== null) note('denied by one rule more')

  const limiting = ruleOf({ ...input.more, does: 'limit' }, 'z-limit')
  const limited = matchRules(subject, asking([...rules, limiting]))
  must(isDeepStrictEqual(limited.ways, matched.ways), 'a limiting rule offers nothing', limited.ways)
  must(isDeepStrictEqual(limited.denied, matched.denied), 'a limiting rule denies nothing')
  must(limited.limits.maxDuration.value <= matched.limits.maxDuration.value, 'one limit more is never a looser one')

  const learnt = matchRules(subjectOf({ ...input.subject, ...known(input) }), asking(rules))
  if (matched.undecided) note('undecided')
  else {
    must(isDeepStrictEqual(learnt.ways, matched.ways), 'what was decided offers the same once all is known')
    must(isDeepStrictEqual(learnt.denied, matched.denied), 'what was decided is denied alike once all is known')
  }
  must(matched.denied === null || learnt.denied !== null, 'what is denied stays denied once all is known')
  if (matched.ways.length > 0) note('offers a way')
}

const SETTINGS: Settings = settings([])

export const matcher: Target<Input> = { says: 'rule matcher', runs: 320_000, longest: 1000, inputs, check }
