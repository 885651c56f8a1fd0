// How REST shows git's objects (GitHub REST API: git-commit, commit, git-ref, git-tree, blob, branch).
import { type Commit, readCommit, readObject, readTree, type Signature } from '../../git/objects.ts'
import { fullName, nodeId } from '../records.ts'
import type { Repository, User } from '../world.ts'
import { type RenderedAccount, renderAccount } from './account.ts'
import { pageOf, repositoryUrl } from './repository.ts'
import { iso, type View } from './view.ts'

const verification = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }

const dated = (who: Signature) => ({ name: who.name, email: who.email, date: iso(who.at) })

export function renderGitCommit(view: View, repository: Repository, commit: Commit) {
  const url = repositoryUrl(view, repository)
  const page = pageOf(repository)
  return {
    sha: commit.oid,
    node_id: nodeId('Commit', `${repository.id}:${commit.oid}`),
    url: `${url}/git/commits/${commit.oid}`,
    html_url: `${page}/commit/${commit.oid}`,
    author: dated(commit.author),
    committer: dated(commit.committer),
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${url}/git/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
    verification,
  }
}

export function renderCommit(view: View, repository: Repository, commit: Commit) {
  const url = `${repositoryUrl(view, repository)}/commits/${commit.oid}`
  const { sha, node_id, html_url, parents, author, committer, message, tree } = renderGitCommit(
    view,
    repository,
    commit,
  )
  return {
    sha,
    node_id,
    url,
    html_url,
    comments_url: `${url}/comments`,
    commit: { author, committer, message, tree, url, comment_count: 0, verification },
    author: accountOf(view, commit.author),
    committer: accountOf(view, commit.committer),
    parents,
  }
}

// GitHub guesses the account from the e-mail address, which anybody may write into a commit.
function accountOf(view: View, who: Signature): RenderedAccount | null {
  const user: User | undefined = view.github.users.find((one) => one.email === who.email)
  return user === undefined ? null : renderAccount(view, user)
}

export function renderRef(view: View, repository: Repository, ref: string, oid: string) {
  const url = repositoryUrl(view, repository)
  const type = readObject(repository.gitDirectory, oid)?.type ?? 'commit'
  return {
    ref,
    node_id: nodeId('Ref', `${fullName(repository)}:${ref}`),
    url: `${url}/git/${ref}`,
    object: { sha: oid, type, url: `${url}/git/${type}s/${oid}` },
  }
}

/** GitHub cuts trees at 100,000 entries and says so. */
const mostEntries = 100_000

export function renderTree(view: View, repository: Repository, oid: string, depth: 'flat' | 'recursive') {
  const url = repositoryUrl(view, repository)
  const entries = [...walk(repository, oid, '', depth)]
  return {
    sha: oid,
    url: `${url}/git/trees/${oid}`,
    tree: entries.slice(0, mostEntries).map(({ path, mode, sha }) => {
      const type = typeOf(mode)
      const size = type === 'blob' ? { size: readObject(repository.gitDirectory, sha)?.bytes.length ?? 0 } : {}
      return { path, mode, type, sha, ...size, url: `${url}/git/${type}s/${sha}` }
    }),
    truncated: entries.length > mostEntries,
  }
}

interface Walked {
  readonly path: string
  readonly mode: string
  readonly sha: string
}

function* walk(repository: Repository, oid: string, under: string, depth: 'flat' | 'recursive'): Generator<Walked> {
  for (const entry of readTree(repository.gitDirectory, oid)) {
    const path = `${under}${entry.name}`
    yield { path, mode: entry.mode, sha: entry.oid }
    if (depth === 'recursive' && entry.mode === '040000') yield* walk(repository, entry.oid, `${path}/`, depth)
  }
}

/** What kind of object a tree entry of this mode names. */
export const typeOf = (mode: string): 'tree' | 'commit' | 'blob' =>
  mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob'

export function renderBlob(view: View, repository: Repository, oid: string, bytes: Buffer) {
  return {
    sha: oid,
    node_id: nodeId('Blob', `${repository.id}:${oid}`),
    url: `${repositoryUrl(view, repository)}/git/blobs/${oid}`,
    size: bytes.length,
    content: wrapped(bytes),
    encoding: 'base64',
  }
}

/** Base64 in lines of 60, as GitHub sends it. */
export const wrapped = (bytes: Buffer): string => bytes.toString('base64').replace(/.{1,60}/g, '$&\n')

export function renderBranch(view: View, repository: Repository, branch: string, oid: string) {
  const commit = readCommit(repository.gitDirectory, oid)
  if (commit === null) throw new Error(`branch ${branch} is not at a commit`)
  const self = `${repositoryUrl(view, repository)}/branches/${branch}`
  return {
    name: branch,
    commit: renderCommit(view, repository, commit),
    _links: { self, html: `${pageOf(repository)}/tree/${branch}` },
    protected: false,
    protection: { enabled: false, required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] } },
    protection_url: `${self}/protection`,
  }
}
