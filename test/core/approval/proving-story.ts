// A run that wants versions proved, with witnesses that answer from a story and note what they were asked.

import type { EvidenceSource } from '../../../src/core/approval/evidence.ts'
import type { Proved, ToProve, Witnesses } from '../../../src/core/approval/proving.ts'
import { proveVersions } from '../../../src/core/approval/proving.ts'
import type { AskedSettings } from '../../../src/core/approval/settings-in-force.ts'
import { known } from '../../../src/core/model/edge-error.ts'
import type { Standing } from '../../../src/core/model/grant.ts'
import { request } from './company.ts'
import { asked, CHANGES, LANDING, SETTINGS } from './proof-story.ts'
import { chain, STARTED, type Story } from './settings-story.ts'

/** Settings under which leads approve, at the pinned start. */
export const BEGUN: Story = { ...STARTED, tree: known(SETTINGS) }
/** Marta's request, which lena approved. */
export const LANDED: Story = { name: 'L', changes: CHANGES, evidence: known(LANDING) }

export const STANDING: Standing = { request: request({}), version: asked().version }

export interface World {
  /** The chain from its oldest landing on. */
  readonly stories?: readonly Story[]
  readonly chain?: Partial<AskedSettings>
  readonly wanted?: Partial<ToProve>
  readonly evidence?: Partial<EvidenceSource>
  readonly directory?: Witnesses['directory']
  readonly textOf?: Witnesses['textOf']
}

const only = <K, V>(all: ReadonlyMap<K, V>, keys: readonly K[]): ReadonlyMap<K, V> =>
  new Map([...all].filter(([key]) => keys.includes(key)))

const never = async () => {
  throw new Error('nobody has to ask this')
}

export async function proving(world: World = {}): Promise<{ readonly proved: Proved; readonly questions: unknown[] }> {
  const told = chain(world.stories ?? [BEGUN, LANDED], world.chain)
  const questions: unknown[] = []
  const answers: EvidenceSource = {
    repository: async () => known(told.repository),
    beside: async () => known([]),
    dropped: async () => known([]),
    landings: async (all) =>
      only(
        told.evidence,
        all.map(({ landing }) => landing),
      ),
    issues: never,
    comments: never,
    ...world.evidence,
  }
  const witnesses: Witnesses = {
    evidence: {
      repository: () => {
        questions.push('repository')
        return answers.repository()
      },
      beside: (commits) => {
        questions.push({ beside: commits })
        return answers.beside(commits)
      },
      dropped: (about) => {
        questions.push({ dropped: about })
        return answers.dropped(about)
      },
      landings: (all) => {
        questions.push({ landings: all })
        return answers.landings(all)
      },
      issues: (numbers) => {
        questions.push({ issues: numbers })
        return answers.issues(numbers)
      },
      comments: answers.comments,
    },
    textOf: world.textOf ?? never,
    directory: (settings, accounts) => {
      questions.push({ directory: settings, accounts: [...accounts].sort() })
      return world.directory?.(settings, accounts) ?? Promise.resolve(known(settings))
    },
    settingsAt: async (commits) => {
      questions.push({ settingsAt: commits })
      return only(told.settingsAt, commits)
    },
  }
  const { deciding } = asked()
  const proved = await proveVersions(
    {
      history: told.history,
      directory: told.directory,
      start: told.start,
      versions: [STANDING],
      head: SETTINGS,
      deciding,
      heads: new Map(),
      now: told.now,
      ...world.wanted,
    },
    witnesses,
  )
  return { proved, questions }
}
