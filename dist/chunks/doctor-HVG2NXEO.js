import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  paletteFor
} from "./chunk-UFPS5TF3.js";
import {
  LEDGER,
  NO_CLONE,
  comeToNothing,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  LEDGER_BRANCH,
  gitLedger,
  inWorkspace,
  readLedgerCommit,
  remoteFrom,
  unclosedRuns
} from "./chunk-ALDTQKLT.js";
import {
  openRepository
} from "./chunk-H4Q554E3.js";
import "./chunk-3QGBH64G.js";
import "./chunk-WZHV26AT.js";
import {
  several
} from "./chunk-5OZLFNLO.js";
import {
  jsonText
} from "./chunk-7TVF2A7Z.js";
import {
  writeInstant
} from "./chunk-4AAD7YZE.js";
import {
  id,
  unknown,
  writeEdgeError
} from "./chunk-B6HC74MA.js";
import {
  EXIT
} from "./chunk-3LZXKVQR.js";
import "./chunk-BE7JI7H6.js";

// src/entry/commands/doctor.ts
import { join } from "node:path";

// src/core/report/ledger-text.ts
function checkedOf({ lines, commit, ledger }) {
  const [first, last] = [lines[0], lines.at(-1)];
  return {
    lines: lines.length,
    first: first === void 0 ? null : writeInstant(first.at),
    last: last === void 0 ? null : writeInstant(last.at),
    commit,
    digest: ledger.lastDigest,
    unclosed: unclosedRuns(lines)
  };
}
function ledgerText(read2, palette) {
  const { lines, first, last, digest, unclosed } = checkedOf(read2);
  if (lines === 0) return palette.warn("There is no record yet.");
  return [
    palette.good(`✓ ${several(lines, "line")}, each naming the one before it, from ${first} to ${last}`),
    `  the last one's digest is ${digest}: keep it elsewhere, and a record that was cut short cannot be passed off as whole`,
    ...unclosed.length === 0 ? [palette.good("✓ every run that opened it closed it")] : [
      palette.warn(
        `! opened and not closed: ${several(unclosed.length, "run")} (${unclosed.slice(0, 10).join(", ")})`
      )
    ]
  ].join("\n");
}
var ledgerJson = (read2) => jsonText({ whole: true, ...checkedOf(read2) });

// src/entry/commands/doctor.ts
function read({ environment }, branch) {
  const remote = remoteFrom(environment, environment["GITHUB_TOKEN"] ?? null);
  if (remote !== null)
    return inWorkspace(
      environment,
      (folder) => gitLedger({ remote, branch, directory: join(folder, "ledger.git") }).read()
    );
  return local(branch);
}
async function local(branch) {
  const fetched = await openRepository(process.cwd(), `refs/remotes/origin/${branch}`);
  const own = fetched.is === "known" ? fetched : await openRepository(process.cwd(), `refs/heads/${branch}`);
  if (own.is === "unknown") {
    const said = `this clone has no branch ${branch}: before the first run there is none, after it: git fetch origin ${branch}`;
    return own.because.kind === "not-found" ? unknown({ ...own.because, said }) : own;
  }
  return readLedgerCommit(id(own.value.head), { directory: own.value.directory });
}
var doctor = {
  tells: "With --ledger: reads the record, checks that every line names the one before it, and tells which runs never closed it. Reads GitHub where GITHUB_SERVER_URL, GITHUB_REPOSITORY and GITHUB_TOKEN are set, else the branch as this clone fetched it last (git fetch first). Checks of the repository itself come with the installation work.",
  argument: null,
  options: { ledger: { type: "boolean", says: "check the record" }, "ledger-branch": LEDGER },
  async run(invocation) {
    const { terminal, values } = invocation;
    if (values["ledger"] !== true)
      return comeToNothing(invocation, EXIT.findings, "Nothing else is checked yet: daypass doctor --ledger");
    const checked = await read(invocation, textOf(invocation, "ledger-branch", LEDGER_BRANCH));
    if (checked.is === "unknown") {
      const broken = checked.because.kind === "garbage";
      const says = broken ? "THE RECORD IS NOT WHOLE" : "The record could not be read";
      return comeToNothing(
        invocation,
        broken ? EXIT.blocked : EXIT.failed,
        `${says}: ${writeEdgeError(checked.because)}${broken ? "" : `
${NO_CLONE}`}`
      );
    }
    terminal.out(
      values["json"] === true ? ledgerJson(checked.value).trimEnd() : ledgerText(checked.value, paletteFor(terminal))
    );
    return EXIT.done;
  }
};
export {
  doctor
};
