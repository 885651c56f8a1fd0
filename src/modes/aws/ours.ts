// What of Daypass's own lies in an account.

import type { Settings } from '../../core/model/settings.ts'
import type { Ours } from '../../core/policy/reach.ts'

/** Paths and roles that Daypass lives on, and the provider that lets it in. */
export const oursIn =
  ({ aws }: Settings) =>
  (account: string): Ours => {
    const partition = aws?.partition ?? '*'
    const arn = (rest: string): string => `arn:${partition}:iam::${account}:${rest}`
    const hubs = Object.values(aws?.hub ?? {}).filter((role) => role?.split(':')[4] === account)
    return {
      partition,
      account,
      paths: ['/daypass/'],
      roleArns: [
        ...Object.values(aws?.roles ?? {}).map((role) => arn(`role/${role}`)),
        ...hubs.flatMap((role) => role ?? []),
        arn('oidc-provider/*'),
        arn('saml-provider/*'),
      ],
    }
  }
