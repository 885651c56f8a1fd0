import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  accountMatches
} from "./chunk-MWT5QNRM.js";
import {
  matchesName,
  targetsOf
} from "./chunk-RYEE6VUW.js";
import {
  contains,
  foldCase,
  hasWildcard,
  intersects
} from "./chunk-66F3A4I2.js";

// src/core/approval/overlap.ts
var KINDS_OF = {
  policy: ["policy", "resource"],
  role: ["role"],
  group: ["group"],
  permissionSet: ["permissionSet"],
  okta: ["okta"],
  action: ["actions", "resource"],
  level: ["resource"],
  reach: ["actions", "resource"]
};
var both = (one, other) => one === null ? other : other === null ? one : one.filter((value) => other.includes(value));
var kindsOf = (filter) => Object.keys(filter.facets).reduce((kinds, facet) => {
  return both(kinds, KINDS_OF[facet] ?? null);
}, filter.kind);
var RISKS = ["low", "high", "escalating"];
function risksOf(filter) {
  const risks = filter.risk ?? RISKS;
  return filter.escalating === null ? risks : risks.filter((risk) => risk === "escalating" === filter.escalating);
}
function meet(one, other) {
  if (one.is === "glob" && other.is === "glob") return intersects(foldCase(one.text), foldCase(other.text));
  const [expression, glob] = one.is === "expression" ? [one, other] : [other, one];
  return glob.is === "expression" || hasWildcard(glob.text) || matchesName(expression, glob.text);
}
var covers = (outer, inner) => outer.is === "glob" && inner.is === "glob" ? contains(outer.text, inner.text) : outer.text === inner.text || outer.text === "*";
var anyMeet = (one, other) => one.some((a) => other.some((b) => meet(a, b)));
var allCovered = (outer, inner) => inner?.every((b) => outer.some((a) => covers(a, b))) ?? false;
var eachCovered = (outer, inner) => Object.entries(outer).every(([key, patterns]) => Object.hasOwn(inner, key) && allCovered(patterns, inner[key]));
var eachMeets = (one, other) => Object.entries(one).every(([key, a]) => Object.entries(other).every(([same, b]) => same !== key || anyMeet(a, b)));
function coversIn(account, outer, inner) {
  const [wanted, kinds] = [outer.kind, kindsOf(inner)];
  return accountMatches(outer, { account }) && (outer.region === null || allCovered(outer.region, inner.region)) && eachCovered(outer.resourceTags, inner.resourceTags) && (wanted === null || (kinds?.every((kind) => wanted.includes(kind)) ?? false)) && eachCovered(outer.facets, inner.facets) && risksOf(inner).every((risk) => risksOf(outer).includes(risk)) && (outer.endsByItself === null || outer.endsByItself === inner.endsByItself) && (outer.managesPermissions === null || outer.managesPermissions === inner.managesPermissions);
}
var isExcepted = (account, rule, what) => rule.not.some((filter) => coversIn(account, filter, what));
var canLieIn = ({ system }, filter) => kindsOf(filter)?.some((kind) => kind === "okta" === (system === "okta")) ?? true;
var accountsOf = (rule, settings) => targetsOf(settings).filter(
  (account) => accountMatches(rule.what, { account }) && canLieIn(account, rule.what) && !isExcepted(account, rule, rule.what)
);
function couldMeet(one, other) {
  return both(kindsOf(one), kindsOf(other))?.length !== 0 && eachMeets(one.facets, other.facets) && eachMeets(one.resourceTags, other.resourceTags) && (one.region === null || other.region === null || anyMeet(one.region, other.region)) && risksOf(one).some((risk) => risksOf(other).includes(risk)) && (one.endsByItself === null || other.endsByItself === null || one.endsByItself === other.endsByItself) && (one.managesPermissions === null || other.managesPermissions === null || one.managesPermissions === other.managesPermissions);
}
function sharedAccounts(one, other, settings) {
  if (!couldMeet(one.what, other.what)) return [];
  const others = new Set(accountsOf(other, settings));
  return accountsOf(one, settings).filter(
    (account) => others.has(account) && !isExcepted(account, one, other.what) && !isExcepted(account, other, one.what)
  );
}

export {
  kindsOf,
  risksOf,
  coversIn,
  accountsOf,
  sharedAccounts
};
