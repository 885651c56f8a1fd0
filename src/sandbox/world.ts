// What the sandbox's world is made of: everything it knows, as plain data that survives JSON.

import type { AwsWorld } from './aws/world.ts'
import type { GithubWorld } from './github/world.ts'
import type { OktaWorld } from './okta/world.ts'

export interface World {
  readonly aws: AwsWorld
  readonly github: GithubWorld
  /** Missing: nobody signs in through Okta. */
  readonly okta?: OktaWorld
}
