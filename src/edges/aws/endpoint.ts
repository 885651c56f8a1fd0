// Where AWS is: at AWS's own addresses, or at a loopback address that stands in for it.

import { isLoopback } from '../loopback.ts'

/** As the SDK spells services in the names of environment variables (AWS SDKs guide, service-specific endpoints). */
export type ServiceName =
  | 'IAM'
  | 'STS'
  | 'SSO_ADMIN'
  | 'IDENTITYSTORE'
  | 'ORGANIZATIONS'
  | 'SECRETS_MANAGER'
  | 'RESOURCE_EXPLORER_2'
  | 'ACCOUNT'
  | 'RESOURCE_GROUPS_TAGGING_API'

export type Endpoint =
  | { readonly is: 'vendor' }
  | { readonly is: 'loopback'; readonly url: string }
  /** Somebody would have our credentials sent elsewhere. */
  | { readonly is: 'refused'; readonly because: string }

/** Reads `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_<SERVICE>`; the service's own wins. */
export function endpointOf(environment: Readonly<Record<string, string | undefined>>, service: ServiceName): Endpoint {
  const name = [`AWS_ENDPOINT_URL_${service}`, 'AWS_ENDPOINT_URL'].find((key) => (environment[key] ?? '') !== '')
  const url = name === undefined ? undefined : environment[name]
  if (name === undefined || url === undefined) return { is: 'vendor' }
  if (URL.canParse(url) && isLoopback(new URL(url))) return { is: 'loopback', url }
  return { is: 'refused', because: `${name} may only name a loopback address` }
}
