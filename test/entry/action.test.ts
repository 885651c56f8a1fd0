// What the Action answers when it is told something wrong, before it asks the world anything.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, ROOT, type Variables } from './daypass.ts'

/** The Action from source, as a runner starts it; nothing of the world can be reached. */
function act(folder: string, inputs: Variables, environment: Variables = {}) {
  const home = mkdtempSync(join(folder, 'run-'))
  const [output, summary] = [join(home, 'output'), join(home, 'summary')]
  writeFileSync(output, '')
  writeFileSync(summary, '')
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/entry/action.ts')], {
    cwd: home,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'] ?? '',
      GITHUB_REPOSITORY: 'harbor-goods/access',
      GITHUB_SERVER_URL: 'http://127.0.0.1:9',
      GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/graphql',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: home,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...environment,
    },
  })
  return { code: status, stdout, stderr, output: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') }
}

describe('the Action', () => {
  it.each([
    [
      { command: 'grant' },
      /^::error::The input command is "grant"; it must be one of plan, merge, apply, expire, close, hold, form, comment, tidy, verify, inventory\.$/m,
    ],
    [{ command: '' }, /^::error::The input command is ""/m],
    [{ command: 'toString' }, /^::error::The input command is "toString"/m],
    [{ command: 'a\n::set-env::b' }, /^::error::The input command is "a\\n::set-env::b"/m],
    [{ command: 'apply', start: 'main' }, /^::error::The input start is not a full commit SHA: "main"\.$/m],
  ])('told %j names the input in an annotation and ends as 1', (inputs, says) =>
    inFolder(async (folder) => {
      const { code, stdout, stderr, output } = act(folder, inputs)
      expect(code).toBe(1)
      expect(stdout).toMatch(says)
      expect([stderr, output]).toEqual(['', ''])
    }),
  )

  it('asked to plan without GitHub says so, in the summary and as JSON', () =>
    inFolder(async (folder) => {
      const { code, stdout, summary, output } = act(folder, { command: 'plan', 'github-token': 't' })
      expect(code).toBe(3)
      expect(stdout).toContain('Pull requests could not be read')
      expect(summary).toContain('Pull requests could not be read')
      const file = /^json<<(\S+)\n(.*)\n\1$/m.exec(output)?.[2] ?? ''
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
        exit: 3,
        error: expect.stringContaining('Pull requests could not be read'),
      })
    }))

  it.each(['apply', 'expire', 'plan'])('that cannot reach the repository says so for %s and does nothing', (command) =>
    inFolder(async (folder) => {
      const { code, summary, stderr } = act(folder, { command, 'pull-request': '1', 'github-token': 'ghs_verysecret' })
      expect([code, stderr]).toEqual([3, ''])
      expect(summary).toMatch(/Nothing was done\.\*\* .*could not be read/)
      expect(summary).not.toContain('ghs_verysecret')
    }),
  )

  it('that meets a bug of ours ends as 70, with the stack', () =>
    inFolder(async (folder) => {
      const { code, stderr } = act(folder, { command: 'plan' }, { GITHUB_OUTPUT: join(folder, 'no/such/file') })
      expect(code).toBe(70)
      expect(stderr).toMatch(/^This is a bug of Daypass, please report it:\n\s+Error: .*\n\s+at /)
    }))
})
