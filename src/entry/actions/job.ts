// How the Action's inputs become a job: the default branch fetched from GitHub, every step a line in the log.

import * as core from '@actions/core'
import { terminal } from '../../core/report/escape.ts'
import type { Inputs } from '../inputs.ts'
import type { Job } from '../run-job.ts'
import { stepLine } from '../step-line.ts'

/** Always the default branch's head, whatever event or ref started the run: those are hints from outside. */
export function actionJob(job: 'apply' | 'expire', inputs: Inputs): Job {
  const workspace = inputs.environment['GITHUB_WORKSPACE'] ?? ''
  return {
    job,
    environment: inputs.environment,
    directory: inputs.directory,
    source: {
      is: 'remote',
      remote: { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token },
      what: 'HEAD',
      // Taking goes on while GitHub is down, from what an earlier step checked out; giving never does.
      ...(job === 'expire' && workspace !== '' ? { otherwise: workspace } : {}),
    },
    token: inputs.token,
    start: inputs.start,
    ledgerBranch: inputs.ledgerBranch,
    budget: inputs.budget,
    setSecret: core.setSecret,
    told: (outcome, step) => process.stdout.write(`${stepLine(outcome, step)}\n`),
    stage: (says) => process.stdout.write(`${terminal(says)}\n`),
    web: `${inputs.serverUrl}/${inputs.repository}`,
  }
}
