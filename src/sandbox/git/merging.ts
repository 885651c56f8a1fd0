// What commits a merge makes: merged, squashed, rebased or crafted, in the shapes in which GitHub makes them.
import { type Commit, readCommit, type Signature } from './objects.ts'
import {
  type BareRepository,
  changedTree,
  commitsBetween,
  commitTree,
  type FileChange,
  mergeBase,
} from './repository.ts'
import { askGit } from './run.ts'

export interface Merging {
  /** Commit ids: where the base branch is, and what comes in. */
  readonly base: string
  readonly head: string
  readonly message: string
  readonly author: Signature
  readonly committer: Signature
}

/** The base branch's new head, or null where the two conflict. */
export type Merge = (repository: BareRepository, merging: Merging) => string | null

/** A commit of two parents: base and head. */
export const mergeCommit: Merge = (repository, merging) => {
  const tree = mergedTree(repository, merging.base, merging.head)
  return tree === null ? null : commitTree(repository, { ...merging, tree, parents: [merging.base, merging.head] })
}

/** One commit with everything the head brings, on the base. */
export const squash: Merge = (repository, merging) => {
  const tree = mergedTree(repository, merging.base, merging.head)
  return tree === null ? null : commitTree(repository, { ...merging, tree, parents: [merging.base] })
}

/** Each commit of the head again on the base, authors kept; merges among them are left out. */
export const rebase: Merge = (repository, merging) => {
  let onto = merging.base
  for (const oid of commitsBetween(repository, merging.base, merging.head)) {
    const original = existing(repository, oid)
    if (original.parents.length > 1) continue
    const tree = pickedTree(repository, original, onto, merging.committer)
    if (tree === null) return null
    const { message, author } = original
    onto = commitTree(repository, { tree, parents: [onto], message, author, committer: merging.committer })
  }
  return onto
}

/** A merge commit whose tree is the merged one with arbitrary changes, as a person can push and no button makes. */
export function craftedMerge(
  repository: BareRepository,
  merging: Merging,
  files: Readonly<Record<string, FileChange>>,
): string {
  const merged = mergedTree(repository, merging.base, merging.head) ?? existing(repository, merging.base).tree
  return commitTree(repository, {
    ...merging,
    tree: changedTree(repository, merged, files),
    parents: [merging.base, merging.head],
  })
}

/** Whether two commits merge without a conflict. */
export const merges = (repository: BareRepository, base: string, head: string): boolean =>
  mergedTree(repository, base, head) !== null

/** The tree of a three-way merge, or null on a conflict. */
function mergedTree(repository: BareRepository, base: string, head: string): string | null {
  if (mergeBase(repository, base, head) === null) return null
  const answer = askGit(repository.gitDirectory, ['merge-tree', '--write-tree', base, head])
  if (answer.status > 1) throw new Error(`git merge-tree: ${answer.error}`)
  return answer.status === 0 ? (answer.out.toString().split('\n')[0] ?? null) : null
}

// git 2.39 knows no merge-tree --merge-base, so the new base is dressed as a child of the picked commit's parent.
function pickedTree(repository: BareRepository, picked: Commit, onto: string, committer: Signature): string | null {
  const parent = picked.parents[0]
  if (parent === undefined) return null
  const { tree } = existing(repository, onto)
  const dressed = commitTree(repository, { tree, parents: [parent], message: 'pick', author: committer, committer })
  return mergedTree(repository, dressed, picked.oid)
}

function existing(repository: BareRepository, oid: string): Commit {
  const found = readCommit(repository.gitDirectory, oid)
  if (found === null) throw new Error(`no commit ${oid} in ${repository.gitDirectory}`)
  return found
}
