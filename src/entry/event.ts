// Which pull requests an event is about, as GitHub's event file says: hints, which are then asked of GitHub itself.

import { readFile } from 'node:fs/promises'

const numberIn = (value: unknown): number | null => {
  const number: unknown = Reflect.get(Object(value), 'number')
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null
}

/** null: there is no event file, or it cannot be read. */
export async function eventFile(environment: Readonly<Record<string, string | undefined>>): Promise<unknown> {
  const path = environment['GITHUB_EVENT_PATH'] ?? ''
  const text = path === '' ? null : await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null // not JSON: nothing is named
  }
}

/** null: the event names none. */
export const issueOfEvent = async (environment: Readonly<Record<string, string | undefined>>): Promise<number | null> =>
  numberIn(Reflect.get(Object(await eventFile(environment)), 'issue'))

/** GitHub's numeric id of the comment; null: the event names none. */
export async function commentOfEvent(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number | null> {
  const id: unknown = Reflect.get(Object(Reflect.get(Object(await eventFile(environment)), 'comment')), 'id')
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null
}

/** More than one event ever names; the rest of a longer list is left to the sweep. */
const MOST = 50

/** Empty: the event names none, and every open one is looked at. */
export async function pullRequestsOfEvent(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly number[]> {
  const event = Object(await eventFile(environment))
  const named = numberIn(Reflect.get(event, 'pull_request')) ?? numberIn(event)
  if (named !== null) return [named]
  // GitHub lists none for pull requests from forks.
  const woken: unknown = Reflect.get(Object(Reflect.get(event, 'workflow_run')), 'pull_requests')
  return Array.isArray(woken) ? woken.slice(0, MOST).flatMap((one: unknown) => numberIn(one) ?? []) : []
}
