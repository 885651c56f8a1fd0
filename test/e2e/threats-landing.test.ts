// Threats to how a request came onto the default branch, each played against the bundle's apply.

import { describe, expect, it } from 'vitest'
import { commit } from '../../src/sandbox/git/repository.ts'
import { claimMergeCommit, mergeCrafted, mergeQueue } from '../../src/sandbox/github/actions/merging.ts'
import { retarget } from '../../src/sandbox/github/actions/pulls.ts'
import { forcePush, push } from '../../src/sandbox/github/actions/pushing.ts'
import { theRepository } from '../../src/sandbox/github/records.ts'
import { inHouse } from './house.ts'
import { expectNothingGiven, expectRefused, MARTA, mayRead, refusals, whatAnybodyMay } from './judging.ts'
import { approve, land, loginOf, merge, propose, pushToMain, REPOSITORY, tip } from './people.ts'
import { asking, pathOf, request } from './requests.ts'

describe.concurrent('threats to the landing', () => {
  it(
    'threat 3: direct push, admin bypass, force push to main',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('rewritten'), approvedBy: ['tomas'] })
      const before = tip(house)
      pushToMain(house, 'oscar', asking('pushed', { duration: '1h' }))
      // An admin takes the approved landing out of history and pushes the same bytes again.
      house.change((world) =>
        forcePush(world, {
          repository: REPOSITORY,
          by: loginOf(house, 'oscar'),
          branch: 'main',
          to: house.start,
          at: house.now(),
        }),
      )
      pushToMain(house, 'oscar', { ...asking('rewritten'), ...asking('pushed', { duration: '1h' }) }, 'Ask (#1)')
      expect(tip(house)).not.toBe(before)
      const ran = await house.run('apply')
      expectRefused(
        house,
        ran,
        { pushed: 'no-pull-request', rewritten: 'no-pull-request' },
        /no merged pull request brought it/,
      )
    }),
  )

  it(
    'threat 4: an indirect merge marks an unreviewed pull request merged',
    inHouse(async (house) => {
      const pull = propose(house, { by: 'marta', files: asking('indirect') })
      const head =
        theRepository(house.sandbox.world(), REPOSITORY).pulls.find((one) => one.number === pull)?.head.oid ?? ''
      house.change((world) =>
        forcePush(world, {
          repository: REPOSITORY,
          by: loginOf(house, 'marta'),
          branch: 'main',
          to: head,
          at: house.now(),
        }),
      )
      expect(theRepository(house.sandbox.world(), REPOSITORY).pulls[0]?.state).toBe('merged')
      expectRefused(house, await house.run('apply'), { indirect: 'approvals-missing' }, /0 of 1 approval/)
    }),
  )

  it(
    'threat 6: an edit inside the merge commit',
    inHouse(async (house) => {
      const edited = propose(house, { by: 'marta', files: asking('edited') })
      approve(house, edited, 'tomas')
      const by = loginOf(house, 'marta')
      const crafted = { repository: REPOSITORY, by, at: house.now() }
      const longer = { [pathOf('edited')]: request({ duration: '4h' }) }
      house.change((world) => mergeCrafted(world, { ...crafted, pull: edited, files: longer }))
      const smuggled = propose(house, { by: 'marta', files: asking('smuggled') })
      approve(house, smuggled, 'tomas')
      house.change((world) =>
        mergeCrafted(world, { ...crafted, pull: smuggled, files: asking('beside', { for: 'jonas' }) }),
      )
      const ran = await house.run('apply')
      expectRefused(house, ran, { edited: 'changes-differ', smuggled: 'changes-differ', beside: 'changes-differ' })
    }),
  )

  it(
    'and what a merge queue lands as it was reviewed is given',
    inHouse(async (house) => {
      const pulls = [
        propose(house, { by: 'marta', files: asking('queued') }),
        propose(house, { by: 'jonas', files: asking('next', { for: 'jonas' }) }),
      ]
      for (const pull of pulls) approve(house, pull, 'tomas')
      house.wait(20)
      house.change((world) => mergeQueue(world, { repository: REPOSITORY, pulls, method: 'squash', at: house.now() }))
      expect((await house.run('apply')).code).toBe(0)
      expect(whatAnybodyMay(house)).toHaveLength(2)
    }),
  )

  it(
    'a record that names another commit as the merge of an approved pull request',
    inHouse(async (house) => {
      const pull = land(house, { by: 'marta', files: asking('small'), approvedBy: ['tomas'] })
      pushToMain(house, 'marta', asking('large', { duration: '4h' }))
      house.change((world) => claimMergeCommit(world, { repository: REPOSITORY, pull, commit: tip(house) }))
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(refusals(house)['large']).toMatch(/^(changes-differ|no-pull-request|not-this-landing)$/)
    }),
  )

  it(
    'threat 31: merged into another branch, or a stack of pull requests',
    inHouse(async (house) => {
      const by = loginOf(house, 'marta')
      house.change((world) =>
        push(world, { repository: REPOSITORY, by, branch: 'feature', files: { 'notes.txt': 'a' }, at: house.now() }),
      )
      land(house, {
        by: 'marta',
        base: 'feature',
        from: tip(house, 'feature'),
        files: asking('stacked'),
        approvedBy: ['tomas'],
      })
      house.change((world) =>
        forcePush(world, { repository: REPOSITORY, by, branch: 'main', to: tip(house, 'feature'), at: house.now() }),
      )
      // Into main by a merge commit of one's own.
      house.change((world) =>
        push(world, { repository: REPOSITORY, by, branch: 'second', files: { 'notes.txt': 'b' }, at: house.now() }),
      )
      land(house, {
        by: 'jonas',
        base: 'second',
        from: tip(house, 'second'),
        files: asking('beside', { for: 'jonas' }),
        approvedBy: ['tomas'],
      })
      const author = { name: 'marta', email: 'marta@localhost' }
      const parents = [tip(house), tip(house, 'second')]
      commit(
        { gitDirectory: house.gitDirectory },
        {
          branch: 'main',
          parents,
          files: asking('beside', { for: 'jonas' }),
          message: 'Merge branch second',
          author,
          at: house.now(),
        },
      )
      const ran = await house.run('apply')
      expectRefused(house, ran, { stacked: 'other-base', beside: 'no-pull-request' }, /merged into feature, not main/)
    }),
  )

  it(
    'and a pull request that was turned to main before it was merged is given',
    inHouse(async (house) => {
      const by = loginOf(house, 'marta')
      house.change((world) =>
        push(world, {
          repository: REPOSITORY,
          by,
          branch: 'feature',
          parents: [tip(house)],
          files: {},
          at: house.now(),
        }),
      )
      const pull = propose(house, { by: 'marta', base: 'feature', files: asking('turned') })
      approve(house, pull, 'tomas')
      house.change((world) => retarget(world, { repository: REPOSITORY, pull, base: 'main', at: house.now() }))
      merge(house, pull)
      expect((await house.run('apply')).code).toBe(0)
      expect(mayRead(house, MARTA)).toBe(true)
    }),
  )
})
