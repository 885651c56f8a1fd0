// Whether paths are told apart: requests, holds, settings, and what is none of them.

import { describe, expect, it } from 'vitest'
import {
  documentAt,
  isHoldsPath,
  isRequestPath,
  isSettingsPath,
  requestIdOf,
} from '../../../src/core/documents/paths.ts'

const PATHS: readonly (readonly [string, 'request' | 'holds' | 'settings' | 'none', ReturnType<typeof documentAt>])[] =
  [
    ['config/requests/a.yaml', 'request', 'request'],
    ['config/requests/2026/12/marta-queue.yaml', 'request', 'request'],
    ['config/requests/A.yaml', 'none', 'other'],
    ['config/requests/a.yml', 'none', 'other'],
    ['config/requests/a.yaml/b', 'none', 'other'],
    ['config/requests//a.yaml', 'none', 'other'],
    ['config/requests/a\n.yaml', 'none', 'other'],
    [`config/requests/${'a'.repeat(64)}.yaml`, 'request', 'request'],
    [`config/requests/${'a'.repeat(65)}.yaml`, 'none', 'other'],
    ['config/requests/README.md', 'none', 'readme'],
    ['config/holds.yaml', 'holds', 'holds'],
    ['config/more/holds.yaml', 'settings', 'other'],
    ['config/daypass.yaml', 'settings', 'daypass'],
    ['config/rules/a.yaml', 'settings', 'rules'],
    ['config/rules/a/b.yaml', 'settings', 'other'],
    ['config/integrations/aws.yaml', 'settings', 'aws'],
    ['config/README.md', 'settings', 'readme'],
    ['config/constructor', 'settings', 'other'],
    ['configuration/daypass.yaml', 'none', null],
    ['daypass.yaml', 'none', null],
  ]

describe('a path under the directory', () => {
  it.each(PATHS)('%j stands for: %s', (path, group, document) => {
    expect(isRequestPath(path, 'config')).toBe(group === 'request')
    expect(isHoldsPath(path, 'config')).toBe(group === 'holds')
    expect(isSettingsPath(path, 'config')).toBe(group === 'settings')
    expect(documentAt(path, 'config')).toBe(document)
  })

  it('gives a request its id', () => {
    expect(requestIdOf('config/requests/2026/marta-queue.yaml')).toBe('marta-queue')
  })
})
