// Whose wish an open pull request is: its author's, or that of whoever filled in the form or commented, found as the proof will.

import { readBehind } from '../core/approval/behind.ts'
import { allVersions } from '../core/approval/landing.ts'
import { personOf } from '../core/approval/people-of.ts'
import { requesterOf } from '../core/approval/proof-author.ts'
import { isRequestPath } from '../core/documents/paths.ts'
import { readRequest } from '../core/documents/request.ts'
import { KINDS } from '../core/entitlements/index.ts'
import type { PersonId } from '../core/model/id.ts'
import type { Request } from '../core/model/request.ts'
import type { Settings } from '../core/model/settings.ts'
import { textOfBlob } from '../edges/git/files.ts'
import { historyOf } from '../edges/git/history.ts'
import { commentsOf } from '../edges/github/comments.ts'
import { issuesOf } from '../edges/github/issues.ts'
import type { Inputs } from './inputs.ts'
import type { Ground, Pull } from './pulls.ts'

/** `stranger`: why nobody of the people file stands behind it, as a sentence. */
export type Requester =
  | { readonly is: 'person'; readonly person: PersonId }
  | { readonly is: 'stranger'; readonly says: string }

export type RequesterIn = (settings: Settings) => Requester

const stranger = (says: string): Requester => ({ is: 'stranger', says })

function accountIn(settings: Settings, account: number, login: string): Requester {
  const found = personOf(settings, account)
  if (found.is === 'one') return { is: 'person', person: found.person.handle }
  return stranger(
    found.is === 'nobody'
      ? `${login}, who asks for this, is not in the people file.`
      : `${login}, who asks for this, is several people in the people file.`,
  )
}

function requestsIn({ changes, files }: Pull, directory: string): readonly Request[] {
  const brought = new Set(changes.filter(({ after }) => after !== null).map(({ path }) => path))
  return files
    .filter(({ path }) => brought.has(path) && isRequestPath(path, directory))
    .flatMap((file) => readRequest(file, KINDS).request ?? [])
}

/** Costs questions only where a request says that the bot wrote it for somebody. */
export async function requesterBehind(ground: Ground, inputs: Inputs, pull: Pull): Promise<RequesterIn> {
  const { author, mergedAt } = pull.thread
  const requests = requestsIn(pull, inputs.directory)
  const proxied = requests.filter(({ issue, extension }) => issue !== null || extension !== null)
  if (proxied.length === 0) {
    if (author === null) return () => stranger('The account that opened this was deleted.')
    return (settings) => accountIn(settings, author.id, author.login)
  }
  const [owner = '', name = ''] = inputs.repository.split('/')
  const where = { client: ground.client, owner, name }
  const history = await historyOf(ground.repository, inputs.directory)
  const behind = await readBehind(
    proxied.map((request) => ({ request, blob: request.blob })),
    { issues: (numbers) => issuesOf(where, numbers), comments: (ids) => commentsOf(where, ids) },
    {
      versions: history.is === 'known' ? allVersions(history.value, inputs.directory) : [],
      textOf: (blob) => textOfBlob(ground.repository, blob),
    },
  )
  const opened = { author, mergedAt: mergedAt ?? ground.now }
  return (settings) => {
    if (proxied.length !== requests.length) return stranger('It holds requests of the bot together with others.')
    const accounts = new Map<number, string>()
    for (const request of proxied) {
      const asked = requesterOf(request, { blob: request.blob }, opened, behind(request, [settings]))
      if (asked.is !== 'yes') return stranger(`Nobody stands behind this: ${asked.says}.`)
      accounts.set(asked.value, asked.says)
    }
    const [[account, login] = [0, 'nobody']] = accounts
    return accounts.size === 1 ? accountIn(settings, account, login) : stranger('Several people stand behind this.')
  }
}
