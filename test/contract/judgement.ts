// What the judges say of one request and its answer, and which of that is a fault of ours.

import type { AwsService } from './aws-models.ts'
import { isKnownGap } from './known-gaps.ts'

/** `aws`: a call to none of the services that have a model. */
export type Vendor = AwsService | 'aws' | 'rest' | 'graphql' | 'okta'

export interface Judgement {
  readonly vendor: Vendor
  /** Operation of AWS, method and path template of REST and Okta, name of the GraphQL operation. */
  readonly what: string
  /** An error code of AWS, else the HTTP status; GraphQL: `200` or `errors`. */
  readonly outcome: string
  readonly ok: boolean
  /** What the vendor's model does not allow, each with the place where it stands. */
  readonly request: readonly string[]
  readonly answer: readonly string[]
}

/** Who asked: Daypass must never ask amiss; a test may, to see the sandbox refuse it. */
export type Sender = 'daypass' | 'a test'

/** One line for each fault: of the answer always, of the request where Daypass sent it or the sandbox took it. */
export function faultsOf(judgement: Judgement, sender: Sender): readonly string[] {
  const { vendor, what, outcome, ok, request, answer } = judgement
  const asked = sender === 'daypass' || ok ? request.map((fault) => `request ${fault}`) : []
  return [...asked, ...answer.map((fault) => `answer ${fault}`)]
    .map((fault) => `${vendor} ${what} (${outcome}): ${fault}`)
    .filter((fault) => !isKnownGap(fault))
}

/** Judgements in the order in which they were made, and their faults without repetition. */
export interface Docket {
  note(judgement: Judgement): void
  all(): readonly Judgement[]
  faults(sender: Sender): readonly string[]
}

export function openDocket(): Docket {
  const noted: Judgement[] = []
  return {
    note: (judgement) => {
      noted.push(judgement)
    },
    all: () => noted,
    faults: (sender) => [...new Set(noted.flatMap((one) => faultsOf(one, sender)))],
  }
}
