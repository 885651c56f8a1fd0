// Which folder of the repository holds settings and requests, as somebody wrote it.

const FOLDER = /^[\w.][\w.-]*(\/[\w.][\w.-]*)*$/

/** `config/`, `./config` → `config`; null where it is no folder inside the repository, or the repository itself. */
export function readDirectory(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^(\.\/+)+/, '')
    .replace(/\/+$/, '')
  const steps = plain.split('/')
  return FOLDER.test(plain) && !steps.includes('.') && !steps.includes('..') && !steps.includes('.git') ? plain : null
}
