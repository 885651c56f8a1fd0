// Policies read from AWS's JSON and written back.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { policyDigest } from '../../../src/core/policy/digest.ts'
import { readPolicy, readPolicyValue } from '../../../src/core/policy/read.ts'
import { hasPolicyCharset, isSid, policySize, writePolicy } from '../../../src/core/policy/write.ts'
import { documents } from './support.ts'

const statement = (parts: object) => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 'a:B', Resource: '*', ...parts },
})

const PROBLEMS: readonly { readonly given: unknown; readonly says: string }[] = [
  { given: null, says: 'must be a JSON object' },
  { given: [], says: 'must be a JSON object' },
  { given: {}, says: 'has no Statement' },
  { given: { Version: '2026-01-01', Statement: [] }, says: 'unknown Version "2026-01-01"' },
  { given: { Statement: [], Statements: [] }, says: 'unknown element "Statements"' },
  { given: { Statement: ['x'] }, says: 'statement 1 must be an object' },
  { given: { Statement: null }, says: 'statement 1 must be an object' },
  { given: statement({ Effect: 'allow' }), says: 'Effect must be Allow or Deny' },
  { given: statement({ Principal: '*' }), says: 'has Principal' },
  { given: statement({ NotPrincipal: { AWS: '*' } }), says: 'has NotPrincipal' },
  { given: statement({ action: 'a:B' }), says: 'unknown element "action"' },
  { given: statement({ NotAction: 'a:B' }), says: 'both Action and NotAction' },
  { given: statement({ NotResource: '*' }), says: 'both Resource and NotResource' },
  { given: statement({ Action: undefined }), says: 'neither Action nor NotAction' },
  { given: statement({ Action: [] }), says: 'Action must be text or a list of text' },
  { given: statement({ Action: [1] }), says: 'Action must be text' },
  { given: statement({ Resource: '' }), says: 'Resource must be text' },
  { given: statement({ Sid: 7 }), says: 'Sid must be text' },
  { given: statement({ Condition: [] }), says: 'Condition must be an object' },
  { given: statement({ Condition: { Bool: 'x' } }), says: 'Condition Bool must be an object' },
  { given: statement({ Condition: { Bool: { k: null } } }), says: 'Condition Bool k must be text' },
  { given: statement({ Condition: { Bool: { k: [{}] } } }), says: 'Condition Bool k must be text' },
]

describe('reading a policy', () => {
  it.each(PROBLEMS)('says "$says"', ({ given, says }) => {
    expect(readPolicyValue(given)).toEqual({ problem: expect.stringContaining(says) })
  })
  it('names every problem at once', () => {
    expect(readPolicyValue({ Version: 1, Statement: { Effect: 'x' } })).toEqual({
      problem: expect.stringMatching(/Version.*Effect.*Action.*Resource/),
    })
  })
  it('says when the text is not JSON', () => {
    expect(readPolicy('{')).toEqual({ problem: expect.stringContaining('not JSON') })
  })
  it('brings single and list forms into one', () => {
    const one = readPolicyValue(
      statement({ Condition: { Bool: { 'aws:SecureTransport': true }, NumericLessThan: { 's3:max-keys': [10] } } }),
    )
    expect(one).toEqual({
      document: {
        version: '2012-10-17',
        statements: [
          {
            effect: 'Allow',
            actions: { only: ['a:B'] },
            resources: { only: ['*'] },
            conditions: { Bool: { 'aws:SecureTransport': ['true'] }, NumericLessThan: { 's3:max-keys': ['10'] } },
          },
        ],
      },
    })
  })
  it('reads NotAction and NotResource, drops Id, and takes the old version where none is given', () => {
    const read = readPolicy('{"Id":"x","Statement":[{"Effect":"Deny","NotAction":["a:B"],"NotResource":"arn:x"}]}')
    expect(read).toEqual({
      document: {
        version: '2008-10-17',
        statements: [
          { effect: 'Deny', actions: { except: ['a:B'] }, resources: { except: ['arn:x'] }, conditions: {} },
        ],
      },
    })
  })
})

const shuffled = <T>(list: readonly T[]): readonly T[] => [...list, ...list].reverse()

const disordered = (one: Statement): Statement => ({
  conditions: Object.fromEntries(Object.entries(one.conditions).reverse()),
  resources:
    'only' in one.resources ? { only: shuffled(one.resources.only) } : { except: shuffled(one.resources.except) },
  actions: 'only' in one.actions ? { only: shuffled(one.actions.only) } : { except: shuffled(one.actions.except) },
  effect: one.effect,
  ...(one.sid === undefined ? {} : { sid: one.sid }),
})

const read = (text: string): PolicyDocument => {
  const result = readPolicy(text)
  if ('problem' in result) throw new Error(result.problem)
  return result.document
}

describe('writing a policy', () => {
  it('and reading it back gives the same text', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(writePolicy(read(writePolicy(document)))).toBe(writePolicy(document))
      }),
    )
  })
  it('gives the same bytes and digest whatever the order and repetition inside statements', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const other = { ...document, statements: document.statements.map(disordered) }
        expect(writePolicy(other)).toBe(writePolicy(document))
        expect(policyDigest(other)).toBe(policyDigest(document))
      }),
    )
  })
  it('tells documents apart that differ in one action', () => {
    const [a, b] = ['a:B', 'a:C'].map((Action) => read(JSON.stringify(statement({ Action }))))
    expect(a && policyDigest(a)).not.toBe(b && policyDigest(b))
  })
  it('writes one element as text and many as a sorted list', () => {
    const document = read(JSON.stringify(statement({ Sid: 'a', Action: ['b:C', 'a:B', 'b:C'], Resource: ['*'] })))
    expect(writePolicy(document)).toBe(
      '{"Statement":[{"Action":["a:B","b:C"],"Effect":"Allow","Resource":"*","Sid":"a"}],"Version":"2012-10-17"}',
    )
  })
  it('counts every character but white space', () => {
    const document = read(
      JSON.stringify(statement({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a b\tc' } } })),
    )
    const text = writePolicy(document)
    expect(policySize(document)).toBe(text.length - 1)
    expect(text).toContain('a b\\tc')
  })
  it('knows what may be a Sid and which characters IAM takes', () => {
    expect(['Ab9', 'a-b', '', 'é'].map(isSid)).toEqual([true, false, false, false])
    const [latin, cyrillic] = ['arn:aws:s3:::ÿ', 'arn:aws:s3:::ж'].map((Resource) =>
      read(JSON.stringify(statement({ Resource }))),
    )
    expect([latin && hasPolicyCharset(latin), cyrillic && hasPolicyCharset(cyrillic)]).toEqual([true, false])
  })
})
