// How the snapshot of what actions can be done on is loaded: only where somebody names actions or a resource, service by service.

import type { ResourceKnowledge } from '../core/policy/knowledge.ts'
import { foldCase } from '../core/policy/wildcard.ts'

export interface ResourceSnapshot {
  readonly asOf: string
  /** service → `arn:*:sqs:*:*:*|ListQueues SendMessage:0`: templates, then actions with the numbers of theirs. */
  readonly services: Readonly<Record<string, string>>
}

interface Service {
  readonly templates: readonly string[]
  readonly byAction: ReadonlyMap<string, readonly string[]>
}

function serviceIn(line: string): Service {
  const [first = '', second = ''] = line.split('|')
  const templates = first === '' ? [] : first.split(' ')
  const byAction = new Map(
    second.split(' ').map((word): [string, readonly string[]] => {
      const [name = '', numbers] = word.split(':')
      const own = (numbers ?? '')
        .split(',')
        .flatMap((number) => (number === '' ? [] : (templates[Number(number)] ?? [])))
      return [foldCase(name), own]
    }),
  )
  return { templates, byAction }
}

/** Knowledge over a snapshot; each service is read when first asked for. */
export function resourceKnowledgeOf(snapshot: ResourceSnapshot): ResourceKnowledge {
  const lines = new Map(Object.entries(snapshot.services))
  const read = new Map<string, Service>()
  const serviceOf = (name: string): Service | null => {
    const line = lines.get(foldCase(name))
    if (line === undefined) return null
    const service = read.get(name) ?? serviceIn(line)
    read.set(name, service)
    return service
  }
  /** Within the templates alone: actions hold no colons before a name. */
  const speaksOf = (line: string, service: string): boolean =>
    line.slice(0, line.indexOf('|')).includes(`arn:*:${service}:`)
  return {
    asOf: snapshot.asOf,
    templates(action) {
      const [service = '', name = ''] = action.split(':')
      return serviceOf(service)?.byAction.get(foldCase(name)) ?? null
    },
    servicesOn(service) {
      if (speaksOf(lines.get(service) ?? '|', service)) return [service]
      return [...lines].filter(([, line]) => speaksOf(line, service)).map(([name]) => name)
    },
    templatesOf: (service) => serviceOf(service)?.templates ?? [],
  }
}

/** A dynamic import, so that the bundle keeps the data in a chunk of its own. */
export async function loadResourceKnowledge(): Promise<ResourceKnowledge> {
  const { default: snapshot } = await import('./resources.json', { with: { type: 'json' } })
  return resourceKnowledgeOf(snapshot)
}
