// Which blobs lay where at commits that matter to a proof: from git where the commit is on disk, else from GitHub.

import { areaOf } from '../../core/approval/landing.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import { type BlobId, type CommitId, id } from '../../core/model/id.ts'
import { blobsAt, presentCommits, type Spot, treeAt } from '../git/objects.ts'
import { type GitRepository, isObjectName } from '../git/repository.ts'
import { askAll, type Where } from './batches.ts'
import { blobsQuery, treesQuery } from './queries.ts'
import { fieldsOf, listOf, textOf } from './shapes.ts'

/** Some paths at a commit, and, where `settingsUnder` names the directory, every settings file below it. */
export interface Wanted {
  readonly commit: CommitId
  readonly paths: readonly string[]
  readonly settingsUnder: string | null
}

export type Contents = Answer<ReadonlyMap<string, BlobId | null>>

const garbage = (said: string) => unknown({ kind: 'garbage', call: 'GitHub GraphQL objects', said })

export const isSettings = (directory: string, path: string): boolean =>
  ['settings', 'holds'].includes(areaOf(directory, path))

/** Every settings file at a commit that is on disk. */
export async function settingsAt(
  repository: GitRepository,
  commit: CommitId,
  directory: string,
): Promise<Answer<ReadonlyMap<string, BlobId>>> {
  const tree = await treeAt(repository, commit, directory)
  if (tree.is === 'unknown') return tree
  return known(
    new Map(tree.value.filter((entry) => isSettings(directory, entry.path)).map((entry) => [entry.path, entry.blob])),
  )
}

function blobIn(value: unknown): Answer<BlobId | null> {
  if (value === null) return known(null)
  const oid = textOf(fieldsOf(value)?.['oid'])
  if (oid === null || !isObjectName(oid)) return garbage('an object without a name')
  return known(fieldsOf(value)?.['__typename'] === 'Blob' ? id<'blob'>(oid) : null)
}

export async function remoteBlobs(where: Where, spots: readonly Spot[]): Promise<readonly Answer<BlobId | null>[]> {
  const batch = {
    call: 'objects',
    size: 100,
    query: blobsQuery,
    variables: (spot: Spot, at: number) => ({ [`at${at}`]: `${spot.commit}:${spot.path}` }),
  }
  const answers = await askAll(where, batch, spots)
  return answers.map((answer) => (answer.is === 'unknown' ? answer : blobIn(answer.value)))
}

interface Folder {
  readonly commit: CommitId
  readonly path: string
}

type Entries = Answer<readonly { readonly path: string; readonly type: string; readonly oid: string }[]>

function entriesIn(value: unknown, folder: Folder): Entries {
  if (value === null || fieldsOf(value)?.['__typename'] !== 'Tree') return known([])
  const entries = listOf(fieldsOf(value)?.['entries'])?.map((entry) => {
    const [name, type, oid] = ['name', 'type', 'oid'].map((key) => textOf(fieldsOf(entry)?.[key]))
    if (name == null || type == null || oid == null || !isObjectName(oid)) return null
    return { path: folder.path === '' ? name : `${folder.path}/${name}`, type, oid }
  })
  if (entries === undefined || entries.includes(null)) return garbage('a folder of another shape')
  return known(entries.filter((entry) => entry !== null))
}

/** Folders deeper than this below the directory are not read. */
const DEEPEST = 6

/** Every settings file at commits that are not on disk, one level of all of them in one question; requests stay unread. */
async function remoteSettings(
  where: Where,
  commits: readonly CommitId[],
  directory: string,
): Promise<ReadonlyMap<CommitId, Contents>> {
  const found = new Map<CommitId, Map<string, BlobId | null>>(commits.map((commit) => [commit, new Map()]))
  const failed = new Map<CommitId, Contents>()
  const batch = {
    call: 'folders',
    size: 40,
    query: treesQuery,
    variables: (folder: Folder, at: number) => ({ [`at${at}`]: `${folder.commit}:${folder.path}` }),
  }
  let folders: readonly Folder[] = commits.map((commit) => ({ commit, path: directory }))
  for (let depth = 0; folders.length > 0; depth += 1) {
    if (depth > DEEPEST) {
      for (const { commit, path } of folders) failed.set(commit, garbage(`${path} lies too deep`))
      break
    }
    const answers = await askAll(where, batch, folders)
    folders = folders.flatMap((folder, at): Folder[] => {
      const answer = answers[at] ?? garbage('no answer')
      const entries = answer.is === 'unknown' ? answer : entriesIn(answer.value, folder)
      if (entries.is === 'unknown') {
        failed.set(folder.commit, entries)
        return []
      }
      for (const { path, type, oid } of entries.value)
        if (type !== 'tree' && isSettings(directory, path)) found.get(folder.commit)?.set(path, id<'blob'>(oid))
      const below = entries.value.filter(({ path, type }) => type === 'tree' && isSettings(directory, `${path}/x`))
      return below.map(({ path }) => ({ commit: folder.commit, path }))
    })
  }
  return new Map(commits.map((commit) => [commit, failed.get(commit) ?? known(found.get(commit) ?? new Map())]))
}

const spotKey = (spot: Spot): string => `${spot.commit}:${spot.path}`

/** One map for each thing wanted, in the order asked. */
export async function contentsAt(
  where: Where,
  repository: GitRepository,
  wanted: readonly Wanted[],
): Promise<readonly Contents[]> {
  const present = await presentCommits(
    repository,
    wanted.map((one) => one.commit),
  )
  if (present.is === 'unknown') return wanted.map(() => present)
  const spots = new Map(
    wanted.flatMap(({ commit, paths }) => paths.map((path) => ({ commit, path }))).map((spot) => [spotKey(spot), spot]),
  )
  const here = [...spots.values()].filter((spot) => present.value.has(spot.commit))
  const there = [...spots.values()].filter((spot) => !present.value.has(spot.commit))
  const [local, remote] = [await blobsAt(repository, here), await remoteBlobs(where, there)]
  const blobs = new Map([
    ...here.map((spot, at) => [spotKey(spot), local[at]] as const),
    ...there.map((spot, at) => [spotKey(spot), remote[at]] as const),
  ])
  const settings = await settingsOfAll(where, repository, wanted, present.value)
  return wanted.map((one) => together(one, blobs, settings))
}

const settingsKey = (commit: CommitId, directory: string): string => `${commit} ${directory}`

async function settingsOfAll(
  where: Where,
  repository: GitRepository,
  wanted: readonly Wanted[],
  present: ReadonlySet<CommitId>,
): Promise<ReadonlyMap<string, Contents>> {
  const found = new Map<string, Contents>()
  const directories = new Set(wanted.flatMap(({ settingsUnder }) => (settingsUnder === null ? [] : [settingsUnder])))
  for (const directory of directories) {
    const commits = new Set(wanted.flatMap((one) => (one.settingsUnder === directory ? [one.commit] : [])))
    for (const commit of commits)
      if (present.has(commit))
        found.set(settingsKey(commit, directory), await settingsAt(repository, commit, directory))
    const remote = await remoteSettings(
      where,
      [...commits].filter((commit) => !present.has(commit)),
      directory,
    )
    for (const [commit, contents] of remote) found.set(settingsKey(commit, directory), contents)
  }
  return found
}

function together(
  { commit, paths, settingsUnder }: Wanted,
  blobs: ReadonlyMap<string, Answer<BlobId | null> | undefined>,
  settings: ReadonlyMap<string, Contents>,
): Contents {
  const all = new Map<string, BlobId | null>()
  if (settingsUnder !== null) {
    const contents = settings.get(settingsKey(commit, settingsUnder)) ?? garbage('no settings')
    if (contents.is === 'unknown') return contents
    for (const [path, blob] of contents.value) all.set(path, blob)
  }
  for (const path of paths) {
    const blob = blobs.get(spotKey({ commit, path })) ?? garbage('no answer')
    if (blob.is === 'unknown') return blob
    all.set(path, blob.value)
  }
  return known(all)
}
