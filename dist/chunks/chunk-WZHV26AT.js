import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/core/report/palette.ts
var as = (text) => text;
var PLAIN = { bad: as, warn: as, good: as, strong: as, faint: as };
var inColour = (number) => (text) => `\x1B[${number}m${text}\x1B[0m`;
var COLOURED = {
  bad: inColour("1;31"),
  warn: inColour("33"),
  good: inColour("32"),
  strong: inColour("1"),
  faint: inColour("2")
};

export {
  PLAIN,
  COLOURED
};
