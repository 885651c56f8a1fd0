// What happens when settings or holders are not proved, or not any more.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import { anAccount, anyFilter, aRequest, aRule, auto, landed, NOON } from '../../support/builders.ts'
import { company, ends, lasting, scene, unproved } from '../../support/toy-day.ts'
import { proved, run } from '../../support/toy-run.ts'

describe('settings at the head that are not in force', () => {
  it('give nothing that those in force deny', async () => {
    const day = scene(landed(aRequest('a')))
    day.inForce = company({
      rules: [aRule('everything', [auto]), aRule('no', [], { what: anyFilter, deny: 'Not now' })],
    })
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('that name another account give nothing there, and what was given is taken', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    day.settings = company({ accounts: [anAccount('prod', { id: '999999999999' })] })
    const second = await run(day)
    expect(ends(day)).toEqual([])
    expect(second.plan.blocked.map((one) => one.because)).toContain(
      'prod is another account than when this was granted',
    )
  })
})

describe('a holder that is not proved any more', () => {
  it('is left out and its part cut when a later one is given; the later one goes on', async () => {
    const [first, second] = [
      landed(aRequest('first', { when: lasting(3) })),
      landed(aRequest('second'), later(NOON, 3000)),
    ]
    const day = scene(first)
    await run(day)
    day.standing = [first, landed(aRequest('second', { when: lasting(4) }), later(NOON, 600))]
    day.now = later(NOON, 660)
    day.verdict = (version) =>
      version === first.version.id ? { is: 'refused', because: 'rules-now', says: 'not allowed now' } : proved(version)
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 16:10'])
    expect(second.version.id).not.toBe(first.version.id)
  })

  it('keeps what it has while its proof cannot be read', async () => {
    const first = landed(aRequest('first', { when: lasting(3) }))
    const day = scene(first)
    await run(day)
    day.standing = [first, landed(aRequest('second', { when: lasting(4) }), later(NOON, 600))]
    day.verdict = unproved(first)
    day.now = later(NOON, 660)
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 15:00'])
  })
})
