// What the company's directory (Okta) says of people: who is there, in which groups, under whom, with which GitHub account.

/** Somebody whom the directory knows. E-mail addresses are in lower case and tell people apart. */
export interface Listed {
  readonly email: string
  /** Why nothing may be given to, approved by or kept by this person; null: nothing is in the way. */
  readonly out: string | null
  readonly github: { readonly id: number; readonly login: string } | null
  /** The manager's e-mail address; null: nobody is named, or nobody can be told from what is written there. */
  readonly manager: string | null
}

export interface Directory {
  /** By e-mail: everybody who was asked about, and everybody in the groups that were. */
  readonly people: ReadonlyMap<string, Listed>
  /** Name of a group in the directory → e-mails of its members. */
  readonly groups: ReadonlyMap<string, readonly string[]>
}

export const plainEmail = (email: string): string => email.trim().toLowerCase()
