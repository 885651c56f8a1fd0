// The real documents that mutations start from, and which document each is.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { documentAt } from '../../src/core/documents/paths.ts'
import type { DocumentName } from '../../src/core/documents/validator.ts'
import { writeRequest } from '../../src/core/documents/write-request.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Longer ones take too long for what they add. */
const LONGEST = 4000

export interface Kept {
  readonly of: DocumentName
  readonly text: string
}

const below = (folder: string): readonly string[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? below(path) : [path]
    })

const filesIn = (folder: string): readonly (readonly [string, string])[] =>
  below(join(ROOT, folder))
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [relative(ROOT, path), readFileSync(path, 'utf8')])

const kept = (path: string, text: string): readonly Kept[] => {
  const of = documentAt(path, 'config')
  return of === null || of === 'readme' || of === 'other' || text.length > LONGEST ? [] : [{ of, text }]
}

/** Broken files say in their second line where they belong. */
const broken = filesIn('test/invalid').flatMap(([, text]) =>
  kept(`config/${/^# as (\S+)/m.exec(text)?.[1] ?? ''}`, text),
)

/** Requests that stories are told with: in files of their own, or written into the story. */
const told = filesIn('test/scenarios').flatMap(([path, text]): readonly Kept[] => {
  if (/\/requests\/[\w-]+\.yaml$/.test(path)) return [{ of: 'request', text }]
  if (!path.endsWith('/scenario.yaml')) return []
  const requests: unknown = parse(text)?.requests
  return Object.values(Object(requests)).map((one) => ({ of: 'request', text: writeRequest(Object(one)) }))
})

export const DOCUMENTS: readonly Kept[] = [
  ...filesIn('config').flatMap(([path, text]) => kept(path, text)),
  ...broken,
  ...told.filter(({ text }) => text.length <= LONGEST),
]
