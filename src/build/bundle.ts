// How dist/ is made: one split ESM bundle for the Action and the CLI, with the licences of everything inside.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { precompiledValidators } from './precompiled.ts'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** CommonJS packages inside an ES module still call `require`. */
const BANNER =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);'

const COPYLEFT = /\b(A?GPL|LGPL|MPL|EPL|CDDL|SSPL)\b/

const packageOf = (input: string): string | null =>
  /^(?:.*\/)?(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? null

interface Package {
  readonly name: string
  readonly version: string
  readonly license: string
}

async function packagesIn(metafile: Metafile): Promise<readonly Package[]> {
  const folders = new Set(Object.keys(metafile.inputs).flatMap((input) => packageOf(input) ?? []))
  const packages = await Promise.all(
    [...folders].map(async (folder): Promise<Package> => {
      const manifest: Readonly<Record<string, unknown>> = JSON.parse(
        await readFile(join(ROOT, folder, 'package.json'), 'utf8'),
      )
      return {
        name: String(manifest['name']),
        version: String(manifest['version']),
        license: String(manifest['license'] ?? 'unknown'),
      }
    }),
  )
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function licenceText(name: string): Promise<string> {
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'license.md', 'LICENCE']) {
    const text = await readFile(join(ROOT, 'node_modules', name, file), 'utf8').catch(() => null)
    if (text !== null) return text.trim()
  }
  return '(the package ships no licence file; the licence is the one named above)'
}

async function writeLicences(metafile: Metafile, folder: string): Promise<readonly Package[]> {
  const packages = await packagesIn(metafile)
  const copyleft = packages.filter((one) => COPYLEFT.test(one.license))
  if (copyleft.length > 0)
    throw new Error(`copyleft in the bundle: ${copyleft.map((one) => `${one.name} ${one.license}`).join(', ')}`)
  const sections = await Promise.all(
    packages.map(async (one) => `## ${one.name} ${one.version} (${one.license})\n\n${await licenceText(one.name)}\n`),
  )
  await writeFile(join(folder, 'THIRD-PARTY.md'), `# Packages inside this bundle\n\n${sections.join('\n')}`)
  return packages
}

/** @actions/core could ask for an identity token by an HTTP client of 800 kB; we ask by `fetch`, and never load it. */
const withoutTokenClient: Plugin = {
  name: 'without the token client of @actions/core',
  setup(build) {
    build.onResolve({ filter: /\/oidc-utils\.js$/ }, async ({ path, pluginData, ...asked }) =>
      pluginData === 'resolved'
        ? null
        : { ...(await build.resolve(path, { ...asked, pluginData: 'resolved' })), sideEffects: false },
    )
  },
}

/** What the Okta SDK signs and proves with: we sign ourselves, and two of these packages are under the MPL. */
const withoutOktaSigning: Plugin = {
  name: 'without the signing of the Okta SDK',
  setup(build) {
    build.onResolve({ filter: /^\.\/dpop$/ }, ({ importer }) =>
      importer.includes('@okta/okta-sdk-nodejs') ? { path: 'dpop', namespace: 'left-out' } : null,
    )
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: "exports.generateDpopJwt = () => Promise.reject(new Error('DPoP is left out of this bundle'))",
      loader: 'js',
    }))
  },
}

/** How everything is bundled that is to run as it ships. */
export const SHARED = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  banner: { js: BANNER },
  plugins: [precompiledValidators, withoutTokenClient, withoutOktaSigning],
} satisfies BuildOptions

export interface Bundled {
  readonly packages: readonly Package[]
  readonly outputs: readonly {
    /** Relative to the bundle's folder. */
    readonly path: string
    readonly contents: Uint8Array
    /** Names of the packages that parts of it come from. */
    readonly packages: readonly string[]
  }[]
}

/** Writes the bundle into `folder`; the same sources give the same bytes. */
export async function bundle(folder: string): Promise<Bundled> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const { metafile, outputFiles } = await build({
    ...SHARED,
    entryPoints: { index: 'src/entry/action.ts', cli: 'src/entry/cli-main.ts' },
    outdir: folder,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
    write: false,
  })
  for (const file of outputFiles) {
    await mkdir(dirname(file.path), { recursive: true })
    await writeFile(file.path, file.contents)
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n')
  const outputs = outputFiles.map(({ path, contents }) => {
    const inputs = Object.keys(metafile.outputs[relative(ROOT, path)]?.inputs ?? {})
    const folders = new Set(inputs.flatMap((input) => packageOf(input) ?? []))
    return {
      path: relative(folder, path),
      contents,
      packages: [...folders].map((one) => one.replace(/^.*node_modules\//, '')).sort(),
    }
  })
  return { packages: await writeLicences(metafile, folder), outputs }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { packages, outputs } = await bundle(join(ROOT, 'dist'))
  const bytes = outputs.reduce((sum, { contents }) => sum + contents.length, 0)
  process.stdout.write(`dist/: ${(bytes / 1024).toFixed(0)} kB, ${packages.length} packages\n`)
}
