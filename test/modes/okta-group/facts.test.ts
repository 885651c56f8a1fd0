// Which group of Okta a need means, and which groups nobody is added to.

import { describe, expect, it } from 'vitest'
import { type Answer, type EdgeError, known, unknown } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Okta } from '../../../src/edges/okta/okta.ts'
import { listGroupAssignedRoles, listGroupRules, listGroups } from '../../../src/edges/okta/operations.ts'
import type { OktaGroup, OktaGroupRule } from '../../../src/edges/okta/shapes.ts'
import { groupFact, grouping } from '../../../src/modes/okta-group/groups.ts'

const group = (more: Partial<OktaGroup> = {}): OktaGroup => ({ id: '00g1', type: 'OKTA_GROUP', name: 'Ops', ...more })
const rule = (more: Partial<OktaGroupRule> = {}): OktaGroupRule => ({
  id: 'r1',
  name: 'by team',
  status: 'ACTIVE',
  groups: ['00g1'],
  ...more,
})
const failed = (kind: EdgeError['kind']): Answer<never> => unknown({ kind, call: 'okta', said: 'no' })

interface Org {
  readonly groups?: readonly OktaGroup[] | EdgeError['kind']
  readonly rules?: readonly OktaGroupRule[] | EdgeError['kind']
  readonly roles?: readonly string[] | EdgeError['kind']
}

function org({ groups = [group()], rules = [], roles = [] }: Org) {
  const asked: unknown[] = []
  const answers = new Map<unknown, readonly unknown[] | EdgeError['kind']>([
    [listGroups, groups],
    [listGroupRules, rules],
    [listGroupAssignedRoles, roles],
  ])
  const edge = {
    list: async (operation: unknown, parameters: unknown) => {
      asked.push([operation, parameters])
      const told = answers.get(operation) ?? []
      return typeof told === 'string' ? failed(told) : known(told)
    },
  }
  return { okta: edge as unknown as Okta, asked }
}

const need = { target: id<'target'>('okta'), what: 'group' as const, name: 'Ops' }
const fact = async (of: Org) => {
  const { need: wanted, ...rest } = await groupFact(grouping(org(of).okta), need)
  expect(wanted).toBe(need)
  return rest
}

describe('a group', () => {
  it('is found by its name', async () => {
    expect(await fact({})).toEqual({ is: 'found', id: '00g1', name: 'Ops' })
    expect(await fact({ groups: [] })).toEqual({ is: 'absent' })
    const two = [group({ id: '00g2' }), group({ type: 'APP_GROUP' })]
    expect(await fact({ groups: two })).toEqual({
      is: 'several',
      names: ['Ops (APP_GROUP 00g1)', 'Ops (OKTA_GROUP 00g2)'],
    })
  })

  const own = 'give the access by a group of its own, made in Okta'
  it.each<[Org, string, string]>([
    [
      { groups: [group({ type: 'APP_GROUP' })] },
      'the group Ops comes from another directory, which alone decides who is in it',
      own,
    ],
    [{ groups: [group({ type: 'BUILT_IN' })] }, 'the group Ops is one of Okta’s own, which fills it by itself', own],
    [{ groups: [group({ type: 'OTHER' })] }, 'the group Ops is of the type OTHER', own],
    [{ rules: [rule({ groups: ['00g2', '00g1'] })] }, 'the group Ops is filled by the group rule "by team"', own],
    [
      { roles: ['USER_ADMIN', 'CUSTOM'] },
      'the group Ops makes its members administrators of Okta (CUSTOM, USER_ADMIN)',
      'ask for something else: administrators are never made for a time',
    ],
  ])('is one that nobody is added to by hand: %j', async (of, because, cure) => {
    expect(await fact(of)).toEqual({ is: 'unfit', because, cure })
  })

  it('is not kept back by a rule that is off, or fills another group', async () => {
    const rules = [rule({ status: 'INACTIVE' }), rule({ groups: ['00g2'] })]
    expect(await fact({ rules })).toMatchObject({ is: 'found' })
  })

  it('is unknown where any of it is: it could make administrators', async () => {
    for (const shut of [{ groups: 'denied' }, { rules: 'denied' }, { roles: 'denied' }] as const)
      expect(await fact(shut)).toEqual({ is: 'unknown', because: { kind: 'denied', call: 'okta', said: 'no' } })
  })

  it('has its roles asked for by its id, and rules of the organisation are asked for once', async () => {
    const { okta, asked } = org({})
    const groups = grouping(okta)
    await Promise.all([groupFact(groups, need), groupFact(groups, need)])
    expect(asked.filter((one) => Array.isArray(one) && one[0] === listGroupRules)).toHaveLength(1)
    expect(asked).toContainEqual([listGroupAssignedRoles, { groupId: '00g1' }])
  })
})
