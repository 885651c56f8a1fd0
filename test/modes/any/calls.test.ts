// How modes say that something cannot be placed, read what a call was given, and judge what came of it.

import { describe, expect, it } from 'vitest'
import { type EdgeError, known, unknown } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Call } from '../../../src/core/plan/provisioner.ts'
import { blocks, isBlocked } from '../../../src/modes/any/blocks.ts'
import { givenTo } from '../../../src/modes/any/given.ts'
import { outcomeOf, taken } from '../../../src/modes/any/outcomes.ts'
import { HERE } from '../../support/builders.ts'
import { resolved, someActions } from '../iam-user/support.ts'

describe('what blocks grants', () => {
  it('is told for each of them, where the first was written', () => {
    const [one, two] = ['a', 'b'].map((version) => resolved(someActions('s3:GetObject'), { version }))
    if (one === undefined || two === undefined) throw new Error('no grants')
    expect(blocks([one, two], 'there is no room', 'ask later')).toStrictEqual({
      grants: [one.grant.key, two.grant.key],
      because: 'there is no room',
      cure: 'ask later',
      at: HERE,
    })
  })

  it('of nobody stands nowhere', () => {
    expect(blocks([], 'there is no room', 'ask later')).toStrictEqual({
      grants: [],
      because: 'there is no room',
      cure: 'ask later',
    })
  })

  it.each([
    [{ because: 'a', cure: 'b' }, true],
    [{ because: 'a' }, false],
    [{ cure: 'b' }, false],
    [{}, false],
  ])('%j: %s', (made, is) => {
    expect(isBlocked(made)).toBe(is)
  })
})

describe('what a call was given', () => {
  const call: Call = { op: 'Tag', lane: id('iam:1'), effect: 'prepares', with: { key: 'a', tags: { b: 'c' } } }

  it('is read by its name', () => {
    const { text, value } = givenTo(call)
    expect([text('key'), value('key'), value('tags')]).toEqual(['a', 'a', { b: 'c' }])
  })

  it('is our own mistake where it is missing or of another shape', () => {
    const { text, value } = givenTo(call)
    expect(() => value('user')).toThrow('Tag was given no user')
    expect(() => text('user')).toThrow('Tag was given no user')
    expect(() => text('tags')).toThrow('Tag was given no text as tags')
  })
})

describe('what came of a call', () => {
  const error = (kind: EdgeError['kind']): EdgeError => ({ kind, call: 'iam:DeletePolicy', said: 'no' })

  it('is done where AWS says so, however it was meant', () => {
    expect(outcomeOf(known(null))).toEqual({ is: 'done' })
    expect(taken(known(null))).toEqual({ is: 'done' })
  })

  it('is failed for the reason that was told', () => {
    for (const kind of ['denied', 'not-found', 'garbage'] as const)
      expect(outcomeOf(unknown(error(kind)))).toEqual({ is: 'failed', error: error(kind) })
    expect(taken(unknown(error('denied')))).toEqual({ is: 'failed', error: error('denied') })
  })

  it('is no failure where something that is not there any more was to be taken', () => {
    expect(taken(unknown(error('not-found')))).toEqual({ is: 'already' })
  })
})
