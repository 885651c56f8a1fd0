// How a person uses what they hold through Identity Center.

import type { Holding } from '../../core/plan/provisioner.ts'
import type { Content } from './content.ts'

const setOf = (content: Content): string => (content.is === 'set' ? content.name : content.set)

/** Straight to the console with this set in this account (IAM Identity Center user guide, shortcut links). */
const deepLink = ({ portal, account }: Content, set: string): string =>
  `${portal.url}/#/console?${new URLSearchParams({ account_id: account, role_name: set }).toString()}`

/** What goes into `~/.aws/config` (AWS CLI user guide, IAM Identity Center authentication): a line each, to be pasted. */
const profile = ({ portal, account }: Content, set: string, name: string): readonly string[] => [
  'CLI, in ~/.aws/config:',
  `[profile ${name}]`,
  `sso_start_url = ${portal.url}`,
  `sso_region = ${portal.region}`,
  `sso_account_id = ${account}`,
  `sso_role_name = ${set}`,
]

/** `arn:aws:iam::111122223333:role/teams/orders` → how it is assumed from the session of the set. */
const assume = (arn: string, source: string, target: string): readonly string[] => [
  `[profile ${target}-${arn.slice(arn.lastIndexOf('/') + 1)}]`,
  `role_arn = ${arn}`,
  `source_profile = ${source}`,
]

/** One line each; those of the CLI are lines of a file. */
export function reach({ content, holders, target }: Holding<Content>): readonly string[] {
  const set = setOf(content)
  const name = `${target}-${set}`
  const roles = holders.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.is === 'found' && fact.need.what === 'role' ? [fact.id] : [])),
  )
  return [
    `Portal: ${deepLink(content, set)}`,
    ...profile(content, set, name),
    ...roles.flatMap((role) => assume(role, name, target)),
    `Then: aws sso login --profile ${name}`,
  ]
}
