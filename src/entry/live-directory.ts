// How settings come to know what the directory says: live in jobs that may ask Okta, as last kept on pull requests.

import { windowOf } from '../core/approval/items.ts'
import { directoryNeeds, withDirectory } from '../core/documents/with-directory.ts'
import type { Directory, Listed } from '../core/model/directory.ts'
import { type Answer, known, unknown } from '../core/model/edge-error.ts'
import type { Settings } from '../core/model/settings.ts'
import { hasEnded, type Instant } from '../core/model/time.ts'
import type { Reading } from '../core/plan/reading.ts'
import { type DirectoryEdge, openDirectory } from '../edges/okta/directory.ts'
import type { Okta } from '../edges/okta/okta.ts'

/** Its name beside the record. */
export const FILE = 'directory.json'

export interface LiveDirectory {
  /**
   * The settings with what Okta says now, of these handles and GitHub accounts too; settings that name no directory as they
   * are, and nobody is asked.
   */
  over(settings: Settings, handles: ReadonlySet<string>, accounts?: ReadonlySet<number>): Promise<Answer<Settings>>
  /** What was read for the settings that were asked first: what pull requests are judged by. null: nothing was. */
  kept(): Directory | null
}

const handlesOf = ({ people }: Settings, accounts: ReadonlySet<number>): readonly string[] =>
  [...people.values()].flatMap(({ handle, githubId }) => (accounts.has(githubId) ? [handle] : []))

export function liveDirectory(oktaOf: (settings: Settings) => Okta | null): LiveDirectory {
  const opened = new Map<string, DirectoryEdge>()
  let first: Directory | null = null

  const edgeFor = (settings: Settings): DirectoryEdge | null => {
    const { okta: integration } = settings
    const okta = oktaOf(settings)
    if (integration === null || integration.directory === null || okta === null) return null
    const { github, manager } = integration.directory
    const key = JSON.stringify([integration.host, integration.match, github, manager])
    const there = opened.get(key) ?? openDirectory({ okta, match: integration.match, told: { github, manager } })
    opened.set(key, there)
    return there
  }

  return {
    kept: () => first,
    async over(settings, handles, accounts = new Set()) {
      if ((settings.okta?.directory ?? null) === null) return known(settings)
      const edge = edgeFor(settings)
      if (edge === null) return unknown({ kind: 'denied', call: 'reading the directory', said: 'Okta cannot be asked' })
      const directory = await edge.read(
        directoryNeeds(settings, new Set([...handles, ...handlesOf(settings, accounts)])),
      )
      if (directory.is === 'unknown') return directory
      first ??= directory.value
      return known(withDirectory(settings, directory.value))
    },
  }
}

/** Whoever a request that has not ended is for; `now` null: whoever any request is for. */
export const asking = ({ standing, settings }: Reading, now: Instant | null): ReadonlySet<string> =>
  new Set(
    standing.flatMap(({ request, version }) => {
      const window = windowOf(request, settings, version.landedAt)
      return now !== null && window !== null && hasEnded(window, now) ? [] : [request.for.value]
    }),
  )

export const writtenDirectory = ({ people, groups }: Directory): string =>
  `${JSON.stringify({ people: [...people.values()], groups: Object.fromEntries(groups) }, null, 1)}\n`

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function listedIn(value: unknown): readonly Listed[] {
  if (!isRecord(value) || typeof value['email'] !== 'string') return []
  const github = isRecord(value['github']) ? value['github'] : {}
  const { id, login } = github
  return [
    {
      email: value['email'],
      out: textOr(value['out']),
      github: typeof id === 'number' && typeof login === 'string' ? { id, login } : null,
      manager: textOr(value['manager']),
    },
  ]
}

/** A hint and never proof: whatever in it cannot be read is left out. */
export function directoryIn(text: string | null): Directory | null {
  if (text === null) return null
  try {
    const read: unknown = JSON.parse(text)
    if (!isRecord(read) || !Array.isArray(read['people']) || !isRecord(read['groups'])) return null
    const people = read['people'].flatMap(listedIn)
    const groups = Object.entries(read['groups']).map(([name, members]): [string, readonly string[]] => [
      name,
      Array.isArray(members) ? members.filter((one): one is string => typeof one === 'string') : [],
    ])
    return { people: new Map(people.map((one) => [one.email, one])), groups: new Map(groups) }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
