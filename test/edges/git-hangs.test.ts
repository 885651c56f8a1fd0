// A git whose server never answers is given up in time, and nothing of it stays behind.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { git, gitError } from '../../src/edges/git/run.ts'

async function withSilentServer(act: (url: string) => Promise<void>): Promise<void> {
  let asked = 0
  let closed = 0
  const server = createServer((request) => {
    asked += 1
    request.socket.once('close', () => {
      closed += 1
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  try {
    await act(`http://127.0.0.1:${port}/a/b.git`)
    await expect.poll(() => [asked, closed]).toEqual([1, 1])
  } finally {
    server.closeAllConnections()
    await new Promise((ended) => server.close(ended))
  }
}

it('gives up a server that never answers, with the helper that speaks to it', async () => {
  await withSilentServer(async (url) => {
    const started = performance.now()
    const answer = await git(['ls-remote', url], { directory: null, timeout: 1 })
    expect([answer.code, answer.stderr]).toEqual([124, 'git was ended after 1 s'])
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

it('gives up a server that is silent long before its time is up, and says so', { timeout: 40_000 }, async () => {
  const told = await git(['config', '--get', 'http.lowSpeedTime'], { directory: null })
  expect(told.stdout.toString()).toBe('120\n')
  await withSilentServer(async (url) => {
    const environment = { GIT_HTTP_LOW_SPEED_TIME: '2' }
    const answer = await git(['ls-remote', url], { directory: null, timeout: 30, environment })
    expect(answer.code).toBe(128)
    expect(gitError('look', answer)).toMatchObject({ kind: 'unreachable', said: expect.stringMatching(/too slow/i) })
  })
})
