// How Stryker runs our tests: loaded once by plain Node, then run again for each mutant in the same process.

// Its runner for vitest starts a worker and loads every module anew for each mutant, which takes a hundred times as long.
// That is right for mutants that are made while a module loads; those are left out (`ignoreStatic`), so that it is not needed.

import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { INSTRUMENTER_CONSTANTS, type Mutant } from '@stryker-mutator/api/core'
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import type { Reporter } from '@stryker-mutator/api/report'
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import {
  collectTests,
  getFn,
  getHooks,
  type Suite,
  type Task,
  type Test,
  type VitestRunnerConfig,
} from '@vitest/runner'
import { Ajv2020 } from 'ajv/dist/2020.js'

/** What Stryker's instrumented code reads and writes. */
interface Switch {
  activeMutant: string | undefined
  currentTestId: string | undefined
  hitCount: number | undefined
  hitLimit: number | undefined
  mutantCoverage?: NonNullable<Extract<DryRunResult, { status: DryRunStatus.Complete }>['mutantCoverage']>
}

const SETUP = ['test/support/seeds.ts', 'test/mutation/few-cases.ts']

/** They measure time, and code that asks at every step which mutant is on takes several times as long. */
const TIMED = [
  'take at most quadratic time on hostile patterns',
  'that would run away elsewhere ends at once',
  'is not slow on a file full of keys',
]

/** Compiling the schemas takes longer than all tests of a mutant; only mutants of the code that does it can change what comes of it. */
const COMPILES = 'src/core/documents/validator.ts'

/** So many lines apart, mutants are noticed by other tests as likely as not. */
const CLOSE = 8

let turn = 0
let lasting = true

/** What our code remembers by object must not outlive the mutant that it was computed under. */
class Forgetting<K extends WeakKey, V> extends globalThis.WeakMap<K, V> {
  #turn = turn
  #held = new Native<K, V>()
  readonly #compiled = new Native<K, V>()

  #now(): WeakMap<K, V> {
    if (this.#turn !== turn) {
      this.#turn = turn
      this.#held = new Native<K, V>()
    }
    return this.#held
  }
  override get(key: K): V | undefined {
    return this.#now().get(key) ?? (lasting ? this.#compiled.get(key) : undefined)
  }
  override set(key: K, value: V): this {
    const store = lasting && value instanceof Ajv2020 ? this.#compiled : this.#now()
    store.set(key, value)
    return this
  }
  override has(key: K): boolean {
    return this.get(key) !== undefined
  }
  override delete(key: K): boolean {
    return this.#now().delete(key)
  }
}
const Native = globalThis.WeakMap

/** Properties make up new ones all the time. */
const MOST_TEXTS = 5_000

/** Most of the time of a test that reads files goes to the parser, which no mutant changes: it is asked once for each text. */
function parseOnce(): void {
  // CommonJS, whose names our code takes over when it is loaded.
  const yaml: { parseDocument: (text: string, options?: object) => unknown } = createRequire(import.meta.url)('yaml')
  const parse = yaml.parseDocument
  const parsed = new Native<object, Map<string, unknown>>()
  yaml.parseDocument = (text, options) => {
    // Who changes what was parsed makes options of its own each time, and so gets a document of its own.
    if (options === undefined) return parse(text)
    const known = parsed.get(options) ?? new Map<string, unknown>()
    parsed.set(options, known)
    const document = known.get(text) ?? parse(text, options)
    if (known.size < MOST_TEXTS) known.set(text, document)
    return document
  }
}

const VITEST: VitestRunnerConfig = {
  root: process.cwd(),
  setupFiles: [],
  passWithNoTests: false,
  sequence: { shuffle: false, concurrent: false, seed: 0, hooks: 'stack', setupFiles: 'list' },
  name: undefined,
  chaiConfig: undefined,
  testNamePattern: undefined,
  allowOnly: false,
  tagsFilter: undefined,
  maxConcurrency: 1,
  testTimeout: 20_000,
  hookTimeout: 20_000,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  strictTags: false,
}

const suitesOf = (test: Test): readonly Suite[] => {
  const found: Suite[] = [test.file]
  for (let suite = test.suite; suite !== undefined; suite = suite.suite) found.push(suite)
  return [...new Set(found)]
}

function testsIn(task: Task): readonly Test[] {
  if (task.type === 'test') return task.mode === 'run' || task.mode === 'queued' ? [task] : []
  const { beforeAll, afterAll, beforeEach } = getHooks(task)
  if (beforeAll.length + afterAll.length + beforeEach.length > 0)
    throw new Error(
      `${task.file.filepath} prepares something before its tests: say how that is done again for each mutant`,
    )
  return task.tasks.flatMap(testsIn)
}

/** Throws what the test throws. */
async function run(test: Test): Promise<void> {
  const body: unknown = getFn(test)
  if (typeof body !== 'function') throw new Error(`${test.name} has no body`)
  try {
    await body()
  } finally {
    for (const suite of suitesOf(test))
      for (const hook of getHooks(suite).afterEach) await Reflect.apply(hook, undefined, [test.context, suite])
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

class InProcess implements TestRunner {
  readonly #switch: Switch
  readonly #tests = new Map<string, Test>()
  readonly #read = new Set<string>()
  /** What each test took last. */
  readonly #took = new Map<string, number>()
  /** By file and test: the lines of the mutants that the test noticed. */
  readonly #noticed = new Map<string, Map<string, readonly number[]>>()
  #spoiled = false

  constructor(namespace: string) {
    const all: Record<string, Switch> = Object(globalThis)
    all[namespace] ??= { activeMutant: undefined, currentTestId: undefined, hitCount: undefined, hitLimit: undefined }
    this.#switch = all[namespace]
  }

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: false }
  }

  async init(): Promise<void> {
    // First, so that its own maps forget nothing.
    await import('vitest')
    globalThis.WeakMap = Forgetting
    parseOnce()
    for (const file of SETUP) await import(pathToFileURL(join(process.cwd(), file)).href)
  }

  async dryRun({ testFiles = [] }: DryRunOptions): Promise<DryRunResult> {
    for (const file of [...testFiles].sort()) await this.#collect(relative(process.cwd(), file))
    const tests: TestResult[] = []
    for (const [id, test] of this.#tests) tests.push(await this.#try(id, test))
    this.#switch.currentTestId = undefined
    const { mutantCoverage } = this.#switch
    // Test files are always read without a mutant. What ran then and in a test, too, needs no process of its own for each mutant.
    for (const hits of Object.values(mutantCoverage?.perTest ?? {}))
      for (const mutant of Object.keys(hits)) delete mutantCoverage?.static[mutant]
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage === undefined ? {} : { mutantCoverage }) }
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    // Stryker starts another process in the place of one that ended, and tries again.
    if (this.#spoiled) process.exit(1)
    if (testFilter === undefined)
      throw new Error('mutants are tried by the tests that reach them: coverageAnalysis is perTest')
    for (const id of testFilter) await this.#collect(id.slice(0, id.indexOf('\n')))
    turn += 1
    lasting = !activeMutant.fileName.endsWith(COMPILES)
    Object.assign(this.#switch, {
      activeMutant: activeMutant.id,
      hitCount: hitLimit === undefined ? undefined : 0,
      hitLimit,
    })
    const tests: TestResult[] = []
    for (const id of this.#inOrder(testFilter, activeMutant)) {
      const test = this.#tests.get(id)
      if (test === undefined) throw new Error(`no test is called ${id}`)
      const result = await this.#try(id, test)
      tests.push(result)
      if (result.status === TestStatus.Failed) break
    }
    const stopped = determineHitLimitReached(this.#switch.hitCount, hitLimit)
    Object.assign(this.#switch, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined })
    turn += 1
    lasting = true
    const last = tests.at(-1)
    if (last?.status === TestStatus.Failed) {
      this.#remember(last.id, activeMutant)
      await this.#stillPasses(last.id)
    }
    return toMutantRunResult(stopped ?? { status: DryRunStatus.Complete, tests })
  }

  /** Those that noticed a mutant close by, the nearest first; then the quickest. */
  #inOrder(ids: readonly string[], { fileName, location }: Mutant): readonly string[] {
    const noticed = this.#noticed.get(fileName)
    const ranked = ids.map((id) => {
      const lines = noticed?.get(id) ?? []
      const far = Math.min(...lines.map((line) => Math.abs(line - location.start.line)))
      return { id, far: far > CLOSE ? CLOSE + 1 : far, took: this.#took.get(id) ?? 0 }
    })
    return ranked.sort((a, b) => a.far - b.far || a.took - b.took).map(({ id }) => id)
  }

  #remember(id: string, { fileName, location }: Mutant): void {
    const noticed = this.#noticed.get(fileName) ?? new Map<string, readonly number[]>()
    noticed.set(id, [...(noticed.get(id) ?? []), location.start.line])
    this.#noticed.set(fileName, noticed)
  }

  /** A mutant that left something behind would have the next ones counted as noticed. */
  async #stillPasses(id: string): Promise<void> {
    const test = this.#tests.get(id)
    if (test !== undefined && (await this.#try(id, test)).status === TestStatus.Failed) this.#spoiled = true
  }

  async #try(id: string, test: Test): Promise<TestResult> {
    this.#switch.currentTestId = id
    const start = performance.now()
    const known = { id, name: id.slice(id.indexOf('\n') + 1), fileName: test.file.filepath }
    try {
      await run(test)
      const timeSpentMs = performance.now() - start
      this.#took.set(id, timeSpentMs)
      return { ...known, status: TestStatus.Success, timeSpentMs }
    } catch (error) {
      const timeSpentMs = performance.now() - start
      return { ...known, status: TestStatus.Failed, failureMessage: messageOf(error), timeSpentMs }
    }
  }

  /** Ids begin with the file, so that another process can read what it needs. */
  async #collect(file: string): Promise<void> {
    if (this.#read.has(file)) return
    this.#read.add(file)
    this.#switch.currentTestId = undefined
    const path = join(process.cwd(), file)
    const [found] = await collectTests([path], {
      config: VITEST,
      importFile: (source: string) => import(pathToFileURL(source).href),
    })
    const error = found?.result?.errors?.[0]
    if (found === undefined || error !== undefined)
      throw new Error(`${file} cannot be read: ${error?.message ?? 'no file'}`)
    for (const test of testsIn(found).filter(({ name }) => !TIMED.includes(name))) {
      const names = [...suitesOf(test)].reverse().flatMap((suite) => (suite === test.file ? [] : [suite.name]))
      const name = `${file}\n${[...names, test.name].join(' ')}`
      let id = name
      for (let again = 2; this.#tests.has(id); again += 1) id = `${name} (${again})`
      this.#tests.set(id, test)
    }
  }
}

const inProcess = (): TestRunner => new InProcess(INSTRUMENTER_CONSTANTS.NAMESPACE)

/** Says on stderr how far it is: at most a line in ten seconds, one line that changes in a terminal. */
function lines(): Reporter {
  let [all, tried, unnoticed, said] = [0, 0, 0, 0]
  return {
    onMutationTestingPlanReady({ mutantPlans }) {
      all = mutantPlans.length
    },
    onMutantTested({ status }) {
      tried += 1
      if (status === 'Survived' || status === 'NoCoverage') unnoticed += 1
      if (tried < all && performance.now() - said < (process.stderr.isTTY ? 200 : 10_000)) return
      said = performance.now()
      const line = `  ${tried} of ${all} mutants, ${unnoticed} unnoticed`
      process.stderr.write(process.stderr.isTTY ? `\r${line}${tried === all ? '\n' : ''}` : `${line}\n`)
    },
  }
}

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'in-process', inProcess),
  declareFactoryPlugin(PluginKind.Reporter, 'lines', lines),
]
