// The Action's inventory: what there is in every account, read anew and kept on a branch of its own. It changes nothing else.

import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as core from '@actions/core'
import { partsFor, readPart, writePart } from '../../core/inventory/parts.ts'
import { type Answer, writeEdgeError } from '../../core/model/edge-error.ts'
import type { Settings } from '../../core/model/settings.ts'
import { instantOf } from '../../core/model/time.ts'
import { openAws } from '../../edges/aws/aws.ts'
import { dataBranches } from '../../edges/git/data.ts'
import { fetchDefaultBranch } from '../../edges/git/repository.ts'
import { EXIT } from '../exit.ts'
import type { Inputs } from '../inputs.ts'
import { mergeParts } from '../inventory/merging.ts'
import { placesOf, type RefreshAsked, refreshPart, refreshWhole } from '../inventory/refreshing.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'
import { settingsReader } from '../settings-reader.ts'
import { inWorkspace } from '../workspace.ts'

const STEP = 10

async function settingsOf(inputs: Inputs, folder: string): Promise<Answer<Settings | null>> {
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token }
  const repository = await fetchDefaultBranch(remote, 'HEAD', join(folder, 'repository.git'))
  if (repository.is === 'unknown') return repository
  return settingsReader(repository.value, inputs.directory)(repository.value.head)
}

function askedOf(inputs: Inputs, settings: Settings, folder: string): RefreshAsked | null {
  const { aws: integration } = settings
  if (integration === null) return null
  const { environment } = inputs
  const run = environment['GITHUB_RUN_ID'] ?? 'local'
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token }
  return {
    settings,
    branch: inputs.dataBranch,
    attempt: { run, attempt: Number(environment['GITHUB_RUN_ATTEMPT'] ?? '1') },
    region: integration.region,
    branches: dataBranches({ remote, directory: join(folder, 'data.git') }),
    aws: openAws({
      integration,
      installation: settings.installation,
      job: 'inventory',
      run,
      environment,
      setSecret: core.setSecret,
      pause: { sleep: (milliseconds) => sleep(milliseconds), random: () => randomInt(1_000_000) / 1_000_000 },
      ticks: () => performance.now(),
    }),
    runner: () => instantOf(Date.now() / 1000),
    progress: (done, all) => {
      if (done % STEP === 0 || done === all) process.stdout.write(`${done} of ${all} accounts\n`)
    },
  }
}

/** The matrix: one entry for each job that reads a share. */
function listParts(asked: RefreshAsked): JobEnd {
  const parts = partsFor(placesOf(asked.settings).length).map(writePart)
  return {
    exit: EXIT.done,
    story: null,
    markdown: '',
    json: `${JSON.stringify({ exit: EXIT.done, parts })}\n`,
    says: `The accounts are read in ${parts.length} parts.`,
    outputs: { parts: JSON.stringify(parts) },
  }
}

export const refreshInventory = (inputs: Inputs): Promise<JobEnd> =>
  inWorkspace(inputs.environment, async (folder): Promise<JobEnd> => {
    const settings = await settingsOf(inputs, folder)
    if (settings.is === 'unknown')
      return failedEnd(`The settings could not be read: ${writeEdgeError(settings.because)}`)
    if (settings.value === null)
      return failedEnd('The settings of the default branch are broken; daypass validate tells where.')
    const asked = askedOf(inputs, settings.value, folder)
    if (asked === null) return { ...failedEnd('The settings name no AWS accounts.'), exit: EXIT.findings }
    if (inputs.part === 'list') return listParts(asked)
    if (inputs.part === 'merge') return mergeParts(asked)
    const part = inputs.part === '' ? null : readPart(inputs.part)
    if (part === null && inputs.part !== '')
      return {
        ...failedEnd(
          `The input part is ${JSON.stringify(inputs.part)}; it must be list, 1/4, 2/4 …, merge, or nothing.`,
        ),
        exit: EXIT.findings,
      }
    return part === null ? refreshWhole(asked) : refreshPart(asked, part)
  })
