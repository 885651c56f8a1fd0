// Whether every document of a blueprint fits into AWS's quotas, told before anybody deploys it.

import type { Json } from '../../core/model/policy-document.ts'
import type { Blueprint, Shape } from './blueprint.ts'
import { filled } from './names.ts'

/** Characters without white space (IAM user guide, IAM quotas; Organizations user guide, quotas). */
const MOST = { boundary: 6144, trust: 2048, policy: 10_240, organisation: 5120 } as const

const lengthOf = (document: Json, partition: string): number =>
  JSON.stringify(filled(document, { account: '0'.repeat(12), partition })).replace(/\s/g, '').length

export interface TooLong {
  readonly what: string
  readonly takes: number
  readonly most: number
}

function ofShape(shape: Shape, partition: string): readonly TooLong[] {
  const all = [
    { what: `the boundary of ${shape.name}`, document: shape.boundary.document, most: MOST.boundary },
    ...(shape.pool === null
      ? []
      : [
          { what: `the trust of the pool of ${shape.name}`, document: shape.pool.trust, most: MOST.trust },
          {
            what: `the boundary of the pool of ${shape.name}`,
            document: shape.pool.boundary.document,
            most: MOST.boundary,
          },
        ]),
    ...shape.roles.flatMap(({ title, trust, policy }) => [
      { what: `the trust of ${title}`, document: trust, most: MOST.trust },
      { what: `the policy of ${title}`, document: policy, most: MOST.policy },
    ]),
  ]
  return all.flatMap(({ what, document, most }) => {
    const takes = lengthOf(document, partition)
    return takes > most ? [{ what, takes, most }] : []
  })
}

export function tooLong({ shapes, partition, organisation }: Blueprint): readonly TooLong[] {
  const takes = lengthOf(organisation.document, partition)
  return [
    ...shapes.flatMap((shape) => ofShape(shape, partition)),
    ...(takes > MOST.organisation ? [{ what: 'the service control policy', takes, most: MOST.organisation }] : []),
  ]
}
