import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { id } from '../../src/core/model/id.ts'
import { instantOf } from '../../src/core/model/time.ts'
import { CHAIN_START, verifyChain } from '../../src/core/report/chain.ts'
import type { LedgerBranch } from '../../src/core/report/ledger.ts'
import type { Entry } from '../../src/core/report/record.ts'
import { gitLedger, LEDGER_BRANCH } from '../../src/edges/git/ledger.ts'

const root = mkdtempSync(join(tmpdir(), 'daypass-test-ledger-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const NOVEMBER = instantOf(Date.UTC(2026, 10, 22, 8) / 1000)
const DECEMBER = instantOf(Date.UTC(2026, 11, 1, 8) / 1000)
const closed = (done: number): Entry => ({ is: 'closed', exit: 0, done, failed: 0, skipped: 0 })
const opened: Entry = {
  is: 'opened',
  head: id<'commit'>('a'.repeat(40)),
  plan: id<'digest'>('b'.repeat(64)),
  job: 'apply',
}

let number = 0
let remote = ''
const git = (...parameters: readonly string[]): string =>
  execFileSync('git', ['--git-dir', remote, ...parameters], { encoding: 'utf8', stdio: 'pipe' }).trim()
const ledger = (pause: () => Promise<unknown> = async () => undefined): LedgerBranch =>
  gitLedger({
    remote: { url: pathToFileURL(remote).href, token: null, protocols: 'file' },
    branch: LEDGER_BRANCH,
    directory: null,
    pause,
  })
const written = (): readonly string[] => git('ls-tree', '-r', '--name-only', LEDGER_BRANCH).split('\n')
/** Puts a text in place of a file, as anybody who may push could. */
const place = (path: string, text: string): void => {
  const env = { ...process.env, GIT_INDEX_FILE: join(root, `index-${number}`) }
  const run = (parameters: readonly string[], input = ''): string =>
    execFileSync('git', ['--git-dir', remote, '-c', 'user.name=x', '-c', 'user.email=x@localhost', ...parameters], {
      encoding: 'utf8',
      env,
      input,
    }).trim()
  const blob = run(['hash-object', '-w', '--stdin'], text)
  run(['read-tree', LEDGER_BRANCH])
  run(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`])
  const commit = run(['commit-tree', run(['write-tree']), '-p', LEDGER_BRANCH, '-m', 'by hand'])
  run(['update-ref', `refs/heads/${LEDGER_BRANCH}`, commit])
}
const hook = (name: string, script: string): void =>
  writeFileSync(join(remote, 'hooks', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
const unhook = (name: string): void => rmSync(join(remote, 'hooks', name))

beforeEach(() => {
  number += 1
  remote = join(root, `remote-${number}.git`)
  execFileSync('git', ['init', '--quiet', '--bare', remote])
})

describe('the ledger on a branch', () => {
  it('is new where there is no branch', async () => {
    const read = await ledger().read()
    expect(read).toMatchObject({ is: 'known', value: { commit: null, lines: [], ledger: { state: 'new', lines: 0 } } })
  })

  it('is unknown, never new, where the remote cannot be read', async () => {
    rmSync(remote, { recursive: true })
    expect(await ledger().read()).toMatchObject({ is: 'unknown' })
    expect(await ledger().append([opened], NOVEMBER, 'run 1')).toMatchObject({ is: 'unknown' })
  })

  it('gives back what was appended, in another run too', async () => {
    expect(await ledger().append([opened, closed(1)], NOVEMBER, 'run 1')).toMatchObject({ is: 'known' })
    const again = await ledger().append([opened], NOVEMBER, 'run 2')
    if (again.is === 'unknown') throw new Error(again.because.said)
    expect(again.value.appended).toHaveLength(1)
    const read = await ledger().read()
    if (read.is === 'unknown') throw new Error(read.because.said)
    expect(read.value.lines.map((line) => line.run)).toEqual(['run 1', 'run 1', 'run 2'])
    expect(read.value.lines[0]?.prev).toBe(CHAIN_START)
    expect(verifyChain(read.value.lines)).toMatchObject({ is: 'whole', last: read.value.ledger.lastDigest })
    expect(read.value.commit).toBe(git('rev-parse', LEDGER_BRANCH))
    expect(git('rev-list', '--count', LEDGER_BRANCH)).toBe('2')
  })

  it('begins a file a month and never goes back to an older one', async () => {
    const one = ledger()
    await one.append([closed(1)], NOVEMBER, 'r1')
    await one.append([closed(2)], DECEMBER, 'r2')
    await one.append([closed(3)], NOVEMBER, 'r3')
    expect(written()).toEqual(['record/2026-11.jsonl', 'record/2026-12.jsonl'])
    expect(await ledger().read()).toMatchObject({ is: 'known', value: { ledger: { lines: 3, state: 'whole' } } })
  })

  it('leaves other files of the branch alone', async () => {
    await ledger().append([closed(1)], NOVEMBER, 'r1')
    place('README.md', 'written by Daypass')
    await ledger().append([closed(2)], NOVEMBER, 'r2')
    expect(written()).toEqual(['README.md', 'record/2026-11.jsonl'])
  })

  it('puts lines after those of writers at the same time, none lost and none twice', async () => {
    await ledger().append([closed(0)], NOVEMBER, 'w0')
    const short = () => new Promise((resolve) => setTimeout(resolve, 20 * Math.random()))
    const writers = [1, 2, 3].map((n) => ledger(short).append([opened, closed(n)], NOVEMBER, `w${n}`))
    expect((await Promise.all(writers)).map((answer) => answer.is)).toEqual(['known', 'known', 'known'])
    const read = await ledger().read()
    if (read.is === 'unknown') throw new Error(read.because.said)
    const runs = read.value.lines.map((line) => line.run)
    expect(runs.toSorted()).toEqual(['w0', 'w1', 'w1', 'w2', 'w2', 'w3', 'w3'])
    for (const run of ['w1', 'w2', 'w3']) expect(runs.lastIndexOf(run) - runs.indexOf(run)).toBe(1)
  })

  it('goes on from a reading that is out of date', async () => {
    const early = ledger()
    await early.read()
    await ledger().append([closed(1)], NOVEMBER, 'faster')
    const late = await early.append([closed(2)], NOVEMBER, 'slower')
    expect(late).toMatchObject({ is: 'known', value: { ledger: { lines: 2 }, appended: [{ run: 'slower' }] } })
  })

  it('does not write twice when the answer to a push is lost', async () => {
    await ledger().append([closed(0)], NOVEMBER, 'w0')
    // The push lands; then the connection dies, as the client sees it.
    hook('post-receive', 'kill -9 $PPID')
    let pauses = 0
    const answer = await ledger(async () => {
      pauses += 1
      unhook('post-receive')
    }).append([closed(1)], NOVEMBER, 'w1')
    expect(pauses).toBe(1)
    expect(answer).toMatchObject({ is: 'known', value: { ledger: { lines: 2 }, appended: [{ run: 'w1' }] } })
    expect(git('rev-list', '--count', LEDGER_BRANCH)).toBe('2')
  })

  it('is told when the branch may not be pushed to, without trying for ever', async () => {
    hook('pre-receive', 'echo no >&2; exit 1')
    let pauses = 0
    const answer = await ledger(async () => {
      pauses += 1
    }).append([opened], NOVEMBER, 'w1')
    expect(answer).toMatchObject({ is: 'unknown', because: { kind: 'denied' } })
    expect(pauses).toBe(1)
    expect(await ledger().read()).toMatchObject({ is: 'known', value: { ledger: { state: 'new' } } })
  })

  const one = '2026-11'
  const spoilt: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    ['a line changed by hand', (text) => text.replace('"done":1', '"done":7'), /chain is broken at line 2/],
    ['a line taken out', (text) => text.split('\n').slice(1).join('\n'), /chain is broken at line 1/],
    ['lines in another order', (text) => `${text.trim().split('\n').toReversed().join('\n')}\n`, /broken at line 1/],
    ['a line that is cut off', (text) => text.slice(0, -5), /cut off at its end/],
    ['a file emptied', () => '', /cut off at its end/],
    [
      'an entry nobody knows',
      (text) => text.replace('"is":"closed"', '"is":"blessed"'),
      /2026-11\.jsonl:1 is not a line/,
    ],
    ['the same line spelled otherwise', (text) => text.replace('{"at"', '{ "at"'), /canonical/],
    ['a conflict left in', (text) => `<<<<<<< ours\n${text}`, /not JSON/],
  ]
  it.each(spoilt)('is unknown with %s', async (_, spoil, says) => {
    await ledger().append([closed(1), closed(2), closed(3)], NOVEMBER, 'r1')
    place(`record/${one}.jsonl`, spoil(`${git('cat-file', 'blob', `${LEDGER_BRANCH}:record/${one}.jsonl`)}\n`))
    const read = await ledger().read()
    expect(read).toMatchObject({ is: 'unknown', because: { kind: 'garbage', said: expect.stringMatching(says) } })
    expect(await ledger().append([closed(4)], NOVEMBER, 'r2')).toMatchObject({ is: 'unknown' })
  })

  it('is unknown with a file that is not of the record beside it', async () => {
    await ledger().append([closed(1)], NOVEMBER, 'r1')
    place('record/2026-11.jsonl.orig', 'x\n')
    expect(await ledger().read()).toMatchObject({ is: 'unknown', because: { kind: 'garbage' } })
  })

  it.each(['', '-x', 'a..b', 'a b', 'a:b', 'a^'])('is not kept on a branch called %j', async (branch) => {
    const strange = gitLedger({ remote: { url: pathToFileURL(remote).href, token: null }, branch, directory: null })
    expect(await strange.read()).toMatchObject({ is: 'unknown', because: { kind: 'invalid' } })
  })
})
