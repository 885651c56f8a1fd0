// Whether every story of test/scenarios goes as it is written down; test/README.md tells how to add one.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goldensOf, kept } from './support/scenario/goldens.ts'
import { readScenario, scenarioNames } from './support/scenario/read.ts'
import { openStage } from './support/scenario/stage.ts'
import { tell } from './support/scenario/story.ts'

/** Everything that a run leaves in the system's temporary folder. */
const folder = mkdtempSync(join(tmpdir(), 'daypass-scenarios-'))
const before = process.env['TMPDIR']
beforeAll(() => {
  process.env['TMPDIR'] = folder
})
afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

describe.concurrent('scenarios', () => {
  for (const name of scenarioNames()) {
    const scenario = readScenario(name)
    it(scenario.says, async () => {
      const stage = await openStage(scenario)
      try {
        await tell(stage)
        for (const golden of goldensOf(stage))
          expect(golden.text, `${name}/golden/${golden.name}`).toBe(kept(scenario.folder, golden))
      } finally {
        await stage.company.sandbox.close()
      }
    }, 300_000)
  }
})
