// What the rules said at the landing, say now and say at the head; what a bundle meant; what cannot be known.

import { known } from '../../../../src/core/model/edge-error.ts'
import type { Settings } from '../../../../src/core/model/settings.ts'
import { HOUR } from '../../../../src/core/model/time.ts'
import { AT, approvedBy, auto, breakGlass, policy, request, rule, settings } from '../company.ts'
import { asked, CHANGES, change, RULES, review, reviewed, SETTINGS, UNREAD } from '../proof-story.ts'
import { changed, type Row, without } from './ground.ts'

export const RULING: readonly Row[] = [
  [
    'auto needs no approval, but everything else',
    'proved',
    () => ({ everywhere: settings([rule('free', { ways: [auto] })]), pull: { reviews: reviewed() } }),
  ],
  [
    'auto is no way round the pull request',
    'no-pull-request',
    () => ({ everywhere: settings([rule('free', { ways: [auto] })]), pulls: known([]) }),
  ],
  [
    'auto is no way round the changes',
    'changes-differ',
    () => ({
      everywhere: settings([rule('free', { ways: [auto] })]),
      landing: { changes: known([...CHANGES, change('README.md', 'x', 'y')]) },
    }),
  ],
  [
    'break glass needs no approval',
    'proved',
    () => ({
      everywhere: settings([rule('glass', { ways: [breakGlass('marta')] })]),
      ask: { glass: true },
      pull: { reviews: reviewed() },
    }),
  ],
  [
    'being on call alone breaks no glass',
    'rules-at-landing',
    () => ({ everywhere: settings([rule('glass', { ways: [breakGlass('marta')] })]), pull: { reviews: reviewed() } }),
  ],
  [
    'break glass of somebody else',
    'rules-at-landing',
    () => ({
      everywhere: settings([rule('glass', { who: 'nils', ways: [breakGlass('nils')] })]),
      ask: { glass: true },
      pull: { reviews: reviewed() },
    }),
  ],
  ['no rule allowed it at the landing', 'rules-at-landing', () => ({ atLanding: settings([]) })],
  ['no rule allows it now', 'rules-now', () => ({ now: settings([]) })],
  [
    'a rule at the head denies it',
    'rules-at-head',
    () => ({ head: settings([...RULES, rule('no', { deny: 'not any more' })]) }),
  ],
  [
    'a looser head gives nothing',
    'rules-at-landing',
    () => ({ atLanding: settings([]), now: settings([]), head: SETTINGS }),
  ],
  [
    'the head asks for more approvals',
    'approvals-missing',
    () => ({ head: settings([rule('leads', { ways: [approvedBy('@leads', 2)] })]) }),
  ],
  ['the head does not validate', 'unknown', () => ({ head: null })],
  [
    'a hold at the head holds it back and is not final',
    'unknown',
    () => ({
      head: { ...SETTINGS, holds: [{ what: { is: 'everything' }, because: 'incident', since: null, at: AT }] },
    }),
  ],
  ['an approver has left since', 'approvals-missing', () => ({ now: without('lena'), head: without('lena') })],
  ['an approver lost the right since', 'approvals-missing', () => ({ now: changed('lena', { groups: [] }) })],
  ['an approver got the right only later', 'approvals-missing', () => ({ atLanding: changed('lena', { groups: [] }) })],
  [
    'one approver had the right then, another has it now',
    'approvals-missing',
    () => ({
      atLanding: changed('omar', { groups: [] }),
      now: changed('lena', { groups: [] }),
      head: settings([rule('leads', { ways: [approvedBy('@leads')] })]),
      pull: { reviews: reviewed(review('lena'), review('omar')) },
    }),
  ],
  [
    'one of two left and the other is enough',
    'proved',
    () => ({ now: changed('lena', { groups: [] }), pull: { reviews: reviewed(review('lena'), review('omar')) } }),
  ],
  [
    'one of two left and both are needed',
    'rules-now',
    () => ({
      everywhere: settings([rule('leads', { ways: [approvedBy('@leads', 2)] })]),
      now: { ...changed('lena', { groups: [] }), rules: [rule('leads', { ways: [approvedBy('@leads', 2)] })] },
      pull: { reviews: reviewed(review('lena'), review('omar')) },
    }),
  ],
  [
    'texts of policies that could matter are not known',
    'unknown',
    () => ({
      everywhere: settings([...RULES, rule('no', { what: { facets: { action: 's3:*' } }, deny: 'no buckets' })]),
      asked: { deciding: { ...asked().deciding, documents: new Map() } },
    }),
  ],
  ['it says no end', 'rules-at-landing', () => ({ asked: { request: { ...request({}), when: { is: 'default' } } } })],
]

const bundled = (items: readonly string[], duration: number | null): Settings => ({
  ...SETTINGS,
  bundles: new Map([['orders', { name: 'orders', says: 'Orders', duration, items: items.map(policy), at: AT }]]),
})

const asksBundle = () => ({
  ...request({}),
  lines: [
    {
      targets: [{ value: 'orders-prod', at: AT }],
      asked: { is: 'bundle' as const, bundle: { value: 'orders', at: AT } },
      at: AT,
    },
  ],
})
const S3 = 'AmazonS3ReadOnlyAccess'
const EC2 = 'AmazonEC2ReadOnlyAccess'

export const BUNDLES: readonly Row[] = [
  [
    'a bundle that says the same',
    'proved',
    () => ({ asked: { request: asksBundle() }, everywhere: bundled([S3], HOUR) }),
  ],
  [
    'a bundle in another order',
    'proved',
    () => ({ asked: { request: asksBundle() }, everywhere: bundled([S3, EC2], HOUR), now: bundled([EC2, S3], HOUR) }),
  ],
  [
    'a bundle that grew',
    'resolves-otherwise',
    () => ({ asked: { request: asksBundle() }, everywhere: bundled([S3], HOUR), now: bundled([S3, EC2], HOUR) }),
  ],
  [
    'a bundle that shrank at the head',
    'resolves-otherwise',
    () => ({ asked: { request: asksBundle() }, everywhere: bundled([S3, EC2], HOUR), head: bundled([S3], HOUR) }),
  ],
  [
    'a bundle that is gone',
    'resolves-otherwise',
    () => ({ asked: { request: asksBundle() }, everywhere: bundled([S3], HOUR), head: SETTINGS }),
  ],
  [
    'a default duration that changed',
    'resolves-otherwise',
    () => ({
      asked: { request: { ...asksBundle(), when: { is: 'default' } } },
      everywhere: bundled([S3], HOUR),
      now: bundled([S3], 2 * HOUR),
    }),
  ],
]

export const IN_FORCE: readonly Row[] = [
  [
    'no settings were in force',
    'bootstrap',
    () => ({ atLanding: { is: 'none', because: 'it landed before the start' } }),
  ],
  ['no settings are in force', 'bootstrap', () => ({ now: { is: 'none', because: 'the start does not validate' } })],
  ['the settings at the landing are unknown', 'unknown', () => ({ atLanding: { is: 'unknown', because: 'timeout' } })],
  ['the settings now are unknown', 'unknown', () => ({ now: { is: 'unknown', because: 'timeout' } })],
]

export const UNREADABLE: readonly Row[] = [
  ['the evidence', 'unknown', () => ({ asked: { evidence: UNREAD } })],
  ['the pull requests', 'unknown', () => ({ pulls: UNREAD })],
  ['the changes of the landing', 'unknown', () => ({ landing: { changes: UNREAD } })],
  ['the changes of the pull request', 'unknown', () => ({ pull: { changes: UNREAD } })],
  ['the bytes at its head', 'unknown', () => ({ pull: { headBlobs: UNREAD } })],
  ['its reviews', 'unknown', () => ({ pull: { reviews: UNREAD } })],
  [
    'the bytes of the only approval',
    'unknown',
    () => ({ pull: { reviews: reviewed(review('lena', { blobs: UNREAD })) } }),
  ],
]
