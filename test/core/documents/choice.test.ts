// Which branch of a schema's choice the author meant, and what is said where none can be told.

import { describe, expect, it } from 'vitest'
import { type Branch, choose } from '../../../src/core/documents/choice.ts'

const ROLE: Branch = { type: 'object', required: ['role', 'account'], properties: { role: 0, account: 0 } }
const POLICY: Branch = { type: 'object', required: ['policy', 'account'], properties: { policy: 0, account: 0 } }
const NARROWED: Branch = {
  type: 'object',
  required: ['resource', 'account'],
  properties: { resource: 0, policy: 0, account: 0 },
}
const ACTIONS: Branch = { type: 'object', required: ['actions', 'on'], properties: { actions: 0, on: 0, account: 0 } }
const WORD: Branch = { const: 'auto' }
const WORDS: Branch = { enum: ['low', 'high'] }
const LIST: Branch = { type: 'array' }
const NUMBER: Branch = { type: 'integer' }
const ANYTHING: Branch = { type: 'object' }

/** The place of the branch in the list, or code, what is pointed at, message and cure. */
function chosen(value: unknown, ...branches: readonly Branch[]): unknown {
  const choice = choose(value, branches, 'an entry')
  if ('meant' in choice) return branches.indexOf(choice.meant)
  const { code, points, more, message, cure } = choice.complaint
  return [code, [points, ...more].join(' '), message, cure]
}

const codeOf = (value: unknown, ...branches: readonly Branch[]): unknown => {
  const said = chosen(value, ...branches)
  return Array.isArray(said) ? said.slice(0, 2) : said
}

describe('a branch is meant', () => {
  it.each([
    ['by the type of its value', ['a'], [WORD, LIST, ROLE], 1],
    ['as the only map among them, whatever its keys', { x: 1 }, [WORD, LIST, ROLE], 2],
    ['as the word among them', 'never', [LIST, WORD, ROLE], 1],
    ['as the list of words among them', 'never', [LIST, WORDS], 1],
    ['as the number among them', 7, [LIST, NUMBER], 1],
    ['as the first text, where two are possible', 'x', [LIST, WORDS, WORD], 1],
    ['by the key that tells it from its sisters', { role: 'a' }, [POLICY, ROLE], 1],
    ['by that key, whatever stands beside it', { role: 'a', on: 1, more: 2 }, [POLICY, ROLE, ACTIONS], 1],
    ['as the only one that may have both keys', { resource: 'a', policy: 'b' }, [POLICY, ROLE, NARROWED], 2],
    ['by the first key that it demands, sooner than one by a further key', { on: 1, role: 'a' }, [ACTIONS, ROLE], 1],
    ['by a further key that it alone demands', { on: ['a'] }, [POLICY, ROLE, ACTIONS], 2],
  ] as const)('%s', (_how, value, branches, place) => {
    expect(chosen(value, ...branches)).toBe(place)
  })
})

describe('no branch can be told', () => {
  it('when the value is of no type that is possible', () => {
    expect(chosen(true, WORD, LIST, ROLE, POLICY)).toEqual([
      'shape-type',
      'value',
      'an entry must be a text or a list or a map of keys and values; here it is true or false.',
      'Correct it.',
    ])
    expect(chosen(null, LIST, NUMBER)).toEqual([
      'shape-type',
      'value',
      'an entry must be a list or a number; here it is nothing.',
      'Correct it.',
    ])
  })

  it('when two are named', () => {
    expect(chosen({ policy: 'a', role: 'b' }, POLICY, ROLE)).toEqual([
      'shape-choice',
      'key role',
      'an entry has `policy`, `role`, but only one of them can be meant.',
      'Write one entry for each.',
    ])
  })

  it('when two may have both keys that are named', () => {
    const both: Branch = { type: 'object', required: ['role'], properties: { policy: 0, role: 0 } }
    const too: Branch = { type: 'object', required: ['policy'], properties: { policy: 0, role: 0 } }
    expect(codeOf({ policy: 'a', role: 'b' }, both, too)).toEqual(['shape-choice', 'key policy'])
  })

  it('when only what all of them demand is there', () => {
    expect(chosen({ account: 'a' }, POLICY, ROLE)).toEqual([
      'shape-choice',
      'value',
      'an entry does not say what is meant.',
      'Add one of: `policy`, `role`.',
    ])
    expect(codeOf({}, POLICY, ROLE)).toEqual(['shape-choice', 'value'])
  })

  it('when its key is mistyped, which is told with what was probably meant', () => {
    expect(chosen({ account: 'a', polcy: 'b' }, POLICY, ROLE)).toEqual([
      'shape-unknown-key',
      'key polcy',
      '`polcy` is not a key of an entry.',
      'Did you mean `policy`? Possible: `policy`, `role`.',
    ])
  })

  it('when maps are possible that demand nothing', () => {
    expect(codeOf({ x: 1 }, ANYTHING, ANYTHING)).toEqual(['shape-unknown-key', 'key x'])
    expect(codeOf({}, ANYTHING, ROLE)).toEqual(['shape-choice', 'value'])
  })
})
