// What a run's end means, as an exit code.

export const EXIT = { done: 0, findings: 1, blocked: 2, failed: 3, bug: 70 } as const

export type Exit = (typeof EXIT)[keyof typeof EXIT]
