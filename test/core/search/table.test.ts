// How what was found is shown: for eyes, for programs, for spreadsheets, and what the reference page promises.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Palette, PLAIN } from '../../../src/core/report/palette.ts'
import { findAll } from '../../../src/core/search/find.ts'
import { KEYS } from '../../../src/core/search/keys.ts'
import { searchReference } from '../../../src/core/search/reference.ts'
import { csvOf, hitRow, pathRow, tableOf } from '../../../src/core/search/table.ts'
import { PROD, people, query, resource, user } from './company.ts'

const ENTRIES = [
  resource(`arn:aws:sqs:eu-west-1:${PROD}:orders`, 'sqs:queue', { env: 'prod', team: 'orders' }),
  resource('arn:aws:s3:::exports', 's3:bucket'),
  user('marta', []),
  people('oncall', 'marta'),
]
const rowsNow = () => findAll(ENTRIES, query('*')).map(hitRow)
const MARKED: Palette = { ...PLAIN, strong: (text) => `<b>${text}</b>`, faint: (text) => `<i>${text}</i>` }

describe('a row', () => {
  it('says where, what, and why', () => {
    const rows = rowsNow()
    expect(rows[0]).toEqual({
      account: 'orders-prod',
      kind: 'sqs:queue',
      name: 'orders',
      arn: `arn:aws:sqs:eu-west-1:${PROD}:orders`,
      tags: 'env=prod team=orders',
      why: 'it is there',
    })
    expect(rows.slice(1).map(({ kind, tags }) => [kind, tags])).toEqual([
      ['s3:bucket', ''],
      ['user', ''],
      ['people', ''],
    ])
    expect(findAll(ENTRIES, query('exports !zz')).map((hit) => hitRow(hit)['why'])).toEqual([
      'name contains exports; not zz',
    ])
  })
})

describe('a way', () => {
  it('says who, through what, what they may do with what, and why on both sides', () => {
    const [queue, , marta] = ENTRIES
    if (queue === undefined || marta === undefined) throw new Error('they are there')
    const way = { who: marta, through: 'policy x', actions: ['sqs:A', 'sqs:B'], what: queue, why: ['one', 'two'] }
    expect(pathRow({ ...way, conditional: true })).toEqual({
      account: 'orders-prod',
      who: 'user marta',
      through: 'policy x',
      actions: 'sqs:A sqs:B (under conditions)',
      what: `arn:aws:sqs:eu-west-1:${PROD}:orders`,
      why: 'one; two',
    })
    expect(pathRow({ ...way, conditional: false })['actions']).toBe('sqs:A sqs:B')
  })
})

describe('a table', () => {
  it('has columns as wide as their widest cell, and the reason below each row', () => {
    expect(tableOf(rowsNow(), MARKED)).toBe(
      [
        '<b>account          kind       name     arn                                        tags</b>',
        `orders-prod      sqs:queue  orders   arn:aws:sqs:eu-west-1:${PROD}:orders  env=prod team=orders`,
        '<i>  it is there</i>',
        'orders-prod      s3:bucket  exports  arn:aws:s3:::exports',
        '<i>  it is there</i>',
        `orders-prod      user       marta    arn:aws:iam::${PROD}:user/marta`,
        '<i>  it is there</i>',
        'identity-center  people     oncall',
        '<i>  it is there</i>',
      ].join('\n'),
    )
  })

  it('shortens what is longer than sixty characters, and never what is to be copied', () => {
    const long = 'x'.repeat(61)
    const row = { kind: long, name: 'y'.repeat(60), arn: long, what: long, why: 'z' }
    const [, line = ''] = tableOf([row], PLAIN).split('\n')
    expect(line.split(/ +/)).toEqual([`${'x'.repeat(59)}…`, 'y'.repeat(60), long, long])
  })

  it('of nothing is nothing', () => {
    expect(tableOf([], PLAIN)).toBe('')
  })

  it('stands where rows lack a column that others have', () => {
    expect(tableOf([{ name: 'a', arn: 'b' }, { name: 'c' }], PLAIN)).toBe('name  arn\na     b\n  \nc\n  ')
  })

  it('shows no escape sequence, whatever column brings it', () => {
    const red = '\u001b[31mred'
    expect(tableOf([{ name: red, arn: red, why: red }], PLAIN)).not.toContain('\u001b')
  })
})

describe('values for spreadsheets', () => {
  it('have the names of the columns first, and a line for each row', () => {
    expect(csvOf([{ a: 'x', b: 'y' }, { a: 'z' }])).toBe('a,b\r\nx,y\r\nz,')
    expect(csvOf([])).toBe('')
  })

  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', 'two‹U+000A›lines'],
    ['red\u001b[31m', 'red‹U+001B›[31m'],
    ['red\u009b31m', 'red‹U+009B›31m'],
    ['=1', "'=1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\tx', '‹U+0009›x'],
    ['a=1', 'a=1'],
    ['=a,"b"', '"\'=a,""b"""'],
  ])('%j is written %j', (cell, written) => {
    expect(csvOf([{ a: cell }])).toBe(`a\r\n${written}`)
  })
})

describe('the reference page', () => {
  it('is the one in the source', () => {
    expect(searchReference()).toBe(readFileSync('src/core/search/README.md', 'utf8'))
  })

  it('has a row for each key', () => {
    for (const [key, { says, example }] of Object.entries(KEYS))
      expect(searchReference()).toContain(`| \`${key}:\` | ${says} | \`${example}\` |`)
  })
})
