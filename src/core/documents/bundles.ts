// Which items people ask for together: bundles.yaml read.

import { type Kinds, kindOf } from '../entitlements/kind.ts'
import type { AskedEntitlement } from '../model/entitlement.ts'
import type { Bundle } from '../model/settings.ts'
import { complain, durationAt, type Reader } from './reader.ts'
import type { BundlesFile } from './shapes.ts'
import type { Path } from './yaml.ts'

/** An item whose shape has been checked → what it asks for; what its kind refuses becomes findings and null. */
export function readItem(raw: object, path: Path, reader: Reader, kinds: Kinds): AskedEntitlement | null {
  const kind = kindOf(raw, kinds)
  if (kind === null) throw new Error(`no kind reads an item with the keys ${Object.keys(raw).join(', ')}`)
  const read = kind.read(raw, (inside) => reader.tree.place([...path, ...inside]))
  if ('entitlement' in read) return read.entitlement
  reader.findings.push(...read.findings)
  return null
}

function itemsOf(items: readonly object[], path: Path, reader: Reader, kinds: Kinds): readonly AskedEntitlement[] {
  const seen = new Set<string>()
  return items.flatMap((raw, index) => {
    const item = readItem(raw, [...path, index], reader, kinds)
    if (item === null) return []
    if (seen.has(item.what))
      complain(reader, 'item-duplicate', item.at, `The bundle holds ${item.says} twice.`, 'Keep one of them.')
    seen.add(item.what)
    return [item]
  })
}

export function readBundles(shape: BundlesFile, reader: Reader, kinds: Kinds): ReadonlyMap<string, Bundle> {
  return new Map(
    Object.entries(shape.bundles).map(([name, entry]) => {
      const path = ['bundles', name]
      const duration = entry.duration === undefined ? null : durationAt(reader, entry.duration, [...path, 'duration'])
      const items = itemsOf(entry.items, [...path, 'items'], reader, kinds)
      return [name, { name, says: entry.says, duration, items, at: reader.tree.keyPlace(path) }]
    }),
  )
}
