// What the acts of the demo are made of: people on GitHub, the clock, runs of the bundle, and questions to AWS.

import { join } from 'node:path'
import { readRequest } from '../../../core/documents/request.ts'
import { KINDS } from '../../../core/entitlements/index.ts'
import { instantOf } from '../../../core/model/time.ts'
import { COMMENT_MARKER } from '../../../core/report/comment.ts'
import { PLAIN } from '../../../core/report/palette.ts'
import { day } from '../../../core/report/words.ts'
import { findAll } from '../../../core/search/find.ts'
import { readQuery } from '../../../core/search/query.ts'
import { hitRow, tableOf } from '../../../core/search/table.ts'
import { DATA_BRANCH } from '../../../edges/git/data.ts'
import { throughOkta } from '../../../sandbox/access/saml.ts'
import { mayDo, type Who } from '../../../sandbox/access.ts'
import { mergePull } from '../../../sandbox/github/actions/merging.ts'
import { openPull } from '../../../sandbox/github/actions/pulls.ts'
import { push } from '../../../sandbox/github/actions/pushing.ts'
import { review } from '../../../sandbox/github/actions/reviews.ts'
import { theRepository } from '../../../sandbox/github/records.ts'
import { membersOf } from '../../../sandbox/okta/build.ts'
import { openKept, readKept } from '../../inventory/kept.ts'
import { type BundleRun, runBundle } from './bundle.ts'
import { type Company, REPOSITORY } from './company.ts'

export interface Stage {
  readonly company: Company
  /** Path of dist/index.js. */
  readonly bundle: string
  readonly tell: (line: string) => void
}

export interface Asked {
  readonly by: string
  readonly path: string
  readonly text: string
}

export interface Question {
  readonly person: string
  readonly account: string
  readonly action: string
  readonly resource: string
}

function personOf({ company }: Stage, handle: string) {
  const person = [...company.settings.people.values()].find((one) => one.handle === handle)
  if (person === undefined) throw new Error(`config/ knows no ${handle}`)
  return person
}

const loginOf = (stage: Stage, handle: string): string => personOf(stage, handle).login

/** Moves the world's clock by so many seconds. */
export function clock({ company, tell }: Stage, seconds: number): void {
  company.sandbox.clock.advance(seconds)
  tell(`It is ${day(instantOf(company.sandbox.clock.now()))}.`)
}

/** Opens a pull request that adds one file; gives its number. */
export function propose(stage: Stage, { by, path, text }: Asked): number {
  const { sandbox } = stage.company
  const login = loginOf(stage, by)
  const pulls = () => sandbox.world().github.repositories[0]?.pulls ?? []
  const branch = `ask-${pulls().length + 1}`
  const at = sandbox.clock.now()
  sandbox.change((world) =>
    push(world, { repository: REPOSITORY, by: login, branch, files: { [path]: text }, message: `Ask: ${path}`, at }),
  )
  sandbox.change((world) =>
    openPull(world, { repository: REPOSITORY, author: login, title: `Ask: ${path}`, head: branch, at }),
  )
  const number = pulls().at(-1)?.number
  if (number === undefined) throw new Error('no pull request was opened')
  return number
}

export function approve(stage: Stage, by: string, pull: number): void {
  const { sandbox } = stage.company
  const user = loginOf(stage, by)
  sandbox.change((world) =>
    review(world, { repository: REPOSITORY, pull, user, state: 'APPROVED', at: sandbox.clock.now() }),
  )
}

export function merge(stage: Stage, by: string, pull: number): void {
  const { sandbox } = stage.company
  const login = loginOf(stage, by)
  sandbox.change((world) =>
    mergePull(world, { repository: REPOSITORY, pull, method: 'squash', by: login, at: sandbox.clock.now() }),
  )
}

export function pushToMain(stage: Stage, by: string, path: string, text: string): void {
  const { sandbox } = stage.company
  const login = loginOf(stage, by)
  sandbox.change((world) =>
    push(world, {
      repository: REPOSITORY,
      by: login,
      branch: 'main',
      files: { [path]: text },
      message: 'Quick fix',
      at: sandbox.clock.now(),
    }),
  )
}

export const run = (
  stage: Stage,
  command: 'plan' | 'apply' | 'expire' | 'inventory',
  inputs: Readonly<Record<string, string>> = {},
): Promise<BundleRun> => runBundle({ bundle: stage.bundle, url: stage.company.sandbox.url, command, inputs })

function shown(stage: Stage, { summary, code, stdout, stderr }: BundleRun): readonly string[] {
  if (summary === '') throw new Error(`the run told nothing (exit ${code}):\n${stdout}\n${stderr}`)
  return unfolded(stage, summary)
}

const unfolded = ({ company }: Stage, text: string): readonly string[] =>
  text
    .replace(/<!--.*?-->\n*/gs, '')
    .replace(/<details>.*?<\/details>\n*/gs, '')
    .replace(/<sub>.*?<\/sub>/gs, '')
    .replace(/```mermaid.*?```\n*/gs, '')
    .replace(/\u200b/g, '')
    .replaceAll(`${company.sandbox.url}/git`, 'https://github.com')
    .replace(/\]\(https:\/\/github\.com[^)]*\)/g, ']')
    .trim()
    .split('\n')

/** The report as people see it unfolded, without links and what is folded away. */
export function tellReport(stage: Stage, run: BundleRun): void {
  for (const line of shown(stage, run)) stage.tell(line === '' ? '  │' : `  │ ${line}`)
}

const TELLING = /^(## |✅|⛔|⏳|- \*\*\d+ approval|> - |\*\*What to do)/

/** The verdict lines of the report, what was done, and how it ended. */
export function tellVerdict(stage: Stage, run: BundleRun): void {
  for (const line of shown(stage, run)) if (TELLING.test(line)) stage.tell(`  │ ${line}`)
  for (const line of run.stdout.split('\n')) if (/^(done|FAILED|left for later)/.test(line)) stage.tell(`  │ ${line}`)
  stage.tell(`  exit ${run.code}`)
}

/** What stands in the comment that stays on the pull request: the verdict, and how the access is used. */
export function tellComment(stage: Stage, pull: number): void {
  const { comments } = theRepository(stage.company.sandbox.world(), REPOSITORY)
  const found = comments.find((one) => one.number === pull && one.body.startsWith(COMMENT_MARKER))
  if (found === undefined) throw new Error(`there is no comment of ours on pull request ${pull}`)
  let fenced = false
  for (const line of unfolded(stage, found.body)) {
    if (line.startsWith('```')) fenced = !fenced
    else if (fenced || TELLING.test(line) || line.startsWith('**How')) stage.tell(`  │ ${line}`)
  }
}

export function tellFile({ tell }: Stage, { path, text }: Asked): void {
  tell(`  ${path}`)
  for (const line of text.trimEnd().split('\n')) if (!line.startsWith('#')) tell(`  │ ${line}`)
}

/** What `daypass search` prints of the inventory that the last refresh wrote. */
export async function tellSearch(stage: Stage, words: string): Promise<void> {
  const read = readQuery(words)
  const snapshot = await openKept(join(stage.company.folder, 'access.git'), DATA_BRANCH)
  if ('problem' in read || snapshot.is === 'unknown') throw new Error(`the demo cannot search for ${words}`)
  const kept = await readKept(snapshot.value, () => undefined)
  if (kept.is === 'unknown') throw new Error(kept.because.said)
  stage.tell(`  $ daypass search '${words}'`)
  for (const line of tableOf(findAll(kept.value.entries, read.query).map(hitRow), PLAIN).split('\n'))
    stage.tell(`  │ ${line}`)
}

export const lastCall = ({ company: { sandbox } }: Stage): number => sandbox.journal.entries().at(-1)?.n ?? 0

/** What AWS's IAM and Identity Center, and Okta, were told to change since that call. */
export function tellCalls({ company: { sandbox }, tell }: Stage, since: number): void {
  const writes = sandbox.journal
    .entries()
    .filter((entry) => entry.n > since && entry.writes && ['iam', 'sso', 'okta'].includes(entry.part))
  if (writes.length === 0) tell('  AWS and Okta saw no change.')
  for (const entry of writes) tell(`  ${entry.part === 'okta' ? 'Okta' : 'AWS'} saw ${entry.op} in ${entry.where}`)
}

/** As which principals a person can act in an account: their user, or each permission set that there is. */
function enteringAs(stage: Stage, person: string, account: string): readonly Who[] {
  const { sandbox, settings } = stage.company
  const { email } = personOf(stage, person)
  const mode = settings.aws?.accounts.find(({ id }) => id === account)?.mode
  if (mode === 'okta-saml') return throughOkta(sandbox.world(), account, email, sandbox.clock.now())
  if (mode !== 'identity-center') return [{ account, user: email }]
  const sets = Object.values(sandbox.world().aws.identityCenter?.sets ?? {})
  return sets.map(({ name }) => ({ account, permissionSet: name, storeUser: email }))
}

export function tellAccess(stage: Stage, questions: readonly Question[]): void {
  const { sandbox } = stage.company
  for (const { person, account, action, resource } of questions) {
    const allowed = enteringAs(stage, person, account).some(
      (as) => mayDo(sandbox.world(), { as, action, resource, at: sandbox.clock.now() }).allowed,
    )
    stage.tell(`  ${allowed ? 'yes' : 'no '}  ${person}: ${action} on ${resource}`)
  }
}

/** Who of these people is in a group of Okta now. */
export function tellMembers(stage: Stage, group: string, people: readonly string[]): void {
  const { okta } = stage.company.sandbox.world()
  if (okta === undefined) throw new Error('the example has no Okta')
  const members = membersOf(okta, group)
  for (const person of people)
    stage.tell(
      `  ${members.includes(personOf(stage, person).email) ? 'yes' : 'no '}  ${person}: in the Okta group ${group}`,
    )
}

/** The example's request with this id, as this person asks for it. */
export function example({ company }: Stage, id: string, by: string): Asked {
  const file = company.files.find(
    (one) => one.path.includes('/requests/') && readRequest(one, KINDS).request?.id === id,
  )
  if (file?.text == null) throw new Error(`config/ has no request ${id}`)
  return { by, path: file.path, text: file.text }
}
