// The Action's verify: the settings of the default branch against what stands in AWS. It changes nothing.

import { join } from 'node:path'
import * as core from '@actions/core'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { PLAIN } from '../../core/report/palette.ts'
import { fetchDefaultBranch } from '../../edges/git/repository.ts'
import { summaryOf, verifyMarkdown, verifyText } from '../../install/verify/text.ts'
import { EXIT } from '../exit.ts'
import type { Inputs } from '../inputs.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'
import { settingsReader } from '../settings-reader.ts'
import { exitOfVerified, verifying } from '../verifying.ts'
import { inWorkspace } from '../workspace.ts'

const STEP = 10

export const verifyAccounts = (inputs: Inputs): Promise<JobEnd> =>
  inWorkspace(inputs.environment, async (folder): Promise<JobEnd> => {
    const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token }
    const repository = await fetchDefaultBranch(remote, 'HEAD', join(folder, 'repository.git'))
    if (repository.is === 'unknown')
      return failedEnd(`The repository could not be read: ${writeEdgeError(repository.because)}`)
    const settings = await settingsReader(repository.value, inputs.directory)(repository.value.head)
    if (settings.is === 'unknown')
      return failedEnd(`The settings could not be read: ${writeEdgeError(settings.because)}`)
    if (settings.value === null)
      return failedEnd('The settings of the default branch are broken; daypass validate tells where.')
    const end = await verifying({
      settings: settings.value,
      job: inputs.verifyAs,
      accounts: '',
      through: null,
      environment: inputs.environment,
      setSecret: core.setSecret,
      progress: (done, all) => {
        if (done > 0 && (done % STEP === 0 || done === all)) process.stdout.write(`${done} of ${all} accounts\n`)
      },
    })
    if (end.is === 'not') return { ...failedEnd(end.says), exit: EXIT.findings }
    const exit = exitOfVerified(end.all)
    process.stdout.write(`${verifyText(end.all, PLAIN, 'what is not well')}\n`)
    return {
      exit,
      story: null,
      markdown: verifyMarkdown(end.all),
      json: `${JSON.stringify({ exit, accounts: end.all })}\n`,
      says: summaryOf(end.all),
    }
  })
