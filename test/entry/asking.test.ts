// What list, request, end and doctor tell and do in a folder, as people use them.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inOffice, LOOK, land } from './company.ts'
import { ANSI, daypass, git, inFolder, putSettings } from './daypass.ts'

const inExample = (work: (folder: string) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    putSettings(folder)
    git(folder, 'init', '--quiet', '--initial-branch', 'main')
    git(folder, 'add', '.')
    git(folder, 'commit', '--quiet', '--message', 'Settings')
    git(folder, 'remote', 'add', 'origin', 'git@github.com:harbor-goods/access.git')
    await work(folder)
  })

const FLAGS = ['--for', 'marta', '--account', 'orders-prod', '--bundle', 'orders-oncall', '--reason', 'Queue is stuck']

describe('list', () => {
  it('tells what a person may ask for, whose approval it takes, and what never', () =>
    inExample(async (folder) => {
      const said = await daypass(folder, ['list', '--for', 'marta'])
      expect([said.code, said.stderr]).toEqual([0, ''])
      expect(said.stdout).toMatch(/^ {2}orders-prod +orders-oncall +2h +1 approval by aiko, tomas$/m)
      expect(said.stdout).toMatch(/^ {2}sandbox-dev +sandbox-builder +1d +nobody has to approve it$/m)
      expect(said.stdout).toMatch(/payer {2}never: Only Finance IT changes the payer account/)
      expect(said.stdout).not.toMatch(/^ {2}payer +orders-oncall/m)
      expect(said.stdout).not.toContain(ANSI)
    }))

  it('tells the same to programs, of one or of everybody', () =>
    inExample(async (folder) => {
      const one = JSON.parse((await daypass(folder, ['list', '--for', 'bruno', '--json'])).stdout)
      expect(one).toMatchObject({ person: 'bruno', offers: expect.any(Array) })
      expect(one.offers.some(({ allowed }: { allowed: boolean }) => allowed)).toBe(false)
      const all = JSON.parse((await daypass(folder, ['list', '--json'])).stdout)
      expect(all.map(({ person }: { person: string }) => person)).toContain('marta')
    }))

  it('knows nobody by a wrong name, and whom it could mean', () =>
    inExample(async (folder) => {
      const said = await daypass(folder, ['list', '--for', 'martha'])
      expect([said.code, said.stderr.trim()]).toEqual([1, 'people.yaml knows no "martha". Did you mean marta?'])
    }))
})

describe('request', () => {
  it('asks for a permission set where people enter through Identity Center', () =>
    inExample(async (folder) => {
      const flags = [
        '--for',
        'lena',
        '--account',
        'analytics',
        '--permission-set',
        'WarehouseReader',
        '--duration',
        '2h',
      ]
      const said = await daypass(folder, ['request', ...flags, '--reason', 'Look', '--print'])
      expect(said.stdout).toBe(
        'for: lena\nreason: Look\nduration: 2h\naccess:\n  - account: analytics\n    permissionSet: WarehouseReader\n',
      )
    }))

  it('writes the file, tells whose approval it takes, and links to the same file on GitHub', () =>
    inExample(async (folder) => {
      const said = await daypass(folder, ['request', ...FLAGS, '--id', 'queue'])
      expect(said.code).toBe(0)
      const [path = ''] = /config\/requests\/\d{4}\/\d{2}\/queue\.yaml/.exec(said.stderr) ?? []
      const text = readFileSync(join(folder, path), 'utf8')
      expect(text).toBe(
        'for: marta\nreason: Queue is stuck\naccess:\n  - account: orders-prod\n    bundle: orders-oncall\n',
      )
      expect(said.stdout).toContain('Waiting for 1 approval by orders-leads')
      const link = new URL(/https:\/\/github\.com\S+/.exec(said.stdout)?.[0] ?? '')
      expect(link.pathname).toMatch(/^\/harbor-goods\/access\/new\/main\/config\/requests\/\d{4}\/\d{2}$/)
      expect([link.searchParams.get('filename'), link.searchParams.get('value')]).toEqual(['queue.yaml', text])
      expect((await daypass(folder, ['validate'])).code).toBe(0)
      expect((await daypass(folder, ['request', ...FLAGS, '--id', 'queue'])).code).toBe(1)
    }))

  it('only prints where that is asked, and says what is missing where nobody can be asked', () =>
    inExample(async (folder) => {
      const printed = await daypass(folder, ['request', ...FLAGS, '--print'])
      expect(printed.stdout).toMatch(/^for: marta$/m)
      expect(existsSync(join(folder, 'config/requests'))).toBe(false)
      const nothing = await daypass(folder, ['request', '--for', 'marta'])
      expect([nothing.code, nothing.stderr.trim()]).toEqual([
        1,
        'Say also: --account, --bundle (or --policy, --role, --group, --permission-set, --resource, --actions).',
      ])
      const both = await daypass(folder, ['request', ...FLAGS, '--policy', 'ReadOnlyAccess'])
      expect(both.stderr).toContain('one thing at a time')
    }))

  it('asks for one resource by its level or by a policy', () =>
    inExample(async (folder) => {
      const base = [
        'request',
        '--for',
        'marta',
        '--account',
        'orders-stage',
        '--duration',
        '1h',
        '--reason',
        'why',
        '--print',
      ]
      const exports = ['--resource', 'arn:aws:s3:::orders-exports']
      const read = await daypass(folder, [...base, ...exports, '--level', 'read', '--prefix', '2026/12/'])
      expect(read.stdout).toMatch(/resource: arn:aws:s3:::orders-exports\n +level: read\n +prefix: 2026\/12\//)
      const narrowed = await daypass(folder, [...base, ...exports, '--policy', 'AmazonS3ReadOnlyAccess'])
      expect(narrowed.stdout).toMatch(/resource: .*\n +policy: AmazonS3ReadOnlyAccess/)
      const neither = await daypass(folder, [...base, ...exports])
      expect([neither.code, neither.stderr.trim()]).toEqual([1, '--resource wants --level or --policy, not both.'])
      const nowhere = await daypass(folder, [...base, '--level', 'read'])
      expect(nowhere.stderr).toContain('want --resource')
    }))

  it('writes nothing that has findings, and tells them', () =>
    inExample(async (folder) => {
      const said = await daypass(folder, ['request', ...FLAGS, '--bundle', 'orders-onkall', '--id', 'queue'])
      expect([said.code, said.stderr.trim()]).toEqual([1, 'Nothing was written: mend the findings first.'])
      expect(said.stdout).toContain('The bundle `orders-onkall` is not known')
      expect(said.stdout).not.toContain('https://')
      expect(existsSync(join(folder, 'config/requests'))).toBe(false)
    }))

  it('takes hostile words as words', () =>
    inExample(async (folder) => {
      const reason = 'x\naccess: []\n# "\'{}[]&*!|>%@`'
      const said = await daypass(folder, ['request', ...FLAGS, '--reason', reason, '--id', 'words', '--json'])
      const told = JSON.parse(said.stdout)
      expect(told.preview.requests[0].reason).toBe(reason)
      expect(told.preview.requests[0].items).toHaveLength(2)
      const wrong = await daypass(folder, ['request', ...FLAGS, '--id', '../../evil'])
      expect(wrong.code).toBe(1)
      expect(readdirSync(folder).toSorted()).toEqual(['.git', 'config'])
    }))
})

describe('end', () => {
  it('deletes the file, says what that means, and how to take it back', () =>
    inExample(async (folder) => {
      await daypass(folder, ['request', ...FLAGS, '--id', 'queue'])
      git(folder, 'add', '.')
      git(folder, 'commit', '--quiet', '--message', 'Ask')
      const said = await daypass(folder, ['end', 'queue'])
      expect([said.code, said.stderr]).toEqual([0, ''])
      expect(said.stdout).toMatch(/nobody has to approve that/)
      expect(git(folder, 'status', '--short')).toMatch(/^ D config\/requests\/.*queue\.yaml\n$/)
      const none = await daypass(folder, ['end', 'queu'])
      expect([none.code, none.stderr.trim()]).toEqual([1, 'There is no request "queu" here.'])
    }))

  it('leaves a file alone that git could not bring back', () =>
    inExample(async (folder) => {
      await daypass(folder, ['request', ...FLAGS, '--id', 'queue'])
      const said = await daypass(folder, ['end', 'queue'])
      expect([said.code, said.stderr]).toEqual([1, expect.stringContaining('was never committed')])
      expect(git(folder, 'status', '--short', '--untracked-files=all')).toMatch(/queue\.yaml/)
    }))
})

describe('doctor', () => {
  it('tells that the record is whole, and where it is not', () =>
    inOffice(async (office) => {
      land(office, LOOK)
      await office.apply()
      const whole = await daypass(office.clone(), ['doctor', '--ledger'], office.environment)
      expect([whole.code, whole.stderr]).toEqual([0, ''])
      expect(whole.stdout).toMatch(/^✓ \d+ lines, each naming the one before it/m)
      expect(whole.stdout).toMatch(/^✓ every run that opened it closed it$/m)
      const folder = office.clone()
      git(folder, 'fetch', '--quiet', 'origin', 'daypass-ledger:daypass-ledger')
      const local = await daypass(folder, ['doctor', '--ledger', '--json'])
      expect(JSON.parse(local.stdout)).toMatchObject({ whole: true, unclosed: [] })
      const [month = ''] = git(folder, 'ls-tree', '--name-only', 'daypass-ledger:record').split('\n')
      const text = git(folder, 'cat-file', 'blob', `daypass-ledger:record/${month}`).split('\n')
      git(folder, 'checkout', '--quiet', 'daypass-ledger')
      const { writeFileSync } = await import('node:fs')
      writeFileSync(join(folder, 'record', month), [...text.slice(0, 1), ...text.slice(2)].join('\n'))
      git(folder, 'commit', '--quiet', '--all', '--message', 'Forget')
      git(folder, 'update-ref', '-d', 'refs/remotes/origin/daypass-ledger')
      const broken = await daypass(folder, ['doctor', '--ledger'])
      expect(broken.code).toBe(2)
      expect(broken.stderr).toMatch(/THE RECORD IS NOT WHOLE: .*the chain is broken at line 2/)
    }))
})
