// Sets and assignments as data, for the tests of what is pure in the mode of Identity Center.

import { id } from '../../../src/core/model/id.ts'
import type { PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import type { Holding, Observed } from '../../../src/core/plan/provisioner.ts'
import {
  type AssignmentContent,
  type Content,
  contentDigest,
  type SetContent,
} from '../../../src/modes/identity-center/content.ts'
import { assignmentKey, MODE, scopeOf, setKey } from '../../../src/modes/identity-center/naming.ts'
import { hours, NOON } from '../../support/builders.ts'

export const ACCOUNT = '111122223333'
export const PORTAL = { url: 'https://d-1.awsapps.com/start', region: 'eu-west-1' }
export const END = instantOf(NOON + hours(2))
export const MARTA = `${ACCOUNT}/USER/user-1`

export const allowing = (...actions: readonly string[]): PolicyDocument => ({
  version: '2012-10-17',
  statements: [{ effect: 'Allow', actions: { only: actions }, resources: { only: ['*'] }, conditions: {} }],
})

export const ending: Statement = {
  sid: `Daypass1V${'a'.repeat(40)}`,
  effect: 'Deny',
  actions: { only: ['*'] },
  resources: { only: ['*'] },
  conditions: { DateGreaterThanEquals: { 'aws:CurrentTime': ['2026-12-01T14:00:00Z'] } },
}

export const aSet = (more: Partial<SetContent> = {}): SetContent => ({
  is: 'set',
  account: ACCOUNT,
  name: 's3-dpabcdefghij234',
  document: allowing('s3:GetObject'),
  managed: [],
  customer: [],
  assigned: [MARTA],
  made: { description: 'Daypass: s3', person: 'marta', version: 'a'.repeat(40) },
  portal: PORTAL,
  ...more,
})

export const anAssignment = (more: Partial<AssignmentContent> = {}): AssignmentContent => ({
  is: 'assignment',
  account: ACCOUNT,
  userId: 'user-1',
  user: 'marta',
  set: 'ReadOnly',
  portal: PORTAL,
  session: null,
  ...more,
})

const common = (content: Content) => ({
  key:
    content.is === 'set'
      ? setKey(content.account, content.name)
      : assignmentKey(content.account, content.userId, content.set),
  mode: MODE,
  target: id<'target'>('prod'),
  scope: scopeOf(content.account),
  content,
  digest: contentDigest(content),
})

export const wanting = (content: Content, more: Partial<Holding<Content>> = {}): Holding<Content> => ({
  ...common(content),
  holders: [],
  until: END,
  lapse: 'always',
  identity: 'user-1',
  ...more,
})

export const seen = (content: Content, more: Partial<Observed<Content>> = {}): Observed<Content> => ({
  ...common(content),
  state: 'there',
  mark: { version: 'a'.repeat(40), expires: END },
  identity: 'user-1',
  says: 'it',
  ...more,
})
