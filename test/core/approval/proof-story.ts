// A landing that proves, to be spoiled in one way at a time.

import type { Actor, LandingEvidence, PullRequest, Repository, Review } from '../../../src/core/approval/evidence.ts'
import { versionId } from '../../../src/core/approval/landing.ts'
import { type AskedProof, examineRequest } from '../../../src/core/approval/proof.ts'
import type { Proof, Verdict } from '../../../src/core/approval/proof-verdict.ts'
import type { InForce } from '../../../src/core/approval/settings-in-force.ts'
import { type Answer, known, unknown } from '../../../src/core/model/edge-error.ts'
import type { PathChange } from '../../../src/core/model/history.ts'
import { type BlobId, type CommitId, id } from '../../../src/core/model/id.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { HOUR, instantOf, later } from '../../../src/core/model/time.ts'
import { approvedBy, carries, documents, knowledge, request, rule, settings } from './company.ts'

export const commit = (text: string): CommitId => id<'commit'>(text)
export const blob = (text: string): BlobId => id<'blob'>(text)
export const UNREAD = unknown({ kind: 'unreachable', call: 'GitHub', said: 'timeout' })

export const MERGED = instantOf(1_800_000_000)
export const REPOSITORY: Repository = { id: 7, defaultBranch: 'main', head: commit('HEAD') }
export const PATH = 'config/requests/r1.yaml'

const IDS: Readonly<Record<string, number>> = {
  marta: 100,
  nils: 101,
  lena: 102,
  omar: 103,
  sam: 104,
  olga: 105,
  carl: 106,
}

export const user = (login: string): Actor => ({ type: 'User', id: IDS[login] ?? 999, login })

export const change = (path: string, before: string | null, after: string | null, mode = '100644'): PathChange => ({
  path,
  before: before === null ? null : { blob: blob(before), mode: '100644' },
  after: after === null ? null : { blob: blob(after), mode },
})

/** `lena`, `!lena` (changes requested), `?lena` (a comment), `-lena` (dismissed); an hour before the merge. */
export function review(text: string, rest: Partial<Review> = {}, number = 1): Review {
  const states = { '!': 'CHANGES_REQUESTED', '?': 'COMMENTED', '-': 'DISMISSED' } as const
  const sign = Object.entries(states).find(([one]) => text.startsWith(one))
  return {
    id: number,
    author: user(text.replace(/^[!?-]/, '')),
    state: sign?.[1] ?? 'APPROVED',
    submittedAt: later(MERGED, -HOUR),
    commit: commit('H'),
    blobs: known(new Map([[PATH, blob('b1')]])),
    ...rest,
  }
}

export const reviewed = (...all: readonly Review[]): PullRequest['reviews'] =>
  known(all.map((one, at) => ({ ...one, id: at + 1 })))

export const CHANGES = [change(PATH, null, 'b1')]

export const PULL: PullRequest = {
  number: 12,
  author: user('marta'),
  baseRef: 'main',
  baseRepository: 7,
  merged: true,
  mergedAt: MERGED,
  mergeCommit: commit('L'),
  head: commit('H'),
  changes: known({ mergeBases: [commit('P')], paths: CHANGES }),
  headBlobs: known(new Map([[PATH, blob('b1')]])),
  reviews: reviewed(review('lena')),
}

export const LANDING: LandingEvidence = {
  landing: commit('L'),
  parent: commit('P'),
  at: later(MERGED, 2),
  changes: known(CHANGES),
  settings: null,
  pulls: known([PULL]),
}

export const RULES = [rule('leads', { ways: [approvedBy('@leads')] })]
export const SETTINGS = settings(RULES)

export const force = (value: Settings, landing = 'S'): InForce => ({
  is: 'known',
  settings: value,
  landing: commit(landing),
})

/** What is spoiled: parts of the pull request, of the landing, of what is asked, or settings. */
export interface Spoil {
  readonly pull?: Partial<PullRequest>
  readonly pulls?: Answer<readonly PullRequest[]>
  readonly landing?: Partial<LandingEvidence>
  readonly asked?: Partial<AskedProof>
  readonly atLanding?: InForce | Settings
  readonly now?: InForce | Settings
  readonly head?: Settings | null
  readonly everywhere?: Settings
  readonly ask?: Parameters<typeof request>[0]
}

const inForce = (value: InForce | Settings): InForce => ('is' in value ? value : force(value))

export function asked(spoil: Spoil = {}): AskedProof {
  const all = spoil.everywhere ?? SETTINGS
  const evidence: LandingEvidence = {
    ...LANDING,
    pulls: spoil.pulls ?? known([{ ...PULL, ...spoil.pull }]),
    ...spoil.landing,
  }
  return {
    request: request(spoil.ask ?? {}),
    version: {
      id: versionId(blob('b1'), commit('L'), PATH),
      request: id<'request'>('r1'),
      path: PATH,
      blob: blob('b1'),
      landing: commit('L'),
      landedAt: later(MERGED, 2),
    },
    evidence: known(evidence),
    repository: REPOSITORY,
    directory: 'config',
    settings: {
      atLanding: inForce(spoil.atLanding ?? all),
      now: inForce(spoil.now ?? all),
      head: spoil.head === undefined ? all : spoil.head,
    },
    deciding: { knowledge, carries, documents, tags: new Map() },
    behind: { form: null, extension: null, within: 0 },
    now: later(MERGED, 60),
    ...spoil.asked,
  }
}

export const verdict = (spoil: Spoil = {}): Verdict => examineRequest(asked(spoil)).verdict

/** `proved`, a refusal's name, or `unknown`. */
export function word(given: Verdict): string {
  return given.is === 'refused' ? given.because : given.is
}

export function proofOf(given: Verdict): Proof {
  if (given.is !== 'proved') throw new Error(JSON.stringify(given))
  return given.proof
}
