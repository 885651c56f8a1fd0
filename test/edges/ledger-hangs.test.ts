// How long a ledger that cannot be pushed to holds up a run: not six times as long as git waits for one answer.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { instantOf } from '../../src/core/model/time.ts'
import { gitLedger } from '../../src/edges/git/ledger.ts'

const remote = mkdtempSync(join(tmpdir(), 'daypass-test-ledger-hangs-'))
execFileSync('git', ['init', '--quiet', '--bare', remote])
execFileSync('git', ['--git-dir', remote, 'config', 'receive.hideRefs', 'refs/heads'])
afterAll(() => rmSync(remote, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

/** Pauses that an append made, each of its tries having taken so many seconds. */
async function pausesWhere(seconds: number): Promise<number> {
  let pauses = 0
  let looks = 0
  // Looked at once in the beginning, and then before each try.
  vi.spyOn(performance, 'now').mockImplementation(() => Math.max(0, looks++ - 1) * seconds * 1000)
  const ledger = gitLedger({
    remote: { url: pathToFileURL(remote).href, token: null, protocols: 'file' },
    branch: 'daypass-ledger',
    directory: null,
    pause: async () => {
      pauses += 1
    },
  })
  const closed = { is: 'closed', exit: 0, done: 0, failed: 0, skipped: 0 } as const
  const answer = await ledger.append([closed], instantOf(1_796_115_600), 'run 1')
  expect(answer).toMatchObject({ is: 'unknown', because: { kind: 'conflict' } })
  return pauses
}

it('is tried six times where it says no at once', async () => {
  expect(await pausesWhere(1)).toBe(5)
})

it('is tried twice where each try takes as long as git waits for a server that is silent', async () => {
  expect(await pausesWhere(121)).toBe(1)
})
