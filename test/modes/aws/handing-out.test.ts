// What may be handed out as it is, what of Daypass's own lies in an account, and which thing a need names.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import type { Fact, Need } from '../../../src/core/plan/provisioner.ts'
import type { AccountDetails } from '../../../src/modes/aws/account.ts'
import { handedOut, mayHandOut } from '../../../src/modes/aws/hands-out.ts'
import { decideGroup, decidePolicy, decideRole, localPolicies } from '../../../src/modes/aws/named.ts'
import { oursIn } from '../../../src/modes/aws/ours.ts'
import { someSettings } from '../../support/builders.ts'
import { ACCOUNT, allow, document } from '../iam-user/support.ts'

const HUB = '999988887777'

const settings = (more: Partial<NonNullable<Settings['aws']>> | null): Settings => {
  const some = someSettings()
  return { ...some, aws: more === null || some.aws === null ? null : { ...some.aws, partition: 'aws-cn', ...more } }
}

describe('what may be handed out', () => {
  const handsOut = { groups: ['ops'], policies: ['Read*'] }

  it('is listed by name, wherever in the account it lies, and policies of AWS are too', () => {
    expect(handedOut(handsOut, 'aws-cn', ACCOUNT)).toEqual({
      groups: [`arn:aws-cn:iam::${ACCOUNT}:group/ops`, `arn:aws-cn:iam::${ACCOUNT}:group/*/ops`],
      policies: [
        `arn:aws-cn:iam::${ACCOUNT}:policy/Read*`,
        `arn:aws-cn:iam::${ACCOUNT}:policy/*/Read*`,
        'arn:aws-cn:iam::aws:policy/Read*',
        'arn:aws-cn:iam::aws:policy/*/Read*',
      ],
    })
  })

  it.each([
    ['groups', `arn:aws-cn:iam::${ACCOUNT}:group/ops`, true],
    ['groups', `arn:aws-cn:iam::${ACCOUNT}:group/teams/ops`, true],
    ['groups', `arn:aws-cn:iam::${ACCOUNT}:group/devops`, false],
    ['groups', `arn:aws-cn:iam::${HUB}:group/ops`, false],
    ['groups', `arn:aws-cn:iam::${ACCOUNT}:policy/Readers`, false],
    ['policies', `arn:aws-cn:iam::${ACCOUNT}:policy/Readers`, true],
    ['policies', 'arn:aws-cn:iam::aws:policy/job-function/ReadOnly', true],
    ['policies', 'arn:aws-cn:iam::aws:policy/AdministratorAccess', false],
  ] as const)('of %s: %s is %s', (what, arn, may) => {
    expect(mayHandOut(settings({ handsOut }))(ACCOUNT, what, arn)).toBe(may)
  })

  it('is nothing where settings know no AWS', () => {
    expect(mayHandOut(settings(null))(ACCOUNT, 'groups', `arn:aws-cn:iam::${ACCOUNT}:group/ops`)).toBe(false)
  })
})

describe("Daypass's own", () => {
  const hub = {
    apply: `arn:aws-cn:iam::${HUB}:role/daypass-hub-apply`,
    expire: `arn:aws-cn:iam::${ACCOUNT}:role/daypass-hub-expire`,
    inventory: null,
  }
  const roles = { apply: 'daypass/apply', expire: 'daypass/expire', inventory: 'audit/inventory' }

  it('in an account are its path, its roles, the hub roles that lie there, and the doors it comes in by', () => {
    expect(oursIn(settings({ hub, roles }))(ACCOUNT)).toEqual({
      partition: 'aws-cn',
      account: ACCOUNT,
      paths: ['/daypass/'],
      roleArns: [
        `arn:aws-cn:iam::${ACCOUNT}:role/daypass/apply`,
        `arn:aws-cn:iam::${ACCOUNT}:role/daypass/expire`,
        `arn:aws-cn:iam::${ACCOUNT}:role/audit/inventory`,
        `arn:aws-cn:iam::${ACCOUNT}:role/daypass-hub-expire`,
        `arn:aws-cn:iam::${ACCOUNT}:oidc-provider/*`,
        `arn:aws-cn:iam::${ACCOUNT}:saml-provider/*`,
      ],
    })
  })

  it('without AWS in the settings are its path and the doors, in any partition', () => {
    expect(oursIn(settings(null))(ACCOUNT)).toEqual({
      partition: '*',
      account: ACCOUNT,
      paths: ['/daypass/'],
      roleArns: [`arn:*:iam::${ACCOUNT}:oidc-provider/*`, `arn:*:iam::${ACCOUNT}:saml-provider/*`],
    })
  })
})

describe('a thing that is asked for', () => {
  const need = (what: Need['what'], name: string): Need => ({ target: id('prod'), what, name })
  const shown = (fact: Fact): unknown => (({ need: _, ...rest }) => rest)(fact)
  const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`
  const roles = [
    { RoleName: 'Orders', Arn: arn('role/teams/Orders') },
    { RoleName: 'orders', Arn: arn('role/orders') },
    { RoleName: 'Audit', Arn: arn('role/Audit') },
    {},
  ]

  it.each<[string, object]>([
    ['audit', { is: 'found', id: arn('role/Audit'), name: 'Audit' }],
    [arn('role/orders'), { is: 'found', id: arn('role/orders'), name: 'orders' }],
    ['orders', { is: 'several', names: ['Orders', 'orders'] }],
    ['nobody', { is: 'absent' }],
    [arn('role/nobody'), { is: 'absent' }],
    [arn('role/AUDIT'), { is: 'absent' }],
  ])('as the role %s', (name, fact) => {
    expect(shown(decideRole(need('role', name), roles))).toEqual(fact)
  })

  it.each<[string, object]>([
    ['OPS', { is: 'found', id: arn('group/ops'), name: 'ops' }],
    [arn('group/ops'), { is: 'found', id: arn('group/ops'), name: 'ops' }],
    ['op', { is: 'absent' }],
  ])('as the group %s', (name, fact) => {
    expect(shown(decideGroup(need('group', name), [{ GroupName: 'ops', Arn: arn('group/ops') }, {}]))).toEqual(fact)
  })

  const text = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
  const policy = (name: string, Document: string) => ({
    PolicyName: name,
    Arn: arn(`policy/${name}`),
    PolicyVersionList: [{ IsDefaultVersion: true, Document: encodeURIComponent(Document) }],
  })
  const details = (): AccountDetails => ({
    users: [],
    groups: [],
    roles: [],
    policies: [policy('Readers', text), policy('Odd', 'odd'), {}],
  })
  const local = (name: string) => localPolicies(details(), need('policy', name))

  it('as a policy has its text, as far as it is understood', () => {
    expect(local('readers')).toEqual([
      { id: arn('policy/Readers'), name: 'Readers', written: null, document: document(allow(['s3:*'], ['*'])) },
    ])
    expect(local(arn('policy/Odd'))).toEqual([{ id: arn('policy/Odd'), name: 'Odd', written: null }])
    expect(local('writers')).toEqual([])
  })

  it.each([
    ['as AWS tells it, in whole seconds', new Date('2026-12-01T09:00:00.900Z'), 1_796_115_600],
    ['and is not known where the date is none', new Date('soon'), null],
    ['nor where there is no date', undefined, null],
  ])('as a policy was written %s', (_when, UpdateDate, written) => {
    const dated = { ...policy('Readers', text), ...(UpdateDate === undefined ? {} : { UpdateDate }) }
    expect(localPolicies({ ...details(), policies: [dated] }, need('policy', 'Readers'))).toMatchObject([{ written }])
  })

  it('as a policy may be of the account or of AWS, and where it is both the ARNs tell which', () => {
    const aws = [{ id: 'arn:aws:iam::aws:policy/Readers', name: 'Readers' }]
    const asked = need('policy', 'Readers')
    expect(shown(decidePolicy(asked, [], aws))).toEqual({ is: 'found', ...aws[0] })
    expect(shown(decidePolicy(asked, local('Readers'), []))).toMatchObject({ is: 'found', id: arn('policy/Readers') })
    expect(shown(decidePolicy(asked, [], []))).toEqual({ is: 'absent' })
    expect(shown(decidePolicy(asked, aws, local('Readers')))).toEqual({
      is: 'several',
      names: [arn('policy/Readers'), 'arn:aws:iam::aws:policy/Readers'],
    })
  })
})
