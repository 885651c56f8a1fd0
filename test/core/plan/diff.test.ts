// How what should be there and what is there differ: every case that a holding can be in.

import { describe, expect, it } from 'vitest'
import { unknown } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import { later, MINUTE } from '../../../src/core/model/time.ts'
import { type Difference, diff } from '../../../src/core/plan/diff.ts'
import { hours, NOON } from '../../support/builders.ts'
import type { Content } from '../../support/toy-mode.ts'
import { compared, type Given, LATER, pinned, seeing, TOY, there, wanted } from './comparing.ts'
import { aGrant, holdingOf } from './values.ts'

const [GRANT, SECOND] = [aGrant('a'), aGrant('b', { until: later(NOON, hours(4)) })]
const BLUE = holdingOf(GRANT)
const NOTHING: Difference<Content> = {
  changes: [],
  unrecorded: [],
  outdated: [],
  drift: [],
  blocked: [],
  unclear: [],
  undone: [],
}
const differs = (given: Given, more: Parameters<typeof compared>[1] = {}) => diff(compared(given, more))
const same = (expected: Partial<Difference<Content>>) => ({ ...NOTHING, ...expected })
const drift = (is: string, says: string, more: object = {}) =>
  [
    { holding: BLUE, grants: [GRANT.key], is, says: `badge blue of marta in prod${says}`, ...more },
  ] as Difference<Content>['drift']
const short = later(NOON, hours(1) + 60)
const long = later(NOON, hours(9))

describe('a holding that is wanted', () => {
  const want = wanted(GRANT)
  const live = [GRANT]
  const have = there(GRANT)
  const revoke = (one = have, because = 'undone') =>
    [{ do: 'revoke', have: one, because }] as Difference<Content>['changes']

  it('and not there is given', () => {
    expect(differs({ live })).toEqual(same({ changes: [{ do: 'grant', want }] }))
  })

  it('that was there before, unmarked, is left as it is', () => {
    const theirs = there(GRANT, { mark: null, until: long })
    expect(differs({ live, observed: [theirs] })).toEqual(
      same({ drift: drift('had-before', ': held before Daypass, left as it is') }),
    )
  })

  it('that was there before and takes no mark is told with where, for the record', () => {
    const provisioner = {
      ...TOY,
      place: (...asked: Parameters<typeof TOY.place>) => ({
        holdings: TOY.place(...asked).holdings.map((one) => ({ ...one, markedBy: 'claim' as const })),
        blocked: [],
      }),
    }
    expect(differs({ live, observed: [there(GRANT, { mark: null })] }, { provisioner }).drift).toEqual(
      drift('had-before', ': held before Daypass, left as it is', { found: { mode: 'toy', target: 'prod' } }),
    )
    expect(differs({ live, observed: [there(GRANT, { until: long })] }, { provisioner }).drift).toEqual(
      drift('widened-by-hand', ' allowed more than was granted'),
    )
  })

  it('that is being made or unmade is let be', () => {
    expect(differs({ live, observed: [there(GRANT, { state: 'pending', until: long })] })).toEqual(NOTHING)
  })

  it('that is there and recorded is right', () => {
    expect(differs({ live, observed: [have], granted: [pinned(GRANT)] })).toEqual(NOTHING)
  })

  it.each([
    ['as something else', [pinned(GRANT, { content: id('0'.repeat(64)) })]],
    ['with somebody who has it no more', [pinned(GRANT), pinned(aGrant('gone'))]],
    ['with another item of the same request', [pinned(GRANT), pinned(GRANT, { grant: id('another') })]],
    ['with another edition', [pinned(GRANT), pinned(GRANT, { version: id('1'.repeat(64)) })]],
  ])('that is there and recorded %s is written down anew', (_how, granted) => {
    expect(differs({ live, observed: [have], granted })).toEqual(same({ outdated: [want] }))
  })

  it('that is there while its people stand on another thing is told as it is', () => {
    const other = there(GRANT, { key: id('other') })
    const granted = [pinned(GRANT, { holding: id('other') })]
    expect(differs({ live, observed: [have, other], granted }).outdated).toEqual([])
  })

  it('that is there as it should be, and could not be cut when that was tried, is written down anew', () => {
    const granted = [pinned(GRANT)]
    const stuck = (version: typeof GRANT.version, holding: typeof BLUE) =>
      differs({ live, observed: [have], granted }, { stuck: new Map([[version, holding]]) })
    expect(stuck(GRANT.version, BLUE)).toEqual(same({ outdated: [want] }))
    // What would be written down takes back nobody else's trouble: it would be written with every run.
    expect(stuck(SECOND.version, BLUE)).toEqual(NOTHING)
    expect(stuck(GRANT.version, id('other'))).toEqual(NOTHING)
    const both = wanted(GRANT, SECOND)
    const shared = there(GRANT, { content: both.content, digest: both.digest })
    const two: Given = {
      live: [GRANT, SECOND],
      observed: [shared],
      granted: [GRANT, SECOND].map((one) => pinned(one, { content: both.digest })),
    }
    expect(differs(two)).toEqual(NOTHING)
    expect(differs(two, { stuck: new Map([[SECOND.version, BLUE]]) }).outdated.map(({ key }) => key)).toEqual([BLUE])
  })

  it('that is there and was never recorded is written down', () => {
    expect(differs({ live, observed: [have] })).toEqual(same({ unrecorded: [want] }))
  })

  it('of which only remains are there is given again', () => {
    const remains = there(GRANT, { state: 'remains' })
    expect(differs({ live, observed: [remains], effect: 'gives' })).toEqual(
      same({ changes: [{ do: 'adjust', have: remains, want, effect: 'gives' }] }),
    )
  })

  it('that allows more than was granted is cut, and said to have been widened', () => {
    const wide = there(GRANT, { until: long })
    const changes: Difference<Content>['changes'] = [{ do: 'adjust', have: wide, want, effect: 'takes' }]
    const told = same({ changes, drift: drift('widened-by-hand', ' allowed more than was granted') })
    expect(differs({ live, observed: [wide] })).toEqual(told)
    expect(differs({ live, observed: [wide], granted: [pinned(GRANT)] })).toEqual(told)
  })

  it('that allows what was granted before is cut without a word', () => {
    const wide = there(GRANT, { until: long })
    const granted = [pinned(GRANT, { content: wide.digest })]
    expect(differs({ live, observed: [wide], granted })).toEqual(
      same({ changes: [{ do: 'adjust', have: wide, want, effect: 'takes' }] }),
    )
  })

  it('that is there and lacks something is completed for somebody new', () => {
    const narrow = there(GRANT, { until: short })
    expect(differs({ live, observed: [narrow] })).toEqual(
      same({ changes: [{ do: 'adjust', have: narrow, want, effect: 'gives' }] }),
    )
  })

  it('that only has to be prepared is so for somebody new, and not for those who stand', () => {
    const other = there(GRANT, { until: short })
    expect(differs({ live, observed: [other], effect: 'prepares' })).toEqual(
      same({ changes: [{ do: 'adjust', have: other, want, effect: 'prepares' }] }),
    )
    expect(differs({ live, observed: [other], granted: [pinned(GRANT)], effect: 'prepares' })).toEqual(NOTHING)
  })

  describe('by two of whom one was given another text', () => {
    const both = [GRANT, aGrant('c')]
    const granted = (have: typeof want.digest, more = {}) => [
      pinned(GRANT, { content: have }),
      ...both.slice(1).map((one) => pinned(one, more)),
    ]
    const wide = there(GRANT, { until: long })
    const other = there(GRANT, { until: short })

    it('is cut without a word', () => {
      expect(differs({ live: both, observed: [wide], granted: granted(wide.digest) })).toMatchObject({
        changes: [{ do: 'adjust', effect: 'takes' }],
        drift: [],
      })
    })

    it('is not said to have another source now', () => {
      expect(
        differs({ live: both, observed: [other], granted: granted(other.digest) }).drift.map(({ is }) => is),
      ).toEqual(['narrowed-by-hand'])
    })

    it('is let be while what one was given may only not be visible yet', () => {
      const settling = { confirmed: later(LATER, -5 * MINUTE + 1) }
      expect(
        differs({ live: both, observed: [other], granted: granted(want.digest, settling), effect: 'gives' }),
      ).toEqual(NOTHING)
    })
  })

  describe('by those who stand on it alone', () => {
    const granted = [pinned(GRANT)]
    const other = there(GRANT, { until: short })
    const settling = [pinned(GRANT, { confirmed: later(LATER, -5 * MINUTE + 1) })]

    it('stays as it was given, though its text changed', () => {
      const as = [pinned(GRANT, { content: other.digest })]
      expect(differs({ live, observed: [other], granted: as })).toEqual(
        same({ drift: drift('text-changed', ': its source changed since; it stays as it was given to its end') }),
      )
    })

    it('stays narrowed where somebody narrowed it', () => {
      expect(differs({ live, observed: [other], granted })).toEqual(
        same({ drift: drift('narrowed-by-hand', ' was narrowed by hand and stays so') }),
      )
    })

    it('goes where somebody rewrote it', () => {
      expect(differs({ live, observed: [other], granted, effect: 'gives' })).toEqual(
        same({
          changes: revoke(other),
          drift: drift('widened-by-hand', ' was rewritten by hand: what is left is removed'),
        }),
      )
    })

    it('is let be while it may only not be visible yet', () => {
      expect(differs({ live, observed: [other], granted: settling, effect: 'gives' })).toEqual(NOTHING)
    })

    const over = (expires: typeof LATER) => there(GRANT, { until: short, mark: { version: GRANT.version, expires } })

    it('goes where somebody ended it', () => {
      expect(differs({ live, observed: [over(LATER)], granted })).toEqual(
        same({ changes: revoke(over(LATER)), drift: drift('narrowed-by-hand', ' was ended by hand') }),
      )
      expect(differs({ live, observed: [over(later(LATER, 1))], granted }).changes).toEqual([])
      expect(differs({ live, observed: [over(LATER)], granted: settling })).toEqual(NOTHING)
    })

    it('has no end where somebody took its mark off', () => {
      const unmarked = there(GRANT, { until: short, mark: null })
      expect(differs({ live, observed: [unmarked], granted })).toEqual(
        same({ drift: drift('narrowed-by-hand', ' was narrowed by hand and stays so') }),
      )
    })

    it('has no end where its mark tells none', () => {
      const endless = there(GRANT, { until: short, mark: { version: GRANT.version, expires: null } })
      expect(differs({ live, observed: [endless], granted }).changes).toEqual([])
    })
  })
})

describe('a thing that nobody wants', () => {
  const have = there(GRANT)

  it('goes where it is ours, and why is told', () => {
    const gone = same({ changes: [{ do: 'revoke', have, because: 'withdrawn' }] })
    expect(differs({ observed: [have] })).toEqual(gone)
    const unmarked = there(GRANT, { mark: null })
    expect(differs({ observed: [unmarked], granted: [pinned(GRANT)] }).changes).toMatchObject([{ do: 'revoke' }])
  })

  it('stays where it is not ours, where it is being unmade, and where nothing explains it', () => {
    expect(differs({ observed: [there(GRANT, { mark: null })] })).toEqual(NOTHING)
    expect(differs({ observed: [there(GRANT, { state: 'pending' })] })).toEqual(NOTHING)
    expect(differs({ observed: [have] }, { whyNot: () => null })).toEqual(NOTHING)
  })

  it('goes though only remains of it are there', () => {
    expect(differs({ observed: [there(GRANT, { state: 'remains' })] }).changes).toHaveLength(1)
  })
})

describe('a place that could not be read', () => {
  const down = unknown({ kind: 'unreachable', call: 'look', said: 'down' })
  it.each([
    ['in whole', new Map([[id<'scope'>('prod'), down]])],
    ['at all', new Map()],
  ])('%s is neither given to nor taken from', (_how, scopes) => {
    const seen = { ...seeing(there(SECOND, { key: id('prod/marta/other') })), scopes }
    expect(differs({ live: [GRANT] }, { seen })).toEqual(NOTHING)
  })
})

it('what is wrong in one holding is told beside what is right in another', () => {
  const amber = aGrant('c', { badge: 'amber' })
  const told = differs({ live: [amber, GRANT], observed: [there(amber), there(SECOND, { key: id('prod/marta/old') })] })
  expect(told.unrecorded.map(({ key }) => key)).toEqual(['prod/marta/amber'])
  expect(told.changes.map((one) => one.do)).toEqual(['grant', 'revoke'])
})
