// What git's packet lines say: length-prefixed lines until a flush (gitprotocol-common).

/** One packet line: four hexadecimal digits of its whole length, then the text. */
export const packet = (text: string): string => `${(Buffer.byteLength(text) + 4).toString(16).padStart(4, '0')}${text}`

/** The lines up to the first flush or to where it stops looking like packets, without their line ends. */
export function packetsOf(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes)
  const packets: string[] = []
  for (let at = 0; at + 4 <= buffer.length; ) {
    const digits = buffer.toString('latin1', at, at + 4)
    const length = /^[0-9a-f]{4}$/.test(digits) ? Number.parseInt(digits, 16) : 0
    if (length === 0) return packets
    if (length > 4) packets.push(buffer.toString('utf8', at + 4, at + length).replace(/\n$/, ''))
    at += Math.max(length, 4)
  }
  return packets
}
