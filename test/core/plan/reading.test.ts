// What is read of a repository: which files count, which edition of each, and by which bundles it is judged.

import { describe, expect, it } from 'vitest'
import { versionId } from '../../../src/core/approval/landing.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import type { Landing, SourceFile } from '../../../src/core/model/history.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { DAY, type Instant, later } from '../../../src/core/model/time.ts'
import { readingOf, type ToRead } from '../../../src/core/plan/reading.ts'
import { NOON, someSettings } from '../../support/builders.ts'
import { fileOf } from '../documents/files-of.ts'

const PEOPLE = ['olga', 'omar', 'oskar', 'marta']
  .map((who, at) => `  ${who}: {id: ${at + 1}, login: ${who}-gh, email: ${who}@example.com}`)
  .join('\n')
const SETTINGS: Readonly<Record<string, string>> = {
  'daypass.yaml':
    'version: 1\ninstallation: office\nowners: {people: [olga, omar, oskar], approvals: 2}\nlimits: {maxDuration: 2d}\n',
  'people.yaml': `people:\n${PEOPLE}\n`,
  'integrations/aws.yaml':
    'partition: aws\nregion: eu-west-1\naccounts: [{name: hall, id: "111122223333", mode: iam-user}]\n',
  'bundles.yaml': 'bundles: {visit: {says: A visit, duration: 1h, items: [{group: Visitors}]}}\n',
  'rules/all.yaml': 'rules:\n  - {name: all, what: {kind: group}, ways: [auto]}\n',
}
const asking = (what: string, more = 'duration: 1h'): string =>
  `for: marta\n${more}\naccess:\n  - {account: hall, ${what}}\n`
const A_GROUP = asking('group: Keepers')
const A_BUNDLE = asking('bundle: visit', 'reason: A guest')

const at = (path: string, directory: string): string => (directory === '' ? path : `${directory}/${path}`)
const filesOf = (texts: Readonly<Record<string, string>>, directory = 'config'): readonly SourceFile[] =>
  Object.entries({ ...SETTINGS, ...texts }).map(([path, text]) => fileOf(at(path, directory), text))

/** A landing of these files as they are now; with an instant of its own, or an hour after noon for each letter. */
const landing = (commit: string, files: readonly SourceFile[], when?: Instant): Landing => ({
  commit: id(commit),
  parent: null,
  at: when ?? later(NOON, (commit.charCodeAt(0) - 97) * 3600),
  changes: files.map(({ path, blob, mode }) => ({ path, before: null, after: { blob, mode } })),
})
const only = (files: readonly SourceFile[], ...names: readonly string[]): readonly SourceFile[] =>
  files.filter(({ path }) => names.some((name) => path.endsWith(name)))

function reading(files: readonly SourceFile[], newestFirst: readonly Landing[], more: Partial<ToRead> = {}) {
  const asked: string[] = []
  const read = readingOf({
    directory: 'config',
    files,
    history: { head: id('head'), landings: newestFirst },
    kinds: KINDS,
    modes: ['iam-user'],
    fallback: async () => null,
    async settingsAt(commit) {
      asked.push(commit)
      return { ...someSettings(), bundles: new Map([['visit', BUNDLE]]) }
    },
    ...more,
  })
  return { asked, read }
}
const BUNDLE = { name: 'visit', says: 'as it was', duration: 60, items: [], at: { file: '', line: 1, column: 1 } }

describe('a repository', () => {
  const files = filesOf({ 'requests/team/keys.yaml': A_GROUP })
  const [request] = only(files, 'keys.yaml')
  if (request === undefined) throw new Error('no request')
  const old: Landing = landing('b', [{ ...request, blob: id('older') }])
  const deleted: Landing = landing('a', [{ ...request, path: 'config/requests/gone.yaml', blob: id('gone') }])
  const landings = [landing('c', files), old, deleted]

  it('is read as its settings, its requests, each as it landed last, and every edition there ever was', async () => {
    const read = await reading(files, landings).read
    const version = versionId(request.blob, id('c'), request.path)
    expect(read).toMatchObject({ commit: 'head', valid: true, unlisted: null, findings: [] })
    expect(read?.settings.installation).toBe('office')
    expect(read?.history.landings).toBe(landings)
    expect(read?.standing.map((one) => [one.request.id, one.version])).toEqual([
      [
        'keys',
        {
          id: version,
          request: 'keys',
          path: request.path,
          blob: request.blob,
          landing: 'c',
          landedAt: later(NOON, 7200),
        },
      ],
    ])
    expect([...(read?.versions ?? [])]).toEqual([[version, read?.standing[0]?.version]])
    expect(read?.everyVersion).toEqual(
      new Set([
        version,
        versionId(id('older'), id('b'), request.path),
        versionId(id('gone'), id('a'), 'config/requests/gone.yaml'),
      ]),
    )
    expect([...(read?.accounts ?? [])]).toEqual([['hall', '111122223333']])
  })

  it('whose history does not lead to what a file says has no such request', async () => {
    const read = await reading(files, [old]).read
    expect([read?.standing, read?.versions.size]).toEqual([[], 0])
  })

  it('is told what is wrong with it, but not what a landed request refers to: the plan judges that', async () => {
    const texts = {
      'requests/lost.yaml': asking('group: Keepers').replace('hall', 'hull'),
      'requests/torn.yaml': 'for: [',
    }
    const read = await reading(filesOf({ ...texts, 'requests/notes.txt': 'hello' }), []).read
    expect([...new Set(read?.findings.map((one) => one.at.file))].toSorted()).toEqual([
      'config/requests/notes.txt',
      'config/requests/torn.yaml',
    ])
  })

  it('with broken settings is read under the newest that can be, and counts as broken', async () => {
    const broken = filesOf({ 'requests/keys.yaml': A_GROUP, 'people.yaml': 'people: [' })
    const before: Settings = { ...someSettings(), installation: 'before' }
    const read = await reading(broken, [landing('a', broken)], { fallback: async () => before }).read
    expect([read?.settings, read?.valid, read?.standing.length]).toEqual([before, false, 1])
    expect(await reading(broken, []).read).toBeNull()
  })

  it('with good settings asks for no other', async () => {
    const fallback = () => Promise.reject(new Error('asked'))
    expect((await reading(files, landings, { fallback }).read)?.valid).toBe(true)
  })
})

describe('an id that two files claim', () => {
  const files = filesOf({ 'requests/b/keys.yaml': A_GROUP, 'requests/a/keys.yaml': asking('group: Other') })
  const [first, second] = [only(files, 'b/keys.yaml'), only(files, 'a/keys.yaml')]
  const standing = async (...landings: readonly Landing[]) =>
    (await reading(files, landings).read)?.standing.map(({ version }) => version.path)

  it('is that of whoever landed first', async () => {
    expect(await standing(landing('b', second), landing('a', first))).toEqual(['config/requests/b/keys.yaml'])
    expect(await standing(landing('b', first), landing('a', second))).toEqual(['config/requests/a/keys.yaml'])
  })

  it('is that of the first path where both landed at once', async () => {
    expect(await standing(landing('a', [...first, ...second]))).toEqual(['config/requests/a/keys.yaml'])
    expect(await standing(landing('a', [...second, ...first]))).toEqual(['config/requests/a/keys.yaml'])
  })

  it('takes no other request with it', async () => {
    const more = filesOf({
      ...{ 'requests/b/keys.yaml': A_GROUP, 'requests/a/keys.yaml': A_BUNDLE },
      'requests/z.yaml': A_GROUP,
    })
    const read = await reading(more, [landing('a', more)]).read
    expect(read?.standing.map(({ request }) => request.path)).toEqual([
      'config/requests/a/keys.yaml',
      'config/requests/z.yaml',
    ])
  })
})

describe('a bundle', () => {
  const files = filesOf({ 'requests/guest.yaml': A_BUNDLE })
  const [request, bundles] = [only(files, 'guest.yaml'), only(files, 'bundles.yaml')]
  const asked = landing('b', request)
  const then = async (landings: readonly Landing[], of = files, more: Partial<ToRead> = {}) => {
    const { asked: commits, read } = reading(of, landings, more)
    return [commits, (await read)?.standing.map((one) => one.bundles?.get('visit')?.says)]
  }

  it('that changed after the landing is also as it was then', async () => {
    expect(await then([landing('c', bundles), asked, landing('a', bundles)])).toEqual([['b'], ['as it was']])
    expect(await then([landing('d', []), landing('c', bundles), landing('c', []), asked])).toEqual([
      ['b'],
      ['as it was'],
    ])
  })

  it.each([
    ['before the landing', [landing('c', []), asked, landing('a', bundles)]],
    ['with the landing', [landing('c', []), landing('b', [...request, ...bundles])]],
    ['nowhere, while other settings did', [landing('c', only(files, 'people.yaml')), asked]],
  ])('that changed %s is as it is, and nobody asks', async (_when, landings) => {
    expect(await then(landings)).toEqual([[], [undefined]])
  })

  it('is also as it was where it lies in the root of the repository', async () => {
    const root = filesOf({ 'requests/guest.yaml': A_BUNDLE }, '')
    const landings = [landing('c', only(root, 'bundles.yaml')), landing('b', only(root, 'guest.yaml'))]
    expect(await then(landings, root, { directory: '' })).toEqual([['b'], ['as it was']])
    const other = [landing('c', bundles), landing('b', only(root, 'guest.yaml'))]
    expect(await then(other, root, { directory: '' })).toEqual([[], [undefined]])
  })

  it('that nobody asks for may change', async () => {
    const plain = filesOf({ 'requests/guest.yaml': A_GROUP })
    expect(await then([landing('c', bundles), landing('b', only(plain, 'guest.yaml'))], plain)).toEqual([
      [],
      [undefined],
    ])
  })

  it('of then that cannot be read is as it is now', async () => {
    expect(await then([landing('c', bundles), asked], files, { settingsAt: async () => null })).toEqual([
      [],
      [undefined],
    ])
  })

  it('is asked about beside other things as well', async () => {
    const both = filesOf({ 'requests/guest.yaml': `${A_BUNDLE}  - {account: hall, group: Keepers}\n` })
    expect(await then([landing('c', bundles), landing('b', only(both, 'guest.yaml'))], both)).toEqual([
      ['b'],
      ['as it was'],
    ])
  })

  describe('asked for longer ago than anything may last', () => {
    const long = later(asked.at, 2 * DAY)
    const since = (when: Instant) => [landing('c', bundles, when), asked]

    it('is over, so that nobody asks', async () => {
      expect(await then(since(later(long, 1)))).toEqual([[], [undefined]])
      expect(await then(since(long))).toEqual([['b'], ['as it was']])
    })

    it('may not be over where the request says when', async () => {
      const later1 = filesOf({
        'requests/guest.yaml': asking('bundle: visit', 'from: 2026-12-24T08:00:00Z\nuntil: 2026-12-24T09:00:00Z'),
      })
      const landings = [landing('c', bundles, later(long, 1)), landing('b', only(later1, 'guest.yaml'))]
      expect(await then(landings, later1)).toEqual([['b'], ['as it was']])
    })
  })
})
