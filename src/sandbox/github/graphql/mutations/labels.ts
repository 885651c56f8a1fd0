// Mutations of labels: made, put on, taken off.
import { nodeId, withPull, withRepository } from '../../records.ts'
import type { Repository } from '../../world.ts'
import { FieldProblem, type Given, type Node } from '../execute.ts'
import { labelId, labelNode } from '../labels.ts'
import type { Session } from '../session.ts'
import { demandSome, notResolved, payload, repositoryBy, text, texts } from './input.ts'

export function createLabel(session: Session, input: Given): Node {
  const repository = repositoryBy(session, text(input, 'repositoryId'))
  demandSome(session, repository)
  const name = text(input, 'name')
  if (name === '' || !/^[0-9a-f]{6}$/i.test(text(input, 'color')))
    throw new FieldProblem('UNPROCESSABLE', 'name or color is invalid')
  if (repository.labels.some((one) => one.toLowerCase() === name.toLowerCase()))
    throw new FieldProblem('UNPROCESSABLE', 'Name has already been taken')
  const labels = [...repository.labels, name]
  session.change(withRepository({ github: session.github() }, repository.id, { labels }).github)
  return payload('CreateLabelPayload', input, { label: () => labelNode(repository, name) })
}

interface Labelled {
  readonly repository: Repository
  readonly labels: readonly string[]
  relabel(labels: readonly string[]): void
}

function labelledBy(session: Session, id: string): Labelled {
  for (const repository of session.github().repositories) {
    const world = { github: session.github() }
    const pull = repository.pulls.find((one) => nodeId('PullRequest', one.id) === id)
    if (pull !== undefined)
      return {
        repository,
        labels: pull.labels,
        relabel: (labels) => session.change(withPull(world, repository.id, pull.number, { labels }).github),
      }
    const issue = repository.issues.find((one) => nodeId('Issue', one.id) === id)
    if (issue === undefined) continue
    const relabel = (labels: readonly string[]): void => {
      const issues = repository.issues.map((one) => (one.id === issue.id ? { ...one, labels } : one))
      session.change(withRepository(world, repository.id, { issues }).github)
    }
    return { repository, labels: issue.labels, relabel }
  }
  throw notResolved(id)
}

export function namesOf(repository: Repository, ids: readonly string[]): readonly string[] {
  return ids.map((id) => {
    const name = repository.labels.find((one) => labelId(repository, one) === id)
    if (name === undefined) throw notResolved(id)
    return name
  })
}

export function addLabels(session: Session, input: Given): Node {
  const there = labelledBy(session, text(input, 'labelableId'))
  demandSome(session, there.repository)
  there.relabel([...new Set([...there.labels, ...namesOf(there.repository, texts(input, 'labelIds'))])])
  return payload('AddLabelsToLabelablePayload', input, {})
}

export function removeLabels(session: Session, input: Given): Node {
  const there = labelledBy(session, text(input, 'labelableId'))
  demandSome(session, there.repository)
  const gone = namesOf(there.repository, texts(input, 'labelIds'))
  there.relabel(there.labels.filter((name) => !gone.includes(name)))
  return payload('RemoveLabelsFromLabelablePayload', input, {})
}
