// What `setup` prints: names and texts of files.

export interface PrintedFile {
  /** Relative, with slashes. */
  readonly path: string
  readonly text: string
  /** Is to be run. */
  readonly executable?: true
}

/** First line of everything that is made. */
export const MADE = 'Made by `daypass setup` from config/; change the settings and make it again.'
