// A small process that starts git for a large one: forking copies the page tables of whoever forks. Run by starting.ts.

import { spawn } from 'node:child_process'
import { createServer, type Socket } from 'node:net'
import { argv, stdin } from 'node:process'
import { type Asked, frame, frames } from './starter-frames.ts'

function start(socket: Socket, { command, parameters, env, detached }: Asked, input: Buffer): void {
  const child = spawn(command, parameters, { env, detached, stdio: 'pipe', windowsHide: true })
  const tell = (...told: Parameters<typeof frame>): void => void (socket.writable && socket.write(frame(...told)))
  tell('pid', String(child.pid ?? ''))
  child.stdout.on('data', (chunk: Buffer) => tell('stdout', chunk))
  child.stderr.on('data', (chunk: Buffer) => tell('stderr', chunk))
  child.on('error', ({ message }) => socket.end(frame('error', message)))
  child.on('close', (code) => socket.end(frame('close', String(code ?? ''))))
  // Whoever asked for it may be gone, and git may end before it has read everything.
  socket.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
}

createServer((socket) => {
  let asked: Asked | null = null
  frames(socket, (kind, bytes) => {
    if (kind === 'asked') asked = JSON.parse(bytes.toString())
    if (kind === 'input' && asked !== null) start(socket, asked, bytes)
  })
}).listen(argv[2], () => process.stdout.write('ready\n'))

// It ends with the process that started it.
stdin.on('end', () => process.exit()).resume()
