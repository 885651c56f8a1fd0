// How statements of ours say which version gave them, and how that is read back.

import type { PolicyDocument, Statement } from '../../core/model/policy-document.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Mark } from '../../core/plan/provisioner.ts'
import { endsOf } from '../../core/policy/dated.ts'

/** As much of a version as every mark carries. */
export const MARKED = 40

/** Sids take letters and digits only, and must differ within a policy. */
export const sidOf = (index: number, version: string): string => `Daypass${index}V${version.slice(0, MARKED)}`

export const versionInSid = (sid: string | undefined): string | null =>
  /^Daypass\d+V([0-9A-Za-z]+)$/.exec(sid ?? '')?.[1] ?? null

/** The version of a mark that nobody can read: no version is called so. */
export const UNREADABLE = 'unreadable'

const unsigned = ({ sid: _, ...statement }: Statement): Statement => statement

/** What a document permits, whoever signed it. */
export const withoutSids = (document: PolicyDocument): PolicyDocument => ({
  ...document,
  statements: document.statements.map(unsigned),
})

const endOf = (document: PolicyDocument): Instant | null => {
  const ends = endsOf(document)
  return ends.is === 'at' ? ends.last : null
}

/** What the statements that carry our Sid say: the version whose end is the latest, and that end. */
export function markIn(document: PolicyDocument | null): Mark {
  const marked = (document?.statements ?? []).flatMap((statement) => {
    const version = versionInSid(statement.sid)
    return version === null ? [] : [{ version, end: endOf({ version: '2012-10-17', statements: [statement] }) }]
  })
  const last = [...marked].sort(
    (a, b) => (b.end ?? Infinity) - (a.end ?? Infinity) || (a.version < b.version ? -1 : 1),
  )[0]
  return last === undefined ? { version: UNREADABLE, expires: null } : { version: last.version, expires: last.end }
}
