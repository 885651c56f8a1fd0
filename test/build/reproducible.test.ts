// Whether whoever builds Daypass gets our bytes, wherever the project lies and whatever the machine is set to.

import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const away = mkdtempSync(join(tmpdir(), 'daypass-elsewhere-'))
afterAll(() => rmSync(away, { recursive: true }), 60_000)

/** Links, because half a gigabyte would be copied otherwise; on another disk it is. */
function linked(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linked(source, target)
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true })
    else
      try {
        linkSync(source, target)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
        copyFileSync(source, target)
      }
  }
}

interface Machine {
  readonly folder: string
  readonly umask: number
  readonly env: Readonly<Record<string, string>>
}

/** Path → bytes. */
function builtOn({ folder, umask, env }: Machine): ReadonlyMap<string, string> {
  const project = join(away, folder)
  mkdirSync(project, { recursive: true })
  for (const name of ['src', 'schemas']) cpSync(join(ROOT, name), join(project, name), { recursive: true })
  cpSync(join(ROOT, 'package.json'), join(project, 'package.json'))
  linked(join(ROOT, 'node_modules'), join(project, 'node_modules'))
  const build = `process.umask(${umask}); process.argv[1] = '${project}/src/build/bundle.ts'; await import(process.argv[1])`
  execFileSync(process.execPath, ['--input-type=module', '-e', build], {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: 'pipe',
  })
  const dist = join(project, 'dist')
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(dist.length + 1), readFileSync(file, 'base64')]),
  )
}

describe('the bundle', () => {
  it('is the same to the byte in another folder, time zone and language, by another user with another umask', () => {
    const one = builtOn({ folder: 'a', umask: 0o022, env: { TZ: 'UTC', LANG: 'C', HOME: '/nowhere', USER: 'one' } })
    const other = builtOn({
      folder: 'some/longer path/ä',
      umask: 0o077,
      env: { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', HOME: '/elsewhere', USER: 'other', SOURCE_DATE_EPOCH: '1' },
    })
    expect(one.size).toBeGreaterThan(20)
    expect([...other.keys()]).toEqual([...one.keys()])
    expect([...one].filter(([file, bytes]) => other.get(file) !== bytes).map(([file]) => file)).toEqual([])
    const all = [...one.values()].map((bytes) => Buffer.from(bytes, 'base64').toString()).join('\n')
    expect(all).not.toContain(away)
  }, 120_000)
})
