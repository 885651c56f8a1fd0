// The whole chain of a request as people and programs read it.

import { describe, expect, it } from 'vitest'
import { type Examination, examineRequest } from '../../../src/core/approval/proof.ts'
import type { Verdict } from '../../../src/core/approval/proof-verdict.ts'
import { known } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import { CHAIN_START, chainOn } from '../../../src/core/report/chain.ts'
import { type Edition, type Explained, explainJson, explainText } from '../../../src/core/report/explain.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import { COLOURED, PLAIN } from '../../../src/core/report/palette.ts'
import type { Entry } from '../../../src/core/report/record.ts'
import { REFUSED } from '../../../src/core/report/words.ts'
import { asked, commit, type Spoil, UNREAD } from '../approval/proof-story.ts'
import { at, ENTRIES, grant, version as named } from './entries.ts'
import { bold, faint, green, red, yellow } from './told.ts'

const EMPTY = { ledger: foldLines([]), lines: [], commit: null }
const version = { ...asked().version, id: named('1'), landing: id<'commit'>('L') }

const recorded = (...entries: readonly Entry[]): Explained['record'] => {
  const lines = chainOn(CHAIN_START, entries, at(9), '42/1')
  return known({ ledger: foldLines(lines), lines, commit: null })
}

const edition = (spoil: Spoil, more: Partial<Edition> = {}): Edition => {
  const examination = examineRequest(asked(spoil))
  return { version, atHead: true, examination, verdict: examination.verdict, ...more }
}

const explained = (editions: readonly Edition[], more: Partial<Explained> = {}): Explained => ({
  id: 'r1',
  editions,
  record: known(EMPTY),
  remarks: [],
  ...more,
})

const HEAD = [
  'config/requests/r1.yaml',
  '  landed 2027-01-15T08:00:02Z by commit L',
  '  bytes  b1   edition 1111111111111111…',
]

/** Of one edition that nobody examined: what is said of its verdict and by the record. */
const said = (verdict: Verdict, record: Explained['record'] = known(EMPTY), palette = PLAIN) =>
  explainText(explained([edition({}, { examination: null, verdict })], { record }), palette)
    .split('\n')
    .slice(3, -1)

describe('what explain shows', () => {
  it('of a request that was given is every check with its answer, and what the record has of it', () => {
    const record = recorded(ENTRIES.proved, ENTRIES.claimed, ENTRIES.granted, ENTRIES.ended)
    expect(explainText(explained([edition({})], { record }), PLAIN)).toBe(
      [
        ...HEAD,
        '  pull request #12',
        '    ✓ Which settings were in force just before it landed? S',
        '    ✓ Which settings are in force now? S',
        '    ✓ Do the settings at the head validate? they validate',
        '    ✓ Could what GitHub says about the landing be read? read',
        '    ✓ Did a merged pull request bring it? merged at 2027-01-15T08:00:00Z',
        '    ✓ Was it merged into the default branch of this repository? main',
        '    ✓ Was it merged as this very commit? L',
        '    ✓ Is the landing dated at most five minutes after the merge? landed 2027-01-15T08:00:02Z',
        '    ✓ Is what landed exactly what the pull request changed? 1 changed, all alike',
        '    ✓ Does the pull request hold requests only, or settings only? requests only',
        '    ✓ Was the file absent before? it is new',
        '    ✓ Are the bytes those of the head of the pull request? b1',
        '    ✓ Who asked for it? marta',
        '    ✓ Is everybody exactly one person of the people map? asked by marta, for marta',
        '    ✓ Does every name mean now what it meant at the landing? all the same',
        '    ✓ Could all reviews be read? all pages',
        '    ✓ Did the rules at the landing allow it? 1 of 1 approval by rule leads',
        '    ✓ Do the rules in force now allow it? 1 of 1 approval by rule leads',
        '    ✓ Do the rules at the head allow it? 1 of 1 approval by rule leads',
        '    ✓ Were all demanded approvals there at the merge? lena approved 1h before the merge',
        '  proved by pull request #12 under rule leads',
        '  record 2026-11-22T09:00:00Z proved: pull request #7, rule production, reviews 1001, 1002',
        '  record 2026-11-22T09:00:00Z claimed in orders-prod',
        '  record 2026-11-22T09:00:00Z given in orders-prod until 2026-11-22T10:00:00Z',
        '  record 2026-11-22T09:00:00Z ended in orders-prod: expired',
        '',
      ].join('\n'),
    )
  })

  it('of a request that was refused ends where it failed, and with what to do', () => {
    const text = explainText(explained([edition({ pull: { mergeCommit: commit('M') } })]), COLOURED).split('\n')
    expect(text.slice(0, 5)).toEqual([
      bold('config/requests/r1.yaml'),
      ...HEAD.slice(1),
      bold('  pull request #12'),
      `    ${green('✓')} Which settings were in force just before it landed? ${faint('S')}`,
    ])
    expect(text.slice(-4)).toEqual([
      `    ${red('✗')} Was it merged as this very commit? ${faint('GitHub merged it as M, not L (squash instead of rebasing several commits)')}`,
      `  ${red('refused: pull request #12: GitHub merged it as M, not L (squash instead of rebasing several commits)')}`,
      `  → ${REFUSED['not-this-landing'].cure}`,
      '',
    ])
  })

  it('of what could not be read says so, outside of any pull request', () => {
    const text = explainText(explained([edition({ asked: { evidence: UNREAD } })]), COLOURED).split('\n')
    expect(text.slice(3)).toEqual([
      `    ${green('✓')} Which settings were in force just before it landed? ${faint('S')}`,
      `    ${green('✓')} Which settings are in force now? ${faint('S')}`,
      `    ${green('✓')} Do the settings at the head validate? ${faint('they validate')}`,
      `    ${yellow('?')} Could what GitHub says about the landing be read? ${faint('GitHub: unreachable (timeout)')}`,
      `  ${yellow('not known: GitHub: unreachable (timeout)')}`,
      '',
    ])
  })

  it('of what nobody asked about is its verdict alone', () => {
    expect(said({ is: 'unknown', because: 'not asked' })).toEqual(['  not known: not asked'])
    expect(said(edition({}).verdict, known(EMPTY), COLOURED)).toEqual([
      `  ${green('proved by pull request #12 under rule leads')}`,
    ])
  })

  it('has each edition, and says which is not at the head any more', () => {
    const old = edition({}, { examination: null, atHead: false })
    const text = explainText(explained([edition({}, { examination: null }), old]), COLOURED).split('\n')
    expect(text[0]).toBe(bold('config/requests/r1.yaml'))
    expect(text.slice(4, 6)).toEqual(['', bold('config/requests/r1.yaml (not at the head any more)')])
  })

  it('is little where nothing of that name landed, and says what could not be read', () =>
    expect(
      explainText(explained([], { record: UNREAD, remarks: ['The clone is old.', 'It is shallow.'] }), COLOURED),
    ).toBe(
      [
        yellow('No request named r1 ever landed.'),
        '',
        yellow('The record was not read: GitHub: unreachable (timeout)'),
        '',
        yellow('The clone is old.'),
        '',
        yellow('It is shallow.'),
        '',
      ].join('\n'),
    ))
})

describe('the record of an edition', () => {
  const other = named('2')
  const lines = (...entries: readonly Entry[]) =>
    said({ is: 'unknown', because: 'x' }, recorded(...entries))
      .slice(1)
      .map((line) => line.replace('  record 2026-11-22T09:00:00Z ', ''))

  it.each<[Entry['is'], Partial<Entry>, string]>([
    ['proved', {}, 'proved: pull request #7, rule production, reviews 1001, 1002'],
    ['proved', { reviews: [] }, 'proved: pull request #7, rule production, reviews none needed'],
    ['refused', { version: version.id }, 'refused: one approval of orders-leads was missing'],
    ['claimed', {}, 'claimed in orders-prod'],
    ['granted', {}, 'given in orders-prod until 2026-11-22T10:00:00Z'],
    ['ended', {}, 'ended in orders-prod: expired'],
    ['failed', {}, 'could not be taken away in orders-prod: throttled'],
    ['failed', { does: 'gives' }, 'could not be given in orders-prod: throttled'],
    ['failed', { does: 'prepares' }, 'could not be prepared in orders-prod: throttled'],
    ['blocked', {}, 'not given for now: marta has no IAM user'],
    ['had', {}, 'nothing to give: the group readers: held before Daypass'],
    ['withdrawn', {}, 'nothing was given: its request was deleted or changed'],
    [
      'brokeGlass',
      { by: [id('priya'), id('sam')] },
      'glass broken by pull request #7: priya, sam must review it until 2026-11-22T20:00:00Z',
    ],
    ['reviewed', {}, 'reviewed afterwards: priya approved'],
    ['reviewed', { verdict: 'objected' }, 'reviewed afterwards: priya objected'],
  ])('tells what was %s', (is, more, text) => {
    expect(lines({ ...ENTRIES[is], ...more } as Entry)).toEqual([text])
  })

  it('has no lines of other editions, nor of runs', () =>
    expect(
      lines(
        ENTRIES.opened,
        ENTRIES.told,
        ENTRIES.closed,
        ENTRIES.refused,
        { ...ENTRIES.proved, version: other },
        { ...ENTRIES.blocked, version: other },
        { ...ENTRIES.brokeGlass, version: other },
        { ...ENTRIES.reviewed, version: other },
        { ...ENTRIES.claimed, versions: [other] },
        { ...ENTRIES.failed, versions: [other] },
        { ...ENTRIES.granted, grants: [{ grant, version: other }] },
        { ...ENTRIES.ended, versions: ['2222'] },
        { ...ENTRIES.ended, versions: [] },
      ),
    ).toEqual([]))

  it('has the end of what it was given through, though that names no edition', () => {
    const end: Entry = { ...ENTRIES.ended, versions: [], because: 'held' }
    expect(lines(ENTRIES.granted, { ...end, holding: id('another') }, end)).toEqual([
      'given in orders-prod until 2026-11-22T10:00:00Z',
      'ended in orders-prod: held',
    ])
  })

  it('has what was given to it among others, by how its edition begins, and nothing of those others', () => {
    const shared: Entry = { ...ENTRIES.granted, grants: [other, version.id].map((one) => ({ grant, version: one })) }
    const theirs: Entry = { ...ENTRIES.granted, grants: [{ grant, version: other }] }
    const given = 'given in orders-prod until 2026-11-22T10:00:00Z'
    expect(lines(shared, theirs)).toEqual([given])
    expect(lines(ENTRIES.claimed, { ...ENTRIES.ended, versions: [] })).toEqual(['claimed in orders-prod'])
    const long = { ...version, id: id<'version'>('12'.repeat(32)) }
    const told = (versions: readonly string[]) =>
      explainText(
        explained([{ version: long, atHead: true, examination: null, verdict: { is: 'unknown', because: 'x' } }], {
          record: recorded({ ...ENTRIES.ended, versions }),
        }),
        PLAIN,
      )
    expect(told(['121'])).toContain('ended in orders-prod')
    expect(told(['212'])).not.toContain('ended in orders-prod')
  })

  it('is painted faint', () =>
    expect(said({ is: 'unknown', because: 'x' }, recorded(ENTRIES.claimed), COLOURED)[1]).toBe(
      faint('  record 2026-11-22T09:00:00Z claimed in orders-prod'),
    ))
})

describe('what explain tells programs', () => {
  it('is the same', () => {
    const examination: Examination = examineRequest(asked({ asked: { evidence: UNREAD } }))
    const record = recorded(ENTRIES.opened, ENTRIES.claimed)
    const told = explained([edition({}, { examination, verdict: examination.verdict })], { record, remarks: ['Old.'] })
    expect(JSON.parse(explainJson(told))).toEqual({
      id: 'r1',
      editions: [
        {
          version: version.id,
          path: 'config/requests/r1.yaml',
          blob: 'b1',
          landing: 'L',
          landedAt: '2027-01-15T08:00:02Z',
          atHead: true,
          verdict: { is: 'unknown', because: 'GitHub: unreachable (timeout)' },
          checks: [{ pull: null, checks: examination.examined[0]?.checks }],
          record: record.is === 'known' ? record.value.lines.slice(1) : [],
        },
      ],
      remarks: ['Old.'],
    })
  })

  it('says what could not be read among the remarks', () =>
    expect(
      JSON.parse(explainJson(explained([edition({}, { examination: null })], { record: UNREAD, remarks: ['Old.'] }))),
    ).toMatchObject({ editions: [{ checks: [], record: [] }], remarks: ['Old.', 'GitHub: unreachable (timeout)'] }))
})
