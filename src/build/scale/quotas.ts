// What AWS, GitHub and Okta allow at best, beside what was measured.

import { MOST_TOLD } from '../../core/conversation/news.ts'
import type { Case, Chosen } from './stage.ts'

export interface Quota {
  readonly what: string
  readonly limit: string
  /** What follows for grants by the thousand. */
  readonly atBest: string
  readonly measured: string
  readonly source: string
  /** `docs`: read in the vendor's documentation; `assumed`: from knowledge or estimate. Neither was tried against a live service. */
  readonly known: 'docs' | 'assumed'
}

/** Daypass's own limits (edges/aws/limiter.ts). */
const IAM_WRITES = 5
const CENTER_CALLS = 15
/** Of a set of its own, from nothing to assigned: four to eight by what is in it (bench/center.ts counts them). */
const CENTER_CALLS_EACH = 7
/** Okta gives one app half of a bucket of 100 a minute unless its owners say otherwise. */
const OKTA_CALLS = 50
const OKTA_CALLS_EACH = 3

const time = (seconds: number): string =>
  seconds < 120
    ? `${seconds.toFixed(0)} s`
    : seconds < 7200
      ? `${(seconds / 60).toFixed(0)} min`
      : `${(seconds / 3600).toFixed(1)} h`

const DASH = 'not measured here'

export function quotasOf(cases: readonly Case[], { size, grants }: Chosen): readonly Quota[] {
  const giving = cases.find(({ name }) => name === 'giving')?.jobs[0]
  const calls = (pattern: RegExp): number =>
    [...(giving?.calls ?? [])].reduce((sum, [call, count]) => sum + (pattern.test(call) ? count : 0), 0)
  const performing = giving?.phases.find(({ name }) => name.startsWith('performing'))?.took
  const told = (text: string): string => (giving === undefined ? DASH : text)
  const writes = calls(/^iam:(Create|Attach)/)
  const github = calls(/^github:(?!identity)/)
  const requests = Math.ceil(grants / 5)
  const each = grants / size.accounts
  return [
    {
      what: 'IAM calls a second in one account',
      limit: 'not published; Daypass writes 5',
      atBest: `${each} grants in an account, 2 writes each: ${time((each * 2) / IAM_WRITES)}; ${grants} in one account: ${time((grants * 2) / IAM_WRITES)}`,
      measured: told(
        `${writes} writes in ${time(performing ?? 0)}: ${(writes / (performing ?? 1)).toFixed(0)} a second over ${size.accounts} accounts`,
      ),
      source: 'AWS Security Blog on throttling (IAM and STS: token buckets, figures unpublished)',
      known: 'assumed',
    },
    {
      what: 'STS AssumeRole',
      limit: '600 a second an account and region',
      atBest: `${size.accounts} accounts entered in ${time(Math.max(1, size.accounts / 600))}`,
      measured: told(`${calls(/^sts:AssumeRole$/)} a run, 25 at once`),
      source: 'IAM User Guide, IAM and AWS STS quotas: from knowledge, not read',
      known: 'assumed',
    },
    {
      what: 'IAM customer managed policies an account',
      limit: '1,500, raisable to 10,000',
      atBest: 'so many grants of actions or policies at once in one account',
      measured: told(`${each} an account`),
      source: 'IAM User Guide, IAM and AWS STS quotas',
      known: 'docs',
    },
    {
      what: 'IAM managed policies attached to a user',
      limit: '10, raisable to 20',
      atBest: 'so many such grants of one person in one account; the next is blocked before anything is written',
      measured: DASH,
      source: 'IAM User Guide, IAM and AWS STS quotas',
      known: 'docs',
    },
    {
      what: 'Identity Center calls a second, whole organisation',
      limit: '20; Daypass makes 15',
      atBest: `${grants} sets of their own at ${CENTER_CALLS_EACH} calls: ${time((grants * CENTER_CALLS_EACH) / CENTER_CALLS)}, and no more than 3,500 sets stand at once`,
      measured: 'npm run bench -- --only center',
      source: 'IAM Identity Center User Guide, quotas (an older copy; permission sets 3,500 or 2,000 by edition)',
      known: 'docs',
    },
    {
      what: 'Identity Center assignments under way',
      limit: '10 or 15, by edition of the guide',
      atBest: `at 10 s each (assumed) one a second: ${grants} in ${time(grants)}; one role of an account at a time`,
      measured: DASH,
      source: 'IAM Identity Center User Guide, quotas (an older copy)',
      known: 'assumed',
    },
    {
      what: 'GitHub API with GITHUB_TOKEN',
      limit: '1,000 an hour a repository (15,000 on Enterprise Cloud)',
      atBest: told(`${Math.floor(1000 / Math.max(1, github))} such runs an hour`),
      measured: told(`${github} calls to prove ${requests} requests and tell ${Math.min(MOST_TOLD, requests)}`),
      source: 'GitHub Docs, Rate limits for the REST API',
      known: 'docs',
    },
    {
      what: 'GitHub content writes',
      limit: 'about 80 a minute, 500 an hour',
      atBest: `a comment for each of ${requests} requests: ${time((requests / 500) * 3600)} if each mutation of a document counts, which is not known`,
      measured: told(
        `${calls(/^github:DaypassGestures/)} documents of mutations for ${Math.min(MOST_TOLD, requests)} requests; a run tells no more, the rest is news for the next`,
      ),
      source: 'GitHub Docs, Rate limits for the REST API, secondary limits',
      known: 'docs',
    },
    {
      what: 'GitHub GraphQL points',
      limit: '2,000 a minute (secondary)',
      atBest: 'questions cost by how many nodes they ask for; the sandbox does not count them',
      measured: DASH,
      source: 'GitHub Docs, Rate limits for the REST API, secondary limits',
      known: 'docs',
    },
    {
      what: 'Jobs of a matrix; hours of a job',
      limit: '256; 6 on hosted runners',
      atBest: 'the inventory deals its accounts to at most 200 jobs',
      measured: `${cases.find(({ name }) => name === 'refresh')?.jobs.length ?? 'no'} jobs for the inventory`,
      source: 'GitHub Docs, Actions limits',
      known: 'docs',
    },
    {
      what: 'Okta, everything below an app, a minute',
      limit: '100, of which one client has half',
      atBest: `${OKTA_CALLS_EACH} calls a grant: ${Math.floor(OKTA_CALLS / OKTA_CALLS_EACH)} grants a minute, ${grants} in ${time((grants * OKTA_CALLS_EACH * 60) / OKTA_CALLS)}`,
      measured: 'npm run bench -- --only okta',
      source: 'Okta Developer, Rate limits (table of May 2025; live values stand in the admin dashboard alone)',
      known: 'docs',
    },
  ]
}
