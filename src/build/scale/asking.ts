// What people ask for in the scale report: each request one item in five accounts.

import { accountAt, accountIdAt, personAt, type Size } from '../bench/company.ts'

/** Accounts that one request names. */
export const EACH = 5

export interface Wanted {
  /** Handle. */
  readonly person: string
  readonly path: string
  readonly text: string
  /** What the person may do when all is given, and may not before or after. */
  readonly accounts: readonly string[]
  readonly action: string
  readonly resource: string
}

export interface Asking {
  readonly size: Size
  readonly grants: number
}

/** Accounts in blocks of five; within a block nobody asks twice until three hundred have asked. */
export function wantedOf({ size, grants }: Asking): readonly Wanted[] {
  const blocks = Math.floor(size.accounts / EACH)
  return Array.from({ length: Math.ceil(grants / EACH) }, (_, at): Wanted => {
    const [block, turn] = [at % blocks, Math.floor(at / blocks)]
    const person = personAt((7 * block + 201 * turn) % size.people)
    const accounts = Array.from({ length: EACH }, (_, one) => block * EACH + one)
    const resource = `arn:aws:s3:::scale-${at}/*`
    return {
      person,
      path: `config/requests/2026/${String((at % 12) + 1).padStart(2, '0')}/scale-${String(at).padStart(5, '0')}.yaml`,
      text: `for: ${person}
reason: Something is stuck and must be looked into
duration: 8h
access:
  - account: [${accounts.map(accountAt).join(', ')}]
    actions: ["s3:GetObject"]
    on: ["${resource}"]
`,
      accounts: accounts.map(accountIdAt),
      action: 's3:GetObject',
      resource: `arn:aws:s3:::scale-${at}/file`,
    }
  })
}
