// What is remarked on of a request by what the inventory knows, and of what nothing can be said.

import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { kindOf } from '../../../src/core/entitlements/kind.ts'
import { NEVER, type SectionState } from '../../../src/core/inventory/contents.ts'
import type { InventoryLine } from '../../../src/core/inventory/line.ts'
import { readLines } from '../../../src/core/inventory/read-lines.ts'
import { policyText } from '../../../src/core/inventory/texts.ts'
import { type KnownPlace, unseenFindings } from '../../../src/core/inventory/unseen.ts'
import { HERE, NOON } from '../../support/builders.ts'

const READ: SectionState = { asOf: NOON, failed: null, partial: {} }
const ID = '111122223333'

const resource = (arn: string): InventoryLine => ({ is: 'resource', arn, type: 'x:y', region: 'eu-west-1', tags: {} })
const holder = { tags: {}, groups: [], policies: [], inline: {} }

const LINES: readonly InventoryLine[] = [
  resource('arn:aws:s3:::orders-exports'),
  resource(`arn:aws:dynamodb:eu-west-1:${ID}:table/orders`),
  resource(`arn:aws:sqs:eu-west-1:${ID}:orders`),
  { is: 'role', arn: `arn:aws:iam::${ID}:role/teams/Operator`, trust: null, ...holder },
  { is: 'role', arn: `arn:aws:iam::${ID}:role/night-watch`, trust: null, ...holder },
  { is: 'group', arn: `arn:aws:iam::${ID}:group/readers`, ...holder },
  resource(`arn:aws:rds:eu-west-1:${ID}:db:orders`),
  {
    is: 'policy',
    arn: `arn:aws:iam::${ID}:policy/orders-report`,
    version: 'v1',
    document: { Version: '2012-10-17', Statement: [] },
  },
]

const place = (more: Partial<KnownPlace> = {}): KnownPlace => ({
  name: 'orders-prod',
  resources: READ,
  access: READ,
  lines: LINES,
  ...more,
})

function findings(raw: object, known: KnownPlace = place()): readonly string[] {
  const read = kindOf(raw, KINDS)?.read(raw, () => HERE)
  if (read === undefined || 'findings' in read) throw new Error('it does not read')
  return unseenFindings(read.entitlement, known).map(({ message, cure }) => `${message} ${cure}`)
}

describe('the inventory', () => {
  it.each<[object]>([
    [{ resource: 'arn:aws:s3:::orders-exports', level: 'read', prefix: '2026/' }],
    [{ resource: 'arn:aws:s3:::orders-exports/2026/a.csv', level: 'read' }],
    [{ resource: `arn:aws:dynamodb:eu-west-1:${ID}:table/orders/index/by-day`, level: 'read' }],
    [{ resource: `arn:aws:sqs:eu-west-1:${ID}:ord*`, level: 'read' }],
    // Of this kind it knows nothing at all.
    [{ resource: `arn:aws:kinesis:eu-west-1:${ID}:stream/orders`, level: 'read' }],
    [{ resource: `arn:aws:rds:eu-west-1:${ID}:cluster:ordres`, level: 'read' }],
    [{ resource: `arn:aws:iam::${ID}:role/Operatr`, level: 'read' }],
    [{ role: 'teams/Operator' }],
    [{ role: `arn:aws:iam::${ID}:role/teams/Operator` }],
    [{ group: 'readers' }],
    [{ policy: 'orders-report' }],
    [{ actions: ['sqs:SendMessage'], on: ['*'] }],
    [{ okta: 'Grafana Admins' }],
  ])('says nothing of %j', (raw) => {
    expect(findings(raw)).toEqual([])
  })

  it.each<[object, string]>([
    [{ resource: 'arn:aws:s3:::orders-exprots', level: 'read' }, 'Did you mean arn:aws:s3:::orders-exports?'],
    [{ resource: `arn:aws:sqs:eu-west-1:${ID}:mail-*`, level: 'read' }, `knows no arn:aws:sqs:eu-west-1:${ID}:mail-*`],
    [{ role: 'Operatr' }, 'knows no role Operatr. Did you mean Operator?'],
    [{ group: 'raeders' }, 'Did you mean readers?'],
    [{ policy: 'orders-rapport' }, 'Did you mean orders-report?'],
  ])('remarks on %j', (raw, says) => {
    expect(findings(raw).join()).toContain(says)
  })

  it('that was never read says nothing, and an old one says how old it is', () => {
    const slip = { resource: 'arn:aws:s3:::orders-exprots', level: 'read' }
    expect(findings(slip, place({ resources: NEVER }))).toEqual([])
    expect(findings(slip, place({ resources: { ...READ, failed: 'denied' } })).join()).toContain(
      'could not be read again',
    )
  })

  it.each<[object, string]>([
    [
      { resource: 'arn:aws:s3:::quite-another-name', level: 'read' },
      'knows no arn:aws:s3:::quite-another-name. Look for it with daypass search; if it is newer than the inventory, leave it.',
    ],
    [
      { resource: 'arn:aws:s3:::orders-exports', policy: 'orders-rapport' },
      'knows no policy orders-rapport. Did you mean orders-report? If it is newer than the inventory, leave it.',
    ],
    [
      { resource: `arn:aws:sqs:eu-west-1:${ID}:ordres`, level: 'read' },
      `knows no arn:aws:sqs:eu-west-1:${ID}:ordres. Did you mean arn:aws:sqs:eu-west-1:${ID}:orders or arn:aws:sqs:eu-west-1:${ID}:order2? If it is newer than the inventory, leave it.`,
    ],
    [
      { role: `arn:aws:iam::${ID}:role/Operator` },
      `knows no role arn:aws:iam::${ID}:role/Operator. Did you mean Operator? If it is newer than the inventory, leave it.`,
    ],
  ])('says of %j when it looked, and what may have been meant', (raw, says) => {
    const known = place({ lines: [...LINES, resource(`arn:aws:sqs:eu-west-1:${ID}:order2`)] })
    expect(findings(raw, known)).toEqual([`The inventory of orders-prod (2026-12-01T12:00:00Z) ${says}`])
  })

  it.each<[string, object, string]>([
    // A table is no index, and a stream of Kinesis no queue.
    [
      'in another kind of the same service',
      { resource: `arn:aws:dynamodb:eu-west-1:${ID}:global-table/orders`, level: 'read' },
      '',
    ],
    [
      'in objects of a bucket as in a bucket',
      { resource: 'arn:aws:s3:::mail/2026/x', level: 'read' },
      'arn:aws:s3:::mail',
    ],
    [
      'in parts of a table as in tables',
      { resource: `arn:aws:dynamodb:eu-west-1:${ID}:table/mails`, level: 'read' },
      'table/mails',
    ],
    ['in any account', { resource: 'arn:aws:sqs:eu-west-1:999999999999:mails', level: 'read' }, 'sqs'],
  ])('looks for near names %s', (_where, raw, says) => {
    const told = findings(raw)
    expect(told).toHaveLength(says === '' ? 0 : 1)
    expect(told.join()).toContain(says)
  })

  it('takes for one kind whatever of a service begins with no word', () => {
    const known = place({ lines: [resource('arn:aws:apigateway:eu-west-1::/restapis/orders')] })
    const told = findings({ resource: 'arn:aws:apigateway:eu-west-1::/apis/orders', level: 'read' }, known)
    expect(told.join()).toContain('knows no arn:aws:apigateway:eu-west-1::/apis/orders.')
  })

  it('looks for what a thing lies in six parts up, and no further', () => {
    const deep = (parts: number) => ({ resource: `arn:aws:s3:::orders-exports${'/a'.repeat(parts)}`, level: 'read' })
    expect([findings(deep(5)).length, findings(deep(6)).length]).toEqual([0, 1])
  })

  it('says nothing of names where nobody read who may do what, or where there is none of the sort', () => {
    expect(findings({ role: 'Operatr' }, place({ access: NEVER }))).toEqual([])
    expect(findings({ role: 'Operatr' }, place({ resources: NEVER }))).toHaveLength(1)
    expect(findings({ role: 'Operatr' }, place({ lines: LINES.filter(({ is }) => is !== 'role') }))).toEqual([])
  })

  it('says nothing of a permission set, which lies in no account', () => {
    const known: InventoryLine = {
      is: 'permissionSet',
      arn: 'arn:aws:sso:::permissionSet/i/Reader',
      name: 'Reader',
      ...holder,
    }
    expect(findings({ permissionSet: 'Raeder' }, place({ lines: [...LINES, known] }))).toEqual([])
  })

  it('knows the policy that a resource is narrowed by', () => {
    const read = kindOf({ policy: 'x' }, KINDS)?.read({ policy: 'x' }, () => HERE)
    if (read === undefined || 'findings' in read) throw new Error('it does not read')
    const named = (value: string) =>
      unseenFindings(
        {
          ...read.entitlement,
          permissions: { form: 'narrowed', policy: { what: 'policy', by: 'name', value, at: HERE }, to: [] },
        },
        place(),
      )
    expect([named('orders-report').length, named('orders-rapport').length]).toEqual([0, 1])
  })

  it('is a remark at the place in the file, and no error', () => {
    const read = kindOf({ role: 'Operatr' }, KINDS)?.read({ role: 'Operatr' }, () => HERE)
    if (read === undefined || 'findings' in read) throw new Error('it does not read')
    const [told] = unseenFindings(read.entitlement, place({ access: { ...READ, failed: 'denied' } }))
    expect(told).toEqual({
      code: 'resource-unseen',
      at: HERE,
      message:
        'The inventory of orders-prod (2026-12-01T12:00:00Z) knows no role Operatr. It could not be read again since.',
      cure: 'Did you mean Operator? If it is newer than the inventory, leave it.',
    })
  })

  it('tells the text of a policy only where it is one, and understood', () => {
    expect(policyText('orders-report', LINES)).toEqual({ version: '2012-10-17', statements: [] })
    expect(policyText('orders', LINES)).toBeNull()
    const twice = [
      ...LINES,
      { ...LINES.find(({ is }) => is === 'policy'), arn: 'arn:aws:iam::aws:policy/orders-report' } as InventoryLine,
    ]
    expect(policyText('orders-report', twice)).toBeNull()
  })
})

describe('lines that somebody else wrote', () => {
  it.each([
    ['no JSON', 'x'],
    ['a list', '[]'],
    ['another sort', '{"is":"virus"}'],
    ['no ARN', '{"is":"resource"}'],
    ['a prototype', '{"is":"__proto__"}'],
  ])('with %s are counted and left out', (_what, text) => {
    expect(readLines(`${text}\n`)).toEqual({ lines: [], strange: 1 })
  })

  it('of another shape inside are read as far as they are ours', () => {
    const [line] = readLines(
      '{"is":"user","arn":7,"groups":["a",{}],"tags":{"x":1,"y":"z"},"policies":"all","inline":[]}',
    ).lines
    expect(line).toEqual({ is: 'user', arn: '', tags: { y: 'z' }, groups: ['a'], policies: [], inline: {} })
  })
})
