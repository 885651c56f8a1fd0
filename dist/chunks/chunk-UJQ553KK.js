import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  digest
} from "./chunk-66F3A4I2.js";
import {
  id
} from "./chunk-RTN5YXCH.js";

// src/core/approval/landing.ts
function areaOf(directory, path) {
  const inside = directory === "" ? path : path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : null;
  if (inside === null) return "outside";
  if (inside.startsWith("requests/")) return "requests";
  return inside === "holds.yaml" ? "holds" : "settings";
}
var versionId = (blob, landing, path) => id(digest({ blob, landing, path }));
function requestIdOf(path) {
  const name = /(?:^|\/)([^/]+)\.yaml$/.exec(path)?.[1];
  return name === void 0 ? null : id(name);
}
var broughtBy = ({ before, after }) => after !== null && after.blob !== before?.blob ? after.blob : null;
function versionOf(path, blob, landing) {
  const request = requestIdOf(path);
  return request === null ? null : { id: versionId(blob, landing.commit, path), request, path, blob, landing: landing.commit, landedAt: landing.at };
}
function versionsOf(history, files) {
  const wanted = new Map(files.map((file) => [file.path, file.blob]));
  const versions = /* @__PURE__ */ new Map();
  for (const landing of history.landings)
    for (const change of landing.changes) {
      const blob = wanted.get(change.path);
      if (blob === void 0 || change.after !== null && broughtBy(change) === null) continue;
      wanted.delete(change.path);
      const version = change.after?.blob === blob ? versionOf(change.path, blob, landing) : null;
      if (version !== null) versions.set(change.path, version);
    }
  return versions;
}
function allVersions(history, directory) {
  return history.landings.flatMap(
    (landing) => landing.changes.flatMap((change) => {
      const blob = broughtBy(change);
      if (areaOf(directory, change.path) !== "requests" || blob === null) return [];
      return versionOf(change.path, blob, landing) ?? [];
    })
  );
}
var everyVersion = (history, directory) => new Set(allVersions(history, directory).map((version) => version.id));
var settingsLandings = (history, directory) => history.landings.filter(
  (landing) => landing.changes.some((change) => ["settings", "holds"].includes(areaOf(directory, change.path)))
);

export {
  areaOf,
  versionsOf,
  allVersions,
  everyVersion,
  settingsLandings
};
