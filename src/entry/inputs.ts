// The Action's inputs and GitHub's environment, read once into values that cannot be wrong.

import { type CommitId, id } from '../core/model/id.ts'
import { readDirectory } from './directory.ts'

type Environment = Readonly<Record<string, string | undefined>>

export interface Inputs {
  readonly command: string
  readonly directory: string
  readonly start: CommitId | null
  readonly token: string | null
  readonly ledgerBranch: string
  /** null: the event names none. */
  readonly pullRequest: number | null
  /** Seconds. */
  readonly budget: number
  /** `owner/name`. */
  readonly repository: string
  readonly serverUrl: string
  readonly environment: Environment
}

export type InputsRead =
  | { readonly is: 'read'; readonly inputs: Inputs }
  | { readonly is: 'wrong'; readonly says: string }

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
  const minutes = Number(input('time-budget') || '45')
  if (!Number.isFinite(minutes) || minutes <= 0 || minutes > 350)
    return wrong('The input time-budget is not a number of minutes from 1 to 350.')
  const number = input('pull-request').trim()
  if (number !== '' && !/^[1-9]\d{0,9}$/.test(number))
    return wrong(`The input pull-request is not a number: ${JSON.stringify(number)}.`)
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
      pullRequest: number === '' ? null : Number(number),
      budget: minutes * 60,
      repository,
      serverUrl: (environment['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/$/, ''),
      environment,
    },
  }
}
