import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-SIQBVRHO.js";
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
} from "./chunk-VKMPMNTQ.js";
import "./chunk-CD5TSR7S.js";
import {
  LEDGER_BRANCH,
  remoteFrom
} from "./chunk-EHOUP7BA.js";
import "./chunk-4MMGXMMX.js";
import "./chunk-453POZJ6.js";
import "./chunk-H4Q554E3.js";
import "./chunk-KJ6C6ELH.js";
import "./chunk-ZVJESUW7.js";
import "./chunk-3QGBH64G.js";
import "./chunk-UO4VMQ2G.js";
import "./chunk-JML5AI44.js";
import "./chunk-M2FKUQSK.js";
import "./chunk-62PM4PJ6.js";
import "./chunk-WOTRZFHG.js";
import "./chunk-UBK4ZB4J.js";
import "./chunk-UZ3LVNIX.js";
import "./chunk-KZKSKGXG.js";
import "./chunk-B6HC74MA.js";
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
