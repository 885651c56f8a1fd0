// The Action's inputs and GitHub's environment, read once into values that cannot be wrong.

import { type CommitId, id } from '../core/model/id.ts'
import type { Job } from '../core/model/settings.ts'
import { DATA_BRANCH } from '../edges/git/data.ts'
import { readDirectory } from './directory.ts'

type Environment = Readonly<Record<string, string | undefined>>

export interface Inputs {
  readonly command: string
  readonly directory: string
  readonly start: CommitId | null
  readonly token: string | null
  readonly ledgerBranch: string
  /** Where the inventory lies. */
  readonly dataBranch: string
  /** Of the inventory: `list`, `2/8`, `merge`; empty: all of it at once. */
  readonly part: string
  /** Empty: the event may name one. */
  readonly pullRequests: readonly number[]
  readonly mergeMethod: MergeMethod
  /** File names below .github/workflows. */
  readonly workflows: { readonly apply: string; readonly expire: string }
  /** As which of the jobs `verify` enters the accounts. */
  readonly verifyAs: Job
  /** Who or what must not be held, as it was typed. */
  readonly hold: { readonly what: string; readonly name: string; readonly because: string }
  /** Seconds. */
  readonly budget: number
  /** `owner/name`. */
  readonly repository: string
  readonly serverUrl: string
  readonly apiUrl: string
  readonly environment: Environment
}

export type InputsRead =
  | { readonly is: 'read'; readonly inputs: Inputs }
  | { readonly is: 'wrong'; readonly says: string }

const JOBS = ['inventory', 'apply', 'expire'] as const satisfies readonly Job[]
const METHODS = ['squash', 'merge', 'rebase'] as const

export type MergeMethod = (typeof METHODS)[number]

const isWorkflow = (name: string): boolean => /^[\w][\w.-]{0,99}\.ya?ml$/.test(name)

const wrong = (says: string): InputsRead => ({ is: 'wrong', says })

/** Narrower than Git's own rules (git check-ref-format), so that no name surprises anybody. */
const isBranch = (text: string): boolean =>
  text.length <= 100 &&
  text.split('/').every((step) => /^\w([\w-]|\.(?!\.))*$/.test(step) && !/(\.|\.lock)$/.test(step))

/** `input` answers an empty text for what is not set, as `@actions/core` does. */
export function readInputs(input: (name: string) => string, environment: Environment): InputsRead {
  const start = input('start').trim()
  if (start !== '' && !/^[0-9a-f]{40}$/.test(start))
    return wrong(`The input start is not a full commit SHA: ${JSON.stringify(start)}.`)
  const folder = input('directory').trim() || 'config'
  const directory = readDirectory(folder)
  if (directory === null)
    return wrong(`The input directory is not a folder inside the repository: ${JSON.stringify(folder)}.`)
  const branch = input('ledger-branch').trim() || 'daypass-ledger'
  if (!isBranch(branch)) return wrong(`The input ledger-branch is not the name of a branch: ${JSON.stringify(branch)}.`)
  const data = input('data-branch').trim() || DATA_BRANCH
  if (!isBranch(data) || data.includes('/') || data === branch)
    return wrong(`The input data-branch is not the name of a branch of its own: ${JSON.stringify(data)}.`)
  const minutes = Number(input('time-budget') || '45')
  if (!Number.isFinite(minutes) || minutes <= 0 || minutes > 350)
    return wrong('The input time-budget is not a number of minutes above 0 and up to 350.')
  const number = input('pull-request').trim()
  if (number !== '' && !/^[1-9]\d{0,9}(,\s?[1-9]\d{0,9}){0,499}$/.test(number))
    return wrong(`The input pull-request is not a number, or several with commas: ${JSON.stringify(number)}.`)
  const asked = input('merge-method').trim() || 'squash'
  const mergeMethod = METHODS.find((method) => method === asked)
  if (mergeMethod === undefined)
    return wrong(`The input merge-method is ${JSON.stringify(asked)}; it must be one of ${METHODS.join(', ')}.`)
  const as = input('as').trim() || 'inventory'
  const verifyAs = JOBS.find((job) => job === as)
  if (verifyAs === undefined)
    return wrong(`The input as is ${JSON.stringify(as)}; it must be one of ${JOBS.join(', ')}.`)
  const apply = input('apply-workflow').trim() || 'apply.yml'
  const expire = input('expire-workflow').trim() || 'expire.yml'
  for (const name of [apply, expire])
    if (!isWorkflow(name)) return wrong(`This is not the file name of a workflow: ${JSON.stringify(name)}.`)
  const repository = environment['GITHUB_REPOSITORY'] ?? ''
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    return wrong('GITHUB_REPOSITORY does not name a repository: this bundle runs as a GitHub Action.')
  const token = input('github-token').trim()
  return {
    is: 'read',
    inputs: {
      command: input('command').trim(),
      directory,
      start: start === '' ? null : id(start),
      token: token === '' ? null : token,
      ledgerBranch: branch,
      dataBranch: data,
      part: input('part').trim(),
      pullRequests: number === '' ? [] : number.split(',').map(Number),
      mergeMethod,
      workflows: { apply, expire },
      verifyAs,
      hold: { what: input('what').trim(), name: input('name').trim(), because: input('because').trim() },
      budget: minutes * 60,
      repository,
      serverUrl: (environment['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/$/, ''),
      apiUrl: (environment['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/$/, ''),
      environment,
    },
  }
}
