import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-UNZVVULM.js";
import {
  paletteFor
} from "./chunk-UFPS5TF3.js";
import {
  DIRECTORY,
  LEDGER,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  renderBars,
  runJob,
  stepLine
} from "./chunk-JAKGN5CA.js";
import "./chunk-SEIMJUCJ.js";
import {
  LEDGER_BRANCH,
  remoteFrom
} from "./chunk-ALDTQKLT.js";
import "./chunk-453POZJ6.js";
import "./chunk-H4Q554E3.js";
import "./chunk-U3RJC4BX.js";
import "./chunk-U2KTGXUY.js";
import "./chunk-NBJ4VTRK.js";
import "./chunk-QBXD46PV.js";
import "./chunk-3QGBH64G.js";
import "./chunk-D3SBGLHX.js";
import "./chunk-6BNUNT6Z.js";
import "./chunk-MGWYZ7NZ.js";
import "./chunk-RX2ZHAZH.js";
import "./chunk-CSJ3DZ3O.js";
import "./chunk-Y3Q5KS6Q.js";
import "./chunk-WZHV26AT.js";
import "./chunk-Z2KU3WIQ.js";
import "./chunk-XZRZ5FBN.js";
import "./chunk-KZKSKGXG.js";
import "./chunk-5OZLFNLO.js";
import "./chunk-7TVF2A7Z.js";
import "./chunk-4AAD7YZE.js";
import "./chunk-B6HC74MA.js";
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
