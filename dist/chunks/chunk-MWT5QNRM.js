import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  couldMatch,
  expandActions,
  matchesName,
  wholly
} from "./chunk-RYEE6VUW.js";

// src/core/approval/compare.ts
var inside = (patterns, value, letters = "exact") => patterns.some((pattern) => wholly(pattern, value, letters));
var touched = (patterns, value) => patterns.some((pattern) => couldMatch(pattern, value, "either"));
var own = ({ account }) => [account.id];
var ownOrOfAws = ({ account }) => ["aws", account.id];
var nameOf = (value) => value.slice(Math.max(value.lastIndexOf("/"), value.lastIndexOf(":")) + 1);
var fullest = (values) => values.filter((value) => !values.some((other) => other !== value && nameOf(other) === value));
function arnsOf(facet, name, owners, asked) {
  const paths = name.includes("/") ? [""] : ["", "*/"];
  return owners(asked).flatMap(
    (owner) => paths.map((path) => `arn:${asked.partition}:iam::${owner}:${facet}/${path}${name}`)
  );
}
var wholeName = (owners) => (patterns, value, facet, asked) => {
  if (inside(patterns, value) || inside(patterns, nameOf(value))) return true;
  return !isArn(value) && arnsOf(facet, value, owners, asked).every((arn) => inside(patterns, arn));
};
var partOfName = (owners) => (patterns, value, facet, asked) => {
  const spelled = [value, nameOf(value), ...isArn(value) ? [] : arnsOf(facet, value, owners, asked)];
  return spelled.some((one) => touched(patterns, one));
};
var isArn = (text) => text.startsWith("arn:");
var partOfSet = (patterns, value, _facet, { partition }) => {
  const [byArn, byName] = [patterns.filter(({ text }) => isArn(text)), patterns.filter(({ text }) => !isArn(text))];
  return isArn(value) ? touched(patterns, value) || byName.length > 0 : touched(byName, value) || touched(byArn, `arn:${partition}:sso:::permissionSet/*`);
};
var expandAction = (pattern, knowledge) => expandActions([pattern], knowledge).known.map(({ action }) => action);
var wholeAction = (patterns, value, _facet, { knowledge }) => {
  if (inside(patterns, value, "either")) return true;
  const actions = expandAction(value, knowledge);
  return actions.length > 0 && actions.every((action) => inside(patterns, action, "either"));
};
var partOfAction = (patterns, value, _facet, { knowledge }) => {
  const actions = expandAction(value, knowledge);
  return patterns.some(
    (pattern) => pattern.is === "expression" && actions.length > 0 ? actions.some((action) => touched([pattern], action)) : touched([pattern], value)
  );
};
var wholeText = (patterns, value) => inside(patterns, value);
var NAMES = ["policy", "role", "group", "permissionSet"];
var COMPARE = {
  wholly: {
    action: wholeAction,
    policy: wholeName(ownOrOfAws),
    role: wholeName(own),
    group: wholeName(own)
  },
  partly: {
    action: partOfAction,
    policy: partOfName(ownOrOfAws),
    role: partOfName(own),
    group: partOfName(own),
    permissionSet: partOfSet
  }
};
var AS_TEXT = { wholly: wholeText, partly: touched };
var REMEMBERED = [...NAMES, "action"];
var MOST_REMEMBERED = 2e3;
var rememberedFor = /* @__PURE__ */ new WeakMap();
function answersOf(patterns, facet, reading, asked) {
  const before = rememberedFor.get(patterns);
  const there = before?.knowledge === asked.knowledge ? before : { knowledge: asked.knowledge, answers: { wholly: /* @__PURE__ */ new Map(), partly: /* @__PURE__ */ new Map() } };
  if (there !== before) rememberedFor.set(patterns, there);
  const byAccount = there.answers[reading].get(facet) ?? /* @__PURE__ */ new Map();
  if (byAccount.size === 0) there.answers[reading].set(facet, byAccount);
  const answers = byAccount.get(asked.account) ?? /* @__PURE__ */ new Map();
  if (answers.size === 0) byAccount.set(asked.account, answers);
  if (answers.size > MOST_REMEMBERED) answers.clear();
  return answers;
}
function remembered(compare, patterns, value, facet, asked, reading) {
  const answers = answersOf(patterns, facet, reading, asked);
  const before = answers.get(value);
  if (before !== void 0) return before;
  const answer = compare(patterns, value, facet, asked);
  answers.set(value, answer);
  return answer;
}
function compareFacet(facet, patterns, values, reading, asked) {
  const compare = COMPARE[reading][facet] ?? AS_TEXT[reading];
  const holds = REMEMBERED.includes(facet) ? (value) => remembered(compare, patterns, value, facet, asked, reading) : (value) => compare(patterns, value, facet, asked);
  const things = NAMES.includes(facet) ? fullest(values) : values;
  return reading === "wholly" ? things.length > 0 && things.every(holds) : things.some(holds);
}

// src/core/approval/filter.ts
var known = (holds) => holds ? "yes" : "no";
function all(matches) {
  return matches.includes("no") ? "no" : matches.includes("unknown") ? "unknown" : "yes";
}
function any(matches) {
  return matches.includes("yes") ? "yes" : matches.includes("unknown") ? "unknown" : "no";
}
var not = (match) => match === "yes" ? "no" : match === "no" ? "yes" : "unknown";
var someMatch = (patterns, name) => patterns.some((pattern) => matchesName(pattern, name));
var ownValue = (table, key) => Object.hasOwn(table, key) ? table[key] : void 0;
function accountMatches(filter, { account }) {
  if (account.system !== "aws")
    return filter.account === null && filter.ou === null && Object.keys(filter.tags).length === 0;
  return (filter.account === null || someMatch(filter.account, account.name)) && (filter.ou === null || someMatch(filter.ou, account.ou)) && Object.entries(filter.tags).every(([tag, patterns]) => {
    const value = ownValue(account.tags, tag);
    return value !== void 0 && someMatch(patterns, value);
  });
}
function regionMatches(patterns, { regions, account }, reading) {
  if (account.system !== "aws") return false;
  if (reading === "wholly")
    return regions.length > 0 && regions.every((region) => region !== "" && patterns.some((pattern) => wholly(pattern, region)));
  return regions.length === 0 || regions.some((region) => region === "" || patterns.some((pattern) => couldMatch(pattern, region, "either")));
}
function resourceTagsMatch(wanted, subject, reading) {
  const tags = Object.entries(wanted);
  if (tags.length === 0) return "yes";
  if (subject.account.system !== "aws") return "no";
  const { resourceTags } = subject;
  if (resourceTags === "of many") return known(reading === "partly");
  if (resourceTags === "unknown") return "unknown";
  return known(
    tags.every(([name, patterns]) => {
      const value = resourceTags.get(name);
      return value !== void 0 && someMatch(patterns, value);
    })
  );
}
var CONTENTS = ["action", "resource", "role"];
function facetMatches(facet, patterns, subject, reading, asked) {
  const values = ownValue(subject.facets, facet) ?? [];
  if (compareFacet(facet, patterns, values, reading, asked)) return "yes";
  if (reading === "wholly" || values.length > 0 || subject.contents === "none") return "no";
  if (subject.contents === "unknown") return CONTENTS.includes(facet) ? "unknown" : "no";
  return known(compareFacet(facet, patterns, ownValue(subject.contents, facet) ?? [], reading, asked));
}
var RISKS = ["low", "high", "escalating"];
function riskMatches(risks, risk) {
  if (risk !== "unknown") return known(risks.includes(risk));
  return RISKS.every((one) => risks.includes(one)) ? "yes" : "unknown";
}
function escalatingMatches(escalating, risk) {
  return risk === "unknown" ? "unknown" : known(risk === "escalating" === escalating);
}
var managesMatches = (manages, subject) => subject.managesPermissions === "unknown" ? "unknown" : known(subject.managesPermissions === manages);
function filterMatches(filter, subject, reading, knowledge) {
  if (filter.kind !== null && !filter.kind.includes(subject.kind)) return "no";
  if (filter.endsByItself !== null && subject.lapse === "always" !== filter.endsByItself) return "no";
  const risk = filter.risk === null ? "yes" : riskMatches(filter.risk, subject.risk);
  const escalating = filter.escalating === null ? "yes" : escalatingMatches(filter.escalating, subject.risk);
  const manages = filter.managesPermissions === null ? "yes" : managesMatches(filter.managesPermissions, subject);
  const tagged = resourceTagsMatch(filter.resourceTags, subject, reading);
  const sure = all([risk, escalating, manages, tagged]);
  if (sure === "no" || !accountMatches(filter, subject)) return "no";
  if (filter.region !== null && !regionMatches(filter.region, subject, reading)) return "no";
  let match = sure;
  const asked = { account: subject.account, partition: subject.partition, knowledge };
  for (const [facet, patterns] of Object.entries(filter.facets)) {
    const found = facetMatches(facet, patterns, subject, reading, asked);
    if (found === "no") return "no";
    if (found === "unknown") match = "unknown";
  }
  return match;
}
var namesEscalation = (filter) => filter.escalating === true || (filter.risk?.includes("escalating") ?? false);

export {
  fullest,
  compareFacet,
  all,
  any,
  not,
  accountMatches,
  filterMatches,
  namesEscalation
};
