// Which settings are in force on real git: approved by an owner, up to date with others, as GitHub still has them.

import { afterEach, describe, expect, it } from 'vitest'
import { settingsInForce, settingsToProve, settingsToRead } from '../../src/core/approval/settings-in-force.ts'
import { known } from '../../src/core/model/edge-error.ts'
import { instantOf } from '../../src/core/model/time.ts'
import { refOid } from '../../src/sandbox/git/objects.ts'
import { forcePush, push } from '../../src/sandbox/github/actions/pushing.ts'
import { newestPull } from '../../src/sandbox/github/records.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import { approved, FILES, merge, onMain, proposed, SETTINGS } from './github-proof-ground.ts'
import { acme, type Opened, opened, start, value, withSettings } from './github-story.ts'

let open: Opened | null = null
afterEach(async () => {
  await open?.served.close()
  open = null
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
