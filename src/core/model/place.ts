// Where in the files something was written.

/** `line` and `column` count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface Located<T> {
  readonly value: T
  readonly at: Place
}

export const writePlace = (at: Place): string => `${at.file}:${at.line}:${at.column}`
