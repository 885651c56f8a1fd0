// REST: issues, and pull requests as the issues that they also are: listed, opened, changed, labelled.
import { editIssue, openIssue } from '../actions/reviews.ts'
import { fullName, newestIssue, repositoryNamed, withPull, withRepository } from '../records.ts'
import { renderIssue, renderLabel } from '../render/issue.ts'
import { actionsBot, type GithubWorld, type Issue, type Pull } from '../world.ts'
import {
  type Answer,
  type AskedOfRepository,
  changed,
  created,
  found,
  invalid,
  notFound,
  numberIn,
  paged,
  type Route,
  textOf,
  textsOf,
} from './asked.ts'

export const readsIssues = [
  ['issues', 'read'],
  ['pull-requests', 'read'],
] as const
export const writesIssues = [
  ['issues', 'write'],
  ['pull-requests', 'write'],
] as const

/** The issue or pull request of a number, or null. */
export function numbered(asked: AskedOfRepository, number: number): Issue | Pull | null {
  const { issues, pulls } = asked.repository
  return [...issues, ...pulls].find((one) => one.number === number) ?? null
}

export const onIssue =
  (answer: (asked: AskedOfRepository, issue: Issue | Pull) => Answer) =>
  (asked: AskedOfRepository): Answer => {
    const issue = numbered(asked, numberIn(asked, 'issue_number'))
    return issue === null ? notFound : answer(asked, issue)
  }

function shown(asked: AskedOfRepository, github: GithubWorld, number: number): unknown {
  const repository = repositoryNamed(github, fullName(asked.repository))
  if (repository === null) return null
  const issue = numbered({ ...asked, github, repository }, number)
  return issue === null ? null : renderIssue({ ...asked.view, github }, repository, issue)
}

function listIssues(asked: AskedOfRepository): Answer {
  const { repository, url } = asked
  const state = url.searchParams.get('state') ?? 'open'
  const labels = (url.searchParams.get('labels') ?? '').split(',').filter((name) => name !== '')
  const all = [...repository.issues, ...repository.pulls].toSorted((one, other) => other.number - one.number)
  const listed = all.filter((one) => {
    if (state !== 'all' && (one.state === 'open' ? 'open' : 'closed') !== state) return false
    return labels.every((name) => one.labels.includes(name))
  })
  return paged(asked, listed, (one) => renderIssue(asked.view, repository, one))
}

function createIssue(asked: AskedOfRepository): Answer {
  const title = textOf(asked.body, 'title')
  if (title === null || title === '') return invalid('title is missing')
  const repository = fullName(asked.repository)
  const author = (asked.actor ?? actionsBot).login
  const wanted = {
    repository,
    author,
    title,
    body: textOf(asked.body, 'body') ?? '',
    labels: textsOf(asked.body, 'labels'),
    at: asked.now,
  }
  const next = openIssue({ github: asked.github }, wanted)
  return created(next.github, shown(asked, next.github, newestIssue(next, repository).number))
}

function updateIssue(asked: AskedOfRepository, issue: Issue | Pull): Answer {
  if ('head' in issue) return invalid('Pull requests are changed through /pulls in the sandbox')
  const { repository, body, now } = asked
  const by = (asked.actor ?? actionsBot).login
  const text = textOf(body, 'body')
  const edited =
    text === null
      ? { github: asked.github }
      : editIssue(
          { github: asked.github },
          { repository: fullName(repository), issue: issue.number, by, body: text, at: now },
        )
  const state = textOf(body, 'state') === 'closed' ? 'closed' : textOf(body, 'state') === 'open' ? 'open' : issue.state
  const issues = (repositoryNamed(edited.github, fullName(repository))?.issues ?? []).map(
    (one): Issue =>
      one.number !== issue.number
        ? one
        : {
            ...one,
            title: textOf(body, 'title') ?? one.title,
            state,
            closedAt: state === 'closed' ? (one.closedAt ?? now) : null,
            updatedAt: now,
          },
  )
  const { github } = withRepository(edited, repository.id, { issues })
  return changed(github, shown(asked, github, issue.number))
}

function relabelled(asked: AskedOfRepository, issue: Issue | Pull, labels: readonly string[]): Answer {
  const { repository } = asked
  const known = { labels: [...new Set([...repository.labels, ...labels])] }
  const world = withRepository({ github: asked.github }, repository.id, known)
  const next =
    'head' in issue
      ? withPull(world, repository.id, issue.number, { labels })
      : withRepository(world, repository.id, {
          issues: repository.issues.map((one) => (one.number === issue.number ? { ...one, labels } : one)),
        })
  const after = repositoryNamed(next.github, fullName(repository)) ?? repository
  return changed(
    next.github,
    labels.map((name) => renderLabel(asked.view, after, name)),
  )
}

function removeLabel(asked: AskedOfRepository, issue: Issue | Pull): Answer {
  const name = asked.parameters['name'] ?? ''
  if (!issue.labels.includes(name)) return notFound
  return relabelled(
    asked,
    issue,
    issue.labels.filter((label) => label !== name),
  )
}

const all = '/repos/{owner}/{repo}/issues'
const one = `${all}/{issue_number}`

export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: all, needs: readsIssues, answer: listIssues },
  { method: 'POST', path: all, needs: [['issues', 'write']], answer: createIssue },
  {
    method: 'GET',
    path: one,
    needs: readsIssues,
    answer: onIssue((asked, issue) => found(renderIssue(asked.view, asked.repository, issue))),
  },
  { method: 'PATCH', path: one, needs: [['issues', 'write']], answer: onIssue(updateIssue) },
  {
    method: 'GET',
    path: `${one}/labels`,
    needs: readsIssues,
    answer: onIssue((asked, issue) =>
      paged(asked, issue.labels, (name) => renderLabel(asked.view, asked.repository, name)),
    ),
  },
  {
    method: 'POST',
    path: `${one}/labels`,
    needs: writesIssues,
    answer: onIssue((asked, issue) =>
      relabelled(asked, issue, [...new Set([...issue.labels, ...textsOf(asked.body, 'labels')])]),
    ),
  },
  { method: 'DELETE', path: `${one}/labels/{name}`, needs: writesIssues, answer: onIssue(removeLabel) },
]
