// In which order findings are told, and how grave they are.

import { expect, it } from 'vitest'
import { type Finding, type FindingCode, severityOf, sortFindings } from '../../../src/core/model/finding.ts'
import { writePlace } from '../../../src/core/model/place.ts'

const finding = (
  file: string,
  line: number,
  column: number,
  code: FindingCode = 'yaml-tag',
  message = 'm',
): Finding => ({
  code,
  at: { file, line, column },
  message,
  cure: 'c',
})

it('a place is written as editors and terminals read it', () => {
  expect(writePlace({ file: 'config/people.yaml', line: 3, column: 7 })).toBe('config/people.yaml:3:7')
})

it('findings are told by file, line, column and code, in whatever order they were made', () => {
  const inOrder = [
    finding('a.yaml', 2, 1),
    finding('a.yaml', 10, 1),
    finding('a.yaml', 10, 2, 'action-idle'),
    finding('a.yaml', 10, 2, 'yaml-tag'),
    finding('a.yaml', 10, 11),
    finding('b.yaml', 1, 1),
  ]
  expect(sortFindings(inOrder)).toEqual(inOrder)
  expect(sortFindings(inOrder.toReversed())).toEqual(inOrder)
  expect(sortFindings([3, 0, 5, 2, 4, 1].flatMap((at) => inOrder[at] ?? []))).toEqual(inOrder)
})

it('findings of one code at one place stay in the order in which they were made', () => {
  const both = [finding('a', 1, 1, 'yaml-tag', 'z'), finding('a', 1, 1, 'yaml-tag', 'y')]
  expect(sortFindings(both)).toEqual(both)
})

it('the same finding is told once, and none that differs in anything is the same', () => {
  const one = finding('a', 1, 11)
  const others = [
    finding('b', 1, 11),
    finding('a', 11, 1),
    finding('a', 1, 1),
    finding('a', 1, 11, 'yaml-bom'),
    finding('a', 1, 11, 'yaml-tag', 'n'),
  ]
  expect(sortFindings([one, ...others, { ...one }])).toHaveLength(6)
})

it('a finding is as grave as its code', () => {
  expect(['yaml-tag', 'action-idle'].map((code) => severityOf(finding('a', 1, 1, code as FindingCode)))).toEqual([
    'error',
    'warning',
  ])
})
