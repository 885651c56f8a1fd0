// Landings of every shape that GitHub can make, on real git: which are proved, and which are refused and why.

import { afterEach, describe, expect, it } from 'vitest'
import { versionsOf } from '../../src/core/approval/landing.ts'
import { examineRequest } from '../../src/core/approval/proof.ts'
import type { Verdict } from '../../src/core/approval/proof-verdict.ts'
import { settingsInForce, settingsToProve, settingsToRead } from '../../src/core/approval/settings-in-force.ts'
import { known } from '../../src/core/model/edge-error.ts'
import type { PersonId } from '../../src/core/model/id.ts'
import type { Person, Settings } from '../../src/core/model/settings.ts'
import { instantOf } from '../../src/core/model/time.ts'
import { filesAt } from '../../src/edges/git/files.ts'
import { refOid } from '../../src/sandbox/git/objects.ts'
import { claimMergeCommit, mergeCrafted, mergePull, mergeQueue } from '../../src/sandbox/github/actions/merging.ts'
import { addUser, fork, removeUser, renameUser } from '../../src/sandbox/github/actions/people.ts'
import { openPull, retarget } from '../../src/sandbox/github/actions/pulls.ts'
import { forcePush, push, pushToPull } from '../../src/sandbox/github/actions/pushing.ts'
import { dismiss, forgetReviewedCommits, review } from '../../src/sandbox/github/actions/reviews.ts'
import { newestPull } from '../../src/sandbox/github/records.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import {
  AT,
  approvedBy,
  carries,
  documents,
  knowledge,
  person,
  request,
  rule,
  settings,
} from '../core/approval/company.ts'
import { company, freshFolder } from '../sandbox/github-ground.ts'
import { acme, asking, landed, type Opened, opened, start, value, withSettings } from './github-story.ts'

const PATH = 'config/requests/r1.yaml'
const TEXT = 'for: marta\n'
const FILES = { [PATH]: TEXT }

let open: Opened | null = null
afterEach(async () => {
  await open?.served.close()
  open = null
})

/** marta asks, ivan approves; olga and eve own. Numbers are those of the sandbox's accounts. */
const staff = new Map<PersonId, Person>(
  ['marta', 'ivan', 'olga', 'eve'].map((handle, at) => [
    person(handle),
    {
      handle: person(handle),
      githubId: 101 + at,
      login: handle,
      email: `${handle}@example.com`,
      manager: null,
      groups: [],
      out: null,
      at: AT,
    },
  ]),
)
const SETTINGS: Settings = settings([rule('r', { ways: [approvedBy('ivan eve')] })], {
  people: staff,
  owners: { people: ['olga', 'eve'].map((name) => ({ value: person(name), at: AT })), approvals: 1 },
})

async function verdictOn(world: WithGithub, now: number = start + 100): Promise<Verdict> {
  open = await opened(world)
  const { evidence, history, repository } = open
  const files = value(await filesAt(repository, repository.head, 'config'))
  const file = files.find((one) => one.path === PATH)
  if (file === undefined) throw new Error('the request is not there')
  const version = versionsOf(history, files).get(PATH)
  if (version === undefined) throw new Error('the request has no version')
  const asked = asking(history, PATH)
  const chain = { history, directory: 'config', start: null }
  const found = await evidence.landings([asked, ...settingsToProve(chain)])
  const told = value(await evidence.repository())
  const inForce = settingsInForce({
    ...chain,
    settingsAt: new Map(settingsToRead(chain).map((commit) => [commit, known(SETTINGS)])),
    evidence: found,
    repository: told,
    now: instantOf(now),
  })
  const landing = found.get(version.landing)
  if (landing === undefined) throw new Error('no evidence')
  return examineRequest({
    request: { ...request({}), blob: file.blob, path: PATH },
    version,
    evidence: landing,
    repository: told,
    directory: 'config',
    settings: { atLanding: inForce.before(version.landing), now: inForce.now, head: SETTINGS },
    deciding: { knowledge, carries, documents, tags: new Map() },
    behind: { form: null, extension: null, within: 0 },
    now: instantOf(now),
  }).verdict
}

/** A branch with an open, approved pull request. */
function proposed(
  world: WithGithub,
  branch: string,
  files: Readonly<Record<string, string | null>>,
  author = 'marta',
): WithGithub {
  let next = push(world, { repository: acme, by: author, branch, files, at: start + 10 })
  next = openPull(next, { repository: acme, author, title: branch, head: branch, at: start + 20 })
  return approved(next)
}

const approved = (world: WithGithub, user = 'ivan', at = start + 30): WithGithub =>
  review(world, { repository: acme, pull: newestPull(world, acme).number, user, state: 'APPROVED', at })

const merge = (world: WithGithub, method: 'squash' | 'merge' | 'rebase' = 'squash', rest: object = {}): WithGithub =>
  mergePull(world, {
    repository: acme,
    pull: newestPull(world, acme).number,
    method,
    by: 'olga',
    at: start + 60,
    ...rest,
  })

const onMain = (world: WithGithub, files: Readonly<Record<string, string | null>>, at = start + 15): WithGithub =>
  push(world, { repository: acme, by: 'olga', branch: 'main', files, at })

const deleted = (): WithGithub =>
  onMain(landed(withSettings(), { branch: 'old', files: FILES }), { [PATH]: null }, start + 61)

const forked = (): WithGithub => {
  let world = fork(withSettings(), {
    repository: acme,
    by: 'marta',
    gitDirectory: `${freshFolder()}/fork.git`,
    at: start + 5,
  })
  world = push(world, { repository: 'marta/access', by: 'marta', branch: 'r1', files: FILES, at: start + 10 })
  world = openPull(world, {
    repository: acme,
    author: 'marta',
    title: 'r1',
    head: 'r1',
    fork: 'marta/access',
    at: start + 20,
  })
  return approved(world)
}

function headOfMain(world: WithGithub): string {
  const [repository] = world.github.repositories
  if (repository === undefined) throw new Error('no repository')
  return refOid(repository.gitDirectory, 'refs/heads/main') ?? ''
}

type Row = readonly [says: string, is: string, world: () => WithGithub, now?: number]

const GOOD: readonly Row[] = [
  ['a squash', 'proved', () => merge(proposed(withSettings(), 'r1', FILES))],
  ['a merge commit', 'proved', () => merge(proposed(withSettings(), 'r1', FILES), 'merge')],
  ['a rebase of one commit', 'proved', () => merge(proposed(withSettings(), 'r1', FILES), 'rebase')],
  [
    'a squash of a branch that is behind',
    'proved',
    () => merge(onMain(proposed(withSettings(), 'r1', FILES), { 'README.md': 'new\n' })),
  ],
  [
    'a merge commit of a branch that is behind',
    'proved',
    () => merge(onMain(proposed(withSettings(), 'r1', FILES), { 'README.md': 'new\n' }), 'merge'),
  ],
  [
    'a branch that was updated from main and approved again',
    'proved',
    () => {
      let world = onMain(proposed(withSettings(), 'r1', FILES), { 'README.md': 'new\n' })
      const pull = newestPull(world, acme)
      world = pushToPull(world, {
        repository: acme,
        pull: pull.number,
        by: 'marta',
        files: { 'README.md': 'new\n' },
        parents: [pull.head.oid, headOfMain(world)],
        at: start + 35,
      })
      return merge(approved(world, 'ivan', start + 40))
    },
  ],
  ['a pull request from a fork', 'proved', () => merge(forked())],
  [
    'a queue, committed long before it merged',
    'proved',
    () => {
      let world = proposed(withSettings(), 'r0', { 'config/requests/r0.yaml': 'for: ivan\n' })
      const first = newestPull(world, acme).number
      world = proposed(world, 'r1', FILES)
      return mergeQueue(world, {
        repository: acme,
        pulls: [first, newestPull(world, acme).number],
        method: 'squash',
        at: start + 60,
        committedAt: start + 40,
      })
    },
  ],
  [
    'several commits in one squash',
    'proved',
    () => {
      const world = proposed(withSettings(), 'r1', { [PATH]: 'for: ivan\n' })
      return merge(
        approved(
          pushToPull(world, { repository: acme, pull: 1, by: 'marta', files: FILES, at: start + 35 }),
          'ivan',
          start + 40,
        ),
      )
    },
  ],
  [
    'a renamed author',
    'proved',
    () => renameUser(merge(proposed(withSettings(), 'r1', FILES)), { login: 'marta', to: 'marta-2' }),
  ],
  [
    'a deleted request, added again by a new pull request',
    'proved',
    () => merge(proposed(deleted(), 'again', FILES), 'squash', { at: start + 70 }),
  ],
]

const BAD: readonly Row[] = [
  ['a direct push', 'no-pull-request', () => onMain(withSettings(), FILES)],
  [
    'a rebase of several commits',
    'changes-differ',
    () => {
      const world = proposed(withSettings(), 'r1', { 'config/requests/r0.yaml': 'for: ivan\n' })
      return merge(
        approved(
          pushToPull(world, { repository: acme, pull: 1, by: 'marta', files: FILES, at: start + 35 }),
          'ivan',
          start + 40,
        ),
        'rebase',
      )
    },
  ],
  [
    'an earlier commit of such a rebase',
    'not-this-landing',
    () => {
      const world = proposed(withSettings(), 'r1', FILES)
      return merge(
        approved(
          pushToPull(world, {
            repository: acme,
            pull: 1,
            by: 'marta',
            files: { 'config/requests/r0.yaml': 'for: ivan\n' },
            at: start + 35,
          }),
          'ivan',
          start + 40,
        ),
        'rebase',
      )
    },
  ],
  [
    'an edit of a merged request',
    'edited',
    () =>
      merge(
        proposed(landed(withSettings(), { branch: 'old', files: { [PATH]: 'for: ivan\n' } }), 'edit', FILES),
        'squash',
        { at: start + 70 },
      ),
  ],
  [
    'an edit inside the merge commit',
    'changes-differ',
    () =>
      mergeCrafted(proposed(withSettings(), 'r1', { [PATH]: 'for: ivan\n' }), {
        repository: acme,
        pull: 1,
        by: 'olga',
        at: start + 60,
        files: FILES,
      }),
  ],
  [
    'something slipped into the merge commit',
    'changes-differ',
    () =>
      mergeCrafted(proposed(withSettings(), 'r1', FILES), {
        repository: acme,
        pull: 1,
        by: 'olga',
        at: start + 60,
        files: { 'README.md': 'slipped\n' },
      }),
  ],
  [
    'a deleted request resurrected by a crafted merge',
    'changes-differ',
    () => {
      const old = landed(withSettings(), { branch: 'old', files: FILES })
      const before = proposed(old, 'other', { 'config/requests/r9.yaml': 'for: ivan\n' })
      const gone = onMain(before, { [PATH]: null }, start + 61)
      return mergeCrafted(gone, {
        repository: acme,
        pull: newestPull(gone, acme).number,
        by: 'olga',
        at: start + 70,
        files: FILES,
      })
    },
  ],
  [
    'bytes pushed after the approval',
    'approvals-missing',
    () =>
      merge(
        pushToPull(proposed(withSettings(), 'r1', { [PATH]: 'for: ivan\n' }), {
          repository: acme,
          pull: 1,
          by: 'marta',
          files: FILES,
          at: start + 40,
        }),
      ),
  ],
  ['another file with it', 'mixed', () => merge(proposed(withSettings(), 'r1', { ...FILES, 'README.md': 'x\n' }))],
  [
    'a rule with it',
    'mixed',
    () => merge(proposed(withSettings(), 'r1', { ...FILES, 'config/rules/all.yaml': 'x\n' })),
  ],
  [
    'a merge into another branch that then came by a push',
    'other-base',
    () => {
      let world = push(withSettings(), { repository: acme, by: 'olga', branch: 'develop', files: {}, at: start + 5 })
      world = push(world, { repository: acme, by: 'marta', branch: 'r1', files: FILES, at: start + 10 })
      world = openPull(world, { repository: acme, author: 'marta', title: 'r1', head: 'r1', at: start + 20 })
      world = approved(retarget(world, { repository: acme, pull: 1, base: 'develop', at: start + 25 }))
      world = merge(world)
      const commit = newestPull(world, acme).mergeCommit ?? ''
      return forcePush(world, { repository: acme, by: 'olga', branch: 'main', to: commit, at: start + 65 })
    },
  ],
  [
    'a record that names another commit as the merge',
    'changes-differ',
    () => {
      const world = onMain(
        merge(proposed(withSettings(), 'r1', { 'config/requests/r0.yaml': 'for: ivan\n' })),
        FILES,
        start + 65,
      )
      return claimMergeCommit(world, { repository: acme, pull: 1, commit: headOfMain(world) })
    },
  ],
  [
    'a deleted author',
    'author-unknown',
    () => removeUser(merge(proposed(withSettings(), 'r1', FILES)), { login: 'marta' }),
  ],
  [
    'somebody else under the old login',
    'author-unknown',
    () => {
      const world = addUser(removeUser(withSettings(), { login: 'marta' }), { id: 666, login: 'marta' })
      return merge(proposed(world, 'r1', FILES))
    },
  ],
  [
    'an approver who deleted the account',
    'approvals-missing',
    () => removeUser(merge(proposed(withSettings(), 'r1', FILES)), { login: 'ivan' }),
  ],
  [
    'a dismissed approval',
    'approvals-missing',
    () =>
      merge(
        dismiss(proposed(withSettings(), 'r1', FILES), { repository: acme, pull: 1, user: 'ivan', at: start + 40 }),
      ),
  ],
  [
    'an approved commit that was garbage-collected',
    'approvals-missing',
    () =>
      forgetReviewedCommits(merge(proposed(withSettings(), 'r1', FILES)), {
        repository: acme,
        pull: 1,
        at: start + 90,
      }),
  ],
  [
    'an approval after the merge',
    'approvals-missing',
    () => {
      let world = push(withSettings(), { repository: acme, by: 'marta', branch: 'r1', files: FILES, at: start + 10 })
      world = openPull(world, { repository: acme, author: 'marta', title: 'r1', head: 'r1', at: start + 20 })
      return approved(merge(world), 'ivan', start + 61)
    },
  ],
  [
    'an objection of another approver',
    'changes-requested',
    () =>
      merge(
        review(proposed(withSettings(), 'r1', FILES), {
          repository: acme,
          pull: 1,
          user: 'eve',
          state: 'CHANGES_REQUESTED',
          at: start + 40,
        }),
      ),
  ],
  [
    'a commit dated long after its merge',
    'clock',
    () => merge(proposed(withSettings(), 'r1', FILES), 'squash', { committedAt: start + 3600 }),
    start + 7200,
  ],
  [
    'a request that landed with the settings themselves',
    'bootstrap',
    () =>
      push(company(), {
        repository: acme,
        by: 'olga',
        branch: 'main',
        files: { ...FILES, 'config/daypass.yaml': 'x\n' },
        at: start + 5,
      }),
  ],
]

describe('a landing by a good way is proved', () => {
  it.each(GOOD.map(([says, is, world, now]) => ({ says, is, world, now })))(
    '$says: $is',
    async ({ is, world, now }) => {
      const given = await verdictOn(world(), now)
      expect([given.is, given]).toEqual([is, expect.anything()])
    },
  )
})

describe('a landing by a bad way is refused', () => {
  it.each(BAD.map(([says, is, world, now]) => ({ says, is, world, now })))('$says: $is', async ({ is, world, now }) => {
    const given = await verdictOn(world(), now)
    expect([given.is === 'refused' ? given.because : given.is, given]).toEqual([is, expect.anything()])
  })
})

describe('settings on real history', () => {
  const rules = { 'config/rules/all.yaml': 'rules: [x]\n' }
  const inForce = async (world: WithGithub): Promise<string> => {
    open = await opened(world)
    const chain = { history: open.history, directory: 'config', start: null }
    const found = await open.evidence.landings(settingsToProve(chain))
    const told = value(await open.evidence.repository())
    const settled = settingsInForce({
      ...chain,
      settingsAt: new Map(settingsToRead(chain).map((commit) => [commit, known(SETTINGS)])),
      evidence: found,
      repository: told,
      now: instantOf(start + 100),
    })
    const newest = open.history.landings[0]?.commit
    return settled.now.is === 'known' && settled.now.landing === newest
      ? 'the newest'
      : (settled.unproved.at(-1)?.because ?? settled.now.is)
  }
  const own = (world: WithGithub): WithGithub => approved(world, 'eve', start + 35)

  it('are in force when an owner approved them', async () => {
    expect(await inForce(merge(own(proposed(withSettings(), 's', rules))))).toBe('the newest')
    await open?.served.close()
    expect(await inForce(merge(own(proposed(withSettings(), 's', rules)), 'merge'))).toBe('the newest')
  })
  it('are not when only somebody else did, or nobody', async () => {
    expect(await inForce(merge(proposed(withSettings(), 's', rules)))).toBe('approvals-missing')
    await open?.served.close()
    expect(await inForce(onMain(withSettings(), rules))).toBe('no-pull-request')
  })
  it('are not when the branch was behind on settings, and are when it is behind on requests and holds', async () => {
    const behind = (files: Readonly<Record<string, string>>): WithGithub =>
      merge(onMain(own(proposed(withSettings(), 's', rules)), files))
    expect(await inForce(behind({ 'config/people.yaml': 'people: {}\n' }))).toBe('bytes-differ')
    await open?.served.close()
    expect(await inForce(behind({ ...FILES, 'README.md': 'x\n' }))).toBe('the newest')
  })
  it('are judged by what GitHub still has of commits that a force push took away', async () => {
    const replaced = (again: (world: WithGithub) => WithGithub): WithGithub => {
      let world = own(proposed(withSettings(), 's', { 'config/rules/all.yaml': 'rules: [other]\n' }))
      world = push(world, {
        repository: acme,
        by: 'marta',
        branch: 's2',
        files: rules,
        parents: [newestPull(world, acme).baseOid],
        at: start + 36,
      })
      const [repository] = world.github.repositories
      const oid = repository === undefined ? null : refOid(repository.gitDirectory, 'refs/heads/s2')
      return merge(again(forcePush(world, { repository: acme, by: 'marta', branch: 's', to: oid, at: start + 40 })))
    }
    expect(await inForce(replaced((world) => world))).toBe('approvals-missing')
    await open?.served.close()
    expect(await inForce(replaced((world) => approved(world, 'eve', start + 45)))).toBe('the newest')
  })
})
