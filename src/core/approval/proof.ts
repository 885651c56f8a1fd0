// Whether a request that landed may be given: the verdict on one version, drawn from what Git and GitHub say.

import type { Answer } from '../model/edge-error.ts'
import type { Version } from '../model/grant.ts'
import { type BlobId, id } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import type { Person, Settings } from '../model/settings.ts'
import type { Instant, Window } from '../model/time.ts'
import type { FormIssue, LandingEvidence, PullRequest, Repository } from './evidence.ts'
import { windowOf } from './items.ts'
import { areaOf } from './landing.ts'
import { personOf } from './people-of.ts'
import { type Chain, conclude, type Examined, fromAnswer, no, openChain, type Outcome, unsure, yes } from './proof-chain.ts'
import { requesterOf } from './proof-author.ts'
import { examineMerge, type Merge } from './proof-merge.ts'
import { differentName, meaningOf } from './proof-names.ts'
import { whatWasSaid } from './proof-reviews.ts'
import { askApprovals, askRules, type Bench, type Judge, type Judging } from './proof-rules.ts'
import type { Proof, Verdict } from './proof-verdict.ts'
import type { Deciding } from './routing.ts'
import type { InForce } from './settings-in-force.ts'

/** What an issue form wrote a request from: the bot that settings pin, the issue, and the blob its text compiles to. */
export interface Form {
  readonly bot: number
  readonly issue: Answer<FormIssue>
  readonly blob: BlobId | null
}

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
  readonly form: Form | null
  readonly now: Instant
}

/** All that was checked, and the verdict drawn from it. */
export interface Examination {
  readonly version: Version
  readonly verdict: Verdict
  readonly examined: readonly Examined<Proof>[]
}

interface InForceAll {
  readonly atLanding: Extract<InForce, { is: 'known' }>
  readonly now: Extract<InForce, { is: 'known' }>
  readonly head: Settings
}

function inForce(state: InForce): Outcome<Extract<InForce, { is: 'known' }>> {
  if (state.is === 'known') return yes(state, state.landing)
  return state.is === 'none' ? no('bootstrap', state.because) : unsure(state.because)
}

function askSettings(chain: Chain, asked: AskedProof): InForceAll | undefined {
  const { settings } = asked
  const atLanding = chain.ask('settings-at-landing', inForce(settings.atLanding))
  if (atLanding === undefined) return undefined
  const now = chain.ask('settings-now', inForce(settings.now))
  if (now === undefined) return undefined
  const atHead = settings.head === null ? unsure('the settings at the head do not validate') : yes(settings.head, 'they validate')
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
  if (told.value.length === 0) return chain.ask('merged', no('no-pull-request', 'no merged pull request brought it to the default branch'))
  return { evidence, pulls: [...told.value].sort((a, b) => a.number - b.number) }
}

function aloneIn(asked: AskedProof, merge: Merge): Outcome<true> {
  const other = [...merge.changes.keys()].sort().find((path) => areaOf(asked.directory, path) !== 'requests')
  return other === undefined ? yes(true, 'requests only') : no('mixed', `it changes ${other} as well, which is no request`)
}

/** Landed and own changes are alike by now, so one look serves Parent and merge base. */
function newIn({ version }: AskedProof, merge: Merge): Outcome<true> {
  const change = merge.changes.get(version.path)
  if (change === undefined) return no('changes-differ', `it does not touch ${version.path}`)
  return change.before === null ? yes(true, 'it is new') : no('edited', `${version.path} existed before: merged requests do not change`)
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

interface People {
  readonly author: number
  readonly benches: readonly Bench[]
}

function onePerson(settings: Settings, account: number, who: string): Outcome<Person> {
  const found = personOf(settings, account)
  if (found.is === 'one') return yes(found.person, found.person.handle)
  if (found.is === 'nobody') return no('author-unknown', `${who} is nobody of the people map`)
  return no('ambiguous-person', `${who} is ${found.people.map((person) => person.handle).sort().join(' and ')} in the people map`)
}

function peopleUnder(settings: Settings, asked: AskedProof, author: number): Outcome<Person> {
  const requester = onePerson(settings, author, `the GitHub account ${author} that asked`)
  if (requester.is !== 'yes') return requester
  const name = asked.request.for.value
  const beneficiary = settings.people.get(id<'person'>(name))
  if (beneficiary === undefined) return no('beneficiary-unknown', `${name} is nobody of the people map`)
  const alone = onePerson(settings, beneficiary.githubId, `the GitHub account of ${name}`)
  return alone.is === 'yes' ? requester : alone
}

function askPeople(all: InForceAll, asked: AskedProof, author: number): Outcome<People> {
  const benches: Bench[] = []
  const seats: readonly (readonly [Judge, Settings])[] = [
    ['rules-at-landing', all.atLanding.settings],
    ['rules-now', all.now.settings],
    ['rules-at-head', all.head],
  ]
  for (const [name, settings] of seats) {
    const person = peopleUnder(settings, asked, author)
    if (person.is !== 'yes') return person
    benches.push({ name, settings, author: person.value.handle })
  }
  const handles = [...new Set(benches.map((bench) => bench.author))]
  return handles.length === 1
    ? yes({ author, benches }, `asked by ${handles[0]}, for ${asked.request.for.value}`)
    : no('resolves-otherwise', `the GitHub account ${author} is ${handles.join(' and then ')}`)
}

/** All names alike, and so the window too, which is what may be given. */
function askNames(asked: AskedProof, all: InForceAll): Outcome<Window> {
  const { request, version } = asked
  const [landing, now, head] = [all.atLanding.settings, all.now.settings, all.head].map((settings) =>
    meaningOf(request, settings, version.landedAt),
  )
  const name = differentName(landing, now) ?? differentName(landing, head)
  if (name !== null) return no('resolves-otherwise', `${name} means something else now than at the landing`)
  const window = windowOf(request, all.atLanding.settings, version.landedAt)
  return window === null ? no('rules-at-landing', 'it says no end') : yes(window, 'all the same')
}

function askAll(chain: Chain, all: InForceAll, evidence: LandingEvidence, pull: PullRequest, asked: AskedProof): Proof | undefined {
  const { version, request, repository, now } = asked
  const merge = examineMerge(chain, { evidence, pull, repository, now })
  if (merge === undefined) return undefined
  if (chain.ask('alone', aloneIn(asked, merge)) === undefined) return undefined
  if (chain.ask('new', newIn(asked, merge)) === undefined) return undefined
  if (chain.ask('bytes', bytesIn(asked, pull, merge)) === undefined) return undefined
  const author = chain.ask('author', requesterOf(request, version, pull, asked.form))
  if (author === undefined) return undefined
  const people = chain.ask('people', askPeople(all, asked, author))
  if (people === undefined) return undefined
  const window = chain.ask('names', askNames(asked, all))
  if (window === undefined) return undefined
  const reviews = chain.ask('reviews', fromAnswer(pull.reviews, 'all pages'))
  if (reviews === undefined) return undefined
  const said = whatWasSaid(reviews, merge.mergedAt, (review) =>
    review.blobs.is === 'unknown' ? review.blobs : { is: 'known', value: review.blobs.value.get(version.path) === version.blob },
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
