// Whether Smithy's patterns mean in JavaScript what they say.

import { describe, expect, it } from 'vitest'
import { awsModelPaths } from './aws-models.ts'
import { patternOf } from './smithy-pattern.ts'
import { fieldsAt, readSpec, specsAreHere, textAt } from './specs.ts'

describe('a pattern of Smithy', () => {
  it.each([
    ['letters of all alphabets', '^\\p{L}+$', 'Öж', 'p{L}'],
    ['escapes of what needs none', '^\\p{L}+(?:(\\.|\\_)\\p{L}+)?$', 'name_ö', 'name-ö'],
    ['a blank that is escaped', '^[a-z\\ \\(\\)]+$', 'a (b)', 'a\\b'],
    ['a backslash that is escaped', '^[a\\\\_]+$', 'a\\_', 'b'],
    ['a flag until the end of its group', '^(?!(?i)(arn|aws):)\\p{L}+', 'Arnö', 'ARN:x'],
    ['a flag that ends with its group', '^((?i)a[)])b$', 'A)b', 'A)B'],
    ['a flag to the end', '(?i)^ab$', 'AB', 'AC'],
    ['characters beyond the first plane', '^.$', '🙂', '🙂🙂'],
  ])('reads %s', (_what, source, match, none) => {
    expect([patternOf(source).test(match), patternOf(source).test(none)]).toEqual([true, false])
  })

  it('is loud where it can not be read', () => {
    expect(() => patternOf('^(')).toThrow(SyntaxError)
  })

  it.runIf(specsAreHere).each(Object.entries(awsModelPaths))('is read in every shape of %s', (_service, path) => {
    const shapes = Object.values(fieldsAt(readSpec(path), 'shapes'))
    const sources = shapes.flatMap((shape) => textAt(shape, 'traits', 'smithy.api#pattern') ?? [])
    expect(sources.map((source) => patternOf(source).unicode)).toEqual(sources.map(() => true))
    expect(sources.length).toBeGreaterThan(0)
  })
})
