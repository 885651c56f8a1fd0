// What must not be held: holds.yaml read.

import { id } from '../model/id.ts'
import type { Held, Hold } from '../model/settings.ts'
import { instantAt, mention, type Reader } from './reader.ts'
import type { HoldsFile } from './shapes.ts'
import type { Path } from './yaml.ts'

function heldBy(entry: HoldsFile['holds'][number], path: Path, reader: Reader): Held {
  if ('person' in entry)
    return { is: 'person', person: mention(reader, 'person', entry.person, [...path, 'person'], id<'person'>).value }
  if ('target' in entry)
    return { is: 'target', target: mention(reader, 'target', entry.target, [...path, 'target'], id<'target'>).value }
  if ('request' in entry)
    return { is: 'request', request: mention(reader, 'request', entry.request, [...path, 'request'], String).value }
  return { is: 'everything' }
}

export const readHolds = (shape: HoldsFile, reader: Reader): readonly Hold[] =>
  shape.holds.map((entry, index) => {
    const path = ['holds', index]
    return {
      what: heldBy(entry, path, reader),
      because: entry.because,
      since: entry.since === undefined ? null : instantAt(reader, entry.since, [...path, 'since']),
      at: reader.tree.place(path),
    }
  })
