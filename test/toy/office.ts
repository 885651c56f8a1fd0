// An office with badges: settings and requests as YAML, a history that landed them, GitHub's evidence, and a run of the flow.

import type { EvidenceSource, LandingEvidence, PullRequest } from '../../src/core/approval/evidence.ts'
import { proveVersions } from '../../src/core/approval/proving.ts'
import { readDocuments } from '../../src/core/documents/documents.ts'
import { readSettings } from '../../src/core/documents/settings.ts'
import { type Answer, known } from '../../src/core/model/edge-error.ts'
import type { Finding } from '../../src/core/model/finding.ts'
import type { History, Landing, PathChange, SourceFile } from '../../src/core/model/history.ts'
import { type CommitId, id } from '../../src/core/model/id.ts'
import type { Settings } from '../../src/core/model/settings.ts'
import { DAY, type Instant, later } from '../../src/core/model/time.ts'
import { bindMode, type Mode } from '../../src/core/plan/mode.ts'
import { type Reading, readingOf } from '../../src/core/plan/reading.ts'
import { chainOn } from '../../src/core/report/chain.ts'
import { foldLines } from '../../src/core/report/fold.ts'
import type { RecordLine } from '../../src/core/report/record.ts'
import { type Ports, type Run, reconcile } from '../../src/flow.ts'
import { MODES } from '../../src/modes/index.ts'
import { fileOf } from '../core/documents/files-of.ts'
import { NOON } from '../support/builders.ts'
import { emptyToyWorld, type ToyWorld, toyMode } from '../support/toy-mode.ts'
import { TOY_KINDS } from './badge.ts'

type TakesWorld = (world: ToyWorld, settings: Settings, now: Instant) => Mode

/** What would be one more row in modes/index.ts. */
const TOY_ROW = {
  toy: (world, settings, now) =>
    bindMode(
      toyMode(
        world,
        (settings.aws?.accounts ?? []).filter(({ mode }) => mode === 'toy').map(({ name }) => name),
        now,
      ),
    ),
} as const satisfies Readonly<Record<string, TakesWorld>>

const MODE_NAMES = Object.keys({ ...MODES, ...TOY_ROW })

const IDS = { olga: 1, omar: 2, oskar: 3, marta: 4, lena: 5 } as const

const PEOPLE = Object.entries(IDS)
  .map(
    ([handle, number]) =>
      `  ${handle}: {id: ${number}, login: ${handle}-gh, email: ${handle}@example.com, groups: [${handle === 'lena' ? 'leads' : 'staff'}]}`,
  )
  .join('\n')

const SETTINGS: Readonly<Record<string, string>> = {
  'config/daypass.yaml':
    'version: 1\ninstallation: office\nowners: {people: [olga, omar, oskar], approvals: 2}\nprotected: {things: [master]}\n',
  'config/people.yaml': `people:\n${PEOPLE}\n`,
  'config/integrations/aws.yaml':
    'partition: aws\nregion: eu-west-1\naccounts: [{name: hall, id: "111122223333", mode: toy}]\n',
  'config/bundles.yaml': 'bundles: {visit: {says: What a visitor wears, duration: 1h, items: [{badge: green}]}}\n',
  'config/rules/badges.yaml': [
    'rules:',
    '  - {name: badges, what: {kind: badge}, ways: [{approvedBy: {groups: [leads]}}]}',
    '  - {name: black, what: {kind: badge, group: "bl?ck"}, deny: Nobody wears black here}',
    '',
  ].join('\n'),
}

export const REQUEST = 'config/requests/marta-blue.yaml'

export interface Office {
  readonly world: ToyWorld
  now: Instant
  run(job?: Ports['job']): Promise<Run>
}

const changeOf = ({ path, blob, mode }: SourceFile): PathChange => ({ path, before: null, after: { blob, mode } })

const landing = (commit: string, parent: string | null, at: Instant, files: readonly SourceFile[]): Landing => ({
  commit: id(commit),
  parent: parent === null ? null : id(parent),
  at,
  changes: files.map(changeOf),
})

/** One pull request by marta, merged as it was when `approver` approved it. */
function evidenceOf({ head, landings }: History, approver: keyof typeof IDS | null): EvidenceSource {
  const bytes = (one: Landing) => known(new Map(one.changes.map(({ path, after }) => [path, after?.blob ?? null])))
  const user = (handle: keyof typeof IDS) => ({ type: 'User', id: IDS[handle], login: `${handle}-gh` }) as const
  const pullOf = (one: Landing): PullRequest => ({
    number: 1,
    author: user('marta'),
    baseRef: 'main',
    baseRepository: 7,
    merged: true,
    mergedAt: one.at,
    mergeCommit: one.commit,
    head: id('proposed'),
    changes: known({ mergeBases: one.parent === null ? [] : [one.parent], paths: one.changes }),
    headBlobs: bytes(one),
    reviews: known(
      approver === null
        ? []
        : [
            {
              id: 9,
              author: user(approver),
              state: 'APPROVED',
              submittedAt: later(one.at, -60),
              commit: id('proposed'),
              blobs: bytes(one),
            },
          ],
    ),
  })
  return {
    repository: async () => known({ id: 7, defaultBranch: 'main', head }),
    dropped: async () => known([]),
    beside: async () => known([]),
    issues: async () => new Map(),
    comments: async () => new Map(),
    landings: async (asked) =>
      new Map(
        landings
          .filter((one) => asked.some((question) => question.landing === one.commit))
          .map((one): [CommitId, Answer<LandingEvidence>] => [
            one.commit,
            known({
              landing: one.commit,
              parent: one.parent,
              at: one.at,
              changes: known(one.changes),
              settings: null,
              pulls: known([pullOf(one)]),
            }),
          ]),
      ),
  }
}

const texts = (request: string): readonly SourceFile[] =>
  Object.entries({ ...SETTINGS, [REQUEST]: request }).map(([path, text]) => fileOf(path, text))

/** What is wrong with the request's file and with the settings. */
export const findingsIn = (request: string): readonly Finding[] =>
  readDocuments(texts(request), 'config', TOY_KINDS, MODE_NAMES).findings

/** Settings landed the day before; at noon the request landed too. */
export function openOffice(request: string, approver: keyof typeof IDS | null = 'lena'): Office {
  const files = texts(request)
  const settled = files.filter(({ path }) => path !== REQUEST)
  const history: History = {
    head: id('asked'),
    landings: [
      landing(
        'asked',
        'settled',
        NOON,
        files.filter(({ path }) => path === REQUEST),
      ),
      landing('settled', null, later(NOON, -DAY), settled),
    ],
  }
  const settingsAt = () => known(readSettings(settled, 'config', TOY_KINDS, MODE_NAMES).settings)
  const lines: RecordLine[] = []
  const office: Office = {
    world: emptyToyWorld(),
    now: later(NOON, 60),
    async run(job = 'apply') {
      const ports: Ports = {
        job,
        clone: 'fresh',
        clock: () => office.now,
        stopAt: later(office.now, 3600),
        tags: async () => new Map(),
        knowledge: { asOf: 'test', services: () => [], actions: () => [], resources: null },
        async read() {
          const reading: Reading | null = await readingOf({
            directory: 'config',
            files,
            history,
            kinds: TOY_KINDS,
            modes: MODE_NAMES,
            fallback: async () => null,
            settingsAt: async () => null,
          })
          if (reading === null)
            throw new Error(
              findingsIn(request)
                .map(({ message }) => message)
                .join('\n'),
            )
          return known(reading)
        },
        readLedger: async () => known(foldLines(lines)),
        async remember(entries) {
          lines.push(...chainOn(foldLines(lines).lastDigest, entries, office.now, 'test'))
          return known(foldLines(lines))
        },
        tell: null,
        afterwards: null,
        modes: async (settings) => Object.values(TOY_ROW).map((make) => make(office.world, settings, office.now)),
        prove: (reading, deciding, versions, now) =>
          proveVersions(
            {
              history,
              directory: 'config',
              start: id('settled'),
              versions: reading.standing.filter(({ version }) => versions.has(version.id)),
              head: reading.settings,
              heads: new Map(),
              deciding,
              now,
            },
            {
              evidence: evidenceOf(history, approver),
              textOf: async () => null,
              directory: async (settings) => known(settings),
              settingsAt: async (commits) => new Map(commits.map((commit) => [commit, settingsAt()])),
            },
          ),
        told: () => undefined,
        stage: () => undefined,
      }
      const answer = await reconcile(ports)
      if (answer.is === 'unknown') throw new Error(answer.because.said)
      return answer.value
    },
  }
  return office
}
