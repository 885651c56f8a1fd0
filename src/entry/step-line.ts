// One line of progress for one step that was performed.

import type { Step, StepOutcome } from '../core/plan/provisioner.ts'
import { terminal } from '../core/report/escape.ts'
import { DOES } from '../core/report/words.ts'

export function stepLine(outcome: StepOutcome, step: Step): string {
  const what = `${DOES[step.do]}: ${step.says}`
  const line =
    outcome.is === 'failed'
      ? `FAILED ${what}: ${outcome.error.said}`
      : outcome.is === 'skipped'
        ? `left for later: ${what}`
        : `done   ${what}`
  return terminal(line, 1000)
}
