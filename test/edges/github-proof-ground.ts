// What the tests of landings on real git share: who asks, approves and owns, how a pull request is made, and what is said of it.

import { afterEach } from 'vitest'
import { versionsOf } from '../../src/core/approval/landing.ts'
import { examineRequest } from '../../src/core/approval/proof.ts'
import type { Verdict } from '../../src/core/approval/proof-verdict.ts'
import { settingsInForce, settingsToProve, settingsToRead } from '../../src/core/approval/settings-in-force.ts'
import { known } from '../../src/core/model/edge-error.ts'
import type { PersonId } from '../../src/core/model/id.ts'
import type { Person, Settings } from '../../src/core/model/settings.ts'
import { instantOf } from '../../src/core/model/time.ts'
import { filesAt } from '../../src/edges/git/files.ts'
import { refOid } from '../../src/sandbox/git/objects.ts'
import { mergePull } from '../../src/sandbox/github/actions/merging.ts'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { review } from '../../src/sandbox/github/actions/reviews.ts'
import { newestPull } from '../../src/sandbox/github/records.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import {
  AT,
  approvedBy,
  carries,
  documents,
  knowledge,
  person,
  request,
  rule,
  settings,
} from '../core/approval/company.ts'
import { acme, asking, opened, start, value } from './github-story.ts'

export const PATH = 'config/requests/r1.yaml'
const TEXT = 'for: marta\n'
export const FILES = { [PATH]: TEXT }

const serving: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of serving.splice(0)) await one.close()
})

/** marta asks, ivan approves; olga and eve own. Numbers are those of the sandbox's accounts. */
const staff = new Map<PersonId, Person>(
  ['marta', 'ivan', 'olga', 'eve'].map((handle, at) => [
    person(handle),
    {
      handle: person(handle),
      githubId: 101 + at,
      login: handle,
      email: `${handle}@example.com`,
      manager: null,
      groups: [],
      out: null,
      at: AT,
    },
  ]),
)
export const SETTINGS: Settings = settings([rule('r', { ways: [approvedBy('ivan eve')] })], {
  people: staff,
  owners: { people: ['olga', 'eve'].map((name) => ({ value: person(name), at: AT })), approvals: 1 },
})

export async function verdictOn(world: WithGithub, now: number = start + 100): Promise<Verdict> {
  const { served, evidence, history, repository } = await opened(world)
  serving.push(served)
  const files = value(await filesAt(repository, repository.head, 'config'))
  const file = files.find((one) => one.path === PATH)
  if (file === undefined) throw new Error('the request is not there')
  const version = versionsOf(history, files).get(PATH)
  if (version === undefined) throw new Error('the request has no version')
  const asked = asking(history, PATH)
  const chain = { history, directory: 'config', start: null }
  const found = await evidence.landings([asked, ...settingsToProve(chain)])
  const told = value(await evidence.repository())
  const inForce = settingsInForce({
    ...chain,
    settingsAt: new Map(settingsToRead(chain).map((commit) => [commit, known(SETTINGS)])),
    evidence: found,
    repository: told,
    now: instantOf(now),
  })
  const landing = found.get(version.landing)
  if (landing === undefined) throw new Error('no evidence')
  return examineRequest({
    request: { ...request({}), blob: file.blob, path: PATH },
    version,
    evidence: landing,
    repository: told,
    directory: 'config',
    settings: { atLanding: inForce.before(version.landing), now: inForce.now, head: SETTINGS },
    deciding: { knowledge, carries, documents, tags: new Map() },
    behind: { form: null, extension: null, within: 0 },
    now: instantOf(now),
  }).verdict
}

/** A branch with an open, approved pull request. */
export function proposed(
  world: WithGithub,
  branch: string,
  files: Readonly<Record<string, string | null>>,
  author = 'marta',
): WithGithub {
  let next = push(world, { repository: acme, by: author, branch, files, at: start + 10 })
  next = openPull(next, { repository: acme, author, title: branch, head: branch, at: start + 20 })
  return approved(next)
}

export const approved = (world: WithGithub, user = 'ivan', at = start + 30): WithGithub =>
  review(world, { repository: acme, pull: newestPull(world, acme).number, user, state: 'APPROVED', at })

export const merge = (
  world: WithGithub,
  method: 'squash' | 'merge' | 'rebase' = 'squash',
  rest: object = {},
): WithGithub =>
  mergePull(world, {
    repository: acme,
    pull: newestPull(world, acme).number,
    method,
    by: 'olga',
    at: start + 60,
    ...rest,
  })

export const onMain = (
  world: WithGithub,
  files: Readonly<Record<string, string | null>>,
  at = start + 15,
): WithGithub => push(world, { repository: acme, by: 'olga', branch: 'main', files, at })

export function headOfMain(world: WithGithub): string {
  const [repository] = world.github.repositories
  if (repository === undefined) throw new Error('no repository')
  return refOid(repository.gitDirectory, 'refs/heads/main') ?? ''
}

export type Row = readonly [says: string, is: string, world: () => WithGithub, now?: number]
