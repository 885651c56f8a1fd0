// How GraphQL shows git: refs, commits, trees, entries and blobs.
import {
  commitOid,
  entryAt,
  readCommit,
  readObject,
  readTree,
  refOid,
  type Signature,
  type TreeEntry,
} from '../../git/objects.ts'
import { associatedPulls } from '../associated.ts'
import { nodeId } from '../records.ts'
import { typeOf } from '../render/git.ts'
import { pageOf } from '../render/repository.ts'
import { iso } from '../render/view.ts'
import type { Repository } from '../world.ts'
import { userNode } from './actors.ts'
import { connection } from './connection.ts'
import type { Node } from './execute.ts'
import { pullNode } from './pulls.ts'
import { demand, type Session } from './session.ts'

/** Text beyond this many bytes is cut, and `isTruncated` says so. */
const longestText = 512_000

export function refNode(session: Session, repository: Repository, qualified: string): Node | null {
  const ref = qualified.startsWith('refs/') ? qualified : `refs/heads/${qualified}`
  const oid = refOid(repository.gitDirectory, ref)
  if (oid === null) return null
  const [, kind = '', ...name] = ref.split('/')
  return {
    type: 'Ref',
    fields: {
      id: () => nodeId('Ref', `${repository.id}:${ref}`),
      name: () => name.join('/'),
      prefix: () => `refs/${kind}/`,
      target: () => objectNode(session, repository, oid),
    },
  }
}

/** The object with an id, or null. */
export function objectNode(session: Session, repository: Repository, oid: string): Node | null {
  const object = readObject(repository.gitDirectory, oid)
  if (object === null) return null
  const common = {
    id: () => nodeId(object.type, `${repository.id}:${oid}`),
    oid: () => oid,
    abbreviatedOid: () => oid.slice(0, 7),
  }
  if (object.type === 'blob') return { type: 'Blob', fields: { ...common, ...blobFields(object.bytes) } }
  if (object.type === 'tree') {
    const entries = () =>
      readTree(repository.gitDirectory, oid).map((entry) => entryNode(session, repository, entry, entry.name))
    return { type: 'Tree', fields: { ...common, entries } }
  }
  return object.type === 'commit'
    ? { type: 'Commit', fields: { ...common, ...commitFields(session, repository, oid) } }
    : null
}

/** What `revision`, `revision:path` or a full id names, or null. */
export function expressionNode(session: Session, repository: Repository, expression: string): Node | null {
  const at = expression.indexOf(':')
  const revision = at < 0 ? expression : expression.slice(0, at)
  const commit = commitOid(repository.gitDirectory, revision)
  if (at < 0) return objectNode(session, repository, commit ?? revision)
  const entry = commit === null ? null : entryAt(repository.gitDirectory, commit, expression.slice(at + 1))
  return entry === null ? null : objectNode(session, repository, entry.oid)
}

function commitFields(session: Session, repository: Repository, oid: string): Node['fields'] {
  const commit = readCommit(repository.gitDirectory, oid)
  if (commit === null) throw new Error(`${oid} is no commit`)
  const { pageSize } = session.github()
  return {
    message: () => commit.message,
    messageHeadline: () => commit.message.split('\n')[0] ?? '',
    authoredDate: () => iso(commit.author.at),
    committedDate: () => iso(commit.committer.at),
    author: () => signatureNode(session, commit.author),
    committer: () => signatureNode(session, commit.committer),
    url: () => `${pageOf(repository)}/commit/${oid}`,
    tree: () => objectNode(session, repository, commit.tree),
    file: ({ path }) => {
      const entry = entryAt(repository.gitDirectory, oid, String(path))
      return entry === null ? null : entryNode(session, repository, entry, String(path))
    },
    parents: (given) =>
      connection('Commit', commit.parents, given, pageSize, (parent) => objectNode(session, repository, parent)),
    associatedPullRequests: (given) => {
      demand(session, repository, 'pull-requests', 'read')
      const { pulls, github } = associatedPulls(session.github(), repository, oid)
      session.change(github)
      return connection('PullRequest', pulls, given, pageSize, (pull) => pullNode(session, repository, pull))
    },
  }
}

function signatureNode(session: Session, who: Signature): Node {
  const user = session.github().users.find((one) => one.email === who.email && one.type === 'User')
  return {
    type: 'GitActor',
    fields: {
      name: () => who.name,
      email: () => who.email,
      date: () => iso(who.at),
      user: () => (user === undefined ? null : userNode(user)),
    },
  }
}

function entryNode(session: Session, repository: Repository, entry: TreeEntry, path: string): Node {
  return {
    type: 'TreeEntry',
    fields: {
      name: () => entry.name,
      path: () => path,
      mode: () => Number.parseInt(entry.mode, 8),
      type: () => typeOf(entry.mode),
      oid: () => entry.oid,
      size: () => readObject(repository.gitDirectory, entry.oid)?.bytes.length ?? 0,
      object: () => objectNode(session, repository, entry.oid),
    },
  }
}

function blobFields(bytes: Buffer): Node['fields'] {
  const binary = bytes.subarray(0, 8000).includes(0)
  return {
    byteSize: () => bytes.length,
    isBinary: () => binary,
    isTruncated: () => bytes.length > longestText,
    text: () => (binary ? null : bytes.subarray(0, longestText).toString()),
  }
}
