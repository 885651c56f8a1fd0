// How dist/ is made: one split ESM bundle for the Action and the CLI, with the licences of everything inside.

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { type Package, packageFolder, packagesIn, thirdParty } from './licences.ts'
import { precompiledValidators } from './precompiled.ts'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** CommonJS packages inside an ES module still call `require`. */
const BANNER =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);'

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
    const folders = new Set(inputs.flatMap((input) => packageFolder(input) ?? []))
    return {
      path: relative(folder, path),
      contents,
      packages: [...folders].map((one) => one.replace(/^.*node_modules\//, '')).sort(),
    }
  })
  const packages = await packagesIn(ROOT, metafile)
  await writeFile(join(folder, 'THIRD-PARTY.md'), await thirdParty(ROOT, packages))
  return { packages, outputs }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { packages, outputs } = await bundle(join(ROOT, 'dist'))
  const bytes = outputs.reduce((sum, { contents }) => sum + contents.length, 0)
  process.stdout.write(`dist/: ${(bytes / 1024).toFixed(0)} kB, ${packages.length} packages\n`)
}
