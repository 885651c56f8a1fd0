// A chain of settings landings, each approved as it should be, to be spoiled in one way at a time.

import type { LandingEvidence, PullRequest } from '../../../src/core/approval/evidence.ts'
import type { AskedSettings } from '../../../src/core/approval/settings-in-force.ts'
import { type Answer, known } from '../../../src/core/model/edge-error.ts'
import type { History, Landing, PathChange } from '../../../src/core/model/history.ts'
import type { CommitId } from '../../../src/core/model/id.ts'
import type { Hold, Settings } from '../../../src/core/model/settings.ts'
import { DAY, later } from '../../../src/core/model/time.ts'
import { AT, person, settings } from './company.ts'
import { blob, change, commit, MERGED, PULL, REPOSITORY, review, reviewed, user } from './proof-story.ts'

export const RULE = 'config/rules/all.yaml'
export const HOLDS = 'config/holds.yaml'
export const START = 'config/daypass.yaml'

export const owners = (approvals: number, ...names: readonly string[]): Settings =>
  settings([], { owners: { people: names.map((name) => ({ value: person(name), at: AT })), approvals } })

export const hold = (because: string, who: string): Hold => ({
  what: { is: 'person', person: person(who) },
  because,
  since: null,
  at: AT,
})

/** Settings at the start: olga and sam own, two approvals. */
export const FIRST = owners(2, 'olga', 'sam', 'omar')

/** One landing on the chain; the evidence says a squash of nils, approved by olga and sam, unless spoiled. */
export interface Story {
  readonly name: string
  readonly changes?: readonly PathChange[]
  readonly tree?: Answer<Settings | null>
  readonly pull?: Partial<PullRequest>
  readonly pulls?: LandingEvidence['pulls']
  readonly landing?: Partial<LandingEvidence>
  readonly evidence?: Answer<LandingEvidence>
}

export const contents = (name: string) =>
  new Map([
    [RULE, blob(`rules ${name}`)],
    [START, blob('start')],
  ])

export const said = (name: string, ...names: readonly string[]) =>
  reviewed(...names.map((who) => review(who, { blobs: known(contents(name)) })))

export function evidenceOf(story: Story): LandingEvidence {
  const { name } = story
  const changes = story.changes ?? [change(RULE, 'before', `rules ${name}`)]
  const pull: PullRequest = {
    ...PULL,
    author: user('nils'),
    mergeCommit: commit(name),
    changes: known({ mergeBases: [commit('base')], paths: changes }),
    headBlobs: known(contents(name)),
    reviews: said(name, 'olga', 'sam'),
    ...story.pull,
  }
  return {
    landing: commit(name),
    parent: commit('parent'),
    at: later(MERGED, 2),
    changes: known(changes),
    settings: known(contents(name)),
    pulls: story.pulls ?? known([pull]),
    ...story.landing,
  }
}

export const STARTED: Story = {
  name: 'start',
  changes: [change(START, null, 'start')],
  tree: known(FIRST),
  pulls: known([]),
}

/** The chain from its oldest landing on. */
export function chain(stories: readonly Story[], rest: Partial<AskedSettings> = {}): AskedSettings {
  const landings = stories.map(
    (story): Landing => ({
      commit: commit(story.name),
      parent: commit('parent'),
      at: later(MERGED, 2),
      changes: story.changes ?? [change(RULE, 'before', `rules ${story.name}`)],
    }),
  )
  const history: History = { head: commit('HEAD'), landings: landings.toReversed() }
  return {
    history,
    directory: 'config',
    start: commit('start'),
    settingsAt: new Map(
      stories.map((story) => [commit(story.name), story.tree ?? known(owners(2, 'olga', 'sam', 'omar'))]),
    ),
    evidence: new Map(
      stories.map((story): [CommitId, Answer<LandingEvidence>] => [
        commit(story.name),
        story.evidence ?? known(evidenceOf(story)),
      ]),
    ),
    repository: REPOSITORY,
    now: later(MERGED, DAY),
    ...rest,
  }
}
