// Which packages a bundle holds, under which licences, and the texts that must go with it.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

export interface Package {
  readonly name: string
  readonly version: string
  readonly license: string
  /** Relative to the project. */
  readonly folder: string
}

/** Whoever passes these on owes a copy of the text, and nothing else. Any other licence is for a person to judge first. */
const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']

const AWS_SDK = { text: 'node_modules/@aws-sdk/core/LICENSE', because: 'lies in the same repository' }

/** Packages that ship no file with their licence, and where its text is. */
const ELSEWHERE: Readonly<Record<string, { readonly text: string; readonly from?: RegExp; readonly because: string }>> =
  {
    '@aws-sdk/credential-provider-http': AWS_SDK,
    '@aws-sdk/credential-provider-login': AWS_SDK,
    '@aws-sdk/nested-clients': AWS_SDK,
    'agent-base': {
      text: 'node_modules/agent-base/README.md',
      from: /^\(The MIT License\)/m,
      because: 'ends with the licence',
    },
    'https-proxy-agent': {
      text: 'node_modules/https-proxy-agent/README.md',
      from: /^\(The MIT License\)/m,
      because: 'ends with the licence',
    },
    tr46: {
      text: 'node_modules/whatwg-url/LICENSE.txt',
      because: 'is by the same author, who names no other holder and says MIT in its manifest',
    },
  }

/** The folder that a file was taken from; packages lie in packages where their versions differ. */
export const packageFolder = (input: string): string | null =>
  /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? null

async function packageIn(root: string, folder: string): Promise<Package> {
  const manifest: Readonly<Record<string, unknown>> = JSON.parse(
    await readFile(join(root, folder, 'package.json'), 'utf8'),
  )
  const { name, version, license } = manifest
  if (typeof name !== 'string' || typeof version !== 'string') throw new Error(`${folder} has no name or no version`)
  if (typeof license !== 'string')
    throw new Error(`${name} ${version} names no licence: leave it out, or ask its author`)
  if (!ALLOWED.includes(license))
    throw new Error(`${name} ${version} is under ${license}: only ${ALLOWED.join(', ')} may be in the bundle`)
  return { name, version, license, folder }
}

export async function packagesIn(root: string, metafile: Pick<Metafile, 'inputs'>): Promise<readonly Package[]> {
  const folders = new Set(Object.keys(metafile.inputs).flatMap((input) => packageFolder(input) ?? []))
  const packages = await Promise.all([...folders].map((folder) => packageIn(root, folder)))
  const key = ({ name, version }: Package): string => `${name}\n${version}`
  return packages.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

const OWES = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/** Licence, and notice where there is one. */
async function textsOf(root: string, { name, version, folder }: Package): Promise<string> {
  const files = (await readdir(join(root, folder))).filter((file) => OWES.test(file)).sort()
  const found = await Promise.all(files.map((file) => readFile(join(root, folder, file), 'utf8')))
  if (found.length > 0) return found.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n')
  const other = ELSEWHERE[name]
  if (other === undefined)
    throw new Error(`${name} ${version} ships no text of its licence: say in ELSEWHERE where it is`)
  const text = await readFile(join(root, other.text), 'utf8')
  const at = other.from === undefined ? 0 : text.search(other.from)
  if (at < 0) throw new Error(`${other.text} no longer ends with the licence of ${name}`)
  return `(The package ships no file with its licence. This is ${other.text.replace('node_modules/', '')}, which ${other.because}.)\n\n${text.slice(at).trim()}`
}

/** The text of THIRD-PARTY.md: every package, and every text once, under the packages that it is for. */
export async function thirdParty(root: string, packages: readonly Package[]): Promise<string> {
  const owners = new Map<string, Package[]>()
  for (const one of packages) {
    const text = await textsOf(root, one)
    owners.set(text, [...(owners.get(text) ?? []), one])
  }
  const rows = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)
  const sections = [...owners].map(
    ([text, of]) => `## ${of.map(({ name, version }) => `${name} ${version}`).join(', ')}\n\n${text}\n`,
  )
  return [
    '# Packages inside this bundle\n',
    '| package | version | licence |\n|---|---|---|',
    `${rows.join('\n')}\n`,
    sections.join('\n'),
  ].join('\n')
}
