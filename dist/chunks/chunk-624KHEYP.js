import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  id
} from "./chunk-RTN5YXCH.js";

// src/core/documents/paths.ts
var REQUEST = /^requests\/(?:[^/]+\/)*([a-z0-9-]{1,64})\.yaml$/;
function below(path, directory) {
  if (directory === "") return path;
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : null;
}
var isRequestPath = (path, directory) => REQUEST.test(below(path, directory) ?? "");
var isHoldsPath = (path, directory) => below(path, directory) === "holds.yaml";
function isSettingsPath(path, directory) {
  const rest = below(path, directory);
  return rest !== null && rest !== "holds.yaml" && !rest.startsWith("requests/");
}
function requestIdOf(path) {
  const name = /([a-z0-9-]{1,64})\.yaml$/.exec(path)?.[1];
  if (name === void 0) throw new Error(`not the path of a request: ${path}`);
  return id(name);
}
var SINGLE = /* @__PURE__ */ new Map([
  ["daypass.yaml", "daypass"],
  ["people.yaml", "people"],
  ["bundles.yaml", "bundles"],
  ["holds.yaml", "holds"],
  ["integrations/aws.yaml", "aws"],
  ["integrations/okta.yaml", "okta"]
]);
function documentAt(path, directory) {
  const rest = below(path, directory);
  if (rest === null) return null;
  const single = SINGLE.get(rest);
  if (single !== void 0) return single;
  if (/^rules\/[^/]+\.yaml$/.test(rest)) return "rules";
  if (REQUEST.test(rest)) return "request";
  return /(^|\/)README\.md$/.test(rest) ? "readme" : "other";
}
var pathOf = (name, directory) => directory === "" ? PATHS[name] : `${directory}/${PATHS[name]}`;
var PATHS = { daypass: "daypass.yaml", people: "people.yaml" };

export {
  isRequestPath,
  isHoldsPath,
  isSettingsPath,
  requestIdOf,
  documentAt,
  pathOf
};
