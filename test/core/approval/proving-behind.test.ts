// How what people asked the bot for is looked up where many versions are proved together.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { DAY, later } from '../../../src/core/model/time.ts'
import { request } from './company.ts'
import { blob, change, LANDING, MERGED, PULL, SETTINGS, user } from './proof-story.ts'
import { BEGUN, LANDED, proving, STANDING, type World } from './proving-story.ts'

const L = STANDING.version.id

describe('a request that an issue asked for', () => {
  const issue = {
    request: { ...request({}), id: id<'request'>('issue-9'), issue: 9 },
    version: STANDING.version,
  }
  const by = (bot: number | null): Settings => ({ ...SETTINGS, formBot: bot })
  const world = (atStart: Settings, head: Settings | null): World => ({
    stories: [
      { ...BEGUN, tree: known(atStart) },
      {
        ...LANDED,
        evidence: known({
          ...LANDING,
          pulls: known([{ ...PULL, author: { type: 'Bot', id: 41, login: 'daypass' } }]),
        }),
      },
    ],
    wanted: { versions: [issue], head },
    evidence: {
      issues: async () =>
        new Map([
          [
            9,
            known({
              number: 9,
              author: user('marta'),
              editors: [],
              body: 'something else',
              createdAt: later(MERGED, -DAY),
            }),
          ],
        ]),
    },
  })

  it('is compared with what the issue says, whose number is asked for', async () => {
    const { proved, questions } = await proving(world(by(41), by(41)))
    expect(questions).toContainEqual({ issues: [9] })
    expect(proved.verdicts.get(L)).toMatchObject({
      says: 'pull request #12: issue #9 does not say what the request says',
    })
  })

  it.each<[string, Settings, Settings | null]>([
    ['in force', by(null), by(41)],
    ['at the head', by(41), by(null)],
  ])('is nothing where the settings %s pin no bot', async (_says, atStart, head) => {
    const { proved } = await proving(world(atStart, head))
    expect(proved.verdicts.get(L)).toMatchObject({
      says: 'pull request #12: the settings name no bot that may write requests for people',
    })
  })

  it('may extend another, whose newest edition on the chain is read', async () => {
    const texts: unknown[] = []
    const first = { name: 'F', changes: [change('config/requests/r0.yaml', null, 'b0')] }
    const extension = { ...issue.request, issue: null, extension: { comment: 7, of: 'r0' } }
    await proving({
      stories: [BEGUN, first, LANDED],
      wanted: { versions: [{ ...issue, request: extension }] },
      evidence: { comments: async () => new Map() },
      textOf: async (of) => {
        texts.push(of)
        return null
      },
    })
    expect(texts).toEqual([blob('b0')])
  })
})
