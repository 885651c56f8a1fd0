// What a run looks at: what its requests need to know, once, and nothing that no rule asks for.

import { describe, expect, it } from 'vitest'
import { known, unknown } from '../../../src/core/model/edge-error.ts'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import type { Standing } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import type { TaggedThing } from '../../../src/core/model/tags.ts'
import { later } from '../../../src/core/model/time.ts'
import { type Drawing, desiring, look } from '../../../src/core/plan/look.ts'
import type { Mode } from '../../../src/core/plan/mode.ts'
import { type Fact, type Need, needKey, type Recorded } from '../../../src/core/plan/provisioner.ts'
import { NOTHING_ASKED, type Verdicts } from '../../../src/core/plan/verdicts.ts'
import { hours, landed } from '../../support/builders.ts'
import {
  actions,
  auto,
  carries,
  document,
  group,
  knowledge,
  NOON,
  policy,
  request,
  rule,
  settings,
} from '../approval/company.ts'
import { aGrant, aGranted, aLedger } from './values.ts'

const BUCKET = 'arn:aws:s3:::reports'
const bucket: Entitlement = { ...actions('s3:GetObject', BUCKET), thing: BUCKET }
const TAGS = rule('secrets', {
  what: { kind: 'actions', resourceTags: { env: 'secret' } },
  deny: 'Nobody reads secrets',
})
const PLAIN = settings([rule('all', { ways: [auto] })])
const LOOKING = settings([rule('all', { ways: [auto] }), TAGS])

interface Asked {
  readonly needs: readonly (readonly string[])[]
  readonly recorded: readonly Recorded[]
  readonly things: readonly TaggedThing[][]
}

/** Two ways of giving access; the first finds everything, a policy with its text. */
async function looked(standing: readonly Standing[], more: Partial<Drawing> = {}, verdicts: Verdicts = NOTHING_ASKED) {
  const asked = { needs: [], recorded: [], things: [] } as { -readonly [K in keyof Asked]: Asked[K][number][] }
  const found = (need: Need): Fact => ({
    need,
    is: need.name === 'Gone' ? 'absent' : 'found',
    id: need.name,
    name: need.name,
    ...(need.what === 'policy' ? { document: document('iam:*') } : {}),
  })
  const mode = (name: string): Mode => ({
    mode: id(name),
    carries: carries.get(id('iam-user')) ?? {
      statements: null,
      policy: null,
      narrowed: null,
      role: null,
      permissionSet: null,
      group: null,
    },
    scopes: [],
    needs: ({ email, item: { target, entitlement } }) => {
      const { permissions } = entitlement
      const of = (what: Need['what'], of: string): Need => ({ target, what, name: of })
      return [
        of('identity', email),
        ...(permissions.form === 'policy' ? [of('policy', permissions.policy.value)] : []),
        ...(permissions.form === 'existing' ? [of('group', permissions.thing.value)] : []),
      ]
    },
    foresee: () => [],
    perform: () => Promise.reject(new Error('nothing is performed here')),
    async look(needs, recorded) {
      asked.needs.push(needs.map(needKey))
      asked.recorded.push(recorded)
      return {
        mode: id(name),
        asOf: NOON,
        scopes: new Map(),
        facts: new Map(needs.map((need) => [needKey(need), found(need)])),
        present: new Set(),
        draft: () => ({ steps: [], unrecorded: [], drift: [], blocked: [], unclear: [], undone: [] }),
      }
    },
  })
  const inForce = more.settings ?? PLAIN
  const result = await look(
    {
      commit: id('head'),
      standing,
      everyVersion: new Set(),
      settings: inForce,
      head: inForce,
      modes: [mode('iam-user'), mode('other')],
      knowledge,
      ledger: aLedger(),
      async tags(_settings: Settings, things) {
        asked.things.push([...things])
        return new Map(things.map(({ target, arn }) => [`${target} ${arn}`, known(new Map([['env', 'secret']]))]))
      },
      now: NOON,
      ...more,
    },
    verdicts,
  )
  return { ...asked, result }
}
const file = (name: string, ...items: readonly Entitlement[]) =>
  landed({ ...request({ items }), id: id<'request'>(name), path: `config/requests/${name}.yaml` }, NOON)

describe('the world is looked at', () => {
  it('once by every way of giving access, for what its own grants need, each thing once', async () => {
    const standing = [file('a', policy('ReadOnly'), group('Keepers')), file('b', group('Keepers'))]
    const { needs, result } = await looked(standing)
    expect(needs).toEqual([
      ['orders-prod identity marta@example.com', 'orders-prod group Keepers', 'orders-prod policy ReadOnly'],
      [],
    ])
    expect(result.seen.map(({ mode }) => mode)).toEqual(['iam-user', 'other'])
  })

  it('not for what is over, refused or not there yet', async () => {
    const one = file('a', group('Keepers'))
    const refused: Verdicts = new Map([[one.version.id, { is: 'refused', because: 'edited', says: 'edited' }]])
    expect((await looked([one], {}, refused)).needs[0]).toEqual([])
    expect((await looked([one], { now: later(NOON, hours(2)) })).needs[0]).toEqual([])
    expect((await looked([one], { now: later(NOON, -1) })).needs[0]).toEqual([])
    const before = aLedger([], { refused: new Map([[one.version.id, { because: 'edited', says: 'edited' }]]) })
    expect((await looked([one], { ledger: before })).needs[0]).toEqual([])
  })

  it('for what ended and cannot end by itself, where the record is lost', async () => {
    const ended = { now: later(NOON, hours(2)) }
    const needs = async (state: 'whole' | 'lost', item: Entitlement) =>
      (await looked([file('a', item)], { ...ended, ledger: aLedger([], { state }) })).needs[0]
    expect(await needs('lost', group('Keepers'))).toHaveLength(2)
    expect(await needs('whole', group('Keepers'))).toEqual([])
    expect(await needs('lost', policy('ReadOnly'))).toEqual([])
  })

  it('with everything that the record tells', async () => {
    const granted = aGranted(aGrant('a'))
    const { recorded } = await looked([], { ledger: aLedger([granted]) })
    const all = new Map([[granted.holding, granted.identity]])
    expect(recorded).toEqual([all, all])
    expect((await looked([], { ledger: null })).recorded).toEqual([new Map(), new Map()])
  })
})

describe('what was found', () => {
  it('of texts decides what is asked for', async () => {
    const powers = rule('powers', { what: { kind: 'policy', managesPermissions: true }, deny: 'Only owners' })
    const inForce = settings([rule('all', { ways: [auto] }), powers])
    const { result } = await looked([file('a', policy('ReadOnly'), group('Keepers'))], { settings: inForce })
    expect([...result.deciding.documents.keys()]).toEqual(['orders-prod ReadOnly'])
    expect(result.askedFor.asked.map(({ over }) => over?.because)).toEqual([undefined, 'denied'])
  })

  it('of what does not exist has no text', async () => {
    expect((await looked([file('a', policy('Gone'))])).result.deciding.documents.size).toBe(0)
  })

  it('tells what every way of giving carries', async () => {
    const { deciding } = (await looked([])).result
    expect([...deciding.carries.keys()]).toEqual(['iam-user', 'other'])
    expect(deciding.knowledge).toBe(knowledge)
  })
})

describe('tags', () => {
  const THING = { target: 'orders-prod', account: '111111111111', arn: BUCKET }

  it('are read where a rule looks at them, of each resource once, and decide', async () => {
    const standing = [file('a', bucket), file('b', bucket, group('Keepers'))]
    const { things, result } = await looked(standing, { settings: LOOKING })
    expect(things).toEqual([[THING]])
    expect(result.askedFor.asked.map(({ over }) => over?.because)).toEqual(['denied', 'denied', undefined])
  })

  it('are read where only the head looks at them', async () => {
    expect((await looked([file('a', bucket)], { settings: PLAIN, head: LOOKING })).things).toEqual([[THING]])
    expect((await looked([file('a', bucket)], { settings: LOOKING, head: PLAIN })).things).toEqual([[THING]])
  })

  it('are not read where no rule looks at them, or nothing has any', async () => {
    expect((await looked([file('a', bucket)])).things).toEqual([])
    expect((await looked([file('a', group('Keepers'))], { settings: LOOKING })).things).toEqual([])
  })

  it('that cannot be read deny nothing', async () => {
    const silent = unknown({ kind: 'unreachable', call: 'tags', said: 'down' })
    const tags = async () => new Map([[`orders-prod ${BUCKET}`, silent]])
    const { result } = await looked([file('a', bucket)], { settings: LOOKING, tags })
    expect(result.askedFor.asked.map(({ over }) => over)).toEqual([null])
  })
})

it('wishes are judged by the record, by what was refused before, and by the run’s instant', () => {
  const refused = new Map([[id<'version'>('v'), { because: 'edited', says: 'edited' }]])
  const granted = aGranted(aGrant('a'))
  const drawing = { ledger: aLedger([granted], { refused }), now: NOON } as Drawing
  const asked = desiring(drawing, NOTHING_ASKED)
  expect([asked.refusedBefore, asked.now, asked.settlement(aGrant('a')).is]).toEqual([refused, NOON, 'standing'])
  expect(desiring({ ...drawing, ledger: null }, NOTHING_ASKED).refusedBefore).toEqual(new Map())
})
