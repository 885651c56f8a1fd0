import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/entry/exit.ts
var EXIT = { done: 0, findings: 1, blocked: 2, failed: 3, bug: 70 };

export {
  EXIT
};
