// When two worlds are equal: everything that gives, marks or tells, without what no run could make the same twice.

import { foldLines } from '../../src/core/report/fold.ts'
import { readLine } from '../../src/core/report/line.ts'
import type { Entry, Ledger, RecordLine } from '../../src/core/report/record.ts'
import type { AwsWorld, Holder, ManagedPolicy, Role, User } from '../../src/sandbox/aws/world.ts'
import { refOid } from '../../src/sandbox/git/objects.ts'
import { askGit } from '../../src/sandbox/git/run.ts'
import type { OktaWorld } from '../../src/sandbox/okta/world.ts'
import { repositoryOf, type Stage } from '../support/scenario/stage.ts'

type Lines = readonly string[]

const table = <T>(all: Readonly<Record<string, T>>, tell: (one: T) => unknown, name = (key: string) => key): object =>
  Object.fromEntries(
    Object.entries(all)
      .map(([key, one]) => [name(key), tell(one)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** Identity Center names the role of a set anew whenever the set comes to an account: the suffix says nothing. */
const roleName = (name: string): string => name.replace(/^(AWSReservedSSO_.+)_[0-9a-f]{16}$/, '$1')

/** Ids, times and the order of attaching are AWS's own: what was made twice has other ones and gives the same. */
const holder = ({ path, inline, attached }: Holder): object => ({
  path,
  inline: table(inline, (text) => text),
  attached: attached.toSorted(),
})

const user = (one: User): object => ({
  ...holder(one),
  tags: table(one.tags, (tag) => tag),
  groups: one.groups.toSorted(),
  boundary: one.boundary ?? null,
})

const role = (one: Role): object => ({
  ...holder(one),
  tags: table(one.tags, (tag) => tag),
  trust: one.trust,
  boundary: one.boundary ?? null,
  maxSession: one.maxSession,
})

/** The version in force alone gives; the number it has tells how often it was written, and older ones give nothing. */
const policy = (one: ManagedPolicy): object => ({
  path: one.path,
  tags: table(one.tags, (tag) => tag),
  document: one.versions[one.default]?.document ?? null,
})

const center = ({ identityCenter: it }: AwsWorld): object | null =>
  it === undefined
    ? null
    : {
        // By name: a set that was made twice has another ARN.
        sets: Object.values(it.sets)
          .map(({ created: _, roles, managed, customer, ...set }) => ({
            ...set,
            accounts: Object.keys(roles).toSorted(),
            managed: managed.toSorted(),
            customer: customer.map(({ path, name }) => `${path}${name}`).toSorted(),
          }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
        assignments: it.assignments
          .map(({ account, set, principalId }) => `${account} ${it.sets[set]?.name ?? set} ${principalId}`)
          .toSorted(),
      }

/** Tokens and what is counted against limits go by themselves. */
const okta = (it: OktaWorld | undefined): object | null =>
  it === undefined
    ? null
    : {
        groups: it.groups.map(({ id, profile, members }) => ({ id, profile, members: members.toSorted() })),
        apps: it.apps.map(({ label, settings, users }) => ({
          label,
          settings,
          users: users.map(({ userName, scope, profile }) => ({ userName, scope, profile })),
        })),
      }

/** Who holds what, and by which marks, by account: the part of the world that decides about access. */
export const holdings = (stage: Stage): Readonly<Record<string, object | null>> => {
  const { aws, okta: people } = stage.company.sandbox.world()
  const accounts = Object.values(aws.accounts).map(({ id, users, groups, roles, policies }) => [
    id,
    {
      users: table(users, user),
      groups: table(groups, holder),
      roles: table(roles, role, roleName),
      policies: table(policies, policy),
    },
  ])
  return { ...Object.fromEntries(accounts), center: center(aws), okta: okta(people) }
}

const LEDGER = 'refs/heads/daypass-ledger'

/** By the commit of the ledger's branch: read three times for each case. */
const known = new Map<string, readonly RecordLine[]>()
const MOST_KNOWN = 500

export function recordLines(stage: Stage): readonly RecordLine[] {
  const { gitDirectory } = repositoryOf(stage)
  const tip = refOid(gitDirectory, LEDGER)
  if (tip === null) return []
  const lines = known.get(tip) ?? linesAt(gitDirectory, tip)
  if (known.size > MOST_KNOWN) known.clear()
  known.set(tip, lines)
  return lines
}

function linesAt(gitDirectory: string, tip: string): readonly RecordLine[] {
  const listed = askGit(gitDirectory, ['ls-tree', '-r', '--name-only', tip, 'record/'])
  if (listed.status !== 0) return []
  const files = listed.out
    .toString()
    .split('\n')
    .filter((name) => name.endsWith('.jsonl'))
  const texts = files.map((name) => askGit(gitDirectory, ['cat-file', 'blob', `${tip}:${name}`]).out.toString())
  return texts
    .flatMap((text) => text.split('\n').filter((line) => line !== ''))
    .map((written) => {
      const read = readLine(written)
      if (read.is !== 'line') throw new Error(`the record holds what is no line: ${written}`)
      return read.line
    })
}

/**
 * What the record makes of itself. Left out: how many lines say it, their digests and times (a run that failed wrote lines,
 * too), the heads (each run that opened the record names one) and `through` (which counts those lines).
 */
function remembered(ledger: Ledger): object {
  const sorted = (lines: Lines): Lines => lines.toSorted()
  const { granted, refused, claims, accepted, trouble, glass } = ledger
  const empty = [granted, refused, claims, accepted, trouble, glass].every(({ size }) => size === 0)
  return {
    // Who took what no request ever named writes nothing down that anybody would read again.
    state: empty ? 'empty' : ledger.state,
    granted: sorted(
      [...ledger.granted.values()].map(
        ({ grant, version, holding, account, until, content, ended }) =>
          `${grant} ${version} ${holding} ${account} ${until} ${content} ${ended?.because ?? 'stands'}`,
      ),
    ),
    refused: sorted([...ledger.refused].map(([version, { because }]) => `${version} ${because}`)),
    claims: sorted([...ledger.claims].map(([holding, { existedBefore }]) => `${holding} ${existedBefore}`)),
    open: sorted(ledger.open.map(({ account, mode }) => `${account} ${mode}`)),
    accepted: sorted([...ledger.accepted].map(([version, { pull, rule, way }]) => `${version} ${pull} ${rule} ${way}`)),
    trouble: sorted([...ledger.trouble].map(([version, { is, does, says }]) => `${version} ${is} ${does} ${says}`)),
    glass: sorted(
      [...ledger.glass].map(([version, { reviewed }]) => `${version} ${reviewed?.verdict ?? 'unreviewed'}`),
    ),
    untold: sorted([...ledger.telling.news.keys()]),
  }
}

/** What people see on GitHub, as far as it is no matter of words: each pull request's labels, and the alarms that are open. */
function shown(stage: Stage): object {
  const { pulls, issues } = repositoryOf(stage)
  return {
    labels: pulls.map(({ number, labels }) => `#${number} ${labels.toSorted().join(' ')}`),
    issues: issues.filter(({ state }) => state === 'open').map(({ title }) => title),
  }
}

/** The world of a story as it stands, as one text. */
export const canonical = (stage: Stage): string =>
  JSON.stringify(
    { ...holdings(stage), record: remembered(foldLines(recordLines(stage))), shown: shown(stage) },
    null,
    1,
  )

/** Lines of the record that no later run takes back, in order: what a run may go on from beside the world. */
export const told = (stage: Stage): string => JSON.stringify(recordLines(stage).map(({ entry }): Entry => entry))

/** The first lines that differ, for a report: `- expected`, `+ found`. */
export function difference(expected: string, found: string): Lines {
  const [wanted, there] = [expected.split('\n'), found.split('\n')]
  const [a, b] = [new Set(wanted), new Set(there)]
  return [
    ...wanted.filter((line) => !b.has(line)).map((line) => `- ${line.trim().slice(0, 300)}`),
    ...there.filter((line) => !a.has(line)).map((line) => `+ ${line.trim().slice(0, 300)}`),
  ].slice(0, 12)
}
