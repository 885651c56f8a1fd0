// REST: git's own objects and refs, read and written.
import { commitOid, entryAt, readCommit, readObject, refOid, treeOf } from '../../git/objects.ts'
import { changedTree, commitTree, type FileChange, isAncestor } from '../../git/repository.ts'
import { git } from '../../git/run.ts'
import { moveRef } from '../actions/pushing.ts'
import { renderBlob, renderGitCommit, renderRef, renderTree } from '../render/git.ts'
import { repositoryUrl } from '../render/repository.ts'
import { actionsBot } from '../world.ts'
import {
  type Answer,
  type AskedOfRepository,
  changed,
  created,
  found,
  invalid,
  isObject,
  notFound,
  nothing,
  paged,
  partOf,
  type Route,
  refused,
  textOf,
  textsOf,
} from './asked.ts'

const reads = [['contents', 'read']] as const
const writes = [['contents', 'write']] as const

function move(asked: AskedOfRepository, ref: string, after: string | null) {
  return moveRef(asked, asked.repository, { ref, after }, asked.actor ?? actionsBot, asked.now).github
}

const refIn = (asked: AskedOfRepository): string => `refs/${(asked.parameters['ref'] ?? '').replace(/^refs\//, '')}`

function getRef(asked: AskedOfRepository): Answer {
  const oid = refOid(asked.repository.gitDirectory, refIn(asked))
  return oid === null ? notFound : found(renderRef(asked.view, asked.repository, refIn(asked), oid))
}

function matchingRefs(asked: AskedOfRepository): Answer {
  const lines = git(asked.repository.gitDirectory, ['for-each-ref', '--format=%(refname) %(objectname)']).split('\n')
  const matching = lines.filter((line) => line.startsWith(refIn(asked)))
  return paged(asked, matching, (line) =>
    renderRef(asked.view, asked.repository, line.split(' ')[0] ?? '', line.split(' ')[1] ?? ''),
  )
}

function createRef(asked: AskedOfRepository): Answer {
  const ref = textOf(asked.body, 'ref') ?? ''
  const sha = textOf(asked.body, 'sha') ?? ''
  if (!/^refs\/(?!pull\/)[^/]+\/./.test(ref))
    return refused(422, `Reference name must start with 'refs/' and contain at least two slashes.`)
  if (readObject(asked.repository.gitDirectory, sha) === null) return refused(422, 'Object does not exist')
  if (refOid(asked.repository.gitDirectory, ref) !== null) return refused(422, 'Reference already exists')
  return created(move(asked, ref, sha), renderRef(asked.view, asked.repository, ref, sha))
}

function updateRef(asked: AskedOfRepository): Answer {
  const sha = textOf(asked.body, 'sha') ?? ''
  const before = refOid(asked.repository.gitDirectory, refIn(asked))
  if (before === null) return refused(422, 'Reference does not exist')
  if (readObject(asked.repository.gitDirectory, sha) === null) return refused(422, 'Object does not exist')
  if (asked.body['force'] !== true && !isAncestor(asked.repository, before, sha))
    return refused(422, 'Update is not a fast forward')
  return changed(move(asked, refIn(asked), sha), renderRef(asked.view, asked.repository, refIn(asked), sha))
}

function deleteRef(asked: AskedOfRepository): Answer {
  if (refOid(asked.repository.gitDirectory, refIn(asked)) === null) return refused(422, 'Reference does not exist')
  return nothing(move(asked, refIn(asked), null))
}

function getBlob(asked: AskedOfRepository): Answer {
  const oid = asked.parameters['file_sha'] ?? ''
  const object = readObject(asked.repository.gitDirectory, oid)
  return object?.type === 'blob' ? found(renderBlob(asked.view, asked.repository, oid, object.bytes)) : notFound
}

function createBlob(asked: AskedOfRepository): Answer {
  const encoding = textOf(asked.body, 'encoding') === 'base64' ? 'base64' : 'utf8'
  const bytes = Buffer.from(textOf(asked.body, 'content') ?? '', encoding)
  const sha = git(asked.repository.gitDirectory, ['hash-object', '-w', '--stdin'], bytes)
  return created(asked.github, { sha, url: `${repositoryUrl(asked.view, asked.repository)}/git/blobs/${sha}` })
}

function getTree(asked: AskedOfRepository): Answer {
  const name = asked.parameters['tree_sha'] ?? ''
  const { gitDirectory } = asked.repository
  const given = readObject(gitDirectory, name)
  const commit = given === null ? commitOid(gitDirectory, name) : name
  const oid = given?.type === 'tree' ? name : commit === null ? null : treeOf(gitDirectory, commit)
  const depth = asked.url.searchParams.has('recursive') ? 'recursive' : 'flat'
  return oid === null ? notFound : found(renderTree(asked.view, asked.repository, oid, depth))
}

function createTree(asked: AskedOfRepository): Answer {
  const { repository, body } = asked
  const changes: Record<string, FileChange> = {}
  const given: readonly unknown[] = Array.isArray(body['tree']) ? body['tree'] : []
  for (const entry of given) {
    if (!isObject(entry)) return invalid('tree entries are objects')
    const path = textOf(entry, 'path')
    const mode = textOf(entry, 'mode') ?? '100644'
    if (path === null) return invalid('tree.path is missing')
    const [sha, content] = [textOf(entry, 'sha'), textOf(entry, 'content')]
    if (sha !== null && mode !== '160000' && readObject(repository.gitDirectory, sha) === null)
      return invalid(`tree.sha ${sha} is not a valid object`)
    changes[path] =
      sha !== null
        ? { mode, oid: sha }
        : content === null
          ? null
          : { mode: mode === '100755' || mode === '120000' ? mode : '100644', bytes: content }
  }
  const named = textOf(body, 'base_tree')
  const base = named === null ? null : (treeOf(repository.gitDirectory, named) ?? named)
  if (base !== null && readObject(repository.gitDirectory, base)?.type !== 'tree') return notFound
  const oid = changedTree(repository, base, changes)
  return created(asked.github, renderTree(asked.view, repository, oid, 'flat'))
}

function getCommit(asked: AskedOfRepository): Answer {
  const commit = readCommit(asked.repository.gitDirectory, asked.parameters['commit_sha'] ?? '')
  return commit === null ? notFound : found(renderGitCommit(asked.view, asked.repository, commit))
}

function createCommit(asked: AskedOfRepository): Answer {
  const { repository, body } = asked
  const tree = textOf(body, 'tree') ?? ''
  const message = textOf(body, 'message')
  const parents = textsOf(body, 'parents')
  if (message === null) return invalid('message is missing')
  if (entryAt(repository.gitDirectory, tree, '') === null || readObject(repository.gitDirectory, tree)?.type !== 'tree')
    return invalid('Tree SHA does not exist')
  if (parents.some((oid) => readCommit(repository.gitDirectory, oid) === null))
    return invalid('Parent SHA does not exist or is not a commit object')
  const author = signatureIn(asked, 'author')
  const committer = 'committer' in body ? signatureIn(asked, 'committer') : author
  const oid = commitTree(repository, { tree, parents, message, author, committer })
  const commit = readCommit(repository.gitDirectory, oid)
  return commit === null ? notFound : created(asked.github, renderGitCommit(asked.view, repository, commit))
}

/** The author or committer that a body names, or the caller at this moment. */
export function signatureIn(asked: AskedOfRepository, member: 'author' | 'committer') {
  const given = partOf(asked.body, member)
  const actor = asked.actor ?? actionsBot
  const date = textOf(given, 'date')
  return {
    name: textOf(given, 'name') ?? actor.name,
    email: textOf(given, 'email') ?? actor.email,
    at: date === null ? asked.now : Math.floor(Date.parse(date) / 1000),
  }
}

export const gitDataRoutes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/git/ref/{ref}', needs: reads, answer: getRef },
  { method: 'GET', path: '/repos/{owner}/{repo}/git/matching-refs/{ref}', needs: reads, answer: matchingRefs },
  { method: 'POST', path: '/repos/{owner}/{repo}/git/refs', needs: writes, answer: createRef },
  { method: 'PATCH', path: '/repos/{owner}/{repo}/git/refs/{ref}', needs: writes, answer: updateRef },
  { method: 'DELETE', path: '/repos/{owner}/{repo}/git/refs/{ref}', needs: writes, answer: deleteRef },
  { method: 'GET', path: '/repos/{owner}/{repo}/git/blobs/{file_sha}', needs: reads, answer: getBlob },
  { method: 'POST', path: '/repos/{owner}/{repo}/git/blobs', needs: writes, answer: createBlob },
  { method: 'GET', path: '/repos/{owner}/{repo}/git/trees/{tree_sha}', needs: reads, answer: getTree },
  { method: 'POST', path: '/repos/{owner}/{repo}/git/trees', needs: writes, answer: createTree },
  { method: 'GET', path: '/repos/{owner}/{repo}/git/commits/{commit_sha}', needs: reads, answer: getCommit },
  { method: 'POST', path: '/repos/{owner}/{repo}/git/commits', needs: writes, answer: createCommit },
]
