// Whether Daypass merges a pull request by itself: requests that are allowed, removals, and the red button.

import { severityOf } from '../model/finding.ts'
import type { PersonId } from '../model/id.ts'
import type { Hold, Settings } from '../model/settings.ts'
import type { Change } from '../plan/preview.ts'
import type { Story } from '../report/story.ts'

export interface Merging {
  readonly change: Change
  /** Holds that it adds, where it changes settings in no other way; null otherwise. */
  readonly holds: readonly Hold[] | null
  readonly story: Story
  readonly author: PersonId | null
  readonly settings: Settings
}

const sameHold = (one: Hold, other: Hold): boolean =>
  JSON.stringify([one.what, one.because, one.since]) === JSON.stringify([other.what, other.because, other.since])

/** What a change adds to the holds; null where it takes one away or alters one. */
export function holdsAdded(before: readonly Hold[], after: readonly Hold[]): readonly Hold[] | null {
  if (!before.every((hold) => after.some((one) => sameHold(hold, one)))) return null
  const added = after.filter((hold) => !before.some((one) => sameHold(hold, one)))
  return added.length === 0 ? null : added
}

/** Why a person must press the button; null: Daypass does. */
export function whyNotMerged({ change, holds, story, author, settings }: Merging): string | null {
  const { added, removed, edited, outside } = change
  if (story.findings.some((finding) => severityOf(finding) === 'error')) return 'there are findings to mend first'
  if (outside.length > 0) return `it changes ${outside[0]} as well, which is none of Daypass's files`
  if (edited.length > 0) return 'it changes a request that was merged before'
  if (author === null) return 'its author is not in the people file'
  if (change.settings.length > 0) {
    if (holds === null || added.length + removed.length > 0) return 'changes of settings are merged by people'
    const owner = settings.owners.people.some((one) => one.value === author)
    return owner ? null : 'holds are merged by an owner or whoever else may merge; nobody has to approve them'
  }
  if (added.length + removed.length === 0) return 'it asks for nothing'
  // Each file that was added must have been judged: one that could not be read is no request.
  if (story.requests.length !== added.length) return 'not every request could be judged'
  const open = story.requests.find(({ state }) => state !== 'allowed')
  return open === undefined ? null : `${open.id} is not allowed yet`
}
