// What becomes of a place that was read again, and what of it is told as changed.

import { describe, expect, it } from 'vitest'
import type { PlaceState } from '../../../src/core/inventory/contents.ts'
import { type InventoryLine, keyOf, writeLines } from '../../../src/core/inventory/line.ts'
import { changeBetween, placeAfter, sectionOf } from '../../../src/core/inventory/merge.ts'
import { known, unknown } from '../../../src/core/model/edge-error.ts'
import { at } from '../../support/builders.ts'

const THEN = at('2026-11-30T12:00:00Z')
const NOW = at('2026-12-01T12:00:00Z')

const resource = (
  arn: string,
  type = 'sqs:queue',
  region = 'eu-west-1',
  tags: Record<string, string> = {},
): InventoryLine => ({
  is: 'resource',
  arn,
  type,
  region,
  tags,
})
const role = (name: string, trust: string | null = null): InventoryLine => ({
  is: 'role',
  arn: `arn:aws:iam::1:role/${name}`,
  tags: {},
  trust,
  policies: [],
  inline: {},
})
const QUEUE = resource('arn:aws:sqs:eu-west-1:1:orders')
const BUCKET = resource('arn:aws:s3:::exports', 's3:bucket', 'global')
const NIGHT = role('night')

const STATE: PlaceState = {
  id: '1',
  sections: {
    resources: { asOf: THEN, failed: null, partial: { 'us-east-1': 'off' } },
    access: { asOf: THEN, failed: 'old trouble', partial: {} },
  },
  counts: {},
  regions: {},
}
const before = { state: STATE, lines: () => [QUEUE, NIGHT] }
const throttled = unknown({ kind: 'throttled', call: 'resource-explorer-2:Search', said: 'slow down' })
const came = (...lines: readonly InventoryLine[]) => known({ lines, partial: { 'eu-north-1': 'not indexed' } })

describe('a place that was read again', () => {
  it('for the first time holds what came, counted by type and by region', () => {
    expect(placeAfter('1', null, { resources: came(QUEUE, BUCKET), access: came(NIGHT, role('day')) }, NOW)).toEqual({
      lines: [QUEUE, BUCKET, NIGHT, role('day')],
      state: {
        id: '1',
        sections: {
          resources: { asOf: NOW, failed: null, partial: { 'eu-north-1': 'not indexed' } },
          access: { asOf: NOW, failed: null, partial: { 'eu-north-1': 'not indexed' } },
        },
        counts: { 's3:bucket': 1, 'sqs:queue': 1, role: 2 },
        regions: { 'eu-west-1': 1, global: 1 },
      },
    })
  })

  it('keeps the last good lines of what could not be read, and says since when and why', () => {
    const { lines, state } = placeAfter('1', before, { resources: throttled, access: came(role('day')) }, NOW)
    expect(lines).toEqual([QUEUE, role('day')])
    expect(state.sections).toEqual({
      resources: {
        asOf: THEN,
        failed: 'resource-explorer-2:Search: throttled (slow down)',
        partial: { 'us-east-1': 'off' },
      },
      access: { asOf: NOW, failed: null, partial: { 'eu-north-1': 'not indexed' } },
    })
  })

  it('stays as it was where nothing was tried', () => {
    const { lines, state } = placeAfter('1', before, { resources: came() }, NOW)
    expect(lines).toEqual([NIGHT])
    expect(state.sections.access).toEqual(STATE.sections.access)
    expect(placeAfter('1', before, { access: came() }, NOW).state.sections.resources).toEqual(STATE.sections.resources)
  })

  it('that never could be read holds nothing, and was never read', () => {
    const { lines, state } = placeAfter('1', null, { resources: throttled, access: throttled }, NOW)
    expect(lines).toEqual([])
    expect([state.sections.resources.asOf, state.sections.access.asOf]).toEqual([null, null])
    expect(state.counts).toEqual({})
  })

  it('does not open its old lines where all of it came in', () => {
    const unread = { state: STATE, lines: () => expect.fail('nobody needs them') }
    expect(placeAfter('1', unread, { resources: came(), access: came() }, NOW).lines).toEqual([])
  })

  it('counts a type like any other that bears a name of JavaScript', () => {
    const names = ['constructor', '__proto__', 'toString']
    const { state } = placeAfter(
      '1',
      null,
      { resources: came(...names.map((name) => resource(name, name, name))) },
      NOW,
    )
    for (const counts of [state.counts, state.regions])
      expect(Object.entries(counts)).toEqual([
        ['__proto__', 1],
        ['constructor', 1],
        ['toString', 1],
      ])
  })

  it('has two sections: resources, and whatever says who may do something', () => {
    expect([QUEUE, NIGHT].map(sectionOf)).toEqual(['resources', 'access'])
  })
})

describe('lines of the inventory', () => {
  it.each<[string, InventoryLine]>([
    ['resource arn:aws:sqs:eu-west-1:1:orders', QUEUE],
    ['role arn:aws:iam::1:role/night', NIGHT],
    ['people oncall', { is: 'people', name: 'oncall', members: [] }],
    [
      'assignment 2 arn:set GROUP oncall',
      { is: 'assignment', set: 'arn:set', account: '2', principal: 'GROUP', name: 'oncall' },
    ],
  ])('are known by %s', (key, line) => {
    expect(keyOf(line)).toBe(key)
  })

  it('are written sorted, each thing once with what was said last, keys in one order', () => {
    const tagged = resource('arn:aws:sqs:eu-west-1:1:orders', 'sqs:queue', 'eu-west-1', { team: 'x', env: 'prod' })
    const one = resource('arn:b', 'sqs:queue', 'eu-west-1', { env: 'prod' })
    expect(writeLines([NIGHT, QUEUE, one, tagged, BUCKET])).toBe(
      [
        '{"arn":"arn:aws:s3:::exports","is":"resource","region":"global","tags":{},"type":"s3:bucket"}',
        '{"arn":"arn:aws:sqs:eu-west-1:1:orders","is":"resource","region":"eu-west-1","tags":{"env":"prod","team":"x"},"type":"sqs:queue"}',
        '{"arn":"arn:b","is":"resource","region":"eu-west-1","tags":{"env":"prod"},"type":"sqs:queue"}',
        '{"arn":"arn:aws:iam::1:role/night","inline":{},"is":"role","policies":[],"tags":{},"trust":null}',
        '',
      ].join('\n'),
    )
    expect(writeLines([])).toBe('')
  })
})

describe('what changed in a place', () => {
  const text = writeLines([QUEUE, BUCKET, NIGHT])

  it('is nothing where the bytes are the same', () => {
    expect(changeBetween(text, text)).toEqual({ added: [], removed: [], changed: [] })
  })

  it('is what came, what went, and what is there with other words, each sorted', () => {
    const after = writeLines([role('day'), role('night', 'sts'), resource('arn:z'), resource('arn:a')])
    expect(changeBetween(text, after)).toEqual({
      added: ['resource arn:a', 'resource arn:z', 'role arn:aws:iam::1:role/day'],
      removed: ['resource arn:aws:s3:::exports', 'resource arn:aws:sqs:eu-west-1:1:orders'],
      changed: ['role arn:aws:iam::1:role/night'],
    })
  })

  it('leaves out what stayed, wherever it stands', () => {
    const rows = text.split('\n').toReversed().join('\n')
    expect(changeBetween(rows, text)).toEqual({ added: [], removed: [], changed: [] })
    expect(changeBetween(rows, writeLines([QUEUE, NIGHT, role('day')]))).toEqual({
      added: ['role arn:aws:iam::1:role/day'],
      removed: ['resource arn:aws:s3:::exports'],
      changed: [],
    })
  })

  it('is sorted, though whoever wrote the lines did not sort them', () => {
    const unsorted = ['c', 'a', 'b'].map((arn) => writeLines([resource(arn)])).join('')
    expect(changeBetween('', unsorted).added).toEqual(['resource a', 'resource b', 'resource c'])
    expect(changeBetween(unsorted, '').removed).toEqual(['resource a', 'resource b', 'resource c'])
  })

  it('of a place that was empty is that all came, and none of its empty lines', () => {
    expect(changeBetween('', text).added).toHaveLength(3)
    expect(changeBetween(text, '\n').removed).toHaveLength(3)
  })
})
