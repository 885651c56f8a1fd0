// What access to one resource permits: its level, or a policy, limited to the parts that the resource has.

import type { AskedEntitlement, Entitlement } from '../model/entitlement.ts'
import type { Level, OneResource, Part } from '../model/permissions.ts'
import type { PolicyDocument, Statement } from '../model/policy-document.ts'
import { type Action, expandActions, serviceOf } from './actions.ts'
import { allowedBy } from './allowed.ts'
import { type Anatomy, anatomyOf, type Limb } from './anatomy.ts'
import { canBeDoneOn } from './doable.ts'
import type { Knowledge, ResourceKnowledge } from './knowledge.ts'
import { holds } from './levels.ts'
import { foldCase } from './wildcard.ts'

export type Meant = { readonly entitlement: Entitlement } | { readonly problem: string }

const canBeDoneAt = ({ templates, part }: Limb, action: string, resources: ResourceKnowledge): boolean =>
  (part.only === null || part.only.some((only) => foldCase(only) === foldCase(action))) &&
  (resources.templates(action)?.some((template) => templates.includes(template)) ?? false)

/** An Allow that names its actions and its resources. */
type Named = Statement & Record<'actions' | 'resources', { readonly only: readonly string[] }>

/** Limbs of one condition that take the same actions become one statement. */
function statementsOf(doable: ReadonlyMap<Limb, readonly string[]>): readonly Named[] {
  const byActions = Map.groupBy(doable, ([{ part }, actions]) => JSON.stringify([actions, part.when]))
  return [...byActions.values()].flatMap((same): readonly Named[] => {
    const resources = { only: same.map(([{ part }]) => part.arn).sort() }
    return same
      .slice(0, 1)
      .filter(([, actions]) => actions.length > 0)
      .map(([{ part }, only]) => ({ effect: 'Allow', actions: { only }, resources, conditions: part.when }))
  })
}

interface Levelled {
  readonly statements: readonly Named[]
  readonly leftOut: readonly string[]
}

/** Whether an action has anything to do with the thing, if only it could be limited to it. */
const isUnlimited = (action: string, resources: ResourceKnowledge): boolean => resources.templates(action)?.length === 0

function levelled(
  level: Level,
  { services, limbs }: Anatomy,
  knowledge: Knowledge,
  resources: ResourceKnowledge,
): Levelled {
  const all: readonly Action[] = services.flatMap((service) => expandActions([`${service}:*`], knowledge).known)
  const asked = all.filter((action) => holds(level, action)).map(({ action }) => action)
  const doable = new Map(
    limbs.map((limb): [Limb, readonly string[]] => [limb, asked.filter((one) => canBeDoneAt(limb, one, resources))]),
  )
  const held = new Set([...doable.values()].flat())
  const own = new Set(limbs.flatMap(({ templates }) => templates))
  const meantHere = (action: string): boolean =>
    isUnlimited(action, resources) || (resources.templates(action)?.some((template) => own.has(template)) ?? false)
  return {
    statements: statementsOf(doable),
    leftOut: asked.filter((action) => !held.has(action) && meantHere(action)),
  }
}

/** Actions of a policy that permit nothing on any part: told, since somebody may have meant them. */
export function leftOutOf(document: PolicyDocument, parts: readonly Part[], knowledge: Knowledge): readonly string[] {
  const { resources } = knowledge
  if (resources === null) return []
  const services = new Set(parts.flatMap(({ arn }) => resources.servicesOn(arn.split(':')[2] ?? '')))
  const can = (action: string): boolean =>
    parts.some(
      ({ arn, only }) =>
        (only === null || only.some((one) => foldCase(one) === foldCase(action))) &&
        canBeDoneOn(action, arn, resources),
    )
  const allowed = allowedBy(document, knowledge).flatMap(({ known }) => known.map(({ action }) => action))
  return [...new Set(allowed)].filter((action) => services.has(serviceOf(action)) && !can(action)).sort()
}

function read(asked: AskedEntitlement, permissions: OneResource, knowledge: Knowledge): Meant {
  const { resources } = knowledge
  if (resources === null) return { problem: "AWS's data about resources were not read" }
  const anatomy = anatomyOf(permissions, resources)
  if ('problem' in anatomy) return anatomy
  const parts = anatomy.limbs.map(({ part }) => part)
  if (permissions.of.is === 'policy') {
    const facets = { ...asked.facets, resource: parts.map(({ arn }) => arn) }
    return {
      entitlement: { ...asked, facets, permissions: { form: 'narrowed', policy: permissions.of.policy, to: parts } },
    }
  }
  const { level } = permissions.of
  const { statements, leftOut } = levelled(level, anatomy, knowledge, resources)
  if (statements.length === 0) return { problem: `no action of level ${level} can be limited to it` }
  return {
    entitlement: {
      ...asked,
      facets: {
        ...asked.facets,
        action: statements.flatMap(({ actions }) => actions.only),
        resource: [...new Set(statements.flatMap(({ resources }) => resources.only))],
      },
      permissions: { form: 'statements', document: { version: '2012-10-17', statements } },
      leftOut,
    },
  }
}

const kept = new WeakMap<Knowledge, WeakMap<AskedEntitlement, Meant>>()

/** What was asked for, with everything in it that AWS's data say; kept, because every look at a request asks. */
export function meantBy(asked: AskedEntitlement, knowledge: Knowledge): Meant {
  const { permissions } = asked
  if (permissions.form !== 'resource') return { entitlement: { ...asked, permissions } }
  const known = kept.get(knowledge) ?? new WeakMap<AskedEntitlement, Meant>()
  kept.set(knowledge, known)
  const meant = known.get(asked) ?? read(asked, permissions, knowledge)
  known.set(asked, meant)
  return meant
}
