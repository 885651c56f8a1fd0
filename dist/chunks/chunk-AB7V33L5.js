import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  accessFindings,
  namesResources
} from "./chunk-WX2BPZZ3.js";
import {
  loadResourceKnowledge
} from "./chunk-ONGHTM6G.js";
import {
  sortFindings
} from "./chunk-AJWDFNTK.js";

// src/entry/access-lints.ts
async function lintAccess(entitlements, knowledge) {
  const naming = entitlements.filter(namesResources);
  if (naming.length === 0) return [];
  const known = { knowledge, resources: knowledge.resources ?? await loadResourceKnowledge() };
  return sortFindings(naming.flatMap((one) => accessFindings(one, known)));
}

export {
  lintAccess
};
