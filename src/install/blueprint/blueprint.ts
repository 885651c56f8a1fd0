// What an installation is made of in AWS, as one value: printers write it down, `verify` compares it with what is there.

import type { Json } from '../../core/model/policy-document.ts'
import type { Job } from '../../core/model/settings.ts'

/** Documents and names may hold `{account}` and `{partition}`: one blueprint serves every account of its shape. */
export interface RoleBlueprint {
  /** `apply`, or `hub-apply` for a role that GitHub's token opens: what it is called in templates. */
  readonly title: string
  readonly job: Job
  /** IAM path with both slashes. */
  readonly path: string
  readonly name: string
  readonly description: string
  /** An AWS policy document. */
  readonly trust: Json
  readonly policy: Json
}

export interface PolicyBlueprint {
  readonly path: string
  readonly name: string
  readonly description: string
  readonly document: Json
}

/** Roles that are alike but for their names: people are bound to them one by one. */
export interface PoolBlueprint {
  /** IAM path with both slashes. */
  readonly path: string
  readonly names: readonly string[]
  readonly description: string
  /** Longest session, in seconds. */
  readonly session: number
  readonly trust: Json
  readonly boundary: PolicyBlueprint
}

/** An account as installers name it. */
export interface Place {
  readonly id: string
  /** The name in settings; null for an account that is only hub or home. */
  readonly name: string | null
}

/** What accounts that are used in the same way get. */
export interface Shape {
  /** `iam-user`, `home-identity-center-hub` …: also the name of its template. */
  readonly name: string
  readonly parts: readonly Part[]
  readonly places: readonly Place[]
  readonly boundary: PolicyBlueprint
  readonly roles: readonly RoleBlueprint[]
  /** null: nobody enters through Okta. */
  readonly pool: PoolBlueprint | null
  /** The audience that GitHub's OIDC provider is made for; null where the account needs none. */
  readonly provider: { readonly host: string; readonly audience: string } | null
}

/** `hub`: GitHub's jobs enter here; `home`: Identity Center is worked from here; else a mode of giving access. */
export type Part = 'hub' | 'home' | (string & {})

export interface Blueprint {
  readonly installation: string
  readonly partition: string
  readonly region: string
  readonly tags: Readonly<Record<string, string>>
  readonly shapes: readonly Shape[]
  /** Where resources are brought together, and the name of the role that reads them; null: owners want no inventory. */
  readonly inventory: { readonly aggregator: string; readonly reader: string } | null
  /** A service control policy for the organisation's accounts. */
  readonly organisation: PolicyBlueprint
}
