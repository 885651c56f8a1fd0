import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/core/model/place.ts
var writePlace = (at) => `${at.file}:${at.line}:${at.column}`;

export {
  writePlace
};
