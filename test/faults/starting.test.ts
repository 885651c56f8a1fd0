// Whether git started elsewhere is the same to whoever starts it.

import * as processes from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { git } from '../../src/edges/git/run.ts'
import { startElsewhere } from './starting.ts'

const folder = mkdtempSync(join(tmpdir(), 'daypass-starting-'))
let startHere: () => void = () => undefined
beforeAll(async () => {
  startHere = await startElsewhere(folder)
})
afterAll(() => {
  startHere()
  rmSync(folder, { recursive: true, force: true })
})

const inRepository = { directory: join(folder, 'one.git') }

it('a git started elsewhere is no child of this process', () => {
  const child = processes.spawn('git', ['--version'], { stdio: 'pipe' })
  expect(child).not.toBeInstanceOf(processes.ChildProcess)
  child.stdin.end()
})

it('it has its parameters, its input and its environment, and answers with all it wrote and its code', async () => {
  const made = await git(['init', '--quiet', '--bare', inRepository.directory], { directory: null })
  expect(made).toMatchObject({ code: 0, stderr: '' })
  const long = Buffer.alloc(3_000_000, 'daypass')
  const stored = await git(['hash-object', '-w', '--stdin'], { ...inRepository, input: long })
  const id = stored.stdout.toString().trim()
  const read = await git(['cat-file', 'blob', id], inRepository)
  expect(read.stdout.equals(long)).toBe(true)
  const environment = { GIT_AUTHOR_NAME: 'Marta', GIT_AUTHOR_EMAIL: 'm@example.com' }
  const author = await git(['var', 'GIT_AUTHOR_IDENT'], { ...inRepository, environment })
  expect(author.stdout.toString()).toMatch(/^Marta <m@example.com>/)
})

it('one that fails says why', async () => {
  const answer = await git(['cat-file', 'blob', 'f'.repeat(40)], inRepository)
  expect(answer).toMatchObject({ code: 128, stderr: expect.stringContaining('bad file') })
})

it('one that cannot be started is told as that', async () => {
  const before = process.env['PATH']
  process.env['PATH'] = folder
  const answer = await git(['--version'], { directory: null }).finally(() => {
    process.env['PATH'] = before
  })
  expect(answer).toMatchObject({ code: 127, stderr: expect.stringContaining('could not be started') })
})

it('one whose time is up is ended', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const address = silent.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const answer = await git(['ls-remote', `http://127.0.0.1:${port}/a.git`], { directory: null, timeout: 0.5 })
  expect(answer.code).toBe(124)
  silent.close()
})
