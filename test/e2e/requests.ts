// The requests that these tests play with, as files of the example company.

export interface Wanted {
  readonly for?: string
  readonly account?: string
  readonly action?: string
  readonly duration?: string
  readonly reason?: string
  /** Lines put in as they are. */
  readonly more?: string
}

export const PROD = '111122223333'
export const STAGE = '444455556666'
export const SANDBOX = '777788889999'

const IDS: Readonly<Record<string, string>> = { 'orders-prod': PROD, 'orders-stage': STAGE, 'sandbox-dev': SANDBOX }

export const queueIn = (account: string): string => `arn:aws:sqs:eu-west-1:${account}:orders`
export const ACTION = 'sqs:ReceiveMessage'

export const pathOf = (id: string): string => `config/requests/2026/12/${id}.yaml`

/** Two hours of reading the orders queue in production, for marta, unless told otherwise. */
export function request(wanted: Wanted = {}): string {
  const { account = 'orders-prod', action = ACTION, duration = '2h', reason = 'The queue is stuck', more = '' } = wanted
  return [
    `for: ${wanted.for ?? 'marta'}`,
    `reason: ${reason}`,
    `duration: ${duration}`,
    ...(more === '' ? [] : [more]),
    'access:',
    `  - {account: ${account}, actions: ["${action}"], on: ["${queueIn(IDS[account] ?? '')}"]}`,
    '',
  ].join('\n')
}

/** One request file, by its path. */
export const asking = (id: string, wanted: Wanted = {}): Readonly<Record<string, string>> => ({
  [pathOf(id)]: request(wanted),
})

/** Rules by which everybody gets everything in production, unasked. */
export const OPEN_RULES = 'config/rules/open.yaml'
export const OPEN =
  'rules:\n  - {name: open, who: anyone, what: {account: orders-prod}, ways: [auto], limits: {maxDuration: 7d}}\n'
