// Which GitHub account belongs to which person of the directory: only where exactly one fits on both sides.

export interface GithubAccount {
  readonly id: number
  readonly login: string
  readonly name: string | null
  readonly email: string | null
}

export interface DirectoryUser {
  readonly userName: string
  readonly email: string
  readonly name: string
}

export interface Matched {
  readonly account: GithubAccount
  readonly email: string
}

export interface Matching {
  readonly matched: readonly Matched[]
  /** GitHub accounts for which nobody, or more than one, was found. */
  readonly accounts: readonly GithubAccount[]
  readonly users: readonly DirectoryUser[]
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

const local = (email: string): string => email.split('@')[0] ?? email

/** From the surest to the least sure; the first that fits exactly one on both sides decides. */
const SIGNS: readonly ((account: GithubAccount) => string | null)[] = [
  ({ email }) => (email === null ? null : `email ${email.toLowerCase()}`),
  ({ login }) => `word ${plain(login)}`,
  ({ name }) => (name === null || plain(name) === '' ? null : `word ${plain(name)}`),
]

const signsOf = ({ userName, email, name }: DirectoryUser): readonly string[] => [
  `email ${email.toLowerCase()}`,
  ...new Set([local(userName), local(email), name].map((text) => `word ${plain(text)}`)),
]

export function matching(accounts: readonly GithubAccount[], users: readonly DirectoryUser[]): Matching {
  const matched = new Map<number, DirectoryUser>()
  const taken = new Set<string>()
  for (const sign of SIGNS) {
    const free = users.filter(({ userName }) => !taken.has(userName))
    const bySign = Map.groupBy(
      free.flatMap((user) => signsOf(user).map((one) => [one, user] as const)),
      ([one]) => one,
    )
    const open = accounts.filter(({ id }) => !matched.has(id))
    const wanted = Map.groupBy(open, (account) => sign(account))
    for (const [one, some] of wanted) {
      const fitting = one === null ? [] : (bySign.get(one) ?? [])
      const [account, another] = some
      const [pair, second] = fitting
      if (account === undefined || another !== undefined || pair === undefined || second !== undefined) continue
      matched.set(account.id, pair[1])
      taken.add(pair[1].userName)
    }
  }
  return {
    matched: accounts.flatMap((account) => {
      const user = matched.get(account.id)
      return user === undefined ? [] : [{ account, email: user.email }]
    }),
    accounts: accounts.filter(({ id }) => !matched.has(id)),
    users: users.filter(({ userName }) => !taken.has(userName)),
  }
}
