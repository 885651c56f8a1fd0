// How one pull request is previewed: its files from Git as data, its author and reviews from GitHub, judged by the base.

import { join } from 'node:path'
import type { Opinion } from '../core/approval/decision.ts'
import { personOf } from '../core/approval/people-of.ts'
import { whatWasSaid } from '../core/approval/proof-reviews.ts'
import { type Answer, known, unknown, writeEdgeError } from '../core/model/edge-error.ts'
import type { PathChange, SourceFile } from '../core/model/history.ts'
import type { BlobId, CommitId, PersonId } from '../core/model/id.ts'
import type { Settings } from '../core/model/settings.ts'
import { type Instant, instantOf } from '../core/model/time.ts'
import { renderComment } from '../core/report/comment.ts'
import { renderJson } from '../core/report/json.ts'
import { changesOf, mergeBases } from '../edges/git/changes.ts'
import { filesAt } from '../edges/git/files.ts'
import { blobsAt } from '../edges/git/objects.ts'
import { fetchDefaultBranch, fetchPullHeads, type GitRepository } from '../edges/git/repository.ts'
import { pullsByNumber, type SaidPull } from '../edges/github/pulls.ts'
import type { Inputs } from './inputs.ts'
import { previewOf } from './preview.ts'
import { failedEnd, type JobEnd } from './run-job.ts'
import { githubFrom } from './witness.ts'
import { inWorkspace } from './workspace.ts'

interface Pulled {
  readonly repository: GitRepository
  readonly pull: SaidPull
  readonly head: CommitId
  readonly base: readonly SourceFile[]
  readonly files: readonly SourceFile[]
  readonly changes: readonly PathChange[]
  readonly now: Instant
}

const missing = (call: string, said: string) => unknown({ kind: 'not-found', call, said })

async function pulled(inputs: Inputs, number: number, folder: string): Promise<Answer<Pulled>> {
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token }
  const client = githubFrom(inputs.environment, inputs.token)
  if (client === null) return missing('asking GitHub', 'the input github-token is empty')
  const [owner = '', name = ''] = inputs.repository.split('/')
  const [repository, pulls] = await Promise.all([
    fetchDefaultBranch(remote, 'HEAD', join(folder, 'repository.git')),
    pullsByNumber({ client, owner, name }, [number]),
  ])
  if (repository.is === 'unknown') return repository
  const pull = pulls.get(number) ?? missing('GitHub GraphQL', `pull request ${number}`)
  if (pull.is === 'unknown') return pull
  const heads = await fetchPullHeads(repository.value, remote, [number])
  if (heads.is === 'unknown') return heads
  const head = heads.value.get(number)
  if (head === undefined) return missing('git fetch', `refs/pull/${number}/head`)
  const [bases] = await mergeBases(repository.value, [[repository.value.head, head]])
  if (bases === undefined || bases.is === 'unknown') return bases ?? missing('git merge-base', 'no answer')
  const [mergeBase] = bases.value
  if (mergeBase === undefined)
    return missing('git merge-base', 'the pull request shares no history with the default branch')
  const [[changes], base, files] = await Promise.all([
    changesOf(repository.value, [{ from: mergeBase, to: head }]),
    filesAt(repository.value, repository.value.head, inputs.directory),
    filesAt(repository.value, head, inputs.directory),
  ])
  if (changes === undefined || changes.is === 'unknown') return changes ?? missing('git diff-tree', 'no answer')
  if (base.is === 'unknown') return base
  if (files.is === 'unknown') return files
  const now = client.serverTime() ?? instantOf(Date.now() / 1000)
  return known({
    repository: repository.value,
    pull: pull.value,
    head,
    base: base.value,
    files: files.value,
    changes: changes.value,
    now,
  })
}

/** Who said what of the very bytes that the head has. */
async function opinionsOf(
  all: Pulled,
  paths: readonly string[],
  settings: Settings,
): Promise<(path: string) => readonly Opinion[]> {
  const { pull, repository, now } = all
  if (pull.reviews.is === 'unknown') return () => []
  const commits = [...new Set(pull.reviews.value.flatMap((review) => review.commit ?? []))]
  const spots = commits.flatMap((commit) => paths.map((path) => ({ commit, path })))
  const answers = await blobsAt(repository, spots)
  const blobs = new Map<string, Answer<BlobId | null>>(
    spots.map((spot, at) => [`${spot.commit} ${spot.path}`, answers[at] ?? missing('git', 'no answer')]),
  )
  const atHead = new Map(all.files.map((file) => [file.path, file.blob]))
  const reviews = pull.reviews.value.map((review) => ({ ...review, blobs: known(new Map<string, BlobId | null>()) }))
  return (path) => {
    const said = whatWasSaid(reviews, now, (review) => {
      const blob =
        review.commit === null
          ? missing('review', 'its commit is gone')
          : (blobs.get(`${review.commit} ${path}`) ?? missing('git', 'not read'))
      return blob.is === 'unknown' ? blob : known(blob.value === atHead.get(path))
    })
    const person = (account: number): readonly PersonId[] => {
      const found = personOf(settings, account)
      return found.is === 'one' ? [found.person.handle] : []
    }
    return [
      ...said.approvals
        .filter((one) => one.sameBytes === 'yes')
        .flatMap((one) =>
          person(one.account).map((who): Opinion => ({ person: who, state: 'approved', review: one.review })),
        ),
      ...said.objections.flatMap((one) =>
        person(one.account).map((who): Opinion => ({ person: who, state: 'changes-requested', review: one.review })),
      ),
    ]
  }
}

export const previewPull = (inputs: Inputs, number: number): Promise<JobEnd> =>
  inWorkspace(inputs.environment, (folder) => previewIn(folder, inputs, number))

async function previewIn(folder: string, inputs: Inputs, number: number): Promise<JobEnd> {
  const all = await pulled(inputs, number, folder)
  if (all.is === 'unknown') return failedEnd(`Pull request ${number} could not be read: ${writeEdgeError(all.because)}`)
  const { pull, base, files, head, now, changes } = all.value
  const { directory } = inputs
  const touched = new Map(changes.map((change) => [change.path, change]))
  const told = await previewOf({
    directory,
    base,
    files,
    touched,
    author: (settings) => {
      const found = pull.author === null ? null : personOf(settings, pull.author.id)
      return found?.is === 'one' ? found.person.handle : null
    },
    opinions: (settings, paths) => opinionsOf(all.value, paths, settings),
    now,
    openedAt: pull.createdAt,
    head,
    web: `${inputs.serverUrl}/${inputs.repository}`,
  })
  if (told === null) return failedEnd('The settings of the default branch are broken; daypass validate tells where.')
  const { story, exit } = told
  return { exit, story, markdown: renderComment(story), json: renderJson(story), says: story.headline.says }
}
