import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/entry/directory.ts
var FOLDER = /^[\w.][\w.-]*(\/[\w.][\w.-]*)*$/;
function readDirectory(text) {
  const plain = text.trim().replace(/^(\.\/+)+/, "").replace(/\/+$/, "");
  const steps = plain.split("/");
  return FOLDER.test(plain) && !steps.includes(".") && !steps.includes("..") && !steps.includes(".git") ? plain : null;
}

export {
  readDirectory
};
