// What starting.ts and starter.ts say to each other: pieces with a kind and a length.

import type { Readable } from 'node:stream'

export interface Asked {
  readonly command: string
  readonly parameters: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly detached: boolean
}

const KINDS = ['asked', 'input', 'pid', 'stdout', 'stderr', 'error', 'close'] as const
export type Kind = (typeof KINDS)[number]

/** A byte for the kind, four for the length. */
const HEAD = 5

export function frame(kind: Kind, content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content)
  const head = Buffer.alloc(HEAD)
  head.writeUInt8(KINDS.indexOf(kind))
  head.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

/** Tells every piece that comes, whole. */
export function frames(from: Readable, tell: (kind: Kind, bytes: Buffer) => void): void {
  let rest = Buffer.alloc(0)
  from.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      if (rest.length < HEAD || rest.length < HEAD + rest.readUInt32BE(1)) return
      const [kind, end] = [KINDS[rest.readUInt8()], HEAD + rest.readUInt32BE(1)]
      const bytes = rest.subarray(HEAD, end)
      rest = rest.subarray(end)
      if (kind !== undefined) tell(kind, bytes)
    }
  })
}
