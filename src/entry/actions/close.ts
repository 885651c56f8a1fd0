// The Action's close: the last job of a workflow, without cloud credentials, ends the record of a run that died.

import { join } from 'node:path'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { instantOf } from '../../core/model/time.ts'
import { closingOf } from '../../core/report/closing.ts'
import { gitLedger } from '../../edges/git/ledger.ts'
import { EXIT } from '../exit.ts'
import type { Inputs } from '../inputs.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'
import { inWorkspace } from '../workspace.ts'

const said = (exit: JobEnd['exit'], says: string): JobEnd => ({
  exit,
  story: null,
  markdown: `${says}\n`,
  json: `${JSON.stringify({ exit, says })}\n`,
  says,
})

/** `GITHUB_RUN_ID` is the same for every attempt of a run: a later attempt that is at work has this job still before it. */
export const closeRecord = (inputs: Inputs): Promise<JobEnd> =>
  inWorkspace(inputs.environment, async (folder) => {
    const run = inputs.environment['GITHUB_RUN_ID'] ?? ''
    if (run === '') return failedEnd('GITHUB_RUN_ID is not set, so it is not known which run has ended.')
    const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token }
    const ledger = gitLedger({ remote, branch: inputs.ledgerBranch, directory: join(folder, 'ledger.git') })
    const read = await ledger.read()
    if (read.is === 'unknown') return failedEnd(`The record could not be read: ${writeEdgeError(read.because)}`)
    const closing = closingOf(read.value.lines, run)
    if (closing === null) return said(EXIT.done, `Run ${run} has left nothing open in the record.`)
    const written = await ledger.append([closing], instantOf(Date.now() / 1000), run)
    return written.is === 'unknown'
      ? failedEnd(`The record could not be closed: ${writeEdgeError(written.because)}`)
      : said(
          EXIT.done,
          `Run ${run} died and left the record open; it is closed now. The next run goes on where it stopped.`,
        )
  })
