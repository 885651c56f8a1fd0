// What owners decided: all settings documents assembled into one value.

import type { Kinds } from '../entitlements/kind.ts'
import { type Finding, severityOf, sortFindings } from '../model/finding.ts'
import type { SourceFile } from '../model/history.ts'
import { id } from '../model/id.ts'
import type { AwsIntegration, Bundle, Limits, OktaIntegration, Protected, Settings } from '../model/settings.ts'
import { allTargets, OKTA } from '../model/targets.ts'
import { DAY } from '../model/time.ts'
import { readBundles } from './bundles.ts'
import { fileFinding } from './files.ts'
import { readHolds } from './holds.ts'
import { readAws } from './integration-aws.ts'
import { readOkta } from './integration-okta.ts'
import { documentAt, isHoldsPath, isSettingsPath, pathOf } from './paths.ts'
import { readPeople } from './people.ts'
import { complain, durationAt, type Mention, mentions, patternsAt, type Reader, readerOf } from './reader.ts'
import { accountsByName, type Defined, groupsOf, misreadable, rulesTwice, unknownNames } from './references.ts'
import { readRules } from './rules.ts'
import { readShape } from './schema.ts'
import type { DaypassFile, LimitsEntry, ProtectedEntry, Shapes } from './shapes.ts'
import type { DocumentName } from './validator.ts'

const DEFAULTS: Limits = {
  strays: 10,
  maxDuration: 7 * DAY,
  claimWithin: DAY,
  waitingTime: 3 * DAY,
  reviewAge: 7 * DAY,
  itemsPerRequest: 50,
}
const TIMES = ['maxDuration', 'claimWithin', 'waitingTime', 'reviewAge'] as const satisfies readonly (keyof Limits)[]
const DEFAULT_APPROVALS = 2

function limitsOf(entry: LimitsEntry, reader: Reader): Limits {
  const times = TIMES.flatMap((key) => {
    const text = entry[key]
    const seconds = text === undefined ? null : durationAt(reader, text, ['limits', key])
    return seconds === null ? [] : [[key, seconds] as const]
  })
  const { strays = DEFAULTS.strays, itemsPerRequest = DEFAULTS.itemsPerRequest } = entry
  return { ...DEFAULTS, ...Object.fromEntries(times), strays, itemsPerRequest }
}

const protectedOf = (entry: ProtectedEntry, reader: Reader): Protected => ({
  people: mentions(reader, 'person', entry.people ?? [], ['protected', 'people'], id<'person'>),
  targets: mentions(reader, 'target', entry.targets ?? [], ['protected', 'targets'], id<'target'>),
  things: patternsAt(reader, entry.things ?? [], ['protected', 'things']),
})

type Main = Pick<Settings, 'installation' | 'owners' | 'formBot' | 'limits' | 'protected'>

function readMain(shape: DaypassFile, reader: Reader): Main {
  const { people, approvals = DEFAULT_APPROVALS } = shape.owners
  const owners = new Set(people).size
  if (owners <= approvals)
    complain(
      reader,
      'owners-few',
      reader.tree.place(['owners', 'people']),
      `Owners: ${owners}, approvals needed: ${approvals}. An owner who changes settings cannot approve that too.`,
      `Name at least ${approvals + 1} owners. When too few are left to change this, only moving the pinned start helps.`,
    )
  return {
    installation: shape.installation,
    owners: { people: mentions(reader, 'person', people, ['owners', 'people'], id<'person'>), approvals },
    formBot: shape.forms?.bot ?? null,
    limits: limitsOf(shape.limits ?? {}, reader),
    protected: protectedOf(shape.protected ?? {}, reader),
  }
}

export interface SettingsRead {
  /** Null when any finding about settings or holds is an error. */
  readonly settings: Settings | null
  readonly findings: readonly Finding[]
}

const concernsSettings = (path: string, directory: string): boolean =>
  isSettingsPath(path, directory) || isHoldsPath(path, directory)

/**
 * All settings and holds from the files under the directory; requests and files elsewhere are passed over. All findings
 * at once; names are checked against every file that could be read.
 */
export function readSettings(
  files: readonly SourceFile[],
  directory: string,
  kinds: Kinds,
  modes: readonly string[],
): SettingsRead {
  const findings: Finding[] = []
  const mentioned: Mention[] = []
  const sound = files
    .filter(({ path }) => concernsSettings(path, directory))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .filter((file) => {
      const finding = fileFinding(file, directory)
      if (finding !== null) findings.push(finding)
      return finding === null
    })

  /** What each readable document of this name became. */
  const readAll = <Name extends DocumentName, Value>(
    name: Name,
    into: (shape: Shapes[Name], reader: Reader) => Value,
  ): readonly (Value | null)[] =>
    sound
      .filter(({ path }) => documentAt(path, directory) === name)
      .map((file) => {
        const read = readShape(name, file, kinds)
        if ('findings' in read) {
          findings.push(...read.findings)
          return null
        }
        const reader = readerOf(read.tree)
        const value = into(read.value, reader)
        findings.push(...reader.findings)
        mentioned.push(...reader.mentions)
        return value
      })

  /** Undefined = there is no such document, null = it cannot be read. */
  const [main] = readAll('daypass', readMain)
  const [people] = readAll('people', readPeople)
  const [bundles = new Map<string, Bundle>()] = readAll('bundles', (shape, reader) => readBundles(shape, reader, kinds))
  const [holds = []] = readAll('holds', readHolds)
  const [aws] = readAll('aws', (shape, reader) => readAws(shape, reader, modes))
  const [okta] = readAll('okta', readOkta)
  const rules = readAll('rules', (shape, reader) => readRules(shape, reader, kinds)).flatMap((some) => some ?? [])
  for (const [name, value] of [
    ['daypass', main],
    ['people', people],
  ] as const)
    if (value === undefined && !findings.some(({ at }) => at.file === pathOf(name, directory)))
      findings.push(missing(pathOf(name, directory)))

  const defined: Defined = {
    people: people ?? null,
    groups: people && okta !== null ? groupsOf(people, okta ?? null) : null,
    accounts: aws === null ? null : accountsByName(aws?.accounts ?? []),
    targets: aws === null || okta === null ? null : accountsByName(allTargets(aws ?? null, okta ?? null)),
    bundles,
  }
  findings.push(...unknownNames(mentioned, defined), ...rulesTwice(rules), ...misreadable(defined))
  if (aws !== null && okta !== null) findings.push(...betweenAwsAndOkta(aws ?? null, okta ?? null))
  findings.push(...filledByOkta(people ?? new Map(), okta ?? null))
  const sorted = sortFindings(findings)
  const broken = sorted.some((finding) => severityOf(finding) === 'error')
  if (broken || !main || !people || bundles === null || holds === null) return { settings: null, findings: sorted }
  return {
    settings: { ...main, people, bundles, rules, holds, aws: aws ?? null, okta: okta ?? null },
    findings: sorted,
  }
}

/** What each says that the other contradicts; of a file that cannot be read nothing is said. */
const betweenAwsAndOkta = (aws: AwsIntegration | null, okta: OktaIntegration | null): readonly Finding[] => [
  ...namedLikeOkta(aws, okta),
  ...keyElsewhere(aws, okta),
  ...unfederated(aws, okta),
]

/** Holds and protections name Okta by its name, so no account may bear it. */
const namedLikeOkta = (aws: AwsIntegration | null, okta: OktaIntegration | null): readonly Finding[] =>
  (okta === null ? [] : (aws?.accounts ?? []))
    .filter(({ name }) => name === OKTA)
    .map(({ name, at }) => ({
      code: 'duplicate-name',
      at,
      message: `An account is called \`${name}\`, and so is Okta itself where holds and protections name it.`,
      cure: 'Give the account another name.',
    }))

/** The hub roles alone read the key, and a role reads secrets of its own account only: null = they can. */
function whyUnreadable(arn: string, aws: AwsIntegration | null): string | null {
  const [, partition = '', , , account = ''] = arn.split(':')
  const hubs = Object.values(aws?.hub ?? {}).flatMap((role) => role?.split(':')[4] ?? [])
  const other = hubs.find((hub) => hub !== account)
  if (aws === null || hubs.length === 0)
    return 'Nobody could read this secret: integrations/aws.yaml names no hub roles.'
  if (other !== undefined)
    return `This secret lies in the account ${account}, and the hub roles that read it in ${other}.`
  return partition === aws.partition
    ? null
    : `This secret lies in the partition ${partition}, and the accounts in ${aws.partition}.`
}

function keyElsewhere(aws: AwsIntegration | null, okta: OktaIntegration | null): readonly Finding[] {
  if (okta?.credential.in !== 'secret') return []
  const { arn, at } = okta.credential
  const message = whyUnreadable(arn, aws)
  const cure =
    'Keep the secret in the account of the hub roles, or leave `credential` out and give each job OKTA_CREDENTIAL.'
  return message === null ? [] : [{ code: 'okta-key', at, message, cure }]
}

const FEDERATED = 'okta-saml'

/** Accounts that people enter through Okta need an app there, and an app needs such an account. */
function unfederated(aws: AwsIntegration | null, okta: OktaIntegration | null): readonly Finding[] {
  const apps = okta?.federation ?? []
  const accounts = (aws?.accounts ?? []).filter(({ mode }) => mode === FEDERATED)
  return [
    ...accounts
      .filter(({ name }) => !apps.some(({ account }) => account === name))
      .map(({ name, at }) => ({
        code: 'mode-unready' as const,
        at,
        message: `Access through \`${FEDERATED}\` needs an app in Okta, and integrations/okta.yaml names none for ${name}.`,
        cure: `Add \`federation: [{account: ${name}, app: …, provider: …}]\` there, or choose another mode.`,
      })),
    ...apps
      .filter(({ account }) => aws?.accounts.some(({ name, mode }) => name === account && mode !== FEDERATED) === true)
      .map(({ account, at }) => ({
        code: 'federation-idle' as const,
        at,
        message: `People enter \`${account}\` in another way than through Okta.`,
        cure: `Remove this, or write \`mode: ${FEDERATED}\` at the account in integrations/aws.yaml.`,
      })),
  ]
}

/** Two answers to who is in a group would be one too many. */
const filledByOkta = (people: Settings['people'], okta: OktaIntegration | null): readonly Finding[] =>
  [...people.values()].flatMap(({ handle, groups, at }) =>
    groups
      .filter((group) => okta?.directory?.groups.has(group) === true)
      .map((group) => ({
        code: 'group-from-okta' as const,
        at,
        message: `\`${handle}\` is listed in the group \`${group}\`, which Okta fills.`,
        cure: 'Take the group out of this entry: Okta alone decides who is in it.',
      })),
  )

const missing = (file: string): Finding => ({
  code: 'file-missing',
  at: { file, line: 1, column: 1 },
  message: `There is no ${file}.`,
  cure: 'Add it; without it nothing can be given.',
})
