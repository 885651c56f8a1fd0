// How each sort of line is read back, and what the lines tell of policies and tags.

import { describe, expect, it } from 'vitest'
import { type InventoryLine, writeLines } from '../../../src/core/inventory/line.ts'
import { readLines } from '../../../src/core/inventory/read-lines.ts'
import { policyText, tagsOf } from '../../../src/core/inventory/texts.ts'

const ID = '111122223333'
const DOCUMENT = { Version: '2012-10-17', Statement: [] }
const HOLDS = { policies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'], inline: { own: DOCUMENT } }
const SORTS: readonly InventoryLine[] = [
  { is: 'resource', arn: 'arn:aws:s3:::exports', type: 's3:bucket', region: 'global', tags: { env: 'prod' } },
  {
    is: 'user',
    arn: `arn:aws:iam::${ID}:user/marta`,
    tags: { a: 'b' },
    groups: ['readers'],
    ...HOLDS,
    boundary: 'arn:limit',
  },
  { is: 'group', arn: `arn:aws:iam::${ID}:group/readers`, ...HOLDS },
  { is: 'role', arn: `arn:aws:iam::${ID}:role/night`, tags: { a: 'b' }, trust: { Statement: [] }, ...HOLDS },
  { is: 'policy', arn: `arn:aws:iam::${ID}:policy/teams/report`, version: 'v3', document: DOCUMENT },
  { is: 'permissionSet', arn: 'arn:aws:sso:::permissionSet/i/ps', name: 'Reader', ...HOLDS },
  { is: 'assignment', set: 'arn:aws:sso:::permissionSet/i/ps', account: ID, principal: 'GROUP', name: 'oncall' },
  { is: 'assignment', set: 'arn:aws:sso:::permissionSet/i/ps', account: ID, principal: 'USER', name: 'nadia' },
  { is: 'people', name: 'oncall', members: ['nadia'] },
]
const read = (raw: unknown): unknown => readLines(JSON.stringify(raw)).lines[0]

describe('a line', () => {
  it.each(SORTS.map((line) => [line.is, line] as const))('about a %s is read back as it was written', (_is, line) => {
    expect(readLines(writeLines([line]))).toEqual({ lines: [line], strange: 0 })
  })

  it.each<[string, unknown]>([
    ['user', { arn: '', tags: {}, groups: [], policies: [], inline: {} }],
    ['group', { arn: '', policies: [], inline: {} }],
    ['role', { arn: '', tags: {}, trust: null, policies: [], inline: {} }],
    ['policy', { arn: '', version: '', document: null }],
    ['permissionSet', { arn: '', name: '', policies: [], inline: {} }],
    ['assignment', { set: '', account: '', principal: 'USER', name: '' }],
    ['people', { name: '', members: [] }],
  ])('about a %s that says nothing says nothing', (is, rest) => {
    expect(read({ is })).toEqual({ is, ...Object(rest) })
  })

  it('with values of the wrong sort keeps those of the right one', () => {
    const wrong = { arn: 'x', tags: ['t'], groups: 'g', policies: [1, 'p'], inline: 'i', boundary: 3 }
    expect(read({ is: 'user', ...wrong })).toEqual({
      is: 'user',
      arn: 'x',
      tags: {},
      groups: [],
      policies: ['p'],
      inline: {},
    })
    expect(read({ is: 'resource', arn: 'x', tags: null, type: 7 })).toEqual({
      is: 'resource',
      arn: 'x',
      type: '',
      region: '',
      tags: {},
    })
  })

  it.each(['null', '7', '"resource"', '{"is":["resource"]}', '{}', '{"is":"toString"}'])(
    'is none of ours: %s',
    (text) => {
      expect(readLines(text)).toEqual({ lines: [], strange: 1 })
    },
  )

  it('that is none of ours does not hide those around it', () => {
    const text = `${writeLines(SORTS.slice(0, 1))}\n{broken\n${writeLines(SORTS.slice(8))}`
    expect(readLines(text)).toEqual({ lines: [SORTS[0], SORTS[8]], strange: 1 })
  })
})

describe('the text of a policy', () => {
  const MEANT = { version: '2012-10-17', statements: [] }
  it.each([
    ['its name', 'report', MEANT],
    ['its ARN', `arn:aws:iam::${ID}:policy/teams/report`, MEANT],
    ['the end of its name', 'port', null],
    ['its path and name', 'teams/report', null],
    ['another ARN', `arn:aws:iam::${ID}:policy/report`, null],
    ['the name of a group', 'readers', null],
  ])('is found by %s', (_what, named, expected) => {
    expect(policyText(named, SORTS)).toEqual(expected)
  })

  it('is not told where it is not understood', () => {
    const strange: InventoryLine = { is: 'policy', arn: 'arn:aws:iam::aws:policy/x', version: 'v1', document: null }
    expect(policyText('x', [strange])).toBeNull()
  })
})

describe('the tags of a resource', () => {
  it('are told where there are any', () => {
    expect(tagsOf('arn:aws:s3:::exports', SORTS)).toEqual(new Map([['env', 'prod']]))
  })

  it('are unknown where the resource is, where it shows none, and where it is something else', () => {
    const bare: InventoryLine = { is: 'resource', arn: 'arn:bare', type: '', region: '', tags: {} }
    expect(tagsOf('arn:aws:s3:::other', SORTS)).toBeNull()
    expect(tagsOf('arn:bare', [bare])).toBeNull()
    expect(tagsOf(`arn:aws:iam::${ID}:user/marta`, SORTS)).toBeNull()
  })
})
