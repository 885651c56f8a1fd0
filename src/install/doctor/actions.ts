// Whether only our jobs, on the default branch, can come by cloud rights: environments, secrets, workflows.

import type { Job, Settings } from '../../core/model/settings.ts'
import { environmentOf } from '../blueprint/trust.ts'
import { type Check, fine, note } from '../check.ts'
import { unseen } from './branches.ts'
import type { Facts } from './facts.ts'
import { minutesOf } from './minutes.ts'
import type { WorkflowFile, WorkflowJob } from './workflow-file.ts'

const JOBS = ['apply', 'expire', 'inventory'] as const satisfies readonly Job[]

export function environmentChecks({ environments, main }: Facts): readonly Check[] {
  if (environments.is === 'unknown') return [unseen('environments', environments)]
  return JOBS.map((job): Check => {
    const name = environmentOf(job)
    const about = `environment ${name}`
    const found = environments.value.find((one) => one.name === name)
    const cure = `Settings → Environments → ${name} → Deployment branches: selected, ${main.branch} alone`
    if (found === undefined) return { state: 'missing', about, says: 'is not there', cure }
    if (found.branches === 'every') return { state: 'danger', about, says: 'every branch may deploy to it', cure }
    if (found.branches === 'protected')
      return { state: 'danger', about, says: 'every branch may deploy to it as soon as no branch is protected', cure }
    const others = found.branches.filter((branch) => branch !== main.branch)
    if (others.length > 0 || found.branches.length === 0)
      return {
        state: 'danger',
        about,
        says: `branches that may deploy to it: ${found.branches.join(', ') || 'none'}`,
        cure,
      }
    if (found.reviewers && job === 'expire')
      return {
        state: 'danger',
        about,
        says: 'somebody must press a button for access to be taken away',
        cure: 'remove its required reviewers',
      }
    return fine(about, `selected: ${main.branch} alone`)
  })
}

export function secretChecks({ secrets }: Facts): readonly Check[] {
  const about = 'secrets of the repository'
  if (secrets.is === 'unknown') return [unseen(about, secrets)]
  if (secrets.value.length === 0) return [fine(about, 'none: cloud rights come by token, for some minutes')]
  return [
    {
      state: 'danger',
      about,
      says: `${secrets.value.join(', ')}: every workflow on every branch can read them`,
      cure: 'move them into an environment with selected branches, or into AWS Secrets Manager; Daypass needs none',
    },
  ]
}

export function actionsChecks({ actions, settings }: Facts): readonly Check[] {
  if (actions.is === 'unknown') return [unseen('what Actions may', actions)]
  const { pinned, token, approves } = actions.value
  return [
    token === 'read'
      ? fine('token of workflows', 'reads unless a job says otherwise')
      : {
          state: 'differs',
          about: 'token of workflows',
          says: 'writes unless a job says otherwise',
          cure: 'Settings → Actions → General → Workflow permissions: read',
        },
    pinned === true
      ? fine('actions by full SHA', 'demanded by GitHub')
      : {
          state: 'differs',
          about: 'actions by full SHA',
          says: 'not demanded by GitHub',
          cure: 'Settings → Actions → General → require actions to be pinned to a full-length commit SHA',
        },
    ...(approves && settings.formBot === null
      ? [
          {
            state: 'differs' as const,
            about: 'pull requests by Actions',
            says: 'Actions may open and approve pull requests, which nothing here needs',
            cure: 'Settings → Actions → General: switch it off, or name the bot under `forms`',
          },
        ]
      : !approves && settings.formBot !== null
        ? [
            {
              state: 'missing' as const,
              about: 'pull requests by Actions',
              says: 'forms and /extend cannot open pull requests',
              cure: 'Settings → Actions → General: let Actions create pull requests (no approval of theirs ever counts)',
            },
          ]
        : [
            fine(
              'pull requests by Actions',
              approves ? 'allowed, as forms need it; their approvals never count' : 'not allowed',
            ),
          ]),
  ]
}

const PINNED = /@[0-9a-f]{40}$/
const isLocal = (uses: string): boolean => uses.startsWith('./')

function workflowChecks({ path, jobs }: WorkflowFile): readonly Check[] {
  const moving = jobs.flatMap(({ uses }) => uses).filter((one) => !PINNED.test(one) && !isLocal(one))
  const open = jobs.filter(
    ({ idToken, environment, uses }) =>
      idToken && environment === null && uses.length > 0 && !uses.some((one) => one.includes('/.github/workflows/')),
  )
  return [
    ...(moving.length === 0
      ? []
      : [
          {
            state: 'danger' as const,
            about: path,
            says: `uses what can be moved: ${[...new Set(moving)].join(', ')}`,
            cure: 'pin it by its full commit SHA',
          },
        ]),
    ...open.map(
      ({ name }): Check => ({
        state: 'danger',
        about: path,
        says: `the job ${name} has an id-token and no environment`,
        cure: 'name the environment that the cloud role trusts',
      }),
    ),
  ]
}

const runs = (files: readonly WorkflowFile[], command: string): readonly WorkflowJob[] =>
  files
    .flatMap(({ jobs }) => jobs)
    .filter(
      (job) => job.command === command || job.uses.some((one) => one.includes(`/.github/workflows/${command}.yml@`)),
    )

/** Without a pin the settings begin at the oldest landing, which whoever rewrites history can choose. */
function startChecks(files: readonly WorkflowFile[]): readonly Check[] {
  return (['apply', 'expire'] as const).flatMap((command): readonly Check[] => {
    const jobs = runs(files, command)
    const about = `start of the settings in ${command}`
    if (jobs.length === 0)
      return [
        {
          state: 'missing',
          about: `workflow ${command}`,
          says: 'no workflow runs it',
          cure: `copy .github/workflows/${command}.yml, or write it with daypass init`,
        },
      ]
    return jobs.every(({ start }) => /[0-9a-f]{40}/.test(start ?? ''))
      ? [fine(about, 'pinned')]
      : [
          {
            state: 'differs',
            about,
            says: 'not pinned to a commit',
            cure: 'write the full SHA of the commit that landed your first settings into `start`',
          },
        ]
  })
}

export function workflowFileChecks({
  workflowFiles,
  workflows,
}: Pick<Facts, 'workflowFiles' | 'workflows'>): readonly Check[] {
  const faults = workflowFiles.flatMap(workflowChecks)
  const schedules = minutesOf(workflowFiles)
  const sum = schedules.reduce((total, { minutes }) => total + minutes, 0)
  const asleep = workflows.is === 'unknown' ? [] : [...workflows.value].filter(([, state]) => state !== 'active')
  return [
    ...(faults.length > 0 ? faults : [fine('workflows', `${workflowFiles.length} files; all they use is pinned`)]),
    ...startChecks(workflowFiles),
    ...(workflows.is === 'unknown'
      ? [unseen('schedules', workflows)]
      : asleep.length > 0
        ? asleep.map(
            ([path, state]): Check => ({
              state: 'danger',
              about: `schedule of ${path}`,
              says:
                state === 'disabled_inactivity'
                  ? 'GitHub switched it off: sixty days without a commit'
                  : `is switched off (${state})`,
              cure: `gh workflow enable ${path.slice(path.lastIndexOf('/') + 1)}`,
            }),
          )
        : [fine('schedules', 'all workflows are active')]),
    note(
      'minutes',
      `${sum} Actions minutes a month with nothing to do (${schedules.map(({ path, minutes }) => `${path.slice(path.lastIndexOf('/') + 1)} ${minutes}`).join(', ') || 'no schedule'})`,
    ),
  ]
}

/** Whether every job with cloud rights runs what lies in the locked repository, as the trust demands. */
export function hardened({ aws }: Settings, files: readonly WorkflowFile[]): boolean {
  const locked = aws?.trust?.workflows
  if (locked == null) return false
  const prefix = `${locked.repository}/.github/workflows/`
  const withToken = files.flatMap(({ jobs }) => jobs).filter(({ idToken }) => idToken)
  return withToken.length > 0 && withToken.every(({ uses }) => uses.some((one) => one.startsWith(prefix)))
}
