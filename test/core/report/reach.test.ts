import { describe, expect, it } from 'vitest'
import { eachOnce } from '../../../src/core/report/reach.ts'

describe('how people use what they got', () => {
  it('is told once however many things are used alike, each instruction whole and in its order', () =>
    expect(
      eachOnce([
        ['[profile prod]', 'region = eu-west-1'],
        ['[profile stage]', 'region = eu-west-1'],
        ['[profile prod]', 'region = eu-west-1'],
        [],
      ]),
    ).toEqual(['[profile prod]', 'region = eu-west-1', '[profile stage]', 'region = eu-west-1']))

  it('is not told as the same where lines are cut otherwise', () =>
    expect(eachOnce([['ab'], ['a', 'b']])).toEqual(['ab', 'a', 'b']))
})
