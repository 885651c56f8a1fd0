import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-VKWUJQXY.js";
import {
  paletteFor
} from "./chunk-5L6EJ5YP.js";
import {
  DIRECTORY,
  LEDGER,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  renderBars,
  runJob,
  stepLine
} from "./chunk-BX3AFVM7.js";
import "./chunk-J2SJ2YGM.js";
import "./chunk-CI3KHMHW.js";
import {
  LEDGER_BRANCH
} from "./chunk-FAE32ZVV.js";
import {
  remoteFrom
} from "./chunk-ANKW22AF.js";
import "./chunk-6PLKQO5G.js";
import "./chunk-2SFSQSJB.js";
import "./chunk-E6QA27VH.js";
import "./chunk-LIWGSRGG.js";
import "./chunk-SR7XSFW3.js";
import "./chunk-JY5RVGEZ.js";
import "./chunk-INE34KJX.js";
import "./chunk-3QGBH64G.js";
import "./chunk-MHTOSDDI.js";
import "./chunk-ZAFWTFTF.js";
import "./chunk-3H2RDP65.js";
import "./chunk-UJKQN42M.js";
import "./chunk-OWIOQGXO.js";
import "./chunk-RGRT3MCF.js";
import "./chunk-DS4C6F3H.js";
import "./chunk-EYOTHATI.js";
import "./chunk-EVHGZSBU.js";
import "./chunk-7TVF2A7Z.js";
import "./chunk-W7LOWDGL.js";
import "./chunk-NGXOKKOH.js";
import "./chunk-3LZXKVQR.js";
import "./chunk-BE7JI7H6.js";

// src/entry/commands/expire.ts
var BUDGET = 45 * 60;
var BARS = 40;
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
    else if (end.story === null) terminal.out(end.says);
    else {
      const { live, now } = end.story;
      terminal.out(`${renderText(end.story, paletteFor(terminal))}
${renderBars(live, now, BARS)}`.trimEnd());
    }
    return end.exit;
  }
};
export {
  expire
};
