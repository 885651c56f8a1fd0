// How a run's story reaches whoever ran it: text or JSON on the command line, the job summary and outputs in Actions.

import { latenessOf, latenessText } from '../core/report/lateness.ts'
import type { Story } from '../core/report/story.ts'
import { storyOfRun } from '../core/report/story-of-run.ts'
import type { Run } from '../flow.ts'

export const storyOf = (run: Run, web: string | null): Story =>
  storyOfRun({
    plan: run.plan,
    verdicts: run.verdicts,
    outcomes: run.outcomes,
    alarms: [...run.alarms, ...run.reminders],
    findings: run.reading.findings,
    settings: run.reading.settings,
    standing: run.reading.standing,
    deciding: run.deciding,
    head: run.plan.head,
    web,
    granted: run.ledger?.granted ?? null,
    lateness: run.ledger === null ? null : latenessText(latenessOf(run.ledger, run.plan.now)),
  })
