// How many Actions minutes the schedules of a repository use in a month with nothing to do.

import type { WorkflowFile } from './workflow-file.ts'

const DAYS = 30

/** How often a cron expression fires in a month: minutes, hours and days of the week alone, each a number, a list or `*`. */
export function ticksOf(cron: string): number {
  const [minutes = '*', hours = '*', , , days = '*'] = cron.split(' ')
  const count = (field: string, all: number): number => {
    const every = /^\*\/(\d+)$/.exec(field)?.[1]
    if (every !== undefined) return Math.ceil(all / Number(every))
    return field === '*' ? all : field.split(',').length
  }
  return count(minutes, 60) * count(hours, 24) * (days === '*' ? DAYS : (DAYS / 7) * count(days, 7))
}

/** GitHub bills each job by whole minutes (GitHub docs, Actions billing); a job with nothing to do takes less than one. */
export const minutesOf = (
  files: readonly WorkflowFile[],
): readonly { readonly path: string; readonly minutes: number }[] =>
  files
    .filter(({ crons }) => crons.length > 0)
    .map(({ path, crons }) => ({ path, minutes: Math.round(crons.reduce((sum, cron) => sum + ticksOf(cron), 0)) }))
