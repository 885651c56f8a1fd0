// The benchmark's requests: as many as wanted, of mixed kinds, each a file that asks for one thing in one account.

import {
  accountAt,
  accountIdAt,
  bundleAt,
  type Files,
  OKTA_GROUPS,
  oktaGroupAt,
  personAt,
  policyAt,
  type Size,
} from './company.ts'

export interface Requested {
  readonly path: string
  readonly text: string
}

interface Asking {
  readonly account: string
  readonly id: string
  readonly at: number
}

const ACTIONS = [
  ['dynamodb:GetItem', 'dynamodb:Query'],
  ['sqs:ReceiveMessage', 'sqs:GetQueueAttributes', 'sqs:StartMessageMoveTask'],
  ['logs:FilterLogEvents', 'logs:GetLogEvents'],
  ['s3:GetObject', 's3:ListBucket'],
] as const

const RESOURCES = [
  (id: string, at: number) => [`arn:aws:dynamodb:eu-west-1:${id}:table/orders-${at % 40}`],
  (id: string, at: number) => [`arn:aws:sqs:eu-west-1:${id}:queue-${at % 60}`],
  (id: string, at: number) => [`arn:aws:logs:eu-west-1:${id}:log-group:/service-${at % 30}:*`],
  (_id: string, at: number) => [`arn:aws:s3:::bench-exports-${at % 50}`, `arn:aws:s3:::bench-exports-${at % 50}/*`],
] as const

const list = (texts: readonly string[]): string => `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`

const someActions = ({ account, id, at }: Asking): string => {
  const which = at % ACTIONS.length
  return `  - account: ${account}
    actions: ${list(ACTIONS[which] ?? [])}
    on: ${list(RESOURCES[which]?.(id, at) ?? [])}\n`
}

/** Of twenty requests twelve ask for actions, four for a bundle, two for a policy, one for a group, one for a role. */
const KINDS: readonly ((asking: Asking) => string)[] = [
  ...Array.from({ length: 12 }, () => someActions),
  ...Array.from(
    { length: 4 },
    () =>
      ({ account, at }: Asking) =>
        `  - {account: ${account}, bundle: ${bundleAt(at % 20)}}\n`,
  ),
  ...Array.from(
    { length: 2 },
    () =>
      ({ account, at }: Asking) =>
        `  - {account: ${account}, policy: ${policyAt(at)}}\n`,
  ),
  ({ account }) => `  - {account: ${account}, group: readers}\n`,
  ({ account }) => `  - {account: ${account}, role: support}\n`,
]

/** Kinds whose grant is one holding of its own: twenty of twenty-five ask for actions. */
const SINGLE = [...Array.from({ length: 20 }, () => someActions), ...KINDS.slice(16), ...KINDS.slice(18, 19)]

/** Of twenty: fifteen for actions, three for a policy, one for a role, one for a set that everybody has. */
const CENTERED = [
  ...Array.from({ length: 15 }, () => someActions),
  ...KINDS.slice(16, 18),
  ...KINDS.slice(16, 17),
  ...KINDS.slice(19),
  ({ account }: Asking) => `  - {account: ${account}, permissionSet: Reader}\n`,
]

const POOLED = [someActions]
const MEMBERSHIPS = [({ at }: Asking) => `  - {okta: "${oktaGroupAt(OKTA_GROUPS - 1 - (at % 10))}"}\n`]

const KIND_LISTS = {
  pooled: POOLED,
  memberships: MEMBERSHIPS,
  mixed: KINDS,
  single: SINGLE,
  centered: CENTERED,
} as const

/** `window` is the line or lines that say when it ends. */
export function requestsOf(
  size: Size,
  count: number,
  kinds: keyof typeof KIND_LISTS,
  window: string,
): readonly Requested[] {
  const table = KIND_LISTS[kinds]
  return Array.from({ length: count }, (_, at): Requested => {
    const person = (at * 7 + Math.floor(at / size.people)) % size.people
    const account = at % size.accounts
    const kind = table[(at * 3 + Math.floor(at / size.accounts)) % table.length] ?? someActions
    const access = kind({ account: accountAt(account), id: accountIdAt(account), at })
    const text = `for: ${personAt(person)}
reason: Something in ${accountAt(account)} is stuck and must be looked into
ticket: INC-${1000 + at}
${window}
access:
${access}`
    return {
      path: `config/requests/2026/${String((at % 12) + 1).padStart(2, '0')}/ask-${String(at).padStart(5, '0')}.yaml`,
      text,
    }
  })
}

export const filesOf = (requests: readonly Requested[]): Files =>
  Object.fromEntries(requests.map(({ path, text }) => [path, text]))
