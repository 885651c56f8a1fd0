// A GitHub in which everything that REST and GraphQL can show is there once: all that the contract is checked on.

import { join } from 'node:path'
import { entryAt, treeOf } from '../../src/sandbox/git/objects.ts'
import { headOf } from '../../src/sandbox/git/repository.ts'
import { mergePull } from '../../src/sandbox/github/actions/merging.ts'
import { addUser, fork, removeUser, secure } from '../../src/sandbox/github/actions/people.ts'
import { forgetFork, openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { comment, editIssue, openIssue, review } from '../../src/sandbox/github/actions/reviews.ts'
import { newestPull, thePull, theRepository, withPull, withRepository } from '../../src/sandbox/github/records.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import { acme, company, freshFolder, start } from '../sandbox/github-ground.ts'

export { acme, start }

export interface Names {
  readonly main: string
  readonly ask: string
  readonly tree: string
  readonly blob: string
  readonly merged: string
  readonly review: number
  readonly comment: number
  readonly issueComment: number
  readonly checkRun: number
}

const files = {
  'ask.yaml': 'for: marta\n',
  'dir/deep.txt': 'deep\n',
  'dir/link': { mode: '120000', bytes: '../ask.yaml' },
  'dir/out': { mode: '120000', bytes: '/etc/passwd' },
  'bin/run': { mode: '100755', bytes: Buffer.from([0, 1, 2]) },
} as const

/** Number 1 open, 2 merged, 3 open against `target`, 4 open from a fork that is gone, 5 an issue. */
function withPulls(): WithGithub {
  let world = addUser(company(), { id: 201, login: 'gone' })
  world = addUser(world, { id: 202, login: 'imported', type: 'Mannequin' })
  const on = { repository: acme, by: 'marta' }
  world = push(world, { repository: acme, by: 'olga', branch: 'target', files: { 'target.txt': 'x\n' }, at: start + 1 })
  for (const branch of ['ask', 'done', 'scratch', 'doomed', 'fresh'])
    world = push(world, {
      ...on,
      branch,
      files: branch === 'ask' ? files : { [`${branch}.txt`]: `${branch}\n` },
      at: start + 2,
    })
  for (const head of ['ask', 'done'])
    world = openPull(world, { repository: acme, author: 'marta', head, title: head, at: start + 3 })
  for (const user of ['ivan', 'gone', 'imported', 'github-actions[bot]'])
    world = review(world, { repository: acme, pull: 1, user, state: 'APPROVED', at: start + 4 })
  world = mergePull(world, { repository: acme, pull: 2, method: 'merge', by: 'olga', at: start + 5 })
  world = push(world, { ...on, branch: 'third', files: { 'third.txt': '3\n' }, at: start + 6 })
  world = openPull(world, {
    repository: acme,
    author: 'marta',
    head: 'third',
    base: 'target',
    title: 'third',
    at: start + 7,
  })
  world = fork(world, { repository: acme, by: 'eve', gitDirectory: join(freshFolder(), 'fork.git'), at: start + 8 })
  world = push(world, {
    repository: 'eve/access',
    by: 'eve',
    branch: 'away',
    files: { 'away.txt': '4\n' },
    at: start + 9,
  })
  world = openPull(world, {
    repository: acme,
    fork: 'eve/access',
    author: 'eve',
    head: 'away',
    title: 'away',
    at: start + 10,
  })
  return forgetFork(world, { repository: acme, pull: newestPull(world, acme).number, at: start + 11 })
}

const checkRun = (headOid: string) => ({
  id: 901,
  name: 'Daypass',
  headOid,
  app: 'github-actions',
  status: 'completed' as const,
  conclusion: 'success',
  externalId: 'x',
  detailsUrl: null,
  startedAt: start,
  completedAt: start + 1,
  output: { title: 't', summary: 's', text: null },
  annotations: [],
})

export function fullGithub(): { readonly world: WithGithub; readonly names: Names } {
  let world = withPulls()
  world = openIssue(world, {
    repository: acme,
    author: 'eve',
    title: 'Form',
    body: 'one',
    labels: ['daypass'],
    at: start + 20,
  })
  world = editIssue(world, { repository: acme, issue: 5, by: 'olga', body: 'two', at: start + 21 })
  world = comment(world, {
    repository: acme,
    number: 1,
    author: 'github-actions[bot]',
    body: 'verdict',
    at: start + 22,
  })
  world = comment(world, { repository: acme, number: 5, author: 'gone', body: 'bye', at: start + 23 })
  world = withPull(world, 7001, 1, {
    labels: ['daypass'],
    requestedReviewers: [103],
    events: [
      { is: 'closed', at: start + 23 },
      { is: 'reopened', at: start + 24 },
      { is: 'ready', at: start + 25 },
    ],
  })
  world = secure(world, {
    repository: acme,
    rulesets: [
      {
        id: 55,
        name: 'main',
        enforcement: 'active',
        branches: ['~DEFAULT_BRANCH'],
        rules: ['deletion', 'non_fast_forward', 'pull_request'],
        approvals: 1,
        bypass: [{ type: 'RepositoryRole', id: 5, mode: 'always' }],
      },
    ],
    protection: { main: { approvals: 2, admins: true } },
    environments: [
      { id: 601, name: 'daypass-apply', branches: ['main'], reviewers: true },
      { id: 611, name: 'open', branches: 'every', reviewers: false },
    ],
    secrets: ['OKTA_KEY'],
  })
  const repository = theRepository(world, acme)
  const ask = thePull(world, acme, 1).head.oid
  const [said, later] = repository.comments
  const on = { kind: 'comment' as const, id: said?.id ?? 0 }
  world = withRepository(world, 7001, {
    labels: ['daypass'],
    comments: repository.comments.map((one) => (one.body === 'bye' ? { ...one, updatedAt: start + 24 } : one)),
    checkRuns: [checkRun(ask)],
    reactions: [
      { id: 801, on, user: 102, content: 'eyes', createdAt: start + 24 },
      { id: 802, on: { kind: 'issue', id: 5 }, user: 201, content: '+1', createdAt: start + 25 },
    ],
  })
  world = removeUser(world, { login: 'gone' })
  const main = headOf(repository, 'main') ?? ''
  const names = {
    main,
    ask,
    tree: treeOf(repository.gitDirectory, ask) ?? '',
    blob: entryAt(repository.gitDirectory, ask, 'ask.yaml')?.oid ?? '',
    merged: thePull(world, acme, 2).mergeCommit ?? '',
    review: thePull(world, acme, 1).reviews[0]?.id ?? 0,
    comment: said?.id ?? 0,
    issueComment: later?.id ?? 0,
    checkRun: 901,
  }
  return { world, names }
}
