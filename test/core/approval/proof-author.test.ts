// Whose wish a pull request is, and the one sentence that says why it is nobody's.

import { describe, expect, it } from 'vitest'
import type { AskingComment, FormIssue } from '../../../src/core/approval/evidence.ts'
import { type Behind, requesterOf } from '../../../src/core/approval/proof-author.ts'
import { type Answer, known } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Request } from '../../../src/core/model/request.ts'
import { DAY, HOUR, later } from '../../../src/core/model/time.ts'
import { request } from './company.ts'
import { blob, commit, MERGED, PULL, UNREAD, user } from './proof-story.ts'

const BOT = { type: 'Bot', id: 41, login: 'daypass' } as const
const LANDED = { blob: blob('b1') }
const NOBODY: Behind = { form: null, extension: null, within: DAY }

/** The requester's number with what is said of them, or why there is none. */
function told(asked: Partial<Request>, pull: Partial<typeof PULL>, behind: Behind): string {
  const outcome = requesterOf({ ...request({}), ...asked }, LANDED, { ...PULL, ...pull }, behind)
  return outcome.is === 'yes'
    ? `${outcome.value} ${outcome.says}`
    : `${outcome.is === 'no' ? outcome.because : outcome.is}: ${outcome.says}`
}

describe('a request that people write themselves', () => {
  it.each([
    ['is the wish of whoever opened it', user('marta'), '100 marta'],
    ['is nobody’s where the account is gone', null, 'author-unknown: the account that opened it was deleted'],
    ['is nobody’s where a machine opened it', BOT, 'author-unknown: daypass opened it, which is no person'],
  ])('%s', (_says, author, is) => {
    expect(told({}, { author }, NOBODY)).toBe(is)
  })
})

const ISSUE: FormIssue = {
  number: 9,
  author: user('marta'),
  editors: [user('marta')],
  body: 'for: marta',
  createdAt: later(MERGED, -HOUR),
}
const BY_ISSUE: Partial<Request> = { id: id<'request'>('issue-9'), issue: 9 }
const form = (issue: Answer<FormIssue>, rest: object = {}): Behind => ({
  ...NOBODY,
  form: { bot: 41, issue, blob: blob('b1'), ...rest },
})

interface Wrong {
  readonly author?: (typeof PULL)['author']
  readonly asked?: Partial<Request>
  readonly issue?: Partial<FormIssue>
  readonly comment?: Partial<AskingComment>
  readonly behind?: Behind
}

const ISSUES: readonly (readonly [is: string, wrong: Wrong])[] = [
  ['100 marta, by issue #9', {}],
  ['100 marta, by issue #9', { issue: { editors: [] } }],
  ['100 marta, by issue #9', { issue: { createdAt: later(MERGED, -DAY) } }],
  ['author-unknown: the account that opened it was deleted', { author: null }],
  ['form-issue: the settings name no bot that may write requests for people', { behind: NOBODY }],
  ['form-issue: marta opened it, not the bot that writes requests for people', { author: user('marta') }],
  ['unknown: GitHub: unreachable (timeout)', { behind: form(UNREAD) }],
  ['form-issue: the request names issue #9, not #10', { issue: { number: 10 } }],
  ['form-issue: its file is not named after issue #9', { asked: { id: id<'request'>('issue-99') } }],
  ['form-issue: nobody is the author of issue #9 any more', { issue: { author: null } }],
  ['form-issue: nobody is the author of issue #9 any more', { issue: { author: { ...BOT, id: 100 } } }],
  ['form-issue: somebody else edited issue #9', { issue: { editors: [user('marta'), user('nils')] } }],
  ['form-issue: somebody else edited issue #9', { issue: { editors: [null] } }],
  ['form-issue: issue #9 does not say what the request says', { behind: form(known(ISSUE), { blob: blob('b2') }) }],
  ['form-issue: issue #9 does not say what the request says', { behind: form(known(ISSUE), { blob: null }) }],
  ['form-issue: issue #9 is too old', { issue: { createdAt: later(MERGED, -DAY - 1) } }],
]

describe('a request that a form wrote', () => {
  it.each(ISSUES)('%s', (is, { author = BOT, asked, issue, behind }) => {
    expect(told({ ...BY_ISSUE, ...asked }, { author }, behind ?? form(known({ ...ISSUE, ...issue })))).toBe(is)
  })

  it('is no older than its merge, which may be unknown', () => {
    const old = form(known({ ...ISSUE, createdAt: later(MERGED, -9 * DAY) }))
    expect(told(BY_ISSUE, { author: BOT, mergedAt: null }, old)).toBe('100 marta, by issue #9')
  })
})

const COMMENT: AskingComment = {
  id: 77,
  author: user('marta'),
  body: '/extend 2h',
  createdAt: later(MERGED, -HOUR),
  edited: false,
  landing: commit('FIRST'),
}
const BY_COMMENT: Partial<Request> = { id: id<'request'>('r0-77'), extension: { comment: 77, of: 'r0' } }
const extension = (comment: Answer<AskingComment>, rest: object = {}): Behind => ({
  ...NOBODY,
  extension: { bot: 41, comment, extended: { landing: commit('FIRST') }, blob: blob('b1'), ...rest },
})

const ELSEWHERE = 'form-issue: comment 77 does not stand on the pull request that brought r0'

const COMMENTS: readonly (readonly [is: string, wrong: Wrong])[] = [
  ['100 marta, by comment 77', {}],
  ['100 marta, by comment 77', { comment: { createdAt: later(MERGED, -DAY) } }],
  ['form-issue: the settings name no bot that may write requests for people', { behind: NOBODY }],
  [
    'form-issue: the settings name no bot that may write requests for people',
    { behind: form(known(ISSUE)), asked: { id: id<'request'>('issue-9') } },
  ],
  ['form-issue: marta opened it, not the bot that writes requests for people', { author: user('marta') }],
  ['unknown: GitHub: unreachable (timeout)', { behind: extension(UNREAD) }],
  ['form-issue: the request does not name comment 78', { comment: { id: 78 } }],
  ['form-issue: the request does not name comment 78', { comment: { id: 78 }, asked: { id: id<'request'>('r0-78') } }],
  ['form-issue: its file is not named after comment 77', { asked: { id: id<'request'>('r0-78') } }],
  ['form-issue: nobody is the author of comment 77 any more', { comment: { author: null } }],
  ['form-issue: nobody is the author of comment 77 any more', { comment: { author: BOT } }],
  ['form-issue: comment 77 was edited', { comment: { edited: true } }],
  [ELSEWHERE, { comment: { landing: commit('OTHER') } }],
  [ELSEWHERE, { comment: { landing: null } }],
  [ELSEWHERE, { behind: extension(known(COMMENT), { extended: null }) }],
  [
    'form-issue: comment 77 does not ask for what the request says',
    { behind: extension(known(COMMENT), { blob: blob('b2') }) },
  ],
  [
    'form-issue: comment 77 does not ask for what the request says',
    { behind: extension(known(COMMENT), { blob: null }) },
  ],
  ['form-issue: comment 77 is too old', { comment: { createdAt: later(MERGED, -DAY - 1) } }],
]

describe('a request that a comment asked for', () => {
  it.each(COMMENTS)('%s', (is, { author = BOT, asked, comment, behind }) => {
    const all = { ...BY_COMMENT, ...asked }
    expect(told(all, { author }, behind ?? extension(known({ ...COMMENT, ...comment })))).toBe(is)
  })
})
