// What is said of a fault that a schema found, for schemas of any kind.

import { describe, expect, it } from 'vitest'
import { COMPLAINTS, inWords, listed, typeOf } from '../../../src/core/documents/complaint.ts'
import { compilerFor } from '../../../src/core/documents/validator.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'

/** Message and cure for a value that does not fit the schema. */
function said(schema: Readonly<Record<string, unknown>>, value: unknown): readonly (readonly string[] | null)[] {
  const validate = compilerFor(KINDS).compile(schema)
  validate(value)
  return (validate.errors ?? []).map((error) => {
    const complaint = COMPLAINTS[error.keyword]?.(error, '`it`')
    return complaint === undefined ? null : [complaint.code, complaint.message, complaint.cure]
  })
}

describe('a value that does not fit', () => {
  it.each([
    [{ type: 'integer' }, 'x', 'shape-type', '`it` must be a whole number; here it is a text.', 'Correct it.'],
    [
      { type: ['boolean', 'null'] },
      1,
      'shape-type',
      '`it` must be true or false or nothing; here it is a number.',
      'Correct it.',
    ],
    [{ type: 'object' }, [], 'shape-type', '`it` must be a map of keys and values; here it is a list.', 'Correct it.'],
    [{ type: 'array' }, {}, 'shape-type', '`it` must be a list; here it is a map of keys and values.', 'Correct it.'],
    [{ type: 'string' }, null, 'shape-type', '`it` must be a text; here it is nothing.', 'Correct it.'],
    [{ minItems: 1 }, [], 'shape-count', '`it` must have at least 1 item.', 'Correct it.'],
    [{ maxItems: 0 }, [1], 'shape-count', '`it` must have at most 0 items.', 'Correct it.'],
    [{ minProperties: 2 }, {}, 'shape-count', '`it` must have at least 2 keys.', 'Correct it.'],
    [{ maxProperties: 1 }, { a: 1, b: 2 }, 'shape-count', '`it` must have at most 1 key.', 'Correct it.'],
    [{ minLength: 2 }, 'a', 'shape-text', '`it` must have at least 2 characters.', 'Correct it.'],
    [{ maxLength: 1 }, 'ab', 'shape-text', '`it` must have at most 1 character.', 'Correct it.'],
    [{ minimum: 3 }, 2, 'shape-number', '`it` must be at least 3; here it is `2`.', 'Correct it.'],
    [{ maximum: 3 }, 4, 'shape-number', '`it` must be at most 3; here it is `4`.', 'Correct it.'],
    [{ pattern: '^a$' }, 'b', 'shape-text', '`b` does not have the form of `it`.', 'Correct it.'],
    [{ format: 'email' }, 'b', 'shape-text', '`b` does not have the form of `it`.', 'Correct it.'],
    [
      { const: 'yes' },
      'yess',
      'shape-value',
      '`yess` is not possible for `it`.',
      'Did you mean `yes`? Possible: `yes`.',
    ],
    [
      { enum: ['a', 'b'] },
      ['c'],
      'shape-value',
      '`["c"]` is not possible for `it`.',
      'Did you mean `a`? Possible: `a`, `b`.',
    ],
    [{ required: ['a'] }, {}, 'shape-missing', '`a` is missing in `it`.', 'Add `a: …`.'],
    [{ additionalProperties: false }, { a: 1 }, 'shape-unknown-key', '`a` is not a key of `it`.', 'Possible: .'],
    [
      { not: { description: 'a number', type: 'number' } },
      1,
      'shape-not',
      'This does not belong here: a number.',
      'Remove it.',
    ],
  ])('%j: %j', (schema, value, ...expected) => {
    expect(said(schema, value)).toEqual([expected])
  })

  it('is cured by what the schema says of it, with its first example', () => {
    const described = { pattern: '^a$', description: 'One letter.', examples: ['a', 'b'] }
    expect(said(described, 'b')[0]?.[2]).toBe('One letter. For instance: `a`.')
    expect(said({ pattern: '^a$', examples: ['a'] }, 'b')[0]?.[2]).toBe('Correct it. For instance: `a`.')
  })

  it('is shown in its first eighty characters', () => {
    expect(listed(['x'.repeat(80), 'y'.repeat(81)])).toBe(`\`${'x'.repeat(80)}\`, \`${'y'.repeat(80)}…\``)
  })

  it('is named as YAML has it, and by its own name where people have no word for it', () => {
    expect([null, [], {}, '', 1, true].map(typeOf)).toEqual(['null', 'array', 'object', 'string', 'number', 'boolean'])
    expect(inWords('date')).toBe('date')
  })
})
