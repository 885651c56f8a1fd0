// How the benchmark runs another program: its output, its time on the wall, and its time on the processor.

import { spawn } from 'node:child_process'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** Seconds. */
  readonly wall: number
}

export interface Running {
  readonly directory: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Node with these parameters; quiet about experimental features. */
export function node(parameters: readonly string[], { directory, environment = {} }: Running): Promise<Ran> {
  const started = performance.now()
  const child = spawn(process.execPath, ['--no-warnings', ...parameters], {
    cwd: directory,
    env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', CI: 'true', ...environment },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) =>
      resolve({ code: status ?? 137, stdout, stderr, wall: (performance.now() - started) / 1000 }),
    )
  })
}
