// Setup of every test run: whatever a test does with the sandbox is judged by the vendors' models as well.

import { afterAll, expect, vi } from 'vitest'
import { openDocket } from './judgement.ts'
import { specsAreHere } from './specs.ts'

const docket = openDocket()

vi.mock('../../src/sandbox/aws/index.ts', async (load) => {
  const module = await load<typeof import('../../src/sandbox/aws/index.ts')>()
  if (!specsAreHere) return module
  const { tapped } = await import('./tap.ts')
  return { ...module, awsPart: tapped(module.awsPart, docket) }
})

vi.mock('../../src/sandbox/github/index.ts', async (load) => {
  const module = await load<typeof import('../../src/sandbox/github/index.ts')>()
  if (!specsAreHere) return module
  const { tapped } = await import('./tap.ts')
  return { ...module, githubPart: tapped(module.githubPart, docket) }
})

vi.mock('../../src/sandbox/okta/index.ts', async (load) => {
  const module = await load<typeof import('../../src/sandbox/okta/index.ts')>()
  if (!specsAreHere) return module
  const { tapped } = await import('./tap.ts')
  return { ...module, oktaPart: tapped(module.oktaPart, docket) }
})

afterAll(() => {
  const { testPath = '' } = expect.getState()
  // Tests of the sandbox and of the contract ask amiss on purpose.
  const sender = /\/test\/(sandbox|contract)\//.test(testPath) ? 'a test' : 'daypass'
  expect(docket.faults(sender)).toEqual([])
})
