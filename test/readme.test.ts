// Whether what the documents say of commands, files and inputs is so.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inputsTable, outputsTable, sectionOf } from '../src/build/readme.ts'
import { usage } from '../src/entry/cli.ts'
import { COMMANDS } from '../src/entry/commands/index.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const README = text('README.md')
const ACTION = text('action.yml')
const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(text('package.json'))

/** Everything that people are told to read. */
const DOCUMENTS = [
  'README.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'config/README.md',
  'src/README.md',
  'src/sandbox/README.md',
  'src/modes/iam-user/README.md',
  'test/README.md',
]

describe('README.md', () => {
  it.each([
    ['inputs', inputsTable(ACTION)],
    ['outputs', outputsTable(ACTION)],
  ])('has the %s of action.yml', (section, table) => {
    expect(sectionOf(README, section)).toBe(table)
  })

  it('opens with the request of the example, and with what the demo shows Daypass to say about it', () => {
    const [, request = ''] = README.match(/```yaml\n# (config\/requests\/\S+)\n/) ?? []
    const shown = (README.match(/```yaml\n#.*\n([\s\S]*?)```/)?.[1] ?? '').replace(/ +# .*$/gm, '').trimEnd()
    expect(
      text(request)
        .replace(/^#.*\n/, '')
        .trimEnd(),
    ).toBe(shown)
    const transcript = sectionOf(README, 'transcript').replaceAll(/\[(`[^`]+`)\]/g, '$1')
    const said =
      README.slice(0, README.indexOf('## See it run'))
        .match(/^> ?\S.*$/gm)
        ?.map((line) => line.replace(/^> ?/, '')) ?? []
    expect(said.length).toBeGreaterThan(7)
    const asLine = (line: string): RegExp =>
      new RegExp(
        `^  │ ${line
          .split('…')
          .map((part) => part.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'))
          .join('.*')}$`,
        'm',
      )
    expect(said.filter((line) => !asLine(line).test(transcript))).toEqual([])
  })

  it('names every command there is, and says of each no more than its own help', () => {
    const named = [...README.matchAll(/\bdaypass (?:-- )?([a-z]+)\b(?! \w+ing)/g)].map(([, name]) => name)
    const told = README.match(/```sh\n(daypass [\s\S]*?)```/)?.[1] ?? ''
    expect([...told.matchAll(/^daypass ([a-z]+)/gm)].map(([, name]) => name)).toEqual(Object.keys(COMMANDS))
    expect([...new Set(named)].filter((name) => name !== undefined && !Object.hasOwn(COMMANDS, name))).toEqual([])
  })

  it('names no option that its command does not have', async () => {
    const known = await Promise.all(
      Object.values(COMMANDS).map(async ({ load }) => Object.keys((await load()).options)),
    )
    const options = ['help', 'json', ...known.flat()]
    // What the demo tells people to type into AWS's own command line is AWS's.
    const ours = README.replaceAll(/aws sso login .*/g, '')
    const named = [...ours.matchAll(/(?<![\w-])--([a-z][a-z-]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !options.includes(name))).toEqual([])
  })

  it('tells the exit codes that the command line tells', () => {
    expect(usage()).toMatch(/^Exit: 0 done or waiting, 1 findings, 2 blocked, 3 a call failed, 70 our bug\.$/m)
    expect(README.replace(/\s+/g, ' ')).toContain(
      'exit codes are 0 done or waiting, 1 findings, 2 blocked, 3 a call failed, 70 our bug.',
    )
  })

  it.each([...README.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name ?? ''))(
    'names the script %s, which is there',
    (name) => {
      expect(Object.keys(scripts)).toContain(name)
    },
  )
})

/** Everything below a folder, as paths from the root; what others bring is left out. */
const below = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (['node_modules', '.git'].includes(entry.name)) return []
    return entry.isDirectory() ? [path, ...below(path)] : [path]
  })

const there = below('')

const asPattern = (path: string): RegExp =>
  new RegExp(
    `(^|/)${path
      .replace(/[.+?^$()[\]\\|]/g, '\\$&')
      .replaceAll('**/', '(.+/)?')
      .replaceAll('*', '[^/]*')
      .replace(/<[a-z-]+>|…/g, '[^/]+')
      .replace(/\/$/, '')}$`,
  )

/** A name counts when something below the root, beside the document or in `src` is called so, whichever folder is meant. */
const exists = (name: string): boolean => there.some((path) => asPattern(name).test(path))

/** In code spans: what has an ending that files here have, or a slash at its end or inside. */
function filesNamedIn(document: string): readonly string[] {
  const plain = text(document)
    .replace(/```[\s\S]*?```/g, '')
    .replace(/<!-- transcript[\s\S]*?\/transcript -->/g, '')
  const spans = [...plain.matchAll(/`([^`]+)`/g)].flatMap(([, span]) => (span ?? '').split(/[\s,]+/))
  return [...new Set(spans)].filter(
    (one) =>
      /^[\w.<>*…/-]+$/.test(one) &&
      (/\.(ts|json|ya?ml|md|js|mjs)$/.test(one) ||
        /^(src|test|core|edges|entry|modes|sandbox|schemas|config|dist|sinks|knowledge)\//.test(one)),
  )
}

/** Names that stand for what somebody adds, or for a place outside this repository. */
const TO_COME = ['core/entitlements/<kind>.ts', 'test/conformance/<mode>.test.ts']

describe.each(DOCUMENTS)('%s', (document) => {
  it('is there', () => {
    expect(existsSync(join(ROOT, document))).toBe(true)
  })

  it('links to files that are there', () => {
    const links = [...text(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? '')
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([])
  })

  it('names files and folders that are there', () => {
    const named = filesNamedIn(document).filter((name) => !TO_COME.includes(name))
    expect(named.filter((name) => !exists(name))).toEqual([])
  })
})

it('the map names enough files for that to mean something', () => {
  expect(filesNamedIn('src/README.md').length).toBeGreaterThan(20)
  expect(exists('src/flow.ts') && exists('requests/**/<id>.yaml') && !exists('src/flown.ts')).toBe(true)
})
