// Whether each mistaken rule in test/invalid/lint-*.yaml is told, with its code, at the right line and column.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lintSettings } from '../../../src/core/approval/lints.ts'
import { readDocuments } from '../../../src/core/documents/documents.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import type { SourceFile } from '../../../src/core/model/history.ts'
import { id } from '../../../src/core/model/id.ts'
import { writePlace } from '../../../src/core/model/place.ts'
import { knowledge } from './company.ts'

const FOLDER = join(import.meta.dirname, '../../invalid')

const file = (path: string, text: string): SourceFile => ({
  path,
  mode: '100644',
  blob: id<'blob'>('b'),
  bytes: Buffer.byteLength(text),
  text,
})

const BASE: readonly SourceFile[] = [
  file('config/daypass.yaml', 'version: 1\ninstallation: acme\nowners: {people: [nadia, ben, cleo]}\n'),
  file(
    'config/people.yaml',
    [
      'people:',
      '  nadia: {id: 1, login: nadia, email: nadia@example.com, groups: [owners]}',
      '  ben: {id: 2, login: ben, email: ben@example.com, manager: nadia}',
      '  cleo: {id: 3, login: cleo, email: cleo@example.com, manager: nadia}',
      '',
    ].join('\n'),
  ),
  file(
    'config/integrations/aws.yaml',
    [
      'partition: aws',
      'region: eu-west-1',
      'accounts:',
      '  - {name: orders-prod, id: "111122223333", mode: iam-user, ou: /prod, tags: {env: prod}}',
      '',
    ].join('\n'),
  ),
]

const corpus = readdirSync(FOLDER).filter((name) => /^lint-.*\.yaml$/.test(name))

it('has a file for every lint', () => {
  const codes = corpus.map((name) => /# expect (lint-[a-z-]+)/.exec(readFileSync(join(FOLDER, name), 'utf8'))?.[1])
  expect([...new Set(codes)].sort()).toEqual([
    'lint-auto-undercuts',
    'lint-break-glass-unreviewed',
    'lint-dead-rule',
    'lint-never-matches',
    'lint-no-approvers',
    'lint-self-grant',
    'lint-too-few-approvers',
  ])
})

for (const name of corpus)
  it(`${name} is told`, () => {
    const text = readFileSync(join(FOLDER, name), 'utf8')
    const [, code, place] = /^# expect (\S+) at (\d+:\d+)\n# as rules\/x\.yaml\n/.exec(text) ?? []
    const path = 'config/rules/x.yaml'
    const { settings, findings } = readDocuments([...BASE, file(path, text)], 'config', KINDS, ['iam-user'])
    expect(findings).toEqual([])
    if (settings === null) throw new Error('no settings')
    expect(lintSettings(settings, knowledge).map((found) => `${found.code} ${writePlace(found.at)}`)).toEqual([
      `${code} ${path}:${place}`,
    ])
  })
