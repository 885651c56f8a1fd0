// The first files of an installation: settings that validate, with the reason beside what owners will want to change.

import { stringify } from 'yaml'
import { type Answers, partitionOf, plainName } from './answers.ts'
import type { GithubAccount } from './matching.ts'

export interface StarterAccount {
  readonly id: string
  readonly name: string
}

export interface StarterPerson {
  readonly account: GithubAccount
  readonly email: string
}

export interface Starting {
  readonly answers: Answers
  /** GitHub's numeric ids of the repository and its owner. */
  readonly ids: { readonly repository: number; readonly owner: number }
  readonly branch: string
  readonly accounts: readonly StarterAccount[]
  /** Owners among them. */
  readonly people: readonly StarterPerson[]
  readonly directory: string
}

/** `name`, and a number where another has it already. */
function unique(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}-${count}`
  })
}

const isOwner = ({ owners }: Answers, { login }: GithubAccount): boolean =>
  owners.some((owner) => owner.toLowerCase() === login.toLowerCase())

const schema = (path: string, name: string): string =>
  `# yaml-language-server: $schema=${'../'.repeat(path.split('/').length - 1)}schemas/${name}.schema.json\n`

function peopleFile({ answers, people }: Starting) {
  const handles = unique(people.map(({ account }) => plainName(account.login, `person-${account.id}`)))
  const entries = people.map(({ account, email }, at) => [
    handles[at] ?? '',
    {
      id: account.id,
      login: account.login,
      email,
      groups: isOwner(answers, account) ? ['engineers', 'owners'] : ['engineers'],
    },
  ])
  const owners = people.flatMap(({ account }, at) => (isOwner(answers, account) ? [handles[at] ?? ''] : []))
  return { text: stringify({ people: Object.fromEntries(entries) }, { lineWidth: 0 }), owners }
}

const daypassFile = ({ answers }: Starting, owners: readonly string[]): string =>
  stringify({
    version: 1,
    installation: plainName(answers.repository.split('/')[0] ?? '', 'daypass'),
    owners: { people: owners, approvals: owners.length > 2 ? 2 : 1 },
    protected: { things: ['OrganizationAccountAccessRole'] },
  })

function awsFile({ answers, ids, branch, accounts }: Starting): string {
  const partition = partitionOf(answers.region)
  const mode = answers.center === null ? 'iam-user' : 'identity-center'
  const names = unique(accounts.map(({ id, name }) => plainName(name, `account-${id}`)))
  const hub = (job: string): string => `arn:${partition}:iam::${answers.hub}:role/daypass/hub-${job}`
  return stringify(
    {
      partition,
      region: answers.region,
      hub: { apply: hub('apply'), expire: hub('expire'), inventory: hub('inventory') },
      externalId: `daypass-${ids.repository}`,
      trust: {
        repository: answers.repository,
        repositoryId: ids.repository,
        ownerId: ids.owner,
        ...(branch === 'main' ? {} : { branch }),
      },
      ...(answers.center === null ? {} : { identityCenter: { home: answers.center, region: answers.region } }),
      accounts: accounts.map(({ id }, at) => ({ name: names[at] ?? '', id, mode })),
    },
    { lineWidth: 0 },
  )
}

const RULES = `rules:
  # A start that gives nothing away: an owner must approve, nothing escalating, a working day at most. Narrow it per account.
  - name: everything
    who: { groups: [engineers] }
    what: { not: { escalating: true } }
    ways: [{ approvedBy: { groups: [owners] } }]
    limits: { maxDuration: 8h, reason: required }
`

const BUNDLES = `# What people really ask for, by a name of its own: \`daypass list\` prints it.
bundles: {}
`

const HOLDS = `# The red button: what is named here must not be held. Adding needs no approval, lifting is a change of settings.
holds: []
`

/** Path → text. The workflows, schemas and issue form are copied from the installation's own version of Daypass. */
export function starterFiles(starting: Starting): ReadonlyMap<string, string> {
  const { directory } = starting
  const at = (name: string): string => (directory === '' ? name : `${directory}/${name}`)
  const { text: people, owners } = peopleFile(starting)
  const files: readonly (readonly [string, string, string])[] = [
    ['daypass.yaml', 'daypass', daypassFile(starting, owners)],
    ['people.yaml', 'people', people],
    ['bundles.yaml', 'bundles', BUNDLES],
    ['holds.yaml', 'holds', HOLDS],
    ['rules/first.yaml', 'rules', RULES],
    ['integrations/aws.yaml', 'integration-aws', awsFile(starting)],
  ]
  return new Map([
    ...files.map(([name, of, text]) => [at(name), `${schema(at(name), of)}${text}`] as const),
    [
      '.vscode/settings.json',
      `${JSON.stringify({ 'yaml.schemas': { './schemas/request.schema.json': at('requests/**/*.yaml') } }, null, 2)}\n`,
    ] as const,
  ])
}
