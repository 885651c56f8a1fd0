// What people see on the sandbox's GitHub: our comments, a pull request's verdict, who was asked.

import { askGit } from '../../src/sandbox/git/run.ts'
import { thePull, theRepository } from '../../src/sandbox/github/records.ts'
import type { JobRun } from './actions/runner.ts'
import type { House } from './house.ts'
import { REPOSITORY } from './people.ts'

/** GitHub's number of github-actions[bot]. */
export const BOT = 41_898_282

export const repositoryIn = (house: House) => theRepository(house.sandbox.world(), REPOSITORY)

export const pullOf = (house: House, number: number) => thePull(house.sandbox.world(), REPOSITORY, number)

/** Our comments on an issue or pull request: the one that stays first, then the lines. */
export const ours = (house: House, number: number): readonly string[] =>
  repositoryIn(house)
    .comments.filter((one) => one.number === number && one.author === BOT)
    .map(({ body }) => body.replace(/\u200b/g, ''))

export const headline = (house: House, number: number): string =>
  /^## (.*)$/m.exec(ours(house, number).find((body) => body.startsWith('<!-- daypass:comment -->')) ?? '')?.[1] ?? ''

export const jobs = (runs: readonly JobRun[]): readonly string[] => runs.map(({ job, code }) => `${job} ${code}`)

/** Handles of those whose review is asked for. */
export const askedOf = (house: House, number: number): readonly string[] =>
  pullOf(house, number)
    .requestedReviewers.map((id) => house.sandbox.world().github.users.find((user) => user.id === id)?.name ?? '')
    .toSorted()

export const openIssues = (house: House): readonly string[] =>
  repositoryIn(house)
    .issues.filter(({ state, author }) => state === 'open' && author === BOT)
    .map(({ title }) => title)

/** null: it is not there. */
export function fileAtMain({ gitDirectory }: House, path: string): string | null {
  const read = askGit(gitDirectory, ['cat-file', 'blob', `refs/heads/main:${path}`])
  return read.status === 0 ? read.out.toString() : null
}

/** The number of the newest pull request; 0: there is none. */
export const newest = (house: House): number => repositoryIn(house).pulls.at(-1)?.number ?? 0
