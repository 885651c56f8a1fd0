// A pull request as GitHub shows it, with what Daypass said in it: short ways to write one.

import type { Actor } from '../../../src/core/approval/evidence.ts'
import type { CheckShown } from '../../../src/core/conversation/gesture.ts'
import { NOTHING_TOLD, type Told, writeSticky } from '../../../src/core/conversation/sticky.ts'
import type { Glance, Spoken, Thread } from '../../../src/core/conversation/thread.ts'
import type { View } from '../../../src/core/conversation/view.ts'
import { known } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import { COMMENT_MARKER } from '../../../src/core/report/comment.ts'

/** 2026-12-01T09:00:00Z */
export const NOW = instantOf(1_796_115_600)
export const HEAD = id<'commit'>('c0ffee'.repeat(7).slice(0, 40))
export const MERGED_AS = id<'commit'>('abcdef'.repeat(7).slice(0, 40))

export const actor = (login: string, number: number): Actor => ({ type: 'User', id: number, login })

export const thread = (more: Partial<Thread> = {}): Thread => ({
  node: 'PR_7',
  number: 7,
  title: 'Queue is stuck',
  author: actor('marta', 100),
  state: 'open',
  draft: false,
  baseRef: 'main',
  baseRepository: 1,
  head: HEAD,
  since: NOW,
  mergedAt: null,
  mergeCommit: null,
  labels: [],
  reviews: known([]),
  asked: [],
  sticky: null,
  ...more,
})

export const review = (number: number, author: Actor | null): Spoken => ({
  id: number,
  author,
  state: 'APPROVED',
  submittedAt: NOW,
  commit: HEAD,
})

export const words = (text: string, footer = 'Daypass · now'): string =>
  `${COMMENT_MARKER}\n\n## ${text}\n\n<sub>${footer}</sub>\n`

/** A comment of ours that says so and remembers that. */
export const sticky = (text: string, told: Partial<Told> = {}) => ({
  node: 'IC_1',
  body: writeSticky(words(text), { ...NOTHING_TOLD, ...told }),
})

export const view = (more: Partial<View> = {}): View => ({
  words: words('🟡 Waiting'),
  by: 'preview',
  check: null,
  labels: [],
  ask: [],
  lines: [],
  close: false,
  ...more,
})

export const check = (more: Partial<CheckShown> = {}): CheckShown => ({
  conclusion: 'success',
  title: 'Allowed',
  summary: 'It is.',
  annotations: [],
  ...more,
})

export const GLANCE: Glance = { repository: 'R_1', id: 1, defaultBranch: 'main', labels: new Map(), open: 1 }
