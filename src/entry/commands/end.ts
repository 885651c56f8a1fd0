// daypass end: deletes the file of a request, which ends its access early once that is merged.

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isRequestPath, requestIdOf } from '../../core/documents/paths.ts'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { nearest } from '../../core/policy/nearest.ts'
import { terminal as harmless, jsonLine } from '../../core/report/escape.ts'
import { documentsOnDisk } from '../../edges/disk/documents.ts'
import { filesAt } from '../../edges/git/files.ts'
import { openRepository } from '../../edges/git/repository.ts'
import { EXIT } from '../exit.ts'
import { type Command, comeToNothing, DIRECTORY, textOf } from './command.ts'

/** Whether the newest commit has it, and so git can bring it back. */
async function isCommitted(path: string, directory: string): Promise<boolean> {
  const repository = await openRepository(process.cwd(), 'HEAD')
  if (repository.is === 'unknown') return false
  const files = await filesAt(repository.value, repository.value.head, directory)
  return files.is === 'known' && files.value.some((file) => file.path === path)
}

export const end: Command = {
  tells:
    'Deletes the file of a request in this folder. Commit that in a pull request: nobody has to approve it, and the access ends with the run after the merge. Until you commit, git checkout brings the file back.',
  argument: '<request id>',
  options: { directory: DIRECTORY },
  async run(invocation) {
    const { terminal, values } = invocation
    const [name] = invocation.positionals
    if (name === undefined) return comeToNothing(invocation, EXIT.findings, 'Which request? daypass end <request id>')
    const directory = textOf(invocation, 'directory', 'config')
    const files = await documentsOnDisk(process.cwd(), directory)
    if (files.is === 'unknown') return comeToNothing(invocation, EXIT.findings, writeEdgeError(files.because))
    const paths = files.value.map(({ path }) => path).filter((path) => isRequestPath(path, directory))
    const mine = paths.filter((path) => requestIdOf(path) === name)
    const [path] = mine
    if (path === undefined) {
      const near = nearest(name, paths.map(requestIdOf))
      const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
      return comeToNothing(invocation, EXIT.findings, `There is no request ${JSON.stringify(name)} here.${hint}`)
    }
    if (mine.length > 1)
      return comeToNothing(
        invocation,
        EXIT.findings,
        `Several files have that name: ${mine.join(', ')}. Delete the one you mean.`,
      )
    if (!(await isCommitted(path, directory)))
      return comeToNothing(
        invocation,
        EXIT.findings,
        `${path} was never committed, so it asks for nothing yet, and git could not bring it back. Delete it yourself.`,
      )
    await rm(join(process.cwd(), path))
    if (values['json'] === true) terminal.out(jsonLine({ deleted: path }))
    else
      terminal.out(
        `Deleted ${harmless(path)}. Commit it in a pull request; nobody has to approve that.\nUntil then: git checkout -- ${harmless(path)} brings it back.`,
      )
    return EXIT.done
  },
}
