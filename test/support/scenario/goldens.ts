// What is kept of a scenario: the calls that changed something, the plans, the last report, and our things in the end.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { instantOf, writeInstant } from '../../../src/core/model/time.ts'
import type { Step } from '../../../src/core/plan/provisioner.ts'
import { masked } from './masks.ts'
import type { Played } from './run.ts'
import type { Stage } from './stage.ts'

const at = (seconds: number): string => `${writeInstant(instantOf(seconds)).slice(0, 16)}Z`

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })

const nameOf = (stage: Stage, account: string): string =>
  stage.company.settings.aws?.accounts.find((one) => one.id === account)?.name ?? account

const lastPart = (text: unknown): string => String(text).replace(/^.*[:/]/, '')

/** Ids of Okta say nothing: names do. */
function inOkta({ company }: Stage, key: string, value: unknown): string {
  const { okta } = company.sandbox.world()
  const found =
    key === 'groupId' ? okta?.groups.find(({ id }) => id === value) : okta?.users.find(({ id }) => id === value)
  return String(found?.profile[key === 'groupId' ? 'name' : 'login'] ?? value)
}

/** ARNs of permission sets say nothing: the name that the set had, as far as it is still known, does. */
const shown = (stage: Stage, run: Played, key: string, value: unknown): string =>
  key === 'groupId' || key === 'userId'
    ? inOkta(stage, key, value)
    : key === 'PermissionSetArn'
      ? (run.setNames.get(String(value)) ?? 'a set that is gone')
      : lastPart(value)

const NAMED = [
  'Name',
  'PermissionSetArn',
  'ManagedPolicyArn',
  'TargetId',
  'UserName',
  'GroupName',
  'RoleName',
  'PolicyName',
  'PolicyArn',
  'VersionId',
  'groupId',
  'userId',
] as const

/** Accounts are worked on side by side, so only the order within one is told. */
function calls(stage: Stage): string {
  const blocks = stage.runs
    .filter(({ command }) => command !== 'plan' && command !== 'inventory')
    .map((run) => {
      const lines = run.writes
        .map((entry) => {
          const named = NAMED.flatMap((key) =>
            entry.input[key] === undefined ? [] : [shown(stage, run, key, entry.input[key])],
          )
          const failed = entry.error === undefined ? '' : `   FAILED ${entry.error}`
          return {
            where: nameOf(stage, entry.where),
            line: `${entry.op.padEnd(20)} ${named.join(' ')}${failed}`.trimEnd(),
          }
        })
        .sort((a, b) => (a.where < b.where ? -1 : a.where > b.where ? 1 : 0))
      const told = lines.length === 0 ? ['  nothing'] : lines.map(({ where, line }) => `  ${where.padEnd(8)} ${line}`)
      return [`${run.command} at ${at(run.at)}: exit ${run.end.exit}`, ...told].join('\n')
    })
  return `${blocks.join('\n\n')}\n`
}

const stepOf = (step: Step): object => ({
  [step.do]: step.says,
  because: step.because,
  effect: step.effect,
  ...(step.until === null ? {} : { until: writeInstant(step.until) }),
  ...(step.notAfter === null ? {} : { notAfter: writeInstant(step.notAfter) }),
  ...(step.lapse === null ? {} : { endsByItself: step.lapse }),
  ...(step.holders.length === 0 ? {} : { for: step.holders.map(({ grant }) => grant) }),
  calls: step.calls.map((call) => `${call.effect} ${call.op}`),
})

function planOf({ command, at: when, end }: Played): object {
  const { story } = end
  const listed = (title: string, all: readonly unknown[]): object => (all.length === 0 ? {} : { [title]: all })
  return {
    [command]: at(when),
    exit: end.exit,
    says: story === null ? end.says : story.headline.says,
    ...listed('requests', story?.requests.map((one) => `${one.id}: ${one.state}`) ?? []),
    ...listed('steps', story?.steps.map(stepOf) ?? []),
    ...listed('blocked', story?.blocked.map(({ because, cure }) => `${because} → ${cure}`) ?? []),
    ...listed('alarms', story?.alarms ?? []),
    ...listed('findings', story?.findings.map((one) => `${one.at.file}:${one.at.line} ${one.message}`) ?? []),
  }
}

/** After every run that changed it. */
const worlds = ({ runs }: Stage): readonly object[] =>
  runs
    .filter(({ command }) => command !== 'plan' && command !== 'inventory')
    .map((run, index, all) => {
      const before = all[index - 1]
      const same = before !== undefined && yaml(before.left) === yaml(run.left)
      return { [`after ${run.command}`]: at(run.at), world: same ? 'as before' : run.left }
    })

export interface Golden {
  readonly name: string
  readonly text: string
}

/** Commit ids, digests and the sandbox's address are numbered: they tell a reader nothing. */
export function goldensOf(stage: Stage): readonly Golden[] {
  const { url } = stage.company.sandbox
  const golden = (name: string, text: string): Golden => ({ name, text: masked(text, url) })
  return [
    golden('calls.txt', calls(stage)),
    golden('comment.md', stage.runs.at(-1)?.end.markdown ?? ''),
    golden('plans.yaml', yaml(stage.runs.map(planOf))),
    golden('world-after.yaml', yaml(worlds(stage))),
  ]
}

const BLESSING = process.env['BLESS'] === '1'

/** The text to compare with; blessing writes it first. A golden that is missing has nothing that could equal it. */
export function kept(folder: string, { name, text }: Golden): string | null {
  const path = join(folder, 'golden', name)
  if (BLESSING) {
    mkdirSync(join(folder, 'golden'), { recursive: true })
    writeFileSync(path, text)
  }
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
