// What a policy document says, read from its JSON into statements that can be judged.

export interface Conditions {
  /** Operator → key → values. */
  readonly [operator: string]: Readonly<Record<string, readonly string[]>>
}

export type Principals = '*' | Readonly<Record<string, readonly string[]>>

export interface Statement {
  readonly sid?: string
  readonly effect: 'Allow' | 'Deny'
  readonly actions: readonly string[]
  readonly notActions?: readonly string[]
  readonly resources: readonly string[]
  readonly notResources?: readonly string[]
  readonly principals?: Principals
  readonly notPrincipals?: Principals
  readonly conditions: Conditions
}

export interface Document {
  /** Whether policy variables are filled in: only with version 2012-10-17. */
  readonly variables: boolean
  readonly statements: readonly Statement[]
}

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const texts = (value: unknown): readonly string[] =>
  value === undefined ? [] : listed(value).map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))

const principals = (value: unknown): Principals =>
  value === '*' || !isObject(value)
    ? '*'
    : Object.fromEntries(Object.entries(value).map(([kind, names]) => [kind, texts(names)]))

const conditions = (value: unknown): Conditions =>
  !isObject(value)
    ? {}
    : Object.fromEntries(
        Object.entries(value).map(([operator, keys]) => [
          operator,
          isObject(keys) ? Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, texts(values)])) : {},
        ]),
      )

const statement = (value: unknown): Statement => {
  if (!isObject(value)) throw new Error('The sandbox holds a policy whose statement is no object.')
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition } = value
  if (Effect !== 'Allow' && Effect !== 'Deny') throw new Error('The sandbox holds a policy with a strange Effect.')
  return {
    ...(typeof Sid === 'string' ? { sid: Sid } : {}),
    effect: Effect,
    actions: texts(Action),
    ...(NotAction === undefined ? {} : { notActions: texts(NotAction) }),
    resources: texts(Resource),
    ...(NotResource === undefined ? {} : { notResources: texts(NotResource) }),
    ...(Principal === undefined ? {} : { principals: principals(Principal) }),
    ...(NotPrincipal === undefined ? {} : { notPrincipals: principals(NotPrincipal) }),
    conditions: conditions(Condition),
  }
}

/** Throws on a document that IAM would not have taken: then the world itself is wrong. */
export const documentOf = (text: string): Document => {
  const json: unknown = JSON.parse(text)
  if (!isObject(json)) throw new Error('The sandbox holds a policy that is no object.')
  const { Version, Statement } = json
  return { variables: Version === '2012-10-17', statements: listed(Statement).map(statement) }
}
