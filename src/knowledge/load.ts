// How the snapshot of AWS's authorization data is loaded: late, once, and one service at a time.

import type { AskedEntitlement } from '../core/model/entitlement.ts'
import { ACCESS_LEVELS, type Knowledge, type KnownAction, type ResourceKnowledge } from '../core/policy/knowledge.ts'
import { loadResourceKnowledge } from './load-resources.ts'

export interface Snapshot {
  readonly asOf: string
  /** service → `List: ListBucket …; Read: GetObject …`. */
  readonly services: Readonly<Record<string, string>>
}

function actionsIn(line: string): readonly KnownAction[] {
  return line
    .split('; ')
    .flatMap((part) => {
      const level = ACCESS_LEVELS.find((known) => part.startsWith(`${known}: `))
      if (level === undefined) throw new Error(`the snapshot has no access level in ${part.slice(0, 40)}`)
      return part
        .slice(level.length + 2)
        .split(' ')
        .map((name) => ({ name, level }))
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Knowledge over a snapshot; each service is read when first asked for. */
export function knowledgeOf(snapshot: Snapshot, resources: ResourceKnowledge | null = null): Knowledge {
  const services = Object.keys(snapshot.services)
  const lines = new Map(Object.entries(snapshot.services))
  const read = new Map<string, readonly KnownAction[]>()
  return {
    asOf: snapshot.asOf,
    services: () => services,
    actions(service) {
      const line = lines.get(service)
      if (line === undefined) return []
      const known = read.get(service) ?? actionsIn(line)
      read.set(service, known)
      return known
    },
    resources,
  }
}

/** A dynamic import, so that the bundle keeps the data in a chunk of its own that only judging policies reads. */
async function load(resources: ResourceKnowledge | null): Promise<Knowledge> {
  const { default: snapshot } = await import('./authorization.json', { with: { type: 'json' } })
  return knowledgeOf(snapshot, resources)
}

/** Levels of actions alone: all that judging needs where nobody asks for a single resource. */
export const loadKnowledge = (): Promise<Knowledge> => load(null)

export const loadAllKnowledge = async (): Promise<Knowledge> => load(await loadResourceKnowledge())

/** As much as it takes to judge these. */
export const loadKnowledgeFor = (asked: readonly AskedEntitlement[]): Promise<Knowledge> =>
  asked.some(({ permissions }) => permissions.form === 'resource') ? loadAllKnowledge() : loadKnowledge()
