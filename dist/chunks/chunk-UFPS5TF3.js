import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  COLOURED,
  PLAIN
} from "./chunk-WZHV26AT.js";

// src/entry/palette.ts
var paletteFor = (terminal) => terminal.colours ? COLOURED : PLAIN;

export {
  paletteFor
};
