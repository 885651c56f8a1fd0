import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-KTKIFPW6.js";
import {
  paletteFor
} from "./chunk-R2DQSQBM.js";
import {
  DIRECTORY,
  LEDGER,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  renderBars,
  runJob,
  stepLine
} from "./chunk-US3536F3.js";
import "./chunk-FOFZHMXS.js";
import "./chunk-56XP7MBB.js";
import "./chunk-LOCREI3F.js";
import "./chunk-LYUBMD7K.js";
import "./chunk-QHJ62XCM.js";
import {
  LEDGER_BRANCH
} from "./chunk-RUDGMPII.js";
import "./chunk-JTKNJNHK.js";
import "./chunk-KUFYLSOR.js";
import "./chunk-NAHXSRIV.js";
import "./chunk-NLVPUNJU.js";
import "./chunk-VUTGJVAK.js";
import {
  remoteFrom
} from "./chunk-ILDPNHZS.js";
import "./chunk-JXDO4UVQ.js";
import "./chunk-JWH2HOWL.js";
import "./chunk-3QGBH64G.js";
import "./chunk-ZFPXKQHJ.js";
import "./chunk-WEOWC5NP.js";
import "./chunk-5MIBVNL4.js";
import "./chunk-LBUGDQTA.js";
import "./chunk-VA7KVLLE.js";
import "./chunk-ATLUKG6H.js";
import "./chunk-3WHZZ5J2.js";
import "./chunk-7TVF2A7Z.js";
import "./chunk-LA3GDJ5X.js";
import "./chunk-BRETIE5A.js";
import "./chunk-3LZXKVQR.js";
import "./chunk-RZGYXAJU.js";

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
