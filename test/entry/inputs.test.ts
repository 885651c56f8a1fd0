// Whether the Action's inputs are read as they are meant, and each wrong one refused by name.

import { describe, expect, it } from 'vitest'
import { type Inputs, readInputs } from '../../src/entry/inputs.ts'
import type { Variables } from './daypass.ts'

const SHA = 'a'.repeat(40)
const GITHUB: Variables = { GITHUB_REPOSITORY: 'harbor-goods/access' }

const read = (inputs: Variables, environment: Variables = GITHUB) =>
  readInputs((name) => inputs[name] ?? '', environment)

function inputs(given: Variables, environment: Variables = GITHUB): Inputs {
  const answer = read(given, environment)
  if (answer.is === 'wrong') throw new Error(answer.says)
  return answer.inputs
}

describe('inputs', () => {
  it('have the defaults of action.yml where nothing is set', () => {
    expect(inputs({ command: 'apply' })).toEqual({
      command: 'apply',
      directory: 'config',
      start: null,
      token: null,
      ledgerBranch: 'daypass-ledger',
      dataBranch: 'daypass-data',
      part: '',
      pullRequests: [],
      mergeMethod: 'squash',
      workflows: { apply: 'apply.yml', expire: 'expire.yml' },
      verifyAs: 'inventory',
      hold: { what: '', name: '', because: '' },
      budget: 45 * 60,
      repository: 'harbor-goods/access',
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      environment: GITHUB,
    })
  })

  it('are read without the blanks around them', () => {
    const given = {
      command: ' plan ',
      directory: ' access/config/ ',
      start: ` ${SHA}\n`,
      'github-token': ' t ',
      'ledger-branch': ' record ',
      'pull-request': ' 12 ',
      'time-budget': '0.5',
    }
    expect(inputs(given, { ...GITHUB, GITHUB_SERVER_URL: 'https://github.example/' })).toMatchObject({
      command: 'plan',
      directory: 'access/config',
      start: SHA,
      token: 't',
      ledgerBranch: 'record',
      pullRequests: [12],
      budget: 30,
      serverUrl: 'https://github.example',
    })
  })

  it.each([
    ['start', 'main'],
    ['start', SHA.slice(1)],
    ['start', SHA.toUpperCase()],
    ['start', `${SHA} ${SHA}`],
    ['directory', '../config'],
    ['directory', 'a/../../b'],
    ['directory', '/etc'],
    ['directory', '.'],
    ['directory', '..'],
    ['directory', '.git'],
    ['directory', 'a b'],
    ['directory', 'config\nx'],
    ['directory', 'c\u200bonfig'],
    ['directory', '-c'],
    ['ledger-branch', '-f'],
    ['ledger-branch', '../main'],
    ['ledger-branch', 'a..b'],
    ['ledger-branch', 'a b'],
    ['ledger-branch', 'x'.repeat(101)],
    ['ledger-branch', ':main'],
    ['ledger-branch', 'record.lock'],
    ['ledger-branch', 'record/'],
    ['ledger-branch', 'a//b'],
    ['pull-request', '0'],
    ['pull-request', '-1'],
    ['pull-request', '1.5'],
    ['pull-request', '#12'],
    ['pull-request', '0x10'],
    ['pull-request', '12345678901'],
    ['time-budget', '0'],
    ['time-budget', '-3'],
    ['time-budget', '351'],
    ['time-budget', 'NaN'],
    ['time-budget', 'Infinity'],
    ['time-budget', '45m'],
    ['time-budget', ' '],
  ])('%s is refused when it is %j', (name, value) => {
    const answer = read({ command: 'apply', [name]: value })
    expect(answer).toMatchObject({ is: 'wrong', says: expect.stringMatching(new RegExp(`^The input ${name} .*\\.$`)) })
  })

  it.each([[''], ['access'], ['a/b/c'], ['a b/c'], ['https://github.com/a/b']])(
    'need a repository, which %j is not',
    (repository) => {
      expect(read({ command: 'apply' }, { GITHUB_REPOSITORY: repository })).toMatchObject({
        is: 'wrong',
        says: expect.stringContaining('GITHUB_REPOSITORY'),
      })
    },
  )
})
