// How risky a policy is told to be and why, what it manages, and which texts may share one answer.

import { describe, expect, it } from 'vitest'
import type { Among, Statement } from '../../../src/core/model/policy-document.ts'
import { allowedBy } from '../../../src/core/policy/allowed.ts'
import { nearest } from '../../../src/core/policy/nearest.ts'
import { likeness, riskOf } from '../../../src/core/policy/risk.ts'
import { knowledgeOf } from '../../../src/knowledge/load.ts'
import { allow, deny, policy, small } from './support.ts'

const because = (...actions: readonly string[]) => riskOf(policy(allow(actions)), small).because

describe('why a policy is risky', () => {
  it('is told by what its actions do, the gravest last, each action once and by name', () => {
    expect(because('s3:PutObjectTagging', 's3:PutObject', 's3:Put*', 's3:GetObject')).toEqual([
      's3:PutObject: changes things',
      's3:PutObjectTagging: changes tags, which other permissions may depend on',
    ])
  })

  it('is told in the order of names, whichever statement allows them', () => {
    const one = 'arn:aws:iam::111122223333:role/a'
    const risk = riskOf(policy(allow(['sts:AssumeRole'], [one]), allow(['s3:PutObject'])), small)
    expect(risk.because).toEqual(['s3:PutObject, sts:AssumeRole: changes things'])
    const unknown = riskOf(policy(allow(['zoo:Feed']), allow(['ant:Feed'])), small)
    expect(unknown.because.map((one) => one.split(' ')[0])).toEqual(['ant:Feed:', 'zoo:Feed:'])
  })

  it('names five actions of a kind, and counts the rest', () => {
    const writes = knowledgeOf({ asOf: '2026-01-31', services: { q: 'Read: Get; Write: F E D C B A' } })
    const told = (...actions: readonly string[]) => riskOf(policy(allow(actions)), writes).because
    expect(told('q:*')).toEqual(['q:A, q:B, q:C, q:D, q:E and 1 more: changes things'])
    expect(told('q:A', 'q:B', 'q:C', 'q:D', 'q:E')).toEqual(['q:A, q:B, q:C, q:D, q:E: changes things'])
  })

  it('is told with what nobody knows, in order, and what is open to what AWS will add', () => {
    const risk = riskOf(policy(allow(['zoo:Feed', 'ant:Feed', 'zoo:Feed']), deny({ only: ['iam:*', 'sts:*'] })), small)
    expect(risk.because).toEqual([
      'ant:Feed: no such action is known (data of 2026-01-31)',
      'zoo:Feed: no such action is known (data of 2026-01-31)',
    ])
    const star = riskOf(policy(allow(['*']), deny({ only: ['iam:*', 'sts:*'] })), small)
    expect(star.because).toContain('*: allows every action, also those that AWS will add')
    const open = riskOf(policy(allow({ except: ['iam:*', 'sts:*'] })), small)
    expect(open.because).toContain('NotAction: allows every action but a list, also those that AWS will add')
  })

  it('is nothing where it only reads, or allows nothing', () => {
    expect(because('s3:GetObject', 's3:ListBucket')).toEqual(['only lists and reads'])
    expect(riskOf(policy(deny(['*'])), small)).toMatchObject({ risk: 'low', because: ['allows nothing'] })
  })
})

describe('a policy manages permissions', () => {
  it.each<[string, Among, boolean]>([
    ['that only reads', { only: ['s3:GetObject'] }, false],
    ['that writes', { only: ['s3:PutObject', 's3:PutObjectTagging'] }, false],
    ['with one action that does', { only: ['s3:GetObject', 'iam:AttachUserPolicy'] }, true],
    ['by a wildcard', { only: ['iam:Attach*'] }, true],
    ['by an action that is not known', { only: ['zoo:Feed'] }, true],
    ['by everything but a list', { except: ['iam:*', 'sts:*', 's3:*'] }, true],
  ])('%s', (_says, actions, manages) => {
    expect(riskOf(policy(allow(['s3:ListBucket']), allow(actions)), small).managesPermissions).toBe(manages)
  })

  it('not with what it denies itself', () => {
    const denied = policy(allow(['iam:*']), deny(['iam:AttachUserPolicy']))
    expect(riskOf(denied, small).managesPermissions).toBe(false)
  })
})

describe('two policies share one answer', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `s3:Do${at}`)
  const of = (...list: readonly Statement[]) => likeness(policy(...list))

  it('where they allow the same, whatever the conditions', () => {
    const conditions = { Bool: { 'aws:SecureTransport': ['true'] } }
    expect(of(allow(['s3:GetObject'], ['*'], { conditions }))).toBe(of(allow(['s3:GetObject'])))
    expect(of(allow(['s3:GetObject']))).not.toBe(null)
  })

  it.each<[string, readonly Statement[]]>([
    ['other actions', [allow(['s3:PutObject'])]],
    ['everything but those actions', [allow({ except: ['s3:GetObject'] })]],
    ['one thing, not many', [allow(['s3:GetObject'], ['arn:aws:iam::111122223333:role/one'])]],
    ['more', [allow(['s3:GetObject']), allow(['s3:GetObject'])]],
  ])('not with one that allows %s', (_says, other) => {
    expect(of(...other)).not.toBe(null)
    expect(of(...other)).not.toBe(of(allow(['s3:GetObject'])))
  })

  it('not where one statement has among its actions what parts the other’s statements', () => {
    const parted = of(allow(['s3:GetObject']), allow(['s3:ListBucket']))
    for (const mark of ['+', '-', '"+"'])
      for (const many of ['*', '1', '"*"'])
        expect(of(allow(['s3:GetObject', mark, many, 's3:ListBucket']))).not.toBe(parted)
    const all = riskOf(policy(allow(['s3:GetObject', '+', '*', 's3:ListBucket'])), small)
    expect(all.risk).toBe('escalating')
  })

  it('not where one denies, or is too long to be looked up', () => {
    expect(of(deny(['s3:GetObject']))).toBe(null)
    expect(of(allow(['s3:GetObject']), deny(['s3:PutObject']))).toBe(null)
    expect([of(allow(many(20))) === null, of(allow(many(21)))]).toEqual([false, null])
    const words = (count: number) => of(allow(many(20)), allow(many(20)), allow(many(count)))
    expect([words(14) === null, words(15)]).toEqual([false, null])
  })
})

describe('what is left of an allowance', () => {
  const left = (...list: readonly Statement[]) =>
    allowedBy(policy(...list), small).map(({ known, unknown, open }) => ({
      known: known.map(({ action }) => action),
      unknown,
      open,
    }))

  it('is what is known, and not denied for certain', () => {
    const conditions = { Bool: { 'aws:SecureTransport': ['true'] } }
    const both = allow(['sts:AssumeRole', 'sts:GetCallerIdentity'])
    expect(left(both, deny(['sts:A*']))).toEqual([{ known: ['sts:GetCallerIdentity'], unknown: [], open: false }])
    expect(left(both, deny(['sts:A*'], { conditions }))[0]?.known).toHaveLength(2)
    expect(left(both, deny(['sts:A*'], { resources: { only: ['arn:aws:iam::1:role/x'] } }))[0]?.known).toHaveLength(2)
    expect(left(both, deny({ except: ['sts:A*'] }))).toEqual([{ known: ['sts:AssumeRole'], unknown: [], open: false }])
  })

  it('is what nobody knows, unless a Deny by name takes all of it', () => {
    const feed = allow(['zoo:Feed*', 'zoo:See'])
    const one = (unknown: readonly string[]) => [{ known: [], unknown, open: false }]
    expect(left(feed)).toEqual(one(['zoo:Feed*', 'zoo:See']))
    expect(left(feed, deny(['ZOO:feed*']))).toEqual(one(['zoo:See']))
    expect(left(feed, deny(['zoo:FeedLions']))).toEqual(one(['zoo:Feed*', 'zoo:See']))
    expect(left(feed, deny({ except: ['s3:*'] }))).toEqual(one(['zoo:Feed*', 'zoo:See']))
    expect(left(feed, deny(['zoo:*']))).toEqual([])
  })

  it('is open by everything but a list, unless everything is denied', () => {
    const rest = allow({ except: ['iam:*', 's3:*', 'sts:*'] })
    const open = [{ known: [], unknown: [], open: true }]
    expect(left(rest)).toEqual(open)
    expect(left(rest, deny(['zoo:*']))).toEqual(open)
    expect(left(rest, deny({ except: ['zoo:*'] }))).toEqual(open)
    expect(left(rest, deny(['*']))).toEqual([])
  })

  it('is no row at all where nothing is', () => {
    expect(left(allow(['s3:GetObject']), deny(['s3:*']), allow(['sts:AssumeRole']))).toHaveLength(1)
  })
})

describe('the words that somebody may have meant', () => {
  it('are the nearest first, equally near ones by name, and three at most', () => {
    expect(nearest('marta', ['omar', 'martha', 'mart', 'marty'])).toEqual(['mart', 'martha', 'marty'])
    expect(nearest('marta', ['marty', 'martb', 'martc', 'martd'])).toEqual(['martb', 'martc', 'martd'])
    expect(nearest('abcdef', ['abcdxy', 'abcdex', 'abcde'])).toEqual(['abcde', 'abcdex', 'abcdxy'])
  })

  it('differ in a third of the word at most, or in one letter, and never by case', () => {
    expect(nearest('marta', ['nils', 'martian', 'MARTA'])).toEqual(['MARTA'])
    expect(nearest('abcdef', ['abcdxy', 'abcxyz', 'abcdefgh', 'abcdefghi', 'abcd', 'abc'])).toEqual([
      'abcd',
      'abcdefgh',
      'abcdxy',
    ])
    expect(nearest('ab', ['a', 'abc', 'xy'])).toEqual(['a', 'abc'])
    expect([nearest('marta', ['xmart']), nearest('ab', ['xya'])]).toEqual([[], []])
  })

  it('are none for a word that nobody would have typed', () => {
    expect(nearest('a'.repeat(128), ['a'.repeat(127)])).toHaveLength(1)
    expect(nearest('a'.repeat(129), ['a'.repeat(128)])).toEqual([])
    expect(nearest('marta', [])).toEqual([])
  })
})
