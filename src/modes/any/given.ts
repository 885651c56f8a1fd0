// What a call was given, read back while it is performed.

import type { Json } from '../../core/model/policy-document.ts'
import type { Call } from '../../core/plan/provisioner.ts'

/** A missing part is our own bug. */
export interface Given {
  text(name: string): string
  value(name: string): Json
}

export function givenTo(call: Call): Given {
  const value = (name: string): Json => {
    const found = call.with[name]
    if (found === undefined) throw new Error(`${call.op} was given no ${name}`)
    return found
  }
  const text = (name: string): string => {
    const found = value(name)
    if (typeof found !== 'string') throw new Error(`${call.op} was given no text as ${name}`)
    return found
  }
  return { text, value }
}
