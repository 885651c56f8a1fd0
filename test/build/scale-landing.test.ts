// Whether pull requests that the scale report lands at once are what people leave behind who land them one after the other.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openGround } from '../../src/build/bench/ground.ts'
import { wantedOf } from '../../src/build/scale/asking.ts'
import { landAtOnce, landSlowly } from '../../src/build/scale/landing.ts'
import { git } from '../../src/sandbox/git/run.ts'

const SIZE = { people: 300, accounts: 10, teams: 5 }

const folder = mkdtempSync(join(tmpdir(), 'daypass-landing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function landed(how: typeof landAtOnce) {
  const ground = await openGround(SIZE, { bundle: { folder, files: [] }, folder, tell: () => undefined })
  try {
    how(ground, wantedOf({ size: SIZE, grants: 40 }))
    const [repository] = ground.company.sandbox.world().github.repositories
    const directory = repository?.gitDirectory ?? ''
    return {
      world: { ...ground.company.sandbox.world().github, repositories: [{ ...repository, gitDirectory: '' }] },
      refs: git(directory, ['for-each-ref', '--format=%(refname) %(objectname)']).split('\n'),
      log: git(directory, ['log', '--format=%H %T %an %ae %at %cn %ce %ct %s', 'main']).split('\n'),
    }
  } finally {
    await ground.close()
  }
}

it('leaves the same records, refs and commits', async () => {
  const [slowly, once] = [await landed(landSlowly), await landed(landAtOnce)]
  expect(slowly.world.repositories[0]?.pulls).toHaveLength(8)
  expect(once.log).toEqual(slowly.log)
  expect(once.refs).toEqual(slowly.refs)
  expect(once.world).toEqual(slowly.world)
}, 60_000)
