// Which share of the places a job of the workflow's matrix reads.

/** How many places one job reads: about ten minutes of GitHub's time where AWS is slow. */
const AT_ONCE = 50

/** GitHub runs at most 256 jobs of one matrix (GitHub Docs, workflow syntax, strategy.matrix). */
const MOST = 200

export interface Part {
  /** From 1. */
  readonly number: number
  readonly of: number
}

export const partsFor = (places: number): readonly Part[] => {
  const of = Math.max(1, Math.min(MOST, Math.ceil(places / AT_ONCE)))
  return Array.from({ length: of }, (_, index) => ({ number: index + 1, of }))
}

export const writePart = ({ number, of }: Part): string => `${number}/${of}`

/** null: it is no part. */
export function readPart(text: string): Part | null {
  const read = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text)
  const part = { number: Number(read?.[1]), of: Number(read?.[2]) }
  return read === null || part.number > part.of ? null : part
}

/** Dealt out like cards, so that one large organisation unit does not fall to one job. */
export const shareOf = <T>(places: readonly T[], { number, of }: Part): readonly T[] =>
  places.filter((_, index) => index % of === number - 1)
