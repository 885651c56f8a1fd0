// How the inventory is refreshed and kept: one commit, what failed kept as it was and called old, and nothing forged believed.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { partsFor } from '../../../src/core/inventory/parts.ts'
import { DATA_BRANCH } from '../../../src/edges/git/data.ts'
import { mergeParts } from '../../../src/entry/inventory/merging.ts'
import { refreshPart, refreshWhole } from '../../../src/entry/inventory/refreshing.ts'
import { type Ground, PROD, queue, STAGE, startInventory } from './ground.ts'

let ground: Ground | null = null
afterEach(async () => {
  await ground?.sandbox.close()
  ground = null
})

async function start(): Promise<Ground> {
  ground = await startInventory({
    [PROD]: { resources: { [queue(PROD, 'orders')]: { tags: { env: 'prod' } }, [queue(PROD, 'mail')]: {} } },
    [STAGE]: { resources: { [queue(STAGE, 'orders')]: {} } },
  })
  return ground
}

const arns = async (there: Ground, place: string): Promise<readonly string[]> =>
  (await there.lines(place)).flatMap((line) => (line.is === 'resource' ? [line.arn] : []))

const deaf = (account: string) => ({ when: { where: account }, do: { status: 403, code: 'AccessDenied' } }) as const

describe('a refresh', () => {
  it('writes resources, people and policies of every account, sorted, into one commit', async () => {
    const there = await start()
    const end = await refreshWhole(there.asked())
    expect([end.exit, there.commits()]).toEqual([0, 1])
    expect(await arns(there, 'prod')).toEqual([queue(PROD, 'mail'), queue(PROD, 'orders')])
    expect(await there.lines('prod')).toContainEqual(
      expect.objectContaining({ is: 'user', policies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }),
    )
    expect((await there.lines('prod')).map(({ is }) => is)).toContain('policy')
    expect(end.markdown).toMatch(/\| `sqs` \| 3 \| █+ \|/)
  })

  it('made twice of the same world gives the same bytes', async () => {
    const there = await start()
    await refreshWhole(there.asked())
    const first = execFileSync('git', ['-C', there.remote, 'rev-parse', `${DATA_BRANCH}:places`], { encoding: 'utf8' })
    const end = await refreshWhole(there.asked())
    expect(execFileSync('git', ['-C', there.remote, 'rev-parse', `${DATA_BRANCH}:places`], { encoding: 'utf8' })).toBe(
      first,
    )
    expect([there.commits(), end.says]).toEqual([1, expect.stringContaining('0 added, 0 removed, 0 changed')])
  })

  it('tells what came, went and changed', async () => {
    const there = await start()
    await refreshWhole(there.asked())
    there.add(PROD, queue(PROD, 'new'))
    there.remove(PROD, queue(PROD, 'mail'))
    there.remove(PROD, queue(PROD, 'orders'))
    there.add(PROD, queue(PROD, 'orders'), { env: 'test' })
    const end = await refreshWhole(there.asked())
    expect(end.says).toContain('1 added, 1 removed, 1 changed')
    expect(end.markdown).toContain(`\`resource ${queue(PROD, 'new')}\``)
  })

  it('keeps the last good data of an account that cannot be read, and calls them old', async () => {
    const there = await start()
    await refreshWhole(there.asked())
    const before = (await there.index()).places['stage']
    there.sandbox.clock.advance(86_400)
    there.sandbox.faults.add(deaf(STAGE))
    there.add(PROD, queue(PROD, 'new'))
    const end = await refreshWhole(there.asked())
    expect(end.exit).toBe(3)
    expect(await arns(there, 'stage')).toEqual([queue(STAGE, 'orders')])
    expect(await arns(there, 'prod')).toContain(queue(PROD, 'new'))
    const { sections } = (await there.index()).places['stage'] ?? {}
    expect(sections?.resources).toEqual({
      asOf: before?.sections.resources.asOf,
      failed: expect.stringContaining('denied'),
      partial: {},
    })
    expect(end.markdown).toMatch(/🟠 `stage`, resources: as of 2026-/)
  })

  it('keeps resources where only they cannot be read, and takes in people all the same', async () => {
    const there = await start()
    await refreshWhole(there.asked())
    there.sandbox.faults.add({
      when: { part: 'resource-explorer-2', where: PROD },
      do: { status: 500, code: 'InternalServerException' },
    })
    const end = await refreshWhole(there.asked())
    const { sections } = (await there.index()).places['prod'] ?? {}
    expect([end.exit, sections?.resources.failed === null, sections?.access.failed]).toEqual([3, false, null])
    expect(await arns(there, 'prod')).toHaveLength(2)
  }, 60_000)

  it('forgets a region that was switched off, and says so of its index', async () => {
    const there = await start()
    there.add(PROD, `arn:aws:sqs:us-east-1:${PROD}:far`)
    await refreshWhole(there.asked())
    there.sandbox.change((world) => {
      const explorer = world.aws.explorers?.[PROD]
      if (explorer === undefined) throw new Error('no explorer')
      const off = { ...explorer, regions: explorer.regions.filter((region) => region !== 'us-east-1') }
      return { ...world, aws: { ...world.aws, explorers: { ...world.aws.explorers, [PROD]: off } } }
    })
    await refreshWhole(there.asked())
    expect(await arns(there, 'prod')).not.toContain(`arn:aws:sqs:us-east-1:${PROD}:far`)
  })

  it('drops an account that left the settings, and what was another account under the same name', async () => {
    const there = await start()
    await refreshWhole(there.asked())
    const { settings } = there
    if (settings.aws === null) throw new Error('no AWS')
    const [prod] = settings.aws.accounts
    const alone = { ...settings, aws: { ...settings.aws, accounts: prod === undefined ? [] : [prod] } }
    await refreshWhole(there.asked({ settings: alone }))
    expect(Object.keys((await there.index()).places)).toEqual(['@aws', 'prod'])
    there.sandbox.faults.add(deaf(STAGE))
    const moved = {
      ...alone,
      aws: { ...alone.aws, accounts: alone.aws.accounts.map((one) => ({ ...one, id: STAGE })) },
    }
    await refreshWhole(there.asked({ settings: moved }))
    expect(await arns(there, 'prod')).toEqual([])
  })

  it('of settings without an inventory reads people alone', async () => {
    const there = await start()
    const { settings } = there
    if (settings.aws === null) throw new Error('no AWS')
    const end = await refreshWhole(
      there.asked({ settings: { ...settings, aws: { ...settings.aws, inventory: null } } }),
    )
    expect([end.exit, await arns(there, 'prod')]).toEqual([0, []])
    expect(there.sandbox.journal.entries().filter(({ part }) => part === 'resource-explorer-2')).toEqual([])
  })

  it('whose branch was moved meanwhile overwrites nothing', async () => {
    const there = await start()
    await refreshWhole(there.asked())
    const asked = there.asked()
    const slow = {
      ...asked,
      progress: () => {
        if (there.commits() === 1) forge(there, { 'index.json': '{}' })
      },
    }
    const end = await refreshWhole(slow)
    expect([end.exit, end.says]).toEqual([3, expect.stringContaining('could not be written')])
  })
})

/** Somebody who may push puts files of their own on the branch. */
function forge(there: Ground, files: Readonly<Record<string, string>>): void {
  const clone = mkdtempSync(join(tmpdir(), 'daypass-forger-'))
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-C', clone, '-c', 'user.name=x', '-c', 'user.email=x@x', ...words], { stdio: 'pipe' })
  execFileSync('git', ['clone', '--quiet', '--branch', DATA_BRANCH, there.remote, clone], { stdio: 'pipe' })
  for (const [path, text] of Object.entries(files)) writeFileSync(join(clone, path), text)
  git('add', '.')
  git('commit', '--quiet', '-m', 'forged')
  git('push', '--quiet', 'origin', DATA_BRANCH)
}

describe('a forged inventory', () => {
  it.each([
    ['an index that is none', { 'index.json': 'not JSON' }],
    ['an index of another shape', { 'index.json': '{"daypass": 1, "asOf": 7, "places": []}' }],
    ['a place that is not packed', { 'places/prod.jsonl.gz': 'plain text' }],
  ])('%s is replaced by what is there', async (_what, files) => {
    const there = await start()
    await refreshWhole(there.asked())
    forge(there, files)
    const end = await refreshWhole(there.asked())
    expect([end.exit, there.commits()]).toEqual([0, 1])
    expect(await arns(there, 'prod')).toEqual([queue(PROD, 'mail'), queue(PROD, 'orders')])
  })
})

describe('lines that somebody destroyed', () => {
  it('are not called the last good ones of an account that cannot be read', async () => {
    const there = await start()
    await refreshWhole(there.asked())
    forge(there, { 'places/stage.jsonl.gz': 'plain text' })
    there.sandbox.faults.add(deaf(STAGE))
    const end = await refreshWhole(there.asked())
    const { stage } = (await there.index()).places
    expect([end.exit, stage?.sections.resources.asOf, stage?.sections.access.asOf]).toEqual([3, null, null])
  })
})

describe('in parts', () => {
  const [first, second] = [
    { number: 1, of: 2 },
    { number: 2, of: 2 },
  ] as const

  it('jobs put aside what they read, and the last brings it together and leaves nothing behind', async () => {
    const there = await start()
    for (const part of [first, second]) expect((await refreshPart(there.asked(), part)).exit).toBe(0)
    expect(there.branches()).toEqual(['daypass-data-part-4711-1-1', 'daypass-data-part-4711-1-2'])
    const end = await mergeParts(there.asked())
    expect([end.exit, there.branches(), there.commits()]).toEqual([0, [DATA_BRANCH], 1])
    expect([await arns(there, 'prod'), await arns(there, 'stage')]).toEqual([
      [queue(PROD, 'mail'), queue(PROD, 'orders')],
      [queue(STAGE, 'orders')],
    ])
    expect(end.says).toContain('added')
  })

  it('a part that died keeps what was there, and says who did not report', async () => {
    const there = await start()
    await refreshWhole(there.asked())
    there.add(PROD, queue(PROD, 'new'))
    await refreshPart(there.asked(), second)
    const end = await mergeParts(there.asked())
    expect(end.exit).toBe(3)
    expect(await arns(there, 'prod')).toContain(queue(PROD, 'new'))
    expect(await arns(there, 'stage')).toEqual([queue(STAGE, 'orders')])
    expect(end.markdown).toContain('did not report')
  })

  it('jobs that are run again are brought together with those that had reported before', async () => {
    const there = await start()
    await refreshWhole(there.asked())
    await refreshPart(there.asked(), second)
    expect((await mergeParts(there.asked())).exit).toBe(3)
    const again = there.asked({ attempt: { run: '4711', attempt: 2 } })
    await refreshPart(again, first)
    const end = await mergeParts(again)
    expect([end.exit, there.branches()]).toEqual([0, [DATA_BRANCH]])
  })

  it('what an earlier attempt read counts only where the later one read nothing', async () => {
    const there = await start()
    for (const part of [first, second]) await refreshPart(there.asked(), part)
    there.add(PROD, queue(PROD, 'new'))
    const again = there.asked({ attempt: { run: '4711', attempt: 2 } })
    for (const part of [first, second]) await refreshPart(again, part)
    await mergeParts(again)
    expect(await arns(there, 'prod')).toContain(queue(PROD, 'new'))
  })

  it('an account that was never read is named as such when its job does not report', async () => {
    const there = await start()
    await refreshPart(there.asked(), second)
    const end = await mergeParts(there.asked())
    const { stage } = (await there.index()).places
    expect([end.exit, stage?.sections.access.asOf]).toEqual([3, null])
    expect(end.markdown).toContain('`stage`, access: never read')
  })

  it('parts of a run that died long ago are taken away and not taken in', async () => {
    const there = await start()
    await refreshPart(there.asked({ attempt: { run: '1', attempt: 1 } }), first)
    there.remove(PROD, queue(PROD, 'mail'))
    for (const part of [first, second]) await refreshPart(there.asked(), part)
    await mergeParts(there.asked())
    expect([there.branches(), await arns(there, 'prod')]).toEqual([[DATA_BRANCH], [queue(PROD, 'orders')]])
  })

  it('are as many as settings need, and no more than GitHub runs', () => {
    expect([0, 1, 50, 51, 1000, 100_000].map((places) => partsFor(places).length)).toEqual([1, 1, 1, 2, 20, 200])
  })
})
