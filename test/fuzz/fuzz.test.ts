// Every kept input again and a few new ones for each target; that a fuzzer finds what is broken at all; and its command.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { campaign, jobsFor, shares } from './campaign.ts'
import { seedsOf } from './kept.ts'
import { checkInTime, runPart } from './run.ts'
import { must, type Target } from './target.ts'
import { TARGETS, targetOf } from './targets.ts'

const NAMES = Object.keys(TARGETS)
const A_FEW = 400
const { seed = 1 } = fc.readConfigureGlobal()

/** What each target must have judged in a few inputs, so that none of its oracles sleeps. */
const PREMISES: Readonly<Record<string, readonly string[]>> = {
  yaml: ['read as YAML', 'written and read again', 'taken by its schema', 'read among all settings'],
  matcher: ['wholly meant', 'not known yet', 'a wildcard made one thing', 'denied by one rule more', 'undecided', 'offers a way'],
  policy: ['one policy covers another', 'a policy is given an end', 'a call in its window', 'a call in its part', 'a Deny takes away', 'a pattern holds another', 'a known action is permitted'],
  markdown: ['text (line)', 'text (item)', 'text (heading)', 'text (cell)', 'text (link)', 'text (fence)', 'story'],
  query: ['read', 'a term that finds some', 'several terms that find something'],
} // biome-ignore format: a table

describe.each(NAMES)('the fuzzed %s', (name) => {
  it.each(seedsOf(name))('keeps to its laws with $says', ({ input }) => {
    checkInTime(targetOf(name), input, () => undefined)
  })

  it('keeps to its laws with a few inputs more, and has something to judge', () => {
    const { finds, noted } = runPart(targetOf(name), { seed, runs: A_FEW, path: '' }, () => undefined)
    expect(finds).toEqual([])
    expect((PREMISES[name] ?? []).filter((premise) => noted[premise] === undefined)).toEqual([])
  }, 60_000)
})

describe('the fuzzer', () => {
  const small: Target<number> = {
    says: 'numbers',
    runs: 10,
    longest: 20,
    inputs: fc.nat({ max: 1000 }),
    check(input, note) {
      note('a number')
      must(input < 100, 'numbers are small', input)
    },
  }

  it('finds what breaks a law, makes it small, and sees it again by seed and path', () => {
    const { finds } = runPart(small, { seed: 7, runs: 1000, path: '' }, () => undefined)
    expect(finds).toMatchObject([{ input: 100, law: expect.stringContaining('numbers are small') }])
    const [{ path } = { path: '' }] = finds
    expect(runPart(small, { seed: 7, runs: 1, path }, () => undefined).finds).toMatchObject([{ input: 100 }])
  })

  it('finds what takes too long', () => {
    const slow: Target<number> = {
      ...small,
      check() {
        const end = performance.now() + 30
        while (performance.now() < end);
      },
    }
    expect(() => checkInTime(slow, 1, () => undefined)).toThrow('and 20 are allowed')
  })

  it('puts a million inputs through in a whole run, each part with a seed of its own', () => {
    const jobs = jobsFor(shares(NAMES, null), 1)
    expect(jobs.reduce((sum, { runs }) => sum + runs, 0)).toBeGreaterThanOrEqual(1_000_000)
    for (const name of NAMES) {
      const seeds = jobs.filter(({ target }) => target === name).map((job) => job.seed)
      expect(new Set(seeds).size).toBe(seeds.length)
    }
  })

  it('counts in threads what it was told to do', async () => {
    const jobs = jobsFor(shares(['query'], 5000), 3)
    const tallies = await campaign({
      jobs,
      threads: 2,
      time: Number.POSITIVE_INFINITY,
      progress: () => undefined,
      found: () => undefined,
    })
    expect(tallies).toMatchObject([{ target: 'query', inputs: 5000, finds: [] }])
  }, 60_000)

  it.each([
    [['--help'], 0, 'npm run fuzz'],
    [['--only', 'nothing'], 2, '--only knows yaml'],
    [['--runs', 'many'], 2, '--runs takes a number'],
    [['--path', '1:2'], 2, '--path needs'],
  ])('answers %j with %i', (words, status, says) => {
    const run = spawnSync(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url)), ...words])
    expect(`${run.stdout}${run.stderr}`).toContain(says)
    expect(run.status).toBe(status)
  })
})
