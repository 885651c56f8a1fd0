// Which pull request an event is about, as GitHub's event file says; everything else in it is ignored.

import { readFile } from 'node:fs/promises'

const numberIn = (value: unknown): number | null => {
  const number: unknown = Reflect.get(Object(value), 'number')
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null
}

/** null: there is no event file, it cannot be read, or it names no pull request. */
export async function pullRequestOfEvent(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number | null> {
  const path = environment['GITHUB_EVENT_PATH'] ?? ''
  const text = path === '' ? null : await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const event: unknown = JSON.parse(text)
    return numberIn(Reflect.get(Object(event), 'pull_request')) ?? numberIn(event)
  } catch {
    return null // not JSON: the caller says that no pull request is named
  }
}
