// What people do on GitHub in these tests: ask, push, review, merge, each by the handle of config/people.yaml or a login.

import { REPOSITORY } from '../../src/entry/commands/demo/company.ts'
import type { FileChange } from '../../src/sandbox/git/repository.ts'
import { headOf } from '../../src/sandbox/git/repository.ts'
import { mergePull } from '../../src/sandbox/github/actions/merging.ts'
import { openPull, reopenPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push, pushToPull } from '../../src/sandbox/github/actions/pushing.ts'
import { review } from '../../src/sandbox/github/actions/reviews.ts'
import { newestPull, theRepository, withRepository } from '../../src/sandbox/github/records.ts'
import type { MergeMethod, ReviewState } from '../../src/sandbox/github/world.ts'
import type { House } from './house.ts'

export { REPOSITORY }

export type Files = Readonly<Record<string, FileChange>>

/** The login behind a handle; a word that is no handle is a login already. */
export const loginOf = ({ company }: House, who: string): string =>
  [...company.settings.people.values()].find((person) => person.handle === who)?.login ?? who

export interface Proposal {
  readonly by: string
  readonly files: Files
  readonly title?: string
  /** Branch that is asked to take it; the default branch when left out. */
  readonly base?: string
  /** Commit to begin from; the head of the default branch when left out. */
  readonly from?: string
}

/** Opens a pull request of one commit; gives its number. */
export function propose(house: House, { by, files, title = 'Ask', base, from }: Proposal): number {
  const author = loginOf(house, by)
  const at = house.now()
  const branch = `work-${at}-${house.sandbox.world().github.nextId}`
  const parents = from === undefined ? {} : { parents: [from] }
  house.change((world) =>
    push(world, { repository: REPOSITORY, by: author, branch, files, message: title, at, ...parents }),
  )
  house.change((world) =>
    openPull(world, {
      repository: REPOSITORY,
      author,
      title,
      head: branch,
      at,
      ...(base === undefined ? {} : { base }),
    }),
  )
  return newestPull(house.sandbox.world(), REPOSITORY).number
}

/** Pushes one more commit to the branch of a pull request. */
export const pushMore = (house: House, pull: number, by: string, files: Files): void =>
  house.change((world) =>
    pushToPull(world, { repository: REPOSITORY, pull, by: loginOf(house, by), files, at: house.now() }),
  )

export interface Reviewing {
  readonly state?: ReviewState
  readonly at?: number
  readonly commit?: string | null
}

export const says = (
  house: House,
  who: string,
  pull: number,
  { state = 'APPROVED', at = house.now(), ...more }: Reviewing = {},
): void =>
  house.change((world) =>
    review(world, { repository: REPOSITORY, pull, user: loginOf(house, who), state, at, ...more }),
  )

export const approve = (house: House, pull: number, ...who: readonly string[]): void => {
  for (const one of who) says(house, one, pull)
}

export interface Merged {
  readonly by?: string
  readonly method?: MergeMethod
  readonly message?: string
  readonly committedAt?: number
}

export const merge = (house: House, pull: number, { by = 'nadia', method = 'squash', ...more }: Merged = {}): void =>
  house.change((world) =>
    mergePull(world, { repository: REPOSITORY, pull, method, by: loginOf(house, by), at: house.now(), ...more }),
  )

/** Opens, has approved and merges a pull request; gives its number. */
export function land(house: House, proposal: Proposal & { readonly approvedBy?: readonly string[] } & Merged): number {
  const { approvedBy = [], message, committedAt, method } = proposal
  const pull = propose(house, proposal)
  approve(house, pull, ...approvedBy)
  const more = { ...(message === undefined ? {} : { message }), ...(committedAt === undefined ? {} : { committedAt }) }
  merge(house, pull, { ...(method === undefined ? {} : { method }), ...more })
  return pull
}

/** A change of settings as the company's rules want it: by one owner, approved by the two others. */
export const landSettings = (house: House, files: Files): number =>
  land(house, { by: 'nadia', files, title: 'Settings', approvedBy: ['oscar', 'priya'] })

export const pushToMain = (house: House, by: string, files: Files, message = 'Quick fix'): void =>
  house.change((world) =>
    push(world, { repository: REPOSITORY, by: loginOf(house, by), branch: 'main', files, message, at: house.now() }),
  )

export const reopen = (house: House, pull: number): void =>
  house.change((world) => reopenPull(world, { repository: REPOSITORY, pull, at: house.now() }))

/** A maintainer writes other words into every comment of that author. */
export const editComments = (house: House, author: number, body: string): void =>
  house.change((world) => {
    const { id, comments } = theRepository(world, REPOSITORY)
    const edited = comments.map((one) => (one.author === author ? { ...one, body, updatedAt: house.now() } : one))
    return withRepository(world, id, { comments: edited })
  })

export const deleteComments = (house: House, author: number): void =>
  house.change((world) => {
    const { id, comments } = theRepository(world, REPOSITORY)
    return withRepository(world, id, { comments: comments.filter((one) => one.author !== author) })
  })

/** The commit that a branch is at. */
export function tip({ gitDirectory }: House, branch = 'main'): string {
  const oid = headOf({ gitDirectory }, branch)
  if (oid === null) throw new Error(`there is no branch ${branch}`)
  return oid
}

/** A file of the example company with one text in it replaced by another. */
export function edited({ company }: House, path: string, from: string, to: string): Files {
  const text = company.files.find((file) => file.path === path)?.text ?? ''
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  return { [path]: text.replace(from, to) }
}
