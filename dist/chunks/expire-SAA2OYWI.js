import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-GSHXRWRI.js";
import {
  paletteFor
} from "./chunk-46X7RGFL.js";
import {
  DIRECTORY,
  LEDGER,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  runJob,
  stepLine
} from "./chunk-7CRE7XAF.js";
import "./chunk-67MBVKDL.js";
import "./chunk-VLJ45CM5.js";
import {
  LEDGER_BRANCH,
  remoteFrom
} from "./chunk-26CAH4LN.js";
import "./chunk-M6L74HX7.js";
import "./chunk-JX7IDBJN.js";
import "./chunk-53WH4NYR.js";
import "./chunk-3LZXKVQR.js";
import "./chunk-BE7JI7H6.js";

// src/entry/commands/expire.ts
var BUDGET = 45 * 60;
var expire = {
  tells: "Reads the clone in this folder and takes away in AWS what has ended, was withdrawn, is held or denied. What no request in the clone explains is left alone, since the clone may be behind. It asks nothing of GitHub and needs AWS credentials that may assume the expire role. With GITHUB_SERVER_URL, GITHUB_REPOSITORY and GITHUB_TOKEN set it also keeps the record.",
  argument: null,
  options: {
    directory: DIRECTORY,
    at: { type: "string", says: "commit or branch that is read (default: HEAD)" },
    "ledger-branch": LEDGER
  },
  async run(invocation) {
    const { terminal, environment } = invocation;
    const token = environment["GITHUB_TOKEN"] ?? null;
    const end = await runJob({
      job: "expire",
      environment,
      directory: textOf(invocation, "directory", "config"),
      source: {
        is: "clone",
        folder: process.cwd(),
        name: textOf(invocation, "at", "HEAD"),
        remote: remoteFrom(environment, token)
      },
      token,
      start: null,
      ledgerBranch: textOf(invocation, "ledger-branch", LEDGER_BRANCH),
      budget: BUDGET,
      setSecret: () => void 0,
      told: (outcome, step) => terminal.note(stepLine(outcome, step)),
      stage: terminal.stage,
      web: null
    });
    if (invocation.values["json"] === true) terminal.out(end.json.trimEnd());
    else terminal.out(end.story === null ? end.says : renderText(end.story, paletteFor(terminal)).trimEnd());
    return end.exit;
  }
};
export {
  expire
};
