// Whether every broken, hostile or mistaken file gets the finding it deserves, where it deserves it.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkRequest } from '../src/core/documents/check-request.ts'
import { readDocuments } from '../src/core/documents/documents.ts'
import { KINDS } from '../src/core/entitlements/index.ts'
import { FINDINGS, type Finding, severityOf } from '../src/core/model/finding.ts'
import type { SourceFile } from '../src/core/model/history.ts'
import { readInstant } from '../src/core/model/time.ts'
import { fileOf, fileOfBytes, filesOf } from './core/documents/files-of.ts'

const FOLDER = fileURLToPath(new URL('./invalid/', import.meta.url))
const EXAMPLE = filesOf(fileURLToPath(new URL('../config', import.meta.url)), 'config')
const MODES = ['iam-user', 'identity-center', 'okta-saml']
const NOW = readInstant('2026-12-01T12:00:00Z')

/** Lints have their own tests; what a change does to files is found by comparing two commits, not in one file. */
const FOUND_ELSEWHERE =
  /^(lint|change|request)-|^(okta-missing|group-from-okta|federation-idle|action-(idle|unknown)|resource-(unknown|unseen))$/

/** An account more than the example has. */
const LEAVING = '  - {name: old-shop, id: "222200001111", mode: iam-user, closing: true}\n'

interface Case {
  readonly name: string
  readonly expected: readonly string[]
  readonly path: string
  readonly file: SourceFile | null
}

/** `# expect <code> at <line>:<column>, …` and `# as <path> [mode <mode>] [padded to <bytes>] [absent]`. */
function readCase(name: string): Case {
  const bytes = readFileSync(`${FOLDER}${name}`)
  const head = name.endsWith('.bin')
    ? readFileSync(`${FOLDER}${name.replace(/\.bin$/, '.expect')}`, 'utf8')
    : bytes.toString()
  const [first = '', second = ''] = head.split('\n')
  const words = /^# as (\S+)(?: mode (\d+))?(?: padded to (\d+))?( absent)?$/.exec(second)
  if (!first.startsWith('# expect ') || words === null) throw new Error(`${name} does not say what it expects`)
  const [, path = '', mode = '100644', padded, absent] = words
  const at = `config/${path}`
  const padding = padded === undefined ? '' : `# ${'x'.repeat(Number(padded))}\n`
  const file = padded === undefined ? fileOfBytes(at, bytes, mode) : fileOf(at, bytes.toString() + padding, mode)
  return { name, expected: first.slice(9).split(', '), path: at, file: absent === undefined ? file : null }
}

const CASES = readdirSync(FOLDER)
  // What is well-formed but unwise is judged by core/approval/lint-corpus.test.ts.
  .filter((name) => /\.(yaml|bin)$/.test(name) && !name.startsWith('lint-'))
  .sort()
  .map(readCase)

function filesWith({ path, file }: Case): readonly SourceFile[] {
  const rest = EXAMPLE.filter((other) => other.path !== path).map((other) =>
    other.path === 'config/integrations/aws.yaml' ? fileOf(other.path, `${other.text}${LEAVING}`) : other,
  )
  return file === null ? rest : [...rest, file]
}

function judge(one: Case) {
  if (NOW.is !== 'instant') throw new Error('the test has no now')
  const { instant } = NOW
  const read = readDocuments(filesWith(one), 'config', KINDS, MODES)
  const request = read.requests.find(({ path }) => path === one.path)
  const { settings } = read
  const checked = request === undefined || settings === null ? [] : checkRequest(request, settings, instant)
  return { ...read, request, findings: [...read.findings, ...checked].filter(({ at }) => at.file === one.path) }
}

const written = (findings: readonly Finding[]): readonly string[] =>
  [...new Set(findings.map(({ code, at }) => `${code} at ${at.line}:${at.column}`))].sort()

/** What people read of each file: `BLESS=1` writes it anew, and whoever does so reads it. */
const SAID = `${FOLDER}said.txt`

const said = (name: string, findings: readonly Finding[]): string => {
  const texts = findings.map(
    ({ code, at, message, cure }) => `${code} at ${at.line}:${at.column}\n  ${message}\n  ${cure}\n`,
  )
  return [`# ${name}\n`, ...new Set(texts)].join('')
}

if (process.env['BLESS'] === '1')
  writeFileSync(SAID, CASES.map((one) => said(one.name, judge(one).findings)).join('\n'))

const blessed = readFileSync(SAID, 'utf8').split(/\n(?=# )/)

describe('a file that is broken, hostile or mistaken', () => {
  // One test for each file and not one for each question: the file is judged once, by a test that all of it concerns.
  it.each(CASES.map((one) => [one.name, one] as const))(
    '%s gets its findings, each at its place and in words that help, and grants nothing where it is wrong',
    (name, one) => {
      const { findings, request, requests, settings } = judge(one)
      expect(written(findings)).toEqual([...one.expected].sort())
      expect(blessed.find((text) => text.startsWith(`# ${name}\n`))).toBe(said(name, findings))
      for (const { message, cure } of findings) {
        expect(message).toMatch(/^\S.*[.!]$/su)
        expect(cure).toMatch(/^\S.*[.!]$/su)
      }
      const wrong = findings.filter((finding) => severityOf(finding) === 'error')
      if (one.path.includes('/requests/')) {
        expect(request === undefined || findings.length > 0).toBe(true)
        expect(settings).not.toBeNull()
        const others = requests.filter(({ path }) => path !== one.path)
        expect(others).toHaveLength(EXAMPLE.filter(({ path }) => path.includes('/requests/')).length)
      } else if (wrong.length > 0) expect(settings).toBeNull()
    },
  )

  it('is there for every finding that reading documents can make', () => {
    const seen = new Set(CASES.flatMap(({ expected }) => expected.map((text) => text.split(' ')[0])))
    const missing = Object.keys(FINDINGS).filter((code) => !FOUND_ELSEWHERE.test(code) && !seen.has(code))
    expect(missing).toEqual([])
  })

  it('is one of at least eighty', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(80)
  })
})
