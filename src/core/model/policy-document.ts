// What an IAM policy document says, in one normal form (lists everywhere, NotAction and NotResource explicit).

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** `only`: Action/Resource; `except`: NotAction/NotResource. */
export type Among = { readonly only: readonly string[] } | { readonly except: readonly string[] }

/** operator → key → values, as in AWS's Condition element; values always a list. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

export interface Statement {
  readonly sid?: string
  readonly effect: 'Allow' | 'Deny'
  readonly actions: Among
  readonly resources: Among
  readonly conditions: Conditions
}

export interface PolicyDocument {
  readonly version: '2012-10-17' | '2008-10-17'
  readonly statements: readonly Statement[]
}
