// What every rendering of a record needs: the world it lies in, and the address under which it is asked for.
import type { GithubWorld } from '../world.ts'

export interface View {
  readonly github: GithubWorld
  /** Address of the API, without a slash at the end. */
  readonly api: string
}

/** Pages for people are GitHub's own address; nothing in the sandbox answers there. */
export const html = 'https://github.com'

/** An instant as GitHub writes it: whole seconds, UTC. */
export function iso(at: number): string
export function iso(at: number | null): string | null
export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at * 1000).toISOString().replace('.000Z', 'Z')
}
