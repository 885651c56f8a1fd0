// What a folder of test/scenarios says: its sentence, its company and world, and its story.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse, stringify } from 'yaml'
import { readInstant } from '../../../src/core/model/time.ts'
import type { CenterMore } from '../../../src/entry/commands/demo/company-center.ts'
import type { OktaMore } from '../../../src/entry/commands/demo/company-okta.ts'
import type { AccountDraft } from '../../../src/sandbox/aws/build.ts'
import { type Given, givenOf, has, list, map, mistake, text, textOr } from './given.ts'

export interface Step {
  readonly word: string
  readonly at: string
  readonly given: unknown
}

export interface Scenario {
  readonly folder: string
  readonly name: string
  readonly says: string
  /** Seconds since the epoch. */
  readonly now: number
  /** False: the input `start` is left empty. */
  readonly pinned: boolean
  /** Path under the settings' folder → text, before the story begins. */
  readonly settings: ReadonlyMap<string, string>
  /** Account → what it holds beside Daypass's own; users by handle. */
  readonly world: Readonly<Record<string, AccountDraft>>
  /** What Identity Center has before Daypass comes; people by handle, accounts by name. */
  readonly center: CenterMore
  /** What Okta has before Daypass comes; people by handle. */
  readonly okta: OktaMore
  readonly story: readonly Step[]
  /** The text of a request by its id. */
  readonly requestText: (id: string) => string
  /** The text of any other file: `null` removes it, a map is written as YAML, a text names a file beside scenario.yaml. */
  readonly fileText: (given: unknown) => string | null
}

export const SCENARIOS = join(import.meta.dirname, '../../scenarios')
const COMPANY = join(SCENARIOS, '_company')
const WORDS = ['says', 'now', 'start', 'settings', 'requests', 'world', 'story'] as const

export const scenarioNames = (): readonly string[] =>
  readdirSync(SCENARIOS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .sort()

/** Settings of the company that all scenarios share, by their path in the repository's `config/`. */
function companySettings(): ReadonlyMap<string, string> {
  const files = readdirSync(COMPANY, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => relative(COMPANY, join(entry.parentPath, entry.name))).sort()
  const settings = paths.filter((path) => path !== 'world.yaml' && !path.startsWith('requests'))
  return new Map(settings.map((path) => [path, readFileSync(join(COMPANY, path), 'utf8')]))
}

const written = (value: unknown): string => stringify(value, { lineWidth: 0 })

const readYaml = (path: string): unknown => parse(readFileSync(path, 'utf8'))

function requestsOf(folder: string, given: Given): Scenario['requestText'] {
  const inline = map(given, 'requests')
  return (id) => {
    if (inline[id] !== undefined) return written(inline[id])
    const path = [folder, COMPANY].map((place) => join(place, 'requests', `${id}.yaml`)).find((one) => existsSync(one))
    if (path === undefined)
      throw mistake(given.at, `there is no request ${id}, neither beside it nor in _company/requests`)
    return readFileSync(path, 'utf8')
  }
}

function fileTextOf(folder: string, value: unknown): string | null {
  if (value === null) return null
  return typeof value === 'string' ? readFileSync(join(folder, value), 'utf8') : written(value)
}

function stepsOf(given: Given): readonly Step[] {
  return list(given, 'story').map((one, index): Step => {
    const [word, value] = typeof one === 'string' ? [one, null] : (Object.entries(Object(one))[0] ?? ['', null])
    return { word, given: value, at: `${given.at}, step ${index + 1} (${word})` }
  })
}

function instant(given: Given): number {
  const read = readInstant(textOr(given, 'now', '2026-12-01T09:00:00Z'))
  if (read.is !== 'instant') throw mistake(given.at, '`now` must be a date and a time with Z')
  return read.instant
}

/** The key of `world` that names no account. */
const CENTER = 'identity center'
const CENTER_WORDS = ['sets', 'assignments', 'disabled', 'accounts', 'management'] as const

const centerIn = (world: unknown): CenterMore => Object(Object(world)[CENTER])

/** Sets of the company and of the scenario together; the rest as the scenario has it, else as the company does. */
function centerOf(given: Given): CenterMore {
  const shared = centerIn(readYaml(join(COMPANY, 'world.yaml')))
  const own = centerIn(map(given, 'world'))
  givenOf(own, `${given.at}, ${CENTER}`, CENTER_WORDS)
  return { ...shared, ...own, sets: { ...shared.sets, ...own.sets } }
}

const OKTA = 'okta'
const OKTA_WORDS = ['groups', 'people', 'client', 'apps'] as const

/** Each part as the scenario has it, else as the company does. */
function oktaOf(given: Given): OktaMore {
  const shared: OktaMore = Object(Object(readYaml(join(COMPANY, 'world.yaml')))[OKTA])
  const own: OktaMore = Object(map(given, 'world')[OKTA])
  givenOf(own, `${given.at}, ${OKTA}`, OKTA_WORDS)
  return { ...shared, ...own }
}

/** The company's world with the scenario's on top, account by account and kind by kind. */
function worldOf(given: Given): Scenario['world'] {
  const shared: Readonly<Record<string, AccountDraft>> = Object(readYaml(join(COMPANY, 'world.yaml')))
  const own: Readonly<Record<string, AccountDraft>> = Object(map(given, 'world'))
  const accounts = [...new Set([...Object.keys(shared), ...Object.keys(own)])].filter(
    (name) => name !== CENTER && name !== OKTA,
  )
  return Object.fromEntries(
    accounts.map((name) => {
      const [first, second] = [shared[name] ?? {}, own[name] ?? {}]
      const named = (kind: 'groups' | 'roles' | 'policies' | 'users') => ({
        [kind]: { ...first[kind], ...second[kind] },
      })
      return [
        name,
        { ...first, ...second, ...named('groups'), ...named('roles'), ...named('policies'), ...named('users') },
      ]
    }),
  )
}

export function readScenario(name: string): Scenario {
  const folder = join(SCENARIOS, name)
  const given = givenOf(readYaml(join(folder, 'scenario.yaml')), `${name}/scenario.yaml`, WORDS)
  const fileText: Scenario['fileText'] = (value) => fileTextOf(folder, value)
  const settings = new Map(companySettings())
  for (const [path, value] of Object.entries(map(given, 'settings'))) {
    const said = fileText(value)
    if (said === null) settings.delete(path)
    else settings.set(path, said)
  }
  return {
    folder,
    name,
    says: text(given, 'says'),
    now: instant(given),
    pinned: !has(given, 'start'),
    settings,
    world: worldOf(given),
    center: centerOf(given),
    okta: oktaOf(given),
    story: stepsOf(given),
    requestText: requestsOf(folder, given),
    fileText,
  }
}
