// Whose words stand behind a request that the bot wrote: what is asked for, and what the issue or comment comes to.

import { describe, expect, it } from 'vitest'
import { type Library, readBehind } from '../../../src/core/approval/behind.ts'
import type { AskingComment, EvidenceSource, FormIssue } from '../../../src/core/approval/evidence.ts'
import { compileExtension } from '../../../src/core/documents/extension.ts'
import { compileForm } from '../../../src/core/documents/form.ts'
import { blobName } from '../../../src/core/model/canonical.ts'
import { type Answer, known } from '../../../src/core/model/edge-error.ts'
import { type BlobId, id } from '../../../src/core/model/id.ts'
import type { Request } from '../../../src/core/model/request.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { DAY, HOUR } from '../../../src/core/model/time.ts'
import { request, settings } from './company.ts'
import { asked, blob, commit, MERGED, UNREAD, user } from './proof-story.ts'

const BOT = 4_189_8282
const LANDED = id<'blob'>('b'.repeat(40))
const WITH_BOT = settings([], { formBot: BOT })
const NOT_TOLD = {
  is: 'unknown',
  because: { kind: 'garbage', call: 'GitHub evidence', said: 'nothing was said of it' },
}

const BODY = [
  ['For whom', 'marta'],
  ['Accounts', 'orders-prod'],
  ['What', 'policy ReadOnlyAccess'],
  ['For how long', '2h'],
  ['Why', 'stuck'],
]
  .map(([label, answer]) => `### ${label}\n\n${answer}`)
  .join('\n\n')

const issue = (number: number, body = BODY): FormIssue => ({
  number,
  author: user('marta'),
  editors: [],
  body,
  createdAt: MERGED,
})

const comment = (number: number, body = '/extend 2h'): AskingComment => ({
  id: number,
  author: user('marta'),
  body,
  createdAt: MERGED,
  edited: false,
  landing: commit('FIRST'),
})

const FILE = 'for: marta\nreason: stuck\nduration: 2h\naccess:\n  - {account: orders-prod, policy: ReadOnlyAccess}\n'

const byForm: Request = { ...request({}), id: id<'request'>('issue-7'), issue: 7 }
const byComment: Request = { ...request({}), extension: { comment: 99, of: 'r0' } }
const byHand = request({})

interface World {
  readonly issues?: ReadonlyMap<number, Answer<FormIssue>>
  readonly comments?: ReadonlyMap<number, Answer<AskingComment>>
  readonly text?: string | null
}

async function behind(requests: readonly Request[], world: World = {}, like: ReadonlyMap<Request, BlobId> = new Map()) {
  const questions: unknown[] = []
  const evidence: Pick<EvidenceSource, 'issues' | 'comments'> = {
    issues: async (numbers) => {
      questions.push({ issues: numbers })
      return world.issues ?? new Map([[7, known(issue(7))]])
    },
    comments: async (numbers) => {
      questions.push({ comments: numbers })
      return world.comments ?? new Map([[99, known(comment(99))]])
    },
  }
  const [newest, oldest] = ['NEW', 'OLD'].map((landing) => ({
    ...asked().version,
    request: id<'request'>('r0'),
    landing: commit(landing),
    blob: blob(landing),
  }))
  const library: Library = {
    versions: [asked().version, newest, oldest].flatMap((one) => one ?? []),
    textOf: async (of) => {
      questions.push({ text: of })
      return world.text === undefined ? FILE : world.text
    },
  }
  const of = await readBehind(
    requests.map((one) => ({ request: one, blob: like.get(one) ?? LANDED })),
    evidence,
    library,
  )
  return { of, questions }
}

const written = (compiled: ReturnType<typeof compileForm>) => {
  if (compiled.is === 'wrong') throw new Error(compiled.says.join())
  return blobName(compiled.text, LANDED)
}

describe('what is asked for', () => {
  it('is nothing where no request names an issue or a comment', async () => {
    const { of, questions } = await behind([byHand])
    expect(questions).toEqual([])
    expect(of(byHand, [WITH_BOT])).toMatchObject({ form: null, extension: null })
  })

  it('is each issue, each comment, and the newest edition of what is extended', async () => {
    const { questions } = await behind([byForm, byComment, byHand])
    expect(questions).toEqual([{ issues: [7] }, { comments: [99] }, { text: 'NEW' }])
  })
})

describe('a form', () => {
  it('comes to the bytes that its text makes', async () => {
    const { of } = await behind([byForm])
    expect(of(byForm, [WITH_BOT, WITH_BOT]).form).toEqual({
      bot: BOT,
      issue: known(issue(7)),
      blob: written(compileForm(BODY, 7)),
    })
  })

  it.each<[string, World, unknown]>([
    ['that is filled in wrongly', { issues: new Map([[7, known(issue(7, 'nothing'))]]) }, known(issue(7, 'nothing'))],
    ['that could not be read', { issues: new Map([[7, UNREAD]]) }, UNREAD],
    ['that nothing was said of', { issues: new Map() }, NOT_TOLD],
  ])('%s comes to no bytes', async (_says, world, told) => {
    const { of } = await behind([byForm], world)
    expect(of(byForm, [WITH_BOT]).form).toEqual({ bot: BOT, issue: told, blob: null })
  })
})

describe('the bytes that a text makes', () => {
  it('are named as Git named those that landed, each request by its own', async () => {
    const long = id<'blob'>('c'.repeat(64))
    const [other, stranger] = [{ ...byForm }, { ...byForm, blob: long }]
    const { of } = await behind([other, byForm], {}, new Map([[other, long]]))
    const compiled = compileForm(BODY, 7)
    if (compiled.is === 'wrong') throw new Error('it is right')
    expect(of(byForm, [WITH_BOT]).form?.blob).toBe(blobName(compiled.text, LANDED))
    expect(of(other, [WITH_BOT]).form?.blob).toBe(blobName(compiled.text, long))
    expect(of(stranger, [WITH_BOT]).form?.blob).toBe(blobName(compiled.text, long))
    expect(blobName(compiled.text, long)).not.toBe(blobName(compiled.text, LANDED))
  })
})

describe('a comment that extends', () => {
  it('comes to the bytes that the extended file makes of it, and names the newest edition', async () => {
    const { of } = await behind([byComment])
    const { extension } = of(byComment, [WITH_BOT])
    expect(extension).toMatchObject({
      bot: BOT,
      comment: known(comment(99)),
      blob: written(compileExtension(FILE, 'r0', '2h', 99)),
    })
    expect(extension?.extended?.landing).toBe('NEW')
  })

  it.each<[string, World]>([
    ['says something else', { comments: new Map([[99, known(comment(99, 'please extend'))]]) }],
    ['could not be read', { comments: new Map([[99, UNREAD]]) }],
    ['was not told of', { comments: new Map() }],
    ['extends a file that cannot be read', { text: null }],
    ['extends a file that holds something else', { text: 'for: [marta]\n' }],
  ])('comes to no bytes where it %s', async (_says, world) => {
    const { of } = await behind([byComment], world)
    expect(of(byComment, [WITH_BOT]).extension).toMatchObject({ bot: BOT, blob: null })
  })

  it('extends nothing where no such request ever landed', async () => {
    const strange: Request = { ...byComment, extension: { comment: 99, of: 'never' } }
    const { of, questions } = await behind([strange])
    expect(questions).toEqual([{ comments: [99] }])
    expect(of(strange, [WITH_BOT]).extension).toMatchObject({ extended: null, blob: null })
  })

  it('of which nothing was said is unknown, not none', async () => {
    const { of } = await behind([byComment], { comments: new Map() })
    expect(of(byComment, [WITH_BOT]).extension?.comment).toEqual(NOT_TOLD)
  })
})

describe('the bot', () => {
  const other = settings([], { formBot: BOT + 1 })

  it.each<[string, readonly (Settings | null)[]]>([
    ['no settings pin one', [settings([])]],
    ['settings pin different ones', [WITH_BOT, other]],
    ['some settings pin none', [WITH_BOT, settings([])]],
    ['some settings are not known', [WITH_BOT, null]],
    ['no settings are asked', []],
  ])('speaks for nobody where %s', async (_says, all) => {
    const { of } = await behind([byForm, byComment])
    expect(of(byForm, all)).toMatchObject({ form: null, extension: null })
    expect(of(byComment, all)).toMatchObject({ form: null, extension: null })
  })
})

describe('the time between asking and merging', () => {
  it('is what all settings allow: waiting and reviewing together', async () => {
    const { of } = await behind([byForm])
    const { limits } = WITH_BOT
    const short = settings([], { formBot: BOT, limits: { ...limits, waitingTime: DAY, reviewAge: HOUR } })
    expect(of(byForm, [WITH_BOT]).within).toBe(14 * DAY)
    expect(of(byForm, [WITH_BOT, short, null]).within).toBe(DAY + HOUR)
    expect(of(byHand, [settings([]), short]).within).toBe(DAY + HOUR)
  })
})
