// Events as GitHub sends them, with what the workflows look at.

import { thePull, theRepository } from '../../../src/sandbox/github/records.ts'
import type { House } from '../house.ts'
import { REPOSITORY } from '../people.ts'
import type { Event } from './workflows.ts'

const pullIn = ({ sandbox }: House, number: number) => thePull(sandbox.world(), REPOSITORY, number)

export const pullRequest = (house: House, action: string, number: number): Event => ({
  name: 'pull_request_target',
  action,
  payload: { action, number, pull_request: { number, head: { sha: pullIn(house, number).head.oid } } },
})

/** A review; the run that it sets off wakes the plan. */
export const reviewed = (house: House, number: number, from: 'here' | 'fork' = 'here'): Event => ({
  name: 'pull_request_review',
  action: 'submitted',
  payload: {
    action: 'submitted',
    pull_request: { number },
    workflow_run: {
      head_sha: pullIn(house, number).head.oid,
      pull_requests: from === 'here' ? [{ number }] : [],
    },
  },
})

export const pushed: Event = { name: 'push', action: null, payload: { ref: 'refs/heads/main' } }

export const scheduled = (workflow: string): Event => ({ name: 'schedule', action: null, payload: { workflow } })

export const pressed = (workflow: string, inputs: Readonly<Record<string, string>> = {}): Event => ({
  name: 'workflow_dispatch',
  action: null,
  payload: { workflow, inputs },
})

export function issueOpened(house: House, number: number, action = 'opened'): Event {
  const issue = theRepository(house.sandbox.world(), REPOSITORY).issues.find((one) => one.number === number)
  const labels = (issue?.labels ?? []).map((name) => ({ name }))
  return { name: 'issues', action, payload: { action, issue: { number, labels } } }
}

export function commented(house: House, id: number): Event {
  const { comments, pulls } = theRepository(house.sandbox.world(), REPOSITORY)
  const comment = comments.find((one) => one.id === id)
  const isPull = pulls.some(({ number }) => number === comment?.number)
  return {
    name: 'issue_comment',
    action: 'created',
    payload: {
      action: 'created',
      issue: { number: comment?.number, ...(isPull ? { pull_request: {} } : {}) },
      comment: { id, body: comment?.body },
    },
  }
}
