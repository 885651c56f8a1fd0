// Who may end access early: those it concerns, owners, and those who may approve or review it; nobody else.

import { describe, expect, it } from 'vitest'
import { mayEnd } from '../../../src/core/approval/may-end.ts'
import {
  AT,
  approvedBy,
  auto,
  breakGlass,
  carries,
  documents,
  group,
  knowledge,
  person,
  policy,
  request,
  rule,
  settings,
} from './company.ts'

const DECIDING = { knowledge, carries, documents, tags: new Map() }

const may = (handle: string, rules: Parameters<typeof settings>[0], requester: string | null = 'nils'): boolean =>
  mayEnd(person(handle), request({}), requester === null ? null : person(requester), settings(rules), DECIDING)

describe('access to an account', () => {
  const byLeads = [rule('leads', { ways: [approvedBy('@leads')] })]

  it.each([
    ['whoever has it', 'marta', true],
    ['whoever asked for it', 'nils', true],
    ['an owner', 'olga', true],
    ['whoever may approve it', 'omar', true],
    ['somebody else', 'carl', false],
    ['somebody else of security', 'sam', false],
  ])('may be ended early by %s: %s, %s', (_says, handle, allowed) => {
    expect(may(handle, byLeads)).toBe(allowed)
  })

  it('may be ended by whoever reviews broken glass, and not by whoever may break it', () => {
    const glass = [rule('glass', { ways: [breakGlass('@oncall', '@security')] })]
    expect([may('sam', glass), may('nils', glass, 'marta')]).toEqual([true, false])
  })

  it('may be ended by nobody more where nobody has to approve it', () => {
    const alone = [rule('auto', { ways: [auto] })]
    expect([may('omar', alone), may('marta', alone), may('olga', alone)]).toEqual([false, true, true])
  })

  it('may be ended by an approver of any rule that allows it, and of any part of it', () => {
    const both = [...byLeads, rule('security', { ways: [auto, approvedBy('@security')] })]
    expect([may('sam', both), may('omar', both), may('carl', both)]).toEqual([true, true, false])
  })

  it('may be ended by each of several owners, and by whoever may approve one item of several', () => {
    const { people } = settings([]).owners
    const owners = { people: [...people, { value: person('carl'), at: AT }], approvals: 1 }
    const rules = [
      rule('policies', { what: { kind: 'policy' }, ways: [approvedBy('@security')] }),
      rule('groups', { what: { kind: 'group' }, ways: [approvedBy('@leads')] }),
    ]
    const asked = request({ items: [policy('ReadOnlyAccess'), group('readers')] })
    const ends = ['olga', 'carl', 'sam', 'omar', 'nils'].map((one) =>
      mayEnd(person(one), asked, null, settings(rules, { owners }), DECIDING),
    )
    expect(ends).toEqual([true, true, true, true, false])
  })

  it('may be ended by those it concerns where nobody knows who asked', () => {
    expect([may('marta', [], null), may('nils', [], null), may('olga', [], null)]).toEqual([true, false, true])
  })
})
