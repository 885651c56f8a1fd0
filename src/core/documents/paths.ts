// Which document a path under the directory stands for.

import { id, type RequestId } from '../model/id.ts'
import type { DocumentName } from './validator.ts'

const REQUEST = /^requests\/(?:[^/]+\/)*([a-z0-9-]{1,64})\.yaml$/

/** The path below the directory (`config`, no slash at its end; empty = the repository's root); null when it lies elsewhere. */
function below(path: string, directory: string): string | null {
  if (directory === '') return path
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : null
}

/** `<directory>/requests/**` + `/<id>.yaml` with an id in `[a-z0-9-]{1,64}`. */
export const isRequestPath = (path: string, directory: string): boolean => REQUEST.test(below(path, directory) ?? '')

export const isHoldsPath = (path: string, directory: string): boolean => below(path, directory) === 'holds.yaml'

/** Everything under the directory outside `requests/` and `holds.yaml`, whatever it is: owners approve all of it. */
export function isSettingsPath(path: string, directory: string): boolean {
  const rest = below(path, directory)
  return rest !== null && rest !== 'holds.yaml' && !rest.startsWith('requests/')
}

/** The id of a request is its file's name; the path must be a request's. */
export function requestIdOf(path: string): RequestId {
  const name = /([a-z0-9-]{1,64})\.yaml$/.exec(path)?.[1]
  if (name === undefined) throw new Error(`not the path of a request: ${path}`)
  return id(name)
}

const SINGLE: ReadonlyMap<string, DocumentName> = new Map([
  ['daypass.yaml', 'daypass'],
  ['people.yaml', 'people'],
  ['bundles.yaml', 'bundles'],
  ['holds.yaml', 'holds'],
  ['integrations/aws.yaml', 'aws'],
  ['integrations/okta.yaml', 'okta'],
])

/** Which document the path stands for; `other` = under the directory, but nothing that Daypass reads; null = elsewhere. */
export function documentAt(path: string, directory: string): DocumentName | 'readme' | 'other' | null {
  const rest = below(path, directory)
  if (rest === null) return null
  const single = SINGLE.get(rest)
  if (single !== undefined) return single
  if (/^rules\/[^/]+\.yaml$/.test(rest)) return 'rules'
  if (REQUEST.test(rest)) return 'request'
  return /(^|\/)README\.md$/.test(rest) ? 'readme' : 'other'
}

/** Where a settings document is looked for. */
export const pathOf = (name: keyof typeof PATHS, directory: string): string =>
  directory === '' ? PATHS[name] : `${directory}/${PATHS[name]}`

const PATHS = { daypass: 'daypass.yaml', people: 'people.yaml' } as const
