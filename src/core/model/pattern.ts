// What a rule's pattern is once read: an anchored, whole-name glob or a bounded regular expression.

/** `text` is as written; globs know `*` and `?`, expressions stand between slashes. Compiled by core/policy/pattern.ts. */
export interface Pattern {
  readonly is: 'glob' | 'expression'
  readonly text: string
}
