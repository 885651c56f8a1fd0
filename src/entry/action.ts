// Where the Action begins: inputs → command → summary, annotations, outputs, exit code.

import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import { annotationLines } from '../core/report/annotations.ts'
import { terminal } from '../core/report/escape.ts'
import { ACTIONS, isAction } from './actions/index.ts'
import { EXIT, type Exit } from './exit.ts'
import { readInputs } from './inputs.ts'
import type { JobEnd } from './run-job.ts'

async function tell(end: JobEnd): Promise<void> {
  const folder = await mkdtemp(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'daypass-report-'))
  const [report, json] = [join(folder, 'report.md'), join(folder, 'report.json')]
  await Promise.all([writeFile(report, end.markdown), writeFile(json, end.json)])
  core.setOutput('exit', end.exit)
  core.setOutput('report', report)
  core.setOutput('json', json)
  for (const [name, value] of Object.entries(end.outputs ?? {})) core.setOutput(name, value)
  for (const line of annotationLines(end.story?.findings ?? [])) process.stdout.write(`${line}\n`)
  process.stdout.write(`${terminal(end.says, 1000)}\n`)
  if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') !== '') await core.summary.addRaw(end.markdown, true).write()
}

async function main(): Promise<Exit> {
  const inputs = readInputs((name) => core.getInput(name), process.env)
  if (inputs.is === 'wrong') {
    core.error(inputs.says)
    return EXIT.findings
  }
  const { command } = inputs.inputs
  if (!isAction(command)) {
    core.error(`The input command is ${JSON.stringify(command)}; it must be one of ${Object.keys(ACTIONS).join(', ')}.`)
    return EXIT.findings
  }
  if (inputs.inputs.token !== null) core.setSecret(inputs.inputs.token)
  const end = await ACTIONS[command](inputs.inputs)
  await tell(end)
  return end.exit
}

try {
  process.exitCode = await main()
} catch (error) {
  core.error(error instanceof Error ? error.message : String(error))
  // What others wrote may stand in it, and a runner takes lines of the log for commands.
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const lines = stack.split('\n').map((line) => `    ${terminal(line, 500)}`)
  process.stderr.write(`This is a bug of Daypass, please report it:\n${lines.join('\n')}\n`)
  process.exitCode = EXIT.bug
}
