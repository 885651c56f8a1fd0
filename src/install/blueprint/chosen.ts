// Which accounts of a blueprint somebody means.

import { nearest } from '../../core/policy/nearest.ts'
import type { Blueprint, Shape } from './blueprint.ts'

/** By name or id, with commas; empty: all. A text says why there is no such account. */
export function chosenShapes(blueprint: Blueprint, asked: string): readonly Shape[] | string {
  if (asked.trim() === '') return blueprint.shapes
  const known = blueprint.shapes.flatMap(({ places }) => places)
  const wanted = asked.split(',').map((text) => text.trim())
  const strange = wanted.find((text) => !known.some(({ id, name }) => id === text || name === text))
  if (strange !== undefined) {
    const names = known.flatMap(({ id, name }) => [id, ...(name === null ? [] : [name])])
    const near = nearest(strange, names)
    return `integrations/aws.yaml knows no account ${JSON.stringify(strange)}.${near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`}`
  }
  return blueprint.shapes.flatMap((shape) => {
    const places = shape.places.filter(({ id, name }) => wanted.includes(id) || wanted.includes(name ?? ''))
    return places.length === 0 ? [] : [{ ...shape, places }]
  })
}
