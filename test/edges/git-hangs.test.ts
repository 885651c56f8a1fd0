// A git whose server never answers is given up in time, and nothing of it stays behind.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { git } from '../../src/edges/git/run.ts'

it('gives up a server that never answers, with the helper that speaks to it', async () => {
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
    const started = performance.now()
    const answer = await git(['ls-remote', `http://127.0.0.1:${port}/a/b.git`], { directory: null, timeout: 1 })
    expect([answer.code, answer.stderr]).toEqual([124, 'git was ended after 1 s'])
    expect(performance.now() - started).toBeLessThan(5000)
    await expect.poll(() => [asked, closed]).toEqual([1, 1])
  } finally {
    server.closeAllConnections()
    await new Promise((ended) => server.close(ended))
  }
})
