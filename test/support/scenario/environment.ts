// What a runner tells a job: the Action's inputs and GitHub's environment, pointing at the sandbox.

import { OIDC, REPOSITORY, TOKEN } from '../../../src/entry/commands/demo/company.ts'
import { type Inputs, readInputs } from '../../../src/entry/inputs.ts'
import { DIRECTORY, type Stage } from './stage.ts'

export type Ran = 'plan' | 'apply' | 'expire' | 'inventory'

export function actionInputs({ company, start, runs }: Stage, command: Ran): Inputs {
  const { url } = company.sandbox
  const oidc =
    command === 'plan'
      ? {}
      : {
          ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/github/oidc?api-version=2.0`,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: OIDC[command],
        }
  const inputs: Readonly<Record<string, string>> = {
    command,
    directory: DIRECTORY,
    start: start ?? '',
    'github-token': TOKEN,
  }
  const read = readInputs((name) => inputs[name] ?? '', {
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: `${url}/git`,
    GITHUB_API_URL: `${url}/github`,
    GITHUB_GRAPHQL_URL: `${url}/github/graphql`,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: String(runs.length + 1),
    AWS_ENDPOINT_URL: `${url}/aws`,
    AWS_REGION: 'eu-west-1',
    OKTA_ENDPOINT_URL: `${url}/okta`,
    ...oidc,
  })
  if (read.is === 'wrong') throw new Error(read.says)
  return read.inputs
}
