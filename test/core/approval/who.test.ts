// Whom a rule's `who` means: people of the map who are still there, and the manager of whoever it is for.

import { describe, expect, it } from 'vitest'
import { windowOf } from '../../../src/core/approval/items.ts'
import { judgeRequest } from '../../../src/core/approval/judge.ts'
import { personOf } from '../../../src/core/approval/people-of.ts'
import { approversOf, membersOf } from '../../../src/core/approval/who.ts'
import type { PersonId } from '../../../src/core/model/id.ts'
import type { Person, Settings } from '../../../src/core/model/settings.ts'
import { approvedBy, carries, documents, knowledge, NOON, person, request, rule, settings, who } from './company.ts'

const ALL = settings([])

const changed = (handle: string, rest: Partial<Person>): Settings => ({
  ...ALL,
  people: new Map<PersonId, Person>(
    [...ALL.people].map(([one, known]) => [one, one === person(handle) ? { ...known, ...rest } : known]),
  ),
})
const gone = (handle: string): Settings => changed(handle, { out: 'has left' })

const members = (text: string, inForce = ALL): string => [...membersOf(who(text), inForce)].sort().join(' ')
const approvers = (text: string, beneficiary: string, inForce = ALL): string =>
  approversOf(who(text), inForce, person(beneficiary)).join(' ')

describe('members', () => {
  it.each([
    ['anyone', 'carl lena marta nils olga omar sam'],
    ['@leads', 'lena omar'],
    ['@leads @security', 'lena omar sam'],
    ['sam @leads', 'lena omar sam'],
    ['lena @leads', 'lena omar'],
    ['mallory @ghosts', ''],
    ['manager', ''],
  ])('that %s means: %s', (text, is) => {
    expect(members(text)).toBe(is)
  })

  it.each(['anyone', '@leads', 'lena', 'lena @leads'])('whom %s means are not those who have left', (text) => {
    expect(members(text).split(' ')).toContain('lena')
    expect(members(text, gone('lena')).split(' ')).not.toContain('lena')
  })
})

describe('approvers', () => {
  it.each([
    ['manager', 'marta', 'lena'],
    ['manager', 'carl', 'omar'],
    ['manager', 'sam', ''],
    ['manager', 'mallory', ''],
    ['manager @security', 'marta', 'lena sam'],
    ['manager @leads', 'marta', 'lena omar'],
    ['@security', 'marta', 'sam'],
    ['anyone', 'marta', 'carl lena marta nils olga omar sam'],
  ])('that %s means for %s: %s', (text, beneficiary, is) => {
    expect(approvers(text, beneficiary)).toBe(is)
  })

  it('are not a manager who has left, or whom the people map does not know', () => {
    expect(approvers('manager', 'marta', gone('lena'))).toBe('')
    expect(approvers('manager @security', 'marta', gone('lena'))).toBe('sam')
    expect(approvers('manager', 'marta', changed('marta', { manager: person('mallory') }))).toBe('')
  })

  it('are each beneficiary’s own, though the list of members is remembered', () => {
    const boss = who('manager')
    const lists = ['marta', 'carl', 'sam', 'marta'].map((one) => approversOf(boss, ALL, person(one)).join())
    expect(lists).toEqual(['lena', 'omar', '', 'lena'])
    expect(approversOf(boss, gone('lena'), person('marta'))).toEqual([])
  })

  it('are told again without being looked for again: the very same lists', () => {
    const leads = who('@leads')
    expect(membersOf(leads, ALL)).toBe(membersOf(leads, ALL))
    expect(approversOf(leads, ALL, person('marta'))).toBe(approversOf(leads, ALL, person('carl')))
  })
})

describe('requester and beneficiary', () => {
  const company = () =>
    settings([rule('r', { ways: [approvedBy('@leads @contractors @security')], limits: { onBehalf: 'allowed' } })])
  /** Who may still approve, under one settings value whose lists are remembered. */
  const under = (inForce: Settings) => (author: string, beneficiary: string) => {
    const asked = request({ for: beneficiary })
    const window = windowOf(asked, inForce, NOON)
    if (window === null) throw new Error('no end')
    const { decision } = judgeRequest({
      request: asked,
      settings: inForce,
      window,
      knowledge,
      carries,
      documents,
      tags: new Map(),
      author: person(author),
      opinions: [],
    })
    return decision.is === 'waiting' ? decision.missing[0]?.people : undefined
  }

  it('never approve, whoever else asked for whom before', () => {
    const listFor = under(company())
    const mayApprove = (author: string, beneficiary: string) => listFor(author, beneficiary)?.join()
    expect(mayApprove('lena', 'lena')).toBe('carl,omar,sam')
    expect(mayApprove('lena', 'carl')).toBe('omar,sam')
    expect(mayApprove('lena', 'omar')).toBe('carl,sam')
    expect(mayApprove('carl', 'omar')).toBe('lena,sam')
    expect(mayApprove('carl', 'carl')).toBe('lena,omar,sam')
  })

  it('leave one list to all their requests: where many may approve, each would otherwise hold its own', () => {
    const listFor = under(company())
    expect(listFor('lena', 'lena')).toBe(listFor('lena', 'lena'))
    expect(listFor('lena', 'carl')).toBe(listFor('lena', 'carl'))
    expect(listFor('lena', 'carl')).not.toBe(listFor('lena', 'lena'))
  })
})

describe('an account on GitHub', () => {
  it('is the person of its number, nobody, or several people', () => {
    const twice = changed('carl', { githubId: 102 })
    expect(personOf(ALL, 102)).toEqual({ is: 'one', person: ALL.people.get(person('lena')) })
    expect(personOf(ALL, 999)).toEqual({ is: 'nobody' })
    expect(personOf(twice, 102)).toEqual({
      is: 'several',
      people: [person('lena'), person('carl')].map((one) => twice.people.get(one)),
    })
    expect(personOf(twice, 106)).toEqual({ is: 'nobody' })
  })
})
