// An AWS that answers each operation as a test says, remembers what it was asked, and waits for nothing.

import { type Answer, type EdgeError, known, unknown } from '../../../src/core/model/edge-error.ts'
import type { Aws } from '../../../src/edges/aws/aws.ts'

type Input = Readonly<Record<string, unknown>>
type Kind = EdgeError['kind']
type Told = object | Kind

/** What an operation is answered: a value, or the kind of failure; with a function, to what it was asked. */
export type Answers = Readonly<Record<string, Told | ((input: Input) => Told)>>

export const failing = (kind: Kind, call: string): Answer<never> => unknown({ kind, call, said: `no ${call}` })

const isAsked = (told: Answers[string]): told is (input: Input) => Told => typeof told === 'function'

export function sky(answers: Answers) {
  const asked: (readonly [string, Input])[] = []
  const waited: number[] = []
  const answer = async (op: string, input: Input): Promise<Answer<object>> => {
    asked.push([op, input])
    const told = answers[op]
    if (told === undefined) throw new Error(`nobody answers ${op}`)
    const said: Told = isAsked(told) ? told(input) : told
    return typeof said === 'string' ? failing(said, op) : known(said)
  }
  const edge = {
    partition: 'aws',
    sso: answer,
    store: answer,
    organizations: answer,
    iam: (account: string, op: string, input: Input) => answer(op, { account, ...input }),
    wait: async (milliseconds: number): Promise<void> => void waited.push(milliseconds),
  }
  const ops = () => asked.map(([op]) => op)
  return { aws: edge as unknown as Aws, asked, ops, waited }
}

/** Pages in turn, each told by the token of the one before. */
export const paged =
  (...pages: readonly object[]) =>
  (input: Input): object => {
    const at = Number(input['NextToken'] ?? 0)
    return { ...pages[at], ...(at + 1 < pages.length ? { NextToken: String(at + 1) } : {}) }
  }
