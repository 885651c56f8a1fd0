// The five things an installation cannot do without, as questions; each can be a flag instead.

export interface Answers {
  /** `owner/name`. */
  readonly repository: string
  /** Twelve digits: where GitHub's jobs enter AWS. */
  readonly hub: string
  readonly region: string
  /** GitHub logins of those who approve changes of the settings. */
  readonly owners: readonly string[]
  /** null: people are IAM users; else the account from which Identity Center is worked. */
  readonly center: string | null
}

export type Question = keyof Answers

export interface Asked {
  readonly flag: string
  /** What the flag's help says. */
  readonly says: string
  readonly question: string
  readonly hint: string
  /** Why an answer cannot be one; null: it can. */
  readonly wrong: (text: string) => string | null
}

const ACCOUNT = /^\d{12}$/

/** In the order in which they are asked. */
export const QUESTIONS: Readonly<Record<Question, Asked>> = {
  repository: {
    flag: 'repository',
    says: 'GitHub repository that will hold the settings, written owner/name',
    question: 'Which GitHub repository will hold the settings?',
    hint: 'owner/name',
    wrong: (text) => (/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(text) ? null : 'a repository is written owner/name'),
  },
  owners: {
    flag: 'owners',
    says: 'GitHub logins of those who approve changes of the settings, with commas',
    question: 'Who approves changes of the settings? Two or more GitHub logins.',
    hint: 'with commas',
    wrong: (text) =>
      text.split(',').every((one) => /^[A-Za-z\d-]{1,39}$/.test(one.trim()))
        ? null
        : 'logins are letters, digits and dashes, with commas between',
  },
  hub: {
    flag: 'hub',
    says: 'AWS account in which the jobs of GitHub enter',
    question: 'In which AWS account will GitHub’s jobs enter?',
    hint: 'twelve digits; an account for tooling rather than the management account',
    wrong: (text) => (ACCOUNT.test(text) ? null : 'an AWS account has twelve digits'),
  },
  region: {
    flag: 'region',
    says: 'region of AWS, and of Identity Center if there is one',
    question: 'In which region (that of Identity Center, if you have it)?',
    hint: 'such as eu-west-1',
    wrong: (text) => (/^[a-z]{2,8}(-[a-z]+)+-\d{1,2}$/.test(text) ? null : 'a region is written like eu-west-1'),
  },
  center: {
    flag: 'center',
    says: 'account from which IAM Identity Center is worked (default: people are IAM users)',
    question: 'From which account is IAM Identity Center worked? Empty if people are IAM users.',
    hint: 'twelve digits, or empty',
    wrong: (text) => (text === '' || ACCOUNT.test(text) ? null : 'an AWS account has twelve digits'),
  },
}

export const QUESTION_NAMES: readonly Question[] = ['repository', 'owners', 'hub', 'region', 'center']

export const answersOf = (given: Readonly<Record<Question, string>>): Answers => ({
  repository: given.repository,
  hub: given.hub,
  region: given.region,
  owners: given.owners.split(',').map((one) => one.trim()),
  center: given.center === '' ? null : given.center,
})

/** Partition by how the region begins (AWS general reference, partitions). */
export const partitionOf = (region: string): string =>
  region.startsWith('us-gov-') ? 'aws-us-gov' : region.startsWith('cn-') ? 'aws-cn' : 'aws'

const PLAIN = /[^a-z0-9]+/g

/** A name as Daypass's files write them: `Orders (Prod)` → `orders-prod`. */
export const plainName = (text: string, fallback: string): string => {
  const made = text
    .toLowerCase()
    .replace(PLAIN, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 38)
    .replace(/-+$/, '')
  return made === '' ? fallback : made
}
