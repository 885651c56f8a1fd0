// The plainest story there is, to be changed in one part at a time, and the colours of a terminal.

import { id } from '../../../src/core/model/id.ts'
import type { Step, StepOutcome } from '../../../src/core/plan/provisioner.ts'
import type { ItemStory, Missing, RequestStory, Story } from '../../../src/core/report/story.ts'
import { ready, waiting } from './stories.ts'

const [request] = ready.requests
const [item] = request?.items ?? []
const [step] = ready.steps
const [[way] = []] = waiting.requests[0]?.decision.is === 'waiting' ? waiting.requests[0].decision.missing : []
if (request === undefined || item === undefined || step === undefined || way === undefined)
  throw new Error('the stories have changed')

export const ITEM: ItemStory = { ...item, bundle: null }
export const WAY: Missing = way
export const STEP: Step = step

/** Nothing but who, when and where. */
export const REQUEST: RequestStory = { ...request, items: [], reason: null, ticket: null, reach: [] }

export const QUIET: Story = {
  ...ready,
  headline: { tone: 'quiet', says: 'Nothing to do' },
  requests: [],
  steps: [],
  outcomes: [],
  live: [],
}

export const failed = (of: Step, said: string): StepOutcome => ({
  step: of.id,
  is: 'failed',
  call: 0,
  error: { kind: 'denied', call: 'iam:AttachUserPolicy in 111122223333', said },
})

/** Steps that each do something else: the second takes, the third shrinks. */
export const TAKE: Step = { ...STEP, id: id('take'), do: 'revoke', effect: 'takes', because: 'held', says: 'the badge' }
export const SHRINK: Step = {
  ...STEP,
  id: id('shrink'),
  do: 'adjust',
  effect: 'takes',
  because: 'drift',
  says: 'a set',
}

const painted = (number: string) => (line: string) => `\u001b[${number}m${line}\u001b[0m`
export const red = painted('1;31')
export const yellow = painted('33')
export const green = painted('32')
export const bold = painted('1')
export const faint = painted('2')

/** So many names: a1, a2, … */
export const names = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `a${at + 1}`)
