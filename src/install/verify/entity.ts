// Whether the provider that an account believes is the app that people enter by: name and certificate, side by side.

import { type Answer, writeEdgeError } from '../../core/model/edge-error.ts'
import type { OktaFederation } from '../../core/model/settings.ts'
import { type Check, fine } from '../check.ts'

interface Speaks {
  readonly entity: string | null
  readonly certificates: readonly string[]
}

/** Of SAML metadata only what names and proves the speaker is read. */
function speaks(metadata: string): Speaks {
  const certificates = [...metadata.matchAll(/<(?:\w+:)?X509Certificate>([^<]+)</g)].map(([, found]) =>
    (found ?? '').replace(/\s+/g, ''),
  )
  return { entity: /\bentityID="([^"]+)"/.exec(metadata)?.[1] ?? null, certificates }
}

export interface EntityAsked {
  readonly federation: OktaFederation
  /** The app's metadata, from Okta. */
  readonly app: Answer<string>
  /** What was registered in AWS. */
  readonly provider: Answer<string>
}

export function entityCheck({ federation, app, provider }: EntityAsked): Check {
  const about = `saml-provider/${federation.provider} in ${federation.account}`
  if (provider.is === 'unknown' && provider.because.kind === 'not-found')
    return {
      state: 'missing',
      about,
      says: 'is not there: nobody can enter',
      cure: 'make it in IAM from the metadata of the app (Sign On tab), under this name',
    }
  const because = app.is === 'unknown' ? app.because : provider.is === 'unknown' ? provider.because : null
  if (because !== null || app.is === 'unknown' || provider.is === 'unknown')
    return {
      state: 'unknown',
      about,
      says: `could not look: ${because === null ? '' : writeEdgeError(because)}`,
      cure: 'deploy what `daypass setup` prints, and run daypass verify again',
    }
  const [there, ours] = [speaks(provider.value), speaks(app.value)]
  if (ours.entity === null || there.entity !== ours.entity)
    return {
      state: 'danger',
      about,
      says: `believes ${there.entity ?? 'nobody that can be read'}, and the app is ${ours.entity ?? 'nobody that can be read'}`,
      cure: 'find out who registered it: whoever it believes can enter as anybody',
    }
  const strange = there.certificates.filter((one) => !ours.certificates.includes(one))
  const proved = ours.certificates.some((one) => there.certificates.includes(one))
  if (!proved)
    return {
      state: 'differs',
      about,
      says: 'knows none of the certificates of the app: nobody can enter',
      cure: 'upload the metadata of the app (Sign On tab) to the provider again',
    }
  if (strange.length > 0)
    return {
      state: 'danger',
      about,
      says: `also believes ${strange.length} certificate${strange.length === 1 ? '' : 's'} that the app does not have`,
      cure: 'upload the metadata of the app (Sign On tab) to the provider again: an old certificate, or somebody else’s',
    }
  return fine(about, `believes the app, ${ours.entity}`)
}
