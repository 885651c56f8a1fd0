// The import law, file sizes and names of the house, checked on the source text itself.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = join(dirname(fileURLToPath(import.meta.url)), '../src')

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  )

const files = filesBelow(SRC)
  .filter((file) => /\.(ts|mjs)$/.test(file))
  .map((file) => ({ path: relative(SRC, file), text: readFileSync(file, 'utf8') }))
  .sort((a, b) => (a.path < b.path ? -1 : 1))

interface Import {
  readonly from: string
  /** Path below src, `node:…` or a package's name. */
  readonly of: string
  readonly isType: boolean
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"\n;]*?from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g
const MULTILINE = /(?:^|\n)(?:import|export)\s+(type\s+)?\{[^}]*\}\s+from\s+['"]([^'"]+)['"]/g

const importsOf = ({ path, text }: { path: string; text: string }): readonly Import[] =>
  [...text.matchAll(IMPORT), ...text.matchAll(MULTILINE)].flatMap((found) => {
    const named = found[2] ?? found[3]
    if (named === undefined) return []
    const of = named.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), named)) : named
    return [{ from: path, of, isType: found[1] !== undefined }]
  })

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

const imports = files.flatMap(importsOf)

interface Law {
  readonly folder: string
  readonly may: readonly (string | RegExp)[]
  readonly because: string
}

/** First match decides. What a folder may import beside itself. */
const LAWS: readonly Law[] = [
  { folder: 'core/model/', may: ['node:crypto'], because: 'nouns depend on no verb' },
  {
    folder: 'core/policy/',
    may: ['core/model/', 're2js'],
    because: 'the algebra knows policies, not requests',
  },
  {
    folder: 'core/entitlements/',
    may: ['core/model/', 'core/policy/', 'core/documents/shapes.ts', /schemas\/item\.schema\.json$/],
    because: 'a kind says what is allowed, not how anybody comes to hold it',
  },
  {
    folder: 'core/documents/',
    may: [
      'core/model/',
      'core/policy/',
      'core/entitlements/',
      'schemas',
      '../schemas',
      /^\.\.\/schemas/,
      'yaml',
      'ajv',
      'ajv-formats',
      /^ajv\//,
    ],
    because: 'reading ends where judging begins',
  },
  {
    folder: 'core/approval/',
    may: ['core/model/', 'core/policy/', 'core/documents/'],
    because: 'a verdict must not know how access is given',
  },
  {
    folder: 'core/plan/',
    may: [
      'core/model/',
      'core/documents/',
      'core/entitlements/',
      'core/approval/',
      'core/policy/',
      'core/report/record.ts',
    ],
    because: 'the plan must not know how YAML, AWS or a comment look',
  },
  {
    folder: 'core/inventory/',
    may: ['core/model/', 'core/policy/'],
    because: 'what there is does not hang on what anybody asks for',
  },
  {
    folder: 'core/search/',
    may: ['core/model/', 'core/policy/', 'core/inventory/', /^core\/report\/(escape|palette)\.ts$/, 're2js'],
    because: 'a search reads lines and knows nothing of where they come from',
  },
  {
    folder: 'core/report/',
    may: ['core/model/', 'core/plan/', 'core/approval/', 'core/policy/', 'core/documents/'],
    because: 'words read results and make none',
  },
  {
    folder: 'core/conversation/',
    may: ['core/model/', 'core/plan/', 'core/approval/', 'core/documents/', 'core/report/', 'core/policy/'],
    because: 'what is said on GitHub follows from what was judged and recorded, and from nothing else',
  },
  {
    folder: 'modes/any/',
    may: ['core/model/', 'core/plan/'],
    because: 'what every mode may use knows no vendor',
  },
  {
    folder: 'modes/aws/',
    may: ['core/model/', 'core/plan/', 'core/policy/', 'edges/aws/', 'modes/any/'],
    because: 'what all ways of giving access in AWS accounts share knows none of them',
  },
  {
    folder: 'modes/iam-user/',
    may: ['core/model/', 'core/plan/', 'core/policy/', 'edges/aws/', 'modes/aws/', 'modes/any/'],
    because: 'a mode knows no other mode',
  },
  {
    folder: 'modes/identity-center/',
    may: ['core/model/', 'core/plan/', 'core/policy/', 'edges/aws/', 'modes/aws/', 'modes/any/'],
    because: 'a mode knows no other mode',
  },
  {
    folder: 'modes/okta/',
    may: ['core/model/', 'core/plan/', 'edges/okta/'],
    because: 'what all ways of giving access by Okta share knows none of them',
  },
  {
    folder: 'modes/okta-group/',
    may: ['core/model/', 'core/plan/', 'edges/okta/', 'modes/any/', 'modes/okta/'],
    because: 'a mode knows no other mode',
  },
  {
    folder: 'modes/okta-saml/',
    may: ['core/model/', 'core/plan/', 'core/policy/', 'edges/', 'modes/any/', 'modes/aws/', 'modes/okta/'],
    because: 'a mode knows no other mode',
  },
  {
    folder: 'modes/',
    may: ['core/model/', 'core/plan/', 'core/policy/', 'edges/'],
    because: 'the only place where core and the world meet',
  },
  {
    folder: 'install/blueprint/',
    may: [
      'core/model/',
      'core/policy/',
      /^modes\/(aws\/|index\.ts|okta-saml\/(naming|place)\.ts)/,
      'collectors/calls.ts',
    ],
    because: 'what an installation is made of follows from settings and tables alone',
  },
  {
    folder: 'install/print/',
    may: ['core/model/', 'install/blueprint/', 'yaml'],
    because: 'a printer writes down what the blueprint says',
  },
  {
    folder: 'install/',
    may: ['core/', 'install/', 'modes/', 'collectors/', 'edges/', 'yaml'],
    because: 'whether an installation is safe is looked at and judged, and nothing is changed',
  },
  {
    folder: 'collectors/',
    may: [
      'core/model/',
      'core/policy/',
      'core/inventory/',
      'edges/aws/',
      'modes/aws/',
      'modes/any/',
      'modes/identity-center/',
    ],
    because: 'they read the world and decide nothing',
  },
  {
    folder: 'sinks/',
    may: ['core/model/', 'core/report/'],
    because: 'whoever is told learns it from the record',
  },
  {
    folder: 'edges/',
    may: [
      'core/model/',
      'core/approval/',
      'core/report/',
      'core/conversation/',
      'node:',
      '@actions/',
      '@aws-sdk/',
      '@smithy/',
      '@octokit/',
      '@okta/',
    ],
    because: 'a client knows no rule',
  },
  { folder: 'knowledge/', may: ['core/', 'node:'], because: 'it is data with a loader' },
  { folder: 'flow.ts', may: ['core/'], because: 'the order of steps, nothing else' },
  { folder: 'entry/commands/demo', may: [/./], because: 'the demo plays on the sandbox' },
  { folder: 'entry/', may: [/^(?!sandbox\/)/], because: 'wiring has one address, and the product knows no sandbox' },
  { folder: 'sandbox/', may: ['node:'], because: 'an oracle that shared our code would share our bugs' },
  { folder: 'build/', may: [/./], because: 'it makes what the others ship' },
]

const lawFor = (path: string): Law | undefined => LAWS.find((law) => path.startsWith(law.folder))

const allowed = (law: Law, one: Import): boolean =>
  one.of.startsWith(law.folder) ||
  law.may.some((may) => (typeof may === 'string' ? one.of.startsWith(may) : may.test(one.of)))

describe('the import law', () => {
  it('reads imports at all', () => {
    expect(imports.length).toBeGreaterThan(300)
    expect(imports.some((one) => one.from === 'flow.ts' && one.of === 'core/plan/draft.ts')).toBe(true)
  })

  it.each(LAWS)('$folder: $because', (law) => {
    const broken = imports
      .filter((one) => lawFor(one.from) === law && !allowed(law, one))
      .map((one) => `${one.from} imports ${one.of}`)
    expect(broken).toEqual([])
  })

  it('has a law for every file', () => {
    expect(files.map((file) => file.path).filter((path) => lawFor(path) === undefined)).toEqual([])
  })

  it('lets nobody but the demo, the sandbox and the build know the sandbox', () => {
    const knowing = imports.filter(
      (one) => one.of.startsWith('sandbox/') && !/^(sandbox|build|entry\/commands\/demo)/.test(one.from),
    )
    expect(knowing).toEqual([])
  })

  it('loads cloud clients only behind a dynamic import or in the edge that is loaded so', () => {
    const loud = imports.filter(
      (one) => /^(@aws-sdk|@actions\/github|@okta)/.test(one.of) && !one.isType && !/^(edges|build)\//.test(one.from),
    )
    expect(loud).toEqual([])
  })
})

/** Files that are allowed to be longer, with the reason. */
const LONGER: Readonly<Record<string, string>> = {
  'core/documents/shapes.ts': 'generated',
}

describe('every file', () => {
  const source = files.filter((file) => LONGER[file.path] === undefined)

  it('answers one question in at most 250 lines', () => {
    const long = source.filter((file) => file.text.split('\n').length > 250).map((file) => file.path)
    expect(long).toEqual([])
  })

  it('begins with the sentence that says which question', () => {
    const silent = source.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(file.text)).map((file) => file.path)
    expect(silent).toEqual([])
  })

  it('has a name that says something', () => {
    const named = files.filter((file) =>
      /(^|\/)(utils?|helpers?|common|misc|types|manager|service)s?(\.ts|\/)/.test(file.path),
    )
    expect(named).toEqual([])
  })
})

describe('the core', () => {
  const core = files.filter((file) => file.path.startsWith('core/') || file.path === 'flow.ts')

  it.each([
    ['a clock', /\bDate\.now\b|new Date\(\)|performance\.now/],
    ['randomness', /Math\.random|randomUUID|randomBytes/],
    ['the environment', /process\.(env|argv|cwd|platform|exit)/],
    ['the disk or the network', /from 'node:(?!crypto')/],
    ['a console', /console\.|process\.std/],
  ])('does not know %s', (_what, pattern) => {
    expect(core.filter((file) => pattern.test(file.text)).map((file) => file.path)).toEqual([])
  })
})

describe('nowhere', () => {
  it.each([
    ['any', /:\s*any\b|\bas any\b|<any>/],
    ['a compiler muzzle', /@ts-(ignore|expect-error|nocheck)/],
    ['a dry-run flag', /\bdry_?[rR]un\b/],
  ])('stands %s', (_what, pattern) => {
    const found = files.filter(
      (file) =>
        !/shapes\.ts$|^sandbox\/github\/graphql\/schema\.ts$/.test(file.path) &&
        pattern.test(withoutComments(file.text)),
    )
    expect(found.map((file) => file.path)).toEqual([])
  })
})
