// What the command `daypass doctor` prints, how it ends, and what theft of each credential would cost.

import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { REPOSITORY } from '../../src/entry/commands/demo/company.ts'
import type { Check } from '../../src/install/check.ts'
import { ADMIN, company, examined, make, SAFE } from './doctor-ground.ts'

describe('what theft costs', () => {
  it('names every credential, and what the settings let it do', async () => {
    make(SAFE)
    const { thefts } = await examined()
    expect(thefts.map(({ credential }) => credential)).toEqual([
      'arn:aws:iam::999900001111:role/daypass/hub-apply',
      'arn:aws:iam::999900001111:role/daypass/hub-expire',
      'arn:aws:iam::999900001111:role/daypass/hub-inventory',
      'the key to harbor.okta.com',
      'GitHub token of the jobs apply and expire',
      'GitHub token of the job merge',
      'GitHub account of a requester',
      'GitHub account of an approver',
      'GitHub account of an owner',
    ])
    expect(thefts[0]?.worst).toContain('comes into a group (readers)')
  })
})

/** With the sandbox in this very process, waiting must not stop it. */
const run = (words: readonly string[], environment: Readonly<Record<string, string>>) =>
  new Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>((resolve) => {
    const child = spawn(process.execPath, ['src/entry/cli-main.ts', ...words], {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    })
    const [stdout, stderr]: [string[], string[]] = [[], []]
    child.stdout.on('data', (data) => stdout.push(String(data)))
    child.stderr.on('data', (data) => stderr.push(String(data)))
    child.on('close', (code) => resolve({ code, stdout: stdout.join(''), stderr: stderr.join('') }))
  })

describe('the command', () => {
  it('tells all of it, and ends as findings where something is wrong', async () => {
    make(SAFE)
    const { url } = company.sandbox
    const { code, stdout, stderr } = await run(['doctor', '--json'], {
      GITHUB_TOKEN: ADMIN,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_API_URL: `${url}/github`,
      GITHUB_GRAPHQL_URL: `${url}/github/graphql`,
      GITHUB_SERVER_URL: `${url}/git`,
    })
    const told = JSON.parse(stdout)
    expect(stderr).toBe('')
    expect(told.tier.tier).toBe('basic')
    const wrong = told.parts
      .flatMap(({ checks }: { readonly checks: readonly Check[] }) => checks)
      .filter(({ state }: Check) => state !== 'fine' && state !== 'note')
    expect(wrong.map(({ about }: Check) => about)).toEqual([
      'start of the settings in apply',
      'start of the settings in expire',
    ])
    expect(code).toBe(1)
  })

  it('without a token could not check, and never says fine', async () => {
    const { code, stdout } = await run(['doctor'], {})
    expect(stdout).toContain('there is no GITHUB_TOKEN to ask with')
    expect(stdout).toContain('NO TIER')
    expect(code).toBe(1)
  })
})
