// How risky what an item asks for is, once for each policy text.

import type { PolicyDocument } from '../model/policy-document.ts'
import type { Escalation } from '../policy/escalation.ts'
import type { Knowledge } from '../policy/knowledge.ts'
import { likeness, riskOf } from '../policy/risk.ts'
import type { Risk } from './subject.ts'

export interface Assessment {
  readonly risk: Risk
  readonly because: readonly string[]
  readonly escalations: readonly Escalation[]
  readonly managesPermissions: boolean | 'unknown'
}

const NOT_READ: Assessment = {
  risk: 'unknown',
  because: ['the text of the policy is not known yet'],
  escalations: [],
  managesPermissions: 'unknown',
}

/** A role or group is judged by its name alone: what it allows is not read, so it is never taken for harmless. */
const NOT_TEXT: Assessment = {
  risk: 'high',
  because: ['what it allows is not looked into'],
  escalations: [],
  managesPermissions: false,
}

interface Assessed {
  /** Thousands of requests ask for the same actions on other things. */
  readonly alike: Map<string, Assessment>
  readonly same: WeakMap<PolicyDocument, Assessment>
}

const assessed = new WeakMap<Knowledge, Assessed>()
const MOST_KEPT = 5000

const judged = (document: PolicyDocument, knowledge: Knowledge): Assessment => {
  const { risk, because, escalations, managesPermissions } = riskOf(document, knowledge)
  return { risk, because, escalations, managesPermissions }
}

/** `null`: the text is not known yet; `undefined`: there is none. */
export function assess(document: PolicyDocument | null | undefined, knowledge: Knowledge): Assessment {
  if (document === null) return NOT_READ
  if (document === undefined) return NOT_TEXT
  const known = assessed.get(knowledge) ?? { alike: new Map(), same: new WeakMap() }
  assessed.set(knowledge, known)
  const like = likeness(document)
  const assessment = (like === null ? known.same.get(document) : known.alike.get(like)) ?? judged(document, knowledge)
  if (like === null) known.same.set(document, assessment)
  else if (known.alike.size < MOST_KEPT) known.alike.set(like, assessment)
  return assessment
}
