import { describe, expect, it } from 'vitest'
import { readCommit, readTree } from '../../src/sandbox/git/objects.ts'
import { headOf, isAncestor } from '../../src/sandbox/git/repository.ts'
import { git } from '../../src/sandbox/git/run.ts'
import { mergeCrafted, mergePull, mergeQueue, tryMerge } from '../../src/sandbox/github/actions/merging.ts'
import { removeUser, renameUser } from '../../src/sandbox/github/actions/people.ts'
import { closePull, openPull, retarget } from '../../src/sandbox/github/actions/pulls.ts'
import { forcePush, push, pushToPull } from '../../src/sandbox/github/actions/pushing.ts'
import { dismiss, forgetReviewedCommits, review } from '../../src/sandbox/github/actions/reviews.ts'
import { associatedPulls } from '../../src/sandbox/github/associated.ts'
import { thePull, theRepository, userNamed, userOf } from '../../src/sandbox/github/records.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import { acme, company, start } from './github-ground.ts'

const asks = (world: WithGithub, branch: string, files = { [`${branch}.yaml`]: 'for: marta\n' }): WithGithub =>
  openPull(push(world, { repository: acme, by: 'marta', branch, files, at: start + 10 }), {
    repository: acme,
    author: 'marta',
    head: branch,
    title: branch,
    at: start + 20,
  })

const main = (world: WithGithub): string => headOf(theRepository(world, acme), 'main') ?? ''
const commitAt = (world: WithGithub, oid: string) => readCommit(theRepository(world, acme).gitDirectory, oid)

describe('what people do on GitHub', () => {
  it('a world is JSON, and an action leaves the world before it as it was', () => {
    const before = asks(company(), 'one')
    const kept = JSON.stringify(before)
    const after = mergePull(before, { repository: acme, pull: 1, method: 'squash', by: 'olga', at: start + 30 })
    expect(JSON.stringify(before)).toBe(kept)
    expect(JSON.parse(JSON.stringify(after))).toEqual(after)
  })

  it.each([
    ['merge', 2, 'olga', 2],
    ['squash', 1, 'marta', 1],
    ['rebase', 1, 'marta', 1],
  ] as const)('the button %s makes the landing, dated as told', (method, parents, author, landed) => {
    const opened = asks(company(), 'one')
    const base = main(opened)
    const world = mergePull(opened, { repository: acme, pull: 1, method, by: 'olga', at: start + 30 })
    const pull = thePull(world, acme, 1)
    expect(pull).toMatchObject({
      state: 'merged',
      mergedAt: start + 30,
      mergedBy: 103,
      mergeCommit: main(world),
      baseOid: base,
    })
    expect(pull.landed).toHaveLength(landed)
    const landing = commitAt(world, main(world))
    expect(landing).toMatchObject({ author: { name: author }, committer: { name: 'GitHub', at: start + 30 } })
    expect(landing?.parents[0]).toBe(base)
    expect(landing?.parents).toHaveLength(parents)
    expect(
      associatedPulls(world.github, theRepository(world, acme), main(world)).pulls.map((one) => one.number),
    ).toEqual([1])
  })

  it('a queue stacks pull requests and moves the branch once, later than the commits were made', () => {
    const opened = asks(asks(company(), 'one'), 'two')
    const world = mergeQueue(opened, {
      repository: acme,
      pulls: [1, 2],
      method: 'squash',
      committedAt: start + 30,
      at: start + 90,
    })
    const [first, second] = [thePull(world, acme, 1), thePull(world, acme, 2)]
    expect(second.mergeCommit).toBe(main(world))
    expect(commitAt(world, main(world))?.parents).toEqual([first.mergeCommit])
    expect(commitAt(world, main(world))?.committer.at).toBe(start + 30)
    expect([first.mergedAt, second.mergedAt]).toEqual([start + 90, start + 90])
  })

  it('a crafted merge counts as merged though it holds what the pull request does not', () => {
    const world = mergeCrafted(asks(company(), 'one'), {
      repository: acme,
      pull: 1,
      by: 'ivan',
      files: { 'evil.yaml': 'for: ivan\n' },
      at: start + 30,
    })
    expect(thePull(world, acme, 1)).toMatchObject({ state: 'merged', mergeCommit: main(world), mergedBy: 102 })
    expect(readTree(theRepository(world, acme).gitDirectory, main(world)).map((entry) => entry.name)).toContain(
      'evil.yaml',
    )
  })

  it('a conflict merges nothing', () => {
    const world = asks(asks(company(), 'one', { 'same.yaml': 'one\n' }), 'two', { 'same.yaml': 'two\n' })
    const merged = mergePull(world, { repository: acme, pull: 1, method: 'squash', by: 'olga', at: start + 30 })
    expect(tryMerge(merged, { repository: acme, pull: 2, method: 'squash', by: 'olga', at: start + 40 })).toBeNull()
  })

  it.each([
    ['merge', 'merged'],
    ['squash', 'open'],
  ] as const)('a %s of the upper of two stacked pull requests leaves the lower one %s', (method, state) => {
    const lower = asks(company(), 'one')
    const parents = [thePull(lower, acme, 1).head.oid]
    const above = { repository: acme, by: 'marta', branch: 'two', parents, files: { 'two.yaml': 'x' }, at: start + 11 }
    const upper = { repository: acme, author: 'marta', head: 'two', title: 'two', at: start + 20 }
    const stacked = openPull(push(lower, above), upper)
    const world = mergePull(stacked, { repository: acme, pull: 2, method, by: 'olga', at: start + 30 })
    expect(thePull(world, acme, 1)).toMatchObject({ state, mergeCommit: state === 'merged' ? main(world) : null })
  })

  it('a push straight to main belongs to no pull request', () => {
    const world = push(company(), {
      repository: acme,
      by: 'ivan',
      branch: 'main',
      files: { 'x.yaml': 'x' },
      at: start + 5,
    })
    expect(associatedPulls(world.github, theRepository(world, acme), main(world)).pulls).toEqual([])
  })

  it('a push to a pull request moves its head and keeps reviews at the old one', () => {
    const reviewed = review(asks(company(), 'one'), {
      repository: acme,
      pull: 1,
      user: 'ivan',
      state: 'APPROVED',
      at: start + 25,
    })
    const old = thePull(reviewed, acme, 1).head.oid
    const world = pushToPull(reviewed, {
      repository: acme,
      pull: 1,
      by: 'ivan',
      files: { 'one.yaml': 'for: ivan\n' },
      at: start + 26,
    })
    const pull = thePull(world, acme, 1)
    expect(pull.head.oid).not.toBe(old)
    expect(pull.commits).toHaveLength(2)
    expect(pull.reviews[0]?.commit).toBe(old)
    expect(git(theRepository(world, acme).gitDirectory, ['rev-parse', 'refs/pull/1/head'])).toBe(pull.head.oid)
  })

  it('a deleted head branch closes, a force push rewrites, a new base recounts', () => {
    const opened = asks(company(), 'one')
    expect(
      thePull(forcePush(opened, { repository: acme, by: 'marta', branch: 'one', to: null, at: start + 30 }), acme, 1)
        .state,
    ).toBe('closed')
    const two = asks(asks(company(), 'one'), 'two')
    const rewritten = forcePush(two, {
      repository: acme,
      by: 'marta',
      branch: 'one',
      to: thePull(two, acme, 2).head.oid,
      at: start + 30,
    })
    expect(thePull(rewritten, acme, 1).head.oid).toBe(thePull(two, acme, 2).head.oid)
    const other = asks(company(), 'one')
    const based = push(other, {
      repository: acme,
      by: 'olga',
      branch: 'release',
      files: { 'r.yaml': 'r' },
      at: start + 30,
    })
    const retargeted = thePull(retarget(based, { repository: acme, pull: 1, base: 'release', at: start + 31 }), acme, 1)
    expect(retargeted).toMatchObject({ base: 'release', baseOid: headOf(theRepository(based, acme), 'release') })
    expect(thePull(closePull(other, { repository: acme, pull: 1, at: start + 31 }), acme, 1)).toMatchObject({
      state: 'closed',
      mergedAt: null,
    })
  })

  it('a dismissal keeps the review in its place, and its commit can be forgotten', () => {
    const on = { repository: acme, pull: 1, at: start + 30 }
    const reviewed = review(asks(company(), 'one'), { ...on, user: 'ivan', state: 'APPROVED' })
    const dismissed = dismiss(review(reviewed, { ...on, user: 'ivan', state: 'COMMENTED' }), { ...on, user: 'ivan' })
    expect(thePull(dismissed, acme, 1).reviews.map((one) => one.state)).toEqual(['DISMISSED', 'COMMENTED'])
    expect(thePull(forgetReviewedCommits(reviewed, on), acme, 1).reviews[0]?.commit).toBeNull()
  })

  it('a renamed login is free for others while the id stays; a removed user is a ghost', () => {
    const renamed = renameUser(company(), { login: 'ivan', to: 'ivan-new' })
    expect(userNamed(renamed.github, 'ivan')).toBeNull()
    expect(userOf(renamed.github, 102)?.login).toBe('ivan-new')
    expect(userOf(removeUser(company(), { login: 'ivan' }).github, 102)).toBeNull()
  })

  it('main never loses a commit by a merge', () => {
    const opened = asks(company(), 'one')
    const world = mergePull(opened, { repository: acme, pull: 1, method: 'rebase', by: 'olga', at: start + 30 })
    expect(isAncestor(theRepository(world, acme), main(opened), main(world))).toBe(true)
  })
})
