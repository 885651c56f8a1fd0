// What a change of requests would come to if it landed now: judged, not proved, and without looking at any cloud.

import type { Opinion } from '../approval/decision.ts'
import { windowOf } from '../approval/items.ts'
import { type Judgement, judgeAgain, judgeRequest } from '../approval/judge.ts'
import type { Deciding } from '../approval/routing.ts'
import { known } from '../model/edge-error.ts'
import type { Finding } from '../model/finding.ts'
import { id, type PersonId } from '../model/id.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import type { Request } from '../model/request.ts'
import type { Settings } from '../model/settings.ts'
import { tagsKey } from '../model/tags.ts'
import type { Instant, Window } from '../model/time.ts'

/** Requests that the change adds, takes away, or edits although they were there (merged requests do not change). */
export interface Change {
  readonly added: readonly Request[]
  readonly removed: readonly Request[]
  readonly edited: readonly Request[]
  /** Paths of settings that change with it. */
  readonly settings: readonly string[]
  /** Paths that change with it and are none of Daypass's. */
  readonly outside: readonly string[]
}

export interface Previewing {
  readonly change: Change
  /** Those of the base: a change is judged by what was there before it. */
  readonly settings: Settings
  readonly deciding: Deciding
  /** Who would be the requester; null: not known here, each beneficiary counts as asking for themselves. */
  readonly author: PersonId | null
  /** What reviewers said so far, of the very bytes of each path. */
  readonly opinions: (path: string) => readonly Opinion[]
  readonly now: Instant
}

export interface Previewed {
  readonly request: Request
  readonly judgement: Judgement
  /** Where a policy's text or a resource's tags are not known yet: the judgement as if it were harmless and untagged, so that people see whose approval it takes. */
  readonly tentative: Judgement | null
  readonly window: Window
}

export interface Preview {
  readonly requests: readonly Previewed[]
  readonly removed: readonly Request[]
  readonly findings: readonly Finding[]
  readonly settings: readonly string[]
}

/** What the proof would refuse after the merge (design, proof: a pull request holds requests only or settings only). */
function mixedIn({ added, removed, edited, settings, outside }: Change): readonly Finding[] {
  const [request] = [...added, ...edited, ...(settings.length > 0 ? removed : [])]
  const [setting] = settings
  const [other] = request === undefined ? outside : [...settings, ...outside]
  if (other === undefined) return []
  const mixed = (at: Finding['at'], what: string): readonly Finding[] => [
    {
      code: 'change-mixed',
      at,
      message: `this change holds ${what} (${other}) together`,
      cure: 'put them into two pull requests',
    },
  ]
  if (request !== undefined)
    return mixed(request.at, setting === undefined ? 'requests and other files' : 'requests and settings')
  return setting === undefined ? [] : mixed({ file: setting, line: 1, column: 1 }, 'settings and other files')
}

function findingsOf(change: Change): readonly Finding[] {
  const changed = change.edited.map(
    (request): Finding => ({
      code: 'request-edited',
      at: request.at,
      message: `${request.path} was merged before, and merged requests do not change`,
      cure: 'add another request for the same thing to extend it (there is no gap), or delete this one to end it early',
    }),
  )
  return [...changed, ...mixedIn(change)]
}

const HARMLESS: PolicyDocument = { version: '2012-10-17', statements: [] }

const harmless = ({ items }: Judgement): ReadonlyMap<string, PolicyDocument> =>
  new Map(
    items.flatMap(({ item }): [string, PolicyDocument][] => {
      const { permissions } = item.entitlement
      return permissions.form === 'policy' || permissions.form === 'narrowed'
        ? [[`${item.target} ${permissions.policy.value}`, HARMLESS]]
        : []
    }),
  )

const untagged = ({ items }: Judgement): Deciding['tags'] =>
  new Map(
    items.flatMap(({ item: { target, entitlement } }) =>
      entitlement.thing === undefined ? [] : [[tagsKey(target, entitlement.thing), known(new Map())] as const],
    ),
  )

/** What is known stays so. */
const supposing = ({ documents, tags }: Deciding, judgement: Judgement): Pick<Deciding, 'documents' | 'tags'> => ({
  documents: new Map([...harmless(judgement), ...documents]),
  tags: new Map([...untagged(judgement), ...tags]),
})

export function preview(asked: Previewing): Preview {
  const requests = asked.change.added.flatMap((request): Previewed[] => {
    const window = windowOf(request, asked.settings, asked.now)
    if (window === null) return []
    const author = asked.author ?? id<'person'>(request.for.value)
    const opinions = asked.opinions(request.path)
    const judged = { ...asked.deciding, request, settings: asked.settings, window, author, opinions }
    const judgement = judgeRequest(judged)
    const tentative = judgement.undecided ? judgeAgain({ ...judged, ...supposing(judged, judgement) }, judgement) : null
    return [{ request, judgement, tentative, window }]
  })
  return {
    requests,
    removed: asked.change.removed,
    findings: findingsOf(asked.change),
    settings: asked.change.settings,
  }
}
