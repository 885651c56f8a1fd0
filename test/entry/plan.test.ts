// What `daypass plan` says in a clone whose files differ from its default branch.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CRASH, daypass, git, inFolder, putSettings, type Said, type Variables } from './daypass.ts'

const ask = (more = 'duration: 2h'): string =>
  `for: marta\nreason: The queue is stuck\n${more}\naccess: [{account: orders-prod, actions: ["sqs:ReceiveMessage"], on: ["arn:aws:sqs:eu-west-1:111122223333:orders"]}]\n`

const OLD = 'config/requests/marta-old.yaml'
const NEW = 'config/requests/marta-new.yaml'

const write = (folder: string, files: Variables): void => {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
}

const commit = (folder: string): void => {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'Work')
}

/** A clone on `main` with the example's settings and one request that landed. */
const inClone = (work: (folder: string) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    git(folder, 'init', '--quiet', '--initial-branch', 'main')
    putSettings(folder)
    mkdirSync(join(folder, 'config/requests'))
    write(folder, { [OLD]: ask() })
    commit(folder)
    await work(folder)
  })

const json = ({ stdout }: Said) => JSON.parse(stdout)

describe('plan', () => {
  it('has nothing to say of what has landed', () =>
    inClone(async (folder) => {
      const said = await daypass(folder, ['plan'])
      expect([said.code, said.stderr]).toEqual([0, ''])
      expect(said.stdout).toContain('Nothing to do')
    }))

  it('says who would get a new request, and whose approval is missing', () =>
    inClone(async (folder) => {
      write(folder, { [NEW]: ask('duration: 1h') })
      const said = await daypass(folder, ['plan'])
      expect(said.code).toBe(0)
      expect(said.stdout).toMatch(/1 approval by orders-leads/)
      expect(said.stdout).toContain('marta-new')
      expect(said.stdout).not.toContain('marta-old')
      const told = json(await daypass(folder, ['plan', '--json']))
      expect(told).toMatchObject({
        basis: { is: 'git' },
        requests: [{ id: 'marta-new', person: 'marta' }],
        findings: [],
        outcomes: [],
      })
    }))

  it('says the same of a commit on a branch of its own, and as the comment that GitHub will show', () =>
    inClone(async (folder) => {
      git(folder, 'switch', '--quiet', '--create', 'ask')
      write(folder, { [NEW]: ask('duration: 1h') })
      commit(folder)
      expect((await daypass(folder, ['plan'])).stdout).toMatch(/1 approval by orders-leads/)
      expect((await daypass(folder, ['plan', '--markdown'])).stdout).toMatch(
        /^(<!--.*-->\n)?## 🟡 Waiting for 1 approval by orders-leads$/m,
      )
      expect((await daypass(folder, ['plan', '--base', 'ask'])).stdout).toContain('Nothing to do')
    }))

  it('counts approvals as for somebody else when it is told who asks', () =>
    inClone(async (folder) => {
      write(folder, { [NEW]: ask('duration: 1h') })
      expect((await daypass(folder, ['plan', '--as', 'jonas'])).stdout).toMatch(/2 approvals by orders-leads/)
    }))

  it('does not know somebody who is not in people.yaml', () =>
    inClone(async (folder) => {
      write(folder, { [NEW]: ask('duration: 1h') })
      const said = await daypass(folder, ['plan', '--as', 'jonsa'])
      expect([said.code, said.stdout]).toEqual([1, ''])
      expect(said.stderr).toContain('"jonsa"')
    }))

  it('refuses what no rule allows, and ends as 2', () =>
    inClone(async (folder) => {
      write(folder, { [NEW]: ask('duration: 1h').replace('for: marta', 'for: bruno') })
      const said = await daypass(folder, ['plan', '--json'])
      expect(said.code).toBe(2)
      expect(json(said).requests).toMatchObject([{ id: 'marta-new', decision: { is: 'refused' } }])
    }))

  it('says that a request that is removed ends early', () =>
    inClone(async (folder) => {
      rmSync(join(folder, OLD))
      const said = await daypass(folder, ['plan'])
      expect(said.code).toBe(0)
      expect(said.stdout).toMatch(/marta-old/)
      expect(said.stdout).not.toContain('Nothing to do')
    }))

  it('finds fault with a request that is edited after it landed', () =>
    inClone(async (folder) => {
      write(folder, { [OLD]: ask('duration: 4h') })
      const said = await daypass(folder, ['plan', '--json'])
      expect(said.code).toBe(1)
      expect(json(said).findings).toMatchObject([{ code: 'request-edited', at: { file: OLD, line: 1 } }])
    }))

  it('finds fault with requests and settings in one change', () =>
    inClone(async (folder) => {
      write(folder, {
        [NEW]: ask('duration: 1h'),
        'config/rules/more.yaml': 'rules: [{name: more, what: {kind: role}, ways: [auto]}]\n',
      })
      const said = await daypass(folder, ['plan', '--json'])
      expect(said.code).toBe(1)
      expect(json(said).findings).toContainEqual(expect.objectContaining({ code: 'change-mixed', severity: 'error' }))
    }))

  it('says whose approval a change of settings takes, and judges by the settings that are in force', () =>
    inClone(async (folder) => {
      write(folder, { 'config/rules/more.yaml': 'rules: [{name: more, what: {kind: role}, ways: [auto]}]\n' })
      const said = await daypass(folder, ['plan'])
      expect(said.code).toBe(0)
      expect(said.stdout).toContain('config/rules/more.yaml')
      expect(said.stdout).not.toContain('Nothing to do')
    }))

  it('tells findings of the files that the change touches only', () =>
    inClone(async (folder) => {
      write(folder, { 'config/requests/broken.yaml': 'for: marta\nfor: lena\n' })
      commit(folder)
      write(folder, { [NEW]: ask('duraton: 1h') })
      const said = await daypass(folder, ['plan', '--json'])
      expect(said.code).toBe(1)
      expect(json(said).findings).toMatchObject([{ code: 'shape-unknown-key', at: { file: NEW, line: 3 } }])
    }))

  it('says so where the settings of the default branch are broken', () =>
    inClone(async (folder) => {
      write(folder, { 'config/people.yaml': 'people: {' })
      commit(folder)
      const said = await daypass(folder, ['plan'])
      expect([said.code, said.stdout]).toEqual([1, ''])
      expect(said.stderr).toMatch(/^The settings of the default branch are broken/)
    }))
})

describe('the default branch', () => {
  it('is the remote one where there is a remote', () =>
    inClone((origin) =>
      inFolder(async (folder) => {
        const clone = join(folder, 'clone')
        git(folder, 'clone', '--quiet', origin, clone)
        write(clone, { [NEW]: ask('duration: 1h') })
        commit(clone)
        expect((await daypass(clone, ['plan'])).stdout).toMatch(/1 approval by orders-leads/)
      }),
    ))

  it('is HEAD where there is no main', () =>
    inClone(async (folder) => {
      git(folder, 'branch', '--move', 'trunk')
      write(folder, { [NEW]: ask('duration: 1h') })
      expect((await daypass(folder, ['plan'])).stdout).toMatch(/1 approval by orders-leads/)
      commit(folder)
      expect((await daypass(folder, ['plan'])).stdout).toContain('Nothing to do')
    }))

  it('cannot be read in a clone whose history is cut off', () =>
    inClone((origin) =>
      inFolder(async (folder) => {
        const clone = join(folder, 'clone')
        git(folder, 'clone', '--quiet', '--depth', '1', `file://${origin}`, clone)
        const said = await daypass(clone, ['plan'])
        expect([said.code, said.stdout]).toEqual([3, ''])
        expect(said.stderr).toMatch(/the clone is shallow/)
        expect(said.stderr).not.toMatch(CRASH)
      }),
    ))

  it('cannot be read in a repository without a commit', () =>
    inFolder(async (folder) => {
      git(folder, 'init', '--quiet')
      putSettings(folder)
      const said = await daypass(folder, ['plan'])
      expect([said.code, said.stdout]).toEqual([3, ''])
      expect(said.stderr).toMatch(/there is no such commit/)
    }))

  it('cannot be read where the name given is that of no commit', () =>
    inClone(async (folder) => {
      const said = await daypass(folder, ['plan', '--base', 'nosuch'])
      expect([said.code, said.stdout]).toEqual([3, ''])
      expect(said.stderr).toMatch(/nosuch: not-found/)
    }))
})
