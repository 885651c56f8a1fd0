// A part of the sandbox of which every request and every answer is judged; nothing else about it changes.

import { oktaPart } from '../../src/sandbox/okta/index.ts'
import type { Arrival, Call, Handled, Part, Reply } from '../../src/sandbox/protocol.ts'
import { judgeAws, judgeAwsRefusal } from './judge-aws.ts'
import { judgeAwsJson, judgeAwsJsonRefusal } from './judge-aws-json.ts'
import { judgeGraphql } from './judge-graphql.ts'
import { descriptionOf, GITHUB, judgeRest, judgeRestRefusal, OKTA } from './judge-rest.ts'
import type { Docket, Judgement } from './judgement.ts'
import { notDescribed } from './okta-rows.ts'

interface Judge {
  /** Null: no vendor has a model of it. */
  call(arrival: Arrival, reply: Reply): Judgement | null
  refusal(call: Call, reply: Reply): Judgement | null
}

/** Only JSON 1.1 names its operation in a header, and only the Query protocol says nothing in the path. */
const aws: Judge = {
  call: (arrival, reply) =>
    arrival.headers['x-amz-target'] === undefined && arrival.url.pathname === '/aws/'
      ? judgeAws(arrival, reply)
      : judgeAwsJson(arrival, reply),
  refusal: (call, reply) => judgeAwsRefusal(call, reply) ?? judgeAwsJsonRefusal(call, reply),
}

const github: Judge = {
  call: (arrival, reply) => {
    const path = arrival.url.pathname.replace(/^\/github/, '')
    if (path === '/oidc') return null
    if (path === '/graphql') return judgeGraphql(arrival, reply)
    const route = descriptionOf(GITHUB).routeOf(arrival.method, path)
    return judgeRest(GITHUB, route, `${arrival.method} ${path}`, arrival, reply)
  },
  refusal: ({ op }, reply) => (op === 'GET /oidc' ? null : judgeRestRefusal(GITHUB, op, reply)),
}

/** By the sandbox's own table: Okta's description lacks some operations, whose paths others would match. */
const okta: Judge = {
  call: (arrival, reply) => {
    const { op } = oktaPart.describe({}, arrival)
    if (notDescribed.includes(op)) return null
    return judgeRest(OKTA, descriptionOf(OKTA).routes.find(({ what }) => what === op) ?? null, op, arrival, reply)
  },
  refusal: ({ op }, reply) => (notDescribed.includes(op) ? null : judgeRestRefusal(OKTA, op, reply)),
}

const judges: Readonly<Record<string, Judge>> = { '/aws': aws, '/github': github, '/okta': okta }

/** The same part; parts that no vendor's model describes (git) are given back as they are. */
export function tapped<W>(part: Part<W>, docket: Docket): Part<W> {
  const judge = judges[part.prefix]
  if (judge === undefined) return part
  const note = (judgement: Judgement | null): void => {
    if (judgement !== null) docket.note(judgement)
  }
  const { refuse } = part
  return {
    ...part,
    handle: (world, arrival, now) => {
      const judged = (handled: Handled<W>): Handled<W> => {
        note(judge.call(arrival, handled.reply))
        return handled
      }
      const handled = part.handle(world, arrival, now)
      return handled instanceof Promise ? handled.then(judged) : judged(handled)
    },
    ...(refuse === undefined
      ? {}
      : {
          refuse: (call, refusal) => {
            const reply = refuse(call, refusal)
            note(judge.refusal(call, reply))
            return reply
          },
        }),
  }
}
