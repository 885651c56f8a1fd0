// Whether a landed request is proved, refused or unknown: one sentence a row, and every refusal by name.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PullRequest, Review } from '../../../src/core/approval/evidence.ts'
import { examineRequest } from '../../../src/core/approval/proof.ts'
import type { Behind } from '../../../src/core/approval/proof-author.ts'
import { CHECKS } from '../../../src/core/approval/proof-chain.ts'
import { REFUSALS } from '../../../src/core/approval/proof-verdict.ts'
import { known } from '../../../src/core/model/edge-error.ts'
import { id, type PersonId } from '../../../src/core/model/id.ts'
import type { Person, Settings } from '../../../src/core/model/settings.ts'
import { DAY, HOUR, later, MINUTE } from '../../../src/core/model/time.ts'
import { AT, approvedBy, auto, breakGlass, person, policy, request, rule, settings } from './company.ts'
import {
  asked,
  blob,
  CHANGES,
  change,
  commit,
  force,
  MERGED,
  PATH,
  PULL,
  proofOf,
  RULES,
  review,
  reviewed,
  SETTINGS,
  type Spoil,
  UNREAD,
  user,
  verdict,
  word,
} from './proof-story.ts'

type Row = readonly [says: string, is: string, spoil: Spoil]

const two = (...paths: ReturnType<typeof change>[]): Spoil => ({
  landing: { changes: known(paths) },
  pull: { changes: known({ mergeBases: [commit('P')], paths }) },
})

const withPeople = (edit: (people: Map<PersonId, Person>) => void, base: Settings = SETTINGS): Settings => {
  const people = new Map(base.people)
  edit(people)
  return { ...base, people }
}

const changed = (handle: string, rest: Partial<Person>): Settings =>
  withPeople((people) => {
    const one = people.get(person(handle))
    if (one !== undefined) people.set(person(handle), { ...one, ...rest })
  })

const without = (handle: string): Settings => withPeople((people) => people.delete(person(handle)))

const moved = (rest: object): Settings => {
  const { aws } = SETTINGS
  return aws === null
    ? SETTINGS
    : {
        ...SETTINGS,
        aws: { ...aws, accounts: aws.accounts.map((one) => (one.name === 'orders-prod' ? { ...one, ...rest } : one)) },
      }
}

const LANDINGS: readonly Row[] = [
  ['a squash that an approver approved is proved', 'proved', {}],
  ['a merge commit whose parent is the merge base is the same', 'proved', { landing: { parent: commit('P') } }],
  [
    'a branch that is behind, with the same changes, is proved',
    'proved',
    { pull: { changes: known({ mergeBases: [commit('OLD')], paths: CHANGES }) } },
  ],
  [
    'a rebase of several commits lands as another commit than this',
    'not-this-landing',
    { pull: { mergeCommit: commit('L2') } },
  ],
  [
    'the last commit of such a rebase holds less than the pull request',
    'changes-differ',
    {
      pull: {
        changes: known({
          mergeBases: [commit('P')],
          paths: [...CHANGES, change('config/requests/r2.yaml', null, 'b2')],
        }),
      },
    },
  ],
  ['a direct push has no pull request', 'no-pull-request', { pulls: known([]) }],
  [
    'a pull request that was never merged brings nothing',
    'no-pull-request',
    { pull: { merged: false, mergedAt: null } },
  ],
  ['a time without a merge is not merged', 'no-pull-request', { pull: { merged: false } }],
  ['merged without a time is not merged', 'no-pull-request', { pull: { mergedAt: null } }],
  ['a merge into another branch', 'other-base', { pull: { baseRef: 'develop' } }],
  ['a merge into the default branch of a fork', 'other-base', { pull: { baseRepository: 8 } }],
  ['a merge without a commit', 'not-this-landing', { pull: { mergeCommit: null } }],
  [
    'one that carries the proof is enough',
    'proved',
    { pulls: known([{ ...PULL, number: 3, baseRef: 'develop' }, PULL]) },
  ],
  [
    'one that carries it is enough beside one that cannot be read',
    'proved',
    { pulls: known([{ ...PULL, number: 3, reviews: UNREAD }, PULL]) },
  ],
  [
    'one that cannot be read leaves it open',
    'unknown',
    {
      pulls: known([
        { ...PULL, number: 3, reviews: UNREAD },
        { ...PULL, baseRef: 'develop' },
      ]),
    },
  ],
  [
    'two halves of a proof are no proof',
    'not-this-landing',
    {
      pulls: known([
        { ...PULL, reviews: reviewed(), mergeCommit: commit('X') },
        { ...PULL, number: 13, mergeCommit: commit('Y') },
      ]),
    },
  ],
  [
    'a merge that changes more than the pull request',
    'changes-differ',
    { landing: { changes: known([...CHANGES, change('README.md', 'x', 'y')]) } },
  ],
  [
    'a merge that changes less',
    'changes-differ',
    {
      pull: {
        changes: known({
          mergeBases: [commit('P')],
          paths: [...CHANGES, change('config/requests/r2.yaml', null, 'b2')],
        }),
      },
    },
  ],
  [
    'other bytes edited into the merge',
    'changes-differ',
    {
      pull: {
        changes: known({ mergeBases: [commit('P')], paths: [change(PATH, null, 'b0')] }),
        headBlobs: known(new Map([[PATH, blob('b0')]])),
      },
    },
  ],
  [
    'a mode edited into the merge',
    'changes-differ',
    { landing: { changes: known([change(PATH, null, 'b1', '100755')]) } },
  ],
  [
    'other bytes before, and so another change',
    'changes-differ',
    { landing: { changes: known([change(PATH, 'b0', 'b1')]) } },
  ],
  [
    'a merge that resurrects a deleted request',
    'changes-differ',
    { pull: { changes: known({ mergeBases: [commit('OLD')], paths: [] }) } },
  ],
  ['histories that never met', 'changes-differ', { pull: { changes: known({ mergeBases: [], paths: [] }) } }],
  [
    'histories that met in several places',
    'changes-differ',
    { pull: { changes: known({ mergeBases: [commit('A'), commit('B')], paths: [] }) } },
  ],
  [
    'histories that never met, whatever is said to have changed',
    'changes-differ',
    { pull: { changes: known({ mergeBases: [], paths: CHANGES }) } },
  ],
  ['nothing changed at all', 'changes-differ', two()],
  ['another request landed, not this one', 'changes-differ', two(change('config/requests/r2.yaml', null, 'b2'))],
  ['an edit of a merged request', 'edited', two(change(PATH, 'b0', 'b1'))],
  ['a request that was deleted and is added again is new', 'proved', {}],
  ['several requests in one pull request', 'proved', two(...CHANGES, change('config/requests/r2.yaml', null, 'b2'))],
  ['a request and the deletion of another', 'proved', two(...CHANGES, change('config/requests/r0.yaml', 'b0', null))],
  ['a request and a rule together', 'mixed', two(...CHANGES, change('config/rules/all.yaml', 'x', 'y'))],
  ['a request and a hold together', 'mixed', two(...CHANGES, change('config/holds.yaml', null, 'y'))],
  ['a request and a workflow together', 'mixed', two(...CHANGES, change('.github/workflows/daypass.yml', 'x', 'y'))],
  ['a folder that only looks like requests', 'mixed', two(...CHANGES, change('config/requests-2/x.yaml', null, 'y'))],
]

const BYTES: readonly Row[] = [
  [
    'other bytes at the head of the default branch',
    'bytes-differ',
    { asked: { request: { ...request({}), blob: blob('b9') } } },
  ],
  [
    'other bytes at the head of the pull request',
    'bytes-differ',
    { pull: { headBlobs: known(new Map([[PATH, blob('b9')]])) } },
  ],
  ['no file at the head of the pull request', 'bytes-differ', { pull: { headBlobs: known(new Map([[PATH, null]])) } }],
  ['an executable file', 'bytes-differ', two(change(PATH, null, 'b1', '100755'))],
  ['a symlink', 'bytes-differ', two(change(PATH, null, 'b1', '120000'))],
  [
    'an approval of other bytes does not count',
    'approvals-missing',
    { pull: { reviews: reviewed(review('lena', { blobs: known(new Map([[PATH, blob('b0')]])) })) } },
  ],
  [
    'an approval of a commit without the file does not count',
    'approvals-missing',
    { pull: { reviews: reviewed(review('lena', { blobs: known(new Map()) })) } },
  ],
  [
    'an approval of a commit that is gone does not count',
    'approvals-missing',
    { pull: { reviews: reviewed(review('lena', { commit: null })) } },
  ],
  [
    'an approval of an older commit with the same bytes counts',
    'proved',
    { pull: { reviews: reviewed(review('lena', { commit: commit('H0') })) } },
  ],
]

const CLOCKS: readonly Row[] = [
  [
    'a landing dated five minutes after the merge',
    'proved',
    {
      landing: { at: later(MERGED, 5 * MINUTE) },
      asked: { version: { ...asked().version, landedAt: later(MERGED, 5 * MINUTE) }, now: later(MERGED, 10 * MINUTE) },
    },
  ],
  [
    'a landing dated a second later than that',
    'clock',
    {
      landing: { at: later(MERGED, 5 * MINUTE + 1) },
      asked: {
        version: { ...asked().version, landedAt: later(MERGED, 5 * MINUTE + 1) },
        now: later(MERGED, 10 * MINUTE),
      },
    },
  ],
  [
    'a landing dated hours before the merge: time in the queue counts',
    'proved',
    {
      landing: { at: later(MERGED, -HOUR) },
      asked: { version: { ...asked().version, landedAt: later(MERGED, -HOUR) } },
    },
  ],
  [
    'a landing dated more than two minutes in our future',
    'clock',
    {
      landing: { at: later(MERGED, 4 * MINUTE) },
      asked: { version: { ...asked().version, landedAt: later(MERGED, 4 * MINUTE) }, now: later(MERGED, MINUTE) },
    },
  ],
  ['evidence with another date than the history', 'unknown', { landing: { at: MERGED } }],
  ['evidence of another landing', 'unknown', { landing: { landing: commit('L9') } }],
]

const PEOPLE: readonly Row[] = [
  ['the author is deleted', 'author-unknown', { pull: { author: null } }],
  ['the author is a bot', 'author-unknown', { pull: { author: { type: 'Bot', id: 100, login: 'marta' } } }],
  ['the author is a mannequin', 'author-unknown', { pull: { author: { type: 'Mannequin', id: 100, login: 'marta' } } }],
  ['the author is nobody of the people map', 'author-unknown', { pull: { author: user('mallory') } }],
  [
    'the login of somebody else does not help',
    'author-unknown',
    { pull: { author: { type: 'User', id: 999, login: 'marta' } } },
  ],
  [
    'a new login of the same account is the same person',
    'proved',
    { pull: { author: { type: 'User', id: 100, login: 'marta-renamed' } } },
  ],
  ['the author has left since', 'author-unknown', { now: without('marta'), ask: { for: 'nils' } }],
  ['the author has left by the head alone', 'author-unknown', { head: without('marta'), ask: { for: 'nils' } }],
  ['the author is two people', 'ambiguous-person', { everywhere: changed('nils', { githubId: 100 }) }],
  [
    'the beneficiary shares an account with another',
    'ambiguous-person',
    { everywhere: changed('sam', { githubId: 106 }), ask: { for: 'carl' } },
  ],
  ['the beneficiary is nobody of the people map', 'beneficiary-unknown', { ask: { for: 'mallory' } }],
  ['the beneficiary has left since', 'beneficiary-unknown', { now: without('carl'), ask: { for: 'carl' } }],
  [
    'the account of the author is somebody else now',
    'resolves-otherwise',
    {
      now: withPeople((people) => {
        const marta = people.get(person('marta'))
        people.delete(person('marta'))
        if (marta !== undefined) people.set(person('marta-2'), { ...marta, handle: person('marta-2') })
      }),
      ask: { for: 'nils' },
    },
  ],
  ['for another where no rule allows it', 'author-not-requester', { ask: { for: 'carl' } }],
  [
    'for another where the rules allow it takes one approval more',
    'approvals-missing',
    {
      ask: { for: 'carl' },
      everywhere: settings([rule('leads', { ways: [approvedBy('@leads')], limits: { onBehalf: 'allowed' } })]),
    },
  ],
  [
    'for another with both approvals',
    'proved',
    {
      ask: { for: 'carl' },
      everywhere: settings([rule('leads', { ways: [approvedBy('@leads')], limits: { onBehalf: 'allowed' } })]),
      pull: { reviews: reviewed(review('lena'), review('omar')) },
    },
  ],
]

const REVIEWS: readonly Row[] = [
  ['nobody approved', 'approvals-missing', { pull: { reviews: reviewed() } }],
  [
    'the author approves',
    'approvals-missing',
    { pull: { author: user('lena'), reviews: reviewed(review('lena')) }, ask: { for: 'lena' } },
  ],
  [
    'the beneficiary approves',
    'approvals-missing',
    {
      ask: { for: 'lena' },
      everywhere: settings([
        rule('leads', { ways: [approvedBy('@leads @security')], limits: { onBehalf: 'allowed' } }),
      ]),
      pull: { reviews: reviewed(review('lena')) },
    },
  ],
  ['a second account of the author is nobody', 'approvals-missing', { pull: { reviews: reviewed(review('marta-2')) } }],
  ['somebody without the right approves', 'approvals-missing', { pull: { reviews: reviewed(review('nils')) } }],
  ['an outsider approves', 'approvals-missing', { pull: { reviews: reviewed(review('mallory')) } }],
  [
    'a bot with the number of an approver',
    'approvals-missing',
    { pull: { reviews: reviewed(review('lena', { author: { type: 'Bot', id: 102, login: 'lena' } })) } },
  ],
  [
    'a deleted account approved',
    'approvals-missing',
    { pull: { reviews: reviewed(review('lena', { author: null })) } },
  ],
  ['an approver who is two people', 'approvals-missing', { everywhere: changed('sam', { githubId: 102 }) }],
  ['a comment is no opinion', 'approvals-missing', { pull: { reviews: reviewed(review('?lena')) } }],
  [
    'a comment after the approval changes nothing',
    'proved',
    { pull: { reviews: reviewed(review('lena'), review('?lena', { submittedAt: later(MERGED, -60) })) } },
  ],
  ['a dismissed approval', 'approvals-missing', { pull: { reviews: reviewed(review('-lena')) } }],
  ['a dismissed objection clears', 'proved', { pull: { reviews: reviewed(review('-omar'), review('lena')) } }],
  [
    'a dismissal clears the approval before it',
    'approvals-missing',
    { pull: { reviews: reviewed(review('lena'), review('-lena', { submittedAt: later(MERGED, -60) })) } },
  ],
  [
    'an approval a second after the merge',
    'approvals-missing',
    { pull: { reviews: reviewed(review('lena', { submittedAt: later(MERGED, 1) })) } },
  ],
  [
    'an approval at the very second of the merge',
    'proved',
    { pull: { reviews: reviewed(review('lena', { submittedAt: MERGED })) } },
  ],
  [
    'an approval without a time',
    'approvals-missing',
    { pull: { reviews: reviewed(review('lena', { submittedAt: null })) } },
  ],
  [
    'an approval seven days old',
    'proved',
    { pull: { reviews: reviewed(review('lena', { submittedAt: later(MERGED, -7 * DAY) })) } },
  ],
  [
    'an approval a second older',
    'approvals-missing',
    { pull: { reviews: reviewed(review('lena', { submittedAt: later(MERGED, -7 * DAY - 1) })) } },
  ],
  [
    'approved, then objected',
    'changes-requested',
    { pull: { reviews: reviewed(review('lena', { submittedAt: later(MERGED, -2 * HOUR) }), review('!lena')) } },
  ],
  [
    'objected, then approved',
    'proved',
    { pull: { reviews: reviewed(review('!lena', { submittedAt: later(MERGED, -2 * HOUR) }), review('lena')) } },
  ],
  [
    'objected, and approved too late',
    'changes-requested',
    { pull: { reviews: reviewed(review('!lena'), review('lena', { submittedAt: later(MERGED, 9) }), review('omar')) } },
  ],
  ['another approver objects', 'changes-requested', { pull: { reviews: reviewed(review('lena'), review('!omar')) } }],
  [
    'an objection to older bytes stands',
    'changes-requested',
    { pull: { reviews: reviewed(review('lena'), review('!omar', { commit: null, blobs: UNREAD })) } },
  ],
  [
    'an objection after the merge still stands in the way',
    'changes-requested',
    { pull: { reviews: reviewed(review('lena'), review('!omar', { submittedAt: later(MERGED, 30) })) } },
  ],
  [
    'an objection without a time stands',
    'changes-requested',
    { pull: { reviews: reviewed(review('lena'), review('!omar', { submittedAt: null })) } },
  ],
  [
    'an objection of somebody without the right is none',
    'proved',
    { pull: { reviews: reviewed(review('lena'), review('!nils')) } },
  ],
  [
    'an objection of an outsider is none',
    'proved',
    { pull: { reviews: reviewed(review('lena'), review('!mallory')) } },
  ],
  [
    'an objection of an account that could be an approver',
    'changes-requested',
    { everywhere: changed('sam', { githubId: 103 }), pull: { reviews: reviewed(review('lena'), review('!omar')) } },
  ],
  [
    'two accounts of one account are one approval',
    'approvals-missing',
    {
      everywhere: settings([rule('leads', { ways: [approvedBy('@leads', 2)] })]),
      pull: { reviews: reviewed(review('lena'), review('lena')) },
    },
  ],
  ['a hundred and first review hides on a page that failed', 'unknown', { pull: { reviews: UNREAD } }],
]

const RULING: readonly Row[] = [
  [
    'auto needs no approval, but everything else',
    'proved',
    { everywhere: settings([rule('free', { ways: [auto] })]), pull: { reviews: reviewed() } },
  ],
  [
    'auto is no way round the pull request',
    'no-pull-request',
    { everywhere: settings([rule('free', { ways: [auto] })]), pulls: known([]) },
  ],
  [
    'auto is no way round the changes',
    'changes-differ',
    {
      everywhere: settings([rule('free', { ways: [auto] })]),
      landing: { changes: known([...CHANGES, change('README.md', 'x', 'y')]) },
    },
  ],
  [
    'break glass needs no approval',
    'proved',
    {
      everywhere: settings([rule('glass', { ways: [breakGlass('marta')] })]),
      ask: { glass: true },
      pull: { reviews: reviewed() },
    },
  ],
  [
    'being on call alone breaks no glass',
    'rules-at-landing',
    { everywhere: settings([rule('glass', { ways: [breakGlass('marta')] })]), pull: { reviews: reviewed() } },
  ],
  [
    'break glass of somebody else',
    'rules-at-landing',
    {
      everywhere: settings([rule('glass', { who: 'nils', ways: [breakGlass('nils')] })]),
      ask: { glass: true },
      pull: { reviews: reviewed() },
    },
  ],
  ['no rule allowed it at the landing', 'rules-at-landing', { atLanding: settings([]) }],
  ['no rule allows it now', 'rules-now', { now: settings([]) }],
  [
    'a rule at the head denies it',
    'rules-at-head',
    { head: settings([...RULES, rule('no', { deny: 'not any more' })]) },
  ],
  ['a looser head gives nothing', 'rules-at-landing', { atLanding: settings([]), now: settings([]), head: SETTINGS }],
  [
    'the head asks for more approvals',
    'approvals-missing',
    { head: settings([rule('leads', { ways: [approvedBy('@leads', 2)] })]) },
  ],
  ['the head does not validate', 'unknown', { head: null }],
  [
    'a hold at the head holds it back and is not final',
    'unknown',
    { head: { ...SETTINGS, holds: [{ what: { is: 'everything' }, because: 'incident', since: null, at: AT }] } },
  ],
  ['an approver has left since', 'approvals-missing', { now: without('lena'), head: without('lena') }],
  ['an approver lost the right since', 'approvals-missing', { now: changed('lena', { groups: [] }) }],
  ['an approver got the right only later', 'approvals-missing', { atLanding: changed('lena', { groups: [] }) }],
  [
    'one approver had the right then, another has it now',
    'approvals-missing',
    {
      atLanding: changed('omar', { groups: [] }),
      now: changed('lena', { groups: [] }),
      head: settings([rule('leads', { ways: [approvedBy('@leads')] })]),
      pull: { reviews: reviewed(review('lena'), review('omar')) },
    },
  ],
  [
    'one of two left and the other is enough',
    'proved',
    { now: changed('lena', { groups: [] }), pull: { reviews: reviewed(review('lena'), review('omar')) } },
  ],
  [
    'one of two left and both are needed',
    'rules-now',
    {
      everywhere: settings([rule('leads', { ways: [approvedBy('@leads', 2)] })]),
      now: { ...changed('lena', { groups: [] }), rules: [rule('leads', { ways: [approvedBy('@leads', 2)] })] },
      pull: { reviews: reviewed(review('lena'), review('omar')) },
    },
  ],
  [
    'texts of policies that could matter are not known',
    'unknown',
    {
      everywhere: settings([...RULES, rule('no', { what: { facets: { action: 's3:*' } }, deny: 'no buckets' })]),
      asked: { deciding: { ...asked().deciding, documents: new Map() } },
    },
  ],
  ['it says no end', 'rules-at-landing', { asked: { request: { ...request({}), when: { is: 'default' } } } }],
]

const NAMES: readonly Row[] = [
  [
    'the e-mail of the beneficiary changed since',
    'resolves-otherwise',
    { now: changed('marta', { email: 'other@example.com' }) },
  ],
  ['the e-mail changed at the head', 'resolves-otherwise', { head: changed('marta', { email: 'other@example.com' }) }],
  ['the account name means another account', 'resolves-otherwise', { now: moved({ id: '999999999999' }) }],
  ['the account is in another mode', 'resolves-otherwise', { head: moved({ mode: id<'mode'>('other') }) }],
  [
    'people are found another way in the account',
    'resolves-otherwise',
    { head: moved({ match: { by: 'tag', tag: 'mail' } }) },
  ],
  [
    'the account is in another partition',
    'resolves-otherwise',
    { head: SETTINGS.aws === null ? null : { ...SETTINGS, aws: { ...SETTINGS.aws, partition: 'aws-cn' } } },
  ],
  ['tags of the account may change', 'proved', { now: moved({ tags: { env: 'prod', team: 'other' } }) }],
]

const bundled = (items: readonly string[], duration: number | null): Settings => ({
  ...SETTINGS,
  bundles: new Map([['orders', { name: 'orders', says: 'Orders', duration, items: items.map(policy), at: AT }]]),
})

const ASKS_BUNDLE = {
  ...request({}),
  lines: [
    {
      targets: [{ value: 'orders-prod', at: AT }],
      asked: { is: 'bundle' as const, bundle: { value: 'orders', at: AT } },
      at: AT,
    },
  ],
}
const S3 = 'AmazonS3ReadOnlyAccess'
const EC2 = 'AmazonEC2ReadOnlyAccess'

const BUNDLES: readonly Row[] = [
  ['a bundle that says the same', 'proved', { asked: { request: ASKS_BUNDLE }, everywhere: bundled([S3], HOUR) }],
  [
    'a bundle in another order',
    'proved',
    { asked: { request: ASKS_BUNDLE }, everywhere: bundled([S3, EC2], HOUR), now: bundled([EC2, S3], HOUR) },
  ],
  [
    'a bundle that grew',
    'resolves-otherwise',
    { asked: { request: ASKS_BUNDLE }, everywhere: bundled([S3], HOUR), now: bundled([S3, EC2], HOUR) },
  ],
  [
    'a bundle that shrank at the head',
    'resolves-otherwise',
    { asked: { request: ASKS_BUNDLE }, everywhere: bundled([S3, EC2], HOUR), head: bundled([S3], HOUR) },
  ],
  [
    'a bundle that is gone',
    'resolves-otherwise',
    { asked: { request: ASKS_BUNDLE }, everywhere: bundled([S3], HOUR), head: SETTINGS },
  ],
  [
    'a default duration that changed',
    'resolves-otherwise',
    {
      asked: { request: { ...ASKS_BUNDLE, when: { is: 'default' } } },
      everywhere: bundled([S3], HOUR),
      now: bundled([S3], 2 * HOUR),
    },
  ],
]

const IN_FORCE: readonly Row[] = [
  ['no settings were in force', 'bootstrap', { atLanding: { is: 'none', because: 'it landed before the start' } }],
  ['no settings are in force', 'bootstrap', { now: { is: 'none', because: 'the start does not validate' } }],
  ['the settings at the landing are unknown', 'unknown', { atLanding: { is: 'unknown', because: 'timeout' } }],
  ['the settings now are unknown', 'unknown', { now: { is: 'unknown', because: 'timeout' } }],
]

const UNREADABLE: readonly Row[] = [
  ['the evidence', 'unknown', { asked: { evidence: UNREAD } }],
  ['the pull requests', 'unknown', { pulls: UNREAD }],
  ['the changes of the landing', 'unknown', { landing: { changes: UNREAD } }],
  ['the changes of the pull request', 'unknown', { pull: { changes: UNREAD } }],
  ['the bytes at its head', 'unknown', { pull: { headBlobs: UNREAD } }],
  ['its reviews', 'unknown', { pull: { reviews: UNREAD } }],
  ['the bytes of the only approval', 'unknown', { pull: { reviews: reviewed(review('lena', { blobs: UNREAD })) } }],
]

const BOT = { type: 'Bot', id: 41, login: 'daypass' } as const
const ISSUE = {
  number: 9,
  author: user('marta'),
  editors: [user('marta')],
  body: 'for: marta',
  createdAt: later(MERGED, -3600),
}
const WITHIN = 14 * 24 * 3600
const asIssue = { ...request({}), id: id<'request'>('issue-9'), issue: 9 }
const behindIssue = (issue: object, rest: object = {}): Behind => ({
  form: { bot: 41, issue: known({ ...ISSUE, ...issue }), blob: blob('b1'), ...rest },
  extension: null,
  within: WITHIN,
})
const form = (issue: object, rest: object = {}): Spoil => ({
  pull: { author: BOT },
  asked: { request: asIssue, behind: behindIssue(issue, rest) },
})

const FORMS: readonly Row[] = [
  ['a form: the author of the issue is the requester', 'proved', form({})],
  ['another bot', 'form-issue', form({}, { bot: 42 })],
  ['another issue', 'form-issue', form({ number: 10 })],
  ['an issue that somebody else edited', 'form-issue', form({ editors: [user('marta'), user('nils')] })],
  ['an issue that a deleted account edited', 'form-issue', form({ editors: [null] })],
  ['an issue whose author is gone', 'form-issue', form({ author: null })],
  ['an issue that a bot wrote', 'form-issue', form({ author: { ...BOT, id: 100 } })],
  ['an issue that says something else', 'form-issue', form({}, { blob: blob('b2') })],
  ['an issue that cannot be compiled', 'form-issue', form({}, { blob: null })],
  ['an issue that cannot be read', 'unknown', form({}, { issue: UNREAD })],
  ['an issue from long ago', 'form-issue', form({ createdAt: later(MERGED, -WITHIN - 1) })],
  [
    'an issue brought up again under another name',
    'form-issue',
    { ...form({}), asked: { ...form({}).asked, request: { ...asIssue, id: id<'request'>('once-more') } } },
  ],
  ['a person who writes that an issue asked', 'form-issue', { ...form({}), pull: { author: user('marta') } }],
  ['no forms are set up', 'form-issue', { pull: { author: BOT }, asked: { request: asIssue } }],
]

const COMMENT = {
  id: 77,
  author: user('marta'),
  body: '/extend 2h',
  createdAt: later(MERGED, -600),
  edited: false,
  landing: commit('FIRST'),
}
const asComment = { ...request({}), id: id<'request'>('r0-77'), extension: { comment: 77, of: 'r0' } }
const extending = (comment: object, rest: object = {}): Spoil => ({
  pull: { author: BOT },
  asked: {
    request: asComment,
    behind: {
      form: null,
      extension: {
        bot: 41,
        comment: known({ ...COMMENT, ...comment }),
        extended: { landing: commit('FIRST') },
        blob: blob('b1'),
        ...rest,
      },
      within: WITHIN,
    },
  },
})

const EXTENSIONS: readonly Row[] = [
  ['a comment: its author is the requester', 'proved', extending({})],
  ['another bot', 'form-issue', extending({}, { bot: 42 })],
  ['another comment', 'form-issue', extending({ id: 78 })],
  ['a comment that was edited', 'form-issue', extending({ edited: true })],
  ['a comment by a bot', 'form-issue', extending({ author: BOT })],
  ['a comment whose author is gone', 'form-issue', extending({ author: null })],
  ['a comment on another pull request', 'form-issue', extending({ landing: commit('OTHER') })],
  ['a comment on what never landed', 'form-issue', extending({ landing: null }, { extended: null })],
  ['a comment that asks for something else', 'form-issue', extending({}, { blob: blob('b2') })],
  ['a comment that is no command', 'form-issue', extending({}, { blob: null })],
  ['a comment from long ago', 'form-issue', extending({ createdAt: later(MERGED, -WITHIN - 1) })],
  ['a comment that cannot be read', 'unknown', extending({}, { comment: UNREAD })],
  [
    'a comment brought up again under another name',
    'form-issue',
    { ...extending({}), asked: { ...extending({}).asked, request: { ...asComment, id: id<'request'>('r0-78') } } },
  ],
  ['a person who writes that a comment asked', 'form-issue', { ...extending({}), pull: { author: user('marta') } }],
]

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'the landing': LANDINGS,
  bytes: BYTES,
  clocks: CLOCKS,
  people: PEOPLE,
  reviews: REVIEWS,
  rules: RULING,
  names: NAMES,
  bundles: BUNDLES,
  'settings in force': IN_FORCE,
  'what cannot be read': UNREADABLE,
  forms: FORMS,
  extensions: EXTENSIONS,
}

for (const [name, rows] of Object.entries(TABLES))
  describe(name, () => {
    it.each(rows)('%s: %s', (_says, is, spoil) => {
      const given = verdict(spoil)
      expect([word(given), JSON.stringify(given)]).toEqual([is, expect.anything()])
    })
  })

describe('a proof', () => {
  it('names everything it rests on', () => {
    const proof = proofOf(verdict({ atLanding: force(SETTINGS, 'S1'), now: force(SETTINGS, 'S2') }))
    expect(proof).toMatchObject({
      pull: 12,
      author: 100,
      reviews: [{ id: 1, author: 102 }],
      way: 'approvedBy',
      afterwards: null,
      rule: 'leads',
      settingsAtLanding: 'S1',
      settingsNow: 'S2',
      mergedAt: MERGED,
    })
    expect(proof.window).toEqual({ from: later(MERGED, 2), until: later(MERGED, 2 + 2 * HOUR) })
  })

  it('names only approvals that counted', () => {
    const reviews = reviewed(review('nils'), review('lena'), review('omar', { commit: null }))
    expect(proofOf(verdict({ pull: { reviews } })).reviews).toEqual([{ id: 2, author: 102 }])
  })

  it('can be refused for every reason of the list', () => {
    const seen = new Set(Object.values(TABLES).flatMap((rows) => rows.map(([, is]) => is)))
    expect(Object.keys(REFUSALS).filter((one) => !seen.has(one))).toEqual([])
  })

  it('is explained by the very checks it follows from', () => {
    for (const [says, , spoil] of Object.values(TABLES).flat()) {
      const { verdict: given, examined } = examineRequest(asked(spoil))
      const firsts = examined.map(({ checks }) => checks.find((check) => check.answer !== 'yes')?.answer ?? 'yes')
      const wanted = ({ proved: 'yes', refused: 'no', unknown: 'unknown' } as const)[given.is]
      expect([says, firsts.includes(wanted)]).toEqual([says, true])
      if (given.is === 'refused') expect(firsts).not.toContain('unknown')
      for (const { checks } of examined) for (const check of checks) expect(CHECKS).toHaveProperty(check.name)
    }
  })

  it('asks nothing more once a check was not answered with yes, but for what the other rules say', () => {
    for (const [says, , spoil] of Object.values(TABLES).flat()) {
      const { examined } = examineRequest(asked(spoil))
      for (const { checks } of examined) {
        const first = checks.findIndex((check) => check.answer !== 'yes')
        const after = first < 0 ? [] : checks.slice(first + 1).filter(({ name }) => !name.startsWith('rules-'))
        expect([says, after]).toEqual([says, []])
      }
    }
  })
})

describe('opinions', () => {
  const some = fc.array(
    fc.record({
      text: fc.constantFrom('lena', '!lena', '-lena', '?lena', 'omar', '!omar', 'nils', '!mallory'),
      ago: fc.integer({ min: -9, max: 9 }),
    }),
    { maxLength: 8 },
  )
  const built = (all: readonly { text: string; ago: number }[]): readonly Review[] =>
    all.map(({ text, ago }, at) => review(text, { submittedAt: later(MERGED, -ago * HOUR) }, at + 1))
  const said = (reviews: readonly Review[]): PullRequest['reviews'] => known(reviews)

  it('are judged alike in whatever order they are told', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const reviews = built(all)
        const mixed = reviews
          .map((one) => ({ one, key: numbers.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(verdict({ pull: { reviews: said(mixed) } })).toEqual(verdict({ pull: { reviews: said(reviews) } }))
      }),
    )
  })

  it('never prove without an approver whose last word before the merge was yes', () => {
    fc.assert(
      fc.property(some, (all) => {
        const reviews = built(all)
        const lastOf = (login: string) =>
          reviews
            .filter(
              (one) => one.author?.login === login && one.state !== 'COMMENTED' && (one.submittedAt ?? 0) <= MERGED,
            )
            .sort((a, b) => (a.submittedAt ?? 0) - (b.submittedAt ?? 0) || a.id - b.id)
            .at(-1)?.state
        const approved = ['lena', 'omar'].some((login) => lastOf(login) === 'APPROVED')
        if (!approved) expect(verdict({ pull: { reviews: said(reviews) } }).is).not.toBe('proved')
      }),
    )
  })

  it('an objection more never helps', () => {
    fc.assert(
      fc.property(some, fc.constantFrom('!lena', '!omar'), (all, against) => {
        const more = [...built(all), review(against, { submittedAt: later(MERGED, 20 * HOUR) }, 99)]
        expect(verdict({ pull: { reviews: said(more) } }).is).not.toBe('proved')
      }),
    )
  })
})
