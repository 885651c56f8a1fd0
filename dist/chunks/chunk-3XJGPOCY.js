import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  accessFindings,
  namesResources
} from "./chunk-ORH4TABW.js";
import {
  loadResourceKnowledge
} from "./chunk-MKPITSXX.js";
import {
  sortFindings
} from "./chunk-3LHWW6RR.js";

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
