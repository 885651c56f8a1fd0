// Modes for looking ahead: made without credentials, and never asked to look or to perform.

import type { Settings } from '../core/model/settings.ts'
import type { Mode } from '../core/plan/mode.ts'
import type { Knowledge } from '../core/policy/knowledge.ts'
import { modesOf } from '../modes/index.ts'
import { openClouds } from './clouds.ts'

const nothing = (): undefined => undefined

export function foreseeingModes(settings: Settings, knowledge: Knowledge): readonly Mode[] {
  const clouds = openClouds({
    job: 'apply',
    run: 'preview',
    environment: {},
    setSecret: nothing,
    stage: nothing,
    ticks: () => 0,
  })
  return modesOf({ settings, knowledge, edges: clouds.open(settings) })
}
