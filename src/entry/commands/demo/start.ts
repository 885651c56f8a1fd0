// When the demo's story begins.

/** 2026-12-01T09:00:00Z */
export const at = 1_796_115_600
