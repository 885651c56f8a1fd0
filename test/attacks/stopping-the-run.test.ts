// Somebody lands what no reader expects, so that no run gets as far as taking: it must get there all the same.

import { describe, expect, it } from 'vitest'
import { id } from '../../src/core/model/id.ts'
import { instantOf, writeInstant } from '../../src/core/model/time.ts'
import { readLedgerCommit } from '../../src/edges/git/ledger-files.ts'
import { REPOSITORY } from '../../src/entry/commands/demo/company.ts'
import { commit, type FileChange } from '../../src/sandbox/git/repository.ts'
import { askGit, git } from '../../src/sandbox/git/run.ts'
import { mergeCrafted } from '../../src/sandbox/github/actions/merging.ts'
import { MARTA, mayRead, refusals } from '../e2e/judging.ts'
import { land, propose, pushToMain } from '../e2e/people.ts'
import { asking, pathOf, request } from '../e2e/requests.ts'
import { type House, inHouse } from './house.ts'

async function given(house: House): Promise<void> {
  land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
  await house.run('apply')
  expect(mayRead(house, MARTA)).toBe(true)
}

/** Pushes this beside the withdrawal, and the next run takes. */
async function expectTakenBeside(house: House, files: Readonly<Record<string, FileChange>>): Promise<void> {
  pushToMain(house, 'tomas', { ...files, [pathOf('one')]: null })
  house.wait(60)
  const ran = await house.run('expire')
  expect([ran.writes.map(({ op }) => op), mayRead(house, MARTA)], ran.text).toEqual([
    ['DetachUserPolicy', 'DeletePolicy'],
    false,
  ])
}

/** A folder with one file whose name is these bytes. */
function folderWith({ gitDirectory }: House, name: Buffer): FileChange {
  const blob = git(gitDirectory, ['hash-object', '-w', '--stdin'], 'x')
  const rows = Buffer.concat([Buffer.from(`100644 blob ${blob}\t`), name, Buffer.from('\0')])
  return { mode: '040000', oid: askGit(gitDirectory, ['mktree', '-z'], rows).out.toString().trim() }
}

/** The newest commit of the default branch once more, dated by these words. */
function redate({ gitDirectory }: House, date: string): void {
  const made = git(gitDirectory, ['cat-file', 'commit', 'refs/heads/main'])
  const written = made.replace(/^(committer .*>).*$/m, (_line, who: string) => `${who}${date}`)
  const oid = git(gitDirectory, ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], `${written}\n`)
  git(gitDirectory, ['update-ref', 'refs/heads/main', oid])
}

describe('what was withdrawn is taken although', () => {
  it.each(['', ' tomorrow', ' -5 +0000', ' 99999999999999999999999999 +0000'])(
    'the commit that brought settings beside it is dated "%s"',
    (date) =>
      inHouse(async (house) => {
        await given(house)
        pushToMain(house, 'tomas', { 'config/holds.yaml': 'holds: []\n', [pathOf('two')]: request({ for: 'tomas' }) })
        redate(house, date)
        await expectTakenBeside(house, {})
        const ran = await house.run('apply')
        expect(mayRead(house, 'tomas.vega@harborgoods.example'), ran.text).toBe(false)
      })(),
  )

  it(
    'a path beside it is not UTF-8, now and for ever in the history',
    inHouse(async (house) => {
      await given(house)
      const [odd, long] = [
        folderWith(house, Buffer.from([0xff, 0xfe, 0x41])),
        folderWith(house, Buffer.alloc(300_000, 0xfe)),
      ]
      pushToMain(house, 'tomas', { 'config/requests/odd': odd, 'config/requests/long': long })
      pushToMain(house, 'tomas', { 'config/requests/odd': null })
      await expectTakenBeside(house, {})
    }),
  )

  it(
    'there are more bytes beside it than are read',
    inHouse(async (house) => {
      await given(house)
      const oid = git(house.gitDirectory, ['hash-object', '-w', '--stdin'], 'x'.repeat(1_000_000))
      const files = Array.from(
        { length: 300 },
        (_, nth) => [`config/requests/junk/${nth}.bin`, { mode: '100644', oid }] as const,
      )
      await expectTakenBeside(house, Object.fromEntries(files))
    }),
  )

  it(
    'a request beside it is dated beyond all calendars',
    inHouse(async (house) => {
      await given(house)
      const text = request({ for: 'tomas' }).replace(
        'duration: 2h',
        'from: 2026-12-01T08:00:00Z\nuntil: 2026-12-01T19:00:00Z',
      )
      const pull = propose(house, { by: 'tomas', files: { [pathOf('evil')]: text } })
      house.change((world) =>
        mergeCrafted(world, {
          repository: REPOSITORY,
          pull,
          by: 'tomas-vega',
          files: { [pathOf('evil')]: text },
          at: house.now(),
          committedAt: 99_999_999_999_999,
        }),
      )
      house.wait(3 * 3600)
      const ran = await house.run('apply')
      expect([mayRead(house, MARTA), refusals(house)], ran.text).toEqual([false, { evil: 'clock' }])
    }),
  )
})

describe('an instant', () => {
  it.each([
    [99_999_999_999_999, '9999-12-31T23:59:59Z'],
    [Number.MAX_SAFE_INTEGER, '9999-12-31T23:59:59Z'],
    [-99_999_999_999_999, '0001-01-01T00:00:00Z'],
  ])('of %d seconds is the last or first that can be written', (seconds, written) =>
    expect(writeInstant(instantOf(seconds))).toBe(written),
  )
})

describe('a record', () => {
  it(
    'with instants beyond all calendars is unknown: nothing is given, and what ended is taken',
    inHouse(async (house) => {
      await given(house)
      const [granted] = house.record().filter((entry) => entry.is === 'granted')
      if (granted?.is !== 'granted') throw new Error('nothing was granted')
      house.forge([{ ...granted, until: JSON.parse(String(Number.MAX_SAFE_INTEGER)) }])
      house.wait(3 * 3600)
      land(house, { by: 'jonas', files: asking('two', { for: 'jonas' }), approvedBy: ['tomas'] })
      const ran = await house.run('apply')
      expect([ran.code, mayRead(house, MARTA), mayRead(house, 'jonas.weil@harborgoods.example')], ran.text).toEqual([
        2,
        false,
        false,
      ])
      expect(ran.text).toContain('The record could not be read')
    }),
  )

  it(
    'that somebody swelled is unknown and is not even read',
    inHouse(async (house) => {
      const { gitDirectory } = house
      const blob = git(gitDirectory, ['hash-object', '-w', '--stdin'], 'x'.repeat(90_000_000))
      const months = Array.from(
        { length: 6 },
        (_, nth) => [`record/202${nth}-01.jsonl`, { mode: '100644', oid: blob }] as const,
      )
      const author = { name: 'x', email: 'x@x' }
      const oid = commit(
        { gitDirectory },
        {
          branch: 'refs/heads/daypass-ledger',
          files: Object.fromEntries(months),
          message: 'x',
          author,
          at: house.now(),
        },
      )
      const read = await readLedgerCommit(id<'commit'>(oid), { directory: gitDirectory })
      expect(read.is === 'unknown' && read.because.kind).toBe('quota')
    }),
  )
})
