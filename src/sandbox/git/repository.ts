// How commits, trees and refs come into a bare repository: without a work tree, by real git, dated as told.
import type { Signature } from './objects.ts'
import { refOid, treeOf } from './objects.ts'
import { askGit, git, initBare } from './run.ts'

/** What a path becomes: text of a plain file, null = gone, bytes in a mode (a symlink's are its target), or an object that exists. */
export type FileChange =
  | string
  | null
  | { readonly mode: '100644' | '100755' | '120000'; readonly bytes: Uint8Array | string }
  | { readonly mode: string; readonly oid: string }

export interface Person {
  readonly name: string
  readonly email: string
}

export interface NewCommit {
  /** Branch name without `refs/heads/`, or a full ref; it is moved to the new commit, forwards or not. */
  readonly branch: string
  /** Commit ids; without them the branch's own head, and none where the branch is new. */
  readonly parents?: readonly string[]
  /** Changes against the first parent, by path. */
  readonly files: Readonly<Record<string, FileChange>>
  readonly message: string
  readonly author: Person
  readonly committer?: Person
  /** Seconds since the epoch, UTC: author and commit time. */
  readonly at: number
}

export interface BareRepository {
  /** Absolute path of the bare repository. */
  readonly gitDirectory: string
}

/** Makes an empty bare repository in a folder that need not exist. */
export function makeRepository(folder: string, defaultBranch = 'main'): BareRepository {
  initBare(folder, defaultBranch)
  return { gitDirectory: folder }
}

export const fullRef = (branch: string): string => (branch.startsWith('refs/') ? branch : `refs/heads/${branch}`)

/** Writes one commit and moves its branch; gives the commit's id. */
export function commit(repository: BareRepository, wanted: NewCommit): string {
  const [oid] = commitAll(repository, [wanted])
  if (oid === undefined) throw new Error('git fast-import told no commit id')
  return oid
}

/** Writes commits in order with one git process, however many files they have; gives their ids. */
export function commitAll(repository: BareRepository, wanted: readonly NewCommit[]): readonly string[] {
  const heads = new Map<string, string>()
  const parts: (string | Uint8Array)[] = []
  for (const [index, one] of wanted.entries()) {
    const ref = fullRef(one.branch)
    const parents = one.parents ?? parentsOf(repository, ref, heads)
    parts.push(...importLines(one, ref, `:${index + 1}`, parents))
    heads.set(ref, `:${index + 1}`)
  }
  for (const index of wanted.keys()) parts.push(`get-mark :${index + 1}\n`)
  parts.push('done\n')
  const input = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const out = git(repository.gitDirectory, ['fast-import', '--quiet', '--done', '--force', '--date-format=raw'], input)
  return out.split('\n').filter((line) => line !== '')
}

function parentsOf(repository: BareRepository, ref: string, heads: ReadonlyMap<string, string>): readonly string[] {
  const head = heads.get(ref) ?? refOid(repository.gitDirectory, ref)
  return head === null ? [] : [head]
}

function importLines(one: NewCommit, ref: string, mark: string, parents: readonly string[]): (string | Uint8Array)[] {
  const committer = one.committer ?? one.author
  const lines: (string | Uint8Array)[] = [
    parents.length === 0 ? `reset ${ref}\n` : '', // an orphan commit must not silently continue the branch
    `commit ${ref}\nmark ${mark}\n`,
    `author ${one.author.name} <${one.author.email}> ${one.at} +0000\n`,
    `committer ${committer.name} <${committer.email}> ${one.at} +0000\n`,
    ...dataLines(one.message),
    ...parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} ${parent}\n`),
  ]
  for (const [path, change] of Object.entries(one.files)) lines.push(...changeLines(path, change))
  return lines
}

function changeLines(path: string, change: FileChange): readonly (string | Uint8Array)[] {
  const quoted = `"${path.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`
  if (change === null) return [`D ${quoted}\n`]
  if (typeof change === 'string') return [`M 100644 inline ${quoted}\n`, ...dataLines(change)]
  if ('oid' in change) return [`M ${change.mode} ${change.oid} ${quoted}\n`]
  return [`M ${change.mode} inline ${quoted}\n`, ...dataLines(change.bytes)]
}

function dataLines(content: string | Uint8Array): readonly (string | Uint8Array)[] {
  const bytes = Buffer.from(content)
  return [`data ${bytes.length}\n`, bytes, '\n']
}

export interface TreeCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
  readonly author: Signature
  readonly committer: Signature
}

/** Writes a commit over a tree that exists already, on no branch; gives its id. */
export function commitTree(repository: BareRepository, wanted: TreeCommit): string {
  const line = (word: string, who: Signature): string => `${word} ${who.name} <${who.email}> ${who.at} +0000\n`
  const text = [
    `tree ${wanted.tree}\n`,
    ...wanted.parents.map((parent) => `parent ${parent}\n`),
    line('author', wanted.author),
    line('committer', wanted.committer),
    `\n${wanted.message}\n`,
  ].join('')
  return git(repository.gitDirectory, ['hash-object', '-t', 'commit', '-w', '--stdin'], text)
}

/** Writes a tree: the base tree (null = empty) with these changes. Gives its id; on no branch. */
export function changedTree(
  repository: BareRepository,
  base: string | null,
  changes: Readonly<Record<string, FileChange>>,
): string {
  const branch = 'refs/sandbox/tree'
  const author = { name: 'sandbox', email: 'sandbox@localhost' }
  const files = base === null ? changes : { '': { mode: '040000', oid: base }, ...changes }
  const oid = commit(repository, { branch, parents: [], files, message: 'tree', author, at: 0 })
  git(repository.gitDirectory, ['update-ref', '-d', branch])
  const tree = treeOf(repository.gitDirectory, oid)
  if (tree === null) throw new Error(`no tree of ${oid}`)
  return tree
}

/** Points a branch or a full ref at a commit, forwards or not; null deletes it. */
export function setRef(repository: BareRepository, branch: string, oid: string | null): void {
  const ref = fullRef(branch)
  git(repository.gitDirectory, oid === null ? ['update-ref', '-d', ref] : ['update-ref', ref, oid])
}

/** Best common ancestor of two commits, or null where they share none. */
export function mergeBase(repository: BareRepository, one: string, other: string): string | null {
  const answer = askGit(repository.gitDirectory, ['merge-base', one, other])
  return answer.status === 0 ? answer.out.toString().trim() : null
}

export function isAncestor(repository: BareRepository, older: string, newer: string): boolean {
  return askGit(repository.gitDirectory, ['merge-base', '--is-ancestor', older, newer]).status === 0
}

/** Commits reachable from `to` and not from `from`, oldest first. */
export function commitsBetween(repository: BareRepository, from: string | null, to: string): readonly string[] {
  const range = from === null ? [to] : [`^${from}`, to]
  const out = git(repository.gitDirectory, ['rev-list', '--reverse', '--topo-order', ...range])
  return out.split('\n').filter((line) => line !== '')
}

let reached: { readonly key: string; readonly oids: ReadonlySet<string> } = { key: '', oids: new Set() }

/** Every commit that can be reached from one; the last answer is kept, as the question comes in rows. */
export function reachable(repository: BareRepository, from: string): ReadonlySet<string> {
  const key = `${repository.gitDirectory}\n${from}`
  if (reached.key !== key) reached = { key, oids: new Set(commitsBetween(repository, null, from)) }
  return reached.oids
}

/** The head of a branch, or null where there is none. */
export const headOf = (repository: BareRepository, branch: string): string | null =>
  refOid(repository.gitDirectory, `refs/heads/${branch}`)
