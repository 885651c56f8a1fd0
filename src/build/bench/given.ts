// One whole run in this process, after which nothing may be left to do or to tell.

import { type Ports, reconcile } from '../../flow.ts'

/** Throws what was not given; `what` says which run it was. */
export async function given(ports: Ports, what: string): Promise<void> {
  const run = await reconcile(ports)
  if (run.is === 'unknown') throw new Error(run.because.said)
  const undone = run.value.outcomes.filter((outcome) => outcome.is !== 'done')
  if (undone.length > 0 || run.value.plan.blocked.length > 0)
    throw new Error(
      `${what}: not all was given: ${JSON.stringify([undone[0], run.value.plan.blocked[0], run.value.alarms])}`,
    )
  const record = await ports.readLedger()
  if (record.is === 'unknown') throw new Error(record.because.said)
  await ports.remember([{ is: 'told', through: record.value.lines, untold: [] }])
}
