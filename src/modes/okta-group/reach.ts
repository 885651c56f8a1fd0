// How a person uses what they hold through a group of Okta.

import type { Holding } from '../../core/plan/provisioner.ts'
import type { Content } from './content.ts'

/** One instruction a line. Apps that a group is assigned to stand on the dashboard (Okta end-user documentation). */
export const reach = ({ content }: Holding<Content>): readonly string[] => [
  `You are in the Okta group ${content.group}: what it opens stands on https://${content.host}/app/UserHome.`,
  'Sign out of an app and in again where it still shows what you could do before.',
]
