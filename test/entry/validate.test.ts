// What `daypass validate` says of files on a disk that holds more than files.

import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CRASH, daypass, inFolder, putSettings, start } from './daypass.ts'

const REQUEST = 'for: marta\nduration: 2h\nreason: Look\naccess: [{account: orders-stage, policy: ViewOnlyAccess}]\n'

interface Told {
  readonly code: string
  readonly at: { readonly file: string; readonly line: number; readonly column: number }
}

/** Codes of the findings by file, as JSON tells them. */
async function findings(folder: string) {
  const { code, stdout, stderr } = await daypass(folder, ['validate', '--json'])
  expect(stderr).toBe('')
  const told: { readonly findings: readonly Told[] } = JSON.parse(stdout)
  return { exit: code, told: told.findings.map((one) => `${one.at.file}:${one.at.line} ${one.code}`) }
}

const inConfig = (spoil: (config: string) => void, work: (folder: string) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    putSettings(folder)
    mkdirSync(join(folder, 'config/requests/2026'), { recursive: true })
    writeFileSync(join(folder, 'config/requests/2026/marta-look.yaml'), REQUEST)
    spoil(join(folder, 'config'))
    await work(folder)
  })

describe('validate', () => {
  it('finds nothing wrong with the example and a sound request', () =>
    inConfig(
      () => undefined,
      async (folder) => {
        expect(await findings(folder)).toEqual({ exit: 0, told: [] })
        expect((await daypass(folder, ['validate'])).stdout).toMatch(/nothing wrong/)
      },
    ))

  it('does not wait for ever at a named pipe', () =>
    inConfig(
      (config) => void execFileSync('mkfifo', [join(config, 'requests/pipe.yaml')]),
      async (folder) => {
        expect(await findings(folder)).toEqual({ exit: 1, told: ['config/requests/pipe.yaml:1 file-mode'] })
      },
    ))

  it('tells every broken file at once, each with its place', () =>
    inConfig(
      (config) => {
        symlinkSync('/etc/passwd', join(config, 'requests/outside.yaml'))
        symlinkSync('../people.yaml', join(config, 'rules/inside.yaml'))
        symlinkSync('/nonexistent', join(config, 'dangling'))
        symlinkSync('.', join(config, 'requests/loop'))
        writeFileSync(join(config, 'requests/large.yaml'), 'a'.repeat(5_242_880))
        writeFileSync(join(config, 'requests/latin.yaml'), Buffer.from('for: marta\nreason: caf\xe9\n', 'latin1'))
        writeFileSync(join(config, 'requests/twice.yaml'), 'for: marta\nfor: lena\n')
        writeFileSync(join(config, 'requests/empty.yaml'), '')
        writeFileSync(join(config, 'requests/runs.yaml'), REQUEST)
        chmodSync(join(config, 'requests/runs.yaml'), 0o755)
        writeFileSync(join(config, 'notes.txt'), 'to do')
      },
      async (folder) => {
        const { exit, told } = await findings(folder)
        expect(exit).toBe(1)
        expect(told).toEqual([
          'config/dangling:1 file-mode',
          'config/notes.txt:1 file-unexpected',
          'config/requests/empty.yaml:1 yaml-empty',
          'config/requests/large.yaml:1 yaml-size',
          'config/requests/latin.yaml:1 yaml-encoding',
          'config/requests/loop:1 file-mode',
          'config/requests/outside.yaml:1 file-mode',
          'config/requests/runs.yaml:1 file-mode',
          'config/requests/twice.yaml:2 yaml-duplicate-key',
          'config/rules/inside.yaml:1 file-mode',
        ])
        const { stdout } = await daypass(folder, ['validate'])
        expect(stdout).toMatch(/^config\/requests\/twice\.yaml:2:1 .* yaml-duplicate-key$/m)
        expect(stdout).not.toContain('root:')
      },
    ))

  it('tells that settings are missing rather than that all is well', () =>
    inConfig(
      (config) => rmSync(join(config, 'people.yaml')),
      async (folder) =>
        expect(await findings(folder)).toMatchObject({
          exit: 1,
          told: expect.arrayContaining(['config/people.yaml:1 file-missing']),
        }),
    ))

  it('checks requests against settings', () =>
    inConfig(
      (config) =>
        writeFileSync(join(config, 'requests/nobody.yaml'), REQUEST.replace('marta', 'marte').replace('2h', '2m')),
      async (folder) =>
        expect(await findings(folder)).toEqual({
          exit: 1,
          told: ['config/requests/nobody.yaml:1 unknown-person', 'config/requests/nobody.yaml:2 time-short'],
        }),
    ))

  it('names a folder that may not be read, and judges nothing', () =>
    inConfig(
      (config) => {
        mkdirSync(join(config, 'requests/locked'))
        chmodSync(join(config, 'requests/locked'), 0)
      },
      async (folder) => {
        // Root may read everything: then somebody else looks.
        chmodSync(folder, 0o755)
        const { code, stdout, stderr } = await start(folder, ['validate'], {}, process.getuid?.() === 0 ? 65_534 : null)
        expect([code, stdout]).toEqual([1, ''])
        expect(stderr).toMatch(/^reading config: .*config\/requests\/locked/)
        expect(stderr).not.toMatch(CRASH)
      },
    ))
})
