// How hundreds of thousands of gits are started without copying the page tables of a process of 200 MB for each.

import { type ChildProcessWithoutNullStreams, type SpawnOptions, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { connect } from 'node:net'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { type Asked, frame, frames } from './starter-frames.ts'

/** As much of a child process as whoever starts git asks of it. */
class Elsewhere extends EventEmitter {
  readonly stdout = new PassThrough()
  readonly stderr = new PassThrough()
  readonly stdin: Writable
  pid: number | undefined
  #unwanted: NodeJS.Signals | null = null

  constructor(place: string, asked: Asked) {
    super()
    const socket = connect(place)
    const input: Buffer[] = []
    this.stdin = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        input.push(chunk)
        done()
      },
      final: (done) => {
        socket.write(Buffer.concat([frame('asked', JSON.stringify(asked)), frame('input', Buffer.concat(input))]))
        done()
      },
    })
    frames(socket, (kind, bytes) => {
      if (kind === 'pid') this.#born(Number(bytes.toString()))
      if (kind === 'stdout') this.stdout.write(bytes)
      if (kind === 'stderr') this.stderr.write(bytes)
      if (kind === 'error') this.#failed(new Error(bytes.toString()))
      if (kind === 'close') this.#over(bytes.toString())
    })
    socket.on('error', (error) => this.#failed(error))
  }

  #born(pid: number): void {
    this.pid = pid === 0 ? undefined : pid
    if (this.#unwanted !== null) this.kill(this.#unwanted)
  }

  #failed(error: Error): void {
    this.stdout.end()
    this.stderr.end()
    this.emit('error', error)
  }

  #over(code: string): void {
    this.stdout.end()
    this.stderr.end()
    this.emit('close', code === '' ? null : Number(code))
  }

  kill(signal: NodeJS.Signals = 'SIGTERM'): boolean {
    this.#unwanted = signal
    return this.pid !== undefined && process.kill(this.pid, signal)
  }
}

interface Processes {
  spawn: (command: string, parameters: readonly string[], options: SpawnOptions) => ChildProcessWithoutNullStreams
}

/**
 * From now on whoever spawns git has it started by a process of its own; `folder` is where the two meet. Answers what puts
 * it back.
 */
export async function startElsewhere(folder: string): Promise<() => void> {
  const place = join(folder, 'starter')
  const starter = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'starter.ts'), place], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(starter.stdout, 'data')
  const processes: Processes = createRequire(import.meta.url)('node:child_process')
  const here = processes.spawn
  processes.spawn = (command, parameters, options) => {
    if (command !== 'git') return here(command, parameters, options)
    const { env = {}, detached = false } = options
    const child: unknown = new Elsewhere(place, { command, parameters, env, detached })
    return child as ChildProcessWithoutNullStreams
  }
  syncBuiltinESMExports()
  return () => {
    processes.spawn = here
    syncBuiltinESMExports()
    starter.stdin.end()
  }
}
