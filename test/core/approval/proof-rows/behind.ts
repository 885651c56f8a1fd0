// Whether an issue or a comment really asked for what a bot brought.

import type { Behind } from '../../../../src/core/approval/proof-author.ts'
import { known } from '../../../../src/core/model/edge-error.ts'
import { id } from '../../../../src/core/model/id.ts'
import { later } from '../../../../src/core/model/time.ts'
import { request } from '../company.ts'
import { blob, commit, MERGED, type Spoil, UNREAD, user } from '../proof-story.ts'
import type { Row } from './ground.ts'

const BOT = { type: 'Bot', id: 41, login: 'daypass' } as const
const issueOf9 = () => ({
  number: 9,
  author: user('marta'),
  editors: [user('marta')],
  body: 'for: marta',
  createdAt: later(MERGED, -3600),
})
const WITHIN = 14 * 24 * 3600
const asIssue = () => ({ ...request({}), id: id<'request'>('issue-9'), issue: 9 })
const behindIssue = (issue: object, rest: object = {}): Behind => ({
  form: { bot: 41, issue: known({ ...issueOf9(), ...issue }), blob: blob('b1'), ...rest },
  extension: null,
  within: WITHIN,
})
const form = (issue: object, rest: object = {}): Spoil => ({
  pull: { author: BOT },
  asked: { request: asIssue(), behind: behindIssue(issue, rest) },
})

export const FORMS: readonly Row[] = [
  ['a form: the author of the issue is the requester', 'proved', () => form({})],
  ['another bot', 'form-issue', () => form({}, { bot: 42 })],
  ['another issue', 'form-issue', () => form({ number: 10 })],
  ['an issue that somebody else edited', 'form-issue', () => form({ editors: [user('marta'), user('nils')] })],
  ['an issue that a deleted account edited', 'form-issue', () => form({ editors: [null] })],
  ['an issue whose author is gone', 'form-issue', () => form({ author: null })],
  ['an issue that a bot wrote', 'form-issue', () => form({ author: { ...BOT, id: 100 } })],
  ['an issue that says something else', 'form-issue', () => form({}, { blob: blob('b2') })],
  ['an issue that cannot be compiled', 'form-issue', () => form({}, { blob: null })],
  ['an issue that cannot be read', 'unknown', () => form({}, { issue: UNREAD })],
  ['an issue from long ago', 'form-issue', () => form({ createdAt: later(MERGED, -WITHIN - 1) })],
  [
    'an issue brought up again under another name',
    'form-issue',
    () => ({ ...form({}), asked: { ...form({}).asked, request: { ...asIssue(), id: id<'request'>('once-more') } } }),
  ],
  ['a person who writes that an issue asked', 'form-issue', () => ({ ...form({}), pull: { author: user('marta') } })],
  ['no forms are set up', 'form-issue', () => ({ pull: { author: BOT }, asked: { request: asIssue() } })],
]

const comment77 = () => ({
  id: 77,
  author: user('marta'),
  body: '/extend 2h',
  createdAt: later(MERGED, -600),
  edited: false,
  landing: commit('FIRST'),
})
const asComment = () => ({ ...request({}), id: id<'request'>('r0-77'), extension: { comment: 77, of: 'r0' } })
const extending = (comment: object, rest: object = {}): Spoil => ({
  pull: { author: BOT },
  asked: {
    request: asComment(),
    behind: {
      form: null,
      extension: {
        bot: 41,
        comment: known({ ...comment77(), ...comment }),
        extended: { landing: commit('FIRST') },
        blob: blob('b1'),
        ...rest,
      },
      within: WITHIN,
    },
  },
})

export const EXTENSIONS: readonly Row[] = [
  ['a comment: its author is the requester', 'proved', () => extending({})],
  ['another bot', 'form-issue', () => extending({}, { bot: 42 })],
  ['another comment', 'form-issue', () => extending({ id: 78 })],
  ['a comment that was edited', 'form-issue', () => extending({ edited: true })],
  ['a comment by a bot', 'form-issue', () => extending({ author: BOT })],
  ['a comment whose author is gone', 'form-issue', () => extending({ author: null })],
  ['a comment on another pull request', 'form-issue', () => extending({ landing: commit('OTHER') })],
  ['a comment on what never landed', 'form-issue', () => extending({ landing: null }, { extended: null })],
  ['a comment that asks for something else', 'form-issue', () => extending({}, { blob: blob('b2') })],
  ['a comment that is no command', 'form-issue', () => extending({}, { blob: null })],
  ['a comment from long ago', 'form-issue', () => extending({ createdAt: later(MERGED, -WITHIN - 1) })],
  ['a comment that cannot be read', 'unknown', () => extending({}, { comment: UNREAD })],
  [
    'a comment brought up again under another name',
    'form-issue',
    () => ({
      ...extending({}),
      asked: { ...extending({}).asked, request: { ...asComment(), id: id<'request'>('r0-78') } },
    }),
  ],
  [
    'a person who writes that a comment asked',
    'form-issue',
    () => ({ ...extending({}), pull: { author: user('marta') } }),
  ],
]
