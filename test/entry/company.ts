// The example company on the sandbox, with clones of its repository for people who use the command line.

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Company, openCompany, REPOSITORY, TOKEN } from '../../src/entry/commands/demo/company.ts'
import { approve, merge, propose, run, type Stage } from '../../src/entry/commands/demo/play.ts'
import type { FileChange } from '../../src/sandbox/git/repository.ts'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { git, inFolder, ROOT, type Variables } from './daypass.ts'

export interface Office {
  readonly stage: Stage
  readonly company: Company
  /** What a terminal must be told so that GitHub is asked and the record read. */
  readonly environment: Variables
  /** A fresh clone of the default branch. */
  clone(): string
  /** apply and expire as jobs run them, from source. */
  apply(): ReturnType<typeof run>
}

/** A company that began two hours ago by this machine's clock, which the command line reads. */
export const inOffice = (work: (office: Office) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    const company = await openCompany({ root: ROOT, directory: 'config', now: Math.floor(Date.now() / 1000) - 7200 })
    const { sandbox } = company
    const stage: Stage = { company, bundle: join(ROOT, 'src/entry/action.ts'), tell: () => undefined }
    const environment = {
      GITHUB_SERVER_URL: `${sandbox.url}/git`,
      GITHUB_GRAPHQL_URL: `${sandbox.url}/github/graphql`,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_TOKEN: TOKEN,
      AWS_ENDPOINT_URL: `${sandbox.url}/aws`,
    }
    let clones = 0
    try {
      await work({
        stage,
        company,
        environment,
        clone() {
          clones += 1
          const clone = join(folder, `clone-${clones}`)
          git(
            folder,
            'clone',
            '--quiet',
            '--branch',
            'main',
            sandbox.world().github.repositories[0]?.gitDirectory ?? '',
            clone,
          )
          return clone
        },
        apply: () => run(stage, 'apply', { start: company.start }),
      })
    } finally {
      await sandbox.close()
      await rm(company.folder, { recursive: true, force: true })
    }
  })

export const PATH = 'config/requests/marta-look.yaml'

/** A look at the staging queue, for which one colleague's approval is enough. */
export const LOOK = `for: marta
reason: Look
duration: 1h
access: [{account: orders-stage, actions: ["sqs:ReceiveMessage"], on: ["arn:aws:sqs:eu-west-1:444455556666:orders"]}]
`

/** A pull request with this file, approved and merged. */
export function land({ stage }: Office, text: string, approver = 'jonas'): void {
  const pull = propose(stage, { by: 'marta', path: PATH, text })
  approve(stage, approver, pull)
  merge(stage, 'marta', pull)
}

/** A pull request that deletes the file, merged. */
export function remove({ stage, company: { sandbox, settings } }: Office): void {
  const login = [...settings.people.values()].find(({ handle }) => handle === 'marta')?.login ?? ''
  const files: Readonly<Record<string, FileChange>> = { [PATH]: null }
  const at = sandbox.clock.now()
  sandbox.change((world) =>
    push(world, { repository: REPOSITORY, by: login, branch: 'end', files, message: 'End', at }),
  )
  sandbox.change((world) => openPull(world, { repository: REPOSITORY, author: login, title: 'End', head: 'end', at }))
  merge(stage, 'marta', sandbox.world().github.repositories[0]?.pulls.at(-1)?.number ?? 0)
}
