// Groups of Okta, given and taken on the sandbox's Okta: the suite of all modes, and what only this one has.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { okta as oktaKind } from '../../src/core/entitlements/okta.ts'
import { OKTA } from '../../src/core/model/targets.ts'
import { type Fact, type Need, needKey } from '../../src/core/plan/provisioner.ts'
import type { Content } from '../../src/modes/okta-group/content.ts'
import { membershipKey } from '../../src/modes/okta-group/naming.ts'
import { oktaGroup } from '../../src/modes/okta-group/provisioner.ts'
import type { OktaDraft } from '../../src/sandbox/okta/build.ts'
import { groupNamed } from '../../src/sandbox/okta/build.ts'
import type { OktaWorld } from '../../src/sandbox/okta/world.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { HERE } from '../support/builders.ts'
import { GRAFANA, HOST, inOkta, isIn, MARTA, oktaFor, oktaSettings, someOkta, startOkta } from './okta-ground.ts'
import { type Bench, provisionerSuite } from './provisioner.suite.ts'

const grafana = oktaKind.read({ okta: GRAFANA }, () => HERE)
if (!('entitlement' in grafana)) throw new Error('the kind refuses its own example')
const member = grafana.entitlement.permissions
if (member.form === 'resource') throw new Error('a group is no resource')

const withoutMarta = inOkta((world) => {
  const marta = world.users.find(({ profile }) => profile['login'] === MARTA)?.id
  return {
    ...world,
    groups: world.groups.map((one) => ({ ...one, members: one.members.filter((id) => id !== marta) })),
  }
})

const bench: Bench<Content, World, Sandbox> = {
  mode: 'okta-group',
  target: 'okta',
  account: HOST,
  start: () => startOkta(),
  open: (sandbox) => oktaGroup({ settings: oktaSettings(), okta: oktaFor(sandbox) }),
  things: ({ okta }) => okta?.groups.map(({ profile, members }) => ({ profile, members })),
  blind: (sandbox) =>
    sandbox.faults.add({ when: { part: 'okta', writes: false }, do: { status: 403, code: 'E0000006', message: 'no' } }),
  blinded: ['unknown'],
  examples: [
    {
      name: 'a group',
      entitlement: { ...grafana.entitlement, permissions: member },
      lapse: 'never',
      claimed: true,
      writes: 1,
      held: (world) => isIn(world, GRAFANA, MARTA),
      take: withoutMarta,
      widen: null,
      wide: () => false,
    },
  ],
}

provisionerSuite(bench)

describe('what Okta answers to a need', () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await startOkta()
  })
  afterEach(() => sandbox.close())

  const need = (what: Need['what'], name: string): Need => ({ target: OKTA, what, name })

  async function asked(one: Need, world: OktaWorld | null = null, match: 'login' | 'email' = 'login'): Promise<Fact> {
    if (world !== null) sandbox.change(inOkta(() => world))
    const mode = oktaGroup({ settings: oktaSettings({ match }), okta: oktaFor(sandbox) })
    const { facts } = await mode.observe([one], new Map())
    const fact = facts.get(needKey(one))
    if (fact === undefined) throw new Error('the need has no answer')
    return fact
  }

  const withGroups = (...groups: OktaDraft['groups']): OktaWorld => someOkta({ groups })

  it('finds a person by login, whatever the case, and never by half of it', async () => {
    expect(await asked(need('identity', 'Marta@Example.com'))).toMatchObject({ is: 'found', name: MARTA })
    expect(await asked(need('identity', 'marta'))).toMatchObject({ is: 'absent' })
    expect(await asked(need('identity', 'nobody@example.com'))).toMatchObject({ is: 'absent' })
  })

  it('finds a person by primary e-mail where settings say so, and tells when two share it', async () => {
    const shared = { login: 'm.karlsen', email: MARTA }
    const one = someOkta({ users: [{ email: 'x@example.com', profile: shared }], groups: [] })
    expect(await asked(need('identity', MARTA), one, 'email')).toMatchObject({ is: 'found', name: 'm.karlsen' })
    const two = someOkta({ users: [{ email: MARTA }, { email: 'x@example.com', profile: shared }], groups: [] })
    expect(await asked(need('identity', MARTA), two, 'email')).toMatchObject({ is: 'several' })
  })

  it('gives nothing to who has left or is suspended, and knows who came back under the same e-mail', async () => {
    expect(await asked(need('identity', 'gone@example.com'))).toMatchObject({ is: 'unfit' })
    const suspended = someOkta({ users: [{ email: MARTA, status: 'SUSPENDED' }], groups: [] })
    expect(await asked(need('identity', MARTA), suspended)).toMatchObject({ is: 'unfit' })
    const back = someOkta({
      users: [
        { email: 'old', status: 'DEPROVISIONED', profile: { login: 'old@example.com', email: MARTA } },
        { email: MARTA },
      ],
      groups: [],
    })
    expect(await asked(need('identity', MARTA), back, 'email')).toMatchObject({ is: 'found', name: MARTA })
  })

  it.each([
    ['of another directory', { name: 'Ops', type: 'APP_GROUP' }, 'another directory'],
    ['that Okta fills itself', { name: 'Ops', type: 'BUILT_IN' }, 'Okta’s own'],
    ['that a group rule fills', { name: 'Ops', filledByRule: true }, 'group rule "fills Ops"'],
    ['that makes administrators', { name: 'Ops', adminRoles: ['SUPER_ADMIN'] }, 'SUPER_ADMIN'],
  ] as const)('does not hand out a group %s', async (_what, group, says) => {
    const fact = await asked(need('group', 'Ops'), withGroups(group))
    expect(fact).toMatchObject({ is: 'unfit' })
    expect(fact.is === 'unfit' && fact.because).toContain(says)
  })

  it('takes a group by its exact name, and tells of two that bear it', async () => {
    expect(await asked(need('group', 'grafana admins'))).toMatchObject({ is: 'absent' })
    const two = withGroups({ name: 'Ops' }, { name: 'Ops', type: 'APP_GROUP' })
    expect(await asked(need('group', 'Ops'), two)).toMatchObject({ is: 'several' })
  })

  it('does not know whether a group makes administrators where it may not look, and then gives nothing', async () => {
    sandbox.faults.add({ when: { op: /roles$/ }, do: { status: 403, code: 'E0000006', message: 'no' } })
    expect(await asked(need('group', GRAFANA))).toMatchObject({ is: 'unknown' })
  })

  it('asks nobody where nothing is asked for and nothing was given', async () => {
    const mode = oktaGroup({ settings: oktaSettings(), okta: oktaFor(sandbox) })
    const seen = await mode.observe([], new Map())
    expect([...seen.scopes.values()].map(({ is }) => is)).toEqual(['known'])
    expect(sandbox.journal.entries()).toEqual([])
  })

  it('takes a membership whose group was renamed, and forgets one whose group is gone', async () => {
    const mode = () => oktaGroup({ settings: oktaSettings(), okta: oktaFor(sandbox) })
    const world = sandbox.world().okta
    const mario = world?.users[1]?.id ?? ''
    const group = world === undefined ? '' : groupNamed(world, GRAFANA).id
    const recorded = new Map([[membershipKey(HOST, mario, group), mario]])
    sandbox.change(
      inOkta((now) => ({
        ...now,
        groups: now.groups.map((one) => (one.id === group ? { ...one, profile: { name: 'Renamed' } } : one)),
      })),
    )
    const [there] = (await mode().observe([], recorded)).observed
    expect(there?.says).toBe('mario@example.com in the Okta group Renamed')
    sandbox.change(inOkta((now) => ({ ...now, groups: now.groups.filter(({ id }) => id !== group) })))
    expect((await mode().observe([], recorded)).observed).toEqual([])
  })

  it('knows nothing of an organisation that settings do not lead to any more', async () => {
    const mode = oktaGroup({ settings: { ...oktaSettings(), okta: null }, okta: null, left: [HOST] })
    const seen = await mode.observe([], new Map([[membershipKey(HOST, '00u1', '00g1'), '00u1']]))
    expect([...seen.scopes.values()].map(({ is }) => is)).toEqual(['unknown'])
  })
})
