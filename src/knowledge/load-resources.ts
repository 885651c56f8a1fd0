// How the snapshot of what actions can be done on is loaded: only where somebody names actions, one service at a time.

import type { ResourceKnowledge } from '../core/policy/knowledge.ts'
import { foldCase } from '../core/policy/wildcard.ts'

export interface ResourceSnapshot {
  readonly asOf: string
  /** service → `arn:*:sqs:*:*:*|ListQueues SendMessage:0`: templates, then actions with the numbers of theirs. */
  readonly services: Readonly<Record<string, string>>
}

type Templates = ReadonlyMap<string, readonly string[]>

function templatesIn(line: string): Templates {
  const [first = '', second = ''] = line.split('|')
  const templates = first.split(' ')
  return new Map(
    second.split(' ').map((word): [string, readonly string[]] => {
      const [name = '', numbers] = word.split(':')
      const own = (numbers ?? '')
        .split(',')
        .flatMap((number) => (number === '' ? [] : (templates[Number(number)] ?? [])))
      return [foldCase(name), own]
    }),
  )
}

/** Knowledge over a snapshot; each service is read when first asked for. */
export function resourceKnowledgeOf(snapshot: ResourceSnapshot): ResourceKnowledge {
  const lines = new Map(Object.entries(snapshot.services))
  const read = new Map<string, Templates>()
  return {
    asOf: snapshot.asOf,
    templates(action) {
      const [service = '', name = ''] = action.split(':')
      const line = lines.get(foldCase(service))
      if (line === undefined) return null
      const known = read.get(service) ?? templatesIn(line)
      read.set(service, known)
      return known.get(foldCase(name)) ?? null
    },
  }
}

/** A dynamic import, so that the bundle keeps the data in a chunk of its own. */
export async function loadResourceKnowledge(): Promise<ResourceKnowledge> {
  const { default: snapshot } = await import('./resources.json', { with: { type: 'json' } })
  return resourceKnowledgeOf(snapshot)
}
