// How a check of the files is told.

import { type Finding, severityOf, sortFindings } from '../model/finding.ts'
import type { Instant } from '../model/time.ts'
import type { Headline, Story } from './story.ts'
import { several } from './words.ts'

function headline(findings: readonly Finding[], files: number): Headline {
  const errors = findings.filter((finding) => severityOf(finding) === 'error').length
  const others = findings.length - errors
  const read = `${several(files, 'file')} read`
  const remarks = others === 0 ? '' : `, ${several(others, 'remark')}`
  if (errors > 0) return { tone: 'bad', says: `${several(errors, 'error')}${remarks} in ${several(files, 'file')}` }
  return { tone: 'good', says: `${read}, nothing wrong${remarks}` }
}

export const storyOfFindings = (findings: readonly Finding[], files: number, now: Instant): Story => ({
  headline: headline(findings, files),
  now,
  basis: { is: 'git' },
  head: null,
  web: null,
  requests: [],
  steps: [],
  outcomes: [],
  blocked: [],
  findings: sortFindings(findings),
  alarms: [],
  lateness: null,
  live: [],
})
