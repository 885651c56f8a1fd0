// How people use what they got, told once however many things are used alike.

/** Whole instructions, not lines: two profiles share most of their lines, and each is pasted whole. */
export const eachOnce = (instructions: readonly (readonly string[])[]): readonly string[] =>
  [...new Map(instructions.map((lines) => [lines.join('\n'), lines])).values()].flat()
