// How a person uses what they hold through their IAM user.

import type { Holding } from '../../core/plan/provisioner.ts'
import type { Content } from './content.ts'

/** Where the console signs people in, by partition (AWS general reference, console endpoints). */
const SIGN_IN: Readonly<Record<string, string>> = {
  aws: 'https://signin.aws.amazon.com',
  'aws-cn': 'https://signin.amazonaws.cn',
  'aws-us-gov': 'https://signin.amazonaws-us-gov.com',
}

const userOf = (content: Content): string =>
  content.is === 'policy' ? (content.attached[0] ?? '').replace(/^user\//, '') : content.user

/** `arn:aws:iam::111122223333:role/teams/orders` → the console's link and a profile for `~/.aws/config`. */
function switchRole(arn: string, target: string): readonly string[] {
  const [, partition = '', , , account = '', resource = ''] = arn.split(':')
  const role = resource.replace(/^role\//, '')
  const name = role.slice(role.lastIndexOf('/') + 1)
  const query = new URLSearchParams({ account, roleName: role, displayName: `${name} @ ${target}` })
  const site = SIGN_IN[partition]
  return [
    ...(site === undefined ? [] : [`Console: ${site}/switchrole?${query.toString()}`]),
    `CLI, in ~/.aws/config: [profile ${target}-${name}] role_arn = ${arn}, source_profile = the profile of your IAM user`,
  ]
}

/** One instruction a line. */
export function reach(holding: Holding<Content>): readonly string[] {
  const user = userOf(holding.content)
  const roles = holding.holders.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.is === 'found' && fact.need.what === 'role' ? [fact.id] : [])),
  )
  const [role] = roles
  const own = `Sign in to ${holding.target} as your IAM user ${user}`
  return role === undefined
    ? [`${own}: nothing else to do.`]
    : [`${own}, then switch role.`, ...switchRole(role, holding.target)]
}
