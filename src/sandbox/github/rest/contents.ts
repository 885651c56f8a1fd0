// REST: a file or folder by path, and one file written or deleted with a commit of its own.
import { posix } from 'node:path'
import { commitOid, entryAt, readCommit, readObject, readTree, type TreeEntry } from '../../git/objects.ts'
import { commit, type FileChange, headOf } from '../../git/repository.ts'
import { afterPush } from '../actions/following.ts'
import { renderGitCommit, wrapped } from '../render/git.ts'
import { pageOf, repositoryUrl } from '../render/repository.ts'
import { actionsBot } from '../world.ts'
import { type Answer, type AskedOfRepository, found, notFound, type Route, refused, textOf } from './asked.ts'
import { signatureIn } from './git-data.ts'

const kinds: Readonly<Record<string, string>> = { '040000': 'dir', '120000': 'symlink', '160000': 'submodule' }

/** Over this size the content stays empty (GitHub REST API, repository contents). */
const largest = 1024 * 1024

function summary(asked: AskedOfRepository, root: string, path: string, entry: TreeEntry) {
  const { repository, view } = asked
  const escaped = path.split('/').map(encodeURIComponent).join('/')
  const base = repositoryUrl(view, repository)
  const type = kinds[entry.mode] ?? 'file'
  const url = `${base}/contents/${escaped}?ref=${root}`
  const git_url = `${base}/git/${type === 'dir' ? 'trees' : 'blobs'}/${entry.oid}`
  const html_url = `${pageOf(repository)}/${type === 'dir' ? 'tree' : 'blob'}/${root}/${escaped}`
  const size =
    type === 'file' || type === 'symlink' ? (readObject(repository.gitDirectory, entry.oid)?.bytes.length ?? 0) : 0
  const download_url = type === 'file' || type === 'symlink' ? `${pageOf(repository)}/raw/${root}/${escaped}` : null
  const name = path.split('/').at(-1) ?? ''
  return {
    name,
    path,
    sha: entry.oid,
    size,
    url,
    html_url,
    git_url,
    download_url,
    type,
    _links: { self: url, git: git_url, html: html_url },
  }
}

function getContents(asked: AskedOfRepository): Answer {
  const { repository, parameters, url } = asked
  const root = commitOid(repository.gitDirectory, url.searchParams.get('ref') ?? repository.defaultBranch)
  if (root === null) return refused(404, `No commit found for the ref ${url.searchParams.get('ref') ?? ''}`)
  const path = parameters['path'] ?? ''
  const entry = entryAt(repository.gitDirectory, root, path)
  if (entry === null) return notFound
  const { oid } = entry
  if (entry.mode === '040000')
    return found(
      readTree(repository.gitDirectory, oid)
        .slice(0, 1000)
        .map((child) => summary(asked, root, path === '' ? child.name : `${path}/${child.name}`, child)),
    )
  const shown = summary(asked, root, path, entry)
  const bytes = readObject(repository.gitDirectory, oid)?.bytes ?? Buffer.alloc(0)
  if (entry.mode === '160000') return found({ ...shown, submodule_git_url: null })
  if (entry.mode === '120000') return followed(asked, root, path, shown, bytes.toString())
  const content =
    bytes.length > largest ? { encoding: 'none', content: '' } : { encoding: 'base64', content: wrapped(bytes) }
  return found({ ...shown, ...content })
}

// GitHub answers the file that a symlink points to where that lies in the same tree, and the link itself elsewhere.
function followed(asked: AskedOfRepository, root: string, path: string, shown: object, target: string): Answer {
  const there = posix.normalize(posix.join(posix.dirname(path), target))
  const entry = entryAt(asked.repository.gitDirectory, root, there)
  if (entry === null || (kinds[entry.mode] ?? 'file') !== 'file') return found({ ...shown, target })
  const bytes = readObject(asked.repository.gitDirectory, entry.oid)?.bytes ?? Buffer.alloc(0)
  return found({
    ...shown,
    type: 'file',
    size: bytes.length,
    sha: entry.oid,
    encoding: 'base64',
    content: wrapped(bytes),
  })
}

function writeContents(asked: AskedOfRepository, change: FileChange): Answer {
  const { repository, parameters, body, actor, now } = asked
  const path = parameters['path'] ?? ''
  const branch = textOf(body, 'branch') ?? repository.defaultBranch
  const before = headOf(repository, branch)
  if (before === null) return refused(404, `Branch ${branch} not found`)
  const entry = entryAt(repository.gitDirectory, before, path)
  const sha = textOf(body, 'sha')
  if (entry !== null && sha === null) return refused(422, `Invalid request.\n\n"sha" wasn't supplied.`)
  if (sha !== null && sha !== entry?.oid) return refused(409, `${path} does not match ${sha}`)
  const author = signatureIn(asked, 'author')
  const message = textOf(body, 'message') ?? `Update ${path}`
  const oid = commit(repository, { branch, files: { [path]: change }, message, author, at: author.at })
  const written = readCommit(repository.gitDirectory, oid)
  const after = entryAt(repository.gitDirectory, oid, path)
  const changes = [{ ref: `refs/heads/${branch}`, before, after: oid }]
  const { github } = afterPush(asked, repository.id, changes, actor ?? actionsBot, now)
  const content = after === null ? null : summary(asked, branch, path, after)
  const rendered = written === null ? null : renderGitCommit(asked.view, repository, written)
  return { status: entry === null ? 201 : 200, body: { content, commit: rendered }, github }
}

const path = '/repos/{owner}/{repo}/contents/{path}'

export const contentRoutes: readonly Route[] = [
  { method: 'GET', path, needs: [['contents', 'read']], answer: getContents },
  {
    method: 'PUT',
    path,
    needs: [['contents', 'write']],
    answer: (asked) =>
      writeContents(asked, { mode: '100644', bytes: Buffer.from(textOf(asked.body, 'content') ?? '', 'base64') }),
  },
  { method: 'DELETE', path, needs: [['contents', 'write']], answer: (asked) => writeContents(asked, null) },
]
