// Whether access to one resource is what its level says, there and nowhere else, for every kind of resource that AWS has.

import { describe, expect, it } from 'vitest'
import type { ResourceItem } from '../../../src/core/documents/shapes.ts'
import { resource } from '../../../src/core/entitlements/resource.ts'
import { LEVELS } from '../../../src/core/model/permissions.ts'
import type { Statement } from '../../../src/core/model/policy-document.ts'
import { accessLevel, onlyReads } from '../../../src/core/policy/actions.ts'
import { canBeDoneOn } from '../../../src/core/policy/doable.ts'
import { meantBy } from '../../../src/core/policy/one-resource.ts'
import { loadAllKnowledge } from '../../../src/knowledge/load.ts'
import { HERE } from '../../support/builders.ts'

const knowledge = await loadAllKnowledge()
const { resources } = knowledge
if (resources === null) throw new Error('the data of resources are missing')

function meant(raw: ResourceItem) {
  const read = resource.read(raw, () => HERE)
  if ('findings' in read) throw new Error(read.findings.map(({ message }) => message).join(' '))
  return meantBy(read.entitlement, knowledge)
}

const list = (statement: Statement, what: 'actions' | 'resources'): readonly string[] => {
  const among = statement[what]
  return 'only' in among ? among.only : []
}

/** An ARN that each template of AWS's data means, as somebody would write it. */
const EVERY_KIND = [...knowledge.services()]
  .flatMap((service) => resources.templatesOf(service))
  .filter((template) => /^arn:\*:[a-z]/.test(template))
  .map((template) => {
    const [, , service = '', region, account, ...rest] = template.split(':')
    const place = [region === '*' ? 'eu-west-1' : region, account === '*' ? '111122223333' : account]
    return ['arn:aws', service, ...place, rest.join(':').replace('<name>', 'one').replaceAll('*', 'one')].join(':')
  })
  .filter((arn, index, all) => all.indexOf(arn) === index)

describe('a level, on every kind of resource that AWS has', () => {
  it('is tried on more than 2,000 kinds', () => {
    expect(EVERY_KIND.length).toBeGreaterThan(2000)
  })

  it('holds only what can be done there, on nothing outside, and each level holds the ones before it', () => {
    const wrong: string[] = []
    for (const arn of EVERY_KIND) {
      let before: readonly string[] = []
      for (const level of LEVELS) {
        const found = meant({ resource: arn, level })
        if ('problem' in found) continue
        const { permissions } = found.entitlement
        const statements = permissions.form === 'statements' ? permissions.document.statements : []
        const pairs = statements.flatMap((one) =>
          list(one, 'actions').flatMap((action) => list(one, 'resources').map((on) => [action, on] as const)),
        )
        for (const [action, on] of pairs) {
          if (!canBeDoneOn(action, on, resources)) wrong.push(`${action} on ${on}`)
          if (on !== arn && !on.startsWith(`${arn}/`) && !on.startsWith(`${arn}:`)) wrong.push(`${on} outside ${arn}`)
          if (level === 'read' && !onlyReads(accessLevel(action, knowledge) as 'Read')) wrong.push(`${action} reads`)
        }
        const now = pairs.map((pair) => pair.join(' '))
        const lost = before.filter((pair) => !now.includes(pair))
        if (lost.length > 0) wrong.push(`${level} on ${arn} lacks ${lost[0]}`)
        before = now
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('tells what it left out, and never what it holds', () => {
    for (const arn of EVERY_KIND.filter((_, index) => index % 9 === 0)) {
      const found = meant({ resource: arn, level: 'admin' })
      if ('problem' in found) continue
      const held = found.entitlement.facets['action'] ?? []
      expect((found.entitlement.leftOut ?? []).filter((action) => held.includes(action))).toEqual([])
    }
  })
})
