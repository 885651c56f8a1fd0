// Whether the packages that Daypass is built from are the ones that were chosen, each for a reason, and run nothing when installed.

import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
  readonly scripts: Readonly<Record<string, string>>
}

const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const lock: { readonly packages: Readonly<Record<string, Locked & Manifest>> } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
)
const locked: readonly (readonly [string, Locked])[] = Object.entries(lock.packages).filter(([folder]) => folder !== '')
const nameOf = (folder: string): string => folder.replace(/^.*node_modules\//, '')

/** npm writes no address for the registry it was set to; then the hash alone says which bytes are meant. */
const strange = ({ version, integrity, resolved, link }: Locked): boolean =>
  link === true ||
  !/^\d+\.\d+\.\d+/.test(version) ||
  !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ||
  (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))

/** What is used without being imported. */
const UNIMPORTED: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'npm run lint',
  '@types/mdast': 'the types of what `mdast` packages read',
  '@types/node': 'the types that tsconfig.json names',
  '@vitest/coverage-v8': 'vitest --coverage loads it',
  typescript: 'npm run typecheck',
}

describe('the lock file', () => {
  it('holds the SHA-512 of every package, and none from elsewhere than the registry', () => {
    expect(locked.length).toBeGreaterThan(100)
    expect(locked.filter(([, one]) => strange(one)).map(([folder]) => folder)).toEqual([])
  })

  it.each<[string, Partial<Locked>]>([
    ['without its hash', { integrity: '' }],
    ['by a weak hash', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    ['from Git', { resolved: 'git+ssh://git@github.com/a/b.git#0123' }],
    ['from another address', { resolved: 'https://registry.npmjs.org.example/a.tgz' }],
    ['from a folder', { link: true }],
  ])('would be found to hold one %s', (_says, change) => {
    const well = { version: '1.0.0', integrity: `sha512-${'a'.repeat(86)}==` }
    expect(strange(well)).toBe(false)
    expect(strange({ ...well, ...change })).toBe(true)
  })

  it('was made for the dependencies that package.json names', () => {
    const { dependencies, devDependencies, optionalDependencies } = lock.packages[''] ?? {}
    expect({ dependencies, devDependencies, optionalDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
      optionalDependencies: manifest.optionalDependencies,
    })
  })
})

describe('what is installed', () => {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

  it('is named by its exact version', () => {
    expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('runs no script: the packages that bring one are told not to, and nothing else is', () => {
    const bring = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([folder]) => nameOf(folder))
    expect(manifest.allowScripts).toEqual(Object.fromEntries(bring.map((name) => [name, false])))
    expect(
      Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare|prepublish)$/.test(name)),
    ).toEqual([])
  })

  it('is used: imported somewhere, or for the reason that is written here', () => {
    const text = globSync('{src,test}/**/*.{ts,mjs}', { cwd: ROOT })
      .filter((file) => file !== relative(ROOT, import.meta.filename))
      .map((file) => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n')
    const imported = (name: string): boolean =>
      new RegExp(`['"]${name.replaceAll('.', '\\.')}(/[^'"]*)?['"]`).test(text)
    const asked = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(asked.filter((name) => !imported(name)).sort()).toEqual(Object.keys(UNIMPORTED).sort())
  })

  it('brings Node 24 for each platform, and nothing else that is optional', () => {
    const optional = Object.entries(manifest.optionalDependencies)
    expect(optional.every(([name, version]) => /^node-/.test(name) && /^24\./.test(version))).toBe(true)
  })
})
