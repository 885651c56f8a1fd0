// daypass plan: what the files on disk would change against the default branch, and whose approval it takes.

import { writeEdgeError } from '../../core/model/edge-error.ts'
import type { PathChange, SourceFile } from '../../core/model/history.ts'
import { id } from '../../core/model/id.ts'
import { instantOf } from '../../core/model/time.ts'
import { renderComment } from '../../core/report/comment.ts'
import { renderJson } from '../../core/report/json.ts'
import { renderText } from '../../core/report/text.ts'
import { documentsOnDisk } from '../../edges/disk/documents.ts'
import { DATA_BRANCH } from '../../edges/git/data.ts'
import { filesAt } from '../../edges/git/files.ts'
import { openRepository } from '../../edges/git/repository.ts'
import { EXIT } from '../exit.ts'
import { openKept } from '../inventory/kept.ts'
import { openedOnce } from '../inventory/looking.ts'
import { paletteFor } from '../palette.ts'
import { previewOf } from '../preview.ts'
import { type Command, comeToNothing, DIRECTORY, NO_CLONE, textOf } from './command.ts'

const side = (file: SourceFile | undefined) => (file === undefined ? null : { blob: file.blob, mode: file.mode })

function touchedBetween(base: readonly SourceFile[], files: readonly SourceFile[]): ReadonlyMap<string, PathChange> {
  const [before, after] = [base, files].map((some) => new Map(some.map((file) => [file.path, file])))
  const paths = [...new Set([...base, ...files].map((file) => file.path))].sort()
  const changes = paths.map((path) => ({ path, before: side(before?.get(path)), after: side(after?.get(path)) }))
  return new Map(
    changes
      .filter(({ before: one, after: other }) => one?.blob !== other?.blob || one?.mode !== other?.mode)
      .map((change) => [change.path, change]),
  )
}

const BASES = ['origin/HEAD', 'origin/main', 'main', 'HEAD']

async function openBase(named: string) {
  for (const name of named === '' ? BASES : [named]) {
    const repository = await openRepository(process.cwd(), name)
    if (repository.is === 'known' || name === 'HEAD' || named !== '') return repository
  }
  throw new Error('HEAD is tried last')
}

export const plan: Command = {
  tells:
    'Compares the files on disk with the default branch and judges every new request by the rules of the default branch. Needs no credentials: the cloud is not looked at, and reviews are only known on GitHub, where the Action prints the same on the pull request.',
  argument: null,
  options: {
    directory: DIRECTORY,
    base: { type: 'string', says: 'branch or commit to compare with (default: origin/HEAD, then main)' },
    as: { type: 'string', says: 'handle of whoever will open the pull request (default: each beneficiary)' },
    markdown: { type: 'boolean', says: 'print the comment as it will stand on the pull request' },
  },
  async run(invocation) {
    const { terminal } = invocation
    const directory = textOf(invocation, 'directory', 'config')
    terminal.stage('Reading')
    const [repository, files] = await Promise.all([
      openBase(textOf(invocation, 'base', '')),
      documentsOnDisk(process.cwd(), directory),
    ])
    const base =
      repository.is === 'unknown' ? repository : await filesAt(repository.value, repository.value.head, directory)
    if (base.is === 'unknown') return comeToNothing(invocation, EXIT.failed, writeEdgeError(base.because), NO_CLONE)
    if (files.is === 'unknown') return comeToNothing(invocation, EXIT.failed, writeEdgeError(files.because))
    const as = textOf(invocation, 'as', '')
    const told = await previewOf({
      people: null,
      inventory: openedOnce(() => openKept(process.cwd(), DATA_BRANCH)),
      directory,
      base: base.value,
      files: files.value,
      touched: touchedBetween(base.value, files.value),
      author: ({ people }) => {
        const person = people.get(id(as))?.handle
        return person === undefined ? null : { is: 'person', person }
      },
      opinions: async () => () => [],
      now: instantOf(Date.now() / 1000),
      openedAt: null,
      head: null,
      web: null,
    })
    if (told === null)
      return comeToNothing(
        invocation,
        EXIT.findings,
        'The settings of the default branch are broken: run daypass validate there.',
      )
    const { story, exit, author } = told
    if (as !== '' && author === null)
      return comeToNothing(invocation, EXIT.findings, `--as names nobody in people.yaml: ${JSON.stringify(as)}.`)
    const { json, markdown } = invocation.values
    terminal.out(
      (json === true
        ? renderJson(story)
        : markdown === true
          ? renderComment(story)
          : renderText(story, paletteFor(terminal))
      ).trimEnd(),
    )
    return exit
  },
}
