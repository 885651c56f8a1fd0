// What lets the hub roles read the key to Okta, where AWS keeps it.

import type { Statement } from '../../core/model/policy-document.ts'
import type { Settings } from '../../core/model/settings.ts'

/** The key to Okta, where a secret of AWS holds it: each job fetches it for itself, and reads no other. */
export function readingTheKey({ okta }: Settings): readonly Statement[] {
  if (okta?.credential.in !== 'secret') return []
  return [
    {
      sid: 'ReadsTheKeyToOkta',
      effect: 'Allow',
      actions: { only: ['secretsmanager:GetSecretValue'] },
      resources: { only: [okta.credential.arn] },
      conditions: {},
    },
  ]
}
