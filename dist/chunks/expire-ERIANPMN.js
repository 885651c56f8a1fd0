import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-Q4ZJHEOQ.js";
import {
  paletteFor
} from "./chunk-5GJSAKVN.js";
import {
  DIRECTORY,
  LEDGER,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  renderBars,
  runJob,
  stepLine
} from "./chunk-MPTQN47U.js";
import "./chunk-LHM2TE2B.js";
import "./chunk-WGREZKCO.js";
import {
  LEDGER_BRANCH
} from "./chunk-MARNBNV2.js";
import "./chunk-WK63KZ42.js";
import {
  remoteFrom
} from "./chunk-U3U26GRY.js";
import "./chunk-3SDXLBQQ.js";
import "./chunk-DO6TLOPP.js";
import "./chunk-JTKNJNHK.js";
import "./chunk-WTVUNTNZ.js";
import "./chunk-NLVPUNJU.js";
import "./chunk-HV6YJDI2.js";
import "./chunk-JWH2HOWL.js";
import "./chunk-3QGBH64G.js";
import "./chunk-VJWEWPSW.js";
import "./chunk-VUTGJVAK.js";
import "./chunk-GWSLFROC.js";
import "./chunk-NBMEEBJR.js";
import "./chunk-5MIBVNL4.js";
import "./chunk-LBUGDQTA.js";
import "./chunk-NR22CTJC.js";
import "./chunk-4DEJ3LWG.js";
import "./chunk-FIWDDPWD.js";
import "./chunk-7TVF2A7Z.js";
import "./chunk-IVS3I7TH.js";
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
