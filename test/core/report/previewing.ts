// A change of the small company's files, told before it is merged.

import { type Change, preview } from '../../../src/core/plan/preview.ts'
import { type PreviewTold, storyOfPreview } from '../../../src/core/report/story-of-preview.ts'
import {
  AT,
  approvedBy,
  breakGlass,
  carries,
  documents,
  knowledge,
  NOON,
  person,
  reviews,
  rule,
  settings,
} from '../approval/company.ts'

export const SETTINGS = settings([rule('leads', { ways: [approvedBy('@leads'), breakGlass('@oncall')] })], {
  owners: {
    people: [
      { value: person('olga'), at: AT },
      { value: person('omar'), at: AT },
    ],
    approvals: 2,
  },
})
export const NOTHING: Change = { added: [], removed: [], edited: [], settings: [], outside: [] }

export interface Case {
  readonly change?: Partial<Change>
  readonly over?: Partial<PreviewTold>
  readonly said?: string
  readonly inForce?: typeof SETTINGS
  readonly unread?: boolean
}

export function told({ change = {}, over = {}, said = '', inForce = SETTINGS, unread = false }: Case) {
  return storyOfPreview({
    preview: preview({
      change: { ...NOTHING, ...change },
      settings: inForce,
      deciding: { knowledge, carries, documents: unread ? new Map() : documents, tags: new Map() },
      author: over.author ?? null,
      opinions: () => reviews(said),
      now: NOON,
    }),
    steps: [],
    settings: inForce,
    holds: null,
    installation: [],
    owners: [],
    author: null,
    stranger: null,
    findings: [],
    textsAsOf: null,
    now: NOON,
    openedAt: null,
    head: null,
    web: null,
    ...over,
  })
}
