// What the red button takes away and how it is lifted, by dispatch and by file; through the shipped workflows.

import { describe, expect, it } from 'vitest'
import { withRepository } from '../../src/sandbox/github/records.ts'
import { pressed, pullRequest, pushed } from './actions/events.ts'
import { openActions } from './actions/runner.ts'
import { inHouse } from './house.ts'
import { MARTA, mayRead } from './judging.ts'
import { land, propose, pushToMain } from './people.ts'
import { asking } from './requests.ts'
import { fileAtMain, headline, jobs, ours, pullOf, repositoryIn } from './showing.ts'

describe.concurrent('the red button', () => {
  it(
    'by dispatch takes everything of a person away, and holds until an owner lifts it',
    inHouse(async (house) => {
      const actions = openActions(house)
      land(house, { by: 'marta', files: asking('queue'), approvedBy: ['tomas'] })
      await actions.happen(pushed)
      const held = await actions.happen(
        pressed('hold.yml', { what: 'person', name: 'marta', because: 'Laptop stolen' }),
      )
      expect(jobs(held)).toEqual(['hold.yml/hold 0'])
      expect(jobs(await actions.dispatched())).toEqual(['expire.yml/expire 0', 'apply.yml/apply 0'])
      expect(mayRead(house, MARTA)).toBe(false)
      const again = await actions.happen(
        pressed('hold.yml', { what: 'person', name: 'marta', because: 'Laptop stolen' }),
      )
      expect(again[0]?.stdout).toContain('is there already')
      // Taking the hold out of the file without the owners lifts nothing.
      pushToMain(house, 'felix', { 'config/holds.yaml': 'holds: []\n' })
      await actions.happen(pushed)
      expect(mayRead(house, MARTA)).toBe(false)
    }),
  )

  it(
    'that names nobody says so, and keeps what is in the file',
    inHouse(async (house) => {
      const actions = openActions(house)
      const [wrong] = await actions.happen(pressed('hold.yml', { what: 'person', name: 'martha', because: 'x' }))
      expect(wrong?.code).toBe(1)
      expect(wrong?.stdout).toContain('did you mean marta?')
      const [silent] = await actions.happen(pressed('hold.yml', { what: 'everything', name: '', because: '' }))
      expect(silent?.code).toBe(1)
      await actions.happen(
        pressed('hold.yml', { what: 'target', name: 'orders-prod', because: 'Incident: "all" hands' }),
      )
      await actions.happen(pressed('hold.yml', { what: 'everything', name: '', because: 'Fire' }))
      const out = fileAtMain(house, 'config/holds.yaml')
      expect(out).toContain('# The red button')
      expect(out).toContain('target: orders-prod')
      expect(out).toContain('everything: true')
    }),
  )

  it(
    'by file from an owner is merged by itself, from others by people',
    inHouse(async (house) => {
      const actions = openActions(house)
      const hold = 'holds:\n  - {person: marta, because: Laptop stolen}\n'
      const others = propose(house, { by: 'jonas', files: { 'config/holds.yaml': hold } })
      await actions.happen(pullRequest(house, 'opened', others))
      expect(pullOf(house, others).state).toBe('open')
      expect(headline(house, others)).toBe('⚪ The red button: it counts when it is merged; nobody has to approve that')
      const owners = propose(house, { by: 'nadia', files: { 'config/holds.yaml': hold } })
      await actions.happen(pullRequest(house, 'opened', owners))
      expect(pullOf(house, owners).state).toBe('merged')
    }),
  )

  it(
    'where GitHub refuses the merge says loudly who must press what',
    inHouse(async (house) => {
      const actions = openActions(house)
      house.change((world) => withRepository(world, repositoryIn(house).id, { blocksMerges: true }))
      const [ran] = await actions.happen(pressed('hold.yml', { what: 'everything', name: '', because: 'Fire' }))
      expect(ran?.code).toBe(3)
      expect(ran?.summary).toMatch(/NOT HELD YET: GitHub did not let Daypass merge it/)
      const pull = propose(house, { by: 'felix', files: asking('sandbox', { for: 'felix', account: 'sandbox-dev' }) })
      await actions.happen(pullRequest(house, 'opened', pull))
      await actions.happen(pullRequest(house, 'synchronize', pull))
      expect(ours(house, pull).filter((body) => body.startsWith('🟠'))).toHaveLength(1)
    }),
  )
})
