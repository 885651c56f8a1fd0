// Which group of Okta a need means, and whether people may be added to it by hand.

import type { Answer } from '../../core/model/edge-error.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'
import { groupsCalled } from '../../edges/okta/find-group.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import { listGroupAssignedRoles, listGroupRules } from '../../edges/okta/operations.ts'
import type { OktaGroup, OktaGroupRule } from '../../edges/okta/shapes.ts'

type Rules = readonly OktaGroupRule[]

export interface Grouping {
  readonly okta: Okta
  /** Rules of the whole organisation: asked for once, by the first group that needs them. */
  readonly rules: () => Promise<Answer<Rules>>
}

export function grouping(okta: Okta): Grouping {
  let asked: Promise<Answer<Rules>> | null = null
  return {
    okta,
    rules: () => {
      asked ??= okta.list(listGroupRules, {})
      return asked
    },
  }
}

const TYPES: Readonly<Record<string, string>> = {
  APP_GROUP: 'comes from another directory, which alone decides who is in it',
  BUILT_IN: 'is one of Okta’s own, which fills it by itself',
}

const unfit = (need: Need, because: string, cure: string): Fact => ({ need, is: 'unfit', because, cure })

const OWN = 'give the access by a group of its own, made in Okta'

/** What a rule fills, or what makes administrators, is nothing that Daypass may hand out. */
async function judged({ okta, rules }: Grouping, need: Need, group: OktaGroup): Promise<Fact> {
  if (group.type !== 'OKTA_GROUP')
    return unfit(need, `the group ${group.name} ${TYPES[group.type] ?? `is of the type ${group.type}`}`, OWN)
  const [filling, roles] = await Promise.all([rules(), okta.list(listGroupAssignedRoles, { groupId: group.id })])
  if (filling.is === 'unknown') return { need, is: 'unknown', because: filling.because }
  if (roles.is === 'unknown') return { need, is: 'unknown', because: roles.because }
  const rule = filling.value.find(({ status, groups }) => status === 'ACTIVE' && groups.includes(group.id))
  if (rule !== undefined)
    return unfit(need, `the group ${group.name} is filled by the group rule ${JSON.stringify(rule.name)}`, OWN)
  if (roles.value.length > 0)
    return unfit(
      need,
      `the group ${group.name} makes its members administrators of Okta (${roles.value.toSorted().join(', ')})`,
      'ask for something else: administrators are never made for a time',
    )
  return { need, is: 'found', id: group.id, name: group.name }
}

export async function groupFact(asked: Grouping, need: Need): Promise<Fact> {
  const groups = await groupsCalled(asked.okta, need.name)
  if (groups.is === 'unknown') return { need, is: 'unknown', because: groups.because }
  const [group, other] = groups.value
  if (group === undefined) return { need, is: 'absent' }
  if (other !== undefined)
    return { need, is: 'several', names: groups.value.map(({ id, name, type }) => `${name} (${type} ${id})`).sort() }
  return judged(asked, need, group)
}
