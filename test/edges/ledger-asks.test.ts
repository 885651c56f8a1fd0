// What a record costs a run in requests to GitHub: each is waited for.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { instantOf } from '../../src/core/model/time.ts'
import type { LedgerBranch } from '../../src/core/report/ledger.ts'
import { gitLedger, LEDGER_BRANCH } from '../../src/edges/git/ledger.ts'
import { git } from '../../src/sandbox/git/run.ts'
import { theRepository } from '../../src/sandbox/github/records.ts'
import { acme, botToken, company, type Served, serve } from '../sandbox/github-ground.ts'

const AT = instantOf(1_796_115_600)
const LINE = { is: 'closed', exit: 0, done: 0, failed: 0, skipped: 0 } as const

let served: Served
beforeEach(async () => {
  served = await serve(company())
})
afterEach(() => served.close())

const ledger = (): LedgerBranch =>
  gitLedger({
    remote: { url: `${served.url}/git/${acme}.git`, token: botToken },
    branch: LEDGER_BRANCH,
    directory: null,
    pause: async () => undefined,
  })

/** The requests that something takes. */
async function asked(act: () => Promise<{ readonly is: string }>): Promise<readonly string[]> {
  const before = served.calls().length
  expect(await act()).toMatchObject({ is: 'known' })
  return served
    .calls()
    .slice(before)
    .map(({ op }) => op)
}

const FETCH = ['fetch-refs', 'fetch-refs', 'upload-pack']
const LOOK = ['fetch-refs', 'fetch-refs']
const PUSH = ['fetch-refs', 'receive-pack']

it('is fetched without being looked for first', async () => {
  await ledger().append([LINE], AT, 'before')
  expect(await asked(() => ledger().read())).toEqual(FETCH)
})

it('is looked for where there is none to fetch', async () => {
  expect(await asked(() => ledger().read())).toEqual([...LOOK, ...LOOK])
})

it('is pushed to without being looked at again by the run that has read it', async () => {
  await ledger().append([LINE], AT, 'before')
  const one = ledger()
  await one.read()
  expect(await asked(() => one.append([LINE], AT, 'run'))).toEqual(PUSH)
  expect(await asked(() => one.append([LINE], AT, 'run'))).toEqual(PUSH)
})

it('is begun by the run that found none, without being looked for again', async () => {
  const one = ledger()
  await one.read()
  expect(await asked(() => one.append([LINE], AT, 'run'))).toEqual(PUSH)
})

it('is looked at again where others were faster, and for a reading', async () => {
  const [one, other] = [ledger(), ledger()]
  await one.read()
  await other.append([LINE], AT, 'faster')
  expect(await asked(() => one.append([LINE], AT, 'slower'))).toEqual(['fetch-refs', ...FETCH, ...PUSH])
  await other.append([LINE], AT, 'faster')
  expect(await asked(() => one.read())).toEqual([...LOOK, ...FETCH])
  expect(await one.read()).toMatchObject({ value: { ledger: { lines: 3 } } })
})

it('gives what lies beside it as it was read, without another request', async () => {
  const one = ledger()
  await one.append([LINE], AT, 'run', new Map([['names.json', '{}']]))
  expect(await asked(() => one.beside('names.json'))).toEqual([])
  expect(await one.beside('names.json')).toMatchObject({ value: '{}' })
})

it('is begun anew, with nothing of the old, where somebody removed it meanwhile', async () => {
  const one = ledger()
  await one.append([LINE], AT, 'run')
  git(theRepository(served.world(), acme).gitDirectory, ['update-ref', '-d', `refs/heads/${LEDGER_BRANCH}`])
  expect(await one.append([LINE], AT, 'run')).toMatchObject({ value: { lines: [{ run: 'run' }] } })
})
