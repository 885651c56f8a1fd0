// Whether a change of settings was approved by owners of the settings in force before it.

import type { Answer } from '../model/edge-error.ts'
import { type BlobId, id, type PersonId } from '../model/id.ts'
import type { Settings } from '../model/settings.ts'
import { type Instant, writeDuration } from '../model/time.ts'
import type { LandingEvidence, PullRequest, Repository } from './evidence.ts'
import { areaOf } from './landing.ts'
import { personOf } from './people-of.ts'
import {
  type Chain,
  type Concluded,
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
import { type Approval, type Said, whatWasSaid } from './proof-reviews.ts'

export interface AskedSettingsProof {
  /** The settings in force just before the landing. */
  readonly before: Settings
  readonly evidence: LandingEvidence
  readonly repository: Repository
  readonly directory: string
  readonly now: Instant
}

/** What a proved change of settings rests on. */
export interface SettingsProof {
  readonly pull: number
  readonly author: PersonId
  readonly reviews: readonly { readonly id: number; readonly author: number }[]
}

export interface SettingsExamination {
  readonly concluded: Concluded<SettingsProof>
  readonly examined: readonly Examined<SettingsProof>[]
}

type Contents = ReadonlyMap<string, BlobId | null>

function aloneIn({ directory }: AskedSettingsProof, merge: Merge): Outcome<true> {
  const other = [...merge.changes.keys()]
    .sort()
    .find((path) => ['requests', 'outside'].includes(areaOf(directory, path)))
  return other === undefined
    ? yes(true, 'settings only')
    : no('mixed', `it changes ${other} as well, which is no setting`)
}

/** Holds may be added by anybody at any time, so they are compared only where the landing itself changes them. */
function comparedIn({ directory }: AskedSettingsProof, merge: Merge): (path: string) => boolean {
  const holds = [...merge.changes.keys()].some((path) => areaOf(directory, path) === 'holds')
  return (path) => areaOf(directory, path) === 'settings' || (holds && areaOf(directory, path) === 'holds')
}

function differentFile(landed: Contents, other: Contents, compared: (path: string) => boolean): string | null {
  const paths = [...new Set([...landed.keys(), ...other.keys()])].filter(compared).sort()
  return paths.find((path) => (landed.get(path) ?? null) !== (other.get(path) ?? null)) ?? null
}

function bytesIn(evidence: LandingEvidence, pull: PullRequest, compared: (path: string) => boolean): Outcome<Contents> {
  if (evidence.settings === null) return unsure('the settings at the landing were not asked for')
  const landed = fromAnswer(evidence.settings, '')
  if (landed.is !== 'yes') return landed
  const head = fromAnswer(pull.headBlobs, '')
  if (head.is !== 'yes') return head
  const path = differentFile(landed.value, head.value, compared)
  return path === null
    ? yes(landed.value, `${[...landed.value.keys()].filter(compared).length} files, all alike`)
    : no(
        'bytes-differ',
        `${path} is other bytes at the head of the pull request: update the branch and have it reviewed again`,
      )
}

function authorOf({ before }: AskedSettingsProof, pull: PullRequest): Outcome<PersonId> {
  const { author } = pull
  if (author === null || author.type !== 'User') return no('author-unknown', 'no person opened it')
  const found = personOf(before, author.id)
  if (found.is === 'one') return yes(found.person.handle, found.person.handle)
  return found.is === 'nobody'
    ? no('author-unknown', `${author.login} is nobody of the people map`)
    : no('ambiguous-person', `${author.login} is several people of the people map`)
}

/** Owners who could be this account; an approval needs exactly one. */
function ownersOf(before: Settings, account: number): readonly PersonId[] {
  const owners = new Set(before.owners.people.map((owner) => owner.value))
  const found = personOf(before, account)
  const people = found.is === 'one' ? [found.person] : found.is === 'several' ? found.people : []
  return people.map((person) => person.handle).filter((handle) => owners.has(handle))
}

/** Why an approval is not one of another owner in good time, for people; null: it is. */
function amiss({ before }: AskedSettingsProof, author: PersonId, { account, login, age }: Approval): string | null {
  const found = personOf(before, account)
  if (found.is === 'several') return `${login} approved and is several people of the people map`
  if (found.is === 'one' && found.person.handle === author) return `${login} approved and opened it`
  if (ownersOf(before, account).length === 0) return `${login} approved and is no owner`
  return age <= before.limits.reviewAge
    ? null
    : `${login} approved ${writeDuration(age)} before the merge, which is too long`
}

/** Two accounts never count as two owners: people are counted, and the author is none of them. */
function approvalsIn(asked: AskedSettingsProof, said: Said, author: PersonId): Outcome<readonly Approval[]> {
  const { before } = asked
  const against = said.objections.find((one) => ownersOf(before, one.account).some((owner) => owner !== author))
  if (against !== undefined) return no('changes-requested', `${against.login} is an owner and asked for changes`)
  const owners = said.approvals.filter((one) => amiss(asked, author, one) === null)
  const counted = owners.filter((one) => one.sameBytes === 'yes')
  const needed = Math.max(1, before.owners.approvals)
  const numbers = `${counted.length} of ${needed} approvals by owners`
  if (counted.length >= needed) return yes(counted, `${numbers}: ${counted.map((one) => one.login).join(', ')}`)
  const unread = owners.filter((one) => one.sameBytes === 'unknown')
  if (unread.length > 0) return unsure(unread.map((one) => one.says).join('; '))
  const others = said.approvals.filter((one) => !counted.includes(one))
  return no('approvals-missing', [numbers, ...others.map((one) => amiss(asked, author, one) ?? one.says)].join('; '))
}

function askAll(chain: Chain, asked: AskedSettingsProof, pull: PullRequest): SettingsProof | undefined {
  const { evidence, repository, now } = asked
  const merge = examineMerge(chain, { evidence, pull, repository, now })
  if (merge === undefined) return undefined
  if (chain.ask('alone', aloneIn(asked, merge)) === undefined) return undefined
  const compared = comparedIn(asked, merge)
  const landed = chain.ask('bytes', bytesIn(evidence, pull, compared))
  if (landed === undefined) return undefined
  const author = chain.ask('author', authorOf(asked, pull))
  if (author === undefined) return undefined
  const reviews = chain.ask('reviews', fromAnswer(pull.reviews, 'all pages'))
  if (reviews === undefined) return undefined
  const said = whatWasSaid(
    reviews,
    merge.mergedAt,
    (review): Answer<boolean> =>
      review.blobs.is === 'unknown'
        ? review.blobs
        : { is: 'known', value: differentFile(landed, review.blobs.value, compared) === null },
  )
  const approvals = chain.ask('approvals', approvalsIn(asked, said, author))
  if (approvals === undefined) return undefined
  return { pull: pull.number, author, reviews: approvals.map((one) => ({ id: one.review, author: one.account })) }
}

/** Every check with its answer, pull request by pull request, and what follows from them. */
export function examineSettings(asked: AskedSettingsProof): SettingsExamination {
  const shared = openChain()
  const pulls = fromAnswer(asked.evidence.pulls, '')
  const told =
    pulls.is === 'yes' && pulls.value.length === 0
      ? no('no-pull-request', 'no merged pull request brought it to the default branch')
      : pulls
  if (told.is !== 'yes') {
    shared.ask('merged', told)
    const examined = [{ pull: null, checks: shared.checks, value: null }]
    return { examined, concluded: conclude<SettingsProof>(examined) }
  }
  const examined = [...told.value]
    .sort((a, b) => a.number - b.number)
    .map((pull) => {
      const own = openChain()
      const value = askAll(own, asked, pull) ?? null
      return { pull: pull.number, checks: own.checks, value }
    })
  return { examined, concluded: conclude(examined) }
}

/** Owners who are people of the map: without one nobody could ever change these settings. */
export const mappedOwners = (settings: Settings): readonly PersonId[] =>
  settings.owners.people.map((owner) => id<'person'>(owner.value)).filter((handle) => settings.people.has(handle))
