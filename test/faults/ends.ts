// A story that must end as if nothing had been, whatever befell one of its calls: as a test.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { readScenario } from '../support/scenario/read.ts'
import { hasten } from './haste.ts'
import { type Case, type Tried, tellUnder } from './story.ts'

const MOST = 3

async function tried(name: string, wants: (one: Case) => boolean): Promise<readonly Tried[]> {
  const all: Tried[] = []
  await tellUnder(readScenario(name), {
    wants: (one) => all.length < MOST && wants(one),
    tried: (one) => all.push(one),
    met: () => undefined,
    goesOn: () => all.length < MOST,
  })
  return all
}

export function ends(name: string, wants: (one: Case) => boolean): void {
  it(`${name} ends as if nothing had been`, { timeout: 180_000 }, async () => {
    const all = await tried(name, wants)
    expect(all.filter(({ wrong }) => wrong.length > 0).map((one) => [one.case.id, ...one.wrong])).toEqual([])
    expect(all.some(({ hit }) => hit)).toBe(true)
  })
}

/** In a file with such tests. */
export function hastened(): void {
  let slow: () => void = () => undefined
  beforeAll(() => {
    slow = hasten()
  })
  afterAll(() => slow())
}
