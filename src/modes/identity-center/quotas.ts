// How much Identity Center takes, before anything is written.

/** AWS's defaults, which an organisation may have had raised (IAM Identity Center user guide, quotas). */
export interface Quotas {
  readonly sets: number
  /** Bytes of an inline policy, white space included. */
  readonly inlineBytes: number
  /** Characters of it that are no white space. */
  readonly inlineSize: number
}

export const QUOTAS: Quotas = { sets: 3500, inlineBytes: 32_768, inlineSize: 10_240 }

/** Name under which the account's fact counts the permission sets of others. */
export const USED = { sets: 'sets' } as const
