import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/core/model/place.ts
var writePlace = (at) => `${at.file}:${at.line}:${at.column}`;

// src/core/model/where.ts
var whereOf = (line, { target }) => target === void 0 ? line.targets : [{ value: target, at: line.at }];

export {
  whereOf,
  writePlace
};
