// What `daypass explain` tells of a request: every edition, each check of its proof, and what the record says.

import { describe, expect, it, vi } from 'vitest'
import { pushToMain } from '../../src/entry/commands/demo/play.ts'
import { inOffice, LOOK, land, PATH, remove } from './company.ts'
import { ANSI, daypass } from './daypass.ts'

// Where GitHub knows of no pull request, it is asked again for some seconds: it may not have tied the commit to one yet.
vi.setConfig({ testTimeout: 90_000 })

describe('explain', () => {
  it('does not know a request that never landed', () =>
    inOffice(async ({ clone, environment }) => {
      const said = await daypass(clone(), ['explain', 'nobody-asked'], environment)
      expect(said.code).toBe(1)
      expect(said.stdout).toMatch(/^No request named nobody-asked ever landed\.$/m)
    }))

  it('tells the whole chain of a request that was proved, and what became of it', () =>
    inOffice(async (office) => {
      land(office, LOOK)
      expect((await office.apply()).code).toBe(0)
      const said = await daypass(
        office.clone(),
        ['explain', 'marta-look', '--start', office.company.start],
        office.environment,
      )
      expect([said.code, said.stderr]).toEqual([0, ''])
      expect(said.stdout).toContain(PATH)
      expect(said.stdout).toMatch(/^ {2}pull request #1$/m)
      expect(said.stdout.match(/^ {4}✓ .+$/gm)?.length).toBeGreaterThan(8)
      expect(said.stdout).not.toMatch(/^ {4}[✗?]|not pinned|could not/m)
      expect(said.stdout).toMatch(/^ {2}proved by pull request #1 under rule stage$/m)
      expect(said.stdout).toMatch(/^ {2}record .*Z proved: pull request #1, rule stage/m)
      expect(said.stdout).toMatch(/^ {2}record .*Z given in orders-stage until /m)
      expect(said.stdout).not.toContain(ANSI)
      const told = JSON.parse(
        (await daypass(office.clone(), ['explain', 'marta-look', '--json'], office.environment)).stdout,
      )
      expect(told).toMatchObject({
        id: 'marta-look',
        editions: [{ path: PATH, atHead: true, verdict: { is: 'proved' } }],
      })
    }))

  it('names the start of the settings while nobody has pinned it', () =>
    inOffice(async (office) => {
      land(office, LOOK)
      const { stdout } = await daypass(office.clone(), ['explain', 'marta-look'], office.environment)
      expect(stdout).toContain(`not pinned: give the input \`start\` the value ${office.company.start}`)
    }))

  it('tells which check refused a request that was pushed past every review', () =>
    inOffice(async (office) => {
      pushToMain(office.stage, 'felix', PATH, LOOK)
      await office.apply()
      const { code, stdout } = await daypass(office.clone(), ['explain', 'marta-look'], office.environment)
      expect(code).toBe(0)
      expect(stdout).toMatch(/^ {4}✗ .+$/m)
      expect(stdout).toMatch(/^ {2}refused: .*no merged pull request/m)
      expect(stdout).toMatch(/^ {2}→ .+$/m)
      expect(stdout).toMatch(/^ {2}record .*Z refused: /m)
      expect(stdout).not.toMatch(/record .*given/)
    }))

  it('tells which approval was missing', () =>
    inOffice(async (office) => {
      land(office, LOOK, 'bruno')
      const { stdout } = await daypass(office.clone(), ['explain', 'marta-look'], office.environment)
      expect(stdout).toMatch(/^ {2}refused: .*approv/m)
    }))

  it('tells all editions of an id that was deleted and asked for again, newest first', () =>
    inOffice(async (office) => {
      land(office, LOOK)
      await office.apply()
      office.company.sandbox.clock.advance(600)
      remove(office)
      await office.apply()
      office.company.sandbox.clock.advance(600)
      land(office, LOOK.replace('Look', 'Look again'))
      await office.apply()
      const told = JSON.parse(
        (await daypass(office.clone(), ['explain', 'marta-look', '--json'], office.environment)).stdout,
      )
      expect(told.editions).toMatchObject([
        { atHead: true, verdict: { is: 'proved' } },
        { atHead: false, verdict: { is: 'proved' } },
      ])
      const [second, first] = told.editions
      expect(Date.parse(second.landedAt) - Date.parse(first.landedAt)).toBe(1_200_000)
      const { stdout } = await daypass(office.clone(), ['explain', 'marta-look'], office.environment)
      expect(stdout).toMatch(/proved by pull request #3/)
      expect(stdout).toMatch(/proved by pull request #1/)
      expect(stdout).toMatch(/\(not at the head any more\)/)
      expect(stdout).toMatch(/record .*Z ended in orders-stage: withdrawn/)
    }))

  it('says that GitHub could not be asked where it is not told how, and judges nothing', () =>
    inOffice(async (office) => {
      land(office, LOOK)
      const { code, stdout } = await daypass(office.clone(), ['explain', 'marta-look'])
      expect(code).toBe(0)
      expect(stdout).toMatch(/not known: GitHub could not be asked/)
      expect(stdout).toMatch(/The record was not read/)
      expect(stdout).not.toMatch(/proved by|refused:/)
    }))
})
