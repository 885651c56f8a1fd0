import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  judgeAgain,
  judgeRequest,
  windowOf
} from "./chunk-GXPNGJAR.js";
import {
  tagsKey
} from "./chunk-UJ3HXRAY.js";
import {
  id,
  known
} from "./chunk-RTN5YXCH.js";

// src/core/plan/preview.ts
function mixedIn({ added, removed, edited, settings, outside }) {
  const [request] = [...added, ...edited, ...settings.length > 0 ? removed : []];
  const [setting] = settings;
  const [other] = request === void 0 ? outside : [...settings, ...outside];
  if (other === void 0) return [];
  const mixed = (at, what) => [
    {
      code: "change-mixed",
      at,
      message: `this change holds ${what} (${other}) together`,
      cure: "put them into two pull requests"
    }
  ];
  if (request !== void 0)
    return mixed(request.at, setting === void 0 ? "requests and other files" : "requests and settings");
  return setting === void 0 ? [] : mixed({ file: setting, line: 1, column: 1 }, "settings and other files");
}
function findingsOf(change) {
  const changed = change.edited.map(
    (request) => ({
      code: "request-edited",
      at: request.at,
      message: `${request.path} was merged before, and merged requests do not change`,
      cure: "add another request for the same thing to extend it (there is no gap), or delete this one to end it early"
    })
  );
  return [...changed, ...mixedIn(change)];
}
var HARMLESS = { version: "2012-10-17", statements: [] };
var harmless = ({ items }) => new Map(
  items.flatMap(({ item }) => {
    const { permissions } = item.entitlement;
    return permissions.form === "policy" || permissions.form === "narrowed" ? [[`${item.target} ${permissions.policy.value}`, HARMLESS]] : [];
  })
);
var untagged = ({ items }) => new Map(
  items.flatMap(
    ({ item: { target, entitlement } }) => entitlement.thing === void 0 ? [] : [[tagsKey(target, entitlement.thing), known(/* @__PURE__ */ new Map())]]
  )
);
var supposing = ({ documents, tags }, judgement) => ({
  documents: new Map([...harmless(judgement), ...documents]),
  tags: new Map([...untagged(judgement), ...tags])
});
function preview(asked) {
  const requests = asked.change.added.flatMap((request) => {
    const window = windowOf(request, asked.settings, asked.now);
    if (window === null) return [];
    const author = asked.author ?? id(request.for.value);
    const opinions = asked.opinions(request.path);
    const judged = { ...asked.deciding, request, settings: asked.settings, window, author, opinions };
    const judgement = judgeRequest(judged);
    const tentative = judgement.undecided ? judgeAgain({ ...judged, ...supposing(judged, judgement) }, judgement) : null;
    return [{ request, judgement, tentative, window }];
  });
  return {
    requests,
    removed: asked.change.removed,
    findings: findingsOf(asked.change),
    settings: asked.change.settings
  };
}

export {
  preview
};
