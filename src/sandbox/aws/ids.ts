// How unique ids and credentials come about: from what they are for, so that the same story makes the same ids.

import { createHash } from 'node:crypto'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** So many letters and digits (base 32), always the same for the same seed. */
export const lettersOf = (seed: string, length: number): string =>
  [...createHash('sha512').update(seed).digest()]
    .slice(0, length)
    .map((byte) => letters[byte % letters.length] ?? 'A')
    .join('')

/** An IAM unique id: 4 letters that tell the kind, then 17 more. */
export const uniqueId = (prefix: string, seed: string): string => prefix + lettersOf(`${prefix}/${seed}`, 17)

export const accessKeyId = (prefix: 'AKIA' | 'ASIA', seed: string): string =>
  prefix + lettersOf(`${prefix}/${seed}`, 16)

export const secretOf = (seed: string): string =>
  createHash('sha256').update(`secret/${seed}`).digest('base64').slice(0, 40)

export const tokenOf = (seed: string): string => createHash('sha512').update(`token/${seed}`).digest('base64')
