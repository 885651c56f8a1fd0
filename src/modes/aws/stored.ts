// How policies are read as IAM stores and sends them.

import type { PolicyDocument } from '../../core/model/policy-document.ts'
import { readPolicy } from '../../core/policy/read.ts'
import type { PolicyDetail } from './account.ts'

/** IAM sends documents URL-encoded (RFC 3986), and the SDK leaves them so. null: no policy that we understand. */
export function readStored(text: string | undefined): PolicyDocument | null {
  if (text === undefined) return null
  try {
    const read = readPolicy(decodeURIComponent(text))
    return 'document' in read ? read.document : null
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

export const defaultDocument = (policy: PolicyDetail): PolicyDocument | null =>
  readStored(policy.PolicyVersionList?.find((version) => version.IsDefaultVersion === true)?.Document)

export const plainText = (text: string): string => text.trim().toLowerCase()

export const sameText = (a: string, b: string): boolean => plainText(a) === plainText(b)
