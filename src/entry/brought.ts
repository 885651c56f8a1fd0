// Which requests a merged pull request brought that are still there, for commands that are given on it.

import { versionsOf } from '../core/approval/landing.ts'
import { personOf } from '../core/approval/people-of.ts'
import type { Thread } from '../core/conversation/thread.ts'
import { isRequestPath } from '../core/documents/paths.ts'
import { readRequest } from '../core/documents/request.ts'
import { KINDS } from '../core/entitlements/index.ts'
import { type Answer, known, unknown } from '../core/model/edge-error.ts'
import type { SourceFile } from '../core/model/history.ts'
import type { PersonId } from '../core/model/id.ts'
import type { Request } from '../core/model/request.ts'
import { historyOf } from '../edges/git/history.ts'
import type { Desk } from './desk.ts'

export interface Brought {
  readonly thread: Thread
  readonly requests: readonly { readonly request: Request; readonly file: SourceFile }[]
  /** Whoever opened the pull request, where the people file knows them. */
  readonly requester: PersonId | null
}

export async function broughtBy(desk: Desk, number: number): Promise<Answer<Brought>> {
  const seen = await desk.forum.named([number])
  if (seen.is === 'unknown') return seen
  const thread = seen.value.threads.get(number)
  if (thread === undefined || thread.is === 'unknown')
    return thread ?? unknown({ kind: 'not-found', call: 'GitHub GraphQL', said: `pull request ${number}` })
  const history = await historyOf(desk.repository, desk.inputs.directory)
  if (history.is === 'unknown') return history
  const files = desk.files.filter(({ path }) => isRequestPath(path, desk.inputs.directory))
  const versions = versionsOf(history.value, files)
  const { mergeCommit, author } = thread.value
  const requests = files.flatMap((file) => {
    if (mergeCommit === null || versions.get(file.path)?.landing !== mergeCommit) return []
    const { request } = readRequest(file, KINDS)
    return request === null ? [] : [{ request, file }]
  })
  const found = author === null ? null : personOf(desk.settings, author.id)
  return known({ thread: thread.value, requests, requester: found?.is === 'one' ? found.person.handle : null })
}
