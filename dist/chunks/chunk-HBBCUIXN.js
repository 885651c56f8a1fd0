import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-RYEE6VUW.js";
import {
  __toESM
} from "./chunk-RZGYXAJU.js";

// src/core/documents/write-request.ts
var import_yaml = __toESM(require_dist(), 1);
var NO_WISH = {
  reason: null,
  ticket: null,
  duration: null,
  from: null,
  until: null,
  breakGlass: false,
  issue: null,
  comment: null,
  extends: null
};
var OPTIONS = {
  lineWidth: 0,
  defaultStringType: "PLAIN",
  defaultKeyType: "PLAIN",
  version: "1.2",
  aliasDuplicateObjects: false
};
function writeRequest(wish) {
  const { access, breakGlass, ...rest } = wish;
  const facts = Object.entries({ ...rest, breakGlass: breakGlass ? true : null }).filter(([, value]) => value !== null);
  const order = ["for", "reason", "ticket", "duration", "from", "until", "breakGlass", "issue", "comment", "extends"];
  const sorted = facts.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return (0, import_yaml.stringify)(
    {
      ...Object.fromEntries(sorted),
      access: access.map(({ account, what }) => ({ account, ...what }))
    },
    OPTIONS
  );
}

export {
  NO_WISH,
  writeRequest
};
