// How the first files of an installation come about: answers, what AWS and GitHub know, and who could not be matched.

import { type Answer, unknown, writeEdgeError } from '../core/model/edge-error.ts'
import { directoryUsers, organisationAccounts } from '../edges/aws/ambient.ts'
import { shippedFiles } from '../edges/disk/shipped.ts'
import type { Where } from '../edges/github/batches.ts'
import { type Member, memberLogins, profileOf } from '../edges/github/members.ts'
import { type RepositorySeen, readSafety } from '../edges/github/safety.ts'
import type { Answers } from '../install/starter/answers.ts'
import { type Matching, matching } from '../install/starter/matching.ts'
import { starterFiles } from '../install/starter/starter.ts'
import { eachOf } from '../modes/any/each.ts'
import { githubFrom } from './witness.ts'

export interface StartingAsked {
  readonly answers: Answers
  readonly directory: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stage: (says: string) => void
}

export interface Started {
  /** Path → text. */
  readonly files: ReadonlyMap<string, string>
  /** What an owner must look at, in sentences. */
  readonly remarks: readonly string[]
}

interface Imported {
  readonly repository: Answer<RepositorySeen>
  readonly members: Answer<readonly Member[]>
}

async function fromGithub({ answers, environment, stage }: StartingAsked): Promise<Imported> {
  const client = githubFrom(environment, environment['GITHUB_TOKEN'] ?? environment['GH_TOKEN'] ?? null)
  if (client === null) {
    const nobody = unknown({ kind: 'denied', call: 'GitHub', said: 'there is no GITHUB_TOKEN to ask with' })
    return { repository: nobody, members: nobody }
  }
  const [owner = '', name = ''] = answers.repository.split('/')
  const where: Where = { client, owner, name }
  stage('Asking GitHub')
  const [repository, logins] = await Promise.all([readSafety(where).repository(), memberLogins(where)])
  if (logins.is === 'unknown') return { repository, members: logins }
  const wanted = [
    ...new Map([...logins.value, ...answers.owners].map((login) => [login.toLowerCase(), login])).values(),
  ]
  const read = await eachOf(wanted, (login) => profileOf(where, login))
  const broken = read.find((one) => one.is === 'unknown')
  return {
    repository,
    members:
      broken?.is === 'unknown'
        ? broken
        : { is: 'known', value: read.flatMap((one) => (one.is === 'known' ? [one.value] : [])) },
  }
}

const FEW = 20

const some = (names: readonly string[]): string =>
  names.length > FEW ? `${names.slice(0, FEW).join(', ')} and ${names.length - FEW} more` : names.join(', ')

/** An owner must be in people.yaml whatever is known of the e-mail. */
const noreply = ({ id, login }: Pick<Member, 'id' | 'login'>): string => `${id}+${login}@users.noreply.github.com`

function peopleFrom(matched: Matching, owners: readonly string[]) {
  const isOwner = ({ login }: Pick<Member, 'login'>): boolean =>
    owners.some((owner) => owner.toLowerCase() === login.toLowerCase())
  const left = matched.accounts.filter((account) => isOwner(account) && account.email === null)
  const found = [
    ...matched.matched,
    ...matched.accounts.flatMap((account) => (account.email === null ? [] : [{ account, email: account.email }])),
    ...left.map((account) => ({ account, email: noreply(account) })),
  ].toSorted((a, b) => a.account.id - b.account.id)
  const lost = matched.accounts.filter((account) => account.email === null && !isOwner(account))
  return { found, left, lost }
}

/** A text says why there is nothing to start with. */
export async function start(asked: StartingAsked): Promise<Started | string> {
  const { answers, directory, environment, stage } = asked
  const { repository, members } = await fromGithub(asked)
  if (repository.is === 'unknown' || members.is === 'unknown') {
    const because = repository.is === 'unknown' ? repository.because : members.is === 'unknown' ? members.because : null
    return `GitHub must tell the numeric ids of the repository and of its people: ${because === null ? '' : writeEdgeError(because)}. Set GITHUB_TOKEN, e.g. GITHUB_TOKEN=$(gh auth token)`
  }
  stage('Asking AWS')
  const ambient = { environment, region: answers.region }
  const [accounts, users] = await Promise.all([
    organisationAccounts(ambient),
    answers.center === null ? { is: 'known' as const, value: [] } : directoryUsers(ambient),
  ])
  const matched = matching(members.value, users.is === 'known' ? users.value : [])
  const { found, left, lost } = peopleFrom(matched, answers.owners)
  const missing = answers.owners.filter(
    (owner) => !members.value.some(({ login }) => login.toLowerCase() === owner.toLowerCase()),
  )
  if (missing.length > 0) return `GitHub knows no ${missing.join(', ')}: owners are GitHub logins.`
  const { id, ownerId, defaultBranch } = repository.value
  const own = starterFiles({
    answers,
    ids: { repository: id, owner: ownerId },
    branch: defaultBranch,
    accounts:
      accounts.is === 'known' && accounts.value.length > 0 ? accounts.value : [{ id: answers.hub, name: 'first' }],
    people: found,
    directory,
  })
  const remarks = [
    ...(accounts.is === 'known' && accounts.value.length > 0
      ? [
          `${accounts.value.length} accounts of the organisation are in integrations/aws.yaml; take out those that nobody may ask for.`,
        ]
      : [
          `The organisation's accounts could not be read, so the hub stands there as an example${accounts.is === 'unknown' ? ` (${writeEdgeError(accounts.because)})` : ''}. Run this with credentials of the management account, or list them yourself.`,
        ]),
    ...(users.is === 'unknown'
      ? [`The people of Identity Center could not be read: ${writeEdgeError(users.because)}`]
      : []),
    `${found.length} people are in people.yaml.`,
    ...(left.length === 0
      ? []
      : [`No e-mail was found for the owners ${some(left.map(({ login }) => login))}: correct theirs.`]),
    ...(lost.length === 0
      ? []
      : [`Not matched with anybody of the directory: ${some(lost.map(({ login }) => login))} (GitHub).`]),
    ...(matched.users.length === 0
      ? []
      : [`Not matched with a GitHub account: ${some(matched.users.map(({ userName }) => userName))} (directory).`]),
    ...(answers.owners.length < 3
      ? [
          `With ${answers.owners.length} owners one approval must do for the settings; name three, and set \`approvals: 2\`.`,
        ]
      : []),
  ]
  return { files: new Map([...shippedFiles(), ...own]), remarks }
}
