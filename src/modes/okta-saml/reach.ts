// How a person uses what they hold through Okta.

import type { Holding } from '../../core/plan/provisioner.ts'
import type { Content } from './content.ts'

/** One instruction a line. Okta may take some minutes until a new role stands in its answer to AWS. */
export const reach = ({ content, target }: Holding<Content>): readonly string[] => [
  `Open the AWS app on https://${content.host}/app/UserHome and choose the role ${content.role} of ${target}.`,
  'If it is not offered yet, sign out of AWS and open the app again in a few minutes.',
]
