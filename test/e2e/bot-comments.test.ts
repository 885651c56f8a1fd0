// What commands in comments do, for whom, and that edited ones and payloads that lie do nothing; through the shipped workflows.

import { describe, expect, it } from 'vitest'
import { refOid } from '../../src/sandbox/git/objects.ts'
import { addUser } from '../../src/sandbox/github/actions/people.ts'
import { comment } from '../../src/sandbox/github/actions/reviews.ts'
import { withRepository } from '../../src/sandbox/github/records.ts'
import { commented, pushed, reviewed } from './actions/events.ts'
import { openActions } from './actions/runner.ts'
import { HOUR, type House, inHouse } from './house.ts'
import { MARTA, mayRead } from './judging.ts'
import { approve, land, loginOf, REPOSITORY } from './people.ts'
import { asking, PROD } from './requests.ts'
import { headline, jobs, newest, ours, repositoryIn } from './showing.ts'

function say(house: House, by: string, number: number, body: string): number {
  const author = loginOf(house, by)
  house.change((world) => comment(world, { repository: REPOSITORY, number, author, body, at: house.now() }))
  return repositoryIn(house).comments.at(-1)?.id ?? 0
}

const reactions = (house: House, id: number): readonly string[] =>
  repositoryIn(house)
    .reactions.filter(({ on }) => on.kind === 'comment' && on.id === id)
    .map(({ content }) => content)

describe.concurrent('comments', () => {
  async function ready(house: House): Promise<{ actions: ReturnType<typeof openActions>; pull: number }> {
    const actions = openActions(house)
    const pull = land(house, { by: 'marta', files: asking('queue'), approvedBy: ['tomas'] })
    await actions.happen(pushed)
    expect(mayRead(house, MARTA)).toBe(true)
    return { actions, pull }
  }

  it(
    '/end takes it away at once, by a removal that is merged by itself',
    inHouse(async (house) => {
      const { actions, pull } = await ready(house)
      const id = say(house, 'tomas', pull, '/end')
      expect(jobs(await actions.happen(commented(house, id)))).toEqual(['comment.yml/comment 0'])
      expect(reactions(house, id)).toEqual(['eyes', 'rocket'])
      await actions.dispatched()
      expect(mayRead(house, MARTA)).toBe(false)
      expect(headline(house, pull)).toBe('⚪ Ended')
    }),
  )

  it(
    '/extend opens a request in the name of whoever commented, which is approved and given like any other',
    inHouse(async (house) => {
      const { actions, pull } = await ready(house)
      house.wait(HOUR)
      const id = say(house, 'marta', pull, '/extend 3h')
      await actions.happen(commented(house, id))
      const more = newest(house)
      expect(headline(house, more)).toBe('🟡 Waiting for 1 approval by orders-leads')
      approve(house, more, 'aiko')
      await actions.happen(reviewed(house, more))
      await actions.dispatched()
      expect(mayRead(house, MARTA, PROD, house.now() + 3 * HOUR - 60)).toBe(true)
      expect(mayRead(house, MARTA, PROD, house.now() + 3 * HOUR + 60)).toBe(false)
      expect(headline(house, more)).toMatch(/^🟢 Ready: marta/)
    }),
  )

  it(
    'threat 36: by people who may not, edited ones, and commands that do not exist come to nothing',
    inHouse(async (house) => {
      const { actions, pull } = await ready(house)
      house.change((world) => addUser(world, { id: 77, login: 'mallory' }))
      const before = refOid(house.gitDirectory, 'refs/heads/main')
      const tried: [string, string, RegExp | null][] = [
        ['mallory', '/end', /not in the people file/],
        ['lena', '/end', /Only the requester/],
        ['lena', '/extend 2h', /Only the requester/],
        ['marta', '/extend 2h please', /and nothing else/],
        ['marta', '/approve', /a review of the pull request does/],
        ['marta', '/constructor', null],
      ]
      for (const [by, text, answer] of tried) {
        const id = say(house, by, pull, text)
        await actions.happen(commented(house, id))
        const last = ours(house, pull).at(-1) ?? ''
        if (answer === null) expect(reactions(house, id)).toEqual([])
        else expect([text, last]).toEqual([text, expect.stringMatching(answer)])
      }
      const id = say(house, 'marta', pull, '/end')
      const event = commented(house, id)
      house.wait(60)
      house.change((world) =>
        withRepository(world, repositoryIn(house).id, {
          comments: repositoryIn(house).comments.map((one) =>
            one.id === id ? { ...one, updatedAt: house.now() } : one,
          ),
        }),
      )
      await actions.happen(event)
      expect(ours(house, pull).at(-1)).toMatch(/was edited/)
      expect(refOid(house.gitDirectory, 'refs/heads/main')).toBe(before)
      expect(repositoryIn(house).pulls).toHaveLength(1)
      expect(mayRead(house, MARTA)).toBe(true)
    }),
  )

  it(
    'with a payload that lies act on what GitHub itself says',
    inHouse(async (house) => {
      const { actions, pull } = await ready(house)
      const id = say(house, 'lena', pull, '/ nothing')
      await actions.happen({
        name: 'issue_comment',
        action: 'created',
        payload: {
          issue: { number: pull, pull_request: {} },
          comment: { id, body: '/end', user: { login: 'marta-kowal', id: 9_100_005 } },
        },
      })
      expect(mayRead(house, MARTA)).toBe(true)
      expect(repositoryIn(house).pulls).toHaveLength(1)
    }),
  )
})
