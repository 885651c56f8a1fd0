// What permission sets are called: kept from run to run, and never believed for a write.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import { openSets } from '../../../src/modes/identity-center/sets.ts'
import { type Answers, failing, paged, sky } from './sky.ts'

const INSTANCE = 'arn:instance'

describe('sets by name', () => {
  /** ARN → name, as AWS has it now. */
  const open = (there: Record<string, string>, kept: Record<string, string> = {}, more: Answers = {}) => {
    const opened = sky({
      ListPermissionSets: () => ({ PermissionSets: Object.keys(there) }),
      DescribePermissionSet: ({ PermissionSetArn: arn }) => {
        const Name = there[String(arn)]
        return Name === undefined ? 'not-found' : { PermissionSet: { Name, SessionDuration: 'PT2H' } }
      },
      ...more,
    })
    const written: string[] = []
    const sets = openSets(opened.aws, {
      names: new Map(Object.entries(kept)),
      keep: (names) => void written.push([...names].map((pair) => pair.join('=')).join(' ')),
    })
    const described = () =>
      opened.asked.flatMap(([op, input]) => (op === 'DescribePermissionSet' ? [input['PermissionSetArn']] : []))
    return { ...opened, sets, written, described }
  }
  const names = (...pairs: readonly (readonly [string, string])[]) => known(new Map(pairs))

  it('are read whole: what was kept costs no call, the rest one each, and all of it is kept in order', async () => {
    const { sets, written, described, asked } = open({ b: 'B', a: 'A', c: 'C' }, { a: 'A', gone: 'Gone' })
    expect(await sets.read(INSTANCE)).toEqual(names(['a', 'A'], ['b', 'B'], ['c', 'C']))
    expect(described().toSorted()).toEqual(['b', 'c'])
    expect(written).toEqual(['a=A b=B c=C'])
    expect(asked[0]).toEqual(['ListPermissionSets', { InstanceArn: INSTANCE, MaxResults: 100 }])
  })

  it('are those that are there now: what was read before and is gone is forgotten', async () => {
    const there: Record<string, string> = { b: 'B', a: 'A' }
    const { sets, written } = open(there)
    await sets.read(INSTANCE)
    delete there['b']
    expect(await sets.readAgain(INSTANCE, ['b'])).toEqual(names(['a', 'A']))
    there['c'] = 'C'
    delete there['a']
    expect(await sets.read(INSTANCE)).toEqual(names(['c', 'C']))
    expect(written).toEqual(['a=A b=B', 'a=A', 'c=C'])
  })

  it('are kept in one order, however AWS lists them', async () => {
    const { sets, written } = open({ c: 'C', a: 'A', d: 'D', b: 'B' }, { d: 'D', c: 'C', b: 'B', a: 'A' })
    await sets.read(INSTANCE)
    expect(written).toEqual(['a=A b=B c=C d=D'])
  })

  it('are listed to the last page, and unknown where any page or name is', async () => {
    const { sets, asked } = open(
      {},
      { a: 'A', b: 'B' },
      {
        ListPermissionSets: paged({ PermissionSets: ['a'] }, {}, { PermissionSets: ['b'] }),
      },
    )
    expect(await sets.read(INSTANCE)).toEqual(names(['a', 'A'], ['b', 'B']))
    expect(asked.at(-1)?.[1]).toEqual({ InstanceArn: INSTANCE, MaxResults: 100, NextToken: '2' })
    const shut = open({ a: 'A' }, {}, { ListPermissionSets: 'denied' })
    expect(await shut.sets.read(INSTANCE)).toEqual(failing('denied', 'ListPermissionSets'))
    expect(await shut.sets.arnOf(INSTANCE, 'A')).toEqual(failing('denied', 'ListPermissionSets'))
    const silent = open({ a: 'A' }, {}, { DescribePermissionSet: 'throttled' })
    expect(await silent.sets.read(INSTANCE)).toEqual(failing('throttled', 'DescribePermissionSet'))
    expect(silent.written).toEqual([])
  })

  it('of which AWS tells no name are garbage; those that are gone are left out', async () => {
    const { sets } = open({ a: 'A' }, {}, { DescribePermissionSet: {} })
    expect(await sets.read(INSTANCE)).toEqual({
      is: 'unknown',
      because: { kind: 'garbage', call: 'sso:DescribePermissionSet', said: 'a has no name' },
    })
    const gone = open({ a: 'A' }, {}, { ListPermissionSets: { PermissionSets: ['a', 'x'] } })
    expect(await gone.sets.read(INSTANCE)).toEqual(names(['a', 'A']))
  })

  it('are asked for again whatever was kept', async () => {
    const { sets, written } = open({ a: 'New', b: 'B' }, { a: 'Old', b: 'B' })
    await sets.read(INSTANCE)
    expect(await sets.readAgain(INSTANCE, ['a'])).toEqual(names(['a', 'New'], ['b', 'B']))
    expect(written.at(-1)).toBe('a=New b=B')
    const { sets: shut, written: kept } = open({}, {}, { DescribePermissionSet: 'denied' })
    expect((await shut.readAgain(INSTANCE, ['a'])).is).toBe('unknown')
    expect(kept).toEqual([])
  })

  it.each([
    ['PT1H', 3600],
    ['PT1H30M', 5400],
    ['PT15M', 900],
    ['PT2H3M4S', 7384],
    ['PT12H', 43_200],
    ['PT45S', 45],
    ['P1D', null],
    ['1H', null],
    ['PT1HX', null],
    ['XPT1H', null],
    [undefined, null],
  ])('with sessions of %s live for %s seconds', async (SessionDuration, seconds) => {
    const { sets } = open({}, {}, { DescribePermissionSet: { PermissionSet: { Name: 'A', SessionDuration } } })
    expect(await sets.sessionsOf(INSTANCE, ['a'])).toEqual(known(new Map([['a', seconds]])))
  })

  it('are asked for their sessions once, and not where AWS told them already', async () => {
    const { sets, described } = open({ a: 'A', b: 'B' }, { a: 'A' })
    await sets.read(INSTANCE)
    const told = known(
      new Map([
        ['a', 7200],
        ['b', 7200],
      ]),
    )
    expect(await sets.sessionsOf(INSTANCE, ['a', 'b'])).toEqual(told)
    expect(await sets.sessionsOf(INSTANCE, ['a', 'b'])).toEqual(told)
    expect(described()).toEqual(['b', 'a'])
    const shut = open({ a: 'A' }, {}, { DescribePermissionSet: 'denied' })
    expect(await shut.sets.sessionsOf(INSTANCE, ['a'])).toEqual(failing('denied', 'DescribePermissionSet'))
  })

  it('are found for a write only where AWS calls them so now', async () => {
    const { sets, described } = open({ a: 'A', b: 'B' }, { a: 'B', b: 'A' })
    await sets.read(INSTANCE)
    expect(await sets.arnOf(INSTANCE, 'A')).toEqual(known('a'))
    expect(described()[0]).toBe('b')
    expect(await sets.arnOf(INSTANCE, 'A')).toEqual(known('a'))
    expect(await sets.arnOf(INSTANCE, 'C')).toBe('absent')
  })

  it('are found by one call where what was kept is true, and by what was made since otherwise', async () => {
    const there: Record<string, string> = { a: 'A', b: 'B' }
    const { sets, described, ops } = open(there, { a: 'A', b: 'B' })
    await sets.read(INSTANCE)
    expect(await sets.arnOf(INSTANCE, 'A')).toEqual(known('a'))
    expect([described(), ops().length]).toEqual([['a'], 2])
    there['c'] = 'C'
    expect(await sets.arnOf(INSTANCE, 'C')).toEqual(known('c'))
    expect(described()).toEqual(['a', 'c'])
  })

  it('are unknown for a write where AWS does not answer', async () => {
    const kept = { a: 'A' }
    const { sets } = open({ a: 'A' }, kept, { DescribePermissionSet: 'throttled' })
    await sets.read(INSTANCE)
    expect(await sets.arnOf(INSTANCE, 'A')).toEqual(failing('throttled', 'DescribePermissionSet'))
    const made = open({ a: 'A' }, {}, { DescribePermissionSet: 'throttled' })
    expect(await made.sets.arnOf(INSTANCE, 'A')).toEqual(failing('throttled', 'DescribePermissionSet'))
  })

  it('that were made or removed in this run are known without asking', async () => {
    const { sets, written, ops } = open({}, {})
    sets.learn('A', 'a')
    expect(await sets.arnOf(INSTANCE, 'A')).toEqual(known('a'))
    sets.forget('A')
    expect(await sets.arnOf(INSTANCE, 'A')).toBe('absent')
    sets.forget('B')
    expect(await sets.arnOf(INSTANCE, 'B')).toBe('absent')
    sets.learn('A', 'a2')
    expect(await sets.arnOf(INSTANCE, 'A')).toEqual(known('a2'))
    expect([written, ops()]).toEqual([['a=A', '', '', 'a2=A'], []])
    sets.learn('B', 'b')
    sets.forget('A')
    expect([await sets.arnOf(INSTANCE, 'A'), await sets.arnOf(INSTANCE, 'B')]).toEqual(['absent', known('b')])
  })
})
