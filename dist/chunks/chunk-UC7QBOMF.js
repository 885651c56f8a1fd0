import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  jsonLine,
  terminal
} from "./chunk-QC3ZOG66.js";

// src/entry/commands/command.ts
var textOf = (invocation, option, fallback) => {
  const value = invocation.values[option];
  return typeof value === "string" && value !== "" ? value : fallback;
};
function comeToNothing({ terminal: terminal2, values }, exit, ...says) {
  terminal2.note(says.map((sentence) => terminal(sentence, 1e3)).join("\n"));
  if (values["json"] === true) terminal2.out(jsonLine({ exit, error: says.join("\n") }));
  return exit;
}
var NO_CLONE = "Run this in a full clone of the repository that holds the settings.";
var DIRECTORY = { type: "string", says: "folder of the settings and requests (default: config)" };
var LEDGER = { type: "string", says: "branch that keeps the record (default: daypass-ledger)" };

export {
  textOf,
  comeToNothing,
  NO_CLONE,
  DIRECTORY,
  LEDGER
};
