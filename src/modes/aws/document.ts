// Which policy document a grant becomes: dated, bound to its account and signed, or why it cannot be made.

import type { PolicyDocument, Statement } from '../../core/model/policy-document.ts'
import type { Instant } from '../../core/model/time.ts'
import { writeInstant } from '../../core/model/time.ts'
import type { Fact, Resolved } from '../../core/plan/provisioner.ts'
import { dated, hasDeny } from '../../core/policy/dated.ts'
import { narrowed } from '../../core/policy/narrow.ts'
import type { PolicyRead } from '../../core/policy/read.ts'
import { sameAccount } from '../../core/policy/same-account.ts'
import { hasPolicyCharset, policySize } from '../../core/policy/write.ts'
import type { Span } from '../any/spans.ts'
import { sidOf } from './signature.ts'

const assume = (role: string): PolicyDocument => ({
  version: '2012-10-17',
  statements: [{ effect: 'Allow', actions: { only: ['sts:AssumeRole'] }, resources: { only: [role] }, conditions: {} }],
})

/** A role that is found has its ARN as id. */
const found = (facts: readonly Fact[], what: Fact['need']['what']): Extract<Fact, { is: 'found' }> | null => {
  const fact = facts.find(({ need }) => need.what === what)
  return fact?.is === 'found' ? fact : null
}

/** What is permitted, without dates. A copy keeps its text, so it is not bound to the account. */
export function undated({ grant, facts }: Resolved): PolicyRead {
  const { permissions } = grant.item.entitlement
  switch (permissions.form) {
    case 'statements':
      return sameAccount(permissions.document, grant.account)
    case 'policy':
    case 'narrowed': {
      const { document } = found(facts, 'policy') ?? {}
      if (document === undefined) return { problem: 'its text is not understood' }
      if (hasDeny(document)) return { problem: 'it holds a Deny, which would cut other access as well' }
      if (permissions.form === 'policy') return { document }
      const cut = narrowed(document, permissions.to).document
      return cut.statements.length === 0
        ? { problem: `nothing of it can be limited to ${permissions.to.map(({ arn }) => arn).join(', ')}` }
        : sameAccount(cut, grant.account)
    }
    case 'existing': {
      const role = found(facts, 'role')
      return role === null ? { problem: 'only a role can be assumed' } : sameAccount(assume(role.id), grant.account)
    }
  }
}

/** A beginning that has passed says nothing, and would change the text whenever the first of several requests ends. */
const withoutPast = (statement: Statement, from: Instant, now: Instant): Statement => {
  const { DateGreaterThanEquals: starts, ...others } = statement.conditions
  const [[key, value] = [], second] = Object.entries(starts ?? {})
  const ours =
    second === undefined && key === 'aws:CurrentTime' && value?.length === 1 && value[0] === writeInstant(from)
  return ours && from <= now ? { ...statement, conditions: others } : statement
}

/** The document with one set of statements for each span, each signed with the version that gives its end. */
export function signed(document: PolicyDocument, spans: readonly Span[], now: Instant, room: number): PolicyRead {
  const statements: Statement[] = []
  for (const { from, until, version } of spans) {
    const read = dated(document, from, until)
    if ('problem' in read) return read
    for (const statement of read.document.statements)
      statements.push({ ...withoutPast(statement, from, now), sid: sidOf(statements.length, version) })
  }
  const made = { ...document, statements }
  const size = policySize(made)
  if (size > room) return { problem: `it takes ${size} characters with its end, and IAM takes ${room}` }
  return hasPolicyCharset(made) ? { document: made } : { problem: 'it has characters that IAM does not take' }
}
