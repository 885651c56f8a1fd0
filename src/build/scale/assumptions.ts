// What the scale report takes for given of the world, each with where it comes from; all of it can be set by flags.

/** Milliseconds until an API answers, by the part of the sandbox that stands for it. */
export interface Assumed {
  readonly part: string
  readonly milliseconds: number
  readonly what: string
  readonly from: string
}

const NOT_MEASURED = 'assumed; measured against no live service'

export const LATENCIES: readonly Assumed[] = [
  { part: 'iam', milliseconds: 80, what: 'one IAM call over a kept connection', from: NOT_MEASURED },
  { part: 'sts', milliseconds: 60, what: 'one STS call', from: NOT_MEASURED },
  { part: 'resource-explorer-2', milliseconds: 150, what: 'one page of Resource Explorer', from: NOT_MEASURED },
  { part: 'account', milliseconds: 80, what: 'one call to list regions', from: NOT_MEASURED },
  { part: 'github', milliseconds: 300, what: 'one REST or GraphQL call to GitHub', from: NOT_MEASURED },
  { part: 'git', milliseconds: 150, what: 'one request of a fetch or a push', from: NOT_MEASURED },
]

/** Seconds before a job runs our code: a runner is found, the action is fetched. */
export const STARTING = 15
export const STARTING_FROM = 'assumed; the same as in npm run bench'

/** Every so many AWS calls one is throttled. */
export const THROTTLED_EVERY = 500
export const THROTTLED_FROM = 'assumed: AWS publishes no rates of IAM; Daypass keeps to 5 writes a second an account'

/** What `iam=60` and the like make of the usual latencies; a text: what is wrong with them. */
export function latenciesOf(words: readonly string[]): Readonly<Record<string, number>> | string {
  const latencies: Record<string, number> = Object.fromEntries(
    LATENCIES.map(({ part, milliseconds }) => [part, milliseconds]),
  )
  for (const word of words.flatMap((one) => one.split(','))) {
    const [, part = '', milliseconds = ''] = /^([\w-]+)=(\d{1,5})$/.exec(word) ?? []
    if (!Object.hasOwn(latencies, part))
      return `--latency wants ${Object.keys(latencies).join('=…, ')}=… in milliseconds, like iam=60, not ${JSON.stringify(word)}.`
    latencies[part] = Number(milliseconds)
  }
  return latencies
}
