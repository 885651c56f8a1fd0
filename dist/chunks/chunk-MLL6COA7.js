import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  accessFindings,
  namesResources
} from "./chunk-RAKDFB7L.js";
import {
  loadResourceKnowledge
} from "./chunk-ONGHTM6G.js";
import {
  sortFindings
} from "./chunk-RYEE6VUW.js";

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
