import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  canBeDoneOn,
  meantBy,
  readable
} from "./chunk-HR7GG2YN.js";
import {
  expandActions
} from "./chunk-RYEE6VUW.js";

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
  const templates = [...new Set(actions.flatMap((action) => known.resources.templates(action) ?? []))].sort();
  if (actions.length === 0 || named.resources.length === 0 || actions.some(can)) return [];
  return [
    {
      code: "action-idle",
      at,
      message: templates.length === 0 ? `\`${pattern}\` cannot be limited to a resource: on ${some(named.resources)} it permits nothing.` : `\`${pattern}\` cannot be done on ${some(named.resources)}: it permits nothing there.`,
      cure: templates.length === 0 ? 'Ask for it in an item of its own, with `on: ["*"]`.' : `Name what it is done on: ${some(templates.map(readable))}.`
    }
  ];
}
function meaninglessFinding(entitlement, { knowledge, resources }) {
  const meant = meantBy(entitlement, knowledge.resources === null ? { ...knowledge, resources } : knowledge);
  if (!("problem" in meant)) return [];
  return [
    {
      code: "resource-unknown",
      at: entitlement.at,
      message: `${entitlement.says} cannot be given: ${meant.problem}.`,
      cure: "Correct the ARN, or name `actions` and what they are for."
    }
  ];
}
function accessFindings(entitlement, known) {
  const named = namedIn(entitlement);
  if (named === null) return meaninglessFinding(entitlement, known);
  return named.actions.flatMap((pattern) => [
    ...unknownFinding(pattern, entitlement, known),
    ...idleFinding(pattern, named, entitlement, known)
  ]);
}
var askedIn = (requests) => requests.flatMap(({ lines }) => lines.flatMap(({ asked }) => "entitlement" in asked ? [asked.entitlement] : []));
var bundledIn = ({ bundles }) => [...bundles.values()].flatMap(({ items }) => items);
var namesResources = (entitlement) => entitlement.permissions.form === "resource" || namedIn(entitlement) !== null;

export {
  accessFindings,
  askedIn,
  bundledIn,
  namesResources
};
