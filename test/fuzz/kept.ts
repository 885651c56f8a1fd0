// Inputs that failed once, or that are worth trying each time: one JSON file each, its name says why.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('seeds/', import.meta.url))

export interface Seed {
  readonly says: string
  readonly input: unknown
}

export function seedsOf(target: string): readonly Seed[] {
  const folder = `${FOLDER}${target}`
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      says: name.replace(/\.json$/, '').replaceAll('-', ' '),
      input: JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')),
    }))
}
