import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  expandActions,
  foldCase,
  intersects,
  sortFindings
} from "./chunk-LA3GDJ5X.js";

// src/core/policy/doable.ts
var NAME = "<name>";
var RESOURCE = 5;
function partsOf(arn) {
  const parts = arn.split(":");
  return [...parts.slice(0, RESOURCE), parts.slice(RESOURCE).join(":")];
}
var slashes = (text) => text.split("/").length - 1;
function fits(template, arn) {
  if (template.endsWith(NAME) && slashes(arn) > slashes(template)) return false;
  const wanted = partsOf(template.replace(NAME, "*"));
  const asked = partsOf(arn);
  return wanted.length === asked.length && wanted.every((part, at) => intersects(part, asked[at] ?? ""));
}
function canBeDoneOn(action, arn, knowledge) {
  if (arn === "*") return true;
  const templates = knowledge.templates(action);
  return templates === null || templates.some((template) => fits(template, arn));
}
var readable = (template) => template.replace(NAME, "*").replace(/^arn:\*:/, "arn:aws:");

// src/core/approval/lint-access.ts
function namedIn({ facets, permissions }) {
  const { action = [], resource = [] } = facets;
  return permissions.form !== "statements" || action.length === 0 ? null : { actions: action, resources: resource };
}
var FEW = 3;
var some = (texts) => texts.length > FEW ? `${texts.slice(0, FEW).join(", ")} and ${texts.length - FEW} more` : texts.join(", ");
function unknownFinding(pattern, { at }, { knowledge }) {
  const [unmatched] = expandActions([pattern], knowledge).unmatched;
  if (unmatched === void 0) return [];
  const { meant } = unmatched;
  return [
    {
      code: "action-unknown",
      at,
      message: `AWS is not known to have an action \`${pattern}\` (data of ${knowledge.asOf}).`,
      cure: meant.length === 0 ? "Compare it with the service authorization reference; if it is newer than the data, leave it." : `Did you mean ${meant.join(" or ")}?`
    }
  ];
}
function idleFinding(pattern, named, { at }, known) {
  const actions = expandActions([pattern], known.knowledge).known.map(({ action }) => action);
  const can = (action) => named.resources.some((arn) => canBeDoneOn(action, arn, known.resources));
  if (actions.length === 0 || named.resources.length === 0 || actions.some(can)) return [];
  const templates = [...new Set(actions.flatMap((action) => known.resources.templates(action) ?? []))].sort();
  return [
    {
      code: "action-idle",
      at,
      message: templates.length === 0 ? `\`${pattern}\` cannot be limited to a resource: on ${some(named.resources)} it permits nothing.` : `\`${pattern}\` cannot be done on ${some(named.resources)}: it permits nothing there.`,
      cure: templates.length === 0 ? 'Ask for it in an item of its own, with `on: ["*"]`.' : `Name what it is done on: ${some(templates.map(readable))}.`
    }
  ];
}
function accessFindings(entitlement, known) {
  const named = namedIn(entitlement);
  if (named === null) return [];
  return named.actions.flatMap((pattern) => [
    ...unknownFinding(pattern, entitlement, known),
    ...idleFinding(pattern, named, entitlement, known)
  ]);
}
var askedIn = (requests) => requests.flatMap(({ lines }) => lines.flatMap(({ asked }) => "entitlement" in asked ? [asked.entitlement] : []));
var bundledIn = ({ bundles }) => [...bundles.values()].flatMap(({ items }) => items);
var namesActions = (entitlement) => namedIn(entitlement) !== null;

// src/knowledge/load-resources.ts
function templatesIn(line) {
  const [first = "", second = ""] = line.split("|");
  const templates = first.split(" ");
  return new Map(
    second.split(" ").map((word) => {
      const [name = "", numbers] = word.split(":");
      const own = (numbers ?? "").split(",").flatMap((number) => number === "" ? [] : templates[Number(number)] ?? []);
      return [foldCase(name), own];
    })
  );
}
function resourceKnowledgeOf(snapshot) {
  const lines = new Map(Object.entries(snapshot.services));
  const read = /* @__PURE__ */ new Map();
  return {
    asOf: snapshot.asOf,
    templates(action) {
      const [service = "", name = ""] = action.split(":");
      const line = lines.get(foldCase(service));
      if (line === void 0) return null;
      const known = read.get(service) ?? templatesIn(line);
      read.set(service, known);
      return known.get(foldCase(name)) ?? null;
    }
  };
}
async function loadResourceKnowledge() {
  const { default: snapshot } = await import("./resources-HNZQDXEU.js");
  return resourceKnowledgeOf(snapshot);
}

// src/entry/access-lints.ts
async function lintAccess(entitlements, knowledge) {
  const naming = entitlements.filter(namesActions);
  if (naming.length === 0) return [];
  const known = { knowledge, resources: await loadResourceKnowledge() };
  return sortFindings(naming.flatMap((one) => accessFindings(one, known)));
}

export {
  askedIn,
  bundledIn,
  lintAccess
};
