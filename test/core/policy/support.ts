// Policies to test with.
import fc from 'fast-check'
import type { Among, Conditions, PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import type { Knowledge } from '../../../src/core/policy/knowledge.ts'
import { knowledgeOf } from '../../../src/knowledge/load.ts'

const word = fc.string({
  unit: fc.constantFrom('a', 'B', '3', ':', '*', '?', '/', '-', ' ', 'é'),
  minLength: 1,
  maxLength: 12,
})
const words = fc.array(word, { minLength: 1, maxLength: 4 })
const among: fc.Arbitrary<Among> = fc.oneof(
  words.map((only) => ({ only })),
  words.map((except) => ({ except })),
)
const conditions: fc.Arbitrary<Conditions> = fc.dictionary(
  fc.constantFrom('StringEquals', 'StringLike', 'Bool', 'ArnLike'),
  fc.dictionary(fc.constantFrom('aws:userid', 'aws:PrincipalTag/a', 's3:prefix'), words, { minKeys: 1 }),
  { maxKeys: 3 },
)
const statements: fc.Arbitrary<Statement> = fc
  .tuple(
    fc.constantFrom('Allow' as const, 'Deny' as const),
    among,
    among,
    conditions,
    fc.option(fc.constantFrom('A', 'b7')),
  )
  .map(([effect, actions, resources, given, sid]) => ({
    ...(sid === null ? {} : { sid }),
    effect,
    actions,
    resources,
    conditions: given,
  }))

/** Any policy without dates. */
export const documents: fc.Arbitrary<PolicyDocument> = fc.record({
  version: fc.constantFrom('2012-10-17' as const, '2008-10-17' as const),
  statements: fc.array(statements, { minLength: 1, maxLength: 4 }),
})

export const instants = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }).map(instantOf)

type Parts = Partial<Omit<Statement, 'actions' | 'resources'>> & {
  readonly actions?: Among
  readonly resources?: Among
}

export const allow = (
  actions: readonly string[] | Among,
  resources: readonly string[] = ['*'],
  parts: Parts = {},
): Statement => ({
  effect: 'Allow',
  actions: 'length' in actions ? { only: actions } : actions,
  resources: { only: resources },
  conditions: {},
  ...parts,
})

export const deny = (actions: readonly string[] | Among, parts: Parts = {}): Statement => ({
  ...allow(actions),
  ...parts,
  effect: 'Deny',
})

export const policy = (...list: readonly Statement[]): PolicyDocument => ({ version: '2012-10-17', statements: list })

/** A small world: enough to see what is known and what is not. */
export const small: Knowledge = knowledgeOf({
  asOf: '2026-01-31',
  services: {
    iam: 'List: ListUsers; Read: GetUser; Write: CreateAccessKey PassRole; Permissions management: AttachUserPolicy',
    s3: 'List: ListBucket; Read: GetObject GetObjectAcl; Write: PutObject; Tagging: PutObjectTagging',
    sts: 'Read: GetCallerIdentity; Write: AssumeRole',
  },
})
