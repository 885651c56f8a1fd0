// Whether a policy permits a call, asked of the sandbox's evaluator, which shares no code with the algebra.

import type { PolicyDocument } from '../../src/core/model/policy-document.ts'
import { writePolicy } from '../../src/core/policy/write.ts'
import { contextOf } from '../../src/sandbox/access/context.ts'
import { identityVerdict } from '../../src/sandbox/access/decide.ts'
import { type Document, documentOf } from '../../src/sandbox/access/document.ts'
import type { Principal } from '../../src/sandbox/access/principal.ts'
import { type Call, FIRST_HOUR, HOUR } from './policy-inputs.ts'

const MARTA: Omit<Principal, 'identity'> = {
  account: '111122223333',
  arn: 'arn:aws:iam::111122223333:user/marta',
  lastingArn: 'arn:aws:iam::111122223333:user/marta',
  boundary: null,
  session: null,
  organisation: [],
  context: {},
}

const read = new WeakMap<PolicyDocument, Document>()

/** As AWS gets it: what we write is what the evaluator reads. */
function asWritten(document: PolicyDocument): Document {
  const there = read.get(document) ?? documentOf(writePolicy(document))
  read.set(document, there)
  return there
}

export const contextFor = ({ hour, prefix, secure, tag, owner }: Call) =>
  contextOf({
    'aws:CurrentTime': new Date((FIRST_HOUR + hour * HOUR) * 1000).toISOString().replace('.000Z', 'Z'),
    'aws:EpochTime': String(FIRST_HOUR + hour * HOUR),
    'aws:SecureTransport': String(secure),
    'aws:username': 'marta',
    ...(prefix === null ? {} : { 's3:prefix': prefix }),
    ...(tag === null ? {} : { 'aws:PrincipalTag/t': tag }),
    ...(owner === undefined ? {} : { 'aws:ResourceAccount': owner }),
  })

export const permits = (document: PolicyDocument, asked: Call): boolean =>
  identityVerdict(
    { ...MARTA, identity: [{ from: 'it', document: asWritten(document) }] },
    { action: asked.action, resource: asked.resource, context: contextFor(asked) },
  ).allowed
