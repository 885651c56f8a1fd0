// How REST shows a check run (GitHub REST API: check-run).
import { nodeId } from '../records.ts'
import type { CheckRun, Repository } from '../world.ts'
import { renderApp } from './issue.ts'
import { pageOf, repositoryUrl } from './repository.ts'
import { iso, type View } from './view.ts'

export function renderCheckRun(view: View, repository: Repository, run: CheckRun) {
  const url = `${repositoryUrl(view, repository)}/check-runs/${run.id}`
  const page = `${pageOf(repository)}/runs/${run.id}`
  return {
    id: run.id,
    node_id: nodeId('CheckRun', run.id),
    name: run.name,
    head_sha: run.headOid,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: iso(run.startedAt),
    completed_at: iso(run.completedAt),
    output: { ...run.output, annotations_count: run.annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: repository.id },
    app: renderApp(view, run.app),
    pull_requests: [],
  }
}
