// What somebody took away or cut since it was given: it is never given back.

import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/core/model/canonical.ts'
import { unknown } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import { later, MINUTE } from '../../../src/core/model/time.ts'
import { isPinned, withoutCut, withoutTaken } from '../../../src/core/plan/by-hand.ts'
import { type Compared, diff } from '../../../src/core/plan/diff.ts'
import type { Granted } from '../../../src/core/report/record.ts'
import { hours, NOON } from '../../support/builders.ts'
import type { Content } from '../../support/toy-mode.ts'
import { compared, type Given, LATER, pinned, resolved, seeing, TOY, there } from './comparing.ts'
import { aGrant, holdingOf } from './values.ts'

const GRANT = aGrant('a')
const BLUE = holdingOf(GRANT)
const worldOf = (asked: Compared<Content>) => new Map(asked.seen.observed.map((one) => [one.key, one]))
const SETTLING = { confirmed: later(LATER, -5 * MINUTE + 1) }

describe('a grant whose thing is gone', () => {
  const taken = (given: Given, more: Partial<Compared<Content>> = {}) => {
    const asked = compared({ live: [GRANT], ...given }, more)
    const { kept, drift, undone, settling, blocked } = withoutTaken(asked, worldOf(asked))
    return { kept: kept.map(({ grant }) => grant.key), drift, undone, settling, blocked }
  }
  const KEPT = { kept: [GRANT.key], drift: [], undone: [], settling: [], blocked: [] }
  const DRIFT = [
    {
      holding: BLUE,
      grants: [GRANT.key],
      is: 'taken-by-hand',
      says: 'the badge blue in prod was taken away by hand and stays away',
    },
  ]
  const granted = [pinned(GRANT)]
  const undone = [pinned(GRANT, { ended: { because: 'undone', at: NOON } })]

  it('was taken by hand: it is told, and the record must learn it', () => {
    expect(taken({ granted })).toEqual({ ...KEPT, kept: [], drift: DRIFT, undone: granted })
  })

  it('was taken by hand where only remains of it are left', () => {
    const remains = there(GRANT, { state: 'remains' })
    expect(taken({ granted, observed: [remains] })).toEqual({ ...KEPT, kept: [], drift: DRIFT, undone: granted })
  })

  it('may only not be visible yet: then it waits', () => {
    const just = [pinned(GRANT, SETTLING)]
    expect(taken({ granted: just })).toEqual({ ...KEPT, kept: [], drift: DRIFT, settling: [BLUE] })
  })

  it('stays away for good, whatever is there, and the record knows it already', () => {
    expect(taken({ granted: undone })).toEqual({ ...KEPT, kept: [], drift: DRIFT })
    expect(taken({ granted: undone, observed: [there(GRANT)] })).toEqual({ ...KEPT, kept: [], drift: DRIFT })
  })

  it.each<[string, Given]>([
    ['is there', { granted, observed: [there(GRANT)] }],
    ['is being made', { granted, observed: [there(GRANT, { state: 'pending' })] }],
    ['was never given', {}],
    ['ended by us', { granted: [pinned(GRANT, { ended: { because: 'held', at: NOON } })] }],
  ])('is no such thing where it %s', (_where, given) => {
    expect(taken(given)).toEqual(KEPT)
  })

  it('is not known to be gone where its place was not read in whole', () => {
    const down = unknown({ kind: 'unreachable', call: 'look', said: 'down' })
    const half = { ...TOY, scopes: [...TOY.scopes, { scope: id<'scope'>('more'), target: id<'target'>('prod') }] }
    const elsewhere = { ...TOY, scopes: [{ scope: id<'scope'>('prod'), target: id<'target'>('stage') }] }
    const scopes = new Map([...seeing().scopes, [id<'scope'>('more'), down] as const])
    expect(taken({ granted }, { provisioner: half, seen: { ...seeing(), scopes } })).toEqual(KEPT)
    expect(taken({ granted }, { provisioner: half })).toEqual(KEPT)
    expect(taken({ granted }, { provisioner: elsewhere })).toEqual(KEPT)
    expect(taken({ granted: undone }, { provisioner: elsewhere }).kept).toEqual([])
  })

  it('is looked for where the record says that it was given', () => {
    const moved = [pinned(GRANT, { holding: id('prod/marta/old') })]
    expect(taken({ granted: moved, observed: [there(GRANT)] }).kept).toEqual([])
    expect(taken({ granted: moved, observed: [there(GRANT, { key: id('prod/marta/old') })] })).toEqual(KEPT)
  })

  it('that comes back is taken again, as undone', () => {
    const asked = compared({ live: [GRANT], granted: undone, observed: [there(GRANT)] })
    expect(diff(asked).changes).toMatchObject([{ do: 'revoke', because: 'undone' }])
  })

  it('that comes back past its end has expired', () => {
    const given: Given = { live: [GRANT], granted: undone, observed: [there(GRANT)] }
    const asked = compared(given, { whyNot: () => 'expired' })
    expect(diff(asked).changes).toMatchObject([{ do: 'revoke', because: 'expired' }])
  })

  it('that is not visible yet is neither given nor taken', () => {
    const second = aGrant('b')
    const given: Given = { live: [GRANT, second], granted: [pinned(GRANT, SETTLING)] }
    expect(diff(compared(given))).toMatchObject({ changes: [], undone: [], unclear: [{ grants: [second.key] }] })
  })
})

describe('a newer request for something that somebody cut', () => {
  const second = aGrant('b', { until: later(NOON, hours(4)) })
  const third = aGrant('c', { until: later(NOON, hours(1) + 30) })
  const short = there(GRANT, { until: later(NOON, hours(1) + 60) })

  const cut = (given: Given, more: Partial<Compared<Content>> = {}) => {
    const asked = compared({ live: [GRANT, second], observed: [short], ...given }, more)
    const placed = asked.provisioner.place(asked.live, asked.seen)
    const { kept, ...rest } = withoutCut(asked, asked.live, placed, worldOf(asked))
    return { kept: kept.map(({ grant }) => grant.key), ...rest }
  }
  const ALL = { kept: [GRANT.key, second.key], drift: [], undone: [], settling: [], blocked: [] }
  const granted = [pinned(GRANT)]

  it('brings back its own window, and nothing of what was cut', () => {
    expect(cut({ granted })).toEqual({
      ...ALL,
      kept: [second.key],
      undone: granted,
      drift: [
        {
          holding: BLUE,
          grants: [GRANT.key],
          is: 'narrowed-by-hand',
          says: 'badge blue of marta in prod was narrowed by hand: what was cut stays away',
        },
      ],
    })
  })

  it('keeps those whose part is still there', () => {
    const both: readonly Granted[] = [pinned(GRANT), pinned(third)]
    const told = cut({ live: [GRANT, third, second], granted: both })
    expect([told.kept, told.undone]).toEqual([[third.key, second.key], [both[0]]])
  })

  it('waits while what was given may only not be visible yet', () => {
    expect(cut({ granted: [pinned(GRANT, SETTLING)] })).toEqual({ ...ALL, settling: [BLUE] })
  })

  it('waits for each of those who were cut', () => {
    const fourth = aGrant('d')
    const both = [pinned(GRANT), pinned(fourth, SETTLING)]
    expect(cut({ live: [GRANT, fourth, second], granted: both }).settling).toEqual([BLUE])
  })

  it('waits for the end where the source of the older ones changed, and says so', () => {
    expect(cut({ granted: [pinned(GRANT, { content: short.digest })] })).toEqual({
      ...ALL,
      kept: [GRANT.key],
      blocked: [
        {
          grants: [second.key],
          because:
            'badge blue of marta in prod was given with another text than its source has now, and is not renewed with a new one',
          cure: 'wait for its end, or delete the request it was given for',
        },
      ],
    })
  })

  it('is held back by everybody’s text and by nobody’s alone', () => {
    const both = [pinned(GRANT, { content: short.digest }), pinned(third)]
    expect(cut({ live: [GRANT, third, second], granted: both }).kept).toEqual([third.key, second.key])
  })

  it.each<[string, Given]>([
    ['nothing is there', { granted, observed: [] }],
    ['only remains are there', { granted, observed: [{ ...short, state: 'remains' }] }],
    ['it is being made', { granted, observed: [{ ...short, state: 'pending' }] }],
    ['what is there is what should be', { granted, observed: [there(second)] }],
    ['it holds as much as was given', { granted, observed: [there(GRANT, { digest: digest('marked otherwise') })] }],
    ['it is what should be, though it would give', { granted, observed: [there(second)], effect: 'gives' }],
    ['it is what was given, though it would give', { granted, observed: [there(GRANT)], effect: 'gives' }],
    ['it holds more', { granted, observed: [there(GRANT, { until: later(NOON, hours(3)) })] }],
    ['nobody stood on it', {}],
    ['nobody is new', { granted: [...granted, pinned(second)] }],
    ['the older one stands elsewhere', { granted: [pinned(GRANT, { holding: id('prod/marta/else') })] }],
    ['turning one into the other gives nothing', { granted, effect: 'prepares' }],
  ])('finds nothing cut where %s', (_where, given) => {
    expect(cut(given)).toEqual(ALL)
  })

  it('finds everything cut of what would be placed elsewhere by itself', () => {
    const provisioner: Compared<Content>['provisioner'] = {
      ...TOY,
      place: (live, seen) => {
        const { holdings, blocked } = TOY.place(live, seen)
        const key = id<'holding'>('prod/marta/else')
        return { holdings: live.length > 1 ? holdings : holdings.map((one) => ({ ...one, key })), blocked }
      },
    }
    const other = [pinned(GRANT, { content: digest('marked otherwise') })]
    expect(cut({ granted: other, observed: [there(GRANT)] }, { provisioner }).kept).toEqual([second.key])
  })

  it('is given to the end it asks for, and those who were cut are written down as undone', () => {
    const told = diff(compared({ live: [GRANT, second], observed: [short], granted }))
    expect(told).toMatchObject({
      changes: [{ do: 'adjust', effect: 'gives', want: { holders: [{ grant: second }] } }],
      undone: granted,
      drift: [{ is: 'narrowed-by-hand' }],
    })
  })

  it('that must wait is told why, and nothing changes', () => {
    const as = [pinned(GRANT, { content: short.digest })]
    const told = diff(compared({ live: [GRANT, second], observed: [short], granted: as }))
    expect(told).toMatchObject({ changes: [], blocked: [{ grants: [second.key] }], drift: [{ is: 'text-changed' }] })
  })
})

it('only what was granted last with exactly what is there is pinned', () => {
  const is = (...granted: readonly Granted[]) => isPinned(compared({ granted }), resolved(GRANT), there(GRANT))
  expect([is(pinned(GRANT)), is(pinned(GRANT, { content: digest('other') })), is()]).toEqual([true, false, false])
  expect(is(pinned(GRANT, { ended: { because: 'held', at: NOON } }))).toBe(false)
})
