// Modes for looking ahead: made without credentials, and never asked to look or to perform.

import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Settings } from '../core/model/settings.ts'
import type { Mode } from '../core/plan/mode.ts'
import type { Knowledge } from '../core/policy/knowledge.ts'
import { openAws } from '../edges/aws/aws.ts'
import { modesOf } from '../modes/index.ts'

export function foreseeingModes(settings: Settings, knowledge: Knowledge): readonly Mode[] {
  if (settings.aws === null) return []
  const aws = openAws({
    integration: settings.aws,
    installation: settings.installation,
    job: 'apply',
    run: 'preview',
    environment: {},
    setSecret: () => undefined,
    pause: { sleep: (milliseconds) => sleep(milliseconds), random: () => randomInt(1_000_000) / 1_000_000 },
    ticks: () => 0,
  })
  return modesOf({ settings, knowledge, edges: { aws } })
}
