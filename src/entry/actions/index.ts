// The table of what the Action can be told to do.

import type { Inputs } from '../inputs.ts'
import { type JobEnd, runJob } from '../run-job.ts'
import { closeRecord } from './close.ts'
import { answerComment } from './comment.ts'
import { askByForm } from './form.ts'
import { pressHold } from './hold.ts'
import { refreshInventory } from './inventory.ts'
import { actionJob } from './job.ts'
import { mergePulls } from './merge.ts'
import { planPulls } from './plan.ts'
import { tidyUp } from './tidy.ts'
import { verifyAccounts } from './verify.ts'

export const ACTIONS = {
  plan: planPulls,
  merge: mergePulls,
  apply: (inputs) => runJob(actionJob('apply', inputs)),
  expire: (inputs) => runJob(actionJob('expire', inputs)),
  close: closeRecord,
  hold: pressHold,
  form: askByForm,
  comment: answerComment,
  tidy: tidyUp,
  verify: verifyAccounts,
  inventory: refreshInventory,
} as const satisfies Readonly<Record<string, (inputs: Inputs) => Promise<JobEnd>>>

export type ActionName = keyof typeof ACTIONS

export const isAction = (word: string): word is ActionName => Object.hasOwn(ACTIONS, word)
