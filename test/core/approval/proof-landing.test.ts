// Which commit landed a file, and which editions a request ever had.

import { describe, expect, it } from 'vitest'
import {
  allVersions,
  areaOf,
  everyVersion,
  requestIdOf,
  settingsLandings,
  versionId,
  versionsOf,
} from '../../../src/core/approval/landing.ts'
import type { History, Landing, PathChange } from '../../../src/core/model/history.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import { blob, change, commit, PATH } from './proof-story.ts'

/** Oldest first, a change or several each. */
const history = (...steps: readonly (readonly [string, ...PathChange[]])[]): History => ({
  head: commit('HEAD'),
  landings: steps
    .map(
      ([name, ...changes], at): Landing => ({
        commit: commit(name),
        parent: commit('p'),
        at: instantOf(100 + at),
        changes,
      }),
    )
    .toReversed(),
})

const landing = (of: History, at: string, path = PATH): string | undefined =>
  versionsOf(of, [{ path, blob: blob(at) }]).get(path)?.landing

describe('the landing of a file', () => {
  it('is the commit that brought its bytes, however many came after', () => {
    expect(
      landing(history(['a', change(PATH, null, 'b1')], ['b', change('config/requests/r2.yaml', null, 'b2')]), 'b1'),
    ).toBe('a')
  })
  it('is the newest one where it was deleted and came back with the same bytes', () => {
    expect(
      landing(
        history(['a', change(PATH, null, 'b1')], ['b', change(PATH, 'b1', null)], ['c', change(PATH, null, 'b1')]),
        'b1',
      ),
    ).toBe('c')
  })
  it('is the newest one where it was edited and edited back', () => {
    expect(
      landing(
        history(['a', change(PATH, null, 'b1')], ['b', change(PATH, 'b1', 'b2')], ['c', change(PATH, 'b2', 'b1')]),
        'b1',
      ),
    ).toBe('c')
  })
  it('is not moved by a change of mode', () => {
    expect(landing(history(['a', change(PATH, null, 'b1')], ['b', change(PATH, 'b1', 'b1', '100755')]), 'b1')).toBe('a')
  })
  it('is unknown where the history does not lead to the bytes', () => {
    expect(landing(history(['a', change(PATH, null, 'b1')]), 'b9')).toBeUndefined()
    expect(landing(history(['a', change(PATH, null, 'b1')], ['b', change(PATH, 'b1', null)]), 'b1')).toBeUndefined()
    expect(landing(history(['a', change(PATH, null, 'b1')], ['b', change(PATH, 'b1', 'b2')]), 'b1')).toBeUndefined()
  })
})

describe('a version', () => {
  it('is none of a file that names no request', () => {
    const of = history(['a', change('config/requests/README.md', null, 'y')])
    expect(versionsOf(of, [{ path: 'config/requests/README.md', blob: blob('y') }])).toEqual(new Map())
  })

  it('is a blob, a landing and a path: none alone makes it', () => {
    const ids = [
      versionId(blob('b1'), commit('a'), 'config/requests/other.yaml'),
      versionId(blob('b1'), commit('a'), PATH),
      versionId(blob('b2'), commit('a'), PATH),
      versionId(blob('b1'), commit('b'), PATH),
    ]
    expect(new Set(ids).size).toBe(4)
    expect(versionId(blob('b1'), commit('a'), PATH)).toBe(ids[1])
  })
  it('carries its request, path and commit time', () => {
    const of = history(['a', change(PATH, null, 'b1')])
    expect(versionsOf(of, [{ path: PATH, blob: blob('b1') }]).get(PATH)).toEqual({
      id: versionId(blob('b1'), commit('a'), PATH),
      request: 'r1',
      path: PATH,
      blob: 'b1',
      landing: 'a',
      landedAt: 100,
    })
  })
  it('of the past is remembered, newest first; settings have none', () => {
    const of = history(
      ['a', change(PATH, null, 'b1'), change('config/people.yaml', null, 'x')],
      ['b', change(PATH, 'b1', 'b2'), change('config/requests/README.md', null, 'y')],
      ['c', change(PATH, 'b2', null)],
    )
    expect(allVersions(of, 'config').map((one) => [one.landing, one.blob])).toEqual([
      ['b', 'b2'],
      ['a', 'b1'],
    ])
    expect(everyVersion(of, 'config')).toEqual(
      new Set([versionId(blob('b1'), commit('a'), PATH), versionId(blob('b2'), commit('b'), PATH)]),
    )
  })
})

describe('what a path belongs to', () => {
  it.each([
    ['config', 'config/requests/r1.yaml', 'requests'],
    ['config', 'config/requests/team/r1.yaml', 'requests'],
    ['config', 'config/Requests/r1.yaml', 'settings'],
    ['config', 'config/requests', 'settings'],
    ['config', 'config/requests.yaml', 'settings'],
    ['config', 'config/holds.yaml', 'holds'],
    ['config', 'config/rules/holds.yaml', 'settings'],
    ['config', 'config/people.yaml', 'settings'],
    ['config', 'config-old/people.yaml', 'outside'],
    ['config', 'README.md', 'outside'],
    ['', 'requests/r1.yaml', 'requests'],
    ['', 'README.md', 'settings'],
    ['a/b', 'a/b/requests/r1.yaml', 'requests'],
    ['a/b', 'a/requests/r1.yaml', 'outside'],
  ])('below %j, %s is %s', (directory, path, area) => {
    expect(areaOf(directory, path)).toBe(area)
  })
  it('tells landings of settings and holds from those of requests', () => {
    const of = history(
      ['a', change('config/people.yaml', null, 'x')],
      ['b', change(PATH, null, 'b1')],
      ['c', change('config/holds.yaml', null, 'y')],
    )
    expect(settingsLandings(of, 'config').map((one) => one.commit)).toEqual(['c', 'a'])
  })
  it.each([
    ['config/requests/a-b.yaml', 'a-b'],
    ['config/requests/a.yml', null],
    ['config/requests/a.yaml.bak', null],
    ['config/requests/README.md', null],
    ['config/requests/.yaml', null],
    ['r.yaml', 'r'],
  ])('%s has the id %s', (path, is) => {
    expect(requestIdOf(path)).toBe(is)
  })
})
