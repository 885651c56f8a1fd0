// Whether a request that landed may be given: the verdict on one version, drawn from what Git and GitHub say.

import type { Answer } from '../model/edge-error.ts'
import type { Version } from '../model/grant.ts'
import type { Request } from '../model/request.ts'
import type { Settings } from '../model/settings.ts'
import { type Instant, later, type Window } from '../model/time.ts'
import type { LandingEvidence, PullRequest, Repository } from './evidence.ts'
import { windowOf } from './items.ts'
import { areaOf } from './landing.ts'
import { type Behind, requesterOf } from './proof-author.ts'
import {
  type Chain,
  conclude,
  type Examined,
  fromAnswer,
  no,
  type Outcome,
  openChain,
  unsure,
  yes,
} from './proof-chain.ts'
import { examineMerge, type Merge } from './proof-merge.ts'
import { differentName, meaningOf } from './proof-names.ts'
import { askPeople, type JudgingSettings } from './proof-people.ts'
import { whatWasSaid } from './proof-reviews.ts'
import { askApprovals, askRules, type Judging } from './proof-rules.ts'
import type { Proof, Verdict } from './proof-verdict.ts'
import type { Deciding } from './routing.ts'
import type { InForce } from './settings-in-force.ts'

export interface AskedProof {
  readonly request: Request
  readonly version: Version
  readonly evidence: Answer<LandingEvidence>
  readonly repository: Repository
  /** Of the settings, without a slash at its end. */
  readonly directory: string
  /** `head` null: the settings at the head do not validate. */
  readonly settings: { readonly atLanding: InForce; readonly now: InForce; readonly head: Settings | null }
  readonly deciding: Deciding
  readonly behind: Behind
  readonly now: Instant
}

/** All that was checked, and the verdict drawn from it. */
export interface Examination {
  readonly version: Version
  readonly verdict: Verdict
  readonly examined: readonly Examined<Proof>[]
}

function inForce(state: InForce): Outcome<Extract<InForce, { is: 'known' }>> {
  if (state.is === 'known') return yes(state, state.landing)
  return state.is === 'none' ? no('bootstrap', state.because) : unsure(state.because)
}

function askSettings(chain: Chain, asked: AskedProof): JudgingSettings | undefined {
  const { settings } = asked
  const atLanding = chain.ask('settings-at-landing', inForce(settings.atLanding))
  if (atLanding === undefined) return undefined
  const now = chain.ask('settings-now', inForce(settings.now))
  if (now === undefined) return undefined
  const atHead =
    settings.head === null ? unsure('the settings at the head do not validate') : yes(settings.head, 'they validate')
  const head = chain.ask('settings-at-head', atHead)
  return head === undefined ? undefined : { atLanding, now, head }
}

interface Told {
  readonly evidence: LandingEvidence
  readonly pulls: readonly PullRequest[]
}

function askEvidence(chain: Chain, asked: AskedProof): Told | undefined {
  const { version } = asked
  const evidence = chain.ask('evidence', fromAnswer(asked.evidence, 'read'))
  if (evidence === undefined) return undefined
  if (evidence.landing !== version.landing || evidence.at !== version.landedAt)
    return chain.ask('evidence', unsure('the evidence is about another landing'))
  const told = fromAnswer(evidence.pulls, '')
  if (told.is !== 'yes') return chain.ask('merged', told)
  if (told.value.length === 0)
    return chain.ask('merged', no('no-pull-request', 'no merged pull request brought it to the default branch'))
  return { evidence, pulls: [...told.value].sort((a, b) => a.number - b.number) }
}

function aloneIn(asked: AskedProof, merge: Merge): Outcome<true> {
  const other = [...merge.changes.keys()].sort().find((path) => areaOf(asked.directory, path) !== 'requests')
  return other === undefined
    ? yes(true, 'requests only')
    : no('mixed', `it changes ${other} as well, which is no request`)
}

/** Landed and own changes are alike by now, so one look serves Parent and merge base. */
function newIn({ version }: AskedProof, merge: Merge): Outcome<true> {
  const change = merge.changes.get(version.path)
  if (change === undefined) return no('changes-differ', `it does not touch ${version.path}`)
  return change.before === null
    ? yes(true, 'it is new')
    : no('edited', `${version.path} existed before: merged requests do not change`)
}

function bytesIn({ version, request }: AskedProof, pull: PullRequest, merge: Merge): Outcome<true> {
  const after = merge.changes.get(version.path)?.after
  if (after?.mode !== '100644') return no('bytes-differ', `${version.path} did not land as a plain file`)
  if (after.blob !== version.blob || request.blob !== version.blob || request.path !== version.path)
    return no('bytes-differ', `${version.path} is not at the head what landed`)
  const atHead = fromAnswer(pull.headBlobs, '')
  if (atHead.is !== 'yes') return atHead
  return atHead.value.get(version.path) === version.blob
    ? yes(true, version.blob)
    : no('bytes-differ', `${version.path} is other bytes at the head of the pull request`)
}

/** All names alike, and so the window too, which is what may be given. */
function askNames(asked: AskedProof, all: JudgingSettings): Outcome<Window> {
  const { request, version } = asked
  const [landing, now, head] = [all.atLanding.settings, all.now.settings, all.head].map((settings) =>
    meaningOf(request, settings, version.landedAt, asked.deciding.knowledge),
  )
  const name = differentName(landing, now) ?? differentName(landing, head)
  if (name !== null) return no('resolves-otherwise', `${name} means something else now than at the landing`)
  const window = windowOf(request, all.atLanding.settings, version.landedAt)
  return window === null ? no('rules-at-landing', 'it says no end') : yes(window, 'all the same')
}

function askAll(
  chain: Chain,
  all: JudgingSettings,
  evidence: LandingEvidence,
  pull: PullRequest,
  asked: AskedProof,
): Proof | undefined {
  const { version, request, repository, now } = asked
  const merge = examineMerge(chain, { evidence, pull, repository, now })
  if (merge === undefined) return undefined
  if (chain.ask('alone', aloneIn(asked, merge)) === undefined) return undefined
  if (chain.ask('new', newIn(asked, merge)) === undefined) return undefined
  if (chain.ask('bytes', bytesIn(asked, pull, merge)) === undefined) return undefined
  const author = chain.ask('author', requesterOf(request, version, pull, asked.behind))
  if (author === undefined) return undefined
  const people = chain.ask('people', askPeople(all, request, author))
  if (people === undefined) return undefined
  const window = chain.ask('names', askNames(asked, all))
  if (window === undefined) return undefined
  const reviews = chain.ask('reviews', fromAnswer(pull.reviews, 'all pages'))
  if (reviews === undefined) return undefined
  const said = whatWasSaid(reviews, merge.mergedAt, (review) =>
    review.blobs.is === 'unknown'
      ? review.blobs
      : { is: 'known', value: review.blobs.value.get(version.path) === version.blob },
  )
  const judging: Judging = { ...asked.deciding, request, window, said }
  const allowed = people.benches.map((bench) => chain.ask(bench.name, askRules(bench, judging)))
  const [atLanding] = allowed
  if (atLanding === undefined || allowed.includes(undefined)) return undefined
  const approvals = chain.ask('approvals', askApprovals(atLanding.keys, people.benches, judging))
  if (approvals === undefined) return undefined
  return {
    version: version.id,
    pull: pull.number,
    author,
    reviews: approvals.map((approval) => ({ id: approval.review, author: approval.account })),
    mergedAt: merge.mergedAt,
    window,
    way: atLanding.way,
    rule: atLanding.rule,
    afterwards:
      atLanding.afterwards === null
        ? null
        : { by: atLanding.afterwards.by, until: later(merge.mergedAt, atLanding.afterwards.within) },
    settingsAtLanding: all.atLanding.landing,
    settingsNow: all.now.landing,
  }
}

function examineAll(asked: AskedProof): readonly Examined<Proof>[] {
  const shared = openChain()
  const all = askSettings(shared, asked)
  const told = all === undefined ? undefined : askEvidence(shared, asked)
  if (all === undefined || told === undefined) return [{ pull: null, checks: shared.checks, value: null }]
  return told.pulls.map((pull) => {
    const own = openChain()
    const value = askAll(own, all, told.evidence, pull, asked) ?? null
    return { pull: pull.number, checks: [...shared.checks, ...own.checks], value }
  })
}

/** Every check with its answer, pull request by pull request, and the verdict that follows from them. */
export function examineRequest(asked: AskedProof): Examination {
  const examined = examineAll(asked)
  const concluded = conclude(examined)
  const verdict: Verdict = concluded.is === 'proved' ? { is: 'proved', proof: concluded.value } : concluded
  return { version: asked.version, verdict, examined }
}

/** The verdict on one version: given nothing but what is proved. */
export const proveRequest = (asked: AskedProof): Verdict => examineRequest(asked).verdict
