// What all files under the directory say: settings, requests, and everything that is wrong with them.

import type { Kinds } from '../entitlements/kind.ts'
import { type Finding, sortFindings } from '../model/finding.ts'
import type { SourceFile } from '../model/history.ts'
import type { Request } from '../model/request.ts'
import type { Settings } from '../model/settings.ts'
import { checkRequest } from './check-request.ts'
import { fileFinding } from './files.ts'
import { lookAlikes } from './look-alike.ts'
import { isHoldsPath, isRequestPath, isSettingsPath } from './paths.ts'
import { unknownName } from './references.ts'
import { readRequest } from './request.ts'
import { readSettings, type SettingsRead } from './settings.ts'

export interface Documents {
  readonly settings: Settings | null
  /** Every request that could be read, sorted by path; two of them may claim one id (`duplicate-request`). */
  readonly requests: readonly Request[]
  readonly findings: readonly Finding[]
}

function idFindings(requests: readonly Request[]): readonly Finding[] {
  const seen = new Map<string, Request>()
  return requests.flatMap((request): readonly Finding[] => {
    const other = seen.get(request.id)
    seen.set(request.id, other ?? request)
    if (other === undefined) return []
    return [
      {
        code: 'duplicate-request',
        at: request.at,
        message: `The id \`${request.id}\` is that of ${other.path} too.`,
        cure: 'Rename the new file; an id is never used twice, in whichever folder.',
      },
    ]
  })
}

function holdFindings(settings: Settings | null, requests: readonly Request[]): readonly Finding[] {
  const ids = requests.map((request) => request.id)
  const known = new Set<string>(ids)
  return (settings?.holds ?? []).flatMap(({ what, at }) =>
    what.is !== 'request' || known.has(what.request)
      ? []
      : [unknownName({ of: 'request', name: what.request, at }, ids)],
  )
}

/**
 * Reads every file under the directory; files elsewhere are passed over. A broken request never hides another. `read` =
 * the settings among the files, where they were read before. They come last: a large document teaches V8 that what the
 * parser makes lives long, and thousands of small ones read after it take twice the time and memory.
 */
export function readDocuments(
  files: readonly SourceFile[],
  directory: string,
  kinds: Kinds,
  modes: readonly string[],
  read: () => SettingsRead = () => readSettings(files, directory, kinds, modes),
): Documents {
  const findings: Finding[] = []
  const requests: Request[] = []
  const others = files.filter(({ path }) => !isSettingsPath(path, directory) && !isHoldsPath(path, directory))
  for (const file of others.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const misplaced = fileFinding(file, directory)
    if (misplaced !== null) findings.push(misplaced)
    else if (isRequestPath(file.path, directory)) {
      const { request, findings: wrong } = readRequest(file, kinds)
      findings.push(...wrong)
      if (request !== null) requests.push(request)
    }
  }
  const { settings, findings: settled } = read()
  findings.push(...settled)
  if (settings !== null) for (const request of requests) findings.push(...checkRequest(request, settings, null, kinds))
  findings.push(
    ...idFindings(requests),
    ...lookAlikes(
      'request id',
      requests.map((request) => ({ name: request.id, at: request.at })),
    ),
    ...holdFindings(settings, requests),
  )
  return { settings, requests, findings: sortFindings(findings) }
}
