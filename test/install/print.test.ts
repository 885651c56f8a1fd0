// What `daypass setup` prints: whole, the same every time, understood by the tools that it is for, and quick.

import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse as parseHcl } from '@cdktf/hcl2json'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { id } from '../../src/core/model/id.ts'
import { blueprintOf } from '../../src/install/blueprint/shapes.ts'
import type { PrintedFile } from '../../src/install/print/files.ts'
import { FORMS, type Form } from '../../src/install/print/index.ts'
import { anAccount } from '../support/builders.ts'
import { ACCOUNTS, HUB, installable, printed, TARGET, TRUST } from './ground.ts'
import { templateFaults } from './template-fault.ts'

const folder = mkdtempSync(join(tmpdir(), 'daypass-setup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const filesOf = (form: Form, settings = installable()): readonly PrintedFile[] => {
  const blueprint = printed(settings)
  return FORMS[form](blueprint, blueprint.shapes)
}

const forms = Object.keys(FORMS) as readonly Form[]

function written(name: string, files: readonly PrintedFile[]): string {
  const root = join(folder, name)
  for (const { path, text, executable } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    if (executable === true) chmodSync(join(root, path), 0o755)
  }
  return root
}

const PARTITIONS = [
  ['aws', 'eu-west-1'],
  ['aws-us-gov', 'us-gov-west-1'],
  ['aws-cn', 'cn-north-1'],
] as const

describe('setup prints', () => {
  it.each(forms)('the same bytes for the same settings: %s', (form) => {
    expect(filesOf(form)).toEqual(filesOf(form))
    const turned = installable({ accounts: [...ACCOUNTS].reverse() })
    const byPath = (files: readonly PrintedFile[]) => files.map(({ path }) => path).sort()
    expect(byPath(filesOf(form, turned))).toEqual(byPath(filesOf(form)))
  })

  it.each(PARTITIONS)('templates that AWS’s own resource schemas describe, in %s', (partition, region) => {
    const files = filesOf('cloudformation', installable({ partition, region }))
    const templates = files.filter(({ path }) => path.endsWith('.yaml'))
    expect(templates.length).toBe(4)
    for (const { path, text } of templates) expect(templateFaults(parse(text)), path).toEqual([])
  })

  it('the judge of templates finds what is wrong', () => {
    const role = {
      Type: 'AWS::IAM::Role',
      Properties: { RoleNam: 'x', Path: 3, AssumeRolePolicyDocument: { Ref: 'Gone' } },
    }
    expect(
      templateFaults({ Resources: { A: role, B: { Type: 'AWS::IAM::Rolle' }, C: { Type: 'AWS::IAM::Role' } } }),
    ).toEqual([
      'A: AWS::IAM::Role has no RoleNam',
      'A: Path is number, AWS takes string',
      'B: there is no AWS::IAM::Rolle',
      'C lacks AssumeRolePolicyDocument',
      'Ref Gone means nothing',
    ])
  })

  it.each(PARTITIONS)('no ARN of another partition in %s', (partition, region) => {
    for (const form of forms)
      for (const { path, text } of filesOf(form, installable({ partition, region }))) {
        const named = [...text.matchAll(/arn:([a-z-]+):/g)].map(([, found]) => found)
        expect(
          named.filter((found) => found !== partition),
          `${form} ${path}`,
        ).toEqual([])
      }
  })

  it('Terraform that its language’s own reader understands, with the same policies', async () => {
    const files = filesOf('terraform')
    for (const { path, text } of files.filter((file) => file.path.endsWith('.tf')))
      expect(Object.keys(await parseHcl(path, text)), path).toContain('terraform')
    const policy = files.find(({ path }) => path === 'modules/iam-user/policies/apply.json')
    const [shape] = printed(installable()).shapes.filter(({ parts }) => parts.includes('iam-user'))
    const inBlueprint = shape?.roles.find(({ title }) => title === 'apply')?.policy
    const asTerraform = JSON.parse((policy?.text ?? '').replace(/\$\{(account|partition)\}/g, '{$1}'))
    expect(asTerraform).toEqual(inBlueprint)
  })

  it('Terraform that terraform fmt leaves as it is, where there is one', (context) => {
    if (spawnSync('terraform', ['version']).error !== undefined) context.skip('there is no terraform on this machine')
    for (const accounts of [ACCOUNTS, ACCOUNTS.slice(0, 1)]) {
      const root = written(`terraform-${accounts.length}`, filesOf('terraform', installable({ accounts })))
      const formatted = spawnSync('terraform', ['fmt', '-check', '-recursive', '-diff', root], { encoding: 'utf8' })
      expect([formatted.status, formatted.stdout], formatted.stderr).toEqual([0, ''])
    }
  })

  it('Terraform that terraform validate accepts, where there is one that can fetch the provider', (context) => {
    if (spawnSync('terraform', ['version']).error !== undefined) context.skip('there is no terraform on this machine')
    const root = written('terraform-valid', filesOf('terraform'))
    const prepared = spawnSync('terraform', ['init', '-backend=false', '-input=false'], { cwd: root, encoding: 'utf8' })
    if (prepared.status !== 0 && /provider/i.test(prepared.stderr)) context.skip('the provider cannot be fetched here')
    const valid = spawnSync('terraform', ['validate'], { cwd: root, encoding: 'utf8' })
    expect(valid.status, valid.stderr).toBe(0)
  }, 60_000)

  it('one-line settings of neighbours with their signs of equality below each other', () => {
    for (const { path, text } of filesOf('terraform').filter((file) => file.path.endsWith('.tf'))) {
      let width: number | null = null
      for (const line of text.split('\n')) {
        const at = /^\s*[\w".:]+ += (?!\{$)/.exec(line) === null ? null : line.indexOf(' = ')
        if (at !== null && width !== null) expect(at, `${path}: ${line}`).toBe(width)
        width = at
      }
    }
  })

  it('documents that fit into AWS’s quotas, or says which does not', () => {
    const many = Array.from(
      { length: 50 },
      (_, index) => `a-group-with-quite-a-long-name-number-${index}-of-the-department`,
    )
    const refused = blueprintOf(installable({ handsOut: { groups: many, policies: [] } }))
    expect(refused).toMatchObject({
      is: 'missing',
      says: expect.stringMatching(/^the boundary of iam-user would take \d+ characters, and AWS takes 6144\.$/),
    })
  })

  it('nothing where settings leave out whom the roles trust', () => {
    expect(blueprintOf(installable({ trust: null }))).toMatchObject({
      is: 'missing',
      says: expect.stringContaining('whose jobs'),
    })
    const hub = { apply: null, expire: null, inventory: null }
    expect(blueprintOf(installable({ hub }))).toMatchObject({
      is: 'missing',
      says: expect.stringContaining('no hub role for apply'),
    })
  })

  it('1,000 accounts in less than 2 s', () => {
    const accounts = Array.from({ length: 1000 }, (_, index) =>
      anAccount(`account-${index}`, {
        id: String(100_000_000_000 + index),
        mode: id(index % 2 === 0 ? 'iam-user' : 'identity-center'),
      }),
    )
    const started = performance.now()
    for (const form of forms) filesOf(form, installable({ accounts }))
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('the hardened trust, once settings name the locked workflows', () => {
    const workflows = { repository: 'harbor-goods/daypass-control', ref: 'refs/tags/v1.0.0' }
    const text = filesOf('cloudformation', installable({ trust: { ...TRUST, workflows } }))
      .map((file) => file.text)
      .join('\n')
    expect(text).toContain('harbor-goods/daypass-control/.github/workflows/apply.yml@refs/tags/v1.0.0')
  })
})

/** An `aws` that keeps what it was asked and answers from a table of lines: the first whose start fits. */
function withFakeAws(answers: Readonly<Record<string, string>>, root: string) {
  const bin = join(root, 'bin')
  mkdirSync(bin, { recursive: true })
  const cases = Object.entries(answers).map(([start, says]) =>
    says.startsWith('!')
      ? `  "${start}"*) echo "${says.slice(1)}" >&2; exit 254 ;;`
      : `  "${start}"*) printf '%s' '${says}' ;;`,
  )
  writeFileSync(
    join(bin, 'aws'),
    `#!/usr/bin/env bash\necho "$*" >>"${root}/asked"\ncase "$*" in\n${cases.join('\n')}\nesac\n`,
  )
  chmodSync(join(bin, 'aws'), 0o755)
  writeFileSync(join(root, 'asked'), '')
  const run = spawnSync('bash', [join(root, 'deploy.sh')], {
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}` },
  })
  return {
    run,
    asked: readFileSync(join(root, 'asked'), 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  }
}

const GONE =
  '!An error occurred (ValidationError) when calling DescribeStacks: Stack with id daypass-harbor does not exist'

describe('the script for one account', () => {
  const root = written('accounts', filesOf('cloudformation'))

  it('deploys the template of the account that the credentials are for', () => {
    const { run, asked } = withFakeAws(
      { 'sts get-caller-identity': TARGET, 'cloudformation describe-stacks': GONE },
      root,
    )
    expect(run.status, run.stderr).toBe(0)
    expect(asked.at(-1)).toContain(
      'cloudformation deploy --region eu-west-1 --stack-name daypass-harbor --template-file iam-user.yaml',
    )
  })

  it('changes nothing in an account that settings do not know', () => {
    const { run, asked } = withFakeAws({ 'sts get-caller-identity': '000000000000' }, root)
    expect(run.status).toBe(1)
    expect(asked).toEqual(['sts get-caller-identity --query Account --output text'])
  })

  it('goes on after a half-finished set-up', () => {
    const { run, asked } = withFakeAws(
      { 'sts get-caller-identity': TARGET, 'cloudformation describe-stacks': 'ROLLBACK_COMPLETE' },
      root,
    )
    expect(run.status, run.stderr).toBe(0)
    expect(asked.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'sts get-caller-identity',
      'cloudformation describe-stacks',
      'cloudformation delete-stack',
      'cloudformation wait',
      'cloudformation deploy',
    ])
  })

  it('uses the provider for GitHub that is there already', () => {
    const arn = `arn:aws:iam::${HUB}:oidc-provider/token.actions.githubusercontent.com`
    const { asked } = withFakeAws(
      { 'sts get-caller-identity': HUB, 'cloudformation describe-stacks': GONE, 'iam list-open-id': arn },
      root,
    )
    expect(asked.at(-1)).toContain('--parameter-overrides Provider=exists')
  })

  it('stops where it may not look, instead of taking that for nothing there', () => {
    const denied = '!An error occurred (AccessDenied) when calling DescribeStacks: not authorized'
    const { run, asked } = withFakeAws(
      { 'sts get-caller-identity': TARGET, 'cloudformation describe-stacks': denied },
      root,
    )
    expect(run.status).not.toBe(0)
    expect(asked.some((line) => line.startsWith('cloudformation deploy'))).toBe(false)
  })
})

describe('the script for an organisation', () => {
  const root = written('organisation', filesOf('stackset'))
  const answers = {
    'sts get-caller-identity': HUB,
    'cloudformation describe-stacks': GONE,
    'cloudformation describe-stack-set-operation': 'SUCCEEDED',
    'organizations list-roots': 'r-abcd',
    'organizations describe-organization': HUB,
  }

  it('makes a stack set a shape, for exactly the accounts of settings, and deploys the hub where it runs', () => {
    const missing = '!An error occurred (StackSetNotFoundException) when calling DescribeStackSet'
    const { run, asked } = withFakeAws({ ...answers, 'cloudformation describe-stack-set ': missing }, root)
    expect(run.status, run.stderr).toBe(0)
    expect(asked.filter((line) => line.startsWith('cloudformation create-stack-set'))).toHaveLength(3)
    expect(asked.filter((line) => line.startsWith('cloudformation create-stack-instances'))).toHaveLength(3)
    expect(asked.at(-1)).toContain(`--template-file home-hub-${HUB}.yaml`)
    const targets = JSON.parse(readFileSync(join(root, 'targets-iam-user.json'), 'utf8'))
    expect(targets.Accounts).toEqual([TARGET])
  })

  it('brings up to date what is there', () => {
    const { run, asked } = withFakeAws({ ...answers, 'cloudformation describe-stack-set ': '{}' }, root)
    expect(run.status, run.stderr).toBe(0)
    expect(asked.filter((line) => line.startsWith('cloudformation update-stack-set'))).toHaveLength(3)
    expect(asked.some((line) => line.startsWith('cloudformation create-stack-set '))).toBe(false)
  })

  it('is a script that bash reads, like the others', () => {
    for (const { path } of [...filesOf('stackset'), ...filesOf('cloudformation')].filter(
      (file) => file.executable === true,
    ))
      execFileSync('bash', ['-n', join(root, path)])
  })
})
