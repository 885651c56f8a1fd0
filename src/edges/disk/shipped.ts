// The files that come with Daypass for owners' repositories: workflows, schemas, the issue form.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this version of Daypass, from the source or from the bundle: the one with action.yml. */
function home(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'action.yml'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('the files that come with Daypass are not beside it')
    folder = above
  }
  return folder
}

const FOLDERS = ['.github/workflows', '.github/ISSUE_TEMPLATE', 'schemas'] as const

/** Not for owners: what tests and releases Daypass itself. */
const OWN = ['.github/workflows/ci.yml', '.github/workflows/release.yml']

/** Path → text. */
export function shippedFiles(): ReadonlyMap<string, string> {
  const root = home()
  return new Map(
    FOLDERS.flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => /\.(ya?ml|json)$/.test(name))
        .map((name) => `${folder}/${name}`)
        .filter((path) => !OWN.includes(path))
        .sort()
        .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const),
    ),
  )
}
