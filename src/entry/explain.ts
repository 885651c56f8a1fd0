// How everything known about one request is gathered: editions from Git, checks from GitHub, what was given from the record.

import { join } from 'node:path'
import { allVersions } from '../core/approval/landing.ts'
import { proveVersions } from '../core/approval/proving.ts'
import { NOTHING_READ } from '../core/approval/routing.ts'
import { readRequest } from '../core/documents/request.ts'
import { readSettings } from '../core/documents/settings.ts'
import { withDirectory } from '../core/documents/with-directory.ts'
import { KINDS } from '../core/entitlements/index.ts'
import type { Directory } from '../core/model/directory.ts'
import { type Answer, known, unknown } from '../core/model/edge-error.ts'
import type { Standing, Version } from '../core/model/grant.ts'
import { id } from '../core/model/id.ts'
import { instantOf } from '../core/model/time.ts'
import type { Explained } from '../core/report/explain.ts'
import type { LedgerRead } from '../core/report/ledger.ts'
import { filesAt, textOfBlob } from '../edges/git/files.ts'
import { historyOf } from '../edges/git/history.ts'
import { gitLedger } from '../edges/git/ledger.ts'
import { readBlobs } from '../edges/git/objects.ts'
import { type GitRepository, openRepository } from '../edges/git/repository.ts'
import { loadAllKnowledge } from '../knowledge/load.ts'
import { carriesOf } from './carries.ts'
import { directoryIn, FILE } from './live-directory.ts'
import { MODE_NAMES } from './mode-names.ts'
import { remoteFrom } from './repository.ts'
import { settingsReader } from './settings-reader.ts'
import { witnessOf } from './witness.ts'
import { inWorkspace } from './workspace.ts'

export interface ToExplain {
  readonly id: string
  readonly folder: string
  readonly at: string
  readonly directory: string
  /** A full commit SHA, or empty. */
  readonly start: string
  readonly ledgerBranch: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stage: (says: string) => void
}

async function editionsOf(
  repository: GitRepository,
  versions: readonly Version[],
): Promise<Answer<readonly Standing[]>> {
  const blobs = await readBlobs(
    repository,
    versions.map((version) => version.blob),
  )
  if (blobs.is === 'unknown') return blobs
  return known(
    versions.flatMap((version): Standing[] => {
      const bytes = blobs.value.get(version.blob)
      if (bytes === undefined) return []
      const file = {
        path: version.path,
        mode: '100644',
        blob: version.blob,
        bytes: bytes.length,
        text: bytes.toString('utf8'),
      }
      const { request } = readRequest(file, KINDS)
      return request === null ? [] : [{ request, version }]
    }),
  )
}

/** As the last run of apply kept it: nobody here may ask Okta. */
async function directoryOf({ environment, ledgerBranch }: ToExplain): Promise<Directory | null> {
  const remote = remoteFrom(environment, environment['GITHUB_TOKEN'] ?? null)
  if (remote === null) return null
  return inWorkspace(environment, async (folder) => {
    const beside = await gitLedger({ remote, branch: ledgerBranch, directory: join(folder, 'ledger.git') }).beside(FILE)
    return beside.is === 'known' ? directoryIn(beside.value) : null
  })
}

async function recordOf(asked: ToExplain): Promise<Answer<LedgerRead>> {
  const remote = remoteFrom(asked.environment, asked.environment['GITHUB_TOKEN'] ?? null)
  if (remote === null)
    return unknown({
      kind: 'not-found',
      call: 'reading the record',
      said: 'GITHUB_REPOSITORY and GITHUB_SERVER_URL are not set',
    })
  return inWorkspace(asked.environment, (folder) =>
    gitLedger({ remote, branch: asked.ledgerBranch, directory: join(folder, 'ledger.git') }).read(),
  )
}

export async function explainRequest(asked: ToExplain): Promise<Answer<Explained>> {
  const { directory, environment } = asked
  asked.stage('Reading the history')
  const repository = await openRepository(asked.folder, asked.at)
  if (repository.is === 'unknown') return repository
  const history = await historyOf(repository.value, directory)
  if (history.is === 'unknown') return history
  const versions = allVersions(history.value, directory).filter((version) => version.request === asked.id)
  const editions = await editionsOf(repository.value, versions)
  if (editions.is === 'unknown') return editions
  const files = await filesAt(repository.value, repository.value.head, directory)
  if (files.is === 'unknown') return files
  const plain = readSettings(files.value, directory, KINDS, MODE_NAMES).settings
  const kept = await directoryOf(asked)
  const head = plain === null || kept === null ? plain : withDirectory(plain, kept)
  const settingsAt = settingsReader(repository.value, directory)
  asked.stage('Asking GitHub who approved what')
  const proved = await proveVersions(
    {
      history: history.value,
      directory,
      start: asked.start === '' ? null : id(asked.start),
      versions: editions.value,
      heads: new Map(),
      head,
      deciding: { knowledge: await loadAllKnowledge(), carries: carriesOf(), ...NOTHING_READ },
      now: instantOf(Date.now() / 1000),
    },
    {
      evidence: witnessOf(environment, repository.value),
      textOf: (blob) => textOfBlob(repository.value, blob),
      directory: async (settings) => known(kept === null ? settings : withDirectory(settings, kept)),
      settingsAt: async (commits) =>
        new Map(await Promise.all(commits.map(async (commit) => [commit, await settingsAt(commit)] as const))),
    },
  )
  return known({
    id: asked.id,
    editions: versions.map((version) => ({
      version,
      atHead: files.value.some((file) => file.path === version.path && file.blob === version.blob),
      examination: proved.examinations.get(version.id) ?? null,
      verdict: proved.verdicts.get(version.id) ?? {
        is: 'unknown',
        because: 'the file of this edition cannot be read any more',
      },
    })),
    record: await recordOf(asked),
    remarks: [...proved.alarms, ...proved.reminders],
  })
}
