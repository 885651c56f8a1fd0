// What the benchmark's company looks like: settings of a realistic size, the same files every time.

export interface Size {
  readonly people: number
  readonly accounts: number
  readonly teams: number
  /** How people enter the accounts; missing: as IAM users. */
  readonly mode?: 'identity-center' | 'okta-saml'
  /** The region that brings resources together; missing: they are not read. */
  readonly inventory?: string
}

/** The same, entered through Okta, where 10,000 people and 200 groups are; five of the groups decide here. */
export const FEDERATED: Size = { people: 300, accounts: 5, teams: 20, mode: 'okta-saml' }
export const OKTA_PEOPLE = 10_000
export const OKTA_GROUPS = 200
export const oktaGroupAt = (at: number): string => `Tool ${String(at).padStart(3, '0')}`

const DECIDING = 5
/** Largest pool that settings take. */
const POOL = 40

/** The same, entered through Identity Center. */
export const CENTERED: Size = { people: 300, accounts: 100, teams: 20, mode: 'identity-center' }

/** A company of 300 people, 100 accounts, 30 rules and 20 bundles. */
export const USUAL: Size = { people: 300, accounts: 100, teams: 20 }

export type Files = Readonly<Record<string, string>>

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

const padded = (at: number, width: number): string => String(at).padStart(width, '0')

export const personAt = (at: number): string => `person-${padded(at, 3)}`
export const teamAt = (at: number): string => `team-${padded(at, 2)}`
export const accountIdAt = (at: number): string => String(100_000_000_000 + at * 7)

const STAGES = ['prod', 'stage', 'dev', 'sandbox', 'data'] as const

export const accountAt = (at: number): string =>
  `${teamAt(Math.floor(at / STAGES.length))}-${STAGES[at % STAGES.length] ?? 'prod'}`

const HUB = '999900001111'

const daypass = (): string => `version: 1
installation: bench
owners:
  people: [${personAt(0)}, ${personAt(1)}, ${personAt(2)}]
  approvals: 2
limits:
  strays: 10
  maxDuration: 30d
  claimWithin: 24h
  waitingTime: 3d
  reviewAge: 7d
  itemsPerRequest: 50
protected:
  things: [OrganizationAccountAccessRole, "BreakGlassRoot*"]
`

const people = ({ people: count, teams, mode }: Size): string =>
  `people:\n${numbers(count)
    .map((at) => {
      const team = teamAt(at % teams)
      const leads = at < teams * 3 && (mode !== 'okta-saml' || at % teams >= DECIDING) ? [`${team}-leads`] : []
      const groups = [
        'engineers',
        team,
        ...leads,
        ...(at % 7 === 0 ? ['oncall'] : []),
        ...(at % 50 === 0 ? ['security'] : []),
      ]
      return `  ${personAt(at)}:
    id: ${7_000_000 + at}
    login: login-${padded(at, 3)}
    email: ${personAt(at)}@bench.example
${at < teams ? '' : `    manager: ${personAt(at % teams)}\n`}    groups: [${groups.join(', ')}]\n`
    })
    .join('')}`

const accounts = ({ accounts: count, mode, inventory }: Size): string => `partition: aws
region: eu-west-1
hub:
  apply: arn:aws:iam::${HUB}:role/daypass/hub-apply
  expire: arn:aws:iam::${HUB}:role/daypass/hub-expire
  inventory: arn:aws:iam::${HUB}:role/daypass/hub-inventory
externalId: bench-daypass
trust: { repository: harbor-goods/access, repositoryId: 4242, ownerId: 4200 }
handsOut: { groups: [readers] }
${inventory === undefined ? '' : `inventory: { aggregator: ${inventory} }\n`}${mode === 'identity-center' ? `identityCenter: { home: "${HUB}", region: eu-west-1 }\n` : ''}accounts:
${numbers(count)
  .map((at) => {
    const stage = STAGES[at % STAGES.length] ?? 'prod'
    return `  - name: ${accountAt(at)}
    id: "${accountIdAt(at)}"
    mode: ${mode ?? 'iam-user'}
    ou: /workloads/${stage}
    tags: { env: ${stage}, team: ${teamAt(Math.floor(at / STAGES.length))} }
    identity: { match: userName }\n`
  })
  .join('')}`

const POLICIES = [
  'CloudWatchLogsReadOnlyAccess',
  'CloudWatchReadOnlyAccess',
  'AmazonSQSReadOnlyAccess',
  'ViewOnlyAccess',
] as const

export const policyAt = (at: number): string => POLICIES[at % POLICIES.length] ?? 'ViewOnlyAccess'

export const bundleAt = (at: number): string => `bundle-${padded(at, 2)}`

const bundles = ({ teams }: Size): string =>
  `bundles:\n${numbers(teams)
    .map(
      (at) => `  ${bundleAt(at)}:
    says: What ${teamAt(at)} needs when something is stuck
    duration: ${2 + (at % 6)}h
    items:
      - policy: ${policyAt(at)}
      - actions: ["sqs:GetQueueAttributes", "sqs:ReceiveMessage", "logs:FilterLogEvents"]
        on: ["*"]
${at % 2 === 0 ? `      - policy: ${policyAt(at + 1)}\n` : ''}`,
    )
    .join('')}`

const BROAD = `rules:
  - name: sandbox
    who: { groups: [engineers] }
    what: { account: "*-sandbox", not: { escalating: true } }
    ways: [auto]
    limits: { maxDuration: 30d }
  - name: development
    who: { groups: [engineers] }
    what: { account: { tags: { env: [dev, stage] } }, not: { escalating: true } }
    ways:
      - approvedBy: { groups: [engineers] }
      - approvedBy: { manager: true }
    limits: { maxDuration: 30d, onBehalf: allowed }
  - name: data
    who: { groups: [engineers] }
    what: { account: { tags: { env: data } }, not: { escalating: true } }
    ways:
      - approvedBy: { groups: [security] }
      - approvedBy: { manager: true }
    limits: { maxDuration: 30d, onBehalf: allowed }
  - name: production-any
    who: { groups: [engineers] }
    what: { account: { tags: { env: prod } }, not: [{ policy: ["*FullAccess", AdministratorAccess] }, { escalating: true }] }
    ways:
      - approvedBy: { groups: [security] }
      - breakGlass: { who: { groups: [oncall] }, reviewedBy: { groups: [security] }, within: 1d }
    limits: { maxDuration: 30d, reason: required, onBehalf: allowed }
`

const NEVER = `rules:
  - name: administrator
    what: { policy: [AdministratorAccess, IAMFullAccess] }
    deny: Nobody needs to administer everything
  - name: finance
    what: { account: { ou: "/finance*" } }
    deny: Only Finance IT changes these accounts
  - name: audit-trail
    what: { actions: ["cloudtrail:Delete*", "cloudtrail:Stop*"] }
    deny: The trail stays on
`

const STRICT = `rules:
  - name: data-writes
    what: { account: { tags: { env: prod } }, actions: ["dynamodb:Put*", "dynamodb:Update*", "dynamodb:Delete*"] }
    limits: { approvals: 2, ticket: "INC-*" }
  - name: orders-table
    what: { kind: actions, resource: "arn:aws:dynamodb:*:*:table/payments*" }
    limits: { reason: required }
  - name: wide
    what: { actions: ["s3:*"] }
    limits: { maxDuration: 7d }
`

const teamRules = ({ teams }: Size): string =>
  `rules:\n${numbers(teams)
    .map(
      (at) => `  - name: ${teamAt(at)}-production
    who: { groups: [${teamAt(at)}] }
    what:
      account: { tags: { env: prod, team: ${teamAt(at)} } }
      not: [{ policy: ["*FullAccess", AdministratorAccess, PowerUserAccess] }, { escalating: true }]
    ways:
      - approvedBy: { groups: [${teamAt(at)}-leads] }
    limits: { maxDuration: 30d, reason: required, onBehalf: allowed }\n`,
    )
    .join('')}`

const oktaOf = ({ accounts: count }: Size): string => `org: https://harbor.okta.com
credential: { secret: "arn:aws:secretsmanager:eu-west-1:${HUB}:secret:daypass/okta-a1b2c3" }
directory:
  groups:
${numbers(DECIDING)
  .map((at) => `    ${teamAt(at)}-leads: ${oktaGroupAt(at)}\n`)
  .join('')}federation:
${numbers(count)
  .map((at) => `  - { account: ${accountAt(at)}, app: ${appAt(at)}, provider: Okta, roles: ${POOL} }\n`)
  .join('')}`

export const appAt = (at: number): string => `0oa${padded(at + 100, 17)}`

const TOOLS = `rules:
  - name: tools
    who: { groups: [engineers] }
    what: { okta: "Tool *" }
    ways: [{ approvedBy: { groups: [team-00-leads] } }]
    limits: { maxDuration: 30d, onBehalf: allowed }
`

/** All settings by path below the repository's root. */
export const settingsOf = (size: Size): Files => ({
  'config/daypass.yaml': daypass(),
  'config/people.yaml': people(size),
  'config/bundles.yaml': bundles(size),
  'config/integrations/aws.yaml': accounts(size),
  'config/rules/broad.yaml': BROAD,
  'config/rules/never.yaml': NEVER,
  'config/rules/strict.yaml': STRICT,
  'config/rules/teams.yaml': teamRules(size),
  ...(size.mode === 'okta-saml'
    ? { 'config/integrations/okta.yaml': oktaOf(size), 'config/rules/tools.yaml': TOOLS }
    : {}),
})
