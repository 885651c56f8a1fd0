// Mutations of branches: one made, one removed, a commit put on one.
import { commitOid } from '../../../git/objects.ts'
import { commit, type FileChange, headOf, setRef } from '../../../git/repository.ts'
import { git } from '../../../git/run.ts'
import { visible } from '../../access.ts'
import { afterPush } from '../../actions/following.ts'
import { nodeId } from '../../records.ts'
import type { Repository } from '../../world.ts'
import { FieldProblem, type Given, type Node } from '../execute.ts'
import { objectNode, refNode } from '../git-objects.ts'
import { demand, type Session } from '../session.ts'
import { notResolved, part, parts, payload, repositoryBy, text } from './input.ts'

export function createCommit(session: Session, input: Given): Node {
  const branch = text(part(input, 'branch'), 'branchName').replace(/^refs\/heads\//, '')
  const name = text(part(input, 'branch'), 'repositoryNameWithOwner')
  const repository = visible(session.github(), session.caller, name)
  if (repository === null)
    throw new FieldProblem('NOT_FOUND', `Could not resolve to a Repository with the name '${name}'.`)
  demand(session, repository, 'contents', 'write')
  const before = headOf(repository, branch)
  if (before === null) throw new FieldProblem('NOT_FOUND', `No such branch: ${branch}`)
  const expected = text(input, 'expectedHeadOid')
  if (before !== expected)
    throw new FieldProblem(
      'STALE_DATA',
      `Expected branch to point to "${expected}" but it did not. Pull and try again.`,
    )
  const { headline, body } = part(input, 'message')
  const message = typeof body === 'string' && body !== '' ? `${String(headline)}\n\n${body}` : String(headline)
  const { name: author, email } = session.actor
  const files = changesOf(part(input, 'fileChanges'))
  const after = commit(repository, {
    branch,
    parents: [before],
    files,
    message,
    author: { name: author, email },
    at: session.now,
  })
  const moved = afterPush(
    { github: session.github() },
    repository.id,
    [{ ref: `refs/heads/${branch}`, before, after }],
    session.actor,
    session.now,
  )
  session.change(moved.github)
  return payload('CreateCommitOnBranchPayload', input, {
    commit: () => objectNode(session, repository, after),
    ref: () => refNode(session, repository, branch),
  })
}

function changesOf(changes: Given): Readonly<Record<string, FileChange>> {
  const deletions = parts(changes, 'deletions').map((one): [string, FileChange] => [text(one, 'path'), null])
  const additions = parts(changes, 'additions').map((one): [string, FileChange] => {
    return [text(one, 'path'), { mode: '100644', bytes: Buffer.from(text(one, 'contents'), 'base64') }]
  })
  return Object.fromEntries([...deletions, ...additions])
}

const BRANCH = 'refs/heads/'

function moved(
  session: Session,
  repository: Repository,
  ref: string,
  before: string | null,
  after: string | null,
): void {
  const { github } = afterPush(
    { github: session.github() },
    repository.id,
    [{ ref, before, after }],
    session.actor,
    session.now,
  )
  session.change(github)
}

export function createRef(session: Session, input: Given): Node {
  const repository = repositoryBy(session, text(input, 'repositoryId'))
  demand(session, repository, 'contents', 'write')
  const [name, oid] = [text(input, 'name'), text(input, 'oid')]
  if (!name.startsWith(BRANCH))
    throw new FieldProblem('UNPROCESSABLE', 'Name must start with refs/heads/ in the sandbox')
  const branch = name.slice(BRANCH.length)
  if (headOf(repository, branch) !== null)
    throw new FieldProblem('UNPROCESSABLE', `A ref named "${name}" already exists in the repository.`)
  if (commitOid(repository.gitDirectory, oid) === null) throw new FieldProblem('NOT_FOUND', `No commit ${oid}`)
  setRef(repository, name, oid)
  moved(session, repository, name, null, oid)
  return payload('CreateRefPayload', input, { ref: () => refNode(session, repository, branch) })
}

function branchBy(session: Session, id: string): { readonly repository: Repository; readonly branch: string } {
  for (const repository of session.github().repositories) {
    const names = git(repository.gitDirectory, ['for-each-ref', '--format=%(refname:lstrip=2)', BRANCH]).split('\n')
    const branch = names.find((name) => nodeId('Ref', `${repository.id}:${BRANCH}${name}`) === id)
    if (branch !== undefined && branch !== '') return { repository, branch }
  }
  throw notResolved(id)
}

export function updateRef(session: Session, input: Given): Node {
  const { repository, branch } = branchBy(session, text(input, 'refId'))
  demand(session, repository, 'contents', 'write')
  const [before, oid] = [headOf(repository, branch), text(input, 'oid')]
  if (commitOid(repository.gitDirectory, oid) === null) throw new FieldProblem('NOT_FOUND', `No commit ${oid}`)
  if (input['force'] !== true && before !== null) {
    const base = git(repository.gitDirectory, ['merge-base', before, oid])
    if (base !== before) throw new FieldProblem('UNPROCESSABLE', 'Update is not a fast forward')
  }
  setRef(repository, `${BRANCH}${branch}`, oid)
  moved(session, repository, `${BRANCH}${branch}`, before, oid)
  return payload('UpdateRefPayload', input, { ref: () => refNode(session, repository, branch) })
}

export function deleteRef(session: Session, input: Given): Node {
  const { repository, branch } = branchBy(session, text(input, 'refId'))
  demand(session, repository, 'contents', 'write')
  const before = headOf(repository, branch)
  git(repository.gitDirectory, ['update-ref', '-d', `${BRANCH}${branch}`])
  moved(session, repository, `${BRANCH}${branch}`, before, null)
  return payload('DeleteRefPayload', input, {})
}
