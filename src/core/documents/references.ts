// Whether everything that files name in each other exists and can be told apart.

import type { Finding, FindingCode } from '../model/finding.ts'
import type { PersonId } from '../model/id.ts'
import type { Rule } from '../model/rule.ts'
import type { Account, Bundle, OktaIntegration, Person, Settings } from '../model/settings.ts'
import { targetsByName } from '../model/targets.ts'
import { didYouMean } from './complaint.ts'
import { lookAlikes } from './look-alike.ts'
import type { Mention } from './reader.ts'

/** What is defined; null = its file could not be read, so nothing can be said about its names. */
export interface Defined {
  readonly people: ReadonlyMap<PersonId, Person> | null
  readonly accounts: ReadonlyMap<string, Account> | null
  /** Accounts, and Okta. */
  readonly targets: ReadonlyMap<string, Account> | null
  readonly bundles: ReadonlyMap<string, Bundle> | null
  readonly groups: ReadonlySet<string> | null
}

/** Groups are whatever people name, and those that the directory fills. */
export const groupsOf = (people: ReadonlyMap<PersonId, Person>, okta: OktaIntegration | null): ReadonlySet<string> =>
  new Set([...[...people.values()].flatMap(({ groups }) => groups), ...(okta?.directory?.groups.keys() ?? [])])

export const accountsByName = (accounts: readonly Account[]): ReadonlyMap<string, Account> =>
  new Map(accounts.map((account) => [account.name, account]))

type Whole = Defined & { readonly [key in 'accounts' | 'targets']: ReadonlyMap<string, Account> }

const kept = new WeakMap<Settings, Whole>()

/** What valid settings define; kept, because every request asks. */
export function definedBy(settings: Settings): Whole {
  const { people, bundles, aws, okta } = settings
  const there = kept.get(settings) ?? {
    people,
    bundles,
    accounts: accountsByName(aws?.accounts ?? []),
    targets: targetsByName(settings),
    groups: groupsOf(people, okta),
  }
  kept.set(settings, there)
  return there
}

type Names = ReadonlyMap<string, unknown> | ReadonlySet<string>

/** Requests come and go; holds on them are checked where all requests are read. */
const namesOf: Readonly<Record<Mention['of'], (defined: Defined) => Names | null>> = {
  person: ({ people }) => people,
  group: ({ groups }) => groups,
  account: ({ accounts }) => accounts,
  target: ({ targets }) => targets,
  bundle: ({ bundles }) => bundles,
  request: () => null,
}

const UNKNOWN: Readonly<Record<Mention['of'], { readonly code: FindingCode; readonly where: string }>> = {
  person: { code: 'unknown-person', where: 'people.yaml has no such handle' },
  group: { code: 'unknown-group', where: 'nobody in people.yaml belongs to it' },
  account: { code: 'unknown-account', where: 'integrations/aws.yaml has no such account' },
  target: { code: 'unknown-account', where: 'neither an account of integrations/aws.yaml nor okta is called so' },
  bundle: { code: 'unknown-bundle', where: 'bundles.yaml has no such bundle' },
  request: { code: 'unknown-request', where: 'there is no such request' },
}

export function unknownName(mentioned: Mention, names: readonly string[]): Finding {
  const { code, where } = UNKNOWN[mentioned.of]
  return {
    code,
    at: mentioned.at,
    message: `The ${mentioned.of} \`${mentioned.name}\` is not known: ${where}.`,
    cure: `${didYouMean(mentioned.name, names)}Correct the name, or add it there first.`,
  }
}

/** A finding for each name that its file does not define. */
export const unknownNames = (mentions: readonly Mention[], defined: Defined): readonly Finding[] =>
  mentions.flatMap((mentioned) => {
    const names = namesOf[mentioned.of](defined)
    return names === null || names.has(mentioned.name) ? [] : [unknownName(mentioned, [...names.keys()].sort())]
  })

/** A finding for each rule whose name another rule has, in whichever file. */
export function rulesTwice(rules: readonly Rule[]): readonly Finding[] {
  const seen = new Map<string, Rule>()
  return rules.flatMap((rule): readonly Finding[] => {
    const other = seen.get(rule.name)
    seen.set(rule.name, other ?? rule)
    if (other === undefined) return []
    return [
      {
        code: 'duplicate-name',
        at: rule.at,
        message: `There is another rule \`${rule.name}\` in ${other.at.file}, line ${other.at.line}.`,
        cure: 'Give each rule its own name; verdicts name rules.',
      },
    ]
  })
}

/** Names of people, groups, accounts and bundles that a reviewer could mistake for one another. */
export function misreadable(defined: Defined): readonly Finding[] {
  const people = [...(defined.people?.values() ?? [])]
  const groups = new Map(people.flatMap(({ groups, at }) => groups.map((name) => [name as string, at])))
  return [
    ...lookAlikes(
      'handle',
      people.map(({ handle, at }) => ({ name: handle, at })),
    ),
    ...lookAlikes(
      'group',
      [...groups].map(([name, at]) => ({ name, at })),
    ),
    ...lookAlikes('account', [...(defined.accounts?.values() ?? [])]),
    ...lookAlikes('bundle', [...(defined.bundles?.values() ?? [])]),
  ]
}
