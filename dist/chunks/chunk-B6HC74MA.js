import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/core/model/edge-error.ts
var known = (value) => ({ is: "known", value });
var unknown = (because) => ({
  is: "unknown",
  because
});
var writeEdgeError = (error) => `${error.call}: ${error.kind} (${error.said})`;

// src/core/model/id.ts
var id = (text) => text;

export {
  known,
  unknown,
  writeEdgeError,
  id
};
