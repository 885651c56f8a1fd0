// Whether any file that landed is asked for once more or refused, and never ends the run that looks at it.

import { describe, expect, it } from 'vitest'
import { compileExtension } from '../../../src/core/documents/extension.ts'

describe('a file that landed and was never a request', () => {
  it.each([
    ['for: marta\naccess: [~]\n'],
    ['for: marta\naccess: [{account: prod, bundle: x}, null]\n'],
    ['for: marta\naccess: [[]]\n'],
    ['~\n'],
  ])('is refused: %j', (text) => {
    expect(compileExtension(text, 'before', '3h', 77)).toEqual({ is: 'wrong', says: ['its file cannot be read'] })
  })
})
