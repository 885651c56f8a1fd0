// How pull requests are judged: authors and reviews from GitHub, files from Git, rules of the default branch.

import type { Opinion } from '../core/approval/decision.ts'
import { personOf } from '../core/approval/people-of.ts'
import { whatWasSaid } from '../core/approval/proof-reviews.ts'
import { type Answer, known, unknown } from '../core/model/edge-error.ts'
import type { BlobId, PersonId } from '../core/model/id.ts'
import type { Settings } from '../core/model/settings.ts'
import type { Instant } from '../core/model/time.ts'
import { blobsAt } from '../edges/git/objects.ts'
import type { GitRepository } from '../edges/git/repository.ts'
import type { Inputs } from './inputs.ts'
import { type Previewed, previewOf } from './preview.ts'
import type { Ground, Pull } from './pulls.ts'
import { requesterBehind } from './requester.ts'

export interface Judged {
  readonly pull: Pull
  readonly previewed: Previewed
}

const missing = (call: string, said: string) => unknown({ kind: 'not-found', call, said })

/** Who said what of the very bytes that the head has, path by path. */
async function opinionsOf(
  repository: GitRepository,
  { thread, files }: Pull,
  paths: readonly string[],
  settings: Settings,
  at: Instant,
): Promise<(path: string) => readonly Opinion[]> {
  if (thread.reviews.is === 'unknown') return () => []
  const commits = [...new Set(thread.reviews.value.flatMap((review) => review.commit ?? []))]
  const spots = commits.flatMap((commit) => paths.map((path) => ({ commit, path })))
  const answers = await blobsAt(repository, spots)
  const blobs = new Map<string, Answer<BlobId | null>>(
    spots.map((spot, index) => [`${spot.commit} ${spot.path}`, answers[index] ?? missing('git', 'no answer')]),
  )
  const atHead = new Map(files.map((file) => [file.path, file.blob]))
  const reviews = thread.reviews.value.map((review) => ({ ...review, blobs: known(new Map<string, BlobId | null>()) }))
  const person = (account: number): readonly PersonId[] => {
    const found = personOf(settings, account)
    return found.is === 'one' ? [found.person.handle] : []
  }
  return (path) => {
    const said = whatWasSaid(reviews, at, (review) => {
      const blob =
        review.commit === null
          ? missing('review', 'its commit is gone')
          : (blobs.get(`${review.commit} ${path}`) ?? missing('git', 'not read'))
      return blob.is === 'unknown' ? blob : known(blob.value === (atHead.get(path) ?? null))
    })
    const fresh = said.approvals.filter((one) => one.sameBytes === 'yes' && one.age <= settings.limits.reviewAge)
    return [
      ...fresh.flatMap((one) =>
        person(one.account).map((who): Opinion => ({ person: who, state: 'approved', review: one.review })),
      ),
      ...said.objections.flatMap((one) =>
        person(one.account).map((who): Opinion => ({ person: who, state: 'changes-requested', review: one.review })),
      ),
    ]
  }
}

/** null: the settings that judge do not validate. What landed is judged as of its merge. */
export async function judge(ground: Ground, inputs: Inputs, pull: Pull): Promise<Judged | null> {
  const { thread, base, files, changes } = pull
  const now = thread.mergedAt ?? ground.now
  const requester = await requesterBehind(ground, inputs, pull)
  const previewed = await previewOf({
    people: ground.people,
    inventory: ground.inventory,
    directory: inputs.directory,
    base,
    files,
    touched: new Map(changes.map((change) => [change.path, change])),
    author: requester,
    opinions: (settings, paths) => opinionsOf(ground.repository, pull, paths, settings, now),
    now,
    openedAt: thread.since,
    head: thread.head,
    web: `${inputs.serverUrl}/${inputs.repository}`,
  })
  return previewed === null ? null : { pull, previewed }
}
