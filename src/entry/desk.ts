// What commands need that write files into the repository: the default branch as it is, GitHub, and the settings that say who may.

import { join } from 'node:path'
import type { Forum } from '../core/conversation/gesture.ts'
import type { Proposal, Proposed } from '../core/conversation/proposal.ts'
import type { Glance } from '../core/conversation/thread.ts'
import { readSettings } from '../core/documents/settings.ts'
import { KINDS } from '../core/entitlements/index.ts'
import { blobName } from '../core/model/canonical.ts'
import { type Answer, known, unknown, writeEdgeError } from '../core/model/edge-error.ts'
import type { SourceFile } from '../core/model/history.ts'
import type { CommitId } from '../core/model/id.ts'
import type { Settings } from '../core/model/settings.ts'
import { type Instant, instantOf } from '../core/model/time.ts'
import { filesAt } from '../edges/git/files.ts'
import { fetchDefaultBranch, type GitRepository } from '../edges/git/repository.ts'
import type { Where } from '../edges/github/batches.ts'
import { remoteBlobs } from '../edges/github/contents.ts'
import { dispatch } from '../edges/github/dispatch.ts'
import { githubForum } from '../edges/github/forum.ts'
import { propose } from '../edges/github/propose.ts'
import { EXIT, type Exit } from './exit.ts'
import type { Inputs } from './inputs.ts'
import { MODE_NAMES } from './mode-names.ts'
import type { JobEnd } from './run-job.ts'
import { githubFrom } from './witness.ts'

export interface Desk {
  readonly inputs: Inputs
  readonly where: Where
  readonly forum: Forum
  readonly glance: Glance
  readonly repository: GitRepository
  readonly files: readonly SourceFile[]
  readonly settings: Settings
  readonly now: Instant
}

const missing = (said: string) => unknown({ kind: 'not-found', call: 'opening the repository', said })

export async function openDesk(inputs: Inputs, folder: string): Promise<Answer<Desk>> {
  const client = githubFrom(inputs.environment, inputs.token)
  if (client === null) return missing('the input github-token is empty')
  const [owner = '', name = ''] = inputs.repository.split('/')
  const where = { client, owner, name }
  const forum = githubForum(where)
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token }
  const [repository, glance] = await Promise.all([
    fetchDefaultBranch(remote, 'HEAD', join(folder, 'repository.git')),
    forum.glance(),
  ])
  if (repository.is === 'unknown') return repository
  if (glance.is === 'unknown') return glance
  const files = await filesAt(repository.value, repository.value.head, inputs.directory)
  if (files.is === 'unknown') return files
  const { settings } = readSettings(files.value, inputs.directory, KINDS, MODE_NAMES)
  if (settings === null) return missing('the settings of the default branch are broken; daypass validate tells where')
  return known({
    inputs,
    where,
    forum,
    glance: glance.value,
    repository: repository.value,
    files: files.value,
    settings,
    now: client.serverTime() ?? instantOf(Date.now() / 1000),
  })
}

export const pathIn = ({ inputs }: Desk, below: string): string =>
  inputs.directory === '' ? below : `${inputs.directory}/${below}`

export function proposeAt(desk: Desk, proposal: Omit<Proposal, 'base'>): Promise<Answer<Proposed>> {
  const { repository, where, files } = desk
  const like = files[0]?.blob
  const isThere = async (head: CommitId): Promise<boolean> => {
    const wanted = [...proposal.files]
    const blobs = await remoteBlobs(
      where,
      wanted.map(([path]) => ({ commit: head, path })),
    )
    return wanted.every(([, text], at) => {
      const blob = blobs[at]
      if (blob?.is !== 'known' || like === undefined) return false
      return blob.value === (text === null ? null : blobName(text, like))
    })
  }
  return propose(where, { ...proposal, base: repository.head }, isThere)
}

/** null: it is merged. A merge whose answer was lost is looked at before it counts as failed. */
export async function mergeAt({ forum, glance, inputs }: Desk, proposed: Proposed, headline: string) {
  const [made] = await forum.make(glance, [
    { do: 'merge', pull: proposed.node, head: proposed.head, method: inputs.mergeMethod, headline },
  ])
  if (made === undefined || made.is === 'known') return null
  const again = await forum.named([proposed.number])
  const now = again.is === 'known' ? again.value.threads.get(proposed.number) : undefined
  return now?.is === 'known' && now.value.state === 'merged' ? null : made.because
}

/** Sentences about workflows that could not be started; their own schedules go on. */
export async function start({ where, glance, inputs }: Desk, workflows: readonly string[]): Promise<readonly string[]> {
  const troubles: string[] = []
  for (const workflow of workflows) {
    const sent = await dispatch(where.client, inputs.repository, workflow, glance.defaultBranch)
    if (sent.is === 'unknown')
      troubles.push(
        `The workflow ${workflow} could not be started; its own schedule goes on: ${writeEdgeError(sent.because)}`,
      )
  }
  return troubles
}

export const said = (exit: Exit, says: string, outputs: JobEnd['outputs'] = {}): JobEnd => ({
  exit,
  story: null,
  markdown: `${exit === EXIT.done ? '' : '🔴 '}${says}\n`,
  json: `${JSON.stringify({ exit, says })}\n`,
  says,
  outputs,
})

export const pullLink = ({ inputs }: Desk, { number }: Pick<Proposed, 'number'>): string =>
  `${inputs.serverUrl}/${inputs.repository}/pull/${number}`
