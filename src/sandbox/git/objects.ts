// What is in a bare repository: objects, trees and paths, read without starting git where a file on disk will do.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { askGit } from './run.ts'

export interface GitObject {
  readonly type: 'blob' | 'tree' | 'commit' | 'tag'
  readonly bytes: Buffer
}

export interface TreeEntry {
  /** Six octal digits, as `100644`. */
  readonly mode: string
  readonly name: string
  readonly oid: string
}

export interface Signature {
  readonly name: string
  readonly email: string
  /** Seconds since the epoch, UTC. */
  readonly at: number
}

export interface Commit {
  readonly oid: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
}

const objectTypes: Readonly<Record<string, GitObject['type']>> = {
  blob: 'blob',
  tree: 'tree',
  commit: 'commit',
  tag: 'tag',
}
const known = new Map<string, GitObject>()
const largestKnown = 20_000

/** The object with this full id, or null. */
export function readObject(gitDirectory: string, oid: string): GitObject | null {
  if (!/^[0-9a-f]{40}$/.test(oid)) return null
  const key = `${gitDirectory}\n${oid}`
  const before = known.get(key)
  if (before !== undefined) return before
  const read = readLoose(gitDirectory, oid) ?? readPacked(gitDirectory, oid)
  if (read !== null && read.bytes.length < 65_536) {
    if (known.size >= largestKnown) known.clear()
    known.set(key, read)
  }
  return read
}

function readLoose(gitDirectory: string, oid: string): GitObject | null {
  let packed: Buffer
  try {
    packed = readFileSync(join(gitDirectory, 'objects', oid.slice(0, 2), oid.slice(2)))
  } catch {
    return null // not a loose object: git itself is asked next
  }
  const raw = inflateSync(packed)
  const end = raw.indexOf(0)
  return objectOf(raw.subarray(0, end).toString().split(' ')[0], raw.subarray(end + 1))
}

function readPacked(gitDirectory: string, oid: string): GitObject | null {
  const { out } = askGit(gitDirectory, ['cat-file', '--batch'], `${oid}\n`)
  const end = out.indexOf(10)
  const [, type, size] = out.subarray(0, end).toString().split(' ')
  return size === undefined ? null : objectOf(type, out.subarray(end + 1, end + 1 + Number(size)))
}

function objectOf(type: string | undefined, bytes: Buffer): GitObject {
  const known = objectTypes[type ?? '']
  if (known === undefined) throw new Error(`git object of unknown type ${type}`)
  return { type: known, bytes }
}

/** The commit that a full id, branch, tag, `refs/…` or `HEAD` names, or null. */
export function commitOid(gitDirectory: string, name: string): string | null {
  if (/^[0-9a-f]{40}$/.test(name)) return readObject(gitDirectory, name)?.type === 'commit' ? name : null
  return parse(gitDirectory, `${name}^{commit}`)
}

/** The object id that a full ref holds, or null where there is no such ref. */
export function refOid(gitDirectory: string, ref: string): string | null {
  return looseRef(gitDirectory, ref) ?? parse(gitDirectory, ref)
}

function looseRef(gitDirectory: string, ref: string): string | null {
  if (!ref.startsWith('refs/') || ref.includes('..')) return null
  try {
    const text = readFileSync(join(gitDirectory, ref), 'utf8').trim()
    return /^[0-9a-f]{40}$/.test(text) ? text : null
  } catch {
    return null // packed, or no ref at all: git itself is asked next
  }
}

function parse(gitDirectory: string, name: string): string | null {
  const answer = askGit(gitDirectory, ['rev-parse', '--verify', '--quiet', '--end-of-options', name])
  return answer.status === 0 ? answer.out.toString().trim() : null
}

export function readCommit(gitDirectory: string, oid: string): Commit | null {
  const object = readObject(gitDirectory, oid)
  if (object?.type !== 'commit') return null
  const text = object.bytes.toString()
  const end = text.indexOf('\n\n')
  const lines = text.slice(0, end).split('\n')
  const values = (word: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  return {
    oid,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: signature(values('author')[0] ?? ''),
    committer: signature(values('committer')[0] ?? ''),
    message: text.slice(end + 2).replace(/\n$/, ''),
  }
}

function signature(text: string): Signature {
  const found = /^(.*) <(.*)> (\d+) [+-]\d{4}$/.exec(text)
  if (found === null) throw new Error(`not a git signature: ${text}`)
  return { name: found[1] ?? '', email: found[2] ?? '', at: Number(found[3]) }
}

/** The entries of a tree (or of a commit's tree), in git's order; empty where there is no such tree. */
export function readTree(gitDirectory: string, oid: string): readonly TreeEntry[] {
  const object = readObject(gitDirectory, treeOf(gitDirectory, oid) ?? oid)
  if (object?.type !== 'tree') return []
  const entries: TreeEntry[] = []
  for (let at = 0; at < object.bytes.length; ) {
    const space = object.bytes.indexOf(32, at)
    const end = object.bytes.indexOf(0, space)
    entries.push({
      mode: object.bytes.subarray(at, space).toString().padStart(6, '0'),
      name: object.bytes.subarray(space + 1, end).toString(),
      oid: object.bytes.subarray(end + 1, end + 21).toString('hex'),
    })
    at = end + 21
  }
  return entries
}

/** The tree of a commit, or null where the id is not a commit's. */
export function treeOf(gitDirectory: string, commit: string): string | null {
  return readCommit(gitDirectory, commit)?.tree ?? null
}

/** What lies at a path under a commit or tree; an empty path is the tree itself; null where there is nothing. */
export function entryAt(gitDirectory: string, root: string, path: string): TreeEntry | null {
  let entry: TreeEntry = { mode: '040000', name: '', oid: treeOf(gitDirectory, root) ?? root }
  for (const name of path.split('/').filter((part) => part !== '')) {
    const next = readTree(gitDirectory, entry.oid).find((child) => child.name === name)
    if (next === undefined) return null
    entry = next
  }
  return entry
}
