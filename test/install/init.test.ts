// An owner with an empty folder and two credentials at hand: what daypass init writes, and whom it could not match.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Company, openCompany, REPOSITORY, TOKEN } from '../../src/entry/commands/demo/company.ts'
import { answersOf, partitionOf, plainName, QUESTIONS } from '../../src/install/starter/answers.ts'
import { type DirectoryUser, type GithubAccount, matching } from '../../src/install/starter/matching.ts'
import { inAccount, keyOf, user, withKey } from '../../src/sandbox/aws/build.ts'

const NOW = 1_796_115_600
const HOME = '999900001111'
const ROOT = process.cwd()
const made: string[] = []
const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'daypass-init-'))
  made.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

let company: Company
beforeEach(async () => {
  company = await openCompany({ root: ROOT, directory: 'config', now: NOW })
  company.sandbox.change((world) => {
    const administrator = user({ attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] }, 'AIDAADMINISTRATOR')
    const aws = inAccount(world.aws, HOME, (one) => ({ ...one, users: { ...one.users, administrator } }))
    return { ...world, aws: withKey(aws, HOME, 'administrator') }
  })
})
afterEach(() => company.sandbox.close())

/** With the sandbox in this very process, waiting must not stop it. */
const run = (cwd: string, words: readonly string[], environment: Readonly<Record<string, string>>) =>
  new Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'src/entry/cli-main.ts'), ...words], {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [stdout, stderr]: [string[], string[]] = [[], []]
    child.stdout.on('data', (data) => stdout.push(String(data)))
    child.stderr.on('data', (data) => stderr.push(String(data)))
    child.on('close', (code) => resolve({ code, stdout: stdout.join(''), stderr: stderr.join('') }))
  })

const github = () => ({
  GITHUB_TOKEN: TOKEN,
  GITHUB_API_URL: `${company.sandbox.url}/github`,
  GITHUB_GRAPHQL_URL: `${company.sandbox.url}/github/graphql`,
})
const aws = () => {
  const { accessKeyId, secretAccessKey } = keyOf(HOME, 'administrator')
  return {
    AWS_ENDPOINT_URL: `${company.sandbox.url}/aws`,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  }
}

const FLAGS = [
  '--repository',
  REPOSITORY,
  '--owners',
  'nadia-berg, oscarlindt,priya-nair',
  '--hub',
  HOME,
  '--region',
  'eu-west-1',
] as const

const yamlIn = (folder: string, path: string) => parse(readFileSync(join(folder, path), 'utf8'))

describe('daypass init', () => {
  it('writes settings that validate, with the organisation’s accounts and the people of GitHub and the directory', async () => {
    const folder = emptyFolder()
    const { code, stdout, stderr } = await run(folder, ['init', ...FLAGS, '--center', HOME], { ...github(), ...aws() })
    expect([code, stderr]).toEqual([0, ''])
    const { accounts, trust, identityCenter } = yamlIn(folder, 'config/integrations/aws.yaml')
    expect(trust).toEqual({ repository: REPOSITORY, repositoryId: 4242, ownerId: 4200 })
    expect(identityCenter).toEqual({ home: HOME, region: 'eu-west-1' })
    expect(accounts.map(({ id }: { readonly id: string }) => id)).toEqual(
      Object.keys(company.sandbox.world().aws.accounts).sort(),
    )
    const { people } = yamlIn(folder, 'config/people.yaml')
    expect(Object.keys(people)).toHaveLength(company.settings.people.size)
    expect(people['nadia-berg']).toEqual({
      id: 9_100_001,
      login: 'nadia-berg',
      email: 'nadia.berg@harborgoods.example',
      groups: ['engineers', 'owners'],
    })
    expect(yamlIn(folder, 'config/daypass.yaml').owners).toEqual({
      people: ['nadia-berg', 'oscarlindt', 'priya-nair'],
      approvals: 2,
    })
    const checked = await run(folder, ['validate'], {})
    expect([checked.code, checked.stdout]).toEqual([0, expect.not.stringContaining('error')])
    const printed = await run(folder, ['setup', '--json'], {})
    expect([printed.code, JSON.parse(printed.stdout).form]).toEqual([0, 'cloudformation'])
    expect(stdout).toContain('people are in people.yaml')
  })

  it('brings the workflows, the issue form, the schemas and the editor’s settings, and not what tests Daypass itself', async () => {
    const folder = emptyFolder()
    await run(folder, ['init', ...FLAGS], { ...github(), ...aws() })
    for (const path of [
      '.github/workflows/apply.yml',
      '.github/workflows/verify.yml',
      '.github/ISSUE_TEMPLATE/access.yml',
      'schemas/request.schema.json',
      '.vscode/settings.json',
    ])
      expect(existsSync(join(folder, path)), path).toBe(true)
    expect(existsSync(join(folder, '.github/workflows/ci.yml'))).toBe(false)
    const first = readFileSync(join(folder, 'config/integrations/aws.yaml'), 'utf8').split('\n')[0] ?? ''
    const named = first.replace('# yaml-language-server: $schema=', '')
    expect(existsSync(join(folder, 'config/integrations', named)), named).toBe(true)
  })

  it('overwrites nothing', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, '.vscode'), 'a file')
    const occupied = emptyFolder()
    await run(occupied, ['init', ...FLAGS], { ...github(), ...aws() })
    const before = readFileSync(join(occupied, 'config/people.yaml'), 'utf8')
    const again = await run(occupied, ['init', ...FLAGS], { ...github(), ...aws() })
    expect(again.code).toBe(1)
    expect(again.stderr).toMatch(/^Nothing was written: these files are there already/)
    expect(readFileSync(join(occupied, 'config/people.yaml'), 'utf8')).toBe(before)
  })

  it('without AWS writes an example to start from, and says so', async () => {
    const folder = emptyFolder()
    const { code, stdout } = await run(folder, ['init', ...FLAGS], {
      ...github(),
      AWS_ENDPOINT_URL: `${company.sandbox.url}/aws`,
      AWS_EC2_METADATA_DISABLED: 'true',
    })
    expect(code).toBe(0)
    expect(stdout).toContain('accounts could not be read')
    expect((await run(folder, ['validate'], {})).code).toBe(0)
  })

  it.each([
    [['--hub', '12345'], /an AWS account has twelve digits/],
    [['--repository', 'access'], /a repository is written owner\/name/],
    [['--region', 'Ireland'], /a region is written like eu-west-1/],
    [['--owners', 'who is this'], /logins are letters/],
  ])('says what is wrong with %j', async (words, says) => {
    const folder = emptyFolder()
    const given = [...FLAGS]
    const at = given.indexOf(words[0] as (typeof FLAGS)[number])
    const { code, stderr } = await run(
      folder,
      ['init', ...given.slice(0, at), ...words, ...given.slice(at + 2)],
      github(),
    )
    expect([code, stderr]).toEqual([1, expect.stringMatching(says)])
    expect(existsSync(join(folder, 'config'))).toBe(false)
  })

  it('does without a token of GitHub not guess ids, and knows no owner who is not there', async () => {
    const folder = emptyFolder()
    expect((await run(folder, ['init', ...FLAGS], aws())).stderr).toContain('GITHUB_TOKEN')
    const strange = await run(
      folder,
      ['init', '--repository', REPOSITORY, '--owners', 'nobody-here', '--hub', HOME, '--region', 'eu-west-1'],
      { ...github(), ...aws() },
    )
    expect([strange.code, existsSync(join(folder, 'config'))]).toEqual([1, false])
  })
})

const account = (id: number, login: string, more: Partial<GithubAccount> = {}): GithubAccount => ({
  id,
  login,
  name: null,
  email: null,
  ...more,
})
const person = (email: string, name = ''): DirectoryUser => ({ userName: email, email, name })

describe('matching GitHub accounts with the directory', () => {
  it.each([
    ['by e-mail', account(1, 'x', { email: 'Marta@acme.test' }), person('marta@acme.test')],
    ['by login', account(1, 'marta-kowal'), person('marta.kowal@acme.test')],
    ['by name', account(1, 'mk', { name: 'Márta Kowal' }), person('m1@acme.test', 'Marta Kowal')],
  ])('%s', (_, one, other) => {
    expect(matching([one], [other]).matched).toEqual([{ account: one, email: other.email }])
  })

  it('leaves out what two could mean, on either side', () => {
    const twoUsers = matching(
      [account(1, 'mk', { name: 'Marta Kowal' })],
      [person('m1@acme.test', 'Marta Kowal'), person('m2@acme.test', 'Marta Kowal')],
    )
    expect([twoUsers.matched, twoUsers.accounts.length, twoUsers.users.length]).toEqual([[], 1, 2])
    const twoAccounts = matching(
      [account(1, 'a', { name: 'Marta Kowal' }), account(2, 'b', { name: 'Marta Kowal' })],
      [person('m@acme.test', 'Marta Kowal')],
    )
    expect([twoAccounts.matched, twoAccounts.accounts.length]).toEqual([[], 2])
  })

  it('gives nobody to two accounts', () => {
    const both = matching(
      [account(1, 'x', { email: 'marta@acme.test' }), account(2, 'marta')],
      [person('marta@acme.test')],
    )
    expect(both.matched.map(({ account: { id } }) => id)).toEqual([1])
  })
})

describe('answers', () => {
  it('are at most five questions', () => {
    expect(Object.keys(QUESTIONS).length).toBeLessThanOrEqual(5)
  })

  it('become what the files need', () => {
    expect(answersOf({ repository: 'a/b', owners: 'x, y', hub: HOME, region: 'eu-west-1', center: '' })).toMatchObject({
      owners: ['x', 'y'],
      center: null,
    })
    expect([partitionOf('us-gov-west-1'), partitionOf('cn-north-1'), partitionOf('us-east-1')]).toEqual([
      'aws-us-gov',
      'aws-cn',
      'aws',
    ])
    expect([plainName('Orders (Prod)', 'x'), plainName('***', 'x')]).toEqual(['orders-prod', 'x'])
  })
})
