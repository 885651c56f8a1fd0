// The search as people use it: in a clone that fetched the inventory.

import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refreshWhole } from '../../src/entry/inventory/refreshing.ts'
import { daypass } from './daypass.ts'
import { type Ground, PROD, queue, STAGE, startInventory } from './inventory/ground.ts'

describe('daypass search', () => {
  let ground: Ground
  let clone = ''
  beforeAll(async () => {
    ground = await startInventory({
      [PROD]: {
        resources: {
          [queue(PROD, 'orders')]: { tags: { env: 'prod' } },
          'arn:aws:s3:::orders-exports': { region: 'eu-west-1' },
          'arn:aws:s3:::invoices\u009b2026': { region: 'eu-west-1' },
        },
      },
      [STAGE]: {
        regions: ['eu-west-1', 'eu-central-1'],
        indexes: { 'eu-west-1': { type: 'AGGREGATOR', state: 'ACTIVE' } },
        resources: { [queue(STAGE, 'orders')]: {} },
      },
    })
    await refreshWhole(ground.asked())
    clone = mkdtempSync(join(tmpdir(), 'daypass-clone-'))
    execFileSync('git', ['clone', '--quiet', '--no-checkout', ground.remote, clone], { stdio: 'pipe' })
  })
  afterAll(() => ground.sandbox.close())

  it('finds, says why, how old the answer is, and what is incomplete', async () => {
    const said = await daypass(clone, ['search', 'type:sqs:queue'])
    expect(said.code).toBe(0)
    expect(said.stdout).toContain(`prod     sqs:queue  orders  ${queue(PROD, 'orders')}`)
    expect(said.stdout).toContain('  type sqs:queue')
    expect(said.stderr).toMatch(/2 found, as of 20\d\d-.*Z\./)
    expect(said.stderr).toContain('Known to be incomplete: stage.')
  })

  it('tells who reaches what', async () => {
    const said = await daypass(clone, ['search', 'user:marta -> exports', '--json'])
    const [row] = JSON.parse(said.stdout).rows
    expect(row).toMatchObject({
      who: 'user marta@example.com',
      through: 'policy ReadOnlyAccess',
      what: 'arn:aws:s3:::orders-exports',
    })
  })

  it('prints values for a spreadsheet, all of them', async () => {
    const said = await daypass(clone, ['search', 'orders', '--csv', '--limit', '1'])
    const [head, ...rows] = said.stdout.trim().split('\r\n')
    expect([head, rows.length]).toEqual(['account,kind,name,arn,tags,why', 3])
  })

  it('suggests near names where it finds nothing', async () => {
    const said = await daypass(clone, ['search', 'orders-exprots'])
    expect([said.code, said.stdout, said.stderr]).toEqual([
      0,
      '',
      expect.stringContaining('Did you mean orders-exports?'),
    ])
  })

  it.each([
    [['search', 'invoices-2026'], 'Did you mean invoices‹U+009B›2026?'],
    [['search', 'invoices'], 's3:bucket  invoices‹U+009B›2026'],
    [['search', 'invoices', '--csv'], 's3:bucket,invoices‹U+009B›2026'],
    [['search', 'invoices', '--json'], '"name":"invoices\\u009b2026"'],
    [['search', 'invoices', '--branch', 'a\u001b[2J'], 'refs/heads/a‹U+001B›[2J'],
  ])('%j gives a name no power over the terminal', async (words, shown) => {
    const { stdout, stderr } = await daypass(clone, words)
    expect(`${stdout}${stderr}`).toContain(shown)
    expect(`${stdout}${stderr}`).not.toMatch(/(?![\r\n])\p{Cc}/u)
  })

  it.each([
    [['search', 'usr:marta'], 1, 'Did you mean user:'],
    [['search', 'orders', '--limit', 'many'], 1, '--limit wants a number'],
    [['search', 'orders', '--branch', 'nowhere'], 3, 'git fetch origin nowhere'],
  ])('%j comes to nothing, and says what to do', async (words, code, says) => {
    const said = await daypass(clone, words)
    expect([said.code, said.stderr]).toEqual([code, expect.stringContaining(says)])
  })
})
