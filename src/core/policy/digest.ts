// How a policy document is pinned: the SHA-256 of its canonical text.

import { digest } from '../model/canonical.ts'
import type { Digest } from '../model/id.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import { writePolicy } from './write.ts'

/** Equal for documents that differ only in order inside statements, repetition, or list and single forms. */
export const policyDigest = (document: PolicyDocument): Digest => digest(writePolicy(document))
