// How another workflow is started: the one kind of event that a job's own token may set off.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { GithubClient } from './client.ts'

/** `repository`: `owner/name`; `workflow`: its file's name; `branch`: where its file is taken from. No inputs: it decides by itself. */
export async function dispatch(
  client: GithubClient,
  repository: string,
  workflow: string,
  branch: string,
): Promise<Answer<'dispatched'>> {
  const path = `/repos/${repository}/actions/workflows/${encodeURIComponent(workflow)}/dispatches`
  const sent = await client.rest(`dispatch of ${workflow}`, 'POST', path, { ref: branch })
  return sent.is === 'unknown' ? sent : known('dispatched')
}
