// Findings at the lines of the files, as GitHub's log and its check runs take them.

import { describe, expect, it } from 'vitest'
import type { Finding, FindingCode } from '../../../src/core/model/finding.ts'
import { annotationLines, checkAnnotations } from '../../../src/core/report/annotations.ts'

const finding = (code: FindingCode, line: number, more: Partial<Finding> = {}): Finding => ({
  code,
  at: { file: 'config/requests/a,b.yaml', line, column: 3 },
  message: `line ${line} is wrong`,
  cure: 'write: it once, 100%',
  ...more,
})

const many = (code: FindingCode, count: number): readonly Finding[] =>
  Array.from({ length: count }, (_, at) => finding(code, at + 1, { cure: '' }))

describe('findings in the log', () => {
  it('are one command each, errors first and then by place, with what to do', () =>
    expect(
      annotationLines([finding('action-idle', 1), finding('yaml-syntax', 4), finding('yaml-syntax', 2, { cure: '' })]),
    ).toEqual([
      '::error file=config/requests/a%2Cb.yaml,line=2,col=3,title=Not YAML::line 2 is wrong',
      '::error file=config/requests/a%2Cb.yaml,line=4,col=3,title=Not YAML::line 4 is wrong%0Awrite: it once, 100%25',
      '::warning file=config/requests/a%2Cb.yaml,line=1,col=3,title=An action that cannot be done there::line 1 is wrong%0Awrite: it once, 100%25',
    ]))

  it('are shown all where there are ten of a severity', () =>
    expect(annotationLines(many('yaml-syntax', 10)).at(-1)).toBe(
      '::error file=config/requests/a%2Cb.yaml,line=10,col=3,title=Not YAML::line 10 is wrong',
    ))

  it('are counted where there are more of a severity, and the tenth line says so', () => {
    const lines = annotationLines([...many('yaml-syntax', 11), ...many('action-idle', 12)])
    expect(lines).toHaveLength(20)
    expect(lines[8]).toContain('line=9,')
    expect(lines[9]).toBe('::error::2 more findings of this severity; the report has them all')
    expect(lines[19]).toBe('::warning::3 more findings of this severity; the report has them all')
  })

  it('are none where there is nothing to say', () => expect(annotationLines([])).toEqual([]))
})

describe('findings in a check run', () => {
  const place = { start_column: 3, end_column: 3, path: 'config/requests/a,b.yaml' }

  it('stand at their line, errors first, and say what to do on a line of its own', () =>
    expect(checkAnnotations([finding('action-idle', 1, { cure: '' }), finding('yaml-syntax', 2)])).toEqual([
      [
        {
          ...place,
          start_line: 2,
          end_line: 2,
          annotation_level: 'failure',
          title: 'Not YAML',
          message: 'line 2 is wrong\nwrite: it once, 100%',
        },
        {
          ...place,
          start_line: 1,
          end_line: 1,
          annotation_level: 'warning',
          title: 'An action that cannot be done there',
          message: 'line 1 is wrong',
        },
      ],
    ]))

  it.each([
    [0, []],
    [50, [50]],
    [51, [50, 1]],
    [101, [50, 50, 1]],
  ])('are sent fifty at a time: %i', (count, batches) => {
    const sent = checkAnnotations(many('yaml-syntax', count))
    expect(sent.map((batch) => batch.length)).toEqual(batches)
    expect(sent.flat().map((one) => one.start_line)).toEqual(Array.from({ length: count }, (_, at) => at + 1))
  })
})
