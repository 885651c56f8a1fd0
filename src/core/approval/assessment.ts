// How risky what an item asks for is, once for each policy text.

import type { PolicyDocument } from '../model/policy-document.ts'
import type { Escalation } from '../policy/escalation.ts'
import type { Knowledge } from '../policy/knowledge.ts'
import { riskOf } from '../policy/risk.ts'
import type { Risk } from './subject.ts'

export interface Assessment {
  readonly risk: Risk
  readonly because: readonly string[]
  readonly escalations: readonly Escalation[]
}

const NOT_READ: Assessment = { risk: 'unknown', because: ['the text of the policy is not known yet'], escalations: [] }

/** A role or group is judged by its name alone: what it allows is not read, so it is never taken for harmless. */
const NOT_TEXT: Assessment = { risk: 'high', because: ['what it allows is not looked into'], escalations: [] }

const assessed = new WeakMap<Knowledge, WeakMap<PolicyDocument, Assessment>>()

/** `null`: the text is not known yet; `undefined`: there is none. */
export function assess(document: PolicyDocument | null | undefined, knowledge: Knowledge): Assessment {
  if (document === null) return NOT_READ
  if (document === undefined) return NOT_TEXT
  const known = assessed.get(knowledge) ?? new WeakMap<PolicyDocument, Assessment>()
  assessed.set(knowledge, known)
  const before = known.get(document)
  if (before !== undefined) return before
  const { risk, because, escalations } = riskOf(document, knowledge)
  const assessment = { risk, because, escalations }
  known.set(document, assessment)
  return assessment
}
