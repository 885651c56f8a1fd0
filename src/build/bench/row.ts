// What the benchmark's table is made of.

export interface Row {
  readonly what: string
  readonly measured: string
  /** null: only told, nothing was promised. */
  readonly promise: string | null
  readonly kept: boolean
}

export interface Tools {
  /** A bundle made for this run, with what is in each of its files. */
  readonly bundle: Built
  /** Deleted when the run is over. */
  readonly folder: string
  readonly tell: (progress: string) => void
}

export interface Built {
  readonly folder: string
  readonly files: readonly BuiltFile[]
}

export interface BuiltFile {
  /** Relative to the bundle's folder. */
  readonly path: string
  readonly bytes: number
  readonly packed: number
  readonly packages: readonly string[]
}

/** One part of the benchmark: may take a minute, and makes everything it needs. */
export type Bench = (tools: Tools) => Promise<readonly Row[]>

export const told = (what: string, measured: string): Row => ({ what, measured, promise: null, kept: true })

export const held = (what: string, measured: string, promise: string, kept: boolean): Row => ({
  what,
  measured,
  promise,
  kept,
})

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  if (low === undefined || high === undefined) throw new Error('nothing was measured')
  return (low + high) / 2
}

export const seconds = (value: number): string => `${value.toFixed(value < 1 ? 2 : 1)} s`
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
export const times = (value: number): string => `${value.toFixed(2)}×`
