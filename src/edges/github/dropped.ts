// Which changes of settings GitHub once merged into the default branch, and the first-parent chain does not hold any more.

import type { Dropped, EvidenceSource } from '../../core/approval/evidence.ts'
import { type Answer, known } from '../../core/model/edge-error.ts'
import { settingsAside } from '../git/aside.ts'
import type { GitRepository } from '../git/repository.ts'
import type { Where } from './batches.ts'
import { pullsOf } from './pulls.ts'

/** Costs a question only where something lies beside the chain. */
export async function droppedOf(
  place: Where & { readonly repository: GitRepository },
  asked: Parameters<EvidenceSource['dropped']>[0],
): Promise<Answer<readonly Dropped[]>> {
  const aside = await settingsAside(place.repository, asked.directory, asked.start)
  if (aside.is === 'unknown' || aside.value.length === 0) return aside.is === 'unknown' ? aside : known([])
  const said = await pullsOf(place, aside.value, { waits: [] })
  const dropped: Dropped[] = []
  for (const [commit, pulls] of said) {
    if (pulls.is === 'unknown') return pulls
    const here = pulls.value.find(
      (pull) =>
        pull.merged &&
        pull.mergeCommit === commit &&
        pull.baseRef === asked.repository.defaultBranch &&
        pull.baseRepository === asked.repository.id,
    )
    if (here !== undefined) dropped.push({ commit, pull: here.number })
  }
  return known(dropped)
}
