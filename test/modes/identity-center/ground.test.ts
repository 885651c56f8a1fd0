// Who holds what in Identity Center, asked as the home account allows, and not fooled by names that were kept.

import { describe, expect, it } from 'vitest'
import { type HoldingKey, id } from '../../../src/core/model/id.ts'
import type { Need } from '../../../src/core/plan/provisioner.ts'
import { reading } from '../../../src/modes/any/sure.ts'
import type { Center } from '../../../src/modes/identity-center/center.ts'
import { readRows } from '../../../src/modes/identity-center/ground.ts'
import { setName } from '../../../src/modes/identity-center/naming.ts'
import { openSets } from '../../../src/modes/identity-center/sets.ts'
import { ACCOUNT, PORTAL } from './sets.ts'
import { type Answers, failing, sky } from './sky.ts'

const STAGE = '444455556666'
const ours = (person: string): string =>
  setName({ installation: 'acme', account: ACCOUNT, person: id(person), entitlement: null })

const NAMES = new Map([
  ['arn:ours', ours('marta')],
  ['arn:mario', ours('mario')],
  ['arn:read', 'ReadOnly'],
  ['arn:bill', 'Billing'],
  ['arn:admin', 'Admin'],
])

const center = (askedFrom: Center['askedFrom']): Center => ({
  instance: 'arn:instance',
  store: 'd-1',
  portal: PORTAL,
  management: '000011112222',
  askedFrom,
  accounts: new Map(),
})

const need = (what: Need['what'], name: string, target = 'prod'): Need => ({ target: id(target), what, name })

/** Marta holds a set of ours and one of the organisation; Mario one of ours that no person of these tells of. */
const ANSWERS: Answers = {
  ListAccountAssignmentsForPrincipal: ({ PrincipalId: user }) => ({
    AccountAssignments: ['arn:ours', 'arn:read'].map((PermissionSetArn) => ({
      AccountId: ACCOUNT,
      PermissionSetArn,
      PrincipalType: 'USER',
      PrincipalId: user,
    })),
  }),
  ListAccountsForProvisionedPermissionSet: { AccountIds: [ACCOUNT] },
  ListAccountAssignments: ({ AccountId, PermissionSetArn }) => ({
    AccountAssignments: [{ AccountId, PermissionSetArn, PrincipalType: 'USER', PrincipalId: 'mario' }],
  }),
  DescribePermissionSet: ({ PermissionSetArn: arn }) => ({
    PermissionSet: { Name: NAMES.get(String(arn)), PermissionSetArn: arn },
  }),
}

interface Asked {
  readonly from?: Center['askedFrom']
  readonly names?: ReadonlyMap<string, string>
  readonly needs?: readonly Need[]
  readonly recorded?: readonly string[]
  readonly answers?: Answers
}

function look({ from = 'management', names = NAMES, needs = [], recorded = [], answers = ANSWERS }: Asked) {
  const open = sky({ ListPermissionSets: { PermissionSets: [...names.keys()] }, ...answers })
  const { aws } = open
  const observing = {
    aws,
    installation: 'acme',
    home: {
      home: '1',
      region: 'eu-west-1',
      match: 'userName' as const,
      managementAccount: 'refused' as const,
      sets: 'separate' as const,
    },
    accounts: [{ target: id<'target'>('prod'), account: ACCOUNT, is: 'ours' as const }],
    sets: openSets(aws, { names, keep: () => undefined }),
    found: () => undefined,
  }
  const keys = new Map(recorded.map((key) => [id<'holding'>(key) as HoldingKey, null]))
  return {
    ...open,
    read: async () => {
      // As every look begins: what is kept is believed for a while.
      await observing.sets.read('arn:instance')
      open.asked.length = 0
      return reading(() => readRows(observing, center(from), names, ['marta'], needs, keys))
    },
  }
}

const rows = async ({ read }: ReturnType<typeof look>) => {
  const seen = await read()
  return seen.is === 'known' ? seen.value.rows.map(({ set, id: who }) => `${who} ${set}`) : seen
}

const READ = [need('permissionSet', 'ReadOnly'), need('permissionSet', 'billing'), need('role', 'Admin')]

describe('from the management account', () => {
  it('one call a person tells all, and only sets of ours that it does not tell of are asked for', async () => {
    const open = look({ needs: READ })
    expect(await rows(open)).toEqual(['marta arn:ours', 'marta arn:read', 'mario arn:mario'])
    expect(open.ops()).toEqual([
      'ListAccountAssignmentsForPrincipal',
      'ListAccountsForProvisionedPermissionSet',
      'ListAccountAssignments',
    ])
    expect(open.asked[1]?.[1]).toMatchObject({ PermissionSetArn: 'arn:mario', InstanceArn: 'arn:instance' })
  })

  it('what is ours, and which pairs of others matter, is told with it', async () => {
    const seen = await look({
      needs: READ,
      recorded: [`${STAGE}/assignment/u/ReadOnly`, `${ACCOUNT}/set/x`, 'odd'],
    }).read()
    expect(seen.is === 'known' && [seen.value.ours, seen.value.pairs]).toEqual([
      [
        { arn: 'arn:ours', name: ours('marta') },
        { arn: 'arn:mario', name: ours('mario') },
      ],
      [
        { account: ACCOUNT, set: 'arn:read' },
        { account: ACCOUNT, set: 'arn:bill' },
        { account: STAGE, set: 'arn:read' },
      ],
    ])
  })

  it('a pair that is needed and recorded is told once; of an account that nobody knows it is none of its', async () => {
    const recorded = [`${ACCOUNT}/assignment/u/ReadOnly`, `${ACCOUNT}/assignment/v/ReadOnly`]
    const needs = [need('permissionSet', 'ReadOnly'), need('permissionSet', 'Billing', 'nowhere')]
    const seen = await look({ needs, recorded }).read()
    expect(seen.is === 'known' && seen.value.pairs).toEqual([
      { account: ACCOUNT, set: 'arn:read' },
      { account: '', set: 'arn:bill' },
    ])
  })
})

describe('from a delegated administrator', () => {
  it('each set of ours is asked for, and each pair of others that matters', async () => {
    const open = look({ from: 'delegated', needs: READ.slice(0, 1) })
    expect(await rows(open)).toEqual(['mario arn:ours', 'mario arn:mario', 'mario arn:read'])
    expect(open.ops()).not.toContain('ListAccountAssignmentsForPrincipal')
  })
})

describe('names that were kept', () => {
  const lying = new Map([...NAMES, ['arn:ours', 'Harmless']])

  it('are asked for again, of what our people hold, where a recorded set is not among them', async () => {
    const held = ['arn:ours', 'arn:read', 'arn:mario'].map((PermissionSetArn) => ({
      AccountId: ACCOUNT,
      PermissionSetArn,
      PrincipalType: 'USER',
      PrincipalId: 'marta',
    }))
    const answers = { ...ANSWERS, ListAccountAssignmentsForPrincipal: { AccountAssignments: held } }
    const open = look({ names: lying, answers, recorded: [`${ACCOUNT}/set/${ours('marta')}`] })
    const seen = await open.read()
    const described = open.asked.filter(([op]) => op === 'DescribePermissionSet')
    expect(described.map(([, input]) => input['PermissionSetArn'])).toEqual(['arn:ours', 'arn:read'])
    expect(seen.is === 'known' && seen.value.ours.map(({ arn }) => arn)).toContain('arn:ours')
  })

  it('are believed where the record misses nothing: that costs no call', async () => {
    const open = look({ recorded: [`${ACCOUNT}/set/${ours('marta')}`, `${ACCOUNT}/assignment/u/Gone`] })
    await open.read()
    expect(open.ops()).not.toContain('DescribePermissionSet')
  })

  it('are not asked for of a set that was made since they were read', async () => {
    const { 'arn:ours': _, ...less } = Object.fromEntries(NAMES)
    const open = look({ names: new Map(Object.entries(less)), recorded: [`${ACCOUNT}/set/${ours('marta')}`] })
    await open.read()
    const described = open.asked.filter(([op]) => op === 'DescribePermissionSet')
    expect(described.map(([, input]) => input['PermissionSetArn'])).toEqual(['arn:read'])
  })
})

describe('nothing is known', () => {
  it.each([
    ['ListAccountAssignmentsForPrincipal', 'management'],
    ['ListAccountsForProvisionedPermissionSet', 'management'],
    ['ListAccountAssignments', 'delegated'],
  ] as const)('where %s fails from the %s account', async (op, from) => {
    const { read } = look({ from, needs: READ, answers: { ...ANSWERS, [op]: 'unreachable' } })
    expect(await read()).toEqual(failing('unreachable', op))
  })

  it('where names must be asked for again and are not told', async () => {
    const answers = { ...ANSWERS, DescribePermissionSet: 'throttled' } as const
    const { read } = look({ recorded: [`${ACCOUNT}/set/gone`], answers })
    expect(await read()).toEqual(failing('throttled', 'DescribePermissionSet'))
  })
})
