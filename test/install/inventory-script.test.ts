// What inventory.sh does in an account, tried with a stand-in for the AWS CLI that keeps its state in a file.

import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inventoryScript } from '../../src/install/print/inventory.ts'
import { installable, printed } from './ground.ts'

interface State {
  readonly regions: readonly string[]
  readonly indexes: Record<string, { type: string; state: string }>
  readonly views: Record<string, string[]>
  readonly defaults: Record<string, string>
  readonly reader: boolean
  readonly coolDown: boolean
}

/** As much of the AWS CLI as the script uses; whatever else is asked ends it loudly. */
const STAND_IN = `#!/usr/bin/env node
const { readFileSync, writeFileSync, appendFileSync } = require('node:fs')
const [file, log] = [process.env.STATE, process.env.LOG]
const state = JSON.parse(readFileSync(file, 'utf8'))
const words = process.argv.slice(2)
const option = (name) => words[words.indexOf('--' + name) + 1]
const region = option('region')
const fail = (says) => { process.stderr.write(says + '\\n'); process.exit(254) }
const arn = (name) => 'arn:aws:resource-explorer-2:' + region + ':111122223333:view/' + name + '/1'
const WRITES = {
  'create-index': () => { state.indexes[region] = { type: 'LOCAL', state: 'ACTIVE' } },
  'update-index-type': () => {
    if (state.coolDown) fail('An error occurred (ServiceQuotaExceededException): wait 24 hours after deleting an aggregator')
    state.indexes[region].type = 'AGGREGATOR'
  },
  'create-view': () => { (state.views[region] ??= []).push(option('view-name')); return arn(option('view-name')) },
  'associate-default-view': () => { state.defaults[region] = option('view-arn').split('/')[1] },
}
const READS = {
  'get-caller-identity': () => '111122223333',
  'get-role': () => state.reader ? 'there' : fail('NoSuchEntity'),
  'list-regions': () => state.regions.join('\\t'),
  'get-index': () => {
    const index = state.indexes[region]
    if (index === undefined) fail('An error occurred (ResourceNotFoundException)')
    return option('query') === 'Arn' ? 'arn:index' : index.state
  },
  'list-indexes': () => (Object.entries(state.indexes).find(([, { type }]) => type === 'AGGREGATOR') ?? ['None'])[0],
  'list-views': () => (state.views[region] ?? []).map(arn).join('\\t'),
  'get-default-view': () => state.defaults[region] === undefined ? 'None' : arn(state.defaults[region]),
}
const op = words[1]
if (WRITES[op]) appendFileSync(log, [op, region].join(' ') + '\\n')
const run = WRITES[op] ?? READS[op]
if (!run) fail('the stand-in knows no ' + words.join(' '))
const says = run()
writeFileSync(file, JSON.stringify(state))
if (says !== undefined) process.stdout.write(says + '\\n')
`

const EMPTY: State = {
  regions: ['eu-west-1', 'us-east-1'],
  indexes: {},
  views: {},
  defaults: {},
  reader: true,
  coolDown: false,
}

function open(before: Partial<State> = {}) {
  const blueprint = printed(installable())
  const [script] = inventoryScript(blueprint, blueprint.shapes)
  const folder = mkdtempSync(join(tmpdir(), 'daypass-script-'))
  const [bin, state, log, file] = ['bin', 'state.json', 'log', 'inventory.sh'].map((name) => join(folder, name))
  if (bin === undefined || state === undefined || log === undefined || file === undefined) throw new Error('no folder')
  mkdirSync(bin)
  writeFileSync(join(bin, 'aws'), STAND_IN)
  chmodSync(join(bin, 'aws'), 0o755)
  writeFileSync(file, script?.text ?? '')
  writeFileSync(state, JSON.stringify({ ...EMPTY, ...before }))
  return {
    file,
    run() {
      writeFileSync(log, '')
      const path = `${bin}:${process.execPath.slice(0, process.execPath.lastIndexOf('/'))}:${process.env['PATH']}`
      const environment = { PATH: path, STATE: state, LOG: log, DAYPASS_PATIENCE: '0' }
      const { status, stderr } = spawnSync('bash', [file], { env: environment, encoding: 'utf8' })
      const written = readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
      const after: State = JSON.parse(readFileSync(state, 'utf8'))
      return { status, stderr, written, after }
    },
  }
}

describe('inventory.sh', () => {
  it('is a script that bash reads', () => {
    expect(() => execFileSync('bash', ['-n', open().file])).not.toThrow()
  })

  it('makes an index in every region, one aggregator, and a default view with tags; run again it changes nothing', () => {
    const there = open()
    const first = there.run()
    expect([first.status, first.written]).toEqual([
      0,
      [
        'create-index eu-west-1',
        'create-index us-east-1',
        'update-index-type eu-west-1',
        'create-view eu-west-1',
        'associate-default-view eu-west-1',
      ],
    ])
    const again = there.run()
    expect([again.status, again.written]).toEqual([0, []])
  })

  it('keeps an aggregator, and a default view, that are there already', () => {
    const { status, written, after } = open({
      indexes: { 'us-east-1': { type: 'AGGREGATOR', state: 'ACTIVE' } },
      views: { 'us-east-1': ['theirs'] },
      defaults: { 'us-east-1': 'theirs' },
    }).run()
    expect([status, written]).toEqual([0, ['create-index eu-west-1', 'create-view us-east-1']])
    expect(after.defaults).toEqual({ 'us-east-1': 'theirs' })
  })

  it('waits out the 24 hours after an aggregator was deleted: it says so, and ends as unfinished', () => {
    const there = open({ coolDown: true })
    const { status, stderr, after } = there.run()
    expect([status, stderr]).toEqual([2, expect.stringMatching(/cannot bring the others together yet[\s\S]*24 hours/)])
    expect(Object.keys(after.indexes)).toEqual(['eu-west-1', 'us-east-1'])
  })

  it('says that the roles come first', () => {
    const { status, stderr, written } = open({ reader: false }).run()
    expect([status, written, stderr]).toEqual([2, [], expect.stringContaining('run deploy.sh first')])
  })

  it('leaves an index that is being deleted alone', () => {
    const { status, written } = open({
      indexes: {
        'us-east-1': { type: 'LOCAL', state: 'DELETING' },
        'eu-west-1': { type: 'AGGREGATOR', state: 'ACTIVE' },
      },
    }).run()
    expect([status, written]).toEqual([2, ['create-view eu-west-1', 'associate-default-view eu-west-1']])
  })
})
